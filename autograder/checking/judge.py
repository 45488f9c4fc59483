"""The verdict on a claimed gradient: what a finished call says, against the measured slopes, in the order of a reader.

The rule (several points, any of which may fail; a failure is judged again at the same point with other noise; what
cannot be judged is never called wrong) was measured against four others: see tests/benchmarks/gradcheck.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from autograder.checking import compare
from autograder.checking.audience import are_explained, inputs_are_shown
from autograder.checking.gradients import NotSmooth, Part, judge, measure_entries, numerical_vjp, picked
from autograder.checking.leaves import at_path, float_leaves, in_words
from autograder.checking.noted import type_name
from autograder.checking.observe import observe_quietly
from autograder.checking.record import Failure, Record
from autograder.checking.seeds import rng

if TYPE_CHECKING:
    from autograder.checking.diagnosis import Diagnosis
    from autograder.checking.expect import Call
    from autograder.checking.gradients import Measured

SCALES = (1.0, 3.0, 10.0, 0.3)
_TRIES = 3
_AFFORDED = 1024

# Inside a `points` loop: the sentences that could not judge most entries, at the current point.
_unresolved: ContextVar[list[Slope] | None] = ContextVar("unresolved", default=None)


def points(draw: Callable[[np.random.Generator, float], tuple], *key: int, scales: Sequence[float] = SCALES) -> Iterator[tuple]:
    """The points a gradient is checked at: `draw(rng, scale)` gives the arguments, once per scale of the input.

    Where the gradient sentences in the loop's body could not judge most entries (kinks, saturation), the point is
    drawn again, at most twice. The generators follow from `key` like those of `rng`.

    Raises:
        Failure: fewer than half of the points could be judged, because the learner's own forward function jumps.
        RuntimeError: the same with a forward function of the course: other points have to be drawn.
    """
    judged = 0
    unresolved: list[Slope] = []
    for number, scale in enumerate(scales):
        for attempt in range(_TRIES):
            here: list[Slope] = []
            token = _unresolved.set(here)
            try:
                yield draw(rng(*key, number, attempt), scale)
            finally:
                _reset(token)
            unresolved += here
            if not here:
                judged += 1
                break
    if 2 * judged < len(scales):
        _say_unresolved(unresolved[0], f"at {judged} of {len(scales)} points only")


def _reset(token: object) -> None:
    try:
        _unresolved.reset(token)
    except ValueError:  # a generator that is dropped half way is closed in another context
        _unresolved.set(None)


def _say_unresolved(slope: Slope, how_often: str) -> None:
    if not slope.is_learners:
        raise RuntimeError(f"the slope of {slope.name} could be measured {how_often}: choose other points")
    message = f"the slope of {slope.name} could be measured {how_often}: its results jump, or differ from call to call"
    raise Failure(Record(kind="property", message=message))


@dataclass(frozen=True, slots=True)
class Slope:
    """Which derivative is meant: of <upstream, part of forward(*at)> with respect to the arguments `wrt`."""

    forward: Callable
    at: tuple
    wrt: tuple[int, ...]
    upstream: object
    part: Part
    rtol: float
    bare: bool  # one gradient by itself, not a tuple with one gradient per argument

    @property
    def name(self) -> str:
        return getattr(self.forward, "__name__", "the function").replace("<lambda>", "the function")

    @property
    def is_learners(self) -> bool:
        """Whether the forward function is the learner's own, so that what goes wrong in it is theirs."""
        return hasattr(type(self.forward), "observe_many")

    def paths(self) -> list[tuple]:
        """Where the arrays are among the arguments."""
        return [path for i in self.wrt for path, _ in float_leaves(self.at[i], (i,))]

    def measured(self, seed: int) -> dict[tuple, Measured]:
        """By path, what was measured. Raises NotSmooth."""
        found = numerical_vjp(
            self.forward, self.at, wrt=self.wrt, upstream=self.upstream, part=self.part, rtol=self.rtol, seed=seed
        )
        return {one.path: one for one in found}

    def by_entry(self, path: tuple) -> Measured:
        """The entries of a big array measured one by one: all of them, or as many as can be afforded."""
        size = at_path(self.at, path).size
        indices = np.arange(size) if size <= _AFFORDED else np.sort(np.random.default_rng(0).choice(size, _AFFORDED, replace=False))
        return measure_entries(self.forward, self.at, path, indices, upstream=self.upstream, part=self.part, rtol=self.rtol)

    def elsewhere(self, at: tuple, upstream: object, path: tuple, indices: np.ndarray) -> Measured | None:
        """Some entries of one gradient with another upstream gradient or at other arguments; None if there is no slope."""
        try:
            return measure_entries(self.forward, at, path, indices, upstream=upstream, part=self.part, rtol=1e-6)
        except (NotSmooth, ValueError):
            return None

    def output(self) -> np.ndarray | None:
        """The forward result itself."""
        (outcome,) = observe_quietly(self.forward, [self.at])
        try:
            return np.asarray(picked(outcome.value, self.part), dtype=float)
        except Exception:
            return None


def slope_of(
    forward: Callable, at: Sequence, wrt: int | Sequence[int] | None, upstream: object, part: Part, rtol: float
) -> Slope:
    """The derivative a check asks for. Raises ValueError if there is no float array to differentiate by."""
    at = tuple(at)
    has_leaves = [any(True for _ in float_leaves(arg)) for arg in at]
    chosen = tuple(np.flatnonzero(has_leaves).tolist()) if wrt is None else (wrt,) if isinstance(wrt, int) else tuple(wrt)
    if not chosen or not all(has_leaves[i] for i in chosen):
        raise ValueError("a gradient is taken with respect to float arrays; there is none")
    return Slope(forward, at, chosen, upstream, part, rtol, isinstance(wrt, int) or (wrt is None and len(chosen) == 1))


def check_gradient(call: Call, slope: Slope, names: Sequence[str]) -> None:
    """The body of `is_vjp_of` and `is_gradient_of`; raises Failure through `call.fail`."""
    call.unchanged().repeatable()
    _look_at_forward(call, slope)
    model = slope.at[slope.wrt[0]] if slope.bare else tuple(slope.at[i] for i in slope.wrt)
    try:
        claims = list(_claims(call, slope, model, names))
        measured = slope.measured(0)
        judgements = {claim.path: judge(claim.value, measured[claim.path]) for claim in claims}
        verdicts = {path: judgement.verdict for path, judgement in judgements.items()}
        if "wrong" in verdicts.values():
            again = slope.measured(1)
            for claim in claims:
                if verdicts[claim.path] == "wrong":
                    if judge(claim.value, again[claim.path]).verdict == "wrong":
                        _say_wrong(call, slope, claim, again)
                    verdicts[claim.path] = "unresolved"
    except NotSmooth as error:
        if not slope.is_learners:
            raise
        call.fail("property", f"{error}, so the gradient cannot be checked: mend {slope.name} first")
    if "unresolved" in verdicts.values():
        noted = _unresolved.get()
        if noted is not None:
            noted.append(slope)
        elif not any(j.judged for j in judgements.values()) and (slope.is_learners or not _any_slope(measured)):
            _say_unresolved(slope, "in no entry")


def _any_slope(measured: dict[tuple, Measured]) -> bool:
    return any(one.directions is not None or np.any(one.trusted) for one in measured.values())


def _look_at_forward(call: Call, slope: Slope) -> None:
    """A learner's forward function that raises, or whose result does not fit, is told as such."""
    if not slope.is_learners:
        return
    from autograder.checking.expect import expect

    value = expect(slope.forward, *slope.at).value
    try:
        shape = np.shape(picked(value, slope.part))
    except Exception:
        call.fail("type", f"{slope.name} returned {type_name(value)}; the result to differentiate is not in it")
    if np.ndim(slope.upstream) and shape != np.shape(slope.upstream):
        call.fail("shape", f"{slope.name} gives shape {shape} here, not {np.shape(slope.upstream)}: its gradient cannot be checked")


@dataclass(frozen=True, slots=True)
class _Claim:
    """One claimed array: what it is called, where it is in the result, and where its array is among the arguments."""

    label: str
    place: tuple
    path: tuple
    value: np.ndarray


def _claims(call: Call, slope: Slope, model: object, names: Sequence[str]) -> Iterator[_Claim]:
    """The claimed arrays in the order of the model's, after a look at structure, type, shape, dtype and finiteness."""
    for (place, right), path in zip(float_leaves(model), slope.paths(), strict=True):
        label = _label(model, place, names)
        claimed = call.value
        for depth, key in enumerate(place):
            _require(call, label if depth else "", compare.structure_difference(claimed, at_path(model, place[:depth])))
            claimed = claimed[key]
        claim = _Claim(label, place, path, claimed)
        _require(call, label, compare.type_difference(claimed, right.ndim), slope, claim)
        _require(call, label, compare.shape_difference(claimed, right.shape), slope, claim)
        if np.asarray(claimed).dtype.kind not in "iu":
            _require(call, label, compare.kind_difference(claimed, "float"))
        _require(call, label, compare.finite_difference(claimed), slope, claim)
        yield replace(claim, value=np.asarray(claimed, dtype=float))


def _label(model: object, path: tuple, names: Sequence[str]) -> str:
    """What a claimed array is called: its given name, else its place in the result."""
    if not names:
        return "result " + in_words(path) if path else ""
    return names[path[0]] + in_words(path[1:]) if isinstance(model, tuple) else names[0] + in_words(path)


def _require(
    call: Call, label: str, found: compare.Difference | None, slope: Slope | None = None, claim: _Claim | None = None
) -> None:
    if found:
        said = f"{label}: {found.message}" if label else found.message
        diagnosis = _diagnosis(call, slope, claim, slope.measured(0)) if slope and claim else None
        call.fail(found.kind, said, got=found.got, expected=found.expected, diagnosis=diagnosis)


def _say_wrong(call: Call, slope: Slope, claim: _Claim, measured: dict[tuple, Measured]) -> None:
    one = measured[claim.path]
    if one.directions is not None:
        one = slope.by_entry(claim.path)
        measured = {**measured, claim.path: one}
    diagnosis = _diagnosis(call, slope, claim, measured)
    if inputs_are_shown() and are_explained():
        call, slope, claim, one = _on_less(call, slope, claim, one)
    wrong = judge(claim.value, one).wrong
    slopes = np.where(np.abs(one.value) <= one.tolerance, 0.0, one.value)  # what cannot be told from zero is rounding: nobody shall puzzle over it
    where = compare.where_wrong(wrong, claim.value, slopes) if np.any(wrong) else "moving all entries together shows it"
    got, expected = compare.sides(claim.value, slopes, wrong)
    call.fail(
        "value",
        f"{claim.label or 'the result'} is not the slope of {slope.name}: {where}",
        got=got,
        expected=expected.replace("nan", " ? "),  # nothing was measured there: at a kink, for example
        tolerance=f"{float(one.tolerance[wrong].min()):.1e}" if np.any(wrong) else "",
        diagnosis=diagnosis,
    )


def _on_less(call: Call, slope: Slope, claim: _Claim, one: Measured) -> tuple[Call, Slope, _Claim, Measured]:
    """The same failure on the smallest input for which it can be found."""
    from autograder.checking.smaller import smaller_gradient

    def measured(call: Call, slope: Slope) -> tuple[_Claim, Measured] | None:
        try:
            value = np.asarray(at_path(call.value, claim.place), dtype=float)
            found = slope.by_entry(claim.path)
        except Exception:  # whatever a candidate breaks, it is no smaller example of this failure
            return None
        return (replace(claim, value=value), found) if value.shape == found.value.shape else None

    def still_wrong(call: Call, slope: Slope) -> bool:
        found = measured(call, slope)
        return found is not None and np.all(np.isfinite(found[0].value)) and judge(*_judged(found)).verdict == "wrong"

    small = smaller_gradient(call, slope, still_wrong)
    if small is None:
        return call, slope, claim, one
    return (*small, *measured(*small))


def _judged(found: tuple[_Claim, Measured]) -> tuple[np.ndarray, Measured]:
    return found[0].value, found[1]


def _diagnosis(call: Call, slope: Slope, claim: _Claim, measured: dict[tuple, Measured]) -> Diagnosis | None:
    if not are_explained():
        return None
    from autograder.checking.explain import explain_gradient

    try:
        value = np.asarray(claim.value, dtype=float)
    except (TypeError, ValueError):
        return None
    return explain_gradient(call, slope, value, claim.path, claim.place, measured, claim.label or "the result")
