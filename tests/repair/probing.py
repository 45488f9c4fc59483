"""Holes filled in this process, as `grading/fillings.py` fills them in a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from autograder.repair import PROBE

_HITS = 3


class LocalProbe:
    """A `Probe` that runs the learner's code here.

    names: what the code finds, the learner's functions among it; cases: failing calls; seen: what checks see of a result;
    within: runs something with a time limit, None if that is over.
    """

    def __init__(self, names: Mapping[str, object], function: str, cases: Sequence[tuple], seen: Callable = lambda result: result, within: Callable = lambda run: run()) -> None:
        self._names, self._function, self.cases, self._seen, self._within = dict(names), function, list(cases), seen, within
        exec(PROBE, self._names)

    def times(self) -> Sequence[float]:
        return self._within(lambda: self._names["_times"](self._function, self.cases)) or [0.0] * len(self.cases)

    def look(self, source: str, leaves: Sequence[str]) -> Sequence:
        return self._within(lambda: self._names["_look"](source, self._function, self.cases, leaves, _HITS)) or []

    def fill(self, source: str, texts: Sequence[str], call: int) -> Sequence:
        return [self._seen(result) for result in self._within(lambda: self._names["_fill"](source, self._function, self.cases[call], texts)) or []]
