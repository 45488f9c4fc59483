"""What to try next after a failed check, in one sentence that holds for every assignment and tells nothing of hidden inputs."""

from __future__ import annotations

import re
from collections.abc import Callable

from autograder.checking.record import Record

_HIDDEN = "try inputs of your own: a single row or number, other sizes, negative numbers, zeros, large numbers"
_CHANCE = "call it twice with `np.random.default_rng(1)` and once with another seed: which results should be the same?"
# What Python and numpy say, as a regular expression, and what to do about it. No step names a formula.
_SAID: tuple[tuple[str, str], ...] = (
    (r"raised NameError", "is the name spelled as where it is defined, and is it defined before the function is called?"),
    (r"raised UnboundLocalError", "a name that is assigned anywhere in a function is the function's own: does it get a value before that line, in every case?"),
    (r"truth value of an array", "an `if`, `and`, `or`, `max` or `min` wants one answer and an array has one for each entry: ask entry by entry, with numpy's own functions"),
    (r"converted to (?:a )?(?:Python )?scalar", "`math`, `float` and `int` take one number: use numpy's function of that name for an array"),
    (r"positional argument|unexpected keyword", "compare the first line of the function, or of the one it calls, with its docstring: how many arguments are there, and in which order?"),
    (r"object is not callable", "round brackets call a function, square ones take an entry: which is meant on that line?"),
    (r"object is not (?:subscriptable|iterable)", "print `type(...)` of what is indexed or gone through on that line: is it the array, list or dict that you expect?"),
    (r"raised KeyError", "print the keys of the dict just before that line, and compare the spelling"),
    (r"[Cc]annot cast|same_kind", "an array that is made from whole numbers holds whole numbers: print the `.dtype` of what is written into on that line"),
    (r"out of bounds|out of range", "print the index and the `.shape` or `len` just before that line: counting begins with 0"),
    (r"raised ZeroDivisionError", "print what is divided by: for which arguments is it 0, and what should come out then?"),
)
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
    if record.relation.startswith("random."):
        return _CHANCE
    if record.hidden and record.kind not in ("missing", "not_attempted", "none", "mutated"):
        # A hint says more than a step that holds for every function.
        return _general(record) if record.kind in _STEPS and not record.hints else ""
    step = _STEPS.get(record.kind, "")
    return step if isinstance(step, str) else step(record)


def _general(record: Record) -> str:
    return _CHANCE if re.search(r"\brng\b|\bgenerators?\b", record.title) else _HIDDEN


def _property(record: Record) -> str:
    if re.search(r"\brng\b", record.call) and re.search(r"\brng\b|\bgenerators?\b", record.title):
        return _CHANCE
    if not record.call or re.search(r"\barray\b|\brng\b", record.call):
        return "make the smallest input you can think of, work it out by hand, and compare"
    return "make this call in a cell of its own: where is what comes back not as it should be?"


def _raised(record: Record) -> str:
    if not record.call:
        return ""
    sizes = re.search(r"\(size (\d+) is different from (\d+)\)", record.message)
    if sizes:
        return f"a product of matrices needs equal inner sizes, and here {sizes[2]} meets {sizes[1]}: print the `.shape` of both sides just before"
    for said, step in _SAID:
        if re.search(said, record.message):
            return step
    what = "the `.shape` of each array" if re.search("shape|dimension|broadcast|index|align", record.message) else "each variable"
    return f"print {what} on the line that raised, just before it"


def _value(record: Record) -> str:
    if re.search(r"\brng\b", record.call):
        # Nobody works out random numbers by hand, and a named mistake need not have to do with chance.
        return "" if record.mistake else "print the first random numbers that your function draws: how many are there, in which shape, from which generator and in which order?"
    place = re.search(r"entry (\[[\d, ]+\])", record.message)
    pair = re.search(r"(?:is|got) (-?[\d.]\S*), (?:not|expected) (-?[\d.]\S*)", record.message)
    if pair and _nearly(*pair.groups()):
        return "the numbers agree in their first digits: look for a small term that is added or left out, for float32, and for rounding"
    which = f"entry {place[1]}" if place else "this number"
    return f"work out {which} with pen and paper, and print each step of your function beside it"


def _nearly(one: str, other: str) -> bool:
    try:
        return 0 < abs(float(one) - float(other)) < 1e-4 * abs(float(other))
    except ValueError:
        return False
