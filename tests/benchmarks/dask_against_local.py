"""The same class on threads of this machine and on a Dask cluster of processes of this machine, in one run:

    python -m tests.benchmarks.dask_against_local [--assignment a4] [--size 100] [--workers 2]

Prints one table; asserts nothing. What the cluster adds is the way there and back, one more process per worker, and the
start of the workers' grading processes, which a longer run makes up for.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from autograder.course import find_root, load
from tests.benchmarks.measured import ROOT, hand_in, measured
from tests.grading.dask_processes import Dask


def main() -> None:
    """Grade twice and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assignment", default="a4")
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        hand_in(load(find_root(ROOT), chosen.assignment), folder / "class", chosen.size)
        print(f"{chosen.size} submissions of {chosen.assignment}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print(f"{'':<22}{'seconds':>10}{'per second':>12}{'grader MB':>11}")
        dask = Dask(folder, chosen.workers).ensure()
        try:
            for label, options in ((f"{chosen.workers} jobs", {"jobs": chosen.workers}), (f"{chosen.workers} Dask workers", {"dask": dask.address})):
                one = measured(chosen.assignment, folder / "class", folder / label.replace(" ", "-"), **options)
                print(f"{label:<22}{one.grade:>10.1f}{chosen.size / one.grade:>12.1f}{one.memory:>11.0f}", flush=True)
        finally:
            dask.close()
        same = len({(folder / label / "results.csv").read_bytes() for label in (f"{chosen.workers}-jobs", f"{chosen.workers}-Dask-workers")}) == 1
        print("the tables are the same" if same else "the tables differ")


if __name__ == "__main__":
    main()
