"""Slopes of a black box, measured with an error bar each.

For every line x + t*v the slope of <g, f> at t = 0 comes from a ladder of steps h, h/4, h/16, ...:

- differences are taken per output and only then weighted with g, so that outputs that do not move cancel exactly;
- the central slope D(h) = f' + c2 h^2 + c4 h^4 + ... is extrapolated over three neighbouring steps (Richardson);
- the one-sided disagreement J(h) = D+ - D- = jump + d1 h + d3 h^3 + ... is extrapolated too. Half of the jump is part
  of the error bar: at a kink central differences converge to the middle of two slopes and would look perfect;
- rounding noise is measured (fourth differences that keep their size over steps 128 apart can only be rounding), so
  that a cancelling formula or a float32 detour inside f widens the bars instead of producing a wrong verdict;
- the ladder goes on downwards while truncation or a kink dominates the bar and upwards while noise does. A function
  that does not move at all is believed to be flat only if no larger step contradicts it.

All lines advance together: one batch of evaluations per rung, which is one message if f lives in another process.
Sources: Richardson extrapolation as in Ridders (1982); measured noise after Moré and Wild (2011).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

RATIO = 4.0
_FIRST = 3  # rungs every line starts with
_MOST = 22  # rungs a line may use
_DOWN, _UP = 15, 12  # how far below and above the first rung
_EPS = np.finfo(float).eps
_NOISE_STEPS = 2.0 ** np.array([-10.0, -17.0, -24.0, -31.0])

Evaluate = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Slopes:
    """Slopes along n lines. All arrays have shape (n,).

    value: the slope; error: its error bar; trusted: False at a kink, a jump or where f is not defined around x;
    scale: sum over the outputs of |g| times |their slope|, what the slope is a difference of.
    """

    value: np.ndarray
    error: np.ndarray
    trusted: np.ndarray
    scale: np.ndarray
    evaluations: int


def measured_noise(along: Callable[[np.ndarray], np.ndarray], y: np.ndarray) -> np.ndarray:
    """Rounding noise of every output, shape (o,), from 24 evaluations in one batch.

    along: steps (m,) -> outputs (m, o) along a line on which every input moves about as much as it is large, NaN rows
    where the function fails; y: (o,), the outputs at step 0.
    """
    multiples = np.array([-3, -2, -1, 1, 2, 3])
    values = along((_NOISE_STEPS[:, None] * multiples).ravel()).reshape(len(_NOISE_STEPS), 6, -1)
    ladder = np.insert(values, 3, y, axis=1)
    with np.errstate(all="ignore"):
        rough = np.abs(np.diff(ladder, 4, axis=1)).max(axis=1) / 5  # a 4th difference of unit noise is 8.4; few are seen
    rough = rough[np.isfinite(rough).all(axis=1)]
    if len(rough) < 2:
        return np.zeros(y.shape)
    steady = rough[1:] > rough[:-1] / 16
    noise = np.where(steady, np.maximum(rough[1:], rough[:-1]), 0.0).max(axis=0)
    # Few samples can miss an output's noise by luck; outputs of one formula are alike relative to their size.
    relative = np.median(noise[y != 0] / np.abs(y[y != 0])) if np.any(y) else 0.0
    return np.maximum(noise, relative * np.abs(y))


def root_mean_square(x: np.ndarray) -> float:
    """sqrt(mean(x^2)); 1 for an array of zeros."""
    return float(np.sqrt(np.mean(x**2))) if np.any(x) else 1.0


class Entries:
    """The lines along single entries of x, given by flat indices."""

    def __init__(self, x: np.ndarray, indices: Sequence[int]) -> None:
        self._x, self._indices = x, np.asarray(indices, dtype=int)
        size = np.maximum(np.abs(x.ravel()[self._indices]), min(root_mean_square(x), 1.0))
        self.first_step = 2.0 ** np.floor(np.log2(size / 64))
        self.largest_step = np.maximum(self.first_step, 2.0**-4)

    def __len__(self) -> int:
        return len(self._indices)

    def steps(self, which: np.ndarray, steps: np.ndarray) -> np.ndarray:
        """The steps made representable: what is added to an entry is then exactly what was meant."""
        start = self._x.ravel()[self._indices[which]]
        return (start + steps) - start

    def points(self, which: np.ndarray, steps: np.ndarray) -> np.ndarray:
        """x moved along the lines `which` by `steps`: (m, *x.shape)."""
        moved = np.repeat(self._x.reshape(1, -1), len(which), axis=0)
        moved[np.arange(len(which)), self._indices[which]] += steps
        return moved.reshape(-1, *self._x.shape)


class Directions:
    """The lines along whole arrays v, shape (n, *x.shape), each about as large as x."""

    def __init__(self, x: np.ndarray, directions: np.ndarray) -> None:
        self._x, self._directions = x, directions
        self.first_step = np.full(len(directions), 2.0**-6)
        self.largest_step = self.first_step

    def __len__(self) -> int:
        return len(self._directions)

    def steps(self, which: np.ndarray, steps: np.ndarray) -> np.ndarray:
        return steps

    def points(self, which: np.ndarray, steps: np.ndarray) -> np.ndarray:
        return self._x + self._directions[which] * steps.reshape(-1, *[1] * self._x.ndim)


def slopes(
    evaluate: Evaluate, lines: Entries | Directions, y: np.ndarray, upstream: np.ndarray, noise: np.ndarray, *, rtol: float = 1e-9
) -> Slopes:
    """The slope of <upstream, f> along each line, refined until its bar is below `rtol` times its size if possible.

    evaluate: points (m, *x.shape) -> outputs (m, o), NaN rows where f fails; y, upstream, noise: (o,), f at x, the
    weights of the outputs and their rounding noise.
    """
    ladder = _Ladder(evaluate, lines, y, upstream, noise)
    everything = np.arange(len(lines))
    for rung in range(_FIRST):
        ladder.climb(everything, np.full(len(lines), rung))
    ladder.fit(everything, np.zeros(len(lines), dtype=int))
    while True:
        lines_left, rungs, fits = ladder.next_rungs(rtol)
        if not len(lines_left):
            return ladder.result()
        ladder.climb(lines_left, rungs)
        ladder.fit(lines_left, fits)


class _Ladder:
    """The rungs of all lines climbed so far, and for each line the best fit among those that moved and those that did not."""

    def __init__(self, evaluate: Evaluate, lines: Entries | Directions, y: np.ndarray, upstream: np.ndarray, noise: np.ndarray) -> None:
        n, rungs = len(lines), _UP + _DOWN + _FIRST
        self.evaluate, self.lines, self.y, self.g, self.noise = evaluate, lines, y, upstream, noise
        self.evaluations = 0
        self.low, self.high = np.zeros(n, dtype=int), np.full(n, _FIRST - 1)  # rungs climbed: low..high
        self.central, self.jump, self.rounding = (np.full((n, rungs), np.nan) for _ in range(3))
        self.still, self.scale = np.zeros((n, rungs), dtype=bool), np.zeros((n, rungs))
        self.moves = np.zeros((n, y.size), dtype=bool)  # outputs that depend on the line, as far as was seen
        self.moving, self.flat = _Fits(n), _Fits(n)
        self.contradicted = np.zeros(n, dtype=bool)  # some fit that moved excludes a slope of zero

    def climb(self, which: np.ndarray, rung: np.ndarray) -> None:
        """Evaluate both sides of one rung on each line in `which`."""
        wanted = self.lines.first_step[which] * RATIO ** (-rung.astype(float))
        step = self.lines.steps(which, wanted)
        step = np.where(step == 0, wanted, step)
        values = self.evaluate(np.concatenate([self.lines.points(which, step), self.lines.points(which, -step)]))
        self.evaluations += len(values)
        with np.errstate(all="ignore"):
            up, down = values[: len(which)] - self.y, self.y - values[len(which) :]
            moved = (up != 0) | (down != 0)
            still = ~moved.any(axis=1)
            # An output that moved at any step may hide a motion below its rounding at this one.
            self.moves[which] |= moved
            counted = self.moves[which] | still[:, None]
            weight = np.abs(self.g)
            size = (weight * np.abs(self.y) * counted).sum(axis=1) + (weight * (np.abs(up) + np.abs(down))).sum(axis=1)
            rounding = np.maximum(_EPS * size, 4 * (weight * self.noise * counted).sum(axis=1))
            at = which, rung + _UP
            self.central[at] = ((up + down) @ self.g) / (2 * step)
            self.jump[at] = ((up - down) @ self.g) / step
            self.rounding[at] = np.where(np.isfinite(values[: len(which)]).all(axis=1), rounding / step, np.inf)
            self.scale[at] = np.nan_to_num(np.abs(up + down) @ weight / (2 * step))
            self.still[at] = still

    def fit(self, which: np.ndarray, first: np.ndarray) -> None:
        """Extrapolate over the rungs first, first + 1, first + 2 of each line and keep what is best so far."""
        (d0, d1, d2), (j0, j1, j2) = (
            [table[which, first + k + _UP] for k in range(3)] for table in (self.central, self.jump)
        )
        with np.errstate(all="ignore"):
            a, b = d1 + (d1 - d0) / (RATIO**2 - 1), d2 + (d2 - d1) / (RATIO**2 - 1)
            value = b + (b - a) / (RATIO**4 - 1)
            ja, jb = (RATIO * j1 - j0) / (RATIO - 1), (RATIO * j2 - j1) / (RATIO - 1)
            jump = jb + (jb - ja) / (RATIO**3 - 1)
            rounding = self.rounding[which, first + 2 + _UP]
            error = np.maximum(np.abs(value - a), np.abs(value - b)) + np.abs(jump) / 2 + 2 * rounding
            error = np.where(np.isfinite(value) & np.isfinite(error), error, np.inf)
            flat = self.still[which, first + _UP] & self.still[which, first + 2 + _UP]
            self.contradicted[which] |= ~flat & (np.abs(value) > 1.5 * error)
        for fits, mine in ((self.moving, ~flat), (self.flat, flat)):
            fits.keep(which[mine], value[mine], error[mine], jump[mine], rounding[mine], first[mine])

    def best(self) -> tuple[_Fits, np.ndarray]:
        """Per line the fit with the smallest bar, and whether it is a flat one."""
        flat = (self.flat.error < self.moving.error) & ~self.contradicted
        return _Fits.choose(flat, self.flat, self.moving), flat

    def next_rungs(self, rtol: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The lines that are not good enough yet, the rung each should take next, and where its next fit starts."""
        best, flat = self.best()
        known = np.isfinite(best.error)
        done = known & ~flat & (best.error <= rtol * np.abs(best.value))
        done |= self.high - self.low + 1 >= _MOST
        n = np.arange(len(self.lines))
        with np.errstate(all="ignore"):
            next_noise = 2 * RATIO * self.rounding[n, self.high + _UP]
            too_noisy = known & (flat | (np.isfinite(next_noise) & (next_noise > best.error)))
            down = ~done & (self.high < _DOWN + _FIRST - 1) & ~too_noisy
            step_above = self.lines.first_step * RATIO ** (1.0 - self.low)
            noise_rules = flat | ((best.error <= 50 * best.rounding) & (best.first == self.low))
            up = ~done & known & noise_rules & (step_above <= self.lines.largest_step) & (self.low > -_UP)
        down &= ~up
        self.low[up] -= 1
        self.high[down] += 1
        which = np.flatnonzero(up | down)
        rungs = np.where(up, self.low, self.high)[which]
        return which, rungs, np.where(up, self.low, self.high - 2)[which]

    def result(self) -> Slopes:
        best, _ = self.best()
        known = np.isfinite(best.error)
        value = np.where(known, best.value, np.nan)
        with np.errstate(all="ignore"):
            size = np.abs(value)
            kink = np.abs(best.jump) / 2 > np.maximum(np.maximum(0.3 * best.error, 20 * best.rounding), 1e-5 * size)
            rough = (best.error > 1e-3 * size) & (best.error > 200 * best.rounding)
        scale = self.scale[np.arange(len(self.lines)), best.first + 2 + _UP]
        return Slopes(value, best.error, known & ~kink & ~rough, scale, self.evaluations)


class _Fits:
    """One fit per line: the best of its sort so far."""

    def __init__(self, n: int) -> None:
        self.value, self.error, self.jump = np.zeros(n), np.full(n, np.inf), np.zeros(n)
        self.rounding, self.first = np.zeros(n), np.zeros(n, dtype=int)

    def keep(self, which: np.ndarray, *fit: np.ndarray) -> None:
        better = fit[1] < self.error[which]
        for table, new in zip((self.value, self.error, self.jump, self.rounding, self.first), fit, strict=True):
            table[which[better]] = new[better]

    @classmethod
    def choose(cls, condition: np.ndarray, yes: _Fits, no: _Fits) -> _Fits:
        chosen = cls(len(condition))
        for name in ("value", "error", "jump", "rounding", "first"):
            setattr(chosen, name, np.where(condition, getattr(yes, name), getattr(no, name)))
        return chosen
