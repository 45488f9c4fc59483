"""Run code through the checks of its question, and count what came out of it by function."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from itertools import islice

import numpy as np

from autograder.checking import Check, shifted
from autograder.checking.audience import explanations
from tests.verdicts.case import ASSIGNMENTS, Case, assignment, cases, environment


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks said of one implementation: the names of those that took points off, by shift of the seeds; of wrong
    code the first alone."""

    assignment: str
    function: str
    what: str
    right: bool
    known: bool  # a variant or a known mistake of the course
    failed: tuple[tuple[str, ...], ...]

    @property
    def told_right(self) -> bool:
        """Whether the verdict is the one it should be, with all seeds."""
        return all(bool(names) != self.right for names in self.failed)


@contextmanager
def quietly() -> Iterator[None]:
    """Wrong code warns and prints a lot."""
    with np.errstate(all="ignore"), warnings.catch_warnings(), redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def failed_checks(name: str, function: str, env: Mapping[str, object]) -> tuple[str, ...]:
    """The checks of a function's question that take points off; one that cannot use a result does too, as in the grader."""
    return tuple(check.name for check in telling(name, function) if not passes(check, env))


def first_failed(name: str, function: str, env: Mapping[str, object]) -> tuple[str, ...]:
    """The first of them alone, if there is one: all that wrong code has to show, at less cost."""
    return tuple(islice((check.name for check in telling(name, function) if not passes(check, env)), 1))


def telling(name: str, function: str) -> list[Check]:
    """The checks of a function's question that take points off; all of them where a question gives no points, for practice."""
    course = assignment(name)
    question = course.question_of(function)
    return [check for check in course.checks_of(question.id) if check.points or not question.points]


def passes_all(case: Case) -> bool:
    """Whether no check takes points off; stops at the first that does, so that wrong code costs little."""
    env = environment(case)
    return all(passes(check, env) for check in reversed(telling(case.assignment, case.function)))


def passes(check: Check, env: Mapping[str, object]) -> bool:
    try:
        with quietly(), explanations(False):
            return check.run(env) is None
    except Exception:
        return False


def judge_all(shifts: Iterable[int]) -> list[Judged]:
    """The verdict on every case, under each of the `shifts` of the checks' seeds; known ones without a shift only."""
    shifts = tuple(shifts)
    judged = []
    for kind in ("right", "wrong"):
        for case in cases(kind):
            judged.append(Judged(case.assignment, case.function, case.what, kind == "right", False, _under(shifts, case, _LOOKS[kind == "right"])))
    for name in ASSIGNMENTS:
        course = assignment(name)
        right = course.right_functions
        for entry, is_right in [(v, True) for v in course.variants] + [(m, False) for m in course.mistakes]:
            if course.question_of(entry.function).points:
                failed = _LOOKS[is_right](name, entry.function, {**right, entry.function: entry.implementation})
                judged.append(Judged(name, entry.function, entry.description, is_right, True, (failed,)))
    return judged


_LOOKS: dict[bool, Callable] = {True: failed_checks, False: first_failed}  # by whether the code is right


def _under(shifts: tuple[int, ...], case: Case, look: Callable) -> tuple[tuple[str, ...], ...]:
    found = []
    for shift in shifts:
        with shifted(shift):
            # Made anew, so that what a case keeps from call to call is as fresh as in a new notebook.
            found.append(look(case.assignment, case.function, environment(case)))
    return tuple(found)


def table(judged: list[Judged]) -> str:
    """The verdict matrix, one row per function, and what was judged wrongly."""
    lines = [f"{'function':<24}{'right code':>24}{'wrong code':>24}", f"{'':<24}{'passed':>14}{'failed':>10}{'failed':>14}{'passed':>10}"]

    def row(title: str, chosen: Callable[[Judged], bool]) -> str:
        counts = [sum(1 for one in judged if chosen(one) and one.right is right and one.told_right is told) for right in (True, False) for told in (True, False)]
        return f"{title:<24}{counts[0]:>14}{counts[1]:>10}{counts[2]:>14}{counts[3]:>10}"

    for name, function in dict.fromkeys((one.assignment, one.function) for one in judged):
        lines.append(row(f"{name} {function}", lambda one, key=(name, function): (one.assignment, one.function) == key))
    lines.append(row("all", lambda one: True))
    for one in judged:
        if not one.told_right:
            kind = "right, and fails" if one.right else "wrong, and passes"
            lines.append(f"{kind}: {one.assignment} {one.function}: {one.what}: {one.failed}")
    return "\n".join(lines)


def main() -> None:
    """Print the matrix: python -m tests.verdicts.matrix"""
    print(table(judge_all((0, 1, 2))))


if __name__ == "__main__":
    main()
