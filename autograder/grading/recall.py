"""Checks that passed are remembered with all that the session said: one that hears the very same bytes again has passed again.

What a check asks, and how it ends, depends on nothing but what the session answers: its inputs are drawn from keys, the
reference is fixed. So its conversations form a tree: a node is what the check says next, byte for byte, an edge what it then
hears, a leaf that it passed. Another session is asked along the tree. If all of it has been heard before, the check would
have decoded the same bytes, compared the same numbers and passed. If not, the check itself goes through what has been said
so far, and on from there; and when it then says something else than the tree, it is no such function: nothing of it is
remembered any more, and its question is asked again in a session of its own. Before that nobody relies on a tree in which
no check has gone the whole of a known way a second time.

Only what passed is remembered, and only in this process. Deadlines, calls foreseen, lost sessions: all as without it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from autograder.checking import Check, Record
from autograder.checking.asked import Trace
from autograder.checking.audience import explanations
from autograder.grading.environment import Environment
from autograder.sandbox import Session
from autograder.sandbox.ahead import Strayed
from autograder.sandbox.conversation import Conversation, Heard, Said
from autograder.sandbox.given import RANGE

# Most bytes of one check and of all checks of an assignment, about; whoever passes in ever new ways is remembered no further.
_CHECK, _ALL = 2 << 20, 32 << 20
_NODE = 600  # bytes of a node beside what it says

Steps = list[tuple[Said, Heard]]


class _Node:
    """What a check says next, and by what is then heard where that leads: to another node, or None where it has passed."""

    __slots__ = ("next", "said")

    def __init__(self, said: Said) -> None:
        self.said = said
        self.next: dict[bytes, _Node | None] = {}


_UNKNOWN = _Node(None)


@dataclass(slots=True)
class _Tree:
    """The conversations of one check that passed. sound: no two of them contradict each other; proven: two were the same."""

    first: _Node | None = None
    size: int = 0
    sound: bool = True
    proven: bool = False


class Recall:
    """What is remembered of the checks of one assignment; safe to share by threads."""

    def __init__(self) -> None:
        self._trees: dict[tuple, _Tree] = {}
        self._ranges: dict[tuple[str, str], int] = {}
        self._size = 0
        self._lock = threading.Lock()

    def trace(self, check: Check, session: Session, environment: Environment, *, explained: bool) -> tuple[Record | None, Trace | Callable[[], Trace]]:
        """`check.trace(environment)`, of which the trace may come as a function that finds it out.

        explained: whether a failure is, which the caller sees to. Raises what that raises; and Strayed if the check did not
        say again what it has said before.
        """
        functions = environment.prefetch(check.parameters)
        tree, first = self._tree(check, session, explained)
        # What a function says its name is could be seen by a check, and is no part of what is heard.
        known = all(name in functions and functions[name].name in (name, "") for name in check.parameters)
        if not known or not tree.sound:
            return check.trace(environment)
        past, passed = _along(tree, session, Conversation(functions, first))
        if passed:
            keeps = session.keeps

            def retold() -> Trace:
                with explanations(explained), session.conversing(Conversation(functions, first, past, keeps)):
                    return check.trace(environment)[1]

            return None, retold
        talk = Conversation(functions, first, past)
        try:
            with session.conversing(talk):
                record, trace = check.trace(environment)
        finally:
            if talk.retold or talk.contradicted:
                self._distrust(tree)
                session.close()
        if talk.retold:
            raise Strayed("a check did not say all that it had said before")
        if record is None and talk.whole:
            self._learn(tree, talk.steps)
        return record, trace

    def _tree(self, check: Check, session: Session, explained: bool) -> tuple[_Tree, int]:
        """The tree of a check in such a session, and the number of the first function that it gives."""
        name = check.question, check.name
        with self._lock:
            place = self._ranges.setdefault(name, len(self._ranges) + 1)
            return self._trees.setdefault((name, explained, session.limits, session.keeps), _Tree()), place * RANGE

    def _learn(self, tree: _Tree, steps: Steps) -> None:
        """Add a conversation that ended well."""
        size = sum(_NODE + said.request.size for said, _ in steps)
        if not steps or size > _CHECK or not all(heard.key for _, heard in steps):
            return
        with self._lock:
            if tree.size + size > _CHECK:
                self._clear(tree)
            if self._size + size > _ALL:
                for other in self._trees.values():
                    self._clear(other)
            if tree.sound and not self._add(tree, steps):
                tree.sound = False
                self._clear(tree)

    def _add(self, tree: _Tree, steps: Steps) -> bool:
        """Whether it agrees with all that is known; then it is known, too."""
        proven = True
        if tree.first is None:
            tree.first = self._node(tree, steps[0][0])
        node = tree.first
        for (said, heard), after in zip(steps, [*(said for said, _ in steps[1:]), None], strict=True):
            if node is None or node.said != said:
                return False
            if heard.key not in node.next:
                proven = False
                node.next[heard.key] = None if after is None else self._node(tree, after)
            node = node.next[heard.key]
        tree.proven |= proven
        return node is None

    def _node(self, tree: _Tree, said: Said) -> _Node:
        tree.size += _NODE + said.request.size
        self._size += _NODE + said.request.size
        return _Node(said)

    def _distrust(self, tree: _Tree) -> None:
        with self._lock:
            tree.sound = False
            self._clear(tree)

    def _clear(self, tree: _Tree) -> None:
        self._size -= tree.size
        tree.first, tree.size = None, 0


def _along(tree: _Tree, session: Session, talk: Conversation) -> tuple[Steps, bool]:
    """What is said and heard on the way through a tree, as far as it leads, and whether that is where the check passes."""
    past: Steps = []
    node = tree.first if tree.proven else None
    while node is not None and node is not _UNKNOWN:
        heard = session.say(talk, node.said)
        past.append((node.said, heard))
        node = node.next.get(heard.key, _UNKNOWN)
    return past, bool(past) and node is None
