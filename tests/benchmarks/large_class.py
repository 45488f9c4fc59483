"""100, 1,000 and 10,000 submissions: `python -m tests.benchmarks.large_class [--assignment a1] [--sizes 100 1000] [--made-up 1000 10000]`.

Prints one table; asserts nothing. "graded" are `--sizes` submissions graded in sessions. "made-up" are copies of the grades of
the smallest of these classes that go through schedule, store, report and export without a session: what the grader itself
costs, and what its memory does. Each row is a process of its own. "report" is all that `autograder report` writes, first
into an empty folder, then again. `MB` is the most memory: of the grader while grading (outputs included) and to the end, and
of the largest of its helpers and zygotes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from autograder.course import find_root, load
from tests.benchmarks.measured import ROOT, Measured, hand_in, measured

COLUMNS = ("submissions", "grade s", "ms each", "CPU ms", "MB", "report s", "CPU s", "again s", "export s", "MB at end", "helper MB", "store MB", "kB each")


def row(kind: str, size: int, one: Measured) -> str:
    """One line of the table."""
    numbers = (
        one.grade, 1000 * one.grade / size, 1000 * one.cpu / size, one.memory, one.report, one.report_cpu, one.report_again,
        one.export, one.memory_at_the_end, one.helper_memory, one.store, 1000 * one.store / size,
    )  # fmt: skip
    return f"{f'{size} {kind}':<18}" + "".join(f"{number:>11.1f}" for number in numbers)


def main() -> None:
    """Grade, make up, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assignment", default="a1")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--made-up", type=int, nargs="*", default=[1000, 10000])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{chosen.assignment}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print(f"{COLUMNS[0]:<18}" + "".join(f"{column:>11}" for column in COLUMNS[1:]))
        for size in chosen.sizes:
            hand_in(load(find_root(ROOT), chosen.assignment), folder / f"class{size}", size)
            print(row("graded", size, measured(chosen.assignment, folder / f"class{size}", folder / f"graded{size}")), flush=True)
        model = folder / f"graded{min(chosen.sizes)}" / "results.sqlite"
        for size in chosen.made_up:
            out = folder / f"made-up{size}"
            out.mkdir()
            shutil.copy(model, out)
            print(row("made-up", size, measured(chosen.assignment, folder, out, made_up=size)), flush=True)


if __name__ == "__main__":
    main()
