"""Name the mistake: run the known wrong implementations through the same checks and compare call by call."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from autograder.checking import Check, Mistake, Outcome, Record, same_trace
from autograder.checking.audience import explanations
from autograder.checking.diagnosis import Diagnosis, worded
from autograder.course import Assignment
from autograder.grading.agreement import agreed
from autograder.grading.every_call import in_every_call, in_wrong_calls, wrong_calls
from autograder.grading.other_calls import used_arguments
from autograder.grading.other_functions import STANDARD
from autograder.grading.only_parts import only_parts
from autograder.grading.only_where import Called, only_where
from autograder.slips.answers import Answer
from autograder.slips.search import Slips, may_not_end
from autograder.slips.texts import hints, sentence

Trace = tuple[Outcome, ...]


# Failures that say what is wrong with the result, and not why.
_OPEN = ("value", "property", "shape", "not_finite", "raised")
# What a single call shows for sure.
_SEEN_IN_ONE = ("argument.ignored", "argument.returned")
_ANY: Mapping[str, str] = {}  # nothing is known of kinds


class KnownMistakes:
    """The mistakes of an assignment with their traces, computed once when first needed; safe to share by threads.

    Mistakes are the course's own code and run in the trusted process, where the reference is. The inputs of a
    check are fixed, so a trace is worth remembering for every submission of a run.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._reference = assignment.right_functions
        self._others = dict(STANDARD) | {name: one for name, one in self._reference.items() if name in assignment.functions and not may_not_end(one)}
        self._runs: dict[tuple[str, str], tuple[str, Trace]] = {}
        self._slips = Slips(assignment)
        self._lock = threading.Lock()

    def name(self, question_id: str, traces: Mapping[str, Trace], kinds: Mapping[str, str] = _ANY) -> Mistake | None:
        """The one mistake that gives the learner's results in every check of the question that ran, if there is one.

        traces: by name of check, what the learner's code did; kinds: by name of failed check, how it failed.
        """
        checks = [check for check in self._assignment.checks_of(question_id) if traces.get(check.name)]
        if not checks:
            return None
        for mistake in self._about(question_id):
            if all(self._is_alike(mistake, check, traces[check.name], kinds) for check in checks):
                return mistake
        return None

    def believed(self, question_id: str, records: Sequence[Record], traces: Mapping[str, Trace]) -> list[Record]:
        """The records of a question's failed checks with only those diagnoses that others agree with and no call refutes.

        What holds in every call of a function is told in their place: it rests on more.
        """
        kept = agreed(records, lambda: self._slips.compared(question_id, traces))
        if not any(record.kind in (*_OPEN, "dtype") for record in records):
            return kept
        called = self._slips.called(question_id, traces)
        known = self._slips.answers(called)
        told = {function: in_every_call(answers, self._others_than(function)) for function, answers in known.items()}
        if any(told.values()):
            return self._with_told(question_id, kept, told, (*_OPEN, "dtype"))
        kept = _without_used(kept, known)
        # Another argument that would make one call right is a coincidence if it does not make the others right.
        lonely = [record for record in kept if record.relation.startswith("argument.") and not record.relation.startswith(_SEEN_IN_ONE)]
        if len(lonely) == 1 and any(wrong_calls(answers) > 1 for answers in known.values()):
            kept = [_with(record, Diagnosis("", "", ())) if record is lonely[0] else record for record in kept]
        if not any(record.relation for record in kept):
            told = {function: self._of_some_calls(function, seen, known.get(function, ())) for function, seen in called.items()}
            kept = self._with_told(question_id, kept, told, _OPEN)
        return kept

    def _with_told(self, question_id: str, records: Sequence[Record], told: Mapping[str, Diagnosis | None], kinds: Collection[str]) -> list[Record]:
        """The records of these kinds with what is told of a function that their check is about, where they do not say more themselves."""
        about = {check.name: check.parameters for check in self._assignment.checks_of(question_id)}
        made = []
        for record in records:
            found = next((one for function, one in told.items() if one is not None and function in about.get(record.check, told)), None)
            made.append(_with(record, found) if found and record.kind in kinds and not _is_kept(record.relation, found.id) else record)
        return made

    def _of_some_calls(self, function: str, seen: Sequence[tuple[tuple, Outcome]], answers: Sequence[Answer]) -> Diagnosis | None:
        """An argument that a function has changed, what explains the wrong calls alone, what these have in common, or which parts are wrong."""
        changed = sorted({names[i] for (_, _, _, _, names), outcome in seen for i in outcome.mutated if i < len(names)})
        if changed:
            return worded("mutated", function, " and ".join(changed))
        found = only_where([Called.of(args, names, theirs, right, outcome.error) for (args, theirs, right, _, names), outcome in seen])
        clause = found[1] if found and found[0] == "where.calls" else ""
        told = in_wrong_calls(answers, self._others_than(function), clause)
        if told or found:
            return told or worded(found[0], f"what {function} gives", found[1])
        parts = only_parts(answers)
        return worded("where.parts", function, parts) if parts else None

    def _others_than(self, function: str) -> dict[str, Callable]:
        return {name: other for name, other in self._others.items() if name != function}

    def name_from(self, check: Check, failed: Mapping[str, Trace], passed: Collection[str], kinds: Mapping[str, str] = _ANY) -> Mistake | None:
        """The mistake that gives the learner's results in this check, if there is exactly one and the others speak for it.

        failed: by name of check, what the learner's code did in each check of the question that failed; passed: the
        names of the others. One check alone is weak evidence (with two outputs, N and the number of entries differ by
        2 as well), so the mistake has to give the same results in most of the failed checks, and to fail none that passed.
        """
        found = [mistake for mistake in self._about(check.question) if self._speaks_for(mistake, check, failed, passed, kinds)]
        return found[0] if len(found) == 1 else None

    def slip(self, question_id: str, traces: Mapping[str, Trace]) -> tuple[str, Diagnosis] | None:
        """The function with a mistake, and the one change to right code that gives the learner's results in every call.

        Where several changes give the same numbers, what is said of the likeliest is true of the others too.
        """
        found = self._slips.found(question_id, traces)
        if not found:
            return None
        first = found[0]
        return first.function, Diagnosis(f"slip.{first.kind}", sentence(first.clause), hints(first.kind, first.clause))

    def with_slip(self, question_id: str, records: Mapping[str, Record], traces: Mapping[str, Trace]) -> dict[str, Record]:
        """The records of the failed checks by name, with the slip in those about its function, if no other mistake is named in any."""
        found = None if any(record.mistake and not record.relation.startswith("where.") for record in records.values()) else self.slip(question_id, traces)
        if found is None:
            return dict(records)
        function, told = found
        about = {check.name for check in self._assignment.checks_of(question_id) if function in check.parameters}
        return {
            name: _with(record, told) if name in about and record.kind in _OPEN else record
            for name, record in records.items()
        }

    def _is_alike(self, mistake: Mistake, check: Check, trace: Trace, kinds: Mapping[str, str]) -> bool:
        """Whether the mistake gives these results in a check, and fails it in the same way, if it does.

        Zeros of another type are equal numbers, but what is wrong with them is their type.
        """
        kind, own = self._run(check, mistake)
        return kinds.get(check.name, kind) == kind and same_trace(trace, own)

    def _speaks_for(self, mistake: Mistake, check: Check, failed: Mapping[str, Trace], passed: Collection[str], kinds: Mapping[str, str]) -> bool:
        trace = failed.get(check.name)
        if not trace or not self._is_alike(mistake, check, trace, kinds):
            return False
        checks = self._assignment.checks_of(check.question)
        if any(self.run(one, mistake)[0] for one in checks if one.name in passed):
            return False
        # Where a question asks for several functions, each may be wrong in a way of its own.
        told = [one for one in checks if failed.get(one.name) and mistake.function in one.parameters]
        return 2 * sum(self._is_alike(mistake, one, failed[one.name], kinds) for one in told) > len(told)

    def _about(self, question_id: str) -> list[Mistake]:
        functions = self._assignment.question(question_id).functions
        return [mistake for mistake in self._assignment.mistakes if mistake.function in functions]

    def run(self, check: Check, mistake: Mistake) -> tuple[bool, Trace]:
        """Whether the mistake fails the check, and its trace."""
        kind, trace = self._run(check, mistake)
        return bool(kind), trace

    def _run(self, check: Check, mistake: Mistake) -> tuple[str, Trace]:
        """The kind of the failure, "" if there is none, and the trace."""
        key = (check.question + "/" + check.name, mistake.name)
        with self._lock:
            if key not in self._runs:
                try:
                    # A mistake may well overflow, and has its name already: nobody needs to hear of the one or have the other explained.
                    with np.errstate(all="ignore"), explanations(False):
                        record, trace = check.trace({**self._reference, mistake.function: mistake.implementation})
                    self._runs[key] = "" if record is None else record.kind, trace
                except Exception:  # the check could not even look at what the mistake returns: it has no fingerprint here
                    self._runs[key] = "property", ()
            return self._runs[key]


def _without_used(records: list[Record], known: Mapping[str, Sequence[Answer]]) -> list[Record]:
    """The records without "does not depend on" an argument that makes a difference in calls that are right."""
    if not any(record.relation == "argument.ignored" for record in records):
        return records
    used = set().union(*(used_arguments(answers) for answers in known.values()))
    refuted = tuple(worded("argument.ignored", "", name).sentence.lstrip() for name in used)
    return [_with(record, Diagnosis("", "", ())) if record.mistake.endswith(refuted) else record for record in records]


def _with(record: Record, told: Diagnosis) -> Record:
    return replace(record, mistake=told.sentence, hints=told.hints, relation=told.id)


def _is_kept(relation: str, found: str) -> bool:
    """Whether what a check says of itself is more special than what is found in all calls."""
    return relation.startswith((f"{found}.", "close"))
