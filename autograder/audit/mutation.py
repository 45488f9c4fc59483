"""Mutants of the reference against the checks: each is rejected, or shown to do the same as the reference.

Mutants may loop for ever or ask for all the memory there is, so they run in a sandbox. One that every check lets
through is compared with the reference under many other seeds and on inputs derived from those of the checks (other
scales, signs, zeros, integers, other lengths of a shared axis): it is equivalent if no difference is found, else
the checks have a hole. A function graded by its outcome has no one right result (a net that is trained well enough is
right however it was trained), so a mutant that reaches the outcome is right: the reference names such functions in
`GRADED_BY_OUTCOME`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from autograder.audit.model import Part
from autograder.audit.mutants import Mutant, mutants
from autograder.audit.sample import sampled
from autograder.checking import Check, Outcome, shifted
from autograder.checking.audience import explanations
from autograder.checking.fingerprint import same_outcome
from autograder.checking.observe import observe_many
from autograder.course import Assignment, Question, reference_cells, solutions
from autograder.grading.environment import Environment
from autograder.sandbox import Limits, Session, SessionLost, Zygote

_LIMITS = Limits(call_seconds=3.0, cell_seconds=10.0, memory_mb=1024)
_SHIFTS, _FEW_SHIFTS = range(101, 109), range(101, 103)
_DERIVED, _FEW_DERIVED = 400, 100
_AT_ONCE = 4  # few: one message has one deadline, and functions that call back take their time


def audit_mutants(assignment: Assignment, zygote: Zygote, most: int | None = None) -> Part:
    """Every mutant of every reference function is rejected or equivalent; the remark is the mutation score.

    most: how many are looked at, the same ones each time, with a quarter of the inputs; None for all.
    """
    part = Part("mutants")
    killed = equivalent = reached = 0
    by_outcome = getattr(assignment.reference, "GRADED_BY_OUTCOME", ())
    with _Bench(assignment, zygote, few=most is not None) as bench:
        for question, mutant in _some(list(_all_mutants(assignment)), most):
            part.cases += 1
            verdict = bench.judge(question, mutant, compare=mutant.function not in by_outcome)
            if verdict is None:
                killed += 1
            elif mutant.function in by_outcome:
                reached += 1
            elif verdict == "":
                equivalent += 1
            else:
                part.hole(mutant.function, f"a mutant passes every check of {question.id} ({mutant.change}): {verdict}")
    live = part.cases - equivalent - reached
    part.remark = f"{killed} of {live} rejected, {equivalent} equivalent" + (f", {reached} reach the outcome" if reached else "")
    return part


def _some(everything: list[tuple[Question, Mutant]], most: int | None) -> list[tuple[Question, Mutant]]:
    if most is None:
        return everything
    return sampled(everything, lambda one: f"{one[1].function} {one[1].change}", most)


def _all_mutants(assignment: Assignment) -> Iterator[tuple[Question, Mutant]]:
    sources = solutions(assignment)
    for question in assignment.graded:
        if question.points:
            for function in question.functions:
                for mutant in mutants(sources[question.id], function):
                    yield question, mutant


class _Bench:
    """A session that holds the reference, in which one question after the other is replaced by a mutant."""

    def __init__(self, assignment: Assignment, zygote: Zygote, few: bool) -> None:
        self._assignment = assignment
        self._zygote = zygote
        self._shifts, self._derived = (_FEW_SHIFTS, _FEW_DERIVED) if few else (_SHIFTS, _DERIVED)
        self._sources = solutions(assignment)
        self._session: Session | None = None
        self._inputs: dict[str, list[tuple]] = {}

    def __enter__(self) -> _Bench:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def _close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def _ready(self) -> Session:
        if self._session is None or self._session.lost:
            self._close()
            self._session = self._zygote.session(_LIMITS)
            for source in reference_cells(self._assignment):
                self._session.run_cell(source)
        return self._session

    def judge(self, question: Question, mutant: Mutant, compare: bool = True) -> str | None:
        """None: rejected. "": equivalent as far as can be seen. Else: where it differs although every check passes.

        compare: False for functions graded by their outcome: whatever passes is right.
        """
        try:
            return self._judge(question, mutant, compare)
        except SessionLost:  # not in a check: on a busy machine a deadline may pass anywhere
            return self._judge(question, mutant, compare)

    def _judge(self, question: Question, mutant: Mutant, compare: bool) -> str | None:
        session = self._ready()
        try:
            session.run_cell(mutant.source)
            passes = self._passes_all(question)
        except SessionLost:
            passes = False
        verdict = None if not passes else self._difference(question, mutant) if compare else ""
        if not session.lost:
            session.run_cell(self._sources[question.id])
        return verdict

    def _passes_all(self, question: Question) -> bool:
        env = Environment(self._session)
        return all(_passes(check, env) for check in self._assignment.checks_of(question.id))

    def _difference(self, question: Question, mutant: Mutant) -> str:
        for shift in self._shifts:
            with shifted(shift):
                for check in self._assignment.checks_of(question.id):
                    if not _passes(check, Environment(self._session)):
                        return f"{check.name} rejects it only with other seeds (shift {shift})"
        reference = self._assignment.right_functions[mutant.function]
        cases = self._cases(question, mutant.function)
        learner = Environment(self._session).get(mutant.function)
        for start in range(0, len(cases), _AT_ONCE):
            some = cases[start : start + _AT_ONCE]
            try:
                theirs = learner.observe_many(some)
            except SessionLost as lost:
                return f"ends its session on inputs like those of the checks ({lost.status})"
            with np.errstate(all="ignore"):  # the inputs go where no check would
                ours = observe_many(reference, some)
            for case, one, right in zip(some, theirs, ours, strict=True):
                if right.error is None and not same_outcome(one, right):
                    return f"differs at {_shapes(case)}"
        return ""

    def _cases(self, question: Question, function: str) -> list[tuple]:
        if function not in self._inputs:
            seen = _inputs_of(self._assignment, question, function)
            rng = np.random.default_rng(0)
            derived = [_derive(seen[rng.integers(len(seen))], rng) for _ in range(self._derived)] if seen else []
            # Functions and texts have no other of their kind: a case of nothing else is tried once.
            self._inputs[function] = list({tuple(map(id, case)): case for case in derived}.values())
        return self._inputs[function]


def _passes(check: Check, env: Environment) -> bool:
    try:
        with explanations(False):
            return check.run(env) is None
    except SessionLost:
        raise
    except Exception:
        return False


def _inputs_of(assignment: Assignment, question: Question, function: str) -> list[tuple]:
    """The arguments the question's checks call a function with."""
    spied = _Spy(getattr(assignment.reference, function))
    env = {**assignment.right_functions, function: spied}
    for check in assignment.checks_of(question.id):
        check.run(env)
    return spied.cases


class _Spy:
    """A function that remembers what it was called with."""

    def __init__(self, function: Callable) -> None:
        self._function = function
        self.cases: list[tuple] = []

    def observe_many(self, cases: list[tuple]) -> list[Outcome]:
        self.cases += [tuple(case) for case in cases]
        return observe_many(self._function, cases)

    def __call__(self, *args: object) -> object:
        return self._function(*args)


def _derive(case: tuple, rng: np.random.Generator) -> tuple:
    """Other arguments of the same kind: one shared axis gets another length; numbers another scale, sign, zeros."""
    lengths = sorted({length for arg in case if isinstance(arg, np.ndarray) for length in arg.shape})
    old = lengths[rng.integers(len(lengths))] if lengths and rng.random() < 0.5 else None
    new = int(rng.integers(1, 6))
    return tuple(_derive_one(arg, old, new, rng) for arg in case)


def _derive_one(arg: object, old: int | None, new: int, rng: np.random.Generator) -> object:
    if isinstance(arg, np.ndarray) and arg.dtype.kind == "f":
        shape = tuple(new if length == old else length for length in arg.shape)
        fresh = np.asarray(rng.normal(size=shape)) * 10.0 ** rng.integers(-3, 4)
        fresh = np.where(rng.random(shape) < 0.1, 0.0, fresh)
        return np.round(fresh) if rng.random() < 0.2 else fresh
    if isinstance(arg, np.ndarray) and old in arg.shape and arg.ndim == 1:
        return rng.choice(arg, size=new) if arg.size else arg
    if type(arg) is float:
        return float(arg * rng.choice((-1.0, 1.0)) * 10.0 ** rng.integers(-2, 3))
    if isinstance(arg, tuple) and all(type(item) is float for item in arg):
        return tuple(float(item * 10.0 ** rng.integers(-2, 3)) for item in arg)
    return arg


def _shapes(case: tuple) -> str:
    return "(" + ", ".join(f"array {arg.shape}" if isinstance(arg, np.ndarray) else repr(arg)[:30] for arg in case) + ")"
