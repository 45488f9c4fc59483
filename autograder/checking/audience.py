"""Who reads a failure: on public checks inputs are shown, so there a smaller input is worth looking for.

Explaining a failure calls the learner's function again, and a function that keeps something between calls notices. Who
wants verdicts that nothing has touched, such as the grader, switches explanations off and asks for them afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_shown: ContextVar[bool] = ContextVar("shown", default=False)
_explained: ContextVar[bool] = ContextVar("explained", default=True)


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


@contextmanager
def explanations(yes: bool) -> Iterator[None]:
    """Whether failures inside the block are explained, which takes further calls of the learner's function."""
    token = _explained.set(yes)
    try:
        yield
    finally:
        _explained.reset(token)


def are_explained() -> bool:
    """Whether a failure may call the learner's function again to find out more."""
    return _explained.get()
