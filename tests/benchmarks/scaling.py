"""The same class with 1, 2 and 4 jobs: `python -m tests.benchmarks.scaling [--assignment a4] [--size 100] [--jobs 1 2 4]`.

Prints one table; asserts nothing. `CPU` counts the grader, its zygotes and all sessions; on a busy machine it says more
than the seconds on the clock. More jobs than cores should cost nothing and gain nothing.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from autograder.course import find_root, load
from tests.benchmarks.measured import ROOT, hand_in, measured


def main() -> None:
    """Grade and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assignment", default="a4")
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2, 4])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        hand_in(load(find_root(ROOT), chosen.assignment), Path(folder) / "class", chosen.size)
        print(f"{chosen.size} submissions of {chosen.assignment}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print(f"{'jobs':>5}{'seconds':>10}{'per second':>12}{'CPU s':>8}{'CPU ms each':>13}{'grader MB':>11}")
        for jobs in chosen.jobs:
            one = measured(chosen.assignment, Path(folder) / "class", Path(folder) / f"out{jobs}", jobs=jobs)
            print(f"{jobs:>5}{one.grade:>10.1f}{chosen.size / one.grade:>12.1f}{one.cpu:>8.1f}{1000 * one.cpu / chosen.size:>13.1f}{one.memory:>11.0f}", flush=True)


if __name__ == "__main__":
    main()
