"""What this system offers to shut sessions in, as a real session shows it."""

import functools
from collections.abc import Sequence
from pathlib import Path

from .errors import SandboxError, ZygoteDied
from .limits import Isolation, unknown_layers
from .zygote import Zygote


@functools.cache
def probe(deny: frozenset[str] = frozenset()) -> Isolation:
    """The isolation this system offers, seen in a real session; the same for the life of this process.

    Layers in `deny` are left out. Nothing is raised on a system without a sandbox: the description says what is missing.
    """
    unknown_layers(deny)
    try:
        return look((), deny)
    except SandboxError as error:
        return Isolation(frozenset(), False, str(error))


def look(secrets: Sequence[Path], deny: frozenset[str]) -> Isolation:
    """The isolation seen in a real session, looked at again if somebody kills the process meanwhile. Raises SandboxError."""
    try:
        return _seen_by_one(secrets, deny)
    except ZygoteDied:
        return _seen_by_one(secrets, deny)


def _seen_by_one(secrets: Sequence[Path], deny: frozenset[str]) -> Isolation:
    with Zygote(secrets=secrets, deny=deny, warm=False) as zygote:
        return zygote.isolation
