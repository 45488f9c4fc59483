"""How often a learner's notebook tells the line, and how often the grader agrees: python -m tests.benchmarks.own_lines [-v] [-s PART] [KIND...]

KIND and PART as in `repair.py`. Of all wrong code, that counts which fails a public check and is no known mistake by its sealed
hints. The notebook's search is the real one, in processes of their own, once without haste and once in the time that a learner
waits; the grader's is that of `repair.py`, with hidden checks and without haste. CPU seconds are those of the process.
"""

from __future__ import annotations

import json
import resource
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from autograder.checking import Record
from autograder.checking.observe import recording
from autograder.checking.offline_hints import unseal
from autograder.course import reference_source
from autograder.lines.ask import Failed, lines_of
from autograder.release.hints import sealed_hints
from tests.benchmarks.repair import CALL_SECONDS, TooLong, attempt, limited, looked_at
from tests.verdicts.case import Case, assignment, environment
from tests.verdicts.matrix import quietly

NO_HASTE = 20.0


@dataclass(frozen=True, slots=True)
class Looked:
    """A wrong function; the line that its notebook tells (0: none), whether it does so in time, the lines of the grader, CPU seconds."""

    group: str
    case: Case
    told: int
    hint: str
    in_time: bool
    grader: tuple[int, ...]
    seconds: float

    @property
    def verdict(self) -> str:
        """How the notebook's line stands to the grader's."""
        if not self.told:
            return "silent"
        return "no other" if not self.grader else "same" if self.told in self.grader else "other"


@cache
def book(name: str) -> dict:
    """The sealed hints that a release of an assignment holds."""
    return json.loads(sealed_hints(assignment(name)))


def failures(case: Case) -> list[Record] | None:
    """The records of the public checks that fail; None if a known mistake is named, or the code does not run."""
    records = []
    try:
        with quietly(), limited(10 * CALL_SECONDS):
            functions = environment(case)
            for check in assignment(case.assignment).checks_of(assignment(case.assignment).question_of(case.function).id):
                if not check.hidden:
                    with recording() as calls:
                        record = check.run(functions)
                    if record is not None and unseal(book(case.assignment), check.name, calls):
                        return None
                    records += [] if record is None else [record]
    except (Exception, TooLong):
        return None
    return records


def looked(group: str, case: Case) -> Looked | None:
    """What a notebook and the grader say of a case; None if the notebook has no reason to look for a line."""
    records = failures(case)
    if not records:
        return None
    course = assignment(case.assignment)
    question = course.question_of(case.function).id
    cells = ["import numpy as np", *(cell.source for cell in course.cells if "setup" in cell.tags)]
    cells += [reference_source(course, one.id) for one in course.graded] + [case.source]
    failed = {question: Failed.of(records)}
    before = _used()
    found = [line for line in lines_of(cells, str(course.public_dir / "checks.py"), failed, NO_HASTE) if line.hint]
    seconds = _used() - before
    soon = any(line.hint for line in lines_of(cells, str(course.public_dir / "checks.py"), failed))
    tried = attempt(group, case)
    repair = tried.found.repair if tried and tried.found else None
    lines = () if repair is None else tuple(one.line for one in (repair, repair.also) if one is not None)
    return Looked(group, case, found[0].line if found else 0, found[0].hint if found else "", soon, lines, seconds)


def rows(results: list[Looked]) -> Iterator[str]:
    """The table."""
    yield f"{'':<12}{'cases':>7}{'told':>7}{'share':>8}{'in time':>9}{'same line':>11}{'other':>7}{'grader none':>13}{'grader tells':>14}{'CPU s, median':>15}{'90 %':>7}"
    for group in (*dict.fromkeys(one.group for one in results), "all"):
        some = [one for one in results if group in (one.group, "all")]
        kinds, seconds = Counter(one.verdict for one in some), sorted(one.seconds for one in some)
        told = len(some) - kinds["silent"]
        start = f"{group:<12}{len(some):>7}{told:>7}{told / len(some):>8.0%}{sum(one.in_time for one in some):>9}"
        start += f"{kinds['same']:>11}{kinds['other']:>7}{kinds['no other']:>13}{sum(bool(one.grader) for one in some):>14}"
        yield f"{start}{seconds[len(some) // 2]:>15.2f}{seconds[int(0.9 * (len(some) - 1))]:>7.2f}"


def _used() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _told(one: Looked) -> str:
    return f"{one.group} {one.case.assignment} {one.case.id}\n    {one.verdict}: {one.hint}   (grader: {one.grader or 'none'})"


def main() -> None:
    """Print the table."""
    print("\n".join(rows(looked_at(looked, _told))))


if __name__ == "__main__":
    main()
