"""Whether a call has changed its arguments in place, bit by bit.

This runs in the session, after the call: code that means to deceive can hide a change here, and harms nobody but its
author, for the caller's arrays are copies that never left the trusted process.
"""

from collections.abc import Iterable
from itertools import chain
from operator import is_

import numpy as np

from .plain import DTYPES

_SEQUENCES = (list, tuple)

# What can be changed in place, with what it was: (array, bytes, shape, dtype), (list or dict, parts, None, None). UNSEEN stands
# for whatever cannot be told that way.
Seen = list[tuple[object, object, list | None, np.dtype | None]]
UNSEEN = (None, None, None, None)


def as_seen(seen: Seen) -> bool:
    """Whether everything is as it was, at a glance: if so neither `unchanged` nor `overwritten` finds anything. If not, they may
    still find nothing: they know the same numbers in another order of memory, and equal atoms in the place of others."""
    for value, was, shape, dtype in seen:
        kind = type(value)
        if kind is np.ndarray:
            if value.dtype is not dtype or value.tobytes("A") != was or [*value.shape] != shape:
                return False
        elif kind is list:
            if len(value) != len(was) or not all(map(is_, value, was)):
                return False
        elif kind is dict:
            if 2 * len(value) != len(was) or not all(map(is_, chain.from_iterable(value.items()), was)):
                return False
        else:
            return False
    return True


def unchanged(value: object, tree: object, buffers: list) -> bool:
    """Whether `value`, decoded from `tree` before a call, still holds the same bits after it.

    Generators may advance and opaque references may change: only plain data is compared.
    """
    if type(tree) is not list:
        return type(value) is type(tree) and (value == tree or value != value)
    name = tree[0]
    if name == "array":
        _, code, shape, fortran, reference = tree
        if type(value) is not np.ndarray or value.dtype != DTYPES[code] or [*value.shape] != shape:
            return False
        data = buffers[reference] if type(reference) is int else reference
        return (value.tobytes("F") if fortran else value.tobytes()) == data
    if name == "list" or name == "tuple":
        return type(value) is (list if name == "list" else tuple) and _all_unchanged(value, tree[1], buffers)
    if name == "dict":
        return type(value) is dict and _all_unchanged([part for pair in value.items() for part in pair], tree[1], buffers)
    return True


def _all_unchanged(values: list | tuple, trees: list, buffers: list) -> bool:
    if len(values) != len(trees):
        return False
    for value, tree in zip(values, trees, strict=True):
        if value is not tree and not unchanged(value, tree, buffers):  # an atom that nobody has replaced is the very same one
            return False
    return True


def overwritten(value: object, tree: object, buffers: list) -> bool:
    """Whether an array in `value` holds other numbers now than when it was encoded as `tree`: a result that a later call changed."""
    if type(tree) is not list:
        return False
    name = tree[0]
    if name == "array":
        if type(value) is not np.ndarray:
            return False
        _, code, shape, fortran, reference = tree
        if [*value.shape] != shape:
            return True
        if value.dtype != DTYPES[code]:
            value = value.astype(code)
        data = buffers[reference] if type(reference) is int else reference
        return (value.tobytes("F") if fortran else value.tobytes()) != data
    if (name == "list" or name == "tuple") and isinstance(value, _SEQUENCES):
        return len(value) != len(tree[1]) or _any_overwritten(value, tree[1], buffers)
    if name == "dict" and isinstance(value, dict):
        return 2 * len(value) == len(tree[1]) and _any_overwritten(value.values(), tree[1][1::2], buffers)
    return False


def _any_overwritten(values: Iterable, trees: list, buffers: list) -> bool:
    for value, tree in zip(values, trees, strict=True):
        if type(tree) is list and overwritten(value, tree, buffers):
            return True
    return False
