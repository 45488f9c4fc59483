"""A made-up class of any size, as grades, for looking at reports and timing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from autograder.checking import Record
from autograder.grading.basis import Basis, GradedQuestion
from autograder.grading.verdicts import CellReport, Grade, QuestionResult, Verdict
from autograder.report.class_page import class_page as in_pieces
from autograder.report.summary import ClassCounts, ClassSummary, entry_of

TITLES = (
    ("Edit, check, fix", 2),
    ("Affine forward", 10),
    ("From the seed's columns", 5),
    ("Rotation", 5),
    ("A layer from its motions", 10),
    ("Every matrix is rotate, scale, rotate", 15),
    ("ReLU", 5),
    ("Which side of the fold", 8),
    ("How much of space survives", 7),
    ("The five frames of a layer", 13),
    ("Standardize", 5),
)
QUESTIONS = tuple(GradedQuestion(f"q{i}", title, float(points)) for i, (title, points) in enumerate(TITLES, 1))
BASIS = Basis(
    "a1",
    "Layers are motions",
    QUESTIONS,
    "3f9c1a52d0be77",
    "0.1.0",
    settings={"timeout": "10", "memory": "2048"},
    versions={"hidden-layers": "0.1.0", "Python": "3.11.7", "numpy": "2.4.6"},
    isolation="namespaces, landlock, seccomp, own user",
    note="A made-up class: these submissions were written by the course itself to show what grading looks like.",
    by_hand=15.0,
)
MISTAKES = ("The bias is not added.", "The matrix is used transposed.", "The angle is taken in radians.", "The sign of the determinant is lost.")
HINTS = ("What is the image of the zero row?", "Every row is moved by b after the matrix acted.", "Look at step 4 of the five frames.")
STATUSES = ("wrong", "wrong", "wrong", "wrong", "raised", "timeout", "not attempted", "not attempted")


def failing(question: str, status: str, hidden: bool, mistake: str) -> Verdict:
    """A verdict of that status with everything a record can hold."""
    kinds = {"wrong": "value", "not attempted": "not_attempted"}
    record = Record(
        kinds.get(status, status),
        "row 0, column 1 is 1.0, expected 1.5",
        question,
        "by_hand",
        "One row, computed by hand",
        hidden,
        "affine_forward(X (2, 3), W (3, 2), b (2,))",
        "[[ 4.0   1.0 ]\n [ 2.0  -0.5 ]]",
        "[[ 4.0   1.5 ]\n [ 2.0   0.0 ]]",
        "5e-15 absolute, from the conditioning of X @ W",
        mistake,
        HINTS if mistake else (),
        'Traceback (most recent call last):\n  File "cell 7", line 2, in affine_forward\nValueError: shapes (2,3) and (2,3) not aligned' if status == "raised" else "",
    )
    return Verdict(question, "by_hand", "One row, computed by hand", hidden, 1.0, 0.0, status, record, 0.01)


def grade(name: str, skill: float, rng: np.random.Generator) -> Grade:
    """One graded submission; `skill` in [0, 1] is the chance to solve a question."""
    questions = []
    for question in QUESTIONS:
        passed = Verdict(question.id, "shape", "The result has one row per sample", False, question.points - 1, question.points - 1, "passed")
        if rng.random() < skill:
            last = Verdict(question.id, "by_hand", "One row, computed by hand", True, 1.0, 1.0, "passed")
            questions.append(QuestionResult(question.id, question.points, question.points, "passed", (passed, last)))
            continue
        status = STATUSES[rng.integers(len(STATUSES))]
        mistake = MISTAKES[rng.integers(len(MISTAKES))] if status == "wrong" and rng.random() < 0.7 else ""
        last = failing(question.id, status, bool(rng.random() < 0.5), mistake)
        earned = float(rng.integers(question.points)) if status == "wrong" else 0.0
        questions.append(QuestionResult(question.id, question.points, earned, status, (passed, last)))
    cells = (
        CellReport(0, "import matplotlib.pyplot as plt\nimport numpy as np", "ok"),
        CellReport(1, 'def affine_forward(X, W, b):\n    """Z = X @ W + b."""\n    return X @ W + b\n\n\nprint(affine_forward(np.eye(2), np.eye(2), 1))', "ok", "", "[[2. 1.]\n [1. 2.]]\n"),
        CellReport(2, "rotation(45) @ vector", "error", "NameError: name 'vector' is not defined"),
    )
    return Grade(name, name, f"digest of {name}", "graded", "", tuple(questions), cells, BASIS.isolation, {"total": 0.05})


def summarise(basis: Basis, grades: Iterable[Grade]) -> ClassSummary:
    """A class in numbers."""
    counts = ClassCounts(basis)
    for one in grades:
        counts.add(entry_of(basis, one))
    return counts.summary()


def class_page(summary: ClassSummary) -> str:
    """The class page in one piece."""
    return "".join(in_pieces(summary))


def made_up_class(size: int, seed: int = 0) -> Iterator[Grade]:
    """`size` grades, every tenth of them unreadable, in the order of their names."""
    rng = np.random.default_rng(seed)
    first = ("ada", "blaise", "carl", "daphne", "emmy", "fibonacci", "grace", "hypatia", "isaac", "joan")
    for i in range(size):
        name = first[i] if size <= len(first) else f"{first[i % 10]}_{i:05d}"
        if i % 10 == 9:
            problem = f"{name}.ipynb cannot be graded: it is not valid JSON: expecting value at its end, so it is probably cut off."
            yield Grade(name, name, f"digest of {name}", "unreadable", problem)
        else:
            yield grade(name, float(rng.beta(3, 1.4)), rng)
