"""What a session computes for one submission, without sandbox, grader and stopwatch: its requests are recorded once and played
to a session's code in forks of this process.

    python -m tests.benchmarks.session_profile [--assignment a4] [--forks 30] [--rounds 40]

Prints the least and the middle CPU time of a fork (the least hardly depends on what else the machine does: good for comparing
two versions), the pages a fork had to copy or ask for, the same once the pages are there, and the functions in which samples
of further rounds were found, by share. A stopwatch on every stage would cost more here than the stages.
"""

import argparse
import gc
import importlib
import json
import os
import resource
import signal
import statistics
import sys
import tempfile
import time
import types
from collections import Counter

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from autograder.course import find_root, load
from autograder.grading import replay
from autograder.grading.verdicts import Submission, Task
from autograder.grading.workshop import Workshop
from autograder.sandbox import Limits
from autograder.sandbox.channel import Channel
from tests.benchmarks.where_time_goes import notebooks

_WARM_UP = 10  # submissions, until calls are foreseen and checks remembered
_SAMPLE = 0.0007  # seconds


def recorded(name: str) -> bytes:
    """What the session of the last of several right submissions was sent."""
    assignment, sent = load(find_root(), name), []
    write = Channel._write

    def noted(self, data, deadline):
        count = write(self, data, deadline)
        sent.append(bytes(data[:count]))
        return count

    Channel._write = noted
    shop = Workshop(assignment, Limits(), (), repairs=False)
    with shop.start() as zygote:
        for number, text in enumerate(notebooks(assignment, "reference", _WARM_UP)):
            sent.clear()
            shop.work(zygote, Task(Submission(f"s{number}", f"s{number}", json.loads(text), str(number))))
    Channel._write = write
    return b"".join(sent)


def ready() -> object:
    """The shell of a process that has what a zygote has before it forks."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    for name in replay._PRELOAD:
        importlib.import_module(name)
    for name, source in replay._STAND_INS.items():
        sys.modules[name] = module = types.ModuleType(name)
        exec(compile(source, name, "exec"), module.__dict__)
    from autograder.sandbox import template

    shell = template._warm({})
    gc.collect()
    gc.freeze()
    return shell


def play(shell: object, requests: int) -> float:
    """CPU seconds in which a session's code answers everything in the file `requests`."""
    from autograder.sandbox.errors import ChannelClosed
    from autograder.sandbox.inner_channel import InnerChannel
    from autograder.sandbox.worker import Worker

    os.lseek(requests, 0, os.SEEK_SET)
    worker = Worker(InnerChannel(requests, os.open("/dev/null", os.O_WRONLY)), shell, shell.display_pub.printed, os.memfd_create("printed"))
    began = time.process_time()
    try:
        worker.serve()
    except ChannelClosed:
        return time.process_time() - began


def sampled(shell: object, requests: int, rounds: int) -> tuple[Counter[str], int]:
    """How many samples were found in or below each function, and how many there were."""
    found, count = Counter(), 0

    def note(signum, frame):
        nonlocal count
        count += 1
        names = set()
        while frame is not None:
            names.add(f"{frame.f_code.co_filename.rpartition('/')[2][:24]}: {frame.f_code.co_name}")
            frame = frame.f_back
        found.update(names)

    signal.signal(signal.SIGALRM, note)
    signal.setitimer(signal.ITIMER_REAL, _SAMPLE, _SAMPLE)
    for _ in range(rounds):
        play(shell, requests)
        shell.reset(new_session=True)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return found, max(1, count)


def forked(work) -> object:
    """What work() returns, in a fork."""
    read, write = os.pipe()
    if os.fork() == 0:
        os.write(write, json.dumps(work()).encode())
        os._exit(0)
    os.close(write)
    os.wait()
    with open(read, "rb") as stream:
        return json.loads(stream.read())


def main() -> None:
    """Record, play, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assignment", default="a4")
    parser.add_argument("--forks", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=40)
    args = parser.parse_args()
    requests = os.memfd_create("requests")
    os.write(requests, recorded(args.assignment))
    out = sys.stdout
    shell = ready()

    def measured() -> tuple[float, int, float]:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        first = play(shell, requests)
        faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
        return first, faults, play(shell, requests)

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        first, faults, again = zip(*(forked(measured) for _ in range(args.forks)), strict=True)
        found, count = forked(lambda: sampled(shell, requests, args.rounds))
        os.chdir("/")
    for label, times in (("in a fresh fork", first), ("once more in the same", again)):
        out.write(f"{label:<24}{1000 * min(times):>7.1f} ms of CPU at least, {1000 * statistics.median(times):.1f} in the middle\n")
    out.write(f"{'pages faulted in':<24}{statistics.median(faults):>7.0f}\n")
    for name, number in Counter(found).most_common(40):
        out.write(f"{100 * number / count:>6.1f} %  {name}\n")


if __name__ == "__main__":
    main()
