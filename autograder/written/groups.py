"""Answers that say the same are one group and get one mark.

A group is known by the digest of its text, and groups stand in the order of those digests: the same in every session,
and nothing about who wrote them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from autograder.grading.marks import Mark, answer_digest
from autograder.grading.verdicts import Grade, WrittenAnswer
from autograder.written.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Group:
    """Submissions that give the same answer to a question. `leader`, the first by name, stands for all."""

    key: str
    question: str
    digest: str
    answer: WrittenAnswer
    submissions: tuple[str, ...]
    students: tuple[str, ...]

    @property
    def leader(self) -> str:
        """Whose submission the mark is saved under first."""
        return self.submissions[0]

    @property
    def others(self) -> tuple[str, ...]:
        """Who gets the same mark."""
        return self.submissions[1:]


def groups_of(questions: Iterable[str], grades: Iterable[Grade]) -> dict[str, dict[str, Group]]:
    """The groups of each question, by their keys, in order. Read grade by grade."""
    found: dict[str, dict[str, list[tuple[Grade, WrittenAnswer]]]] = {name: {} for name in questions}
    for grade in grades:
        for answer in grade.answers:
            if answer.question in found:
                bare = replace(grade, questions=(), cells=(), answers=())
                found[answer.question].setdefault(answer_digest(answer), []).append((bare, answer))
    return {name: dict(sorted(_grouped(name, entries))) for name, entries in found.items()}


def _grouped(question: str, entries: dict[str, list[tuple[Grade, WrittenAnswer]]]) -> Iterator[tuple[str, Group]]:
    for digest, found in entries.items():
        key = hashlib.sha256(f"{question}\0{digest}".encode()).hexdigest()[:16]
        names = tuple(grade.submission for grade, _ in found)
        yield key, Group(key, question, digest, found[0][1], names, tuple(grade.student for grade, _ in found))


def note_on(mark: Mark, group: Group, rubric: Rubric, usable: bool, without: int) -> str:
    """What a grader should know before trusting a mark; "" if there is nothing."""
    if mark.done and mark.answer != group.digest:
        return f"Changed since graded: {mark.grader} gave {mark.earned:g} points to an earlier text."
    if not usable:
        return f"The rubric has other points now: {mark.grader} gave {mark.earned:g} of {mark.possible:g} by an earlier one."
    if mark.rubric != rubric.digest:
        return "The words of the rubric have changed since these points were given."
    if mark.done and without:
        return f"{without} more say the same and have no mark yet: Enter gives them this one."
    return ""
