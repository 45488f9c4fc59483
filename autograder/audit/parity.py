"""Faithful to Otter: our score per question equals stock `otter run`'s on the same notebook with the stock zip."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

from autograder.audit.behaviour import Case
from autograder.audit.model import Part
from autograder.audit.sample import replaced, sampled
from autograder.audit.stock import stock_scores
from autograder.checking import Mistake, Variant
from autograder.course import Assignment, solutions, student_notebook, without_pictures
from autograder.grading.verdicts import Grade, Submission


def mixed_cases(assignment: Assignment) -> Iterator[Case]:
    """Blank, reference, and notebooks that hold one mistake (or variant) of every question at once.

    Stock Otter takes seconds for a notebook; mixing covers every mistake and variant in as many notebooks as the
    question with the most of them has. Drawing takes most of these seconds, so pictures are drawn in the first notebook
    of each kind, and deleted from the others, as learners may.
    """
    yield Case("blank", "blank", {})
    yield Case("reference", "reference", solutions(assignment))
    for kind, entries in (("variant", assignment.variants), ("mistake", assignment.mistakes)):
        by_question = [[e for e in entries if e.function in question.functions] for question in assignment.graded]
        for number, row in enumerate(zip_longest(*by_question)):
            sources = replaced(assignment, [entry for entry in row if entry is not None])
            yield Case(f"{kind}-{number}", kind, sources, pictures=number == 0)


def few_cases(assignment: Assignment) -> Iterator[Case]:
    """Two notebooks, in which every other question holds a mistake, the rest a variant or the unchanged stub.

    Enough beside a release, which has already proved itself with the reference.
    """
    for number in (0, 1):
        chosen: list[Mistake | Variant] = []
        left: set[str] = set()
        for place, question in enumerate(assignment.graded):
            entries = assignment.mistakes if place % 2 == number else assignment.variants
            own = [entry for entry in entries if entry.function in question.functions]
            if place % 4 == 3 - number:
                left.add(question.id)
            else:
                chosen += sampled(own, lambda entry: entry.name, 1)
        sources = {name: source for name, source in replaced(assignment, chosen).items() if name not in left}
        yield Case(f"every-other-{number}", "mixed", sources, pictures=False)


def audit_parity(
    assignment: Assignment,
    otter_zip: Path,
    folder: Path,
    grade_all: Callable[[list[Submission]], list[Grade]],
    jobs: int = 2,
    quick: bool = False,
) -> Part:
    """Grade the mixed cases (or the few) both ways and compare question by question. Notebooks are written to `folder`."""
    part = Part("parity")
    cases = list(few_cases(assignment) if quick else mixed_cases(assignment))
    notebooks = []
    for case in cases:
        notebook = student_notebook(assignment, case.replacements)
        if not case.pictures:
            notebook = without_pictures(notebook)
        path = folder / f"{case.name}.ipynb"
        path.write_text(json.dumps(notebook), encoding="utf-8")
        notebooks.append(path)
    submissions = [
        Submission(case.name, case.name, json.loads(path.read_text(encoding="utf-8")), case.name)
        for case, path in zip(cases, notebooks, strict=True)
    ]
    theirs = stock_scores(otter_zip, notebooks, jobs)
    for case, stock, grade in zip(cases, theirs, grade_all(submissions), strict=True):
        for question in grade.questions:
            part.cases += 1
            if abs(stock[question.question] - question.own) > 1e-9:
                part.hole(case.name, f"{question.question}: stock Otter gives {stock[question.question]:g}, we give {question.own:g}")
    return part
