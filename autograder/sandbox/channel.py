"""Messages over two pipes: a frame is a bounded msgpack header and bounded raw buffers.

    u32 header length, u32 number of buffers, u64 length of each buffer, header, buffers

This is the trusted end (the session's is `inner_channel.py`). It gives every operation a deadline, so that a peer which reads
or writes slowly, or never, costs no more than its time limit.
"""

from __future__ import annotations

import os
import select
import struct
from collections.abc import Sequence

import msgpack

from .codec import MAX_BUFFERS, MAX_BYTES
from .deadline import Deadline
from .errors import ChannelClosed, ProtocolViolation

MAX_HEADER = 2 << 20  # empty lists of one byte each become 64 bytes of memory: this bounds them too
MAX_ITEMS = 1 << 18  # of one list: room is made for as many as it claims to have, before any is read
_PREFIX = struct.Struct("<II")
_CHUNK = 1 << 16
_JOIN = 1 << 16  # frames up to this size leave in one write


class Channel:
    """One end: reads frames from `read_fd`, writes frames to `write_fd`. Owns both descriptors."""

    def __init__(self, read_fd: int, write_fd: int):
        self.read_fd, self.write_fd = read_fd, write_fd
        self._ahead = bytearray()
        os.set_blocking(read_fd, False)
        os.set_blocking(write_fd, False)
        self._readable, self._writable = select.poll(), select.poll()
        self._readable.register(read_fd, select.POLLIN)
        self._writable.register(write_fd, select.POLLOUT)

    def close(self) -> None:
        """Close both descriptors; more than once does no harm."""
        for fd in {self.read_fd, self.write_fd} - {-1}:
            os.close(fd)
        self.read_fd = self.write_fd = -1

    def send(self, header: list, buffers: list = (), deadline: Deadline | None = None) -> None:
        """Write one frame. Raises ValueError when the header is too large, ChannelClosed, DeadlinePassed."""
        self.send_packed(msgpack.packb(header, use_bin_type=True), buffers, deadline)

    def send_packed(self, packed: bytes, buffers: Sequence[bytes] = (), deadline: Deadline | None = None) -> None:
        """`send` with a header that is packed already."""
        if len(packed) > MAX_HEADER:
            raise ValueError("header too large")
        if not buffers or len(packed) + sum(map(len, buffers)) <= _JOIN:
            return self.write(packed_frame(packed, buffers), deadline)
        self.write(_prefix(packed, buffers) + packed, deadline)
        for buffer in buffers:
            self.write(buffer, deadline)

    def write(self, data: bytes, deadline: Deadline | None = None) -> None:
        """Write bytes that are frames already, or parts of one. Raises ChannelClosed, DeadlinePassed."""
        left = memoryview(data)
        while left:
            left = left[self._write(left[: 1 << 20], deadline) :]

    def receive(self, deadline: Deadline | None = None) -> tuple[list, list[bytearray]]:
        """Read one frame: (header, buffers). Raises ProtocolViolation, ChannelClosed, DeadlinePassed."""
        header, buffers = self.receive_packed(deadline)
        return unpack(header), buffers

    def receive_packed(self, deadline: Deadline | None = None) -> tuple[bytearray, list[bytearray]]:
        """`receive` with a header that is left packed."""
        size, count = _PREFIX.unpack(self._read(_PREFIX.size, deadline))
        if size > MAX_HEADER or count > MAX_BUFFERS:
            raise ProtocolViolation("a frame with an oversized header")
        lengths = struct.unpack(f"<{count}Q", self._read(8 * count, deadline)) if count else ()
        if sum(lengths) > MAX_BYTES:
            raise ProtocolViolation("a frame with too much data")
        header = self._read(size, deadline)
        return header, [self._read(length, deadline) for length in lengths]

    @property
    def ready(self) -> bool:
        """Whether a whole frame has arrived, so that reading it waits for nothing."""
        data = self._ahead
        if len(data) < _PREFIX.size:
            return False
        size, count = _PREFIX.unpack_from(data)
        end = _PREFIX.size + 8 * count
        if count > MAX_BUFFERS or len(data) < end + size:
            return False
        return not count or len(data) >= end + size + sum(struct.unpack_from(f"<{count}Q", data, _PREFIX.size))

    @property
    def quiet(self) -> bool:
        """Whether nothing has arrived that was not asked for."""
        return not self._ahead

    def _write(self, data: memoryview, deadline: Deadline | None) -> int:
        while True:
            try:
                return os.write(self.write_fd, data)
            except BlockingIOError:
                _wait(self._writable, deadline)
            except OSError as error:
                raise ChannelClosed("the other side stopped reading") from error

    def _read(self, size: int, deadline: Deadline | None) -> bytearray:
        ahead = self._ahead
        if size > _CHUNK:
            return self._read_large(size, deadline)
        while len(ahead) < size:
            ahead += self._some(_CHUNK, deadline)
        out = ahead[:size]
        del ahead[:size]
        return out

    def _read_large(self, size: int, deadline: Deadline | None) -> bytearray:
        out = self._ahead[:size]
        del self._ahead[:size]
        while len(out) < size:
            out += self._some(min(size - len(out), 1 << 20), deadline)
        return out

    def _some(self, size: int, deadline: Deadline | None) -> bytes:
        while True:
            try:
                data = os.read(self.read_fd, size)
            except BlockingIOError:
                _wait(self._readable, deadline)
                continue
            except OSError as error:
                raise ChannelClosed("the channel cannot be read") from error
            if not data:
                raise ChannelClosed("the other side is gone")
            # A peer that trickles bytes is ready to be read at any time: the clock is asked here too.
            if deadline is not None:
                deadline.check()
            return data


def packed_frame(packed: bytes, buffers: Sequence[bytes] = ()) -> bytes:
    """One frame in one piece."""
    return b"".join((_prefix(packed, buffers), packed, *buffers))


def _prefix(packed: bytes, buffers: Sequence[bytes]) -> bytes:
    lengths = struct.pack(f"<{len(buffers)}Q", *map(len, buffers)) if buffers else b""
    return _PREFIX.pack(len(packed), len(buffers)) + lengths


def unpack(data: bytes) -> list:
    """The header in `data`: a list of atoms and lists, nothing else. Raises ProtocolViolation."""
    try:
        header = msgpack.unpackb(data, raw=False, strict_map_key=True, max_array_len=MAX_ITEMS, max_map_len=0, max_ext_len=0)
    except Exception as error:
        raise ProtocolViolation(f"a header that is no msgpack: {type(error).__name__}") from None
    if type(header) is not list:
        raise ProtocolViolation("a header that is no list")
    return header


def _wait(poll: select.poll, deadline: Deadline | None) -> None:
    if deadline is None:
        poll.poll()
    else:
        deadline.wait(poll)
