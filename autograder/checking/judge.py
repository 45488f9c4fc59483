"""The verdict on a claimed gradient: what a finished call says, against the measured slopes, in the order of a reader.

The rule (several points, any of which may fail; a failure is judged again at the same point with other noise; what
cannot be judged is never called wrong) was measured against four others: see tests/benchmarks/gradcheck.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from autograder.checking import compare
from autograder.checking.gradients import NotSmooth, Part, judge, measure_entries, numerical_vjp, picked
from autograder.checking.leaves import at_path, float_leaves, in_words
from autograder.checking.seeds import rng

if TYPE_CHECKING:
    from autograder.checking.expect import Call
    from autograder.checking.gradients import Measured

SCALES = (1.0, 3.0, 10.0, 0.3)
_TRIES = 3
_AFFORDED = 1024

# Verdicts of the gradient sentences inside the current `points` loop: "fine" or "unresolved".
_verdicts: ContextVar[list[str] | None] = ContextVar("verdicts", default=None)


def points(draw: Callable[[np.random.Generator, float], tuple], *key: int, scales: Sequence[float] = SCALES) -> Iterator[tuple]:
    """The points a gradient is checked at: `draw(rng, scale)` gives the arguments, once per scale of the input.

    Where the gradient sentences in the loop's body could not judge most entries (kinks, saturation), the point is
    drawn again, at most twice. The generators follow from `key` like those of `rng`.

    Raises:
        Failure: fewer than half of the points could be judged; says that the forward function has no slope there.
    """
    judged = 0
    for number, scale in enumerate(scales):
        for attempt in range(_TRIES):
            seen: list[str] = []
            token = _verdicts.set(seen)
            try:
                yield draw(rng(*key, number, attempt), scale)
            finally:
                _reset(token)
            if "unresolved" not in seen:
                judged += 1
                break
    if 2 * judged < len(scales):
        raise RuntimeError(f"the gradient could be judged at {judged} of {len(scales)} points only; draw others")


def _reset(token: object) -> None:
    try:
        _verdicts.reset(token)
    except ValueError:  # a generator that is dropped half way is closed in another context
        _verdicts.set(None)


@dataclass(frozen=True, slots=True)
class Slope:
    """Which derivative is meant: of <upstream, part of forward(*at)> with respect to the arguments `wrt`."""

    forward: Callable
    at: tuple
    wrt: tuple[int, ...]
    upstream: object
    part: Part
    rtol: float

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


def slope_of(
    forward: Callable, at: Sequence, wrt: int | Sequence[int] | None, upstream: object, part: Part, rtol: float
) -> Slope:
    """The derivative a check asks for. Raises ValueError if there is no float array to differentiate by."""
    at = tuple(at)
    has_leaves = [any(True for _ in float_leaves(arg)) for arg in at]
    chosen = tuple(np.flatnonzero(has_leaves).tolist()) if wrt is None else (wrt,) if isinstance(wrt, int) else tuple(wrt)
    if not chosen or not all(has_leaves[i] for i in chosen):
        raise ValueError("a gradient is taken with respect to float arrays; there is none")
    return Slope(forward, at, chosen, upstream, part, rtol)


def check_gradient(call: Call, slope: Slope, names: Sequence[str]) -> None:
    """The body of `is_vjp_of` and `is_gradient_of`; raises Failure through `call.fail`."""
    call.unchanged().repeatable()
    _look_at_forward(call, slope)
    model = slope.at[slope.wrt[0]] if len(slope.wrt) == 1 else tuple(slope.at[i] for i in slope.wrt)
    claims = list(zip(slope.paths(), _claims(call, model, names), strict=True))
    try:
        measured = slope.measured(0)
        verdicts = {path: judge(claimed, measured[path]).verdict for path, (_, claimed) in claims}
        if "wrong" in verdicts.values():
            again = slope.measured(1)
            for path, (label, claimed) in claims:
                if verdicts[path] == "wrong":
                    if judge(claimed, again[path]).verdict == "wrong":
                        _say_wrong(call, slope, label, claimed, path, again[path])
                    verdicts[path] = "unresolved"
    except NotSmooth as error:
        if not slope.is_learners:
            raise
        call.fail("property", f"{error}, so the gradient cannot be checked: mend {slope.name} first")
    noted = _verdicts.get()
    if noted is not None:
        noted += verdicts.values()


def _look_at_forward(call: Call, slope: Slope) -> None:
    """A learner's forward function that raises, or whose result does not fit, is told as such."""
    if not slope.is_learners:
        return
    from autograder.checking.expect import expect

    value = expect(slope.forward, *slope.at).value
    try:
        shape = np.shape(picked(value, slope.part))
    except Exception:
        call.fail("type", f"{slope.name} returned {compare.type_name(value)}; the result to differentiate is not in it")
    if np.ndim(slope.upstream) and shape != np.shape(slope.upstream):
        call.fail("shape", f"{slope.name} gives shape {shape} here, not {np.shape(slope.upstream)}: its gradient cannot be checked")


def _claims(call: Call, model: object, names: Sequence[str]) -> Iterator[tuple[str, np.ndarray]]:
    """The claimed arrays in the order of the model's, with a label each, after a look at type, shape, dtype, finiteness."""
    for path, right in float_leaves(model):
        label = _label(model, path, names)
        claimed = call.value
        for depth, key in enumerate(path):
            _require(call, label if depth else "", compare.structure_difference(claimed, at_path(model, path[:depth])))
            claimed = claimed[key]
        _require(call, label, compare.type_difference(claimed, right.ndim) or compare.shape_difference(claimed, right.shape))
        if np.asarray(claimed).dtype.kind not in "iu":
            _require(call, label, compare.kind_difference(claimed, "float"))
        _require(call, label, compare.finite_difference(claimed))
        yield label, np.asarray(claimed, dtype=float)


def _label(model: object, path: tuple, names: Sequence[str]) -> str:
    """What a claimed array is called: its given name, else its place in the result."""
    if not names:
        return "result " + in_words(path) if path else ""
    return names[path[0]] + in_words(path[1:]) if isinstance(model, tuple) else names[0] + in_words(path)


def _require(call: Call, label: str, found: compare.Difference | None) -> None:
    if found:
        said = f"{label}: {found.message}" if label else found.message
        call.fail(found.kind, said, got=found.got, expected=found.expected)


def _say_wrong(call: Call, slope: Slope, label: str, claimed: np.ndarray, path: tuple, measured: Measured) -> None:
    if measured.directions is not None:
        measured = slope.by_entry(path)
    wrong = judge(claimed, measured).wrong
    where = compare.where_wrong(wrong, claimed, measured.value) if np.any(wrong) else "moving all entries together shows it"
    call.fail(
        "value",
        f"{label or 'the result'} is not the slope of {slope.name}: {where}",
        got=compare.shown(claimed, wrong),
        expected=compare.shown(measured.value),
        tolerance=f"{float(measured.tolerance[wrong].min()):.1e}" if np.any(wrong) else "",
    )
