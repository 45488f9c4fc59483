"""Audit an assignment: every part in order, a table, and the holes in words."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np

from autograder.audit.behaviour import audit_behaviour, cases
from autograder.audit.behaviour import submission as submission_of
from autograder.audit.constants import audit_constants
from autograder.audit.inprocess import REPEATS, SHIFTS, audit_determinism, audit_distinct, audit_seeds
from autograder.audit.model import Part
from autograder.audit.mutation import audit_mutants
from autograder.audit.parity import audit_parity
from autograder.audit.sample import audit_sample
from autograder.audit.static import audit_counts, audit_hints
from autograder.course import Assignment, CourseError, told_by_place
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Grade, Submission
from autograder.sandbox import Limits, Zygote

SECONDS_PER_QUESTION = 2.0
_MEASURED = 4  # times, before a question is called slow
_FEW_MUTANTS = 40
_LIMITS = Limits(call_seconds=10.0, cell_seconds=30.0)


def audit(
    assignment: Assignment,
    *,
    jobs: int = 2,
    released: bool = True,
    quick: bool = False,
    on_step: Callable[[str], None] = lambda step: None,
) -> list[Part]:
    """Run every part on one assignment; `on_step` is told each in words as it begins.

    released: also build the release, look for leaks in it and compare with stock `otter run`.
    quick: a fifth of the time. Mistakes and variants in this process and a few notebooks in place of one notebook
    each, fewer repeats and seeds, some of the mutants, no pictures, two notebooks for stock Otter (see `sample`).

    Raises:
        CourseError: the private half is not in this copy, or its code fails by itself; says where.
    """
    if assignment.private_dir is None:
        raise CourseError(f"{assignment.id} cannot be audited from this copy: it has no solutions/{assignment.slug}")
    parts: list[Part] = []

    def run(words: str, step: Callable[[], Part | list[Part]]) -> None:
        on_step(words)
        began = time.perf_counter()
        with np.errstate(all="ignore"), told_by_place(assignment):  # mistakes and mutants overflow; that is no news
            made = step()
        for part in made if isinstance(made, list) else [made]:
            part.seconds = time.perf_counter() - began
            parts.append(part)

    with _Graders(assignment, jobs) as grade_all:
        run("counts", lambda: audit_counts(assignment))
        run("hints", lambda: audit_hints(assignment))
        run("constant answers", lambda: audit_constants(assignment))
        run("the same checks again", lambda: audit_determinism(assignment, 3 if quick else REPEATS))
        run("mistakes told apart", lambda: audit_distinct(assignment, grade_all.mistakes))
        run("other seeds", lambda: audit_seeds(assignment, SHIFTS[:1] if quick else SHIFTS))
        if quick:
            run("mistakes and variants, some of them graded", lambda: audit_sample(assignment, grade_all.mistakes, grade_all))
        else:
            run("every mistake and variant graded", lambda: audit_behaviour(assignment, grade_all))
        run("time of each question", lambda: _time_per_question(grade_all))
        run("mutants", lambda: audit_mutants(assignment, grade_all.zygotes[0], _FEW_MUTANTS if quick else None))
        if released:
            with tempfile.TemporaryDirectory(prefix="audit-") as folder:
                run("release, and stock Otter beside us", lambda: _released(assignment, Path(folder), grade_all, jobs, quick))
    return parts


class _Graders:
    """Grade lists of submissions on a few zygotes; remembers the grades for a look at their times."""

    def __init__(self, assignment: Assignment, jobs: int) -> None:
        self._assignment = assignment
        self.mistakes = KnownMistakes(assignment)
        self._jobs = jobs
        self.grades: list[Grade] = []
        self.zygotes: list[Zygote] = []

    def __enter__(self) -> _Graders:
        secrets = [self._assignment.private_dir.parent]
        first = grading_zygote(secrets)
        self.zygotes = [first, *(first.another() for _ in range(self._jobs - 1))]
        return self

    def __exit__(self, *_: object) -> None:
        for zygote in reversed(self.zygotes):
            zygote.close()

    def __call__(self, submissions: Sequence[Submission]) -> list[Grade]:
        with ThreadPoolExecutor(self._jobs) as pool:
            grades = list(pool.map(self._one, range(len(submissions)), submissions))
        self.grades += grades
        return grades

    def grade_reference(self) -> None:
        """Grade the reference as nobody has graded it before: nothing of earlier checks is remembered."""
        anew = replace(self._assignment)
        for case in cases(anew):
            if case.kind == "reference":
                self.grades.append(grade_one(self.zygotes[0], anew, submission_of(anew, case), self.mistakes, _LIMITS))

    def _one(self, number: int, submission: Submission) -> Grade:
        return grade_one(self.zygotes[number % self._jobs], self._assignment, submission, self.mistakes, _LIMITS)


def _time_per_question(graders: _Graders) -> Part:
    """The checks of a question take at most `SECONDS_PER_QUESTION` on right code, measured where they were fastest: other
    work on the machine only ever makes them slower. So what seems slow is measured again."""
    part = Part("time")
    for again in range(_MEASURED):
        if again:
            graders.grade_reference()
        right = [grade for grade in graders.grades if grade.earned == grade.possible]
        part.cases = sum(len(grade.questions) for grade in right)
        fastest: dict[str, float] = {}
        for question in (question for grade in right for question in grade.questions):
            seconds = sum(verdict.seconds for verdict in question.verdicts)
            fastest[question.question] = min(seconds, fastest.get(question.question, seconds))
        slow = {question: seconds for question, seconds in fastest.items() if seconds > SECONDS_PER_QUESTION}
        if not slow:
            break
    for question_id, seconds in slow.items():
        part.hole(question_id, f"its checks take {seconds:.1f} s on right code; {SECONDS_PER_QUESTION:g} s is the budget")
    part.remark = f"slowest question {1000 * max(fastest.values(), default=0.0):.0f} ms"
    return part


def _released(assignment: Assignment, folder: Path, grade_all: _Graders, jobs: int, quick: bool) -> list[Part]:
    from autograder.release import release

    built = release(assignment, folder, pictures=not quick)
    # Every file was searched when it was released: with a leak there is no release, and the audit ends with what was found.
    leaks = Part("leaks", cases=sum(path.is_file() for path in (built.student_zip, *built.student.rglob("*"))))
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    return [leaks, audit_parity(assignment, built.otter_zip, notebooks, grade_all, jobs, quick)]


def table(parts: Sequence[Part]) -> Iterator[str]:
    """One line per part, then every hole in words."""
    yield f"{'part':<12} {'cases':>6} {'holes':>6} {'seconds':>8}"
    for part in parts:
        yield line(part)
    holes = [hole for part in parts for hole in part.holes]
    for hole in holes:
        yield f"  {hole.part}: {hole.subject}: {hole.message}"
    yield f"{len(holes)} holes" if holes else "no holes"


def line(part: Part) -> str:
    """One part as a line of the table."""
    return f"{part.name:<12} {part.cases:>6} {len(part.holes):>6} {part.seconds:>8.1f}  {part.remark}".rstrip()
