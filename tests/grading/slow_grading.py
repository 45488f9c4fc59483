"""A grading run that can be killed: `python slow_grading.py STORE LOG SIZE [MOST]`. Each graded name is a line in LOG.

With MOST it grades so many and then waits to be killed, however late that is.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
import time

from autograder.grading.crew import ThreadCrew
from autograder.grading.schedule import grade_many
from autograder.grading.store import Store
from tests.grading.grades import BASIS, partly, submission


class Nothing:
    """A tool with nothing to close."""

    def close(self) -> None:
        """Nothing to do."""


def main(path: str, log: str, size: int, most: int) -> None:
    """Grade `size` submissions slowly enough to be interrupted, but no more than `most`."""
    begun = itertools.count()
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def work(tool, task):
        if next(begun) >= most:
            threading.Event().wait()
        one = task.submission
        os.write(handle, f"{one.name}\n".encode())
        time.sleep(0.005)
        return partly(one.name)

    with Store(path, BASIS) as store, ThreadCrew(2, Nothing, work) as crew:
        grade_many((submission(f"s{i:03}") for i in range(size)), store, crew.grade, crew.executor, in_flight=4)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else int(sys.argv[3]))
