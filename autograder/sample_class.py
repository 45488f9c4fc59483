"""A made-up class for the demo and the benchmarks: who hands in what, built from the assignment's own sources.

Nobody is behind these names. Every notebook says so in its first cell, and the class always comes out the same, byte
for byte.
"""

from __future__ import annotations

import inspect
import io
import json
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Assignment, reference_source, student_notebook, substitute

LABEL = "Made up by `autograder demo`. Nobody is behind this name."
NOTE = "A made-up class: the course wrote these submissions itself to show what grading looks like. Nobody is behind the names."
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the class: the file they hand in and what it is an example of."""

    file: str
    story: str
    data: bytes


def sample_class(assignment: Assignment) -> tuple[Member, ...]:
    """The class of an assignment, in the order of names. Needs the private half of the assignment."""
    return tuple(_member(assignment, name, *story) for name, story in _stories(assignment).items())


def write_class(assignment: Assignment, folder: Path) -> tuple[Member, ...]:
    """Write the class into `folder`, with a README that says who is what; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    members = sample_class(assignment)
    for member in members:
        (folder / member.file).write_bytes(member.data)
    told = "\n".join(f"{member.file:<40} {member.story}" for member in members)
    (folder / "README.txt").write_text(f"{NOTE}\n\n{told}\n", encoding="utf-8")
    return members


Cells = dict[str, str]


def _stories(assignment: Assignment) -> dict[str, tuple[str, Cells, Callable[[dict], tuple[str, bytes]]]]:
    """Per name: the story, the code that replaces stubs, and how the notebook becomes a file."""
    ids = [question.id for question in assignment.graded]
    right = {question: reference_source(assignment, question) for question in ids}
    nth = [ids[i % len(ids)] for i in range(12)]

    def all_but(question: str, source: str) -> Cells:
        return {**right, question: source}

    def broken(question: str, *body: str) -> Cells:
        return all_but(question, _function(assignment, question, *body))

    def stopped_after(count: int) -> Cells:
        return {question: right[question] for question in ids[:count]}

    def mistaken(number: int, *questions: str) -> tuple[str, Cells]:
        made = {question: _mistake(assignment, question, number) for question in questions}
        told = "; ".join(f"{question}: {story}" for question, (story, _) in made.items())
        return told, {**right, **{question: source for question, (_, source) in made.items()}}

    one, same, three, other = mistaken(0, nth[1]), mistaken(0, nth[1]), mistaken(1, nth[1], nth[3], nth[4]), mistaken(2, nth[2], nth[6])
    everything_wrong = mistaken(0, *ids)
    half = len(ids) // 2
    return {
        "ada": ("everything right", right, _plain),
        "blaise": ("everything right, every function written in another way", _variants(assignment, 0), _plain),
        "carl": ("handed in as it was released", {}, _plain),
        "daphne": (f"stopped after {ids[half - 1]}", stopped_after(half), _plain),
        "emmy": (f"one mistake. {one[0]}", one[1], _plain),
        "fermat": (f"the same mistake as emmy. {same[0]}", same[1], _plain),
        "grace": (f"three mistakes. {three[0]}", three[1], _plain),
        "hypatia": ("a mistake in every question", everything_wrong[1], _plain),
        "isaac": (f"{nth[2]} loops for ever", broken(nth[2], "while True:", "    pass"), _plain),
        "joan": (f"{nth[3]} calls sys.exit", broken(nth[3], "import sys", "", "sys.exit(0)"), _plain),
        "katherine": ("everything right, in yet another way", _variants(assignment, 1), _plain),
        "leonhard": (f"{nth[4]} forgets its return", broken(nth[4], "answer = 0.0"), _plain),
        "maryam": (f"{nth[5]} raises a NameError", broken(nth[5], "return undefined_name"), _plain),
        "niels": ("everything right, and a cell that fails at the end", right, _with_cell("1 / 0")),
        "olga": (f"{nth[6]} ends the Python process", broken(nth[6], "import os", "", "os._exit(1)"), _plain),
        "paul": (f"{nth[7]} returns a text instead of numbers", broken(nth[7], 'return "the answer"'), _plain),
        "qin": (f"{nth[8]} asks for all the memory there is", broken(nth[8], "return [0.0] * 10**12"), _plain),
        "rosalind": (f"two mistakes. {other[0]}", other[1], _plain),
        "sofia": ("everything right, as the zip that grader.export() writes", right, _exported),
        "thales": ("the file was cut off on its way", right, _cut_off),
        "ursula": ("a PDF with the name of a notebook", {}, _pdf),
        "vera": (f"the function of {nth[4]} was deleted", all_but(nth[4], "# nothing here"), _plain),
        "wang": ("got stuck after the first question", stopped_after(1), _plain),
        "zeno": ("everything right, saved as UTF-16 by a text editor", right, _utf_16),
    }


def _member(assignment: Assignment, name: str, story: str, cells: Cells, finish: Callable[[dict], tuple[str, bytes]]) -> Member:
    notebook = student_notebook(assignment, cells)
    label = {"cell_type": "markdown", "id": "made-up", "metadata": {}, "source": f"**{LABEL}** {name}: {story}"}
    ending, data = finish({**notebook, "cells": [label, *notebook["cells"]]})
    return Member(name + ending, story, data)


def _function(assignment: Assignment, question: str, *body: str) -> str:
    """Source of a question's functions, the last of them with another body."""
    name = assignment.question(question).functions[-1]
    signature = inspect.signature(getattr(assignment.reference, name))
    spoiled = f"def {name}{signature.replace(return_annotation=signature.empty)}:\n" + textwrap.indent("\n".join(body), "    ")
    return _in_place(assignment, question, name, spoiled)


def _mistake(assignment: Assignment, question: str, number: int) -> tuple[str, str]:
    """The name of a known mistake in a question and the source of a cell that makes it."""
    functions = assignment.question(question).functions
    known = [mistake for mistake in assignment.mistakes if mistake.function in functions]
    if not known:
        return "Nothing is returned.", _function(assignment, question, "answer = 0.0")
    chosen = known[number % len(known)]
    return chosen.description, _in_place(assignment, question, chosen.function, substitute(chosen))


def _variants(assignment: Assignment, number: int) -> Cells:
    """The reference with each function for which a variant is known written in that way."""
    cells = {}
    for question in assignment.graded:
        source = reference_source(assignment, question.id)
        for function in question.functions:
            known = [variant for variant in assignment.variants if variant.function == function]
            if known:
                source = _in_place(assignment, question.id, function, substitute(known[number % len(known)]), source)
        cells[question.id] = source
    return cells


def _in_place(assignment: Assignment, question: str, function: str, source: str, rest: str | None = None) -> str:
    """A cell in which `source` defines `function`; the question's other functions are as in the reference."""
    if assignment.question(question).functions == (function,):
        return source
    return f"{rest or reference_source(assignment, question)}\n\n\n{source}"  # defined again: the last one counts


def _text(notebook: dict) -> str:
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _plain(notebook: dict) -> tuple[str, bytes]:
    return ".ipynb", _text(notebook).encode()


def _utf_16(notebook: dict) -> tuple[str, bytes]:
    return ".ipynb", b"\xff\xfe" + _text(notebook).encode("utf-16-le")


def _cut_off(notebook: dict) -> tuple[str, bytes]:
    data = _text(notebook).encode()
    return ".ipynb", data[: 2 * len(data) // 3]


def _pdf(notebook: dict) -> tuple[str, bytes]:
    return ".ipynb", f"%PDF-1.4\n% {LABEL}\n%%EOF\n".encode()


def _with_cell(source: str) -> Callable[[dict], tuple[str, bytes]]:
    cell = {"cell_type": "code", "id": "one-more", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
    return lambda notebook: _plain({**notebook, "cells": [*notebook["cells"], cell]})


def _exported(notebook: dict) -> tuple[str, bytes]:
    """An archive as `grader.export()` writes it, with the date left out."""
    stream = io.BytesIO()
    ending = "_2026_01_31T18_30_00_000000.zip"
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in (("a.ipynb", _text(notebook)), (".OTTER_LOG", LABEL), ("__zip_filename__", ending)):
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP), data)
    return ending, stream.getvalue()
