"""Right and wrong ways to compute what the course computes: what comparison of values is measured with.

A family has a reference, `draw(rng, scale)` for its arguments, right forms (another order, another stable formula) and
wrong ones (an epsilon, a clip, single precision, a missing or global maximum, a wrong axis or factor). A right form has
to pass at every scale; a wrong one has to fail at some scale.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

SCALES = tuple(10.0**power for power in range(-6, 7))


@dataclass(frozen=True, slots=True)
class Family:
    """One function of the course and its forms, by name."""

    reference: Callable
    draw: Callable
    right: dict[str, Callable]
    wrong: dict[str, Callable]


def in_single(function: Callable) -> Callable:
    """The function computed in float32 and handed back as float64."""

    def detour(*args):
        args = [np.asarray(arg, np.float32) if np.asarray(arg).dtype.kind == "f" else arg for arg in args]
        return np.asarray(function(*args), dtype=float)

    return detour


def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def logsumexp(Z):
    m = Z.max(axis=1)
    return m + np.log(np.exp(Z - m[:, None]).sum(axis=1))


def cross_entropy(Z, y):
    return np.mean(logsumexp(Z) - Z[np.arange(len(y)), y])


def bce(z, y):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def mse(H, Y):
    return np.mean((H - Y) ** 2)


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)


def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def standardize(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


def affine(X, W, b):
    return X @ W + b


def _affine_loops(X, W, b):
    return np.array([[sum(X[i, k] * W[k, j] for k in range(len(W))) + b[j] for j in range(W.shape[1])] for i in range(len(X))])


def _picked(P, y):
    return P[np.arange(len(y)), y]


def _normalised(E, extra=0.0):
    return E / (E.sum(axis=1, keepdims=True) + extra)


def _bce_of(p, y):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


FAMILIES = {
    "softmax": Family(
        softmax,
        lambda r, s: (s * r.normal(size=(5, 4)),),
        {
            "exp of log": lambda Z: np.exp(Z - logsumexp(Z)[:, None]),
            "loop": lambda Z: np.array([np.exp(z - max(z)) / sum(np.exp(z - max(z))) for z in Z]),
            "other shift": lambda Z: _normalised(np.exp(Z - Z.max(axis=1, keepdims=True) + 1)),
            "long double": lambda Z: softmax(Z.astype(np.longdouble)).astype(float),
        },
        {
            "no shift": lambda Z: _normalised(np.exp(Z)),
            "global maximum": lambda Z: _normalised(np.exp(Z - Z.max())),
            "epsilon": lambda Z: _normalised(np.exp(Z - Z.max(axis=1, keepdims=True)), 1e-8),
            "small epsilon": lambda Z: _normalised(np.exp(Z - Z.max(axis=1, keepdims=True)), 1e-10),
            "single": in_single(softmax),
            "axis": lambda Z: softmax(Z.T).T,
            "clip": lambda Z: np.clip(softmax(Z), 1e-7, 1 - 1e-7),
        },
    ),
    "cross-entropy": Family(
        cross_entropy,
        lambda r, s: (s * r.normal(size=(5, 4)), r.integers(0, 4, 5)),
        {
            "log softmax": lambda Z, y: -np.mean(_picked(Z - logsumexp(Z)[:, None], y)),
            "loop": lambda Z, y: sum(logsumexp(z[None])[0] - z[k] for z, k in zip(Z, y, strict=True)) / len(y),
            "one-hot": lambda Z, y: -np.sum(np.eye(4)[y] * (Z - logsumexp(Z)[:, None])) / len(y),
            "einsum": lambda Z, y: np.einsum("nc,nc->", np.eye(4)[y], logsumexp(Z)[:, None] - Z) / len(y),
        },
        {
            "epsilon": lambda Z, y: -np.mean(np.log(_picked(softmax(Z), y) + 1e-12)),
            "clip 1e-7": lambda Z, y: -np.mean(np.log(np.clip(_picked(softmax(Z), y), 1e-7, 1))),
            "clip 1e-15": lambda Z, y: -np.mean(np.log(np.clip(_picked(softmax(Z), y), 1e-15, 1))),
            "log of softmax": lambda Z, y: -np.mean(np.log(_picked(softmax(Z), y))),
            "no shift": lambda Z, y: np.mean(np.log(np.exp(Z).sum(axis=1)) - _picked(Z, y)),
            "global maximum": lambda Z, y: np.mean(Z.max() + np.log(np.exp(Z - Z.max()).sum(axis=1)) - _picked(Z, y)),
            "single": in_single(cross_entropy),
            "sum": lambda Z, y: cross_entropy(Z, y) * len(y),
        },
    ),
    "bce with logits": Family(
        bce,
        lambda r, s: (s * r.normal(size=6), r.integers(0, 2, 6).astype(float)),
        {
            "logaddexp": lambda z, y: np.mean(np.logaddexp(0, z) - z * y),
            "two cases": lambda z, y: np.mean(np.where(y == 1, np.logaddexp(0, -z), np.logaddexp(0, z))),
            "softplus": lambda z, y: np.mean(y * softplus(-z) + (1 - y) * softplus(z)),
            "loop": lambda z, y: sum(max(a, 0) - a * b + np.log1p(np.exp(-abs(a))) for a, b in zip(z, y, strict=True)) / len(z),
        },
        {
            "log of sigmoid": lambda z, y: _bce_of(sigmoid(z), y),
            "epsilon": lambda z, y: -np.mean(y * np.log(sigmoid(z) + 1e-12) + (1 - y) * np.log(1 - sigmoid(z) + 1e-12)),
            "clip": lambda z, y: _bce_of(np.clip(sigmoid(z), 1e-7, 1 - 1e-7), y),
            "overflows": lambda z, y: np.mean(np.log(1 + np.exp(z)) - z * y),
            "single": in_single(bce),
        },
    ),
    "mse": Family(
        mse,
        lambda r, s: (s * r.normal(size=(5, 3)), s * r.normal(size=(5, 3))),
        {
            "einsum": lambda H, Y: np.einsum("ij,ij->", H - Y, H - Y) / H.size,
            "loop": lambda H, Y: sum((h - y) ** 2 for h, y in zip(H.ravel(), Y.ravel(), strict=True)) / H.size,
            "norm": lambda H, Y: np.linalg.norm(H - Y) ** 2 / H.size,
            "backwards": lambda H, Y: sum(((H - Y) ** 2).ravel()[::-1].tolist()) / H.size,
        },
        {
            "single": in_single(mse),
            "mean of sums": lambda H, Y: np.mean(np.sum((H - Y) ** 2, axis=1)),
            "half": lambda H, Y: mse(H, Y) / 2,
            "root": lambda H, Y: np.sqrt(mse(H, Y)),
        },
    ),
    "sigmoid": Family(
        sigmoid,
        lambda r, s: (s * r.normal(size=(4, 5)),),
        {
            "1 / (1 + exp(-x))": lambda x: 1 / (1 + np.exp(-x)),
            "logaddexp": lambda x: np.exp(-np.logaddexp(0, -x)),
            "loop": lambda x: np.array([[sigmoid(v) for v in row] for row in x]),
        },
        {
            "exp / (1 + exp)": lambda x: np.exp(x) / (1 + np.exp(x)),
            "clip": lambda x: np.clip(sigmoid(x), 1e-7, 1 - 1e-7),
            "clipped input": lambda x: sigmoid(np.clip(x, -30, 30)),
            "single": in_single(sigmoid),
        },
    ),
    "tanh": Family(
        np.tanh,
        lambda r, s: (s * r.normal(size=(4, 5)),),
        {
            "expm1": lambda x: -np.sign(x) * np.expm1(-2 * np.abs(x)) / (2 + np.expm1(-2 * np.abs(x))),
            "loop": lambda x: np.array([[np.tanh(v) for v in row] for row in x]),
        },
        {
            "single": in_single(np.tanh),
            "exp overflows": lambda x: (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1),
            "half the argument": lambda x: np.tanh(x / 2),
        },
    ),
    "softplus": Family(
        softplus,
        lambda r, s: (s * r.normal(size=(4, 5)),),
        {"logaddexp": lambda x: np.logaddexp(0, x)},
        {
            "log(1 + exp)": lambda x: np.log(1 + np.exp(x)),
            "log1p(exp)": lambda x: np.log1p(np.exp(x)),
            "cut at 8": lambda x: np.where(x > 8, x, np.log1p(np.exp(np.minimum(x, 8)))),
            "single": in_single(softplus),
        },
    ),
    "standardize": Family(
        standardize,
        lambda r, s: (s * r.normal(size=(6, 3)) + 3 * s,),
        {
            "by hand": lambda X: (X - X.sum(axis=0) / len(X)) / np.sqrt(((X - X.mean(axis=0)) ** 2).mean(axis=0)),
            "columns": lambda X: np.stack([(c - c.mean()) / c.std() for c in X.T], axis=1),
        },
        {
            "epsilon": lambda X: (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8),
            "epsilon in the variance": lambda X: (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + 1e-5),
            "N - 1": lambda X: (X - X.mean(axis=0)) / X.std(axis=0, ddof=1),
            "all entries": lambda X: (X - X.mean()) / X.std(),
            "single": in_single(standardize),
        },
    ),
    "affine": Family(
        affine,
        lambda r, s: (s * r.normal(size=(5, 7)), r.normal(size=(7, 3)), r.normal(size=3)),
        {
            "einsum": lambda X, W, b: np.einsum("nd,dm->nm", X, W) + b,
            "loops": _affine_loops,
            "outer products": lambda X, W, b: sum(np.outer(X[:, k], W[k]) for k in range(len(W))) + b,
            "backwards": lambda X, W, b: X[:, ::-1] @ W[::-1] + b,
            "bias as a column": lambda X, W, b: np.hstack([np.ones((len(X), 1)), X]) @ np.vstack([b, W]),
        },
        {
            "single": in_single(affine),
            "no bias": lambda X, W, b: X @ W,
            "off by 1e-8": lambda X, W, b: (X @ W + b) * (1 + 1e-8),
        },
    ),
}
