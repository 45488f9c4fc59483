"""One change first, then two at once: which pairs are worth trying, by what the single changes have brought nearer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from autograder.repair.model import Repair
from autograder.repair.propose import joined

# So many single changes in all, then so many pairs, and on from there.
STAGES = ((120, 50), (380, 200))
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
    known: list[Repair] = []
    tried: set[int] = set()
    done: set[tuple[int, int]] = set()
    rest = iter(singles)
    for most, pairs in STAGES:
        for number in range(most):
            known += islice(rest, int(number == len(known)))
            if number == len(known) or gains and late():
                break
            if number in tried:
                continue
            tried.add(number)
            yield (number,), known[number]
        if not gains:
            continue
        known += islice(rest, STAGES[-1][0] - len(known))
        some = [pair for pair in _pairs(gains, known) if pair not in done][:pairs]
        done.update(some)
        for pair, both in zip(some, joined(source, function, ((known[i], known[j]) for i, j in some)), strict=False):
            for number in pair if both is not None else ():
                if number not in tried:  # what would do alone is no pair
                    tried.add(number)
                    yield (number,), known[number]
            if both is not None:
                yield pair, both


def chosen(source: str, function: str, singles: Iterable[Repair], numbers: tuple[int, ...]) -> Repair | None:
    """The change, or both of them, that `stages` has given these numbers."""
    some = list(islice(singles, max(numbers) + 1))
    if len(some) <= max(numbers):
        return None
    return some[numbers[0]] if len(numbers) == 1 else next(joined(source, function, [(some[numbers[0]], some[numbers[1]])]), None)


def _pairs(gains: Mapping[int, float], known: Sequence[Repair]) -> Iterator[tuple[int, int]]:
    """Numbers of changes, the most promising pairs first.

    What is known of the mistake has spoken of the first change: the second is looked for by how likely it is without that.
    """
    firsts = sorted(gains, key=lambda number: (-round(gains[number], 2), number))[:_FIRSTS]
    seconds = sorted(range(len(known)), key=lambda number: (known[number].cost, number))
    promise: dict[tuple[int, int], int] = {}
    for rank, first in enumerate(firsts):
        for place, second in enumerate(seconds):
            if second != first and (place < _LIKELY or second in gains):
                pair = (min(first, second), max(first, second))
                early = rank * _RANK + place - _BOTH * (second in gains)
                promise[pair] = min(early, promise.get(pair, early))
    yield from sorted(promise, key=lambda pair: (promise[pair], pair))
