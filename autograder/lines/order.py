"""What is changed and tried first: the function that most failed checks call, and the check that fails soonest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from autograder.checking import Check


def most_asked(functions: Iterable[str], checks: Iterable[Check]) -> list[str]:
    """Those of the functions that some of the checks call, those that most of them call first."""
    asked = Counter(name for check in checks for name in check.parameters)
    return sorted((name for name in functions if asked[name]), key=lambda name: -asked[name])


def timed(checks: Sequence[Check], took: Mapping[str, float], times: float, least: float, most: float) -> tuple[tuple[Check, float], ...]:
    """The checks that fail, the quickest of them first, and then the others, each with the seconds it may take.

    Args:
        took: the seconds that each check took that fails, by name.
        times: how many times that a changed version may take; least, most: seconds, whatever that is. A check that passes may take `most`.
    """
    ordered = sorted(checks, key=lambda check: took.get(check.name, float("inf")))
    return tuple((check, min(most, max(least, times * took[check.name])) if check.name in took else most) for check in ordered)


def failing(checks: Iterable[Check], names: Collection[str]) -> list[Check]:
    """The checks of these names, in their order."""
    return [check for check in checks if check.name in names]
