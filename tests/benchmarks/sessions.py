"""What a session costs: CPU time of sessions that do more and more, and how long somebody waits for them.

    python tests/benchmarks/sessions.py [--sessions 60]

CPU time is that of the sessions themselves, as the kernel counts it when they have ended, start and layers included; of each
kind the third that took least counts, since the machine does other things, too.
"""

import argparse
import statistics
import time

from autograder.grading.replay import grading_zygote
from autograder.sandbox import Session

_CELL = "def f{0}(x):\n    return x + {0}\n\nf{0}({0})"
_CALLS = 200


def _nothing(session: Session) -> None:
    pass


def _one_cell(session: Session) -> None:
    session.run_cell(_CELL.format(0))


def _thirty_cells(session: Session) -> None:
    for number in range(30):
        session.run_cell(_CELL.format(number))


def _calls(session: Session) -> None:
    _one_cell(session)
    function = session.lookup("f0")
    for number in range(_CALLS):
        function(float(number))


def _batch(session: Session) -> None:
    _one_cell(session)
    session.observe_many(session.lookup("f0"), [(float(number),) for number in range(_CALLS)])


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=60)
    args = parser.parse_args()
    print(f"{'a session with':<30} {'ms of CPU':>10} {'ms waited':>10}")
    kinds = {"nothing": _nothing, "one cell": _one_cell, "30 cells": _thirty_cells, f"{_CALLS} calls": _calls, f"{_CALLS} calls in one": _batch}
    with grading_zygote([]) as zygote:
        for name, work in kinds.items():
            cpu, waited = [], []
            for _ in range(args.sessions):
                began = time.perf_counter()
                with zygote.session() as session:
                    work(session)
                waited.append(time.perf_counter() - began)
                cpu.append(session.usage.cpu_seconds)
            least = [statistics.mean(sorted(times)[: max(1, args.sessions // 3)]) for times in (cpu, waited)]
            print(f"{name:<30} {1000 * least[0]:>10.1f} {1000 * least[1]:>10.1f}")


if __name__ == "__main__":
    main()
