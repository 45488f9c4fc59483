"""One change first, then two at once: which pairs are worth trying, by what the single changes have brought nearer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from autograder.repair.model import Repair
from autograder.repair.propose import joined

SINGLES, PAIRS = 380, 220
_FIRSTS = 8  # changes that are kept for a second one
_RANK = 12  # how many second changes of the best first one are tried before the next first one has its turn
_BOTH = 60  # so many places earlier if each of the two brings something nearer by itself
_LIKELY = 150  # a second change that helps only with the first is among so many


def stages(source: str, function: str, singles: Iterable[Repair], gains: Mapping[int, float], late: Callable[[], bool] = lambda: False) -> Iterator[tuple[tuple[int, ...], Repair]]:
    """Every change to be tried, with its number, or with those of the two changes it is made of.

    Args:
        singles: what `repairs` proposes for `source` and `function`.
        gains: by number, how much nearer a single change has brought the results; the caller writes it down before the next
            change is asked for. Changes that bring nothing nearer are not there.
        late: whether what time is left should go to pairs, if there are any.
    """
    tried: list[Repair] = []
    for number, repair in enumerate(islice(singles, SINGLES)):
        if gains and late():
            break
        tried.append(repair)
        yield (number,), repair
    pairs = list(islice(_pairs(gains, len(tried)), PAIRS))
    for numbers, repair in zip(pairs, joined(source, function, ((tried[i], tried[j]) for i, j in pairs)), strict=False):
        if repair is not None:
            yield numbers, repair


def chosen(source: str, function: str, singles: Iterable[Repair], numbers: tuple[int, ...]) -> Repair | None:
    """The change, or both of them, that `stages` has given these numbers."""
    some = list(islice(singles, max(numbers) + 1))
    if len(some) <= max(numbers):
        return None
    return some[numbers[0]] if len(numbers) == 1 else next(joined(source, function, [(some[numbers[0]], some[numbers[1]])]), None)


def _pairs(gains: Mapping[int, float], tried: int) -> Iterator[tuple[int, int]]:
    """Numbers of changes, the most promising pairs first."""
    firsts = sorted(gains, key=lambda number: (-round(gains[number], 2), number))[:_FIRSTS]
    promise: dict[tuple[int, int], int] = {}
    for rank, first in enumerate(firsts):
        for second in range(tried):
            if second != first and (second < _LIKELY or second in gains):
                pair = (min(first, second), max(first, second))
                place = rank * _RANK + second - _BOTH * (second in gains)
                promise[pair] = min(place, promise.get(pair, place))
    yield from sorted(promise, key=lambda pair: (promise[pair], pair))
