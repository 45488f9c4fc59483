"""Side by side on copies of one right notebook, in one run: stock `otter run`, bare nbclient, a warm process, `autograder grade`.

    python tests/benchmarks/against_stock.py [--assignment a4] [--copies 200] [--stock 6] [--bare 12] [--rounds 3] [--jobs N]

"bare nbclient" runs the same cells in Jupyter kernels and checks nothing. "warm process" runs the same cells and then
the same public and hidden checks in one process that has everything imported: no sandbox, no store, no report; it is
what the learner's code and the checks cost by themselves. Prints submissions per second, the ratios, the spread over
the rounds, and where the time of ours goes. Nothing is asserted: machines differ, the ratios are what to look at.
"""

import argparse
import io
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from autograder.cores import available_cores
from autograder.course import Assignment, find_root, load, solutions, student_notebook
from autograder.grade_class import Options, grade_class
from autograder.grading.store import Store
from autograder.release import release
from autograder.sandbox import LAYERS


@dataclass(frozen=True, slots=True)
class Timed:
    """One way to run `count` notebooks: wall seconds per round, CPU milliseconds a notebook, and remarks."""

    label: str
    count: int
    seconds: tuple[float, ...]
    cpu_ms: float
    remark: str = ""

    @property
    def rate(self) -> float:
        """Notebooks per second: the median round."""
        return self.count / statistics.median(self.seconds)

    @property
    def spread(self) -> str:
        """Slowest and fastest round, in notebooks per second."""
        return f"{self.count / max(self.seconds):.2f}-{self.count / min(self.seconds):.2f}"


def stock(otter_zip: Path, notebooks: list[Path], jobs: int) -> None:
    """`otter run` on each notebook, `jobs` processes at a time."""

    def run(notebook: Path) -> None:
        with tempfile.TemporaryDirectory() as out:
            command = [sys.executable, "-m", "otter", "run", "-a", str(otter_zip), "-o", out, str(notebook)]
            subprocess.run(command, check=True, capture_output=True, cwd=out)

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(run, notebooks))


def run_bare(notebook: str) -> float:
    """The cells of one notebook in a kernel of its own, as nbclient runs it; CPU seconds used, the kernel's too."""
    import nbclient
    import nbformat

    used = cpu_seconds()
    with tempfile.TemporaryDirectory() as folder:
        settings = {"resources": {"metadata": {"path": folder}}, "extra_arguments": ["--log-level=40"]}
        nbclient.NotebookClient(nbformat.reads(notebook, as_version=4), **settings).execute()
    return cpu_seconds() - used


def run_warm(assignment: Assignment, notebook: dict) -> None:
    """The cells and then all checks, in this process; raises if a check fails."""
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            exec(compile(cell["source"], "<cell>", "exec"), names)  # noqa: S102 - the reference, not a submission
    for check in (*assignment.public_checks, *assignment.hidden_checks):
        record = check.run(names)
        if record is not None:
            raise AssertionError(f"{check.question}/{check.name}: {record.message}")


def ours(assignment: Assignment, folder: Path, out: Path, options: Options) -> dict[str, float]:
    """`autograder grade` on a folder, everything included; the mean milliseconds of a submission by part."""
    grade_class(assignment, [folder], out, options, io.StringIO())
    with Store(out / "results.sqlite") as store:
        grades = list(store.grades())
    assert all(grade.earned == grade.possible for grade in grades), "the reference does not get full points"
    return {part: 1000 * statistics.mean(grade.seconds[part] for grade in grades) for part in grades[0].seconds}


def cpu_seconds() -> float:
    """CPU time of this process and of its children that have ended."""
    usage = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in usage)


def without(notebook: dict, unwanted: Callable[[dict], bool]) -> dict:
    """The notebook without some of its cells."""
    return {**notebook, "cells": [cell for cell in notebook["cells"] if not unwanted(cell)]}


def is_picture(cell: dict) -> bool:
    """Whether a cell draws as released: the grader leaves such cells out, so nobody runs them here."""
    return "picture" in cell["metadata"].get("tags", ())


def is_check(cell: dict) -> bool:
    """Whether a code cell sets up or calls the notebook's own grader."""
    return cell["cell_type"] == "code" and re.search(r"^grader\b", cell["source"], re.M) is not None


def compare(assignment: Assignment, copies: int, few: int, some: int, rounds: int, jobs: int) -> list[Timed]:
    """Every way, round after round, so that a slow minute of the machine falls on all of them."""
    handed_in = without(student_notebook(assignment, solutions(assignment)), is_picture)
    unchecked = without(handed_in, is_check)
    text = json.dumps(handed_in)
    ways = ("stock otter run", "bare nbclient", "warm process", "ours, every layer", "ours, no layers")
    walls: dict[str, list[float]] = {way: [] for way in ways}
    cpus: dict[str, list[float]] = {way: [] for way in ways}
    counts = dict(zip(ways, (few, some, some, copies, copies), strict=True))
    remarks: dict[str, str] = {}
    every = Options(jobs=jobs)
    none = Options(jobs=jobs, isolation="process", deny=frozenset(LAYERS) - {"process"})
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        work = Path(name)
        built = release(assignment, work / "release")
        folder = work / "class"
        folder.mkdir()
        for number in range(copies):
            # One comment apart, so that no two submissions are the same file.
            (folder / f"s{number:05d}.ipynb").write_text(text.replace("import numpy as np", f"import numpy as np  # {number}", 1))
        notebooks = sorted(folder.iterdir())
        os.environ["MPLBACKEND"] = "Agg"
        run_warm(assignment, unchecked)
        for number in range(rounds):
            with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
                list(pool.map(run_bare, [json.dumps(unchecked)] * jobs))  # imports
                work_of = {
                    "stock otter run": lambda: stock(built.otter_zip, notebooks[:few], jobs),
                    "bare nbclient": lambda pool=pool: list(pool.map(run_bare, [json.dumps(unchecked)] * some)),
                    "warm process": lambda: [run_warm(assignment, unchecked) for _ in range(some)],
                    "ours, every layer": lambda number=number: ours(assignment, folder, work / f"every-{number}", every),
                    "ours, no layers": lambda number=number: ours(assignment, folder, work / f"none-{number}", none),
                }
                for way, run in work_of.items():
                    began, used = time.perf_counter(), cpu_seconds()
                    told = run()
                    walls[way].append(time.perf_counter() - began)
                    cpus[way].append(sum(told) if way == "bare nbclient" else cpu_seconds() - used)
                    if isinstance(told, dict):
                        remarks[way] = "wall ms by part: " + ", ".join(f"{part} {value:.0f}" for part, value in told.items())
    remarks |= {"bare nbclient": "no checks", "warm process": "one process, one core"}
    return [
        Timed(way, counts[way], tuple(walls[way]), 1000 * statistics.median(cpus[way]) / counts[way], remarks.get(way, "")) for way in ways
    ]


def main() -> None:
    """Run the comparison and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assignment", default="a4")
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--stock", type=int, default=6, help="notebooks for stock otter, which takes seconds for each")
    parser.add_argument("--bare", type=int, default=12, help="notebooks for nbclient and for the warm process")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=available_cores())
    args = parser.parse_args()
    assignment = load(find_root(), args.assignment)
    rows = compare(assignment, args.copies, args.stock, args.bare, args.rounds, args.jobs)
    print(f"{assignment.title}: {args.jobs} jobs, {os.cpu_count()} cores, {args.rounds} rounds")
    print(f"{'':<18} {'n':>5} {'per second':>11} {'(spread)':>13} {'x stock':>8} {'x nbclient':>11} {'CPU ms':>7}   remarks")
    for row in rows:
        against = f"{row.rate / rows[0].rate:>8.1f} {row.rate / rows[1].rate:>11.1f}"
        print(f"{row.label:<18} {row.count:>5} {row.rate:>11.2f} {row.spread:>13} {against} {row.cpu_ms:>7.0f}   {row.remark}")


if __name__ == "__main__":
    main()
