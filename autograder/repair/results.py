"""Results part by part: the arrays and numbers in what a function returns, however they are packed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checking.leaves import Path, at_path, leaves


def parts_of(value: object) -> Iterator[tuple[Path, np.ndarray]]:
    """Every array and number in a result, with the way to it through dicts, tuples and lists."""
    for path, leaf in leaves(value, _is_compared):
        yield path, np.asarray(leaf)


def part_at(value: object, path: Path) -> np.ndarray | None:
    """The array or number at the end of a way; None if nothing of the kind is there."""
    try:
        array = np.asarray(at_path(value, path))
    except Exception:  # whatever a learner's function has returned
        return None
    return array if array.dtype.kind in "biuf" else None


def _is_compared(value: object) -> bool:
    return isinstance(value, np.ndarray | np.number | np.bool_ | bool | int | float)


def same(got: np.ndarray | None, right: np.ndarray) -> bool:
    """Whether a part is what it should be, as far as a quick look tells."""
    if got is None or got.shape != right.shape:
        return False
    if right.dtype.kind != "f" and got.dtype.kind != "f":
        return bool(np.array_equal(got, right))
    size = np.max(np.abs(right), initial=0.0, where=np.isfinite(right))
    return bool(np.allclose(got, right, rtol=1e-10, atol=1e-12 * size, equal_nan=True))


def agree(got: object, right: object) -> bool:
    """Whether every part of a result is what it should be; texts and the like are not compared."""
    return got is not None and all(same(part_at(got, path), part) for path, part in parts_of(right))
