"""What this side and a session say to each other in one stretch, byte for byte: to be compared, and gone through again.

A stretch that was remembered holds of another session only what that session has said in the very same bytes. Request
numbers, and the numbers of functions that were asked for by name, are left out: they differ from session to session.
"""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

import msgpack

from .ahead import Prepared, Strayed
from .channel import unpack
from .errors import ProtocolViolation
from .replies import Remote

# Most bytes of one stretch that are kept; one that takes more is told as ever, and never remembered.
_ROOM = 1 << 20
_DONE, _CALLBACK = b"\x93\xa4done", b"\x94\xa8callback"


@dataclass(frozen=True, slots=True)
class Said:
    """What this side says: a call of a function, known by its name or by its number in the session, or, without one, the
    answer to a call back, header and all."""

    function: str | int | None
    request: Prepared


class Heard:
    """What a session says, as it came: the answer to a request (`done`), or a call back."""

    __slots__ = ("_header", "_key", "_start", "buffers", "done")

    def __init__(self, header: bytes, buffers: list, number: int) -> None:
        """number: of the request that waits for its answer. Raises ProtocolViolation for anything else than these two."""
        self._header, self.buffers = header, buffers
        self._key: bytes | None = None
        prefix = _DONE + msgpack.packb(number)
        self._start = len(prefix) if header.startswith(prefix) else 0
        self.done = bool(self._start)
        if not self._start and not header.startswith(_CALLBACK):  # written in another way than this package does
            said = unpack(header)
            self.done = len(said) == 3 and said[0] == "done" and said[1] == number
            if not self.done and not (len(said) == 4 and said[0] == "callback"):
                raise ProtocolViolation("something other than an answer")
            self._key = b""

    def __len__(self) -> int:
        return len(self._header) + sum(map(len, self.buffers))

    @property
    def key(self) -> bytes:
        """The same for two of them only if every byte is the same but the request's number; b"" if that cannot be told."""
        if self._key is None:
            lengths = (self.done, len(self._header) - self._start, *map(len, self.buffers))
            digest = blake2b(struct.pack(f"<{len(lengths)}Q", *lengths), digest_size=20)
            digest.update(memoryview(self._header)[self._start :])
            for buffer in self.buffers:
                digest.update(buffer)
            self._key = digest.digest()
        return self._key

    def parts(self) -> list:
        """An answer as [answer], a call back as [function, arguments, named arguments]. Raises ProtocolViolation."""
        said = unpack(self._header)
        return said[2:] if self.done else said[1:]


class Conversation:
    """One stretch: what was said and heard in it, in order, as far as it can be told again.

    named: functions of the session by the name they are known by. first: the number of the first function that is given
    in it. past: what was said and heard already, and is gone through again before anything new is said. keep: whether what
    the session printed is kept, if that has changed since.
    """

    def __init__(self, named: Mapping[str, Remote], first: int, past: Iterable[tuple[Said, Heard]] = (), keep: bool | None = None) -> None:
        self._names = {id(remote): name for name, remote in named.items()}
        self._numbers = {name: remote._number for name, remote in named.items()}
        self.first, self.keep = first, keep
        self._past = deque(past)
        self._room = _ROOM
        self.steps: list[tuple[Said, Heard]] = []
        self.whole, self.contradicted = True, False

    def called(self, function: Remote) -> str | int:
        """What a function of the session is called here."""
        return self._names.get(id(function), function._number)

    def number(self, function: str | int) -> int:
        """The number in the session of a function that is called so here."""
        return self._numbers[function] if type(function) is str else function

    def is_named(self, function: Remote) -> bool:
        """Whether it is one of the functions known by name."""
        return id(function) in self._names

    @property
    def retold(self) -> bool:
        """Whether there is something to go through again."""
        return bool(self._past)

    def again(self, said: Said) -> Heard | None:
        """What was heard when this was said; None if all of the past has been told. Raises Strayed if something else was said."""
        if not self._past:
            return None
        known, heard = self._past.popleft()
        if known != said:
            self.contradicted = True
            raise Strayed("something else than was said before")
        return heard

    def kept(self, said: Said) -> Said:
        """The same, in bytes that nobody changes any more, if it is to be noted."""
        if self.whole and said.request.size > self._room:
            self.spoil()
        if not self.whole or not said.request.buffers:
            return said
        return Said(said.function, Prepared(said.request.body, tuple(map(bytes, said.request.buffers))))

    def note(self, said: Said, heard: Heard) -> None:
        """This was said, and that was heard."""
        if self.whole:
            self._room -= said.request.size + len(heard)
            if self._room < 0:
                self.spoil()
            else:
                self.steps.append((said, heard))

    def spoil(self) -> None:
        """Something was said that cannot be told of another session."""
        self.whole = False
        self.steps.clear()
