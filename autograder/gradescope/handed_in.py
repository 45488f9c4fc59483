"""What was handed in: the one notebook in the submission's folder, or a sentence about why there is none to grade."""

from __future__ import annotations

import os
from pathlib import Path

from autograder.grading.digests import digest_of_bytes
from autograder.grading.intake import find_submissions, read_submission
from autograder.grading.limits import IntakeError
from autograder.grading.plain import one_line
from autograder.grading.verdicts import Submission

_MOST_NAMES = 5


def handed_in(folder: Path, assignment_id: str) -> Submission:
    """The submission in `folder`: its notebook, or the archive `grader.export()` wrote; other files do not matter.

    Gradescope unpacks archives that are handed in by themselves, and keeps those that come with other files.
    Raises OSError if the folder cannot be read: that is not the student's fault.
    """
    os.listdir(folder)
    what_to_do = f"hand in {assignment_id}.ipynb, or the zip file that grader.export() wrote, and no other notebook"
    try:
        files = find_submissions([folder], downloads=False).files
    except IntakeError:
        return _nothing(f"There is no notebook in what you handed in: {what_to_do}.")
    if len(files) > 1:
        names = ", ".join(file.shown for file in files[:_MOST_NAMES]) + (", ..." if len(files) > _MOST_NAMES else "")
        return _nothing(f"You handed in {len(files)} notebooks or archives ({one_line(names)}), and only one can be graded: {what_to_do}.")
    return read_submission(files[0])


def _nothing(problem: str) -> Submission:
    return Submission("submission", "submission", None, digest_of_bytes(problem.encode()), problem)
