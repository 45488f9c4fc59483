"""The session's end of the channel: the frames of `channel.py`, as many as there are in one read; answered one by one, at once,
for what was answered before stands, whatever happens next."""

import os
import struct

import msgpack

from .channel import MAX_HEADER, unpack
from .errors import ChannelClosed

_CHUNK = 1 << 16
_PREFIX = struct.Struct("<II")


class InnerChannel:
    """Reads from `read_fd`, writes to `write_fd`; both block, and the other side is believed to send whole frames."""

    def __init__(self, read_fd: int, write_fd: int):
        self._read_fd, self._write_fd = read_fd, write_fd
        self._here, self._at = b"", 0  # what has arrived, and how much of it has been received
        self._packer = msgpack.Packer(use_bin_type=True)

    def send(self, header: list, buffers: list = ()) -> None:
        """Send one frame. Raises ValueError when the header is too large, ChannelClosed."""
        packed = self._packer.pack(header)
        if len(packed) > MAX_HEADER:
            raise ValueError("header too large")
        lengths = struct.pack(f"<{len(buffers)}Q", *map(len, buffers)) if buffers else b""
        parts = [_PREFIX.pack(len(packed), len(buffers)), lengths, packed, *buffers]
        for part in parts if sum(map(len, buffers)) > _CHUNK else [b"".join(parts)]:
            left = memoryview(part)
            try:
                while left:
                    left = left[os.write(self._write_fd, left[: 1 << 20]) :]
            except OSError as error:
                raise ChannelClosed("the other side stopped reading") from error

    def receive(self) -> tuple[list, list[bytes]]:
        """The next frame: (header, buffers). Raises ChannelClosed, ProtocolViolation."""
        self._need(_PREFIX.size)
        size, count = _PREFIX.unpack_from(self._here, self._at)
        begin = _PREFIX.size + 8 * count
        self._need(begin)
        lengths = struct.unpack_from(f"<{count}Q", self._here, self._at + _PREFIX.size) if count else ()
        self._need(begin + size + sum(lengths))
        here, at = self._here, self._at + begin + size
        header, buffers = here[at - size : at], []
        for length in lengths:
            buffers.append(here[at : at + length])
            at += length
        self._here, self._at = (here, at) if at < len(here) else (b"", 0)
        return unpack(header), buffers

    def _need(self, size: int) -> None:
        """Read until `size` bytes are here that have not been received."""
        have = len(self._here) - self._at
        if have >= size:
            return
        parts = [self._here[self._at :]]
        while have < size:
            try:
                part = os.read(self._read_fd, max(_CHUNK, min(size - have, 1 << 20)))
            except OSError as error:
                raise ChannelClosed("the channel cannot be read") from error
            if not part:
                raise ChannelClosed("the other side is gone")
            parts.append(part)
            have += len(part)
        self._here, self._at = b"".join(parts), 0
