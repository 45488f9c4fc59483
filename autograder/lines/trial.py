"""Versions of a learner's code, tried in this process against the public checks of a question."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import CodeType

from autograder.checking import Check, shifted
from autograder.checking.audience import explanations
from autograder.checking.observe import recording
from autograder.lines.order import timed
from autograder.lines.own_code import definitions
from autograder.lines.rivals import do_the_same
from autograder.lines.stopwatch import Stopwatch, TooLong

# One check may take so many times what the learner's own code took, in seconds at least and at most.
_TIMES, _LEAST, _MOST = 20.0, 0.03, 0.4
# Beside the inputs that the notebook's checks draw, a version has to pass on those of so many other draws.
_DRAWS = 2


@dataclass(frozen=True, slots=True)
class Trial:
    """What versions of a cell are tried on. surroundings: code that defines all else; checks: with the seconds each may take."""

    surroundings: CodeType
    checks: tuple[tuple[Check, float], ...]
    watch: Stopwatch

    def passes(self, source: str) -> bool:
        """Whether every check passes with this version of the cell."""
        functions = _defined(self.surroundings, source, self.watch)
        return functions is not None and all(_passes(check, functions, seconds, self.watch) for check, seconds in self.checks)

    def confirms(self, source: str) -> bool:
        """Whether every check passes again, with nothing left of earlier calls, on other draws of its inputs."""
        for draw in range(1, _DRAWS + 1):
            with shifted(draw):
                if not self.passes(source):
                    return False
        return True

    def calls(self, source: str, function: str) -> list[tuple]:
        """The calls that the checks make of a function, with this version of the cell."""
        functions = _defined(self.surroundings, source, self.watch) or {}
        with recording() as seen:
            for check, seconds in self.checks:
                _passes(check, functions, seconds, self.watch)
        return [call for called, cases, _ in seen.batches if getattr(called, "__name__", "") == function for call in cases]

    def tells_apart(self, one: str, other: str, function: str, calls: Sequence[tuple]) -> bool:
        """Whether a function does different things in two versions of the cell, on variations of some calls; not if that takes too long."""
        defined = [_defined(self.surroundings, source, self.watch) for source in (one, other)]
        try:
            with self.watch.within(_MOST):
                return not do_the_same(*(names[function] for names in defined), calls)
        except (Exception, TooLong):
            return False


def trial_of(surroundings: str, source: str, checks: Sequence[Check], failed: frozenset[str], watch: Stopwatch) -> Trial | None:
    """The trial for a cell with the checks of a question, those that fail first; None unless exactly `failed` fail here too."""
    code = compile(surroundings, "<surroundings>", "exec")
    functions = _defined(code, source, watch)
    if functions is None:
        return None
    took: dict[str, float] = {}
    for check in checks:
        before = time.monotonic()
        if not _passes(check, functions, _MOST, watch):
            took[check.name] = time.monotonic() - before
    if took.keys() != failed:
        return None
    return Trial(code, timed(checks, took, _TIMES, _LEAST, _MOST), watch)


def _defined(surroundings: CodeType, source: str, watch: Stopwatch) -> dict[str, object] | None:
    """What the surroundings and a cell define; None if they cannot be run."""
    names: dict[str, object] = {"__name__": "__main__"}
    try:
        with watch.within(_MOST):
            exec(surroundings, names)
            exec(definitions(source), names)
    except (Exception, TooLong):
        return None
    return names


def _passes(check: Check, functions: Mapping[str, object], seconds: float, watch: Stopwatch) -> bool:
    try:
        with watch.within(seconds), explanations(False):
            return check.run(functions) is None
    except (Exception, TooLong):
        return False
