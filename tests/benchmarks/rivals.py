"""Other ways to check a gradient, with the settings their users have: whether each accepts a claim, and its cost.

`fixed step` is the central difference of course notes (h = 1e-5, relative error per entry). `torch` is the rule of
torch.autograd.gradcheck (eps 1e-6, atol 1e-5, rtol 1e-3, the whole Jacobian), written in numpy. `scipy` is
scipy.differentiate.jacobian with five of its own error bars plus 1e-6, where scipy can be imported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np


class Counted:
    """A forward function that counts its evaluations."""

    def __init__(self, function: Callable) -> None:
        self.function, self.evaluations = function, 0

    def __call__(self, *args: object) -> np.ndarray:
        self.evaluations += 1
        with np.errstate(all="ignore"):
            return np.asarray(self.function(*args))


def _with(at: Sequence, index: int, array: np.ndarray) -> tuple:
    return (*at[:index], array, *at[index + 1 :])


def _columns(forward: Counted, at: Sequence, index: int, h: float) -> np.ndarray:
    """Central differences of every output for every entry: (entries, outputs)."""
    rows = []
    for i in range(at[index].size):
        up, down = at[index].copy(), at[index].copy()
        up.flat[i] += h
        down.flat[i] -= h
        rows.append(((forward(*_with(at, index, up)) - forward(*_with(at, index, down))) / (2 * h)).ravel())
    return np.array(rows)


def _claims(backward: Callable, upstream: object, at: Sequence, wrt: Sequence[int]) -> list[np.ndarray] | None:
    try:
        with np.errstate(all="ignore"):
            found = backward(upstream, *[a.copy() if isinstance(a, np.ndarray) else a for a in at])
        claims = [np.asarray(one, dtype=float) for one in found]
    except Exception:
        return None
    fine = len(claims) == len(wrt) and all(c.shape == at[i].shape for c, i in zip(claims, wrt, strict=True))
    return claims if fine and all(np.all(np.isfinite(c)) for c in claims) else None


def fixed_step(forward: Counted, backward: Callable, at: Sequence, wrt: Sequence[int], upstream: np.ndarray, allowed: float = 1e-6) -> bool:
    """Relative error |a - n| / (|a| + |n|) of every entry at most `allowed`."""
    claims = _claims(backward, upstream, at, wrt)
    if claims is None:
        return False
    for index, claim in zip(wrt, claims, strict=True):
        slopes = (_columns(forward, at, index, 1e-5) @ np.ravel(upstream)).reshape(claim.shape)
        if np.max(np.abs(claim - slopes) / np.maximum(1e-8, np.abs(claim) + np.abs(slopes))) > allowed:
            return False
    return True


def torch_rule(forward: Counted, backward: Callable, at: Sequence, wrt: Sequence[int], upstream: np.ndarray) -> bool:
    """Every entry of the Jacobian within 1e-5 + 1e-3 |n|, one backward pass per output."""
    shape = np.shape(upstream)
    jacobians = [_columns(forward, at, index, 1e-6) for index in wrt]
    for k in range(int(np.prod(shape, dtype=int))):
        one = np.zeros(shape)
        one.flat[k] = 1.0
        claims = _claims(backward, one if shape else 1.0, at, wrt)
        if claims is None:
            return False
        for claim, jacobian in zip(claims, jacobians, strict=True):
            if not np.all(np.abs(claim.ravel() - jacobian[:, k]) <= 1e-5 + 1e-3 * np.abs(jacobian[:, k])):
                return False
    return True


def scipy_jacobian(forward: Counted, backward: Callable, at: Sequence, wrt: Sequence[int], upstream: np.ndarray) -> bool:
    """Within five of scipy's own error bars plus 1e-6 of the slope. Raises ImportError without scipy."""
    from scipy.differentiate import jacobian

    claims = _claims(backward, upstream, at, wrt)
    if claims is None:
        return False
    for index, claim in zip(wrt, claims, strict=True):

        def scalar(points: np.ndarray, index: int = index) -> np.ndarray:
            flat = np.asarray(points, dtype=float).reshape(len(points), -1)
            values = [np.sum(forward(*_with(at, index, column.reshape(at[index].shape))) * upstream) for column in flat.T]
            return np.array(values).reshape(1, *points.shape[1:])

        with np.errstate(all="ignore"):
            found = jacobian(scalar, at[index].ravel())
        slopes, error = found.df.reshape(claim.shape), np.nan_to_num(found.error.reshape(claim.shape), nan=np.inf)
        if not np.all(np.abs(claim - slopes) <= 5 * error + 1e-6 * np.abs(slopes) + 1e-9 * np.nanmax(np.abs(slopes))):
            return False
    return True


RIVALS = {
    "fixed step 1e-5, relative 1e-6": fixed_step,
    "fixed step 1e-5, relative 1e-4": lambda *a: fixed_step(*a, allowed=1e-4),
    "torch rule (1e-6, 1e-5, 1e-3)": torch_rule,
    "scipy.differentiate.jacobian": scipy_jacobian,
}
