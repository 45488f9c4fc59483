"""Code written by learners, as text: one case per heading, run as the cell a learner would have written.

    #: affine_forward: what it is                       right code
    #: affine_forward: what it is => sign, =forgot_it   wrong code, and what may be said of it
    #: affine_forward: what it is @3,5 => sign           the same, and the lines where the mistake is

Lines are those of the piece, counted from 1; of a missing statement, the lines it should stand between. After `=>` stand the diagnoses that name the mistake (an id stands for all ids that start with it) and, with a leading
`=`, the known mistakes of mistakes.py that mean the same; `!kind` says that a failure of that kind names the mistake by its
message. Nothing after it says that no simple relation exists.
The code sees numpy as np, the setup cells of the notebook and the earlier functions of the assignment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from autograder.course import Assignment, load

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENTS = ("a1", "a3", "a4")


@dataclass(frozen=True, slots=True)
class Case:
    """One implementation of `function`; `names`: what may be said of it, `lines`: where the mistake is, see above."""

    assignment: str
    function: str
    what: str
    names: tuple[str, ...]
    source: str
    lines: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.function}: {self.what}"


_HEADING = re.compile(r"^#: (\w+): (.*?)(?: @([\d,]+))?(?: =>(.*))?$", re.MULTILINE)


def read(assignment: str, text: str) -> tuple[Case, ...]:
    """The cases of a text in the format above. Raises ValueError for code without a heading, or a heading without code."""
    before, *parts = _HEADING.split(text)
    if before.strip():
        raise ValueError(f"{assignment}: code before the first heading")
    cases = []
    for function, what, lines, names, source in zip(*[iter(parts)] * 5, strict=True):
        if not re.search(rf"^(def {function}\(|{function} = )", source, re.MULTILINE):
            raise ValueError(f"{assignment}: {what!r} does not define {function}")
        told = tuple(name.strip() for name in (names or "").split(",") if name.strip())
        where = tuple(int(line) for line in (lines or "").split(",") if line)
        cases.append(Case(assignment, function, what, told, source.strip() + "\n", where))
    return tuple(cases)


@cache
def cases(kind: str) -> tuple[Case, ...]:
    """All cases of a kind, "right" or "wrong", in the order of the course."""
    return tuple(case for name in ASSIGNMENTS for case in read(name, import_module(f"tests.verdicts.{name}_{kind}").CASES)) + later(kind)


@cache
def later(kind: str) -> tuple[Case, ...]:
    """The cases of a kind that were written after the diagnoses."""
    texts = import_module(f"tests.verdicts.later_{kind}").CASES
    return tuple(case for name in ASSIGNMENTS for case in read(name, texts[name]))


@cache
def fresh() -> tuple[Case, ...]:
    """The wrong code in the manner of public courses, over all assignments, that nothing was made for."""
    return tuple(case for name, text in import_module("tests.verdicts.fresh_wrong").CASES.items() for case in read(name, text))


@cache
def unseen(kind: str, name: str) -> tuple[Case, ...]:
    """The cases of a kind for one assignment that were written after the mutants with sentences, and that nothing was made for."""
    return read(name, import_module(f"tests.verdicts.unseen_{kind}").CASES[name])


@cache
def second(kind: str, name: str) -> tuple[Case, ...]:
    """The cases of a kind for one assignment of the second blind set."""
    return read(name, import_module(f"tests.verdicts.second_blind_{kind}").CASES[name])


@cache
def third(kind: str, name: str) -> tuple[Case, ...]:
    """The cases of a kind for one assignment of the third blind set."""
    return read(name, import_module(f"tests.verdicts.third_blind_{kind}").CASES[name])


# The fourth and the fifth blind set were written by two authors each: which part holds an assignment.
FOURTH_A = dict.fromkeys(("a1", "a2", "a3", "a4", "bonus"), "a")
FOURTH_B = dict.fromkeys(("a5", "a6", "a7", "a8"), "b")
FOURTH = FOURTH_A | FOURTH_B


@cache
def fourth(kind: str, name: str) -> tuple[Case, ...]:
    """The cases of a kind for one assignment of the fourth blind set; none for one that neither part holds."""
    return read(name, import_module(f"tests.verdicts.fourth_blind_{kind}_{FOURTH[name]}").CASES[name]) if name in FOURTH else ()


@cache
def fifth(kind: str, name: str) -> tuple[Case, ...]:
    """The cases of a kind for one assignment of the fifth blind set, which is parted as the fourth is."""
    return read(name, import_module(f"tests.verdicts.fifth_blind_{kind}_{FOURTH[name]}").CASES[name]) if name in FOURTH else ()


@cache
def sized(name: str) -> tuple[Case, ...]:
    """The wrong code of one assignment that only numbers of some size, or many of them, can tell from right code."""
    return read(name, import_module("tests.verdicts.sizes_wrong").CASES[name])


@cache
def assignment(name: str) -> Assignment:
    """The assignment with its private half, loaded once."""
    return load(ROOT, name)


@cache
def given(name: str) -> dict[str, object]:
    """What a learner's cell finds: the setup cells, and every function of the assignment as the reference writes it."""
    import numpy as np

    course = assignment(name)
    names: dict[str, object] = {"np": np}
    for cell in course.cells:
        if "setup" in cell.tags:
            exec(cell.source, names)
    if "DATA" in names:
        names["DATA"] = course.public_dir / names["DATA"]  # a notebook runs in its own folder
    return {**names, **course.right_functions}


def _run(case: Case) -> dict[str, object]:
    names = dict(given(case.assignment))
    exec(case.source, names)
    return names


def implementation(case: Case) -> Callable:
    """The function that the case defines, in a namespace of its own."""
    return _run(case)[case.function]


def environment(case: Case) -> dict[str, object]:
    """The functions a check asks for: the case's, earlier ones that it brings along, and the reference's for all others."""
    course, names = assignment(case.assignment), _run(case)
    brought = [name for name in course.question_of(case.function).builds_on if f"\ndef {name}(" in f"\n{case.source}"]
    return {**course.right_functions, **{name: names[name] for name in (case.function, *brought)}}
