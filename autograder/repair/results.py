"""Results part by part: the arrays and numbers in what a function returns, however they are packed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checking.leaves import Path, at_path, leaves


def parts_of(value: object) -> Iterator[tuple[Path, np.ndarray]]:
    """Every array and number in a result, with the way to it through dicts, tuples and lists."""
    for path, leaf in leaves(value, is_part):
        yield path, np.asarray(leaf)


def part_at(value: object, path: Path) -> np.ndarray | None:
    """The array or number at the end of a way; None if nothing of the kind is there."""
    try:
        array = np.asarray(at_path(value, path))
    except Exception:  # whatever a learner's function has returned
        return None
    return array if array.dtype.kind in "biuf" else None


def is_part(value: object) -> bool:
    """Whether a value is an array or a number."""
    return isinstance(value, np.ndarray | np.number | np.bool_ | bool | int | float)


def same(got: np.ndarray | None, right: np.ndarray) -> bool:
    """Whether a part is what it should be, as far as a quick look tells."""
    if got is None or got.shape != right.shape:
        return False
    with np.errstate(all="ignore"):
        got, right = got.astype(float), right.astype(float)
        there = right[np.isfinite(right)]
        near = np.abs(got - right) <= 1e-10 * np.abs(right) + 1e-12 * np.abs(there).max(initial=0.0)
        return bool(np.all(near | (got == right) | (np.isnan(got) & np.isnan(right))))


def agree(got: object, right: object) -> bool:
    """Whether every part of a result is what it should be; texts and the like are not compared."""
    return got is not None and all(same(part_at(got, path), part) for path, part in parts_of(right))
