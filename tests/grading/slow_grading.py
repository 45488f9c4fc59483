"""A grading run that can be killed: `python slow_grading.py STORE LOG SIZE`. Each graded name is a line in LOG."""

from __future__ import annotations

import os
import sys
import time

from autograder.grading.crew import ThreadCrew
from autograder.grading.schedule import grade_many
from autograder.grading.store import Store
from tests.grading.grades import BASIS, partly, submission


class Nothing:
    """A tool with nothing to close."""

    def close(self) -> None:
        """Nothing to do."""


def main(path: str, log: str, size: int) -> None:
    """Grade `size` submissions slowly enough to be interrupted."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def work(tool, task):
        one = task.submission
        os.write(handle, f"{one.name}\n".encode())
        time.sleep(0.005)
        return partly(one.name)

    with Store(path, BASIS) as store, ThreadCrew(2, Nothing, work) as crew:
        grade_many((submission(f"s{i:03}") for i in range(size)), store, crew.grade, crew.executor, in_flight=4)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
