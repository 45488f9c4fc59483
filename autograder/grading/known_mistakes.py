"""Name the mistake: run the known wrong implementations through the same checks and compare call by call."""

from __future__ import annotations

import threading
from collections.abc import Mapping

import numpy as np

from autograder.checking import Check, Mistake, Outcome, same_trace
from autograder.course import Assignment

Trace = tuple[Outcome, ...]


class KnownMistakes:
    """The mistakes of an assignment with their traces, computed once when first needed; safe to share by threads.

    Mistakes are the course's own code and run in the trusted process, where the reference is. The inputs of a
    check are fixed, so a trace is worth remembering for every submission of a run.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._reference = {name: getattr(assignment.reference, name) for name in assignment.functions} if assignment.reference else {}
        self._traces: dict[tuple[str, str], Trace] = {}
        self._lock = threading.Lock()

    def name(self, question_id: str, traces: Mapping[str, Trace]) -> Mistake | None:
        """The one mistake that gives the learner's results in every check of the question that ran, if there is one.

        traces: by name of check, what the learner's code did.
        """
        checks = [check for check in self._assignment.checks_of(question_id) if traces.get(check.name)]
        if not checks:
            return None
        for mistake in self._about(question_id):
            if all(same_trace(traces[check.name], self._trace(check, mistake)) for check in checks):
                return mistake
        return None

    def name_from(self, check: Check, trace: Trace) -> Mistake | None:
        """The mistake that gives these results in this one check, if there is exactly one."""
        found = [mistake for mistake in self._about(check.question) if trace and same_trace(trace, self._trace(check, mistake))]
        return found[0] if len(found) == 1 else None

    def _about(self, question_id: str) -> list[Mistake]:
        functions = self._assignment.question(question_id).functions
        return [mistake for mistake in self._assignment.mistakes if mistake.function in functions]

    def _trace(self, check: Check, mistake: Mistake) -> Trace:
        key = (check.question + "/" + check.name, mistake.name)
        with self._lock:
            if key not in self._traces:
                try:
                    with np.errstate(all="ignore"):  # a mistake may well overflow; nobody needs to hear of it
                        _, trace = check.trace({**self._reference, mistake.function: mistake.implementation})
                except Exception:  # the check could not even look at what the mistake returns: it has no fingerprint here
                    trace = ()
                self._traces[key] = trace
            return self._traces[key]
