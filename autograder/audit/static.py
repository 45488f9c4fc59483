"""What can be seen without running anything: enough mistakes and variants, hints that differ and give nothing away."""

from __future__ import annotations

from collections import Counter, defaultdict

from autograder.audit.model import Part
from autograder.course import Assignment

MISTAKES_PER_FUNCTION = 6
VARIANTS_PER_FUNCTION = 4


def audit_counts(assignment: Assignment) -> Part:
    """Every graded function has its mistakes and variants; questions worth no points are for practice."""
    part = Part("counts")
    for kind, entries, least in (
        ("mistakes", assignment.mistakes, MISTAKES_PER_FUNCTION),
        ("variants", assignment.variants, VARIANTS_PER_FUNCTION),
    ):
        counts = Counter(entry.function for entry in entries)
        for question in assignment.graded:
            for function in question.functions if question.points else ():
                part.cases += 1
                if counts[function] < least:
                    part.hole(function, f"{kind}: {counts[function]}, at least {least} are needed")
    return part


def audit_hints(assignment: Assignment) -> Part:
    """Hints of a function's mistakes differ, none is empty, and none contains a line of the solution."""
    part = Part("hints")
    firsts: dict[tuple[str, str], list[str]] = defaultdict(list)
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mistake in assignment.mistakes:
        part.cases += 1
        firsts[mistake.function, mistake.hints[0]].append(mistake.name)
        names[mistake.function, mistake.description].append(mistake.name)
        if any(not hint.strip() for hint in mistake.hints):
            part.hole(mistake.name, "has an empty hint")
        if not mistake.hints[0].rstrip().endswith("?"):
            part.hole(mistake.name, "its first hint is not a question")
        if len(set(mistake.hints)) < 3:
            part.hole(mistake.name, "says the same thing on two levels")
    for what, groups in (("first hint", firsts), ("name", names)):
        for (function, text), members in groups.items():
            if len(members) > 1:
                part.hole(function, f"{' and '.join(members)} share the {what} {text!r}")
    return part
