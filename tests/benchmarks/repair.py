"""How many wrong functions one change makes right, and what it costs: python -m tests.benchmarks.repair [-v] [-s PART] [KIND...]

KIND, the first word of a group, chooses groups: known (the mistakes of the course, written as learners would), unseen, held-out,
fresh and second (tests/verdicts). PART: only every so many of the cases. Each candidate runs in this process, with a time limit and
nothing printed, against the checks of its question: first those that the learner's code failed. -v: every case, with its change.
"""

from __future__ import annotations

import inspect
import random
import resource
import signal
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile

from autograder.checking import Check, Record
from autograder.checking.asked import Trace
from autograder.checking.audience import explanations
from autograder.course import substitute
from autograder.grading.agreement import agreed
from autograder.grading.fillings import quickest, wrong_calls
from autograder.grading.nearness import CHECK, gained, parts, right_results
from autograder.repair import Evidence, Failing, Repair, holed, refilled, repairs, stages
from tests.repair.probing import LocalProbe
from tests.repair.search import Found
from tests.verdicts.case import Case, assignment, cases, environment, fresh, given, implementation, later, second
from tests.verdicts.matrix import quietly
from tests.verdicts.second_blind_wrong import CASES as SECOND

COURSE = ("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8")
CALL_SECONDS = 1.0
SEARCH_SECONDS, SINGLE_SECONDS = 1.0, 0.6  # as in the grader
MEMORY = 2 << 30  # a changed number may ask for any amount
NAMED_BY_THE_MESSAGE = ("raised", "none", "type", "missing")


class TooLong(BaseException):
    """A candidate that does not end."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A wrong function, the kind of its first failure, the repair that was found, candidates, CPU seconds, and what was known of the mistake."""

    group: str
    case: Case
    kind: str
    found: Found | None
    tried: int
    seconds: float
    evidence: Evidence = Evidence()


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooLong in what takes longer, in CPU time."""

    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def everything() -> Iterator[tuple[str, Case]]:
    """All wrong code, by group."""
    held_out = set(later("wrong"))
    for case in cases("wrong"):
        yield "held-out" if case in held_out else "unseen", case
    for case in fresh():
        yield "fresh", case
    for name in SECOND:
        for case in second("wrong", name):
            yield "second", case
    for name in COURSE:
        course = assignment(name)
        for mistake in course.mistakes:
            if course.question_of(mistake.function).points:
                yield "known", Case(name, mistake.function, mistake.description, (mistake.name,), substitute(mistake))


def checks_of(case: Case) -> list[Check]:
    """The checks of the question of a case's function."""
    course = assignment(case.assignment)
    return list(course.checks_of(course.question_of(case.function).id))


def passes(check: Check, case: Case) -> bool:
    """Whether a check lets the code of a case through."""
    return first_kind(check, case) == ""


def first_kind(check: Check, case: Case) -> str:
    """The kind of a check's failure, "" if it lets the code through."""
    record = failure(check, case)
    return "" if record is None else record.kind


def failure(check: Check, case: Case, explained: bool = False) -> Record | None:
    """What a check says of the code of a case, None if it lets it through."""
    try:
        with quietly(), explanations(explained), limited(CALL_SECONDS):
            return check.run(environment(case))
    except TooLong:
        return Record(kind="timeout", message="")
    except Exception:
        return Record(kind="property", message="")


def traced(check: Check, case: Case) -> tuple[bool, Trace]:
    """Whether a check lets the code of a case through, and what it asked."""
    try:
        with quietly(), explanations(False), limited(CALL_SECONDS):
            record, trace = check.trace(environment(case))
            return record is None, trace
    except (Exception, TooLong):
        return False, Trace()


def evidence(records: list[Record], function: str) -> Evidence:
    """What the failures of a case say of its mistake, as the grader takes it."""
    return Evidence.of(agreed(records), function)


def with_source(case: Case, source: str) -> Case:
    """The case with other code."""
    return Case(case.assignment, case.function, case.what, case.names, source)


def known_functions(name: str) -> list[str]:
    """The functions of an assignment that take one argument, as its reference writes them."""
    reference = assignment(name).reference
    return [function for function in assignment(name).functions if len(inspect.signature(getattr(reference, function)).parameters) == 1]


def attempt(group: str, case: Case, judge: Callable[[Check, Case], bool] = passes) -> Tried | None:
    """Look for the repair of a case; None if its code is no wrong code that can be run."""
    try:
        with quietly(), limited(CALL_SECONDS):
            implementation(case)
    except (Exception, TooLong):
        return None
    records = [(check, failure(check, case, explained=True)) for check in checks_of(case)]
    kinds = [(check, record.kind if record else "") for check, record in records]
    wrong = [check for check, kind in kinds if kind]
    if not wrong:
        return None
    known = evidence([record for _, record in records if record], case.function)
    before = _used()
    singles = repairs(case.source, case.function, known=known_functions(case.assignment), evidence=known)
    bench = Bench(case, [*wrong, *(check for check, kind in kinds if not kind)], judge)
    found, tried, gains = None, 0, {}
    for tried, (numbers, repair) in enumerate(stages(case.source, case.function, singles, gains, lambda: _used() - before > SINGLE_SECONDS), 1):
        passed, gain = bench.standing(repair.source)
        if found and len(numbers) > 1:
            break
        if passed:
            found = Found(repair, tried)
            if len(numbers) == 1:
                break
        if gain and len(numbers) == 1:
            gains[numbers[0]] = gain
        if _used() - before > SEARCH_SECONDS:
            break
    if found is None:
        filled, more = _filled(case, bench)
        found, tried = None if filled is None else Found(filled, tried + more), tried + more
    return Tried(group, case, next(kind for _, kind in kinds if kind), found, tried, _used() - before, known)


def _filled(case: Case, bench: Bench) -> tuple[Repair | None, int]:
    """What fills a hole, as `grading/fillings.py` finds it in a session, and how many were tried in full."""
    before, code = _used(), holed(case.source, case.function, known_functions(case.assignment))
    calls = None if code is None else wrong_calls(bench.trace, assignment(case.assignment).right_functions, case.function)
    if calls is None:
        return None, 0
    cases, failing, look = calls
    names = dict(given(case.assignment))
    exec(case.source, names)
    probe = LocalProbe(names, case.function, cases, lambda result: _seen(look, result), _within)
    chosen = quickest(probe.times())
    probe.cases = [cases[i] for i in chosen]
    failing, tried = Failing(tuple(failing.got[i] for i in chosen), tuple(failing.right[i] for i in chosen)), 0
    for tried, filling in enumerate(refilled(code, probe, failing, lambda share: _used() - before > share * SEARCH_SECONDS), 1):
        repair = code.filled(filling)
        if bench.standing(repair.source)[0]:
            return repair, tried
        if _used() - before > SEARCH_SECONDS:
            break
    return None, tried


def _seen(look: Callable, result: object) -> object:
    try:
        return look(result)
    except (TypeError, KeyError, IndexError, ValueError):
        return None


def _within(run: Callable) -> object:
    try:
        with quietly(), limited(CALL_SECONDS / 2):
            return run()
    except (Exception, TooLong):
        return None


def _used() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


class Bench:
    """Changed versions of a case's code, judged in this process as `grading/bench.py` does in a session."""

    def __init__(self, case: Case, ordered: list[Check], judge: Callable[[Check, Case], bool]) -> None:
        self._case, self._ordered, self._judge = case, ordered, judge
        _, self.trace = traced(ordered[0], case)
        with quietly(), limited(5 * CALL_SECONDS):
            self._right = right_results(self.trace, assignment(case.assignment).right_functions)
        self._before = parts(self.trace, self._right)

    def standing(self, source: str) -> tuple[bool, float]:
        """Whether every check lets a source through, and how much nearer its results are."""
        case = with_source(self._case, source)
        passed, trace = traced(self._ordered[0], case)
        if not passed:
            return False, gained(self._before, parts(trace, self._right))
        done = sum(1 for _ in takewhile(lambda check: self._judge(check, case), self._ordered[1:]))
        return done == len(self._ordered) - 1, CHECK * (1 + done)


def rows(results: list[Tried]) -> Iterator[str]:
    """The tables."""
    yield f"{'':<12}{'cases':>7}{'repaired':>10}{'share':>8}   {'without those that raise or return nothing':<44}{'tried, median':>14}{'90 %':>6}{'CPU s, median':>15}{'90 %':>8}"
    for group in (*dict.fromkeys(one.group for one in results), "all"):
        some = [one for one in results if group in (one.group, "all")]
        told = [one for one in some if one.kind not in NAMED_BY_THE_MESSAGE]
        done, done_of_told = sum(one.found is not None for one in some), sum(one.found is not None for one in told)
        tries, seconds = sorted(one.tried for one in some), sorted(one.seconds for one in some)
        share = f"{done_of_told} of {len(told)}, {done_of_told / max(1, len(told)):.1%}"
        middle, most = len(some) // 2, int(0.9 * (len(some) - 1))
        yield f"{group:<12}{len(some):>7}{done:>10}{done / len(some):>8.1%}   {share:<44}{tries[middle]:>14}{tries[most]:>6}{seconds[middle]:>15.2f}{seconds[most]:>8.2f}"
    yield ""
    aspects = Counter(one.found.repair.aspect for one in results if one.found)
    yield "by aspect: " + ", ".join(f"{aspect} {count}" for aspect, count in aspects.most_common())


def chosen(groups: Collection[str], part: int) -> list[tuple[str, Case]]:
    """The cases of some groups, all if none is named; of them one in `part`, the same ones every time."""
    some = [(group, case) for group, case in everything() if not groups or group in groups]
    return random.Random(0).sample(some, len(some) // part) if part > 1 else some


def told(one: Tried) -> str:
    """A line or two on a case."""
    head = f"{one.group} {one.case.assignment} {one.case.id}  [{one.kind}]"
    if one.found is None:
        return f"{head}\n    not repaired, {one.tried} tried"
    repair = one.found.repair
    return f"{head}\n    line {repair.line}, {repair.aspect}: {repair.before}   ({one.found.tried} tried)"


def looked_at(look: Callable[[str, Case], object], told: Callable[[object], str]) -> list:
    """What `look` finds of each case that the command line asks for, if anything; with -v each is told as soon as it is found."""
    arguments = sys.argv[1:]
    part = int(arguments.pop(arguments.index("-s") + 1)) if "-s" in arguments else 1
    groups = [one for one in arguments if not one.startswith("-")]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    results = []
    for group, case in chosen(groups, part):
        one = look(group, case)
        if one is not None:
            results.append(one)
            if "-v" in arguments:
                print(told(one), flush=True)
    return results


def main() -> None:
    """Print the tables."""
    print("\n".join(rows(looked_at(attempt, told))))


if __name__ == "__main__":
    main()
