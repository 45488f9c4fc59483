"""How a task is carried out on this machine: with a zygote, by `grade_one`, and again for what rests on its outcome."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from autograder.course import Assignment
from autograder.grading.agenda import grade_task
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.mend import Mender
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Grade, QuestionResult, Task
from autograder.sandbox import Limits, Zygote


class Workshop:
    """What the workers of one run share. `start` and `work` are what a `Crew` needs.

    secrets: folders that no session may see. deny: isolation layers that are left out. repairs: whether the lines with the
    mistakes are looked for.
    """

    def __init__(self, assignment: Assignment, limits: Limits, secrets: tuple[Path, ...], deny: frozenset[str] = frozenset(), *, repairs: bool = True) -> None:
        self._deny = deny
        self._assignment = assignment
        self._limits = limits
        self._secrets = secrets
        self._mistakes = KnownMistakes(assignment)
        self._mender = Mender(assignment) if repairs else None
        self._builds_on = {question.id: assignment.prerequisites(question.id) for question in assignment.graded}

    def start(self) -> Zygote:
        """The process that one worker's sessions come from."""
        return grading_zygote(self._secrets, self._deny)

    def work(self, zygote: Zygote, task: Task) -> Grade:
        """Carry out a task. Raises ZygoteDied."""

        def grade(kept: Mapping[str, QuestionResult]) -> Grade:
            return grade_one(zygote, self._assignment, task.submission, self._mistakes, self._limits, kept=kept, mender=self._mender)

        return grade_task(task, self._builds_on, grade)
