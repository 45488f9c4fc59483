"""The closed set of values that cross between a session and the grader as data, and how much of it one message may hold."""

import numpy as np

MAX_DEPTH = 32
MAX_NODES = 200_000
MAX_BUFFERS = 4096
MAX_DIMENSIONS = 16
MAX_BYTES = 64 << 20  # of arrays, bytes and text in one message
MAX_INT_BITS = 4096
MAX_SEED = 64  # words of a generator's seed, and of its pool

_CODES = "?bhilqBHILQefdgFDG"
DTYPES = {np.dtype(code).str: np.dtype(np.dtype(code).str) for code in _CODES}
SCALARS = {np.dtype(code).type for code in _CODES}
ATOMS = frozenset((bool, int, float, str, bytes, type(None)))
INT64 = range(-(2**63), 2**64)


class TooLarge(Exception):
    """The value has more parts or bytes than a message may carry."""


def is_seed(parts: object) -> bool:
    """Whether `parts` are those of a generator's seed that costs little to work with: (entropy, spawn key, pool size, children)."""
    if type(parts) is not tuple or len(parts) != 4:
        return False
    entropy, key, pool, children = parts
    words = [*(entropy if type(entropy) is list else [entropy]), *(key if type(key) is list else [None])]
    small = len(words) <= MAX_SEED and all(type(word) is int and word >= 0 and word.bit_length() <= MAX_INT_BITS for word in words)
    return small and type(pool) is int and 4 <= pool <= MAX_SEED and type(children) is int and children in range(2**32)
