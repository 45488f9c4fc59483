"""Where a learner's mistake stands: the line of their own code with one change of which every check of the question passes, or two.

Looked for after all verdicts stand, in sessions of its own, in time of its own. What is kept is the line, what the learner
wrote there and the kind of change, never the change; the README says why that tells nothing of hidden checks.
"""

from __future__ import annotations

import inspect
import math
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from autograder.checking import Check
from autograder.course import Assignment, Question
from autograder.grading.bench import Trial, passes, standings
from autograder.grading.budget import Budget
from autograder.grading.carry import reference_functions, replacing
from autograder.grading.fillings import fillings
from autograder.grading.repaired import changed, told
from autograder.grading.replay import Replay
from autograder.grading.verdicts import Mend, QuestionResult
from autograder.lines.order import failing, most_asked
from autograder.lines.own_code import Own, definitions, own_code
from autograder.repair import Evidence, Filling, Holed, Repair, chosen, holed, repairs, stages
from autograder.sandbox import Limits, SandboxError, Session, Zygote, ZygoteDied

# Verdicts of checks that have run to their end.
_RAN = {"passed", "wrong", "raised"}
# In units of the time one request may take (10 s unless --timeout says otherwise): looking for the change of one function,
# or what fills a hole in it, of everything in one submission, and trying the one that was found.
_FUNCTION, _REFILL, _SUBMISSION, _CONFIRM = 0.1, 0.1, 0.3, 0.2
_CONFIRMATIONS = 2
_MOST_FILLINGS = 60
_SINGLE = 0.6  # of the time for one function: looking for one change, if some bring the results nearer and none is enough
_REMEMBERED = 10_000


# How a change is remembered: its number among the candidates, or two, or what fills a hole.
_Found = tuple[int, ...] | Filling


class Mender:
    """Looks for the lines, for all submissions of a run; safe to share by threads.

    Learners who wrote the same code share what was found: the number of the candidate, or of both, which is tried once for each of them.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._found: dict[tuple, _Found | None] = {}
        self._lost: set[tuple[str, bytes]] = set()
        self._lock = threading.Lock()
        # Python prints what it thinks of a backslash in somebody's text; here nobody can do anything about it.
        warnings.filterwarnings("ignore", category=SyntaxWarning, module="<unknown>")

    def mend(
        self,
        zygote: Zygote,
        notebook: dict,
        limits: Limits,
        results: Mapping[str, QuestionResult],
        *,
        kept: Iterable[str] = (),
        until: float = math.inf,
    ) -> dict[str, QuestionResult]:
        """The results by question, with the line in those that failed in a way that one change mends.

        kept: questions whose results stay as they are. until: when all of it has to be done (`time.monotonic`).
        Raises ZygoteDied, but not twice for the same code.
        """
        made, kept, left = dict(results), set(kept), _SUBMISSION
        for question in self._assignment.graded:
            result = made.get(question.id)
            if result is None or question.id in kept or left <= 0 or not _is_open(result):
                continue
            try:
                search = _Search(self._assignment, question, result, _broken(self._assignment, question, made), zygote, notebook, limits, until, left)
                with search:
                    mend = self._mend(search)
            except ZygoteDied:  # the caller starts another one, and all is done again; but no grade fails because lines do
                if self._has_lost_one(question.id, notebook):
                    break
                raise
            except SandboxError:  # whatever has become of the session, the verdicts stand
                break
            except Exception:  # code that nobody has thought of: a line that is not told must not cost a grade
                continue
            left = search.left
            made[question.id] = replace(result, mend=mend)
        return made

    def _has_lost_one(self, question: str, notebook: dict) -> bool:
        """Whether the process that forks sessions has died here before, with the same code."""
        key = question, blake2b(repr(notebook).encode(errors="surrogatepass")).digest()
        with self._lock:
            before = key in self._lost
            self._lost.add(key)
        return before

    def _mend(self, search: _Search) -> Mend | None:
        for function in search.functions():
            own = search.own(function)
            if own is None:
                continue
            key = (search.question.id, function, search.broken, own.key)
            with self._lock:
                known, numbers = key in self._found, self._found.get(key)
            if known:
                repair = None if numbers is None else search.candidate(own, numbers)
            else:
                numbers, repair = search.find(own)
                if repair is None:
                    numbers, repair = search.refill(own)
                if not search.hurried:
                    self._remember(key, numbers)
            if repair is not None and (not known or search.confirms(own, repair)):
                return told(own, repair, search.broken)
        return None

    def _remember(self, key: tuple, numbers: _Found | None) -> None:
        with self._lock:
            if len(self._found) >= _REMEMBERED:
                del self._found[next(iter(self._found))]
            self._found[key] = numbers


@dataclass(slots=True)
class _Search:
    """The search for one question of one submission. broken: earlier functions that are replaced by right ones meanwhile.
    left: what all searches may still take, in requests."""

    assignment: Assignment
    question: Question
    result: QuestionResult
    broken: tuple[str, ...]
    zygote: Zygote
    notebook: dict
    limits: Limits
    until: float
    left: float
    hurried: bool = False  # whether a search had less time than others have, or no session
    _prepare: Callable[[Session], None] | None = None
    _scope: str | None = None
    _stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> _Search:
        if self.broken:
            budget = self._budget(_SUBMISSION)
            functions = self._stack.enter_context(reference_functions(self.zygote, self.assignment, self.broken, self.limits, budget))
            self._prepare = replacing(functions)
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def functions(self) -> list[str]:
        """The question's functions that failed checks call, those that most of them call first."""
        return most_asked(self.question.functions, failing(self._checks(), self._failed()))

    def own(self, function: str) -> Own | None:
        """The learner's code for it, where the checks of the question found it."""
        replay = self._replay(self.notebook, self._budget(0.0))  # only to be read
        for self._scope in (self.question.id, None):
            own = own_code(replay.sources(self._scope), function)
            if own is not None:
                return own
        return None

    def candidate(self, own: Own, numbers: _Found) -> Repair | None:
        """One of the candidates for a function, by its number, or two of them; or its code with a hole filled."""
        if isinstance(numbers, Filling):
            code = self._holed(own)
            return None if code is None else code.filled(numbers)
        return chosen(own.source, own.function, self._candidates(own), numbers)

    def find(self, own: Own) -> tuple[tuple[int, ...] | None, Repair | None]:
        """The first change, or pair of changes, with which every check passes, twice, and its number or both."""
        self.hurried |= self.left < _FUNCTION
        budget = self._budget(_FUNCTION)
        replay = self._replay(self.notebook, budget)
        tried: list[tuple[tuple[int, ...], Repair]] = []
        gains: dict[int, float] = {}

        def sources() -> Iterator[str]:
            for numbers, repair in stages(own.source, own.function, self._candidates(own), gains, lambda: budget.used > _SINGLE * budget.seconds):
                tried.append((numbers, repair))
                yield definitions(repair.source)

        try:
            confirmed, pair = 0, None
            for standing in standings(self._trial(replay), sources()):
                numbers, repair = tried[-1]
                if pair is not None and len(numbers) > 1:
                    break
                if standing.passed and len(numbers) > 1:  # one change that is enough is likelier, if there is one
                    pair = numbers, repair
                elif standing.passed:
                    if self.confirms(own, repair):
                        return numbers, repair
                    confirmed += 1
                    if confirmed == _CONFIRMATIONS:
                        break
                elif standing.gain and len(numbers) == 1:
                    gains[numbers[0]] = standing.gain
            if pair is not None and self.confirms(own, pair[1]):
                return pair
        finally:
            replay.close()
            self._spend(budget)
            self.hurried |= len(tried) < 2
        return None, None

    def refill(self, own: Own) -> tuple[Filling | None, Repair | None]:
        """The first expression in the place of one of the learner's own with which every check passes, twice."""
        self.hurried |= self.left < _REFILL
        budget, code = self._budget(_REFILL), self._holed(own)
        if code is None or budget.spent:
            return None, None
        looked, replay = self._replay(self.notebook, budget), self._replay(self.notebook, budget)
        tried: list[tuple[Filling, Repair]] = []

        def sources() -> Iterator[str]:
            for filling in fillings(self._trial(looked), code, own.function):
                tried.append((filling, code.filled(filling)))
                yield definitions(tried[-1][1].source)

        try:
            confirmed = 0
            for standing in standings(self._trial(replay), sources()):
                if standing.passed:
                    if self.confirms(own, tried[-1][1]):
                        return tried[-1]
                    confirmed += 1
                if confirmed == _CONFIRMATIONS or len(tried) == _MOST_FILLINGS:
                    break
        finally:
            looked.close()
            replay.close()
            self._spend(budget)
        return None, None

    def confirms(self, own: Own, repair: Repair) -> bool:
        """Whether the notebook with the change, handed in as it is, passes every check of the question."""
        budget = self._budget(_CONFIRM)
        try:
            return passes(self._trial(self._replay(changed(self.notebook, own.cell, repair.source), budget)))
        finally:
            self._spend(budget)

    def _candidates(self, own: Own) -> Iterator[Repair]:
        records = [verdict.record for verdict in self.result.failed if verdict.record is not None]
        return repairs(own.source, own.function, known=_steps(self.assignment, own.function), evidence=Evidence.of(records, own.function))

    def _holed(self, own: Own) -> Holed | None:
        return holed(own.source, own.function, _steps(self.assignment, own.function))

    def _budget(self, requests: float) -> Budget:
        return Budget(self.limits.call_seconds, self.until - time.monotonic(), min(requests, max(self.left, 0.0)))

    def _spend(self, budget: Budget) -> None:
        self.left -= budget.used / budget.request

    def _replay(self, notebook: dict, budget: Budget) -> Replay:
        return Replay(self.zygote, self.assignment, notebook, self.limits, pictures=False, budget=budget)

    def _trial(self, replay: Replay) -> Trial:
        return Trial(replay, self._scope, self._checks(), self._failed(), self._prepare, self.assignment.right_functions)

    def _checks(self) -> tuple[Check, ...]:
        return self.assignment.checks_of(self.question.id)

    def _failed(self) -> set[str]:
        return {verdict.check for verdict in self.result.failed}


def _steps(assignment: Assignment, function: str) -> tuple[str, ...]:
    """The other functions of one argument that a notebook has."""
    others = (name for name in assignment.functions if name != function)
    return tuple(name for name in others if len(inspect.signature(getattr(assignment.reference, name)).parameters) == 1)


def _is_open(result: QuestionResult) -> bool:
    """Whether all checks ran to their end and some failed."""
    return result.status != "passed" and {verdict.status for verdict in result.verdicts} <= _RAN


def _broken(assignment: Assignment, question: Question, results: Mapping[str, QuestionResult]) -> tuple[str, ...]:
    return tuple(name for name in question.builds_on if results[assignment.question_of(name).id].status != "passed")
