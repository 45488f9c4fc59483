"""Calls sent before anybody asks for them, because they have been made in this order every time so far.

An answer counts only if the call that is then asked for is the same, byte for byte, and comes in its turn; and only if it
comes without delay, without a call back, from a session that lives on. Whatever else happens raises `Strayed`: nothing has
been learnt, and the caller asks again, one call at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgpack

from .codec import Encoder, TooLarge
from .errors import SandboxError

# Bytes of requests without an answer: less than any pipe holds, so that sending never waits for a session that is itself
# waiting to be read.
IN_FLIGHT = 32 << 10
SECONDS = 0.25  # for one answer: whoever is slower gains nothing from being asked early


class Strayed(SandboxError):
    """What was sent ahead is not what is asked for now, or its answer is not to be had. Says nothing about the session."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The arguments of one request, as they are sent; the same for every session."""

    body: bytes
    buffers: tuple[bytes, ...] = ()

    @property
    def size(self) -> int:
        """About how many bytes the request has."""
        return 64 + len(self.body) + sum(map(len, self.buffers))

    def of(self, function: int) -> bytes:
        """The parts of the request that asks for these calls of a function, packed. function: its number in the session."""
        return msgpack.packb(["object", function]) + self.body


def prepared(cases: Sequence[tuple]) -> Prepared | None:
    """The request for these calls; None if their arguments are not plain data, or too many to be sent ahead."""
    encoder = Encoder(_opaque)
    try:
        trees = [[encoder.encode(arg) for arg in case] for case in cases]
    except (TooLarge, _Opaque):
        return None
    made = packed(trees, ["dict", []], encoder.buffers)
    return Prepared(made.body, tuple(map(bytes, made.buffers))) if made.size <= IN_FLIGHT // 2 else None


def packed(cases: list, named: object, buffers: list) -> Prepared:
    """The arguments of one request, encoded already, in the form in which requests are compared."""
    return Prepared(msgpack.packb(cases, use_bin_type=True) + msgpack.packb(named, use_bin_type=True), tuple(buffers))


class Queue:
    """What will probably be asked next: some of it sent, the rest waiting for room."""

    def __init__(self, calls: Sequence[tuple[int, Prepared]] = ()) -> None:
        self._waiting = deque(calls)
        self._sent: deque[tuple[int, int, Prepared]] = deque()
        self._flying = 0

    def __len__(self) -> int:
        """How many calls have been sent and not been answered."""
        return len(self._sent)

    @property
    def pending(self) -> int:
        """How many calls are foreseen, sent or not."""
        return len(self._sent) + len(self._waiting)

    def next_is(self, function: int, request: Prepared) -> bool:
        """Whether the call that comes next is this one. function: its number in the session."""
        if self._sent:
            return self._sent[0][1:] == (function, request)
        return bool(self._waiting) and self._waiting[0] == (function, request)

    def to_send(self) -> Iterator[tuple[int, Prepared]]:
        """The calls to send next, as many as there is room for; none while many are under way, so that few pieces are sent."""
        if self._flying <= IN_FLIGHT // 2:
            while self._waiting and self._flying + self._waiting[0][1].size <= IN_FLIGHT:
                yield self._waiting.popleft()

    def sent(self, number: int, function: int, request: Prepared) -> None:
        """It has been sent, as request `number`."""
        self._sent.append((number, function, request))
        self._flying += request.size

    def answered(self) -> int:
        """The number of the request whose answer comes next."""
        number, _, request = self._sent.popleft()
        self._flying -= request.size
        return number

    def stop(self) -> None:
        """Send no more."""
        self._waiting.clear()


def frame(name: str, number: int, parts: bytes, count: int) -> bytes:
    """The header of a request, as `Channel.send` would pack it. parts: `count` of them, packed."""
    return bytes((0x92 + count,)) + msgpack.packb(name) + msgpack.packb(number) + parts


class _Opaque(Exception):
    """An argument that is no plain data."""


def _opaque(value: object) -> list:
    raise _Opaque
