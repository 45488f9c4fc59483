"""What a repair is, and what a rule that proposes repairs says."""

from __future__ import annotations

import ast
from dataclasses import dataclass

# Of a learner's text: what is longer or deeper is not looked at.
LONGEST_SOURCE = 20_000
MOST_NODES = 600
DEEPEST = 40
LONGEST_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Repair:
    """A learner's source with one change, or with two.

    line: the line of the learner's text that is changed, from 1; before: the learner's own code there, at most
    `LONGEST_BEFORE` characters; aspect: which kind of change it is, a key of `words.TEXTS`; source: the whole changed text,
    which has lost its comments and its line numbers; splices: where it differs from the learner's text in that plain form; also:
    the second change, where `source` has two; cost: the smaller the likelier, whatever is known of this mistake.
    """

    line: int
    before: str
    aspect: str
    source: str
    splices: tuple[tuple[int, int, str], ...] = ()
    also: Repair | None = None
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule says of one place: `text` could stand there.

    cost: the smaller the likelier, about the negative logarithm of how often such a change is the right one.
    move: the change without the names in it, so that the same mistake made in several places is recognised.
    """

    cost: float
    aspect: str
    text: str
    move: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the text: what stands from byte `start` to `end` is replaced, at each of `splices`; `node` is where it is."""

    cost: float
    aspect: str
    node: ast.AST
    splices: tuple[tuple[int, int, str], ...]
    move: str = ""
