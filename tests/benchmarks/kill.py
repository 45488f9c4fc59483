"""`kill -9` at 50 random moments: `python -m tests.benchmarks.kill [--moments 50] [--seed 1] [--size 300] [--dask]`.

A class is graded again and again; in turn the grader or one of its zygotes is killed at a moment drawn from the length
of an undisturbed run. With --dask on a cluster of processes of this machine: a worker is killed or stops answering
(SIGSTOP), the scheduler or the grader is killed, with and without Dask's nannies by turns.
Checked after every kill: the results file is sound, nothing that was stored is graded again. Checked whenever a class is
through: the table is that of the undisturbed run. Exits 1 at the first difference.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.grading.dask_processes import Dask
from tests.grading.killing import Course, Left, disturbed, struck

# A worker that says nothing for this long is given up; Dask's own default is five minutes.
_TTL = {"DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "5s"}
_LOCAL = ("grader", "zygote")
_DASK = ("worker", "stalled worker", "scheduler", "grader")
_MUST_SURVIVE = {"zygote", "worker", "stalled worker"}


def main() -> int:
    """Print one table: what was killed, and what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=300)
    parser.add_argument("--dask", action="store_true")
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)
    began = time.monotonic()
    victims = _DASK if chosen.dask else _LOCAL
    with tempfile.TemporaryDirectory() as folder:
        course = Course.made(Path(folder), chosen.size)
        table, seconds = course.whole(Path(folder) / "whole")
        cluster = _Cluster(Path(folder), course, rng, 1.5 * seconds)
        counts: Counter[tuple[str, str]] = Counter()
        out, before, rounds = Path(folder) / "out0", frozenset(), 0
        for number in range(chosen.moments):
            victim = victims[number % len(victims)]
            try:
                left = cluster.disturbed(out, victim, number // len(victims) % 2 == 1) if chosen.dask else disturbed(course, out, victim, rng, seconds)
            finally:
                cluster.close()
            wrong = faults(left, victim, before)
            if left.ended and (out / "results.csv").read_text() != table:
                wrong.append("another table than that of the undisturbed run")
            if wrong:
                print(f"moment {number}, {victim}: {'; '.join(wrong)}")
                return 1
            kind = "ran to its end" if left.ended else "nothing stored yet" if not left.stored else "some stored"
            counts[victim, kind] += 1
            before |= left.stored
            if left.ended:
                rounds += 1
                out, before = Path(folder) / f"out{rounds}", frozenset()
    print(f"{chosen.moments} moments (seed {chosen.seed}) in runs of {chosen.size} submissions, {seconds:.1f} s each; {rounds} classes came to their end")
    print(f"{'killed':<16}{'afterwards':<22}{'times':>6}")
    for (victim, kind), count in sorted(counts.items()):
        print(f"{victim:<16}{kind:<22}{count:>6}")
    print(f"every file sound, nothing graded twice, every table the same; {time.monotonic() - began:.0f} s")
    return 0


def faults(left: Left, victim: str, before: frozenset[str]) -> list[str]:
    """What should not be after a run that lost `victim`; `before`: who had been stored."""
    found = [f"graded twice: {sorted(before & left.graded)}"] if before & left.graded else []
    found += [f"the run did not survive it: {left.errors}"] if victim in _MUST_SURVIVE and not left.ended else []
    found += [f"not a sentence: {left.errors}"] if "Traceback" in left.errors else []
    return found


class _Cluster:
    """A new cluster for every run, so that every moment of its start is met too."""

    def __init__(self, folder: Path, course: Course, rng: random.Random, latest: float) -> None:
        self._folder, self._course, self._rng, self._latest = folder, course, rng, latest
        self._dask: Dask | None = None

    def disturbed(self, out: Path, victim: str, nanny: bool) -> Left:
        """Run, strike `victim` at a moment before `latest` (seconds), wait for the end."""
        self._dask = dask = Dask(self._folder, nanny=nanny, settings=_TTL).ensure()
        running = self._course.start(out, "--dask", dask.address)
        left = struck(running, out, self._blow(victim), self._rng.uniform(1.0, self._latest))
        until = time.monotonic() + 60
        while victim == "grader" and dask.shipped():  # what was shipped goes when the connection is gone
            if time.monotonic() > until:
                raise SystemExit("the solutions stay on the workers although the grader is dead")
            time.sleep(0.1)
        return left

    def _blow(self, victim: str) -> Callable[[subprocess.Popen], None]:
        def blow(running: subprocess.Popen) -> None:
            if victim in ("scheduler", "grader"):
                (self._dask.scheduler if victim == "scheduler" else running).kill()
            elif pids := self._dask.pids():
                os.kill(self._rng.choice(pids), signal.SIGKILL if victim == "worker" else signal.SIGSTOP)

        return blow

    def close(self) -> None:
        """Kill what is left."""
        if self._dask is not None:
            self._dask.close()


if __name__ == "__main__":
    sys.exit(main())
