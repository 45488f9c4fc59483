"""Which diagnoses to believe: a relation between numbers that holds in one small example may be an accident.

Measured on 343 wrong implementations nobody had described beforehand: believing every check's own diagnosis, 8.7 % of
them are told a wrong name first; believing only what two failed checks agree on, 1.5 % (tests/benchmarks/diagnosis.py).
Some relations cannot hold by accident, because they need many numbers or a second call, and stand alone: with them 0.9 %
of the same code, and 1.8 % of 113 implementations written later, are told a wrong name. What other calls of the question
refute is not believed at all (`refuted.py`). An argument that seems to be ignored in one example was named wrongly more often than
rightly (7 to 2), and numbers that are whole there are no evidence either: both are asked of all calls (`every_call.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from autograder.checking import Record
from autograder.grading.refuted import Pair, is_refuted

_SURE = ("close.rounded", "error", "line", "mask.missing", "order", "random", "shape.extra-axis", "state", "swapped")


def agreed(records: Sequence[Record], compared: Callable[[], Sequence[Pair]] = tuple) -> list[Record]:
    """The records of a question's failed checks, with the diagnoses that stand alone or are refuted taken out.

    Kept is the relation most checks agree on, if at least two do, or that of a question's only failed check, and what is
    sure. compared: what came back and what is right in the calls of the question, asked for if there is a diagnosis at all.
    """
    if any(record.relation for record in records):
        pairs = compared()
        refuted = {relation for relation in {record.relation for record in records} if is_refuted(relation, pairs)}
        records = [_without(record) if record.relation in refuted else record for record in records]
    counts = Counter(record.relation for record in records if record.relation)
    relation, count = counts.most_common(1)[0] if counts else ("", 0)
    believed = relation if count >= 2 or len(records) == 1 else ""
    return [record if record.relation in ("", believed) or _is_sure(record.relation) else _without(record) for record in records]


def _is_sure(relation: str) -> bool:
    return any(relation == name or relation.startswith(f"{name}.") for name in _SURE)


def _without(record: Record) -> Record:
    return replace(record, mistake="", hints=(), relation="")
