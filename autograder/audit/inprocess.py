"""Parts of the audit that run the course's own code here, without a sandbox: it is trusted, and this is fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from autograder.audit.model import Part
from autograder.checking import Check, Mistake, same_trace, shifted
from autograder.checking.audience import explanations
from autograder.course import Assignment
from autograder.grading.known_mistakes import KnownMistakes

REPEATS = 20
SHIFTS = range(1, 11)


def audit_determinism(assignment: Assignment, repeats: int = REPEATS) -> Part:
    """A check sees the same numbers every time: all its runs on the reference have one and the same trace."""
    part = Part("determinism")
    env = assignment.right_functions
    for check in _checks(assignment):
        part.cases += 1
        _, first = check.trace(env)
        if not all(same_trace(first, check.trace(env)[1]) for _ in range(repeats - 1)):
            part.hole(f"{check.question}/{check.name}", "sees other numbers when it runs again: draw inputs from checking.rng(key)")
    return part


def audit_seeds(assignment: Assignment, shifts: Iterable[int] = SHIFTS) -> Part:
    """Verdicts do not hang on lucky inputs: with other seeds, right code still passes and mistakes still fail."""
    part = Part("seeds")
    env = assignment.right_functions
    for shift in shifts:
        with shifted(shift):
            part.cases += 1
            _right_passes(part, assignment, env, f"the reference, shift {shift}")
            for variant in assignment.variants:
                part.cases += 1
                question = assignment.question_of(variant.function).id
                _right_passes(part, assignment, {**env, variant.function: variant.implementation}, f"{variant.name}, shift {shift}", question)
            for mistake in assignment.mistakes:
                part.cases += 1
                if _passes(assignment, mistake, env):
                    part.hole(f"{mistake.function}.{mistake.name}", f"passes every check when the inputs come from other seeds (shift {shift})")
    return part


def audit_distinct(assignment: Assignment, known: KnownMistakes | None = None) -> Part:
    """Any two mistakes of a question give different results in at least one of its checks, so the name is never a guess."""
    part = Part("distinct")
    known = known or KnownMistakes(assignment)
    for question in assignment.graded:
        mistakes = [mistake for mistake in assignment.mistakes if mistake.function in question.functions]
        checks = assignment.checks_of(question.id)
        traces = {mistake.name: [known.run(check, mistake)[1] for check in checks] for mistake in mistakes}
        for one, other in combinations(mistakes, 2):
            part.cases += 1
            pairs = zip(traces[one.name], traces[other.name], strict=True)
            if all(same_trace(a, b) for a, b in pairs):
                part.hole(question.id, f"{one.name} and {other.name} give the same results in every check")
    return part


def _checks(assignment: Assignment) -> list[Check]:
    return [check for question in assignment.graded for check in assignment.checks_of(question.id)]


def _right_passes(part: Part, assignment: Assignment, env: Mapping[str, Callable], who: str, question: str | None = None) -> None:
    for check in _checks(assignment):
        if question in (None, check.question):
            record = check.run(env)
            if record is not None:
                part.hole(f"{check.question}/{check.name}", f"rejects {who}: {record.message}")


def _passes(assignment: Assignment, mistake: Mistake, env: Mapping[str, Callable]) -> bool:
    question = assignment.question_of(mistake.function).id
    wrong = {**env, mistake.function: mistake.implementation}
    return all(accepts(check, wrong) for check in assignment.checks_of(question))


def accepts(check: Check, env: Mapping[str, Callable]) -> bool:
    """Whether a check passes with these functions."""
    try:
        with explanations(False):
            return check.run(env) is None
    except Exception:  # what wrong code returns may be of no use to the check: the grader calls that wrong too
        return False
