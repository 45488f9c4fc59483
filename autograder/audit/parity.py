"""Faithful to Otter: our score per question equals stock `otter run`'s on the same notebook with the stock zip."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

from autograder.audit.behaviour import Case
from autograder.audit.model import Part
from autograder.audit.stock import stock_scores
from autograder.course import Assignment, replace_function, solutions, student_notebook, substitute
from autograder.grading.verdicts import Grade, Submission


def mixed_cases(assignment: Assignment) -> Iterator[Case]:
    """Blank, reference, and notebooks that hold one mistake (or variant) of every question at once.

    Stock Otter takes seconds for a notebook; mixing covers every mistake and variant in as many notebooks as the
    question with the most of them has.
    """
    yield Case("blank", "blank", {})
    yield Case("reference", "reference", solutions(assignment))
    for kind, entries in (("variant", assignment.variants), ("mistake", assignment.mistakes)):
        by_question = [[e for e in entries if e.function in question.functions] for question in assignment.graded]
        for number, row in enumerate(zip_longest(*by_question)):
            sources = solutions(assignment)
            for question, entry in zip(assignment.graded, row, strict=True):
                if entry is not None:
                    sources[question.id] = replace_function(sources[question.id], entry.function, substitute(entry))
            yield Case(f"{kind}-{number}", kind, sources)


def audit_parity(
    assignment: Assignment, otter_zip: Path, folder: Path, grade_all: Callable[[list[Submission]], list[Grade]], jobs: int = 2
) -> Part:
    """Grade the mixed cases both ways and compare question by question. Notebooks are written to `folder`."""
    part = Part("parity")
    cases = list(mixed_cases(assignment))
    notebooks = []
    for case in cases:
        path = folder / f"{case.name}.ipynb"
        path.write_text(json.dumps(student_notebook(assignment, case.replacements)), encoding="utf-8")
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
