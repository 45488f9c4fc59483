"""How often the first hint names the actual mistake, with and without fingerprints: python -m tests.benchmarks.diagnosis [-v] [-l] [KIND...]

KIND, the first word of a group, chooses groups. Ten kinds of wrong code: the known mistakes of the course; the unseen wrong
code of tests/verdicts, which the diagnoses were developed on; the held-out code of later_wrong.py, which they were not; the
fresh code of fresh_wrong.py, written before slips existed; the blind code of unseen_wrong.py, written by somebody who had seen
nothing of lines; the second blind set of second_blind_wrong.py, whose author had seen no diagnosis and marked the lines of every
mistake; the third one of third_blind_wrong.py and the fourth and fifth of fourth_blind_wrong_*.py and fifth_blind_wrong_*.py, made in the same way; and a sample of mutants of the reference. Every failed check is told as in the grader: by fingerprints over
all checks of the question, else over most of the failed ones, else by what the numbers of all calls, or of one check, say, else by a slip, which
counts as a fingerprint and comes before what wrong calls have in common; what is counted is the first check that says something. Names that no label foresaw were judged by
reading (tests/verdicts/judged.py). For code nobody has described beforehand (mutants) only the share that is told something can
be given.

With -l the line is looked for as well, as the grader does where no known mistake fits: the one change of the wrong code itself
with which every check passes. It needs no bank, so it counts with and without fingerprints, in rows of their own. What it
says is certain; whether it is what went wrong, the labels say for kinds of change that have a name among them (`SAME`), and
the rest is counted apart, to be read with -v. Where the lines of the mistakes are marked, a line that is told is right if it is
one of them, and a table of its own counts what a learner sees first: the name of a known mistake, else the line, else what the
numbers say, else the message alone. A slip is a sentence and no label can say it: it is to be read, too. So is what the wrong calls
have in common: it is true of all calls, whatever the mistake is, and counts as no name before somebody has read it.
"""

from __future__ import annotations

import resource
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from autograder.audit.mutants import mutants
from autograder.checking import Record
from autograder.course import solutions
from autograder.grading.known_mistakes import KnownMistakes
from autograder.repair import Repair
from tests.benchmarks import repair as mending
from tests.benchmarks.relations_of_mistakes import RELATIONS
from tests.verdicts.case import ASSIGNMENTS, FOURTH, Case, assignment, cases, environment, fifth, fourth, fresh, implementation, later, second, third, unseen
from tests.verdicts.judged import ACCEPTED
from tests.verdicts.matrix import quietly
from tests.verdicts.second_blind_wrong import CASES as SECOND
from tests.verdicts.third_blind_wrong import CASES as THIRD
from tests.verdicts.unseen_wrong import CASES as BLIND

EVERY = 12  # of the mutants
# Failures whose message is the mistake itself: nothing returned, another type, an argument changed. A case can add others.
PLAIN = ("none", "type", "dtype", "mutated", "missing")
# Kinds of change and the diagnoses that say the same of the numbers, both by their first words.
SAME: dict[str, tuple[str, ...]] = {
    "sign": ("sign",),
    "factor": ("factor", "number", "two", "local", "upstream"),
    "division": ("factor", "value.truncated"),
    "reduction": ("factor", "axis", "line"),
    "axis": ("axis", "line", "factor"),
    "length": ("factor",),
    "keepdims": ("shape", "axis"),
    "shape": ("shape", "axis"),
    "operand.order": ("order", "transpose", "operand"),
    "operand.transposed": ("transpose",),
    "returned": ("swapped", "shape"),
    "argument": ("argument", "swapped"),
    "term.epsilon": ("close",),
    "dtype": ("close", "value.truncated"),
    "term": ("term",),
    "mask": ("mask", "side"),
    "comparison": ("mask", "side", "entries"),
    "state": ("state",),
    "shift": ("not-finite",),
    "overflow": ("not-finite",),
    "order": ("order",),
    "loop.order": ("order",),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The first name said with fingerprints ("=name" or an id) and without, "" for none; the kind of the first failure; the
    change that mends it, if one was looked for and found; the lines where the mistake is, if somebody marked them."""

    group: str
    id: str
    names: tuple[str, ...] | None  # what may be said; None if nobody knows
    with_fingerprints: str
    without: str
    kind: str
    message: str
    mended: Repair | None = None
    marked: tuple[int, ...] = ()


def fits(said: str, names: tuple[str, ...]) -> bool:
    """Whether a name is one of those that may be said: an id stands for all ids that start with it.

    "factor" alone, one number for all entries that may come from a constant or a length, is true for each kind of factor.
    """
    if " " in said:
        return False
    if said == "factor":
        return any(name.split(".")[0] == "factor" for name in names)
    return any(said == name or (not said.startswith("=") and said.startswith(f"{name}.")) for name in names)


def told(
    known: KnownMistakes, group: str, case: Case, names: tuple[str, ...] | None, *, slips: bool = False, lines: bool = False, relations: bool = True
) -> Told | None:
    """What the failed checks of a case say; None if it passes them all. slips, lines: look for one as well, which takes its time.

    relations: False leaves out what all calls together say where no name of a known mistake hangs on it; `with_fingerprints` then
    starts with "=" for the same cases as ever, and `without` tells nothing.
    """
    course = assignment(case.assignment)
    question = course.question_of(case.function).id
    env, traces, failed = environment(case), {}, []
    for check in course.checks_of(question):
        record, trace = None, ()
        try:
            with quietly():
                record, trace = check.trace(env)
        except Exception as error:
            record = Record(kind="property", message=f"the result could not be used: {type(error).__name__}")
        traces[check.name] = trace
        if record is not None:
            failed.append((check, record, trace))
    if not failed:
        return None
    kinds = {check.name: record.kind for check, record, _ in failed}
    everywhere = known.name(question, traces, kinds)
    wrong = {check.name: trace for check, _, trace in failed if trace}
    passed = set(traces) - {check.name for check, _, _ in failed}
    by_print = [everywhere or known.name_from(check, wrong, passed, kinds) for check, _, _ in failed]
    believed = [record for _, record, _ in failed]
    if relations or (any(by_print) and by_print[0] is None):  # what the first check says, says it before a name at a later one
        believed = known.believed(question, believed, traces)
    first = next((f"={m.name}" if m else r.relation for m, r in zip(by_print, believed, strict=True) if m or r.relation), "")
    without = next((record.relation for record in believed if record.relation), "")
    if slips and (not first or first.startswith("where.")):
        named = known.with_slip(question, {check.name: record for (check, _, _), record in zip(failed, believed, strict=True)}, traces)
        first = next((record.mistake for record in named.values() if record.relation.startswith("slip.")), first)
    record = failed[0][1]
    tried = mending.attempt(group, case) if lines else None
    mended = tried.found.repair if tried and tried.found else None
    return Told(group, f"{case.assignment} {case.id}", names, first, without, record.kind, record.message, mended, case.lines)


def known_cases() -> Iterator[tuple[str, Case, tuple[str, ...]]]:
    """The known mistakes as cases: their own name, and the relations written down for them."""
    for name in ASSIGNMENTS:
        course = assignment(name)
        for mistake in course.mistakes:
            if course.question_of(mistake.function).points:
                from autograder.course import substitute

                told_as = (f"={mistake.name}", *RELATIONS.get(f"{name} {mistake.function} {mistake.name}", ()))
                yield "known mistakes", Case(name, mistake.function, mistake.name, told_as, substitute(mistake)), told_as


def mutant_cases() -> Iterator[tuple[str, Case, None]]:
    """Every so many of the mutants of the course."""
    for name in ASSIGNMENTS:
        course, number = assignment(name), 0
        sources = solutions(course)
        for question in course.graded:
            for function in question.functions if question.points else ():
                for mutant in mutants(sources[question.id], function):
                    number += 1
                    if number % EVERY == 0 and "while" not in mutant.source:
                        yield "mutants", Case(name, function, mutant.change, (), mutant.source), None


def measure(groups: Collection[str] | None = None, *, lines: bool = False) -> list[Told]:
    """All cases that fail, with what they are told; groups: the first words of their kinds, None for all."""
    held_out = set(later("wrong"))
    developed = [("held-out wrong code" if case in held_out else "unseen wrong code", case, case.names) for case in cases("wrong")]
    blind = [("blind wrong code", case, case.names) for name in BLIND for case in unseen("wrong", name)]
    marked = [("second blind set", case, case.names) for name in SECOND for case in second("wrong", name)]
    marked += [("third blind set", case, case.names) for name in THIRD for case in third("wrong", name)]
    marked += [("fourth blind set", case, case.names) for name in FOURTH for case in fourth("wrong", name)]
    marked += [("fifth blind set", case, case.names) for name in FOURTH for case in fifth("wrong", name)]
    everything = [*known_cases(), *developed, *(("fresh wrong code", case, case.names) for case in fresh()), *blind, *marked, *mutant_cases()]
    everything = [one for one in everything if groups is None or one[0].split()[0] in groups]
    known = {name: KnownMistakes(assignment(name)) for name in {case.assignment for _, case, _ in everything}}
    found = []
    for group, case, names in everything:
        try:
            with quietly():
                implementation(case)
        except Exception:
            continue
        one = told(known[case.assignment], group, case, names, slips=True, lines=lines)
        if one is not None:
            found.append(one)
    return found


def rows(found: list[Told]) -> Iterator[str]:
    """The table."""
    yield f"{'':<20}{'cases':>7}{'':<4}{'first hint names the mistake':<36}{'':<2}{'wrong name':<24}{'':<2}{'message tells, no name'}"
    yield f"{'':<20}{'':>7}{'':<4}{'with fingerprints':>18}{'without':>18}{'':<2}{'with':>12}{'without':>12}{'':<2}{'with':>12}{'without':>12}"
    for group in dict.fromkeys(one.group for one in found):
        chosen = [one for one in found if one.group == group]
        cells = []
        for attribute in ("with_fingerprints", "without"):
            cells.append(Counter(_verdict(one, getattr(one, attribute)) for one in chosen))
        n = len(chosen)
        share = [[f"{count[what] / n:.1%}" if any(one.names is not None for one in chosen) or what == "plain" else "-" for count in cells] for what in ("right", "wrong", "plain")]
        yield f"{group:<20}{n:>7}{'':<4}{share[0][0]:>18}{share[0][1]:>18}{'':<2}{share[1][0]:>12}{share[1][1]:>12}{'':<2}{share[2][0]:>12}{share[2][1]:>12}"
        some = {attribute: [one for one in chosen if one.names and (attribute == "with_fingerprints" or any(not name.startswith("=") for name in one.names))] for attribute in ("with_fingerprints", "without")}
        if all(some.values()):
            right = [sum(_verdict(one, getattr(one, attribute)) == "right" for one in group) for attribute, group in some.items()]
            told_of = [f"{count}/{len(group)} {count / len(group):.1%}" for count, group in zip(right, some.values(), strict=True)]
            yield f"{'  of those with a name':<31}{told_of[0]:>18}{told_of[1]:>18}"
        if all(one.names is None for one in chosen):
            named = [sum(bool(getattr(one, attribute)) for one in chosen) / n for attribute in ("with_fingerprints", "without")]
            yield f"{'  told something':<31}{named[0]:>18.1%}{named[1]:>18.1%}"
        if any(one.mended for one in chosen):
            yield from _rows_of_lines(chosen)
        if any(one.mended for one in chosen) and all(one.marked for one in chosen):
            yield from _rows_of_marks(chosen)


def _rows_of_lines(chosen: list[Told]) -> Iterator[str]:
    """Of one group: what is told with lines. A known mistake keeps its name; else a line comes before what the numbers say."""
    n = len(chosen)
    mended = [one for one in chosen if one.mended]
    labelled = sum(says_the_same(one) for one in mended)
    yield f"{'  one change mends it':<31}{len(mended) / n:>18.1%}{'':<20}label agrees {labelled / n:.1%}, to be read {(len(mended) - labelled) / n:.1%}"
    shares = []
    for attribute in ("with_fingerprints", "without"):
        count = Counter(_verdict(one, getattr(one, attribute)) if keeps_its_name(getattr(one, attribute)) or not one.mended else "line" for one in chosen)
        shares.append([(count["right"] + count["line"]) / n, count["wrong"] / n])
    yield f"{'  named, or its line told':<31}{shares[0][0]:>18.1%}{shares[1][0]:>18.1%}{'':<2}{shares[0][1]:>12.1%}{shares[1][1]:>12.1%}"


# What a learner sees first, and whether it is the mistake.
FIRST = ("name right", "name wrong", "line right", "line wrong", "hint right", "hint wrong", "where, to read", "slip, to read", "message", "silent")


def _rows_of_marks(chosen: list[Told]) -> Iterator[str]:
    """Of a group whose lines are marked: how often each thing is told first, and how often that is the mistake."""
    yield f"{'  told first':<31}{''.join(f'{what:>15}' for what in (*FIRST, 'right in all'))}"
    for title, attribute in (("with fingerprints", "with_fingerprints"), ("without", "without")):
        count = Counter(first_told(one, getattr(one, attribute)) for one in chosen)
        right = sum(count[what] for what in ("name right", "line right", "hint right", "message"))
        yield f"{'    ' + title:<31}{''.join(f'{count[what]:>15}' for what in FIRST)}{f'{right}/{len(chosen)} {right / len(chosen):.1%}':>15}"


def first_told(one: Told, said: str) -> str:
    """What a learner sees first of a case whose lines are marked, one of `FIRST`; `said`: the name that is known without lines."""
    verdict = _verdict(one, said)
    if keeps_its_name(said):
        return f"name {verdict}"
    if one.mended:
        return "line right" if line_is_marked(one) else "line wrong"
    if " " in said and verdict == "wrong":
        return "slip, to read"
    return {"right": "hint right", "wrong": "hint wrong", "plain": "message", "to read": "where, to read"}.get(verdict, verdict)


def line_is_marked(one: Told) -> bool:
    """Whether the line that is told, or both lines of two changes, are where the mistake is."""
    told_lines = [one.mended.line, *([one.mended.also.line] if one.mended.also else ())]
    return all(line in one.marked for line in told_lines)


def keeps_its_name(said: str) -> bool:
    """Whether what is said is a known mistake, to which a line is only added."""
    return said.startswith("=")


def says_the_same(one: Told) -> bool:
    """Whether a label of the case means the kind of change that mends it."""
    parts = one.mended.aspect.split(".")
    meant = next((SAME[key] for key in (".".join(parts[:k]) for k in range(len(parts), 0, -1)) if key in SAME), ())
    return any(name == word or name.startswith(f"{word}.") for name in one.names or () for word in meant)


def _verdict(one: Told, said: str) -> str:
    if not said:
        explicit = any(name.startswith("!") for name in one.names or ())
        told = f"!{one.kind}" in one.names if explicit else one.kind in PLAIN and one.group != "fresh wrong code"
        return "plain" if told else "silent"
    if one.names is None:
        return "unknown"
    if fits(said, one.names) or said in ACCEPTED.get(one.id, ()):
        return "right"
    return "to read" if said.startswith("where.") else "wrong"


def main() -> None:
    """Print the table; with -v, every case that is told nothing or something else first, and every line that no label foresaw."""
    if "-l" in sys.argv:
        resource.setrlimit(resource.RLIMIT_AS, (mending.MEMORY, mending.MEMORY))
    found = measure([argument for argument in sys.argv[1:] if argument not in ("-v", "-l")] or None, lines="-l" in sys.argv)
    if "-v" in sys.argv:
        for one in found:
            verdicts = [_verdict(one, said) for said in (one.with_fingerprints, one.without)]
            if verdicts != ["right", "right"]:
                print(f"{one.group[:7]} {one.id}\n    {verdicts[0]}: {one.with_fingerprints!r}  {verdicts[1]}: {one.without!r}  may: {one.names}  {one.kind}: {one.message[:90]}")
            if one.mended and not (line_is_marked(one) if one.marked else says_the_same(one)):
                where = f"  marked: {one.marked}" if one.marked else ""
                print(f"{one.group[:7]} {one.id}\n    line {one.mended.line}{f' and {one.mended.also.line}' if one.mended.also else ''}, {one.mended.before!r}: {one.mended.aspect}  may: {one.names}{where}")
    print("\n".join(rows(found)))


if __name__ == "__main__":
    main()
