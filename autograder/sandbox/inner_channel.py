"""The session's end of the channel: the frames of `channel.py`, as many as there are in one read, and their answers in one write.

An answer waits for the next one only while another request is here already, and no longer than HELD: whoever asks one thing
at a time is answered at once.
"""

import os
import struct
from time import monotonic

import msgpack

from .channel import MAX_HEADER, unpack
from .errors import ChannelClosed

HELD = 0.002  # seconds
_CHUNK = 1 << 16
_PREFIX = struct.Struct("<II")


class InnerChannel:
    """Reads from `read_fd`, writes to `write_fd`; both block, and the other side is believed to send whole frames."""

    def __init__(self, read_fd: int, write_fd: int):
        self._read_fd, self._write_fd = read_fd, write_fd
        self._here, self._at = b"", 0  # what has arrived, and how much of it has been received
        self._held: list[bytes] = []
        self._since = self._size = 0
        self._packer = msgpack.Packer(use_bin_type=True)

    def send(self, header: list, buffers: list = ()) -> None:
        """Send one frame, soon. Raises ValueError when the header is too large, ChannelClosed."""
        packed = self._packer.pack(header)
        if len(packed) > MAX_HEADER:
            raise ValueError("header too large")
        if not self._held:
            self._since = monotonic()
        self._held.append(_PREFIX.pack(len(packed), len(buffers)))
        if buffers:
            self._held.append(struct.pack(f"<{len(buffers)}Q", *map(len, buffers)))
        self._held += [packed, *buffers]
        self._size += len(packed) + sum(map(len, buffers))
        if self._size > _CHUNK or monotonic() - self._since > HELD:
            self.flush()

    def flush(self) -> None:
        """Send now what is still held. Raises ChannelClosed."""
        held, size = self._held, self._size
        self._held, self._size = [], 0
        for part in held if size > 2 * _CHUNK else [b"".join(held)]:
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
        """Read until `size` bytes are here that have not been received; before it waits, everything held is sent."""
        have = len(self._here) - self._at
        if have >= size:
            return
        parts = [self._here[self._at :]]
        self.flush()
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
