"""Being stopped: by Ctrl-C, by what Slurm, Docker and systemd send (SIGTERM), by a terminal that is closed (SIGHUP).

The first of these signals raises KeyboardInterrupt in the main thread, so that whatever is open is closed; later ones do
nothing. Soon after it the process ends, wherever it is: what it has stored is on the disk, and sessions end with it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from types import FrameType
from typing import NoReturn

_LATEST = 0.8  # seconds from the signal to the end
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_sentence = "stopped: run the same command again to go on"
_received = 0


def listen() -> None:
    """From now on stop as above. Signals that whoever started this process wants ignored, as `nohup` does, stay ignored."""
    for number in _SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)


def once_stopped(sentence: str) -> None:
    """What to say to a person when a signal comes from now on; "" leaves it to whoever catches KeyboardInterrupt."""
    global _sentence
    _sentence = sentence


def received() -> bool:
    """Whether a signal has come: whatever fails after it is part of stopping."""
    return _received > 0


def end() -> NoReturn:
    """End the process now, with 128 plus the number of the signal, as a shell tells it."""
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        sys.stdout.flush()
    os._exit(128 + _received)  # threads that still compute are not waited for


def ended() -> None:
    """The work is done, only the interpreter is left to be taken down: nothing there deserves a traceback."""
    for number in _SIGNALS:
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.SIG_DFL)


def leave_to_python() -> None:
    """Do not listen any more: Ctrl-C is KeyboardInterrupt and nothing else, for a command that one leaves with it."""
    ended()
    if signal.getsignal(signal.SIGINT) == signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def say(sentence: str) -> None:
    """Tell a person at once; never raises, not even for a terminal that is gone."""
    with contextlib.suppress(OSError):
        os.write(2, f"{sentence}\n".encode())


def _stop(number: int, frame: FrameType | None) -> None:
    global _received
    for one in _SIGNALS:
        signal.signal(one, signal.SIG_IGN)
    _received = number
    threading.Thread(target=_end_soon, daemon=True).start()
    if _sentence:
        say(("\n" if os.isatty(2) else "") + _sentence)  # after the terminal's own ^C
    raise KeyboardInterrupt


def _end_soon() -> None:
    time.sleep(_LATEST)
    os._exit(128 + _received)
