"""Blank earns nothing, the reference everything, a variant everything, a mistake loses its own question: through the
real grader, sandbox and all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from autograder.audit.model import Part
from autograder.checking import Mistake, Variant
from autograder.course import Assignment, solutions, solutions_with, student_notebook
from autograder.grading.verdicts import Grade, QuestionResult, Submission


@dataclass(frozen=True, slots=True)
class Case:
    """One made-up submission, and what it stands for."""

    name: str
    kind: str  # blank, reference, variant, mistake
    replacements: Mapping[str, str]
    entry: Mistake | Variant | None = None
    pictures: bool = True  # whether the notebook still has its picture cells


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
    return list(audit_cases(assignment, list(cases(assignment)), grade_all).values())


def audit_cases(
    assignment: Assignment, all_cases: list[Case], grade_all: Callable[[list[Submission]], list[Grade]]
) -> dict[str, Part]:
    """Grade these cases and compare each with what it has to earn; parts by kind of case."""
    parts = {case.kind: Part(case.kind) for case in all_cases}
    grades = grade_all([submission(assignment, case) for case in all_cases])
    for case, grade in zip(all_cases, grades, strict=True):
        part = parts[case.kind]
        part.cases += 1
        if grade.status != "graded":
            part.hole(case.name, f"was not graded: {grade.problem}")
        elif case.kind == "blank":
            _expect_nothing(part, grade)
        elif case.kind == "mistake":
            _expect_own_loss(part, case, grade, assignment)
        else:
            _expect_everything(part, case, grade)
    return parts


def _expect_nothing(part: Part, grade: Grade) -> None:
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
    expect_losses(part, grade, {assignment.question_of(case.entry.function).id: case.entry})


def expect_losses(part: Part, grade: Grade, wrong: Mapping[str, Mistake]) -> None:
    """The questions in `wrong` lose points and are told their mistake by name; all others keep theirs."""
    for question in grade.questions:
        if question.question in wrong:
            _expect_named(part, question, wrong[question.question])
        elif question.earned < question.possible:
            part.hole(_names(wrong), f"also loses points in {question.question} ({question.status})")


def _expect_named(part: Part, question: QuestionResult, mistake: Mistake) -> None:
    subject = _names({question.question: mistake})
    if question.status == "passed":
        part.hole(subject, f"passes {question.question}")
        return
    if question.possible and question.earned >= question.possible:
        part.hole(subject, f"loses no points in {question.question}")
    named = {verdict.record.mistake for verdict in question.failed if verdict.record}
    if named != {mistake.description}:
        others = ", ".join(sorted(name or "nothing" for name in named))
        part.hole(subject, f"is told {others!r} instead of {mistake.description!r}")


def _names(wrong: Mapping[str, Mistake]) -> str:
    return " and ".join(f"mistake {mistake.function}.{mistake.name}" for mistake in wrong.values())
