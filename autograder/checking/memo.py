"""Remember results of the course's own functions: the inputs of a check are fixed, the submissions are many."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np


Key = tuple[Callable, bytes]  # the function itself, so that it stays alive and no other can take its identity


class Memo:
    """At most `size` results by key, the oldest forgotten first. Safe to share by threads.

    keeps: which results are worth their memory; None for all.
    """

    def __init__(self, size: int, keeps: Callable[[object], bool] | None = None) -> None:
        self._size, self._keeps, self._known, self._lock = size, keeps, {}, threading.Lock()

    def get(self, key: Key | None, compute: Callable[[], object]) -> object:
        """The result for `key`, computed if it is not known; a key of None is never remembered."""
        if key is None:
            return compute()
        with self._lock:
            if key in self._known:
                return self._known[key]
        result = compute()
        if self._keeps is not None and not self._keeps(result):
            return result
        with self._lock:
            self._known[key] = result
            while len(self._known) > self._size:
                del self._known[next(iter(self._known))]
        return result


def key_of(function: Callable, *values: object) -> Key | None:
    """What a result of a function depends on; None for lambdas, closures and values that are not plain data."""
    if "<" in getattr(function, "__qualname__", "<"):
        return None
    from hashlib import blake2b  # here, because most notebooks never need it

    digest = blake2b(digest_size=20)
    return (function, digest.digest()) if all([_feed(digest, value) for value in values]) else None


def _feed(digest, value: object) -> bool:
    if isinstance(value, np.ndarray):
        digest.update(f"array {value.dtype.str} {value.shape}".encode() + np.ascontiguousarray(value).tobytes())
        return True
    if isinstance(value, np.random.Generator):
        digest.update(repr(value.bit_generator.state).encode())
        return True
    if isinstance(value, list | tuple):
        digest.update(f"{type(value).__name__} {len(value)}".encode())
        return all([_feed(digest, item) for item in value])
    if isinstance(value, dict):
        digest.update(f"dict {len(value)}".encode())
        return all([_feed(digest, pair) for pair in value.items()])
    if value is None or isinstance(value, bool | int | float | complex | str | bytes | np.generic):
        digest.update(f"{type(value).__name__} {value!r}".encode())
        return True
    return False
