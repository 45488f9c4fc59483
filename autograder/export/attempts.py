"""Everybody's attempts, kept on the disk until it is known which of them counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from autograder.export.people import Person
from autograder.report.spool import Spool

if TYPE_CHECKING:
    from autograder.export.scores import Score


class Attempts:
    """The scores of a class: people in the order of the roster, then as they come; one of the attempts of each counts."""

    def __init__(self, people: Sequence[Person], chosen: Callable[[Sequence[Score]], Score]) -> None:
        """`chosen` is the one of a person's attempts that counts."""
        self._people = people
        self._chosen = chosen
        self._places, self._attempts = Spool(), Spool()
        self._count = self._with_score = 0
        for person in people:
            self._place(person)

    def add(self, person: Person, score: Score) -> None:
        """One more attempt of somebody."""
        place = self._place(person)
        self._with_score += not self._attempts.count(place)
        self._attempts.add(place, score)

    def _place(self, person: Person) -> int:
        name = repr(astuple(person))
        place = next(self._places.read(name), None)
        if place is None:
            place = self._count
            self._places.add(name, place)
            self._count += 1
        return place

    def __len__(self) -> int:
        """How many people have a score."""
        return self._with_score

    def __iter__(self) -> Iterator[Score]:
        """The attempt that counts of each."""
        for _, attempts in groupby(self._attempts.everything(), itemgetter(0)):
            yield self._chosen([score for _, score in attempts])

    def absent(self) -> tuple[Person, ...]:
        """Those of the roster who have no attempt."""
        return tuple(person for person in self._people if not self._attempts.count(self._place(person)))
