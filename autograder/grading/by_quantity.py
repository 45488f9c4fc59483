"""Results that are off by a quantity of the arguments in every call: a length, a number, a sum of squares; added, or as a factor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from autograder.checking.leaves import leaves
from autograder.grading.over_calls import Part, same
from autograder.slips.answers import Answer

_ENOUGH = 3  # calls with different quantities
_TIMES = {1.0: "", 2.0: "twice ", 0.5: "half of "}


def off_by_quantity(part: Part) -> tuple[str, str] | None:
    """("quantity." and more, less, times or over; the quantity in words), if it explains every call of a part; None if none does."""
    calls = part.calls
    if not all(theirs.shape == right.shape and right.size and np.all(np.isfinite(theirs)) and np.all(np.isfinite(right)) for theirs, right, _ in calls):
        return None
    with np.errstate(all="ignore"):
        return _added([theirs - right for theirs, right, _ in calls], calls) or _multiplied(calls)


def _added(differences: Sequence[np.ndarray], calls: Sequence[tuple[np.ndarray, np.ndarray, Answer]]) -> tuple[str, str] | None:
    if any(np.ptp(one) > _slack(call) for one, call in zip(differences, calls, strict=True)):
        return None
    sizes, slack = np.array([float(np.mean(one)) for one in differences]), np.array([_slack(call) for call in calls])
    for name, numbers in _over_calls(calls):
        for times, said in _TIMES.items():
            for sign, word in ((1, "more"), (-1, "less")):
                there = sign * times * numbers
                if np.all(np.abs(sizes - there) <= slack) and _are_enough(there[np.abs(there) > slack]):
                    return f"quantity.{word}", said + name
    return None


def _multiplied(calls: Sequence[tuple[np.ndarray, np.ndarray, Answer]]) -> tuple[str, str] | None:
    for name, numbers in _over_calls(calls):
        if not np.all(numbers) or not _are_enough(numbers[np.abs(numbers) != 1]):
            continue
        for power, word in ((1, "times"), (-1, "over")):
            factors = numbers**power
            if all(same(theirs, factor * right) for factor, (theirs, right, _) in zip(factors, calls, strict=True)):
                telling = [factor for factor, (_, right, _) in zip(factors, calls, strict=True) if np.any(right) and abs(factor) != 1]
                if _are_enough(np.array(telling)):
                    return f"quantity.{word}", name
    return None


def _are_enough(numbers: np.ndarray) -> bool:
    """Whether the quantity is another one in some calls: one and the same fits by accident."""
    return np.unique(np.round(numbers, 9)).size >= _ENOUGH


def _slack(call: tuple[np.ndarray, np.ndarray, Answer]) -> float:
    theirs, right, _ = call
    return 1e-9 * float(max(np.abs(theirs).max(), np.abs(right).max()))


def _over_calls(calls: Sequence[tuple[np.ndarray, np.ndarray, Answer]]) -> Iterator[tuple[str, np.ndarray]]:
    """Every quantity that all calls have, by its name, with its size in each of them."""
    each = [quantities(answer) for _, _, answer in calls]
    for name in each[0]:
        if all(name in one for one in each):
            numbers = np.array([one[name] for one in each])
            if np.all(np.isfinite(numbers)):
                yield name, numbers


def quantities(answer: Answer) -> Mapping[str, float]:
    """What may have been added or multiplied in a call, by what it is called; the simpler first."""
    numbers = {answer.called((i,)): float(arg) for i, arg in enumerate(answer.args) if isinstance(arg, int | float) and not isinstance(arg, bool)}
    found = dict(numbers)
    sums: dict[str, float] = {}
    for i, arg in enumerate(answer.args):
        name, arrays = answer.called((i,)), [one for _, one in leaves(arg, _is_numeric)]
        if isinstance(arg, np.ndarray) and arg.ndim:
            found |= {f"the number of {what} of {name}": float(length) for what, length in zip(("rows", "columns"), arg.shape, strict=False)}
        elif isinstance(arg, tuple | list) and not arrays:
            found |= _of_list(arg, name)
        if arrays:
            found[f"the number of entries of {name}"] = float(sum(one.size for one in arrays))
            sums |= _sums(arrays, name)
    found |= {f"the square of {name}": number * number for name, number in numbers.items()}
    found |= {f"the root of {name}": number**0.5 for name, number in {**found}.items() if number > 0 and not name.startswith("the square")}
    found |= sums
    return found | {f"{name} times {what}": number * size for name, number in numbers.items() for what, size in sums.items()}


def _of_list(values: Sequence[object], name: str) -> dict[str, float]:
    found = {f"the length of {name}": float(len(values))}
    if values and all(isinstance(one, int | float) for one in values):
        found |= {f"the first of {name}": float(values[0]), f"the last of {name}": float(values[-1])}
        found |= {f"the sum of {name}": float(sum(values)), f"the largest of {name}": float(max(values)), f"the smallest of {name}": float(min(values))}
    return found


def _sums(arrays: Sequence[np.ndarray], name: str) -> dict[str, float]:
    with np.errstate(all="ignore"):
        return {
            f"the sum of {name}": sum(float(np.sum(one)) for one in arrays),
            f"the sum of the squares of {name}": sum(float(np.sum(np.square(one, dtype=float))) for one in arrays),
            f"the sum of the sizes of {name}": sum(float(np.sum(np.abs(one))) for one in arrays),
        }


def _is_numeric(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0 and value.dtype.kind in "fiu"
