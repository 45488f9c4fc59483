"""Attempts kept on the disk give what a dictionary of lists gives."""

import dataclasses

import numpy as np
import pytest

from autograder.export.attempts import Attempts
from autograder.export.people import Person
from autograder.export.rules import Rules
from autograder.export.scores import Score, scores_of
from autograder.report.spool import Spool
from tests.grading.grades import BASIS, grade

PEOPLE = [Person(name=f"p{number}", id=str(number)) for number in range(6)]


def score(person, points, name):
    """One attempt."""
    return Score(person, name, "d", points, points, 12.0, (), "")


def best(attempts):
    """The one with the most points."""
    return max(attempts, key=lambda one: one.score)


@pytest.mark.parametrize("roster", [0, 4])
def test_the_attempts_of_each_are_found_again(roster):
    """People of the roster first, then others as they come; whoever has no attempt is absent."""
    draw = np.random.default_rng(3)
    attempts, plain = Attempts(PEOPLE[:roster], best), {person: [] for person in PEOPLE[:roster]}
    for number in range(40):
        person = PEOPLE[1 + int(draw.integers(5))]
        one = score(person, float(draw.integers(13)), f"s{number}")
        attempts.add(person, one)
        plain.setdefault(person, []).append(one)
    kept = [best(made) for made in plain.values() if made]
    assert list(attempts) == kept == list(attempts) and len(attempts) == len(kept)
    assert attempts.absent() == tuple(person for person, made in plain.items() if not made)


def test_grades_are_taken_one_by_one():
    """None is kept in memory: each is let go before the next is asked for."""
    alive = 0

    class Counted(type(grade("ada"))):
        def __del__(self):
            nonlocal alive
            alive -= 1

    def made():
        nonlocal alive
        for number in range(5):
            alive += 1
            most.append(alive)
            yield Counted(**{field.name: getattr(grade(f"s{number}"), field.name) for field in dataclasses.fields(grade("ada"))})

    most = []
    scores = scores_of(BASIS, made(), None, Rules(), {})
    assert len(scores.scores) == 5 and max(most) <= 2


def test_a_spool_keeps_its_shelves_apart():
    """In the order they were added, in parts too; numbers before texts when all are read."""
    spool = Spool()
    for value in range(4):
        spool.add("b", value)
        spool.add(7, -value)
    spool.add(2, "two")
    assert list(spool.read("b")) == [0, 1, 2, 3] and list(spool.shelf("b").part(1, 3)) == [1, 2] and list(spool.shelf("b").part(3)) == [3]
    assert (len(spool.shelf(7)), len(spool.shelf("nothing")), list(spool.read("b", 2, 2))) == (4, 0, [])
    assert [shelf for shelf, _ in spool.everything()] == [2, 7, 7, 7, 7, "b", "b", "b", "b"]
