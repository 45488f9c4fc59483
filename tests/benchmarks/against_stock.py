"""Side by side: stock `otter run` against `autograder grade` on copies of one right notebook, in one run.

    python tests/benchmarks/against_stock.py [--assignment a1] [--copies 200] [--stock 6] [--jobs N]

Prints submissions per second, the ratio, and where the time goes: sessions, the student's cells, checks, the rest.
Nothing is asserted: machines differ, the ratio is what to look at.
"""

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from autograder.course import find_root, load, solutions, student_notebook
from autograder.grade_class import Options, available_cores, grade_class
from autograder.grading.store import Store
from autograder.release import release
from autograder.sandbox import LAYERS


def stock(otter_zip: Path, notebooks: list[Path], jobs: int) -> float:
    """Seconds for `otter run` on each notebook, `jobs` processes at a time."""

    def run(notebook: Path) -> None:
        with tempfile.TemporaryDirectory() as out:
            command = [sys.executable, "-m", "otter", "run", "-a", str(otter_zip), "-o", out, str(notebook)]
            subprocess.run(command, check=True, capture_output=True, cwd=out)

    began = time.perf_counter()
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(run, notebooks))
    return time.perf_counter() - began


def ours(assignment, folder: Path, out: Path, options: Options) -> tuple[float, dict[str, float]]:
    """Seconds for `autograder grade` on a folder, everything included, and the mean milliseconds by part."""
    began = time.perf_counter()
    grade_class(assignment, [folder], out, options, io.StringIO())
    seconds = time.perf_counter() - began
    with Store(out / "results.sqlite") as store:
        grades = list(store.grades())
    assert all(grade.earned == grade.possible for grade in grades), "the reference does not get full points"
    return seconds, {part: 1000 * statistics.mean(grade.seconds[part] for grade in grades) for part in grades[0].seconds}


def main() -> None:
    """Run the comparison and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assignment", default="a1")
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--stock", type=int, default=6, help="notebooks for stock otter, which takes seconds for each")
    parser.add_argument("--jobs", type=int, default=available_cores())
    args = parser.parse_args()
    assignment = load(find_root(), args.assignment)
    text = json.dumps(student_notebook(assignment, solutions(assignment)))
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        work = Path(name)
        built = release(assignment, work / "release")
        folder = work / "class"
        folder.mkdir()
        for number in range(args.copies):
            # One comment apart, so that no two submissions are the same file.
            (folder / f"s{number:04d}.ipynb").write_text(text.replace("import numpy as np", f"import numpy as np  # {number}", 1))
        notebooks = sorted(folder.iterdir())[: args.stock]
        rows = []
        stock_seconds = stock(built.otter_zip, notebooks, args.jobs)
        stock_rate = len(notebooks) / stock_seconds
        rows.append(("stock otter run", len(notebooks), stock_seconds, stock_rate, {}))
        for label, options in (
            ("ours, every layer", Options(jobs=args.jobs)),
            ("ours, no layers", Options(jobs=args.jobs, isolation="process", deny=frozenset(LAYERS) - {"process"})),
        ):
            seconds, parts = ours(assignment, folder, work / label.replace(" ", "-"), options)
            rows.append((label, args.copies, seconds, args.copies / seconds, parts))
    print(f"{assignment.title}: {args.jobs} jobs, {os.cpu_count()} cores")
    print(f"{'':<20} {'n':>5} {'seconds':>8} {'per second':>11} {'ratio':>7}   mean ms per submission")
    for label, count, seconds, rate, parts in rows:
        shares = ", ".join(f"{part} {value:.1f}" for part, value in parts.items())
        print(f"{label:<20} {count:>5} {seconds:>8.1f} {rate:>11.2f} {rate / stock_rate:>7.1f}   {shares}")


if __name__ == "__main__":
    main()
