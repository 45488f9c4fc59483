"""Hints for known mistakes in the learner's own notebook, offline, without the mistakes' code or the solution.

A release runs the known mistakes through the public checks. For each it ships a sealed entry: the address is a digest
of everything the mistake returned in that check, and the hints are encrypted with a key made of the same. Only code
that returns the same numbers opens the entry. There is nothing else in the file: no code, no expected value.

Numbers are rounded before they are digested, on two grids that are half a step apart, so that rounding errors do not
move a value across the edges of both.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from autograder.checking.noted import is_number
from autograder.checking.observe import Outcome

_STEPS = 1e6  # the grid's steps per largest entry


def seal(salt: str, mistakes: Iterable[tuple[str, Sequence[Outcome], str, tuple[str, ...]]]) -> dict:
    """The book of sealed hints, as plain JSON types.

    mistakes: (check, trace of the mistake in it, name of the mistake, its hints). A trace that two mistakes share says
    nothing, and is left out.
    """
    pages: list[tuple[str, str]] = []
    for check, trace, name, hints in mistakes:
        for key in _keys(salt, check, trace):
            pages.append((_address(key), _crypt(key, json.dumps([name, *hints]).encode()).hex()))
    shared = {address for address, count in Counter(address for address, _ in pages).items() if count > 1}
    return {"salt": salt, "entries": dict(sorted((address, text) for address, text in pages if address not in shared))}


def unseal(book: dict, check: str, trace: Sequence[Outcome]) -> tuple[str, tuple[str, ...]] | None:
    """The name and hints of the known mistake that gives this trace in this check, if the book has one."""
    for key in _keys(book["salt"], check, trace):
        text = book["entries"].get(_address(key))
        if text is not None:
            name, *hints = json.loads(_crypt(key, bytes.fromhex(text)))
            return name, tuple(hints)
    return None


def digests(value: object) -> tuple[bytes, ...]:
    """Two digests of a result; results that differ by rounding errors only have one of them in common."""
    return tuple(hashlib.sha256(_value(value, offset)).digest() for offset in (0.0, 0.5))


def _keys(salt: str, check: str, trace: Sequence[Outcome]) -> tuple[bytes, ...]:
    if not trace:
        return ()
    keys = []
    for offset in (0.0, 0.5):
        digest = hashlib.sha256(f"{salt}\0{check}\0{offset}\0".encode())
        for outcome in trace:
            digest.update(_canonical(outcome, offset))
        keys.append(digest.digest())
    return tuple(keys)


def _canonical(outcome: Outcome, offset: float) -> bytes:
    if outcome.error is not None:
        return f"error {outcome.error}\0".encode()
    return f"mutated {list(outcome.mutated)}\0".encode() + _value(outcome.value, offset) + b"\0"


def _value(value: object, offset: float) -> bytes:
    if isinstance(value, tuple | list):
        return f"sequence {len(value)}".encode() + b"".join(_value(item, offset) for item in value)
    if isinstance(value, dict):
        return b"dict" + b"".join(f"{key!r}".encode() + _value(value[key], offset) for key in sorted(value, key=repr))
    if type(value) is np.ndarray or is_number(value):
        return _numbers(np.asarray(value), offset)
    return f"{type(value).__name__} {value if isinstance(value, str | bytes) else ''}".encode()


def _numbers(array: np.ndarray, offset: float) -> bytes:
    head = f"array {array.shape} {'b' if array.dtype.kind == 'b' else 'n'} ".encode()
    if array.dtype.kind not in "biufc":
        return head + array.dtype.str.encode()
    parts = [array.real, array.imag] if array.dtype.kind == "c" else [array]
    return head + b"".join(_rounded(part.astype(np.float64), offset) for part in parts)


def _rounded(array: np.ndarray, offset: float) -> bytes:
    finite = np.isfinite(array)
    largest = float(np.abs(array[finite]).max(initial=0.0))
    # A power of two near the largest entry: the grid itself must not depend on rounding errors.
    unit = 2.0 ** np.round(np.log2(largest)) / _STEPS if largest > 0 else 1.0
    steps = np.where(finite, np.floor(np.where(finite, array, 0.0) / unit + offset), 0.0).astype(np.int64)
    codes = np.where(np.isnan(array), 1, np.where(array == np.inf, 2, np.where(array == -np.inf, 3, 0))).astype(np.int8)
    return f"{unit!r} ".encode() + steps.tobytes() + codes.tobytes()


def _address(key: bytes) -> str:
    return hashlib.sha256(b"address" + key).hexdigest()[:32]


def _crypt(key: bytes, text: bytes) -> bytes:
    stream = b"".join(hashlib.sha256(b"text" + key + bytes([i])).digest() for i in range(len(text) // 32 + 1))
    return bytes(a ^ b for a, b in zip(text, stream, strict=False))
