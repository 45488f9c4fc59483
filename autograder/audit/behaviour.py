"""Blank earns nothing, the reference everything, a variant everything, a mistake loses its own question: through the
real grader, sandbox and all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from autograder.audit.model import Part
from autograder.checking import Mistake, Variant
from autograder.course import Assignment, solutions, solutions_with, student_notebook
from autograder.grading.verdicts import Grade, Submission

Grader = Callable[[Submission], Grade]


@dataclass(frozen=True, slots=True)
class Case:
    """One made-up submission, and what it stands for."""

    name: str
    kind: str  # blank, reference, variant, mistake
    replacements: Mapping[str, str]
    entry: Mistake | Variant | None = None


def cases(assignment: Assignment) -> Iterator[Case]:
    """The blank notebook, the reference, every variant and every mistake."""
    yield Case("blank", "blank", {})
    yield Case("reference", "reference", solutions(assignment))
    for variant in assignment.variants:
        yield Case(f"variant {variant.function}.{variant.name}", "variant", solutions_with(assignment, variant), variant)
    for mistake in assignment.mistakes:
        yield Case(f"mistake {mistake.function}.{mistake.name}", "mistake", solutions_with(assignment, mistake), mistake)


def submission(assignment: Assignment, case: Case) -> Submission:
    """The case as a submission to grade."""
    return Submission(case.name, case.name, student_notebook(assignment, case.replacements), digest=case.name)


def audit_behaviour(assignment: Assignment, grade_all: Callable[[list[Submission]], list[Grade]]) -> list[Part]:
    """Grade every case and compare with what it has to earn. One part per kind of case."""
    parts = {kind: Part(kind) for kind in ("blank", "reference", "variant", "mistake")}
    all_cases = list(cases(assignment))
    grades = grade_all([submission(assignment, case) for case in all_cases])
    for case, grade in zip(all_cases, grades, strict=True):
        part = parts[case.kind]
        part.cases += 1
        if grade.status != "graded":
            part.hole(case.name, f"was not graded: {grade.problem}")
        elif case.kind == "blank":
            _expect_nothing(part, case, grade)
        elif case.kind == "mistake":
            _expect_own_loss(part, case, grade, assignment)
        else:
            _expect_everything(part, case, grade)
    return list(parts.values())


def _expect_nothing(part: Part, case: Case, grade: Grade) -> None:
    for question in grade.questions:
        if question.earned:
            part.hole(question.question, f"a blank notebook earns {question.earned:g} of {question.possible:g} points")
        elif question.possible and question.status != "not attempted":
            part.hole(question.question, f"a blank notebook is shown as {question.status!r}, not as not attempted")


def _expect_everything(part: Part, case: Case, grade: Grade) -> None:
    for question in grade.questions:
        for verdict in question.failed:
            said = verdict.record.message if verdict.record else verdict.status
            part.hole(case.name, f"fails {verdict.question}/{verdict.check}: {said}")


def _expect_own_loss(part: Part, case: Case, grade: Grade, assignment: Assignment) -> None:
    mistake = case.entry
    own = assignment.question_of(mistake.function)
    for question in grade.questions:
        if question.question != own.id:
            if question.earned < question.possible:
                part.hole(case.name, f"also loses points in {question.question} ({question.status})")
            continue
        if question.status == "passed":
            part.hole(case.name, f"passes {own.id}")
            continue
        if own.points and question.earned >= question.possible:
            part.hole(case.name, f"loses no points in {own.id}")
        named = {verdict.record.mistake for verdict in question.failed if verdict.record}
        if named != {mistake.description}:
            others = ", ".join(sorted(name or "nothing" for name in named))
            part.hole(case.name, f"is told {others!r} instead of {mistake.description!r}")
