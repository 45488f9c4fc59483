"""What the numbers say of a mistake that nobody has a name for: all calls of a question together, beside the right answers.

A check's own diagnosis is believed where others agree and no call refutes it. What holds in every call comes before it; what holds
of the wrong calls alone, or tells them from the right ones, is said where there is nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from autograder.checking import Outcome, Record
from autograder.checking.diagnosis import Diagnosis, worded
from autograder.checking.observe import Named
from autograder.course import Assignment
from autograder.grading.agreement import agreed
from autograder.grading.every_call import in_every_call, in_wrong_calls, wrong_calls
from autograder.grading.only_parts import only_parts
from autograder.grading.only_where import Called, only_where
from autograder.grading.other_calls import used_arguments
from autograder.grading.other_functions import STANDARD
from autograder.slips.answers import Answer
from autograder.slips.search import Slips, may_not_end

Trace = tuple[Outcome, ...]

# Failures that say what is wrong with the result, and not why.
OPEN = ("value", "property", "shape", "not_finite", "raised")
# What a single call shows for sure.
_SEEN_IN_ONE = ("argument.ignored", "argument.returned")


class WhatCallsSay:
    """What the calls of an assignment's checks say; safe to share by threads."""

    def __init__(self, assignment: Assignment, slips: Slips) -> None:
        self._assignment, self._slips = assignment, slips
        right = assignment.right_functions
        self._others = dict(STANDARD) | {name: one for name, one in right.items() if name in assignment.functions and not may_not_end(one)}

    def believed(self, question_id: str, records: Sequence[Record], traces: Mapping[str, Trace]) -> list[Record]:
        """The records of a question's failed checks with only those diagnoses that others agree with and no call refutes.

        What holds in every call of a function is told in their place: it rests on more.
        """
        kept = agreed(records, lambda: self._slips.compared(question_id, traces))
        if not any(record.kind in (*OPEN, "dtype") for record in records):
            return kept
        called = self._slips.called(question_id, traces)
        known = self._slips.answers(called)
        told = {function: in_every_call(answers, self._others_than(function)) for function, answers in known.items()}
        if any(told.values()):
            return self._told_in(question_id, kept, told, (*OPEN, "dtype"))
        kept = _without_used(kept, known)
        # Another argument that would make one call right is a coincidence if it does not make the others right.
        lonely = [record for record in kept if record.relation.startswith("argument.") and not record.relation.startswith(_SEEN_IN_ONE)]
        if len(lonely) == 1 and any(wrong_calls(answers) > 1 for answers in known.values()):
            kept = [with_told(record, Diagnosis("", "", ())) if record is lonely[0] else record for record in kept]
        if not any(record.relation for record in kept):
            told = {function: self._of_some_calls(function, seen, known.get(function, ())) for function, seen in called.items()}
            if not any(told.values()):
                told = {function: _parts_told(function, answers) for function, answers in known.items() if _is_seen_whole(function, traces)}
            kept = self._told_in(question_id, kept, told, OPEN)
        return kept

    def _told_in(self, question_id: str, records: Sequence[Record], told: Mapping[str, Diagnosis | None], kinds: Collection[str]) -> list[Record]:
        """The records of these kinds with what is told of a function that their check is about, where they do not say more themselves."""
        about = {check.name: check.parameters for check in self._assignment.checks_of(question_id)}
        made = []
        for record in records:
            found = next((one for function, one in told.items() if one is not None and function in about.get(record.check, told)), None)
            made.append(with_told(record, found) if found and record.kind in kinds and not _is_kept(record.relation, found.id) else record)
        return made

    def _of_some_calls(self, function: str, seen: Sequence[tuple[tuple, Outcome]], answers: Sequence[Answer]) -> Diagnosis | None:
        """An argument that a function has changed, what explains the wrong calls alone, or what these have in common, and no right one."""
        changed = sorted({names[i] for (_, _, _, _, names), outcome in seen for i in outcome.mutated if i < len(names)})
        if changed:
            return worded("mutated", function, " and ".join(changed))
        found = only_where([Called.of(args, names, theirs, right, outcome.error) for (args, theirs, right, _, names), outcome in seen])
        clause = found[1] if found and found[0] == "where.calls" else ""
        told = in_wrong_calls(answers, self._others_than(function), clause)
        return told or (worded(found[0], f"what {function} gives", found[1]) if found else None)

    def _others_than(self, function: str) -> dict[str, Callable]:
        return {name: other for name, other in self._others.items() if name != function}


def _is_seen_whole(function: str, traces: Mapping[str, Trace]) -> bool:
    """Whether no check looks at a part of a function's result alone."""
    return all(isinstance(asked.function, Named) for trace in traces.values() for asked in getattr(trace, "asked", ()) if asked.name == function)


def _parts_told(function: str, answers: Sequence[Answer]) -> Diagnosis | None:
    parts = only_parts(answers)
    return worded("where.parts", function, parts) if parts else None


def _without_used(records: list[Record], known: Mapping[str, Sequence[Answer]]) -> list[Record]:
    """The records without "does not depend on" an argument that makes a difference in calls that are right."""
    if not any(record.relation == "argument.ignored" for record in records):
        return records
    used = set().union(*(used_arguments(answers) for answers in known.values()))
    refuted = tuple(worded("argument.ignored", "", name).sentence.lstrip() for name in used)
    return [with_told(record, Diagnosis("", "", ())) if record.mistake.endswith(refuted) else record for record in records]


def with_told(record: Record, told: Diagnosis) -> Record:
    """A record with a diagnosis."""
    return replace(record, mistake=told.sentence, hints=told.hints, relation=told.id)


def _is_kept(relation: str, found: str) -> bool:
    """Whether what a check says of itself is more special than what is found in all calls."""
    return relation.startswith((f"{found}.", "close"))
