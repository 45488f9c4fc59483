"""Who reads a failure: on public checks inputs are shown, so there a smaller input is worth looking for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_shown: ContextVar[bool] = ContextVar("shown", default=False)


@contextmanager
def inputs_shown(yes: bool) -> Iterator[None]:
    """Whether failures inside the block may show the inputs they happened on."""
    token = _shown.set(yes)
    try:
        yield
    finally:
        _shown.reset(token)


def inputs_are_shown() -> bool:
    """Whether the check that is running is public."""
    return _shown.get()
