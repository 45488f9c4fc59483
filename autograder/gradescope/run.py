"""Grade the submission in /autograder/submission and write /autograder/results/results.json, whatever happens.

    python -I -m autograder.gradescope.run            grade
    python -I -m autograder.gradescope.run --check    say what would be graded and what isolates it; for setup.sh
"""

from __future__ import annotations

import json
import signal
import sys
import time
import traceback
from concurrent.futures import wait
from contextlib import suppress
from pathlib import Path

from autograder.course import Assignment, load
from autograder.grading.basis import basis_of
from autograder.grading.crew import ThreadCrew
from autograder.grading.files import write_whole
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.mend import Mender
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Grade, Submission, Task
from autograder.gradescope.handed_in import handed_in
from autograder.gradescope.results import not_graded, of_grade
from autograder.gradescope.settings import Settings
from autograder.sandbox import SandboxError, Zygote

BASE = Path("/autograder")
SETTINGS = "source/grading.json"
_LAST_SECONDS = 30  # after its own deadline, to close down and write the record


class Refused(Exception):
    """Nothing can be graded here; the sentence says why, to instructors."""


class _OutOfTime(Exception):
    """The whole run took too long."""


def main(arguments: list[str]) -> None:
    """Grade, or check the installation."""
    if arguments == ["--check"]:
        print(check(BASE))
        return
    began = time.monotonic()
    with suppress(Exception):
        # If nothing else helps, the system ends this process, and the record that is already there stands.
        signal.alarm(int(Settings.read(BASE / SETTINGS).total_seconds) + _LAST_SECONDS)
    made = {**results(BASE), "stdout_visibility": "hidden", "execution_time": round(time.monotonic() - began, 3)}
    write_whole(BASE / "results" / "results.json", json.dumps(made, indent=1) + "\n")


def results(base: Path) -> dict:
    """The results of the submission below `base`. Never raises: what goes wrong is told to the instructors."""
    possible = None
    try:
        settings = Settings.read(base / SETTINGS)
        assignment = _assignment(base, settings)
        possible = float(assignment.graded_points)
        submission = handed_in(base / "submission", assignment.id)
        grade = _grade(base, assignment, submission, settings)
        print(f"{assignment.id}: {grade.status}, {grade.earned:g} of {possible:g} points; {grade.isolation or grade.problem}")
        return of_grade(basis_of(assignment, settings.that_matter(), grade.isolation), grade)
    except (Refused, SandboxError) as error:
        print(error)
        return not_graded(str(error), possible)
    except Exception:
        reason = traceback.format_exc()
        print(reason)
        return not_graded(f"The grader failed on this submission.\n\n{reason}", possible)


def check(base: Path) -> str:
    """What this installation grades, and what keeps submitted code in. Raises if it cannot grade at all."""
    settings = Settings.read(base / SETTINGS)
    assignment = _assignment(base, settings)
    with _zygote(base) as zygote:
        isolation = zygote.isolation.description
    return f"{assignment.title}: {len(assignment.graded)} questions, {assignment.graded_points:g} points; {isolation}"


def _assignment(base: Path, settings: Settings) -> Assignment:
    assignment = load(base / "source" / "course", settings.assignment)
    if assignment.private_dir is None:  # the public checks alone would give a score, and a wrong one
        raise Refused(f"the bundle has no solutions/{assignment.slug}: make it again with `autograder release {assignment.id}`")
    return assignment


def _grade(base: Path, assignment: Assignment, submission: Submission, settings: Settings) -> Grade:
    if submission.problem:
        return _without_points(submission, submission.problem)
    mistakes, mender = KnownMistakes(assignment), Mender(assignment)

    def start() -> Zygote:
        zygote = _zygote(base)
        if zygote.isolation.floor_met:
            return zygote
        zygote.close()
        raise Refused(
            f"Grading was refused: this container cannot keep the hidden checks from submitted code ({zygote.isolation.description}). "
            "The grader must start as root, as it does on Gradescope, or the system must offer Landlock or user namespaces. "
            "No submission was run, and 0 is not a grade."
        )

    def work(zygote: Zygote, task: Task) -> Grade:
        return grade_one(zygote, assignment, task.submission, mistakes, settings.limits(), seconds=settings.total_seconds, mender=mender)

    try:
        # `grade_one` keeps to the time itself and grades what is done by then. Should it not, this thread, which watches
        # the clock, leaves by an exception and so ends the sessions.
        with ThreadCrew(1, start, work, final=(Refused,)) as crew:
            graded = crew.executor.submit(crew.grade, Task(submission))
            if wait([graded], settings.total_seconds + _LAST_SECONDS / 2).not_done:
                raise _OutOfTime
            return graded.result()
    except _OutOfTime:
        return _without_points(
            submission,
            f"Your notebook was not done after {settings.total_seconds / 60:g} minutes and was stopped: look for a loop "
            "that does not end and for cells that take long, then hand it in again.",
        )


def _zygote(base: Path) -> Zygote:
    metadata = base / "submission_metadata.json"
    secrets = [base / "source", base / "submission", base / "results", *([metadata] if metadata.exists() else [])]
    return grading_zygote(secrets)


def _without_points(submission: Submission, problem: str) -> Grade:
    return Grade(submission.name, submission.student, submission.digest, "unreadable", problem)


if __name__ == "__main__":
    main(sys.argv[1:])
