"""Name the mistake: run the known wrong implementations through the same checks and compare call by call."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from autograder.checking import Check, Mistake, Outcome, Record, same_trace
from autograder.checking.audience import explanations
from autograder.checking.diagnosis import Diagnosis
from autograder.course import Assignment
from autograder.grading.what_calls_say import OPEN, WhatCallsSay, with_told
from autograder.slips.search import Slips
from autograder.slips.texts import hints, sentence

Trace = tuple[Outcome, ...]

_ANY: Mapping[str, str] = {}  # nothing is known of kinds


class KnownMistakes:
    """The mistakes of an assignment with their traces, computed once when first needed; safe to share by threads.

    Mistakes are the course's own code and run in the trusted process, where the reference is. The inputs of a
    check are fixed, so a trace is worth remembering for every submission of a run.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._reference = assignment.right_functions
        self._runs: dict[tuple[str, str], tuple[str, Trace]] = {}
        self._slips = Slips(assignment)
        self._calls = WhatCallsSay(assignment, self._slips)
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
        """The records of a question's failed checks, with what their numbers and all other calls say."""
        return self._calls.believed(question_id, records, traces)

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
            name: with_told(record, told) if name in about and record.kind in OPEN else record
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
