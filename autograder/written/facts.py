"""Facts: the numbers that right answers to a written question quote, declared beside the reference.

    # solutions/a5_training_and_explosions/facts.py
    from autograder.written import facts
    from . import reference

    @facts("q17", "hidden=50: 1151", "hidden=3: 15384")
    def steps_to_explosion():
        \"\"\"explosion_report(0.01, 0.003, False)\"\"\"
        return [reference.explosion_report(0.01, 0.003, False, hidden=hidden) for hidden in (50, 3)]

    NOTEBOOK = printed("q17", "reg = 0.1: 120")      a number that a cell of the notebook prints, with right functions

Each line says a name and the value, rounded as the guide quotes it, or `0.69 ± 0.02` where it depends on the learner's
seed or machine. The function computes the values, in that order. The tests run the functions and look for what is printed; the
page shows what the functions give there and then.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from autograder.course import Assignment, CourseError
from autograder.written.numbers import Quoted, numbers_in

_LINE = re.compile(r"(?P<name>.+): (?P<value>\S+(?: %)?)(?: ± (?P<room>\S+))?$")


@dataclass(frozen=True, slots=True)
class Fact:
    """One number. `quoted` is how it was declared, `tolerance` what learners' own may be off by; `value` is what was
    computed, or as declared as long as nothing was. `source` says where it comes from, in words or as a call."""

    name: str
    quoted: Quoted
    tolerance: float = 0.0
    value: float | None = None
    source: str = ""

    @property
    def shown(self) -> str:
        """The value in words."""
        text = self.quoted.text if self.value is None else f"{self.value:.6g}"
        return f"{text} ± {self.tolerance:g}" if self.tolerance else text

    def fits(self, number: Quoted) -> bool:
        """Whether a quoted number is this one, as far as it is quoted. A small whole number is only ever a whole number;
        in "22, 27 and 53 percent" the sign counts for all."""
        if number.counts and not self.quoted.counts and "%" not in self.quoted.text:
            return False
        if "%" in self.quoted.text and number.text[-1].isdigit() and number.value > 1:
            number = replace(number, value=number.value / 100, half_unit=number.half_unit / 100, counts=False)
        value = self.quoted.value if self.value is None else self.value
        room = self.tolerance if self.value is not None else max(self.tolerance, self.quoted.half_unit)
        return number.agrees(value, room)

    @property
    def off(self) -> bool:
        """Whether what was computed is not what was declared."""
        return self.value is not None and not self.quoted.agrees(self.value, self.tolerance)


@dataclass(frozen=True, slots=True)
class FactSet:
    """The facts that one function of facts.py computes, or that the notebook prints (`function` is None then)."""

    question: str
    facts: tuple[Fact, ...]
    function: Callable[[], Sequence[float]] | None = None

    def computed(self) -> tuple[Fact, ...]:
        """The facts with their values computed now. Raises CourseError if the function gives another number of values."""
        if self.function is None:
            return self.facts
        values = [float(value) for value in self.function()]
        if len(values) != len(self.facts):
            raise CourseError(f"facts.py: {self.function.__name__} gives {len(values)} values and declares {len(self.facts)}")
        return tuple(replace(fact, value=value) for fact, value in zip(self.facts, values, strict=True))


def facts(question: str, *lines: str) -> Callable[[Callable], Callable]:
    """Declare the numbers that a function computes: "name: value" or "name: value ± tolerance" each.

    Raises:
        CourseError: a line says no number.
    """

    def mark(function: Callable) -> Callable:
        source = (function.__doc__ or "").strip().partition("\n")[0]
        function.facts = FactSet(question, tuple(_fact(line, function.__name__, source) for line in lines), function)
        return function

    return mark


def printed(question: str, *lines: str) -> FactSet:
    """Declare numbers that the notebook prints when the functions in it are right: lines as for `facts`.

    Raises:
        CourseError: a line says no number.
    """
    return FactSet(question, tuple(_fact(line, "printed", "printed by the notebook") for line in lines))


def read_facts(assignment: Assignment) -> tuple[FactSet, ...]:
    """What `facts.py` beside the reference declares, in its order; none if there is no such file.

    Raises:
        CourseError: it cannot be imported, or speaks of a question that is not written.
    """
    if assignment.private_dir is None or not (assignment.private_dir / "facts.py").is_file():
        return ()
    try:
        module = importlib.import_module(f"{assignment.reference.__package__}.facts")
    except CourseError:
        raise
    except Exception as error:
        raise CourseError(f"solutions/{assignment.slug}/facts.py cannot be imported: {type(error).__name__}: {error}") from error
    found = tuple(_declared(vars(module).values()))
    written = [question.id for question in assignment.questions if question.manual]
    for one in found:
        if one.question not in written:
            raise CourseError(
                f"solutions/{assignment.slug}/facts.py: there is a fact of {one.question}; written questions are {', '.join(written)}"
            )
    return found


def _declared(values: Sequence[object]) -> Iterator[FactSet]:
    for value in values:
        found = getattr(value, "facts", None) if callable(value) else value
        if isinstance(found, FactSet):
            yield found


def _fact(line: str, function: str, source: str) -> Fact:
    found = _LINE.match(line)
    quoted = list(numbers_in(found["value"])) if found else []
    if len(quoted) != 1:
        raise CourseError(f'facts.py: {function}: {line!r} must read "name: value" or "name: value ± tolerance"')
    return Fact(found["name"], quoted[0], float(found["room"] or 0.0), None, source)
