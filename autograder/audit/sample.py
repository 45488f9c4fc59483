"""The quick mode of the audit: what can be left out because something cheaper shows the same.

Every variant and every mistake runs against its question's checks, but in this process, where a call costs
microseconds. The sandbox and the whole path of grading see one mistake of every question, in as few notebooks as that
takes: two mistakes share a notebook only if neither question builds on the other, so that each verdict is the one it
would have alone. Which mistake and which mutant stands for the others follows from a digest of its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

from autograder.audit.behaviour import Case, audit_cases, cases, expect_losses, submission
from autograder.audit.model import Part
from autograder.checking import Mistake, Variant
from autograder.course import Assignment, replace_function, solutions, substitute
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.verdicts import Grade, Submission

Thing = TypeVar("Thing")


def sampled(things: Iterable[Thing], name: Callable[[Thing], str], most: int) -> list[Thing]:
    """At most `most` of the things in their order: the same ones as long as their names stay."""
    everything = list(things)
    ranked = sorted(range(len(everything)), key=lambda i: sha256(name(everything[i]).encode()).digest())
    return [everything[i] for i in sorted(ranked[:most])]


def audit_sample(assignment: Assignment, known: KnownMistakes, grade_all: Callable[[list[Submission]], list[Grade]]) -> list[Part]:
    """Like `audit_behaviour`: a part each for blank, reference, variants and mistakes."""
    whole = [case for case in cases(assignment) if case.kind in ("blank", "reference")]
    mixed = [Case(f"variants {number}", "variant", replaced(assignment, row)) for number, row in enumerate(_variants(assignment))]
    parts = audit_cases(assignment, [*whole, *mixed], grade_all)
    mistakes = Part("mistake")
    _in_this_process(assignment, known, parts["variant"], mistakes)
    groups = list(independent_mistakes(assignment))
    notebooks = [submission(assignment, Case(_names(group), "mistake", replaced(assignment, group))) for group in groups]
    for group, grade in zip(groups, grade_all(notebooks), strict=True):
        if grade.status != "graded":
            mistakes.hole(grade.submission, f"was not graded: {grade.problem}")
        else:
            expect_losses(mistakes, grade, {assignment.question_of(one.function).id: one for one in group})
    return [*parts.values(), mistakes]


def independent_mistakes(assignment: Assignment) -> Iterator[list[Mistake]]:
    """One mistake of every question, in groups whose questions do not build on each other."""
    groups: list[list[Mistake]] = []
    for question in assignment.graded:
        found = sampled([m for m in assignment.mistakes if m.function in question.functions], lambda m: m.name, 1)
        for mistake in found:
            fitting = (group for group in groups if not any(_meet(assignment, question.id, one) for one in group))
            group = next(fitting, None)
            if group is None:
                groups.append(group := [])
            group.append(mistake)
    yield from groups


def replaced(assignment: Assignment, entries: Iterable[Mistake | Variant]) -> dict[str, str]:
    """`solutions`, with several functions written as in mistakes or variants."""
    sources = solutions(assignment)
    for entry in entries:
        question = assignment.question_of(entry.function).id
        sources[question] = replace_function(sources[question], entry.function, substitute(entry))
    return sources


def _variants(assignment: Assignment) -> Iterator[list[Variant]]:
    """Two rows with a variant of every function each."""
    of_function = [sampled([v for v in assignment.variants if v.function == name], lambda v: v.name, 2) for name in assignment.functions]
    for number in (0, 1):
        yield [found[number] for found in of_function if len(found) > number]


def _meet(assignment: Assignment, question: str, mistake: Mistake) -> bool:
    other = assignment.question_of(mistake.function).id
    return other in _needs(assignment, question) or question in _needs(assignment, other)


def _needs(assignment: Assignment, question_id: str) -> set[str]:
    """The questions whose functions reach the verdict of a question: through its code, or handed to its checks."""
    names = {*assignment.question(question_id).builds_on}
    names |= {name for check in assignment.checks_of(question_id) for name in check.parameters}
    direct = {assignment.question_of(name).id for name in names} - {question_id}
    return direct.union(*(_needs(assignment, other) for other in direct if other != question_id))


def _in_this_process(assignment: Assignment, known: KnownMistakes, variants: Part, mistakes: Part) -> None:
    env = assignment.right_functions
    for variant in assignment.variants:
        variants.cases += 1
        for check in assignment.checks_of(assignment.question_of(variant.function).id):
            record = check.run({**env, variant.function: variant.implementation})
            if record is not None:
                variants.hole(f"variant {variant.function}.{variant.name}", f"fails {check.question}/{check.name}: {record.message}")
    for mistake in assignment.mistakes:
        mistakes.cases += 1
        for fault in _faults(assignment, known, mistake):
            mistakes.hole(_names([mistake]), fault)


def _faults(assignment: Assignment, known: KnownMistakes, mistake: Mistake) -> Iterator[str]:
    """What is not as it should be when a mistake meets the checks of its question."""
    question = assignment.question_of(mistake.function)
    checks = assignment.checks_of(question.id)
    runs = {check.name: known.run(check, mistake) for check in checks}
    failed = [check for check in checks if runs[check.name][0]]
    if not failed:
        yield f"passes {question.id}"
        return
    if question.points and not any(check.points for check in failed):
        yield f"loses no points in {question.id}"
    named = known.name(question.id, {name: trace for name, (_, trace) in runs.items()})
    unnamed = [check.name for check in failed if not runs[check.name][1]]
    if named is not mistake or unnamed:
        told = "nothing" if unnamed or named is None else named.description
        yield f"is told {told!r} instead of {mistake.description!r}"


def _names(mistakes: Sequence[Mistake]) -> str:
    return " and ".join(f"mistake {one.function}.{one.name}" for one in mistakes)
