"""One way to write a small net down: nets that do the same get the same numbers, however a learner ordered and scaled them.

For `view`: what is raised here means that the result is no such net, and the check looks at it as it is.
"""

from __future__ import annotations

import numpy as np

_NEARLY = 1e-9  # radians: directions closer than this to the border between two half turns are on it


def steps_in_order(net: dict, by_sign: bool = False) -> dict:
    """A net of step neurons, by direction: columns of W1 have length 1 and lie in the upper half plane.

    net: W1 (2, M), b1 (M,), w2 (M,), b2 one number, act "step"; other entries are dropped. by_sign: only the sign of the
    output counts, so the largest output weight is made 1. A step that looks the other way is 1 minus the step, but on its edge.
    Returns a dict of the same form. Raises KeyError, TypeError or ValueError for anything that is no such net.
    """
    W1, b1, w2, b2 = (np.asarray(net[key], dtype=float) for key in ("W1", "b1", "w2", "b2"))
    if net["act"] != "step" or b2.size != 1 or not np.all(np.isfinite(b2)):
        raise ValueError("no net of steps")
    W1, lengths = _columns(W1, b1, w2)
    angles = np.arctan2(W1[1], W1[0])
    down = (angles < -_NEARLY) | (angles > np.pi - _NEARLY)
    turn = np.where(down, -1.0, 1.0)
    W1, b1 = W1 * turn, b1 / lengths * turn
    b2 = float(b2.reshape(()) + np.sum(w2[down]))
    w2 = w2 * turn
    order = _order(W1, b1)
    scale = (np.max(np.abs(w2)) or 1.0) if by_sign else 1.0
    return {"W1": W1[:, order], "b1": b1[order], "w2": w2[order] / scale, "b2": b2 / scale, "act": "step"}


def relus_in_order(result: tuple) -> tuple[np.ndarray, np.ndarray]:
    """A layer of ReLUs without biases and its output weights, by direction: columns of W1 have length 1.

    result: (W1 (2, M), w2 (M,)). Returns a pair of the same form. Raises TypeError or ValueError for anything else.
    """
    W1, w2 = (np.asarray(part, dtype=float) for part in result)
    W1, lengths = _columns(W1, w2)
    order = _order(W1, w2)
    return W1[:, order], (w2 * lengths)[order]


def _columns(W1: np.ndarray, *others: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The columns at length 1, and their lengths. Raises ValueError if shapes do not fit or a neuron has no direction."""
    fits = W1.ndim == 2 and len(W1) == 2 and W1.shape[1] > 0 and all(other.shape == W1.shape[1:] for other in others)
    if not fits or not all(np.all(np.isfinite(part)) for part in (W1, *others)):
        raise ValueError("no layer of neurons")
    lengths = np.hypot(*W1)
    if not np.all(lengths > 0):
        raise ValueError("a neuron without a direction")
    return W1 / lengths, lengths


def _order(W1: np.ndarray, second: np.ndarray) -> np.ndarray:
    """By direction, then by another number; rounded, so that digits of rounding do not decide."""
    angles = np.arctan2(W1[1], W1[0])
    return np.lexsort((np.round(second, 6), np.round(np.where(angles < -_NEARLY, angles + 2 * np.pi, angles), 6)))
