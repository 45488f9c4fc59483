"""The arguments of calls inside a session: `decoder.py` without its doubts. The trusted side sends what `Encoder` wrote and
nothing else, thousands of small arrays for one submission, and each is made anew for every call."""

from collections.abc import Callable

import numpy as np

from .decoder import Decoder
from .mutation import Seen
from .plain import DTYPES


def arguments(trees: list, buffers: list, opaque: Callable[[list], object], seen: Seen) -> list:
    """The values of the trees of one call; opaque(node) returns that of a node that is not plain data. What of them can be
    changed in place is noted in `seen`."""
    return [_value(tree, buffers, opaque, seen) if type(tree) is list else tree for tree in trees]


def _value(tree: list, buffers: list, opaque: Callable[[list], object], seen: Seen) -> object:
    kind = tree[0]
    if kind == "array":
        _, code, shape, fortran, data = tree
        if type(data) is int:
            data = buffers[data]
        # A copy, as whatever numpy makes: its memory is its own, and it can be written to and resized.
        dtype = DTYPES[code]
        array = np.ndarray(shape, dtype, data, order="F").copy("F") if fortran else np.ndarray(shape, dtype, data).copy()
        seen.append((array, data, shape, dtype))
        return array
    if kind == "dict":
        parts = arguments(tree[1], buffers, opaque, seen)
        value = dict(zip(parts[::2], parts[1::2], strict=True))
        seen.append((value, parts, None, None))
        return value
    if kind == "tuple":
        return tuple(arguments(tree[1], buffers, opaque, seen))
    if kind == "list":
        value = arguments(tree[1], buffers, opaque, seen)
        seen.append((value, value[:], None, None))
        return value
    return Decoder(buffers, opaque).decode(tree)
