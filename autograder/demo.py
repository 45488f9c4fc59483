"""The whole path in one command: release an assignment, grade a made-up class, write the report."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

# The checks take milliseconds: long enough on a busy machine, short enough to watch an endless loop being stopped.
_TIMEOUT = 2.0
_MEMORY_MB = 1024
# Drawing takes four seconds of a core for each: enough to see what the pages look like.
_DRAWN = ("ada", "grace")


def run_demo(out: Path, echo: Callable[[str], None], assignment_id: str = "a1") -> Path:
    """Release, make a class, grade it; everything goes below `out`. Returns the path of the report.

    Raises what `release` and `grade_class` raise.
    """
    from autograder.course import find_root, load
    from autograder.draw_pictures import draw_pictures
    from autograder.grade_class import Options, grade_class
    from autograder.grading.store import Store
    from autograder.release import release
    from autograder.report.pages import write_report
    from autograder.sample_class import NOTE, write_class

    assignment = load(find_root(), assignment_id)
    echo(f"1. Release {assignment.title}: what learners get, the solution, the stock Otter autograder")
    for path in release(assignment, out / "release").paths():
        echo(f"   {path}")
    submissions = out / "submissions"
    members = write_class(assignment, submissions)
    echo(f"2. A made-up class hands in {len(members)} files: {submissions / 'README.txt'} says who is what")
    echo("3. Grade them against the hidden reference, each in a locked-down process of its own")
    options = Options(timeout=_TIMEOUT, memory_mb=_MEMORY_MB, note=NOTE)
    graded = out / "graded"
    grade_class(assignment, [submissions], graded, options, sys.stdout)
    with Store(graded / "results.sqlite") as store:
        if draw_pictures(assignment, store, only=_DRAWN):
            write_report(graded / "report", store)
    echo(f"pictures drawn by {' and '.join(_DRAWN)}; `autograder report {graded} --pictures` draws everybody's")
    return graded / "report" / "index.html"
