"""One class's written answers and their marks, as the page needs them: plain data in, plain data out, no network."""

from __future__ import annotations

import math
import re
from pathlib import Path

from autograder.course import Assignment, CourseError, Question
from autograder.grading.marks import Mark, Marks
from autograder.grading.plain import one_line, plain
from autograder.grading.store import Store
from autograder.written.calls import compute_calls, quoted_calls
from autograder.written.evidence import known_about, own_cells
from autograder.written.facts import Fact, FactSet, read_facts
from autograder.written.groups import Group, groups_of, note_on
from autograder.written.numbers import Quoted, numbers_in
from autograder.written.rubric import Rubric, read_rubric
from autograder.written.text import show, show_guide

# Points are given in steps of a quarter at least, so that sums stay exact.
_STEP = 0.25
_NAME = 60


class Gone(Exception):
    """There is no such question or answer any more; the text says so."""


class Desk:
    """Reads answers from the results file and keeps marks in it. For use from one thread; only `calls` may be asked from another."""

    def __init__(self, folder: Path, assignment: Assignment) -> None:
        self.assignment = assignment
        self._path = folder / "results.sqlite"
        self._marks = Marks(self._path)
        self.manual = {question.id: question for question in assignment.questions if question.manual}
        self.rubrics = {name: read_rubric(assignment, question) for name, question in self.manual.items()}
        self.fact_sets = read_facts(assignment)
        self._facts: dict[str, tuple[Fact, ...]] = {
            name: tuple(fact for one in self.fact_sets if one.question == name for fact in one.facts) for name in self.manual
        }
        self.answers_kept = True
        self._calls: dict[str, list[dict]] = {}
        self._state: tuple | None = None
        self._groups: dict[str, dict[str, Group]] = {}
        self.refresh()

    def close(self) -> None:
        """Close the file."""
        self._marks.close()

    def refresh(self) -> None:
        """Read the answers again if grading has gone on meanwhile."""
        with Store(self._path) as store:
            state = store.state()
            if state == self._state:
                return
            self._groups = groups_of(self.manual, store.grades())
            self.answers_kept = any(self._groups.values()) or not any(grade.status == "graded" for grade in store.grades())
        self._state = state

    def overview(self) -> list[dict]:
        """Per written question: id, title, points, how many answers there are and how many have which status."""
        marks = self._by_place()
        made = []
        for name, question in self.manual.items():
            counts = dict.fromkeys(("graded", "draft", "changed", "open"), 0)
            for group in self._groups[name].values():
                counts[self._status(group, marks)] += len(group.submissions)
            made.append({"id": name, "title": question.title, "points": question.points, "answers": sum(counts.values()), **counts})
        return made

    def question(self, name: str) -> dict:
        """A question: its text, its rubric, the guide's section, what its numbers are, and its answers in order."""
        question, rubric = self._question(name), self.rubrics[name]
        self.refresh()
        marks = self._by_place()
        return {
            "id": name,
            "title": question.title,
            "points": question.points,
            "text": show_guide(_prose(self.assignment, name)),
            "rubric": [{"points": item.points, "html": _inline(item.text), "group": one_line(item.group)} for item in rubric.items],
            "problem": rubric.problem,
            "notes": show_guide(rubric.notes),
            "facts": [{"name": fact.name, "shown": fact.shown, "source": fact.source, "off": fact.off} for fact in self._facts[name]],
            "answers": [self._brief(group, marks) for group in self._groups[name].values()],
        }

    def answer(self, name: str, key: str, *, names: bool = False) -> dict:
        """One answer: harmless HTML, what is known about its numbers, the learner's own cells, and the mark."""
        group, marks = self._group(name, key), self._by_place()
        with Store(self._path) as store:
            grade = store.grade(group.leader)
        about = known_about(self._facts[name], grade)
        known: list[dict] = []

        def kind_of(number: Quoted) -> str:
            kind, says = about(number)
            known.append({"text": number.text, "kind": kind, "says": says})
            return kind

        shown = show(group.answer.text, group.answer.images, kind_of)
        return {
            **self._brief(group, marks),
            "html": shown.html,
            "typed": plain(group.answer.text, 41_000),
            "empty": not group.answer.text.strip() and not group.answer.images,
            "numbers": known[: len(shown.numbers)],
            "cells": own_cells(grade, group.answer),
            "mark": self._mark(group, marks),
            "names": [one_line(student, _NAME) for student in group.students[:50]] if names else [],
        }

    def calls(self, name: str, key: str) -> list[dict]:
        """The calls that an answer quotes and what the reference gives for them; takes seconds the first time."""
        if key in self._calls:
            return self._calls[key]
        text = self._group(name, key).answer.text
        found = compute_calls(self.assignment, quoted_calls(text, self.assignment.functions))
        stated = list(numbers_in(text))
        self._calls[key] = [
            {
                "call": one_line(call.text),
                "result": call.result,
                "quoted": list(dict.fromkeys(number.text for number in stated if any(number.agrees(value) for value in call.values))),
            }
            for call in found
        ]
        return self._calls[key]

    def save(self, name: str, key: str, version: int, points: list, comment: str, done: bool, grader: str, *, typing: bool) -> dict:
        """Store points and comment for an answer and all that say the same; returns the mark as `answer` does.

        Raises:
            Stale: somebody else was faster. Gone: the answer is not there any more. ValueError: points out of range.
        """
        group, rubric = self._group(name, key), self.rubrics[name]
        given = _checked(points, rubric)
        if done:  # what nobody decided on earns nothing
            given = tuple(one or 0.0 for one in given)
        action = "done" if done else "comment" if typing else "points"
        mark = Mark(group.leader, name, group.digest, rubric.digest, given, float(self.manual[name].points), comment, done, _grader(grader), action=action)
        self._marks.save(mark, version, group.others)
        return self._after(group)

    def undo(self, name: str, key: str, version: int, grader: str) -> dict:
        """Take back the last change of an answer's mark; raises what `save` does."""
        group = self._group(name, key)
        self._marks.undo(name, group.leader, version, _grader(grader), group.others)
        return self._after(group)

    def current(self, name: str, key: str) -> dict:
        """The mark of an answer as it is now."""
        return self._after(self._group(name, key))

    def newest(self) -> int:
        """The number of the newest entry of all marks."""
        return self._marks.newest()

    def news(self, since: int) -> tuple[int, list[dict]]:
        """The newest entry's number, and the answers whose marks have changed since the entry `since`."""
        newest = self._marks.newest()
        touched = {(mark.question, mark.submission) for mark in self._marks.all(since)}
        marks = self._by_place() if touched else {}
        groups = (group for found in self._groups.values() for group in found.values())
        changed = [group for group in groups if any((group.question, name) in touched for name in group.submissions)]
        return newest, [{"question": group.question, **self._brief(group, marks)} for group in changed]

    def put_facts(self, computed: FactSet, facts: tuple[Fact, ...]) -> None:
        """Use the values that were computed now in place of those declared."""
        by_name = {(fact.name, fact.source): fact for fact in facts}
        kept = self._facts[computed.question]
        self._facts[computed.question] = tuple(by_name.get((fact.name, fact.source), fact) for fact in kept)

    def _after(self, group: Group) -> dict:
        marks = self._by_place()
        return {**self._brief(group, marks), "mark": self._mark(group, marks)}

    def _question(self, name: str) -> Question:
        if name not in self.manual:
            raise Gone(f"{self.assignment.id} has no written question {name}")
        return self.manual[name]

    def _group(self, name: str, key: str) -> Group:
        self._question(name)
        if key not in self._groups[name]:
            self.refresh()
        if key not in self._groups[name]:
            raise Gone("this answer is not there any more: it was handed in again with another text")
        return self._groups[name][key]

    def _by_place(self) -> dict[tuple[str, str], Mark]:
        return {(mark.question, mark.submission): mark for mark in self._marks.all()}

    def _of(self, group: Group, marks: dict[tuple[str, str], Mark]) -> list[Mark]:
        return [marks[place] for name in group.submissions if (place := (group.question, name)) in marks]

    def _fits(self, mark: Mark, group: Group) -> bool:
        return mark.answer == group.digest and len(mark.points) == len(self.rubrics[group.question].items) and self._worth(mark, group)

    def _worth(self, mark: Mark, group: Group) -> bool:
        return mark.possible == self.manual[group.question].points

    def _status(self, group: Group, marks: dict[tuple[str, str], Mark]) -> str:
        found = self._of(group, marks)
        if len(found) == len(group.submissions) and all(mark.done and self._fits(mark, group) for mark in found):
            return "graded"
        if any(mark.done and not self._fits(mark, group) for mark in found):
            return "changed"
        touched = any(mark.comment or mark.done or any(one is not None for one in mark.points) for mark in found)
        return "draft" if touched else "open"

    def _brief(self, group: Group, marks: dict[tuple[str, str], Mark]) -> dict:
        newest = max(self._of(group, marks), key=lambda mark: mark.number, default=None)
        return {
            "key": group.key,
            "same": len(group.submissions),
            "status": self._status(group, marks),
            "grader": newest.grader if newest else "",
            "earned": newest.earned if newest else 0.0,
            "version": newest.number if newest else 0,
        }

    def _mark(self, group: Group, marks: dict[tuple[str, str], Mark]) -> dict | None:
        found = self._of(group, marks)
        newest = max(found, key=lambda mark: mark.number, default=None)
        if newest is None:
            return None
        items = self.rubrics[group.question].items
        usable = len(newest.points) == len(items) and self._worth(newest, group)
        return {
            "points": list(newest.points) if usable else [None] * len(items),
            "comment": newest.comment,
            "done": newest.done,
            "grader": newest.grader,
            "at": newest.at,
            "note": note_on(newest, group, self.rubrics[group.question], usable, len(group.submissions) - len(found)),
        }


def _checked(points: object, rubric: Rubric) -> tuple[float | None, ...]:
    if not isinstance(points, list) or len(points) != len(rubric.items):
        raise ValueError(f"there are {len(rubric.items)} lines in the rubric")
    for one, item in zip(points, rubric.items, strict=True):
        number = isinstance(one, int | float) and not isinstance(one, bool) and math.isfinite(one)
        if one is not None and not (number and 0 <= one <= item.points and one % _STEP == 0):
            raise ValueError(f"{one!r} is not between 0 and {item.points:g} in steps of {_STEP:g}")
    return tuple(None if one is None else float(one) for one in points)


def _grader(name: object) -> str:
    return one_line(name, _NAME) if isinstance(name, str) and name.strip() else "somebody"


def _prose(assignment: Assignment, question: str) -> str:
    cells = [cell for cell in assignment.cells if cell.question == question and cell.kind == "markdown" and "answer" not in cell.tags]
    return re.sub(r"\A#+ +.+\n", "", "\n\n".join(cell.source for cell in cells)).strip()


def _inline(text: str) -> str:
    return show_guide(text).strip().removeprefix("<p>").removesuffix("</p>")


def desk_of(folder: Path) -> Desk:
    """The desk for the results in `folder`.

    Raises:
        StoreError: there are no results. CourseError: the assignment is not in this copy, or has no written questions.
    """
    from autograder.course import find_root, load

    with Store(folder / "results.sqlite") as store:
        assignment = load(find_root(), store.basis.assignment)
    if not any(question.manual for question in assignment.questions):
        raise CourseError(f"{assignment.id} has no written questions: there is nothing to read by hand")
    desk = Desk(folder, assignment)
    if not desk.answers_kept:
        desk.close()
        raise CourseError(f"the results in {folder} hold no answers, because an older grader made them: run `autograder grade` again with the same --out")
    return desk
