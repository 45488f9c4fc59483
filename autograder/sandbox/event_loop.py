"""An event loop that wakes itself through a pipe: sessions get no sockets, and most never need a loop, so that none is made before."""

import asyncio
import os


class _End:
    """One end of a pipe, as much of a socket as the loop asks of one."""

    def __init__(self, fd: int):
        self._fd = fd

    def fileno(self) -> int:
        return self._fd

    def recv(self, size: int) -> bytes:
        return os.read(self._fd, size)

    def send(self, data: bytes) -> int:
        return os.write(self._fd, data)

    def close(self) -> None:
        os.close(self._fd)


class PipeEventLoop(asyncio.SelectorEventLoop):
    """asyncio's own, without the pair of sockets."""

    def _make_self_pipe(self) -> None:
        self._ssock, self._csock = map(_End, os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC))
        self._internal_fds += 1
        self._add_reader(self._ssock.fileno(), self._read_from_self)
