"""Whether a call has changed its arguments in place, bit by bit.

This runs in the session, after the call: code that means to deceive can hide a change here, and harms nobody but its
author, for the caller's arrays are copies that never left the trusted process.
"""

import numpy as np

from .codec import DTYPES


def unchanged(value: object, tree: object, buffers: list) -> bool:
    """Whether `value`, decoded from `tree` before a call, still holds the same bits after it.

    Generators may advance and opaque references may change: only plain data is compared.
    """
    if type(tree) is not list:
        return type(value) is type(tree) and (value == tree or value != value)
    name = tree[0]
    if name == "array":
        _, code, shape, fortran, reference = tree
        if type(value) is not np.ndarray or value.dtype != DTYPES[code] or list(value.shape) != shape:
            return False
        data = buffers[reference] if type(reference) is int else reference
        return value.tobytes("F" if fortran else "C") == data
    if name in ("list", "tuple"):
        return (
            type(value) is (list if name == "list" else tuple)
            and len(value) == len(tree[1])
            and all(unchanged(item, node, buffers) for item, node in zip(value, tree[1], strict=True))
        )
    if name == "dict":
        if type(value) is not dict or 2 * len(value) != len(tree[1]):
            return False
        parts = [part for pair in value.items() for part in pair]
        return all(unchanged(part, node, buffers) for part, node in zip(parts, tree[1], strict=True))
    return True


def overwritten(value: object, tree: object, buffers: list) -> bool:
    """Whether an array in `value` holds other numbers now than when it was encoded as `tree`: a result that a later call changed."""
    if type(tree) is not list:
        return False
    if tree[0] == "array" and type(value) is np.ndarray:
        _, code, shape, fortran, reference = tree
        data = buffers[reference] if type(reference) is int else reference
        return list(value.shape) != shape or value.astype(code, copy=False).tobytes("F" if fortran else "C") != data
    if tree[0] in ("list", "tuple") and isinstance(value, list | tuple):
        return len(value) != len(tree[1]) or any(overwritten(item, node, buffers) for item, node in zip(value, tree[1], strict=True))
    if tree[0] == "dict" and isinstance(value, dict):
        return 2 * len(value) == len(tree[1]) and any(overwritten(item, node, buffers) for item, node in zip(value.values(), tree[1][1::2], strict=True))
    return False
