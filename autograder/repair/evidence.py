"""What is known of a mistake before anything is changed, and how likely it makes each change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.checking import Record
from autograder.repair import learned
from autograder.repair.code import Code
from autograder.repair.model import Edit

# By the first word of an aspect, the first words of the relations of numbers that such a mistake brings about.
_SAYS = {
    "argument": ("argument", "swapped"),
    "axis": ("axis", "line", "factor"),
    "comparison": ("mask", "side", "entries"),
    "division": ("factor", "value"),
    "dtype": ("close", "value"),
    "factor": ("factor", "number", "two", "local", "upstream"),
    "keepdims": ("shape", "axis"),
    "length": ("factor",),
    "loop": ("order",),
    "mask": ("mask", "side"),
    "operand": ("order", "transpose", "operand"),
    "order": ("order",),
    "overflow": ("not-finite", "close"),
    "reduction": ("factor", "axis", "line"),
    "returned": ("swapped", "shape"),
    "shape": ("shape", "axis"),
    "shift": ("not-finite",),
    "sign": ("sign",),
    "state": ("state",),
    "term": ("term", "close"),
}
_RAISED_HERE = -1.2
_LEARNED: dict[tuple[str, ...], float] = {("SAID",): learned.SAID, ("SEVERAL",): learned.SEVERAL}
_LEARNED |= {("ASPECTS", aspect): value for aspect, value in learned.ASPECTS.items()}
for _table in ("MOVES", "NODES", "KINDS"):
    _LEARNED |= {(_table, outer, inner): value for outer, values in getattr(learned, _table).items() for inner, value in values.items()}
_LAST_LINE = re.compile(r"line (\d+), in (\w+)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the failed checks of a question say.

    kind: of the first of them, one of `checking.record.KINDS`; relations: what the numbers show, the ids of diagnoses; line:
    of the learner's text, from 1, where an error was raised, 0 if none was.
    """

    kind: str = ""
    relations: tuple[str, ...] = ()
    line: int = 0

    @classmethod
    def of(cls, records: Sequence[Record], function: str) -> Evidence:
        """What the records of failed checks say of a function; the first of them was told first."""
        if not records:
            return cls()
        return cls(records[0].kind, tuple(one.relation for one in records if one.relation), line_raised(records[0].detail, function))


NOTHING = Evidence()


def line_raised(traceback: str, function: str) -> int:
    """The last line of a function in a traceback of the learner's own lines; 0 if it is not in it."""
    lines = [int(line) for line, name in _LAST_LINE.findall(traceback) if name == function]
    return lines[-1] if lines else 0


def features(edit: Edit, evidence: Evidence) -> Iterator[tuple[str, ...]]:
    """What an edit has in common with others: the name of a table of `learned`, and where in it."""
    head = edit.aspect.partition(".")[0]
    yield "ASPECTS", edit.aspect
    yield "MOVES", edit.aspect, edit.move.split(maxsplit=1)[0] if edit.move else ""
    yield "NODES", edit.aspect, type(edit.node).__name__
    yield "KINDS", evidence.kind, head
    if len(edit.splices) > 1:
        yield ("SEVERAL",)
    if any(relation.partition(".")[0] in _SAYS.get(head, ()) for relation in evidence.relations):
        yield ("SAID",)


def cost_of(edit: Edit, code: Code, evidence: Evidence) -> float:
    """The cost of an edit, given how often such edits were right and what is known of the mistake."""
    here = _RAISED_HERE if evidence.line and code.line(edit.node) == evidence.line else 0.0
    return edit.cost + here + sum(_LEARNED.get(feature, 0.0) for feature in features(edit, evidence))
