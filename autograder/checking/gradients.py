"""Is a claimed gradient right? It is compared with the measured slopes of the forward function.

    expect(affine_backward, dZ, X, W).is_vjp_of(affine_forward, at=(X, W, b), upstream=dZ, names=("dX", "dW", "db"))
    expect(cross_entropy, Z, y)[1].is_gradient_of(cross_entropy, part=0)                # returns (loss, dZ)
    expect(backward, params, cache, Y, lam).is_gradient_of(loss, at=(params, X, Y, lam), wrt=0)   # dict like params
    expect(numerical_gradient, f, x, 1e-5).is_gradient_of(f, at=(x,), rtol=1e-6)        # a function that takes a function

- The forward function may be the reference's or the learner's own (then it is called in batches, wherever it lives).
- `at`: the arguments of the forward function; left out, those of the call itself. Always ones a real forward pass saw.
- `wrt`: which of them. An index: the result is the gradient for that argument. A tuple of indices: the result is a
  tuple with one gradient each. Left out: every float array among them. An argument may be a dict or list of arrays:
  its gradient has the same structure.
- `part`: which part of the forward function's result counts, an index, a key or a function of the result.
- `upstream`: the gradient arriving from above; `random_upstream(rng, shape)` draws one. No upstream: a scalar loss.
- Looked at first, each with its own message: the call's arguments are unchanged, the same call gives the same result
  again, the structure, then per array type, shape, dtype, finiteness. Then the numbers.
- Entries at a kink are skipped. Choose points where most entries have a slope: `points` draws again if not,
  at several scales of the input, which is the recommended form for hidden checks:

    for X, W, b in points(rng(4), layer):                         # layer(rng, scale) -> arguments
        dZ = random_upstream(rng(5), (len(X), len(b)))
        expect(affine_backward, dZ, X, W).is_vjp_of(reference.affine_forward, at=(X, W, b), upstream=dZ)

An entry is wrong if it is off by more than 5 error bars + rtol * |slope| + what a right formula may lose to rounding.
Measured in tests/benchmarks/gradcheck.py: no right formula rejected from inputs of 1e-6 to 1e6.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.checking.leaves import at_path, copied, float_leaves, replaced
from autograder.checking.memo import Memo, key_of
from autograder.checking.observe import observe_quietly
from autograder.checking.slopes import Directions, Entries, measured_noise, root_mean_square, slopes

RTOL = 1e-8
SMALL = 256  # entries: up to here every entry is measured
_DIRECTIONS = 12
_BATCH_BYTES, _BATCH_CASES = 4_000_000, 4096
_BARS = 5.0
_EPS = np.finfo(float).eps

Part = Callable[[object], object] | int | str | None


class NotSmooth(ValueError):
    """The forward function cannot be differentiated here: it fails, or gives no finite numbers, at the point itself."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The measured gradient for one array.

    path: where the array is among the arguments. value, error, trusted: like the array; `value` is NaN and `trusted`
    False where nothing was measured, at a kink and where the slope does not settle. tolerance: like the array, how far
    a right gradient may be off. telling: trusted, with a tolerance that a wrong gradient would exceed. directions: for a big array, unit (n, *shape), with the slope along each and its
    tolerance (n,); else None. evaluations: how often the forward function was called for it.
    """

    path: tuple
    value: np.ndarray
    error: np.ndarray
    trusted: np.ndarray
    tolerance: np.ndarray
    telling: np.ndarray
    evaluations: int
    directions: tuple[np.ndarray, np.ndarray, np.ndarray] | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the measurement says of one claimed array. wrong: like the array; judged: how many numbers were compared."""

    verdict: str  # "fine", "wrong" or "unresolved"
    wrong: np.ndarray
    judged: int


def random_upstream(rng: np.random.Generator, shape: tuple[int, ...] | int) -> np.ndarray:
    """An upstream gradient: sizes in [0.5, 1.5], random signs. No entry is so small that a mistake in it hides."""
    return rng.uniform(0.5, 1.5, shape) * rng.choice((-1.0, 1.0), shape)


def picked(value: object, part: Part) -> object:
    """The part of a forward result that counts. Raises whatever a result without that part raises."""
    return value if part is None else part(value) if callable(part) else value[part]


def numerical_vjp(
    forward: Callable,
    at: Sequence,
    *,
    wrt: Iterable[int] | None = None,
    upstream: np.ndarray | float = 1.0,
    part: Part = None,
    rtol: float = RTOL,
    seed: int = 0,
) -> tuple[Measured, ...]:
    """The gradient of <upstream, forward(*at)> for every float array in the arguments `wrt`, measured.

    rtol: the relative accuracy aimed at is a hundredth of it; seed: of the noise measurement and of the directions
    for big arrays. Results for functions of the course itself are remembered by function and arguments.

    Raises:
        NotSmooth: forward fails or is not finite at `at`.
        ValueError: the upstream gradient has another shape than the forward result.
    """
    at = tuple(at)
    paths = [path for path, _ in float_leaves(at) if wrt is None or path[0] in set(wrt)]
    # Only what is known to stay as it is may be remembered: not a learner's function, not a lambda.
    key = None if hasattr(type(forward), "observe_many") or callable(part) else key_of(forward, at, paths, upstream, part, rtol, seed)
    return _memo.get(key, lambda: _measure(forward, at, paths, np.asarray(upstream, dtype=float), part, rtol, seed))


_memo: Memo = Memo(2048)


def judge(claimed: np.ndarray, measured: Measured) -> Judgement:
    """Compare a claimed gradient with the measured one; shapes must already agree."""
    with np.errstate(invalid="ignore"):
        wrong = measured.trusted & ~(np.abs(claimed - measured.value) <= measured.tolerance)
    judged, compared = int(measured.telling.sum()), measured.value.size
    if measured.directions is not None:
        directions, slope, tolerance = measured.directions
        off = np.abs(np.tensordot(directions, claimed, claimed.ndim) - slope) > tolerance
        usable = np.isfinite(tolerance)
        judged, compared = int(usable.sum()), len(slope)
        if np.any(off & usable):
            return Judgement("wrong", wrong, judged)
    if np.any(wrong):
        return Judgement("wrong", wrong, judged)
    return Judgement("fine" if 2 * judged >= compared else "unresolved", wrong, judged)


def measure_entries(
    forward: Callable, at: Sequence, path: tuple, indices: Sequence[int], *, upstream: object = 1.0, part: Part = None, rtol: float = RTOL
) -> Measured:
    """Like `numerical_vjp` for some entries of one array, by flat indices: to see which entries of a big array are off."""
    at = tuple(at)
    function = _Forward(forward, at, part)
    noise = function.noise([path], 0)
    return _by_entry(function, path, indices, _weights(function, np.asarray(upstream, dtype=float)), noise, rtol)


def _measure(
    forward: Callable, at: tuple, paths: list[tuple], upstream: np.ndarray, part: Part, rtol: float, seed: int
) -> tuple[Measured, ...]:
    function = _Forward(forward, at, part)
    weights = _weights(function, upstream)
    noise = function.noise(paths, seed)
    found = []
    for path in paths:
        x = at_path(at, path)
        if x.size <= SMALL:
            found.append(_by_entry(function, path, range(x.size), weights, noise, rtol))
        else:
            found.append(_by_direction(function, path, weights, noise, rtol, seed))
    return tuple(found)


def _weights(function: _Forward, upstream: np.ndarray) -> np.ndarray:
    if upstream.shape != function.shape and upstream.ndim:
        raise ValueError(f"the upstream gradient has shape {upstream.shape}, the forward result {function.shape}")
    return np.broadcast_to(upstream, function.shape).ravel().astype(float)


def _by_entry(
    function: _Forward, path: tuple, indices: Sequence[int], weights: np.ndarray, noise: np.ndarray, rtol: float
) -> Measured:
    x = np.asarray(at_path(function.at, path), dtype=float)
    if not len(indices):
        nothing = np.zeros(x.shape)
        return Measured(path, nothing, nothing, nothing.astype(bool), nothing, nothing.astype(bool), 0)
    found = slopes(function.along(path), Entries(x, indices), function.y, weights, noise, rtol=rtol / 100)
    size = np.abs(found.value)
    largest = float(np.max(size[found.trusted], initial=0.0))
    tolerance = _BARS * found.error + rtol * size + 1e-9 * largest + 256 * _EPS * found.scale
    tolerance += _unavoidable(function.y, weights, noise, min(root_mean_square(x), 1.0))
    # Noise as large as the slopes themselves tells nothing; slopes that are all zero are told from 1e-10 on.
    telling = found.trusted & (tolerance <= max(0.01 * largest, 1e-10 * float(np.max(np.abs(weights), initial=0.0))))
    return Measured(
        path,
        _spread(found.value, x, indices, np.nan),
        _spread(found.error, x, indices, np.inf),
        _spread(found.trusted, x, indices, False),
        _spread(tolerance, x, indices, np.inf),
        _spread(telling, x, indices, False),
        found.evaluations,
    )


def _by_direction(function: _Forward, path: tuple, weights: np.ndarray, noise: np.ndarray, rtol: float, seed: int) -> Measured:
    x = np.asarray(at_path(function.at, path), dtype=float)
    rng = np.random.default_rng([seed, 7])
    size = root_mean_square(x)
    # Half of the directions move every entry alike, half in proportion to its size.
    shapes = [np.full(x.shape, size), np.maximum(np.abs(x), 1e-3 * size)]
    directions = np.array([rng.standard_normal(x.shape) * shapes[k % 2] for k in range(_DIRECTIONS)])
    along = slopes(function.along(path), Directions(x, directions), function.y, weights, noise, rtol=rtol / 100)
    sample = np.sort(rng.choice(x.size, size=min(16, x.size), replace=False))
    some = _by_entry(function, path, sample, weights, noise, rtol)
    known = np.abs(some.value[some.trusted])
    # The claimed gradient is not known here, so its size is that of the sampled entries.
    typical = float(np.sqrt(np.mean(known**2))) if len(known) else 0.0
    length = np.sqrt((directions**2).reshape(len(directions), -1).sum(axis=1))
    unavoidable = _unavoidable(function.y, weights, noise, min(size, 1.0)) * length
    tolerance = _BARS * along.error + rtol * np.maximum(np.abs(along.value), typical * length / np.sqrt(x.size)) + unavoidable
    tolerance = np.where(along.trusted, tolerance, np.inf)
    evaluations = along.evaluations + some.evaluations
    measured = (directions, along.value, tolerance)
    return Measured(path, some.value, some.error, some.trusted, some.tolerance, some.telling, evaluations, measured)


def _unavoidable(y: np.ndarray, weights: np.ndarray, noise: np.ndarray, size: float) -> float:
    """What a right gradient may be off because of rounding alone; `size`: that of the inputs, at most 1.

    Results are rounded relative to the outputs, local slopes (p - 1 where p is almost 1) relative to 1.
    """
    results = max(_EPS * float(np.max(np.abs(weights * y), initial=0.0)), float(np.max(np.abs(weights * noise), initial=0.0)))
    return 16 * (results / size + _EPS * float(np.max(np.abs(weights), initial=0.0)))


def _spread(values: np.ndarray, x: np.ndarray, indices: Sequence[int], elsewhere: object) -> np.ndarray:
    whole = np.full(x.size, elsewhere, dtype=values.dtype)
    whole[np.asarray(indices, dtype=int)] = values
    return whole.reshape(x.shape)


class _Forward:
    """A forward function around one point: evaluates many neighbours in few batches and remembers the shape of its result."""

    def __init__(self, forward: Callable, at: tuple, part: Part) -> None:
        self._forward, self.at, self._part = forward, at, part
        self._remote = hasattr(type(forward), "observe_many")
        first = self._results([at])[0]
        if first is None or not np.all(np.isfinite(first)):
            raise NotSmooth(f"{getattr(forward, '__name__', 'the function')} gives no finite numbers here")
        self.shape = first.shape
        self.y = first.astype(float).ravel()

    def along(self, path: tuple) -> Callable[[np.ndarray], np.ndarray]:
        """The outputs (m, o) for m values of the array at `path`."""
        return lambda points: self._outputs(replaced(self.at, path, point) for point in points)

    def noise(self, paths: list[tuple], seed: int) -> np.ndarray:
        """The rounding noise of every output, with all the arrays at `paths` moving."""
        rng = np.random.default_rng(seed)
        moves = []
        for path in paths:
            x = np.asarray(at_path(self.at, path), dtype=float)
            moves.append(rng.uniform(0.5, 1.0, x.shape) * rng.choice((-1.0, 1.0), x.shape) * np.maximum(np.abs(x), 1.0))

        def moved(step: float) -> tuple:
            args = self.at
            for path, move in zip(paths, moves, strict=True):
                args = replaced(args, path, at_path(self.at, path) + step * move)
            return args

        return measured_noise(lambda steps: self._outputs(moved(step) for step in steps), self.y)

    def _outputs(self, cases: Iterable[tuple]) -> np.ndarray:
        rows = [
            np.full(self.y.shape, np.nan) if result is None or result.shape != self.shape else result.astype(float).ravel()
            for result in self._results(list(cases))
        ]
        return np.array(rows).reshape(len(rows), self.y.size)

    def _results(self, cases: list[tuple]) -> list[np.ndarray | None]:
        if not self._remote:
            return [self._here(case) for case in cases]
        size = sum(leaf.nbytes for _, leaf in float_leaves(cases[0])) + 1
        chunk = max(1, min(_BATCH_CASES, _BATCH_BYTES // size))
        found = []
        for start in range(0, len(cases), chunk):
            outcomes = observe_quietly(self._forward, cases[start : start + chunk])
            found += [self._picked(outcome.value) if outcome.error is None else None for outcome in outcomes]
        return found

    def _here(self, case: tuple) -> np.ndarray | None:
        try:
            with np.errstate(all="ignore"):
                return self._picked(self._forward(*copied(case)))
        except Exception:
            return None

    def _picked(self, value: object) -> np.ndarray | None:
        try:
            with np.errstate(all="ignore"):
                array = np.asarray(picked(value, self._part))
        except Exception:
            return None
        return array if array.dtype.kind in "fiub" else None
