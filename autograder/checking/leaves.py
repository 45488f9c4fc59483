"""Arrays inside tuples, lists and dicts: parameters of a network come as any of these, and so do their gradients."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

Path = tuple  # of indices and keys, from the outside in


def float_leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, np.ndarray]]:
    """The float arrays in a nested value with their paths, in order. Integer arrays and single numbers are no leaves."""
    return leaves(value, lambda one: isinstance(one, np.ndarray) and one.dtype.kind == "f", path)


def leaves(value: object, is_leaf: Callable[[object], bool], path: Path = ()) -> Iterator[tuple[Path, object]]:
    """The parts of a nested value that are no containers and leaves, with their paths, in order."""
    if isinstance(value, tuple | list | dict):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(item, is_leaf, (*path, key))
    elif is_leaf(value):
        yield path, value


def at_path(value: object, path: Path) -> object:
    """The part of a nested value that a path leads to."""
    for key in path:
        value = value[key]
    return value


def replaced(value: object, path: Path, leaf: object) -> object:
    """The same nested value with another leaf at `path`; the containers on the way are new, everything else is shared."""
    if not path:
        return leaf
    key, *rest = path
    if isinstance(value, dict):
        return {**value, key: replaced(value[key], tuple(rest), leaf)}
    items = list(value)
    items[key] = replaced(items[key], tuple(rest), leaf)
    return type(value)(items)


def copied(value: object) -> object:
    """A nested value with every array copied; what is neither array nor container is shared."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, tuple | list):
        return type(value)(copied(item) for item in value)
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    return value


def in_row_order(value: object) -> object:
    """A nested value whose arrays lie in memory row by row, as those that numpy makes; what does so already is shared."""
    if isinstance(value, np.ndarray):
        return value if value.flags.c_contiguous else np.ascontiguousarray(value)
    if type(value) in (tuple, list):
        items = [in_row_order(item) for item in value]
        return value if all(one is other for one, other in zip(items, value, strict=True)) else type(value)(items)
    if type(value) is dict:
        items = {key: in_row_order(item) for key, item in value.items()}
        return value if all(items[key] is value[key] for key in value) else items
    return value


def in_words(path: Path) -> str:
    """A path as it would be written behind a name: ['W1'] or [0][1]."""
    return "".join(f"[{key!r}]" for key in path)
