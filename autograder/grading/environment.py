"""The learner's functions as the checks see them: names looked up in a session, calls sent there in batches."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checking import Outcome
from autograder.sandbox import NameMissing, Remote, Session


class Callee:
    """A learner's object that lives in a session: it can be called, and says what it is; nothing else is forwarded."""

    __slots__ = ("_remote", "_session")

    def __init__(self, session: Session, remote: Remote) -> None:
        self._session = session
        self._remote = remote

    @property
    def remote(self) -> Remote:
        """Its handle in the session."""
        return self._remote

    @property
    def described(self) -> str:
        """What it is, in a learner's words."""
        kind, name = self._remote.kind, self._remote.name
        if kind == "array":
            return f"an array of type {name}" if name not in ("", "ndarray") else "an array of something other than numbers"
        if kind == "too large":
            return "too large to be looked at"
        return f"an object of type {name}" if kind == "object" and name else f"{'an' if kind == 'object' else 'the'} {kind} {name}".rstrip()

    def observe_many(self, cases: Sequence[tuple]) -> list[Outcome]:
        """Call it on each tuple of arguments, all in one message. Raises SessionLost if the session ends meanwhile."""
        results = self._session.observe_many(self._remote, list(cases))
        return [
            Outcome(wrapped(self._session, one.value), one.error, one.message, one.traceback, tuple(one.mutated), one.stdout, one.generators)
            for one in results
        ]


def wrapped(session: Session, value: object) -> object:
    """A value from a session with every opaque object in it made a `Callee`."""
    kind = type(value)
    if kind is Remote:
        return Callee(session, value)
    if kind is tuple or kind is list:
        return kind([wrapped(session, item) for item in value])
    if kind is dict:
        return {key: wrapped(session, item) for key, item in value.items()}
    return value


class Environment:
    """The names of a session, looked up when a check asks for them and remembered while the session lasts."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, object] = {}

    def prefetch(self, names: Sequence[str]) -> dict[str, Remote]:
        """Those of the names that are functions, looked up together. Raises SessionLost."""
        unknown = [name for name in names if name not in self._known]
        if unknown:
            self._known |= {name: Callee(self._session, remote) for name, remote in self._session.functions(unknown).items()}
        return {name: self._known[name].remote for name in names if type(self._known.get(name)) is Callee}

    def get(self, name: str) -> object:
        """The learner's object of that name; None if there is none. Raises SessionLost."""
        if name not in self._known:
            try:
                self._known[name] = wrapped(self._session, self._session.lookup(name))
            except NameMissing:
                self._known[name] = None
        return self._known[name]
