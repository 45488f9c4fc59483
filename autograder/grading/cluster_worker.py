"""The part that runs inside of a Dask worker: unpack the bundle, keep one grading process per thread, pass tasks on.

Dask sends this module by value, and `agent_process` with it: a worker needs Dask, and in its environment what the sandbox
needs, but no copy of this package. Nothing here may therefore use any other module of it.
"""

from __future__ import annotations

import io
import json
import shutil
import tempfile
import threading
import time
import zipfile

from distributed import SchedulerPlugin, WorkerPlugin, get_worker

from autograder.grading.agent_process import Agent

# After this long without a task, the solutions do not stay on a worker.
IDLE_SECONDS = 600.0


class Lease(SchedulerPlugin):
    """Lives in the scheduler and removes the `Grading` of this name when the client that brought it is gone, in whatever way."""

    def __init__(self, name: str, client: str) -> None:
        self.shipped = name
        self.client = client

    def remove_client(self, scheduler: object, client: str) -> None:
        """Called by Dask when a client has left or its connection is gone."""
        if client == self.client and self.shipped in scheduler.worker_plugins:
            scheduler.loop.add_callback(scheduler.unregister_worker_plugin, None, self.shipped)
            scheduler.loop.add_callback(scheduler.unregister_scheduler_plugin, f"{self.shipped}-lease")


class Grading(WorkerPlugin):
    """Keeps the unpacked bundle and the grading processes of one worker.

    config: the first line to a grading process. seconds: how long it may be silent before it is given up.
    """

    def __init__(self, name: str, packed: bytes, config: dict, seconds: float) -> None:
        self.name = name
        self.packed = packed
        self.config = config
        self.seconds = seconds

    def setup(self, worker: object) -> None:
        """Called by Dask on every worker, also on one that joins later."""
        self.address = worker.address
        self.guard = threading.Lock()
        self.folder = self.refusal = ""
        self.idle: list[Agent] = []
        self.all: set[Agent] = set()
        self.used = time.monotonic()
        self.ended = threading.Event()
        threading.Thread(target=self.watch, daemon=True).start()

    def teardown(self, worker: object) -> None:
        """Called by Dask when the run or the worker ends."""
        self.ended.set()
        self.clear()

    def watch(self) -> None:
        """Clear up after a run whose machine has died without a word; should a task come after all, all is made again."""
        while not self.ended.wait(30.0):
            if len(self.idle) == len(self.all) and time.monotonic() - self.used > IDLE_SECONDS:
                self.clear()

    def clear(self) -> None:
        """End the grading processes and remove the bundle."""
        with self.guard:
            agents, self.all, self.idle = self.all, set(), []
            folder, self.folder = self.folder, ""
        for agent in agents:
            agent.close()
        if folder:
            shutil.rmtree(folder, ignore_errors=True)

    def ask(self, text: str) -> dict:
        """The answer to a task (JSON text), from a grading process that nobody else is using; "" only starts one."""
        self.used = time.monotonic()
        for last in (False, True):
            agent = None if self.refusal else self.free()
            if agent and agent.refusal:
                self.refusal = agent.refusal
                self.drop(agent)
            if self.refusal:
                return {"refused": self.refusal, "worker": self.address}
            if agent is None:
                return {"answer": json.dumps({"error": "the run has ended"}), "worker": self.address}
            answer = agent.ask(text, self.seconds) if text else json.dumps({"ready": agent.isolation})
            if answer:
                with self.guard:
                    self.idle.append(agent)
                    self.used = time.monotonic()
                return {"answer": answer, "worker": self.address}
            self.drop(agent)
            if last:
                return {"answer": json.dumps({"error": f"its grading process on {self.address} ended twice"}), "worker": self.address}

    def free(self) -> Agent | None:
        """A grading process that nobody is using; None once the run has ended."""
        with self.guard:
            if self.ended.is_set():
                return None
            if self.idle:
                return self.idle.pop()
            if not self.folder:
                self.folder = tempfile.mkdtemp(prefix="grading-")  # for this user only
                with zipfile.ZipFile(io.BytesIO(self.packed)) as archive:
                    archive.extractall(self.folder)
            folder = self.folder
        agent = Agent(f"{folder}/engine", {**self.config, "course": f"{folder}/course", "secrets": [folder]}, folder)
        with self.guard:
            if not self.ended.is_set():
                self.all.add(agent)
                return agent
        agent.close()
        shutil.rmtree(folder, ignore_errors=True)
        return None

    def drop(self, agent: Agent) -> None:
        """Give up a grading process."""
        with self.guard:
            self.all.discard(agent)
        agent.close()


def make_task():
    """The function that Dask runs, (name, text) -> {"answer": JSON text, "worker": address} or {"refused": ..., "worker": ...}.

    A function inside of a function, because only such a one is sent by value within a task.
    """

    def grade_there(name: str, text: str) -> dict:
        return get_worker().plugins[name].ask(text)

    return grade_there
