"""Grade on an existing Dask cluster: ship engine and assignment to the workers, send tasks, take grades back.

Dask decides where a task runs and sends it elsewhere when its worker dies. What ends the run is told in a sentence:
a scheduler that is gone or silent, no worker for a while, no answer for long. Grades are stored by the caller, on this
machine only.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections import deque
from concurrent.futures import Executor, Future
from contextlib import suppress

from autograder.course import Assignment
from autograder.grading.agent import agent_config
from autograder.grading.bundle import bundle, name_of
from autograder.grading.schedule import RunEnded
from autograder.grading.verdicts import Grade, Task
from autograder.sandbox import Limits

_CONNECT_SECONDS = 10
# How long a run waits for a first worker, for another one when all are gone, and for a scheduler that says nothing.
_PATIENCE_SECONDS = 120.0
# A task that comes to this many workers that refuse it is given up for this run.
_REFUSALS = 20
# How long the end may wait for a scheduler to take note; one that does not will see that the connection is gone.
_LEAVE_SECONDS = 5.0
_AGAIN = "what is graded is kept: run the same command again to go on"


class ClusterError(RunEnded):
    """The cluster cannot be used, or not any longer; the text says why and what to do."""


class WorkersDied(Exception):
    """Dask has given a task up, because the workers that had it have died."""


class Cluster(Executor):
    """The workers of a Dask cluster as an executor of tasks, and a context manager.

    Args:
        address: of the scheduler, such as tcp://10.0.0.1:8786.
        isolation: "full" refuses workers below the floor, "process" takes them. deny: layers that are left out.
        repairs: whether the lines with the mistakes are looked for.

    `isolation` says in words what shuts submissions in there, `threads` how many can be graded at a time, `refused`
    by worker why it is not used. Raises ClusterError.
    """

    def __init__(self, address: str, assignment: Assignment, limits: Limits, isolation: str, deny: frozenset[str] = frozenset(), *, repairs: bool = True) -> None:
        worker = _worker_module()
        packed = bundle(assignment)
        config = agent_config(assignment, limits, isolation, deny, repairs)
        self.refused: dict[str, str] = {}
        self.address = address
        self._name = f"{name_of(packed)}-{time.time_ns():x}"
        self._run = worker.make_task()
        self._open: dict[Future, object] = {}
        self._suspects: deque[tuple[Future, str]] = deque()
        self._alone: Future | None = None
        self._failure: ClusterError | None = None
        self._guard = threading.Lock()
        self._ended = threading.Event()
        seconds = 60 + 40 * limits.call_seconds  # a submission that takes longer has lost its grading process
        self._longest = 3 * seconds  # no answer for so long: more than was needed to try twice
        self._answered = time.monotonic()
        self._client = _connect(address)
        try:
            self._compare_versions(config["versions"])
            self._client.register_plugin(worker.Lease(self._name, self._client.id), name=f"{self._name}-lease")
            with suppress(OSError):  # one of the workers does not answer: it is named when it is tried
                self._client.register_plugin(worker.Grading(self._name, packed, config, seconds), name=self._name)
            self.isolation = self._look_around()
        except BaseException as error:
            self.close()
            if isinstance(error, ClusterError) or not isinstance(error, Exception):
                raise
            raise ClusterError(f"the cluster at {address} was lost before anything was graded ({type(error).__name__}: {error}); {_AGAIN}") from error
        threading.Thread(target=self._watch, name="cluster", daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def submit(self, function: object, task: Task) -> Future:
        """Carry out a task on some worker. `function` stays here (see `grade_elsewhere`): the workers have their own."""
        future: Future = Future()
        future.set_running_or_notify_cancel()
        if not self._open:
            self._answered = time.monotonic()  # nobody could have answered before
        try:
            self._send(future, json.dumps(task.to_dict()), 0)
        except Exception as error:  # Dask's own, for a connection that has just been closed
            raise self._failure or self._gone() from error
        if self._failure is not None:
            raise self._failure
        return future

    def _send(self, future: Future, text: str, refusals: int) -> None:
        fit = [worker for worker in self.threads if worker not in self.refused] if self.refused else None
        sent = self._client.submit(self._run, self._name, text, pure=False, workers=fit, allow_other_workers=bool(fit))
        with self._guard:
            self._open[future] = sent
        sent.add_done_callback(lambda done: self._received(done, future, text, refusals))

    def _received(self, done: object, future: Future, text: str, refusals: int) -> None:
        """Called by Dask in a thread of its own when a task has ended, in whatever way."""
        self._answered = time.monotonic()
        try:
            outcome = self._outcome(done)
            if isinstance(outcome, WorkersDied) and future is not self._alone:
                self._suspect(future, text)
                return
            if isinstance(outcome, dict) and "refused" in outcome:
                self.refused[outcome["worker"]] = outcome["refused"]
                if refusals < _REFUSALS:
                    time.sleep(0.2 * refusals)
                    self._send(future, text, refusals + 1)
                    return
                outcome = RuntimeError(f"{refusals} workers refused it; the last one: {outcome['refused']}")
        except Exception as error:  # whatever Dask raises: the future must end, or the run would wait for ever
            outcome = error
        with self._guard:
            waiting = self._open.pop(future, None) is not None
        if waiting and isinstance(outcome, BaseException):
            future.set_exception(outcome)
        elif waiting:
            future.set_result(outcome)
        if future is self._alone:
            self._suspect()

    def _suspect(self, *suspect: object) -> None:
        """All tasks on a worker that dies are suspected, the innocent too: so each is tried again while no other suspect is.

        suspect: one more (future, text); without, the one that was alone has ended."""
        with self._guard:
            if suspect:
                self._suspects.append(suspect)
            else:
                self._alone = None
            if self._alone is not None or not self._suspects:
                return
            self._alone, text = self._suspects.popleft()
        self._send(self._alone, text, 0)

    def _outcome(self, done: object) -> Grade | dict | Exception:
        if done.status == "cancelled":
            return self._gone()
        if done.status == "error":
            error = done.exception()
            killed = type(error).__name__ == "KilledWorker"
            return WorkersDied("every worker that graded it ended meanwhile") if killed else error
        result = done.result()
        if "refused" in result:
            return result
        answer = json.loads(result["answer"])
        return Grade.from_dict(answer["grade"]) if "grade" in answer else RuntimeError(answer["error"])

    def _gone(self) -> ClusterError:
        return ClusterError(f"the scheduler at {self.address} is gone; {_AGAIN}")

    def _watch(self) -> None:
        """End the run when nobody is left to carry it on."""
        heard = alive = time.monotonic()
        while not self._ended.wait(1.0):
            if self._client.status != "running":
                self._give_up(self._gone())
                return
            with suppress(Exception):  # the next look at the status says what it means, or the time that passes
                self.threads = self._client.sync(self._client.scheduler.ncores, workers=None, callback_timeout=_PATIENCE_SECONDS / 4)
                heard = time.monotonic()
            now = time.monotonic()
            alive = now if self.threads else alive
            for silent, most, what in (
                (now - heard, _PATIENCE_SECONDS, "the scheduler at {address} has not answered for {most:g} s"),
                (now - alive, _PATIENCE_SECONDS, "the cluster at {address} has had no worker for {most:g} s"),
                (now - self._answered if self._open else 0.0, self._longest, "no worker of the cluster at {address} has answered for {most:g} s"),
            ):
                if silent > most:
                    self._give_up(ClusterError(f"{what.format(address=self.address, most=most)}; {_AGAIN}"))
                    return

    def _give_up(self, error: ClusterError) -> None:
        self._failure = error
        with self._guard:
            futures, self._open = list(self._open), {}
        for future in futures:
            future.set_exception(error)

    def _compare_versions(self, expected: dict[str, str]) -> None:
        """Before anything is sent: code that is sent by value needs the same Python."""
        wrong = []
        for worker, told in self._client.get_versions()["workers"].items():
            packages = told["packages"]
            there = {"Python": ".".join(packages["python"].split(".")[:2]), "numpy": packages.get("numpy") or "none"}
            wrong += [f"{worker} has {name} {there[name]}, this machine {expected[name]}" for name in there if there[name] != expected[name]]
        if wrong:
            raise ClusterError(f"the workers must have the versions of this machine: {'; '.join(wrong[:5])}")

    def _look_around(self) -> str:
        """Try every worker; raises ClusterError if none will do."""
        try:
            if not self._client.nthreads():  # a cluster that grows with the work needs some to grow
                self._client.submit(self._run, self._name, "", pure=False).result(timeout=_PATIENCE_SECONDS)
            self.threads: dict[str, int] = self._client.nthreads()
        except TimeoutError as error:
            raise ClusterError(f"no worker of the cluster at {self.address} was ready to grade within {_PATIENCE_SECONDS:g} s") from error
        end = time.monotonic() + _PATIENCE_SECONDS
        looks = {worker: self._client.submit(self._run, self._name, "", pure=False, workers=[worker]) for worker in self.threads}
        answers = {worker: self._answer(look, end) for worker, look in looks.items()}
        self.refused = {worker: answer["refused"] for worker, answer in answers.items() if "refused" in answer}
        if len(self.refused) == len(answers):
            worker, reason = next(iter(self.refused.items()))
            raise ClusterError(f"no worker of the cluster at {self.address} can grade; {worker}: {reason}. `--isolation process` takes workers with less isolation, and the results say so")
        return "; ".join(sorted({json.loads(answer["answer"])["ready"] for answer in answers.values() if "answer" in answer}))

    def _answer(self, look: object, end: float) -> dict:
        try:
            return look.result(timeout=max(0.1, end - time.monotonic()))
        except Exception as error:  # it ended meanwhile, or does not answer: the others are enough
            return {"refused": f"it could not be tried ({type(error).__name__})"}

    def close(self) -> None:
        """Stop what runs and leave the cluster as it was: what was shipped is removed by it. More than once does no harm."""
        if self._ended.is_set():
            return
        self._ended.set()
        with self._guard:
            sent, self._open = list(self._open.values()), {}
        ended = threading.Thread(target=self._leave, args=(sent,), daemon=True)
        ended.start()
        ended.join(_LEAVE_SECONDS)

    def _leave(self, sent: list) -> None:
        with suppress(Exception):  # a scheduler that has just gone: there is nothing to leave
            self._client.cancel(sent)
        self._client.close(timeout=2)


def grade_elsewhere(task: Task) -> Grade:
    """What a cluster is given in place of a function of this process: the workers have their own."""
    raise NotImplementedError("tasks for a cluster are carried out by its workers")


def _worker_module():
    """The code for the workers, marked to be sent as it is; raises ClusterError if Dask is not installed."""
    try:
        import cloudpickle
        import distributed  # noqa: F401 - so that it is named if it is what is missing

        from autograder.grading import agent_process, cluster_worker
    except ModuleNotFoundError as error:
        raise ClusterError(f"--dask needs the package {error.name}: pip install -e '.[cluster]' in the folder of the course") from error
    for module in (agent_process, cluster_worker):
        if module.__name__ not in cloudpickle.list_registry_pickle_by_value():
            cloudpickle.register_pickle_by_value(module)
    return cluster_worker


def _connect(address: str):
    from distributed import Client
    from distributed.comm.addressing import parse_address, parse_host_port

    for name in [name for name in logging.root.manager.loggerDict if name.split(".")[0] == "distributed"]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what it would say of a failure, we say in a sentence
    try:  # a client that was made of what is no address waits when it is thrown away, and complains
        scheme, place = parse_address(address)
        if scheme in ("tcp", "tls"):
            parse_host_port(place)
    except ValueError as error:
        raise ClusterError(f"{address} is no address of a Dask scheduler ({error}); --dask takes one such as tcp://10.0.0.1:8786") from error
    try:
        return Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address} within {_CONNECT_SECONDS} s ({error}); --dask takes an address such as tcp://10.0.0.1:8786") from error
