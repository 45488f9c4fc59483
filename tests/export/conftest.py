"""A small graded class and its roster, on disk."""

from __future__ import annotations

import dataclasses

import pytest

from autograder.grading.store import Store
from autograder.grading.verdicts import Grade
from tests.grading.grades import BASIS, grade, partly, submission, unreadable

ROSTER = """name,id,email,username,section,submission
Ada Lovelace,100,ada@example.org,alovelace,A,
"Pascal, Blaise",200,blaise@example.org,bpascal,B,
Emmy Noether,300,emmy@example.org,enoether,A,notebook-17
"王 小明",400,xm@example.org,xwang,B,
"""


def stored(folder, grades):
    """The results file of some grades, as grading writes it."""
    with Store(folder / "results.sqlite", BASIS) as store:
        for one in grades:
            store.put(BASIS.key(submission(one.submission)), one)
    return folder


def failed(name: str) -> Grade:
    """A submission on which the grader itself failed."""
    return dataclasses.replace(unreadable(name), status="failed", problem="no session could be started")


@pytest.fixture
def roster(tmp_path):
    """A roster of four."""
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return path


@pytest.fixture
def results(tmp_path):
    """Ada has everything, Blaise half and a second try, Emmy's file has another name, `stranger` is nobody."""
    return stored(tmp_path / "graded", [grade("alovelace"), partly("200"), grade("Blaise_Pascal"), partly("notebook-17"), unreadable("stranger")])
