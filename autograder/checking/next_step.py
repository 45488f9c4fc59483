"""What to try next after a failed check, in one sentence that holds for every assignment and tells nothing of hidden inputs."""

from __future__ import annotations

import re
from collections.abc import Callable

from autograder.checking.record import Record

_HIDDEN = "try inputs of your own: a single row, other widths, negative numbers, zeros, large numbers"
_STEPS: dict[str, str | Callable[[Record], str]] = {
    "missing": lambda record: f"run the cell that defines {record.call or 'the function'}, then this check",
    "not_attempted": "put your code in the place of the line `raise NotImplementedError`, run the cell, then this check",
    "raised": lambda record: _raised(record),
    "none": "end the function with `return` and the result",
    "type": "print `type(...)` of what your function returns, and compare it with the docstring",
    "shape": "print the `.shape` of every array in the function: which is the first that is not as you expect?",
    "dtype": "print the `.dtype` of every array in the function: where does it change?",
    "not_finite": "print what goes into each division, `exp` and `log` of the function",
    "value": lambda record: _value(record),
    "mutated": "look for `+=`, `out=` and assignments to `x[...]`: do the arrays they change come from the caller?",
    "property": lambda record: _property(record),
    "error": "call the function with such an argument in a cell of its own: what happens?",
    "timeout": "look for a loop that does not end, or one over single numbers that one numpy call could do",
    "memory": "print the `.shape` of the arrays you make: which is much larger than input and result?",
    "crashed": "call the function in a cell of its own; restart the kernel if it stops",
}


def next_step(record: Record) -> str:
    """What to try next, as a sentence without a full stop; "" where there is nothing a learner can do."""
    if record.hidden and record.kind not in ("missing", "not_attempted", "none", "mutated"):
        return _HIDDEN if record.kind in _STEPS else ""
    step = _STEPS.get(record.kind, "")
    return step if isinstance(step, str) else step(record)


def _property(record: Record) -> str:
    if not record.call or re.search(r"\barray\b|\brng\b", record.call):
        return "make the smallest input you can think of, work it out by hand, and compare"
    return "make this call in a cell of its own: where is what comes back not as it should be?"


def _raised(record: Record) -> str:
    if not record.call:
        return ""
    sizes = re.search(r"\(size (\d+) is different from (\d+)\)", record.message)
    if sizes:
        return f"a product of matrices needs equal inner sizes, and here {sizes[2]} meets {sizes[1]}: print the `.shape` of both sides just before"
    if "raised NameError" in record.message:
        return "is the name spelled as where it is defined, and is it defined before the function is called?"
    what = "the `.shape` of each array" if re.search("shape|dimension|broadcast|index|align", record.message) else "each variable"
    return f"print {what} on the line that raised, just before it"


def _value(record: Record) -> str:
    place = re.search(r"entry (\[[\d, ]+\])", record.message)
    pair = re.search(r"(?:is|got) (-?[\d.]\S*), (?:not|expected) (-?[\d.]\S*)", record.message)
    if pair and _nearly(*pair.groups()):
        return "the numbers agree in their first digits, so the formula is nearly right: look for float32, rounding, or a small number added"
    which = f"entry {place[1]}" if place else "this number"
    return f"work out {which} with pen and paper, and print each step of your function beside it"


def _nearly(one: str, other: str) -> bool:
    try:
        return 0 < abs(float(one) - float(other)) < 1e-4 * abs(float(other))
    except ValueError:
        return False
