"""`kill -9` at 50 random moments: `python -m tests.benchmarks.kill [--moments 50] [--seed 1]`.

A class is graded again and again; in turn the grader or one of its zygotes is killed at a moment drawn from the length
of an undisturbed run. Checked after every kill: the results file is sound, nothing that was stored is graded again.
Checked whenever a class is through: the table is that of the undisturbed run. Exits 1 at the first difference.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.grading.killing import Course, disturbed


def main() -> int:
    """Print one table: what was killed, and what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=12)
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        course = Course.made(Path(folder), chosen.size)
        table, seconds = course.whole(Path(folder) / "whole")
        counts: Counter[tuple[str, str]] = Counter()
        out, before, rounds = Path(folder) / "out0", frozenset(), 0
        for number in range(chosen.moments):
            victim = ("grader", "zygote")[number % 2]
            left = disturbed(course, out, victim, rng, seconds)
            twice = before & left.graded
            if twice:
                print(f"moment {number}: graded twice: {sorted(twice)}")
                return 1
            if victim == "zygote" and not left.ended:
                print(f"moment {number}: the run did not survive its zygote: {left.errors}")
                return 1
            kind = "ran to its end" if left.ended else "nothing stored yet" if not left.stored else "some stored"
            counts[victim, kind] += 1
            before |= left.stored
            if left.ended:
                if (out / "results.csv").read_text() != table:
                    print(f"moment {number}: another table than that of the undisturbed run")
                    return 1
                rounds += 1
                out, before = Path(folder) / f"out{rounds}", frozenset()
    print(f"{chosen.moments} moments (seed {chosen.seed}) in runs of {chosen.size} submissions, {seconds:.1f} s each; {rounds} classes came to their end")
    print(f"{'killed':<10}{'afterwards':<22}{'times':>6}")
    for (victim, kind), count in sorted(counts.items()):
        print(f"{victim:<10}{kind:<22}{count:>6}")
    print(f"every file sound, nothing graded twice, every table the same; {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
