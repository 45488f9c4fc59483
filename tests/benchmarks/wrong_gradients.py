"""Wrong backward passes written by hand, each with the diagnoses that name its mistake.

A diagnosis is right if its id starts with one of `names`. An empty `names` says that no simple relation exists: the
right diagnosis is none at all. `held_out` marks those written after the diagnosis was finished and not looked at while
it was changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tests.benchmarks.bricks import (
    affine_backward,
    bce_backward,
    cross_entropy_backward,
    elu,
    elu_backward,
    layernorm_backward,
    logistic_backward,
    maxpool_backward,
    mlp_backward,
    mse_backward,
    relu_backward,
    relu_net_backward,
    ridge_backward,
    rownorm_backward,
    sigmoid,
    sigmoid_backward,
    sigmoid_net_backward,
    softmax,
    softmax_backward,
    softplus_backward,
    tanh_backward,
)


@dataclass(frozen=True, slots=True)
class Wrong:
    """One wrong backward pass of a brick."""

    brick: str
    name: str
    backward: Callable
    names: tuple[str, ...]
    held_out: bool = False


def _part(backward, index, change):
    """The right backward pass with one of its results changed by change(result, g, *arguments)."""

    def wrong(g, *arguments):
        results = list(backward(g, *arguments))
        results[index] = change(results[index], g, *arguments)
        return tuple(results)

    return wrong


def _with_last_row_only(g, X, W, b):
    dW = np.zeros(W.shape)
    for x, row in zip(X, g, strict=True):
        dW = np.outer(x, row)
    return g @ W.T, dW, g.sum(axis=0)


def _ridge_published(g, X, w, b, y, lam):
    """The two defects of the published code: no division by N, and the penalty as one number."""
    r = X @ w + b - y
    dX, _, db, dy = ridge_backward(g, X, w, b, y, lam)
    return dX, X.T @ r + lam * np.sum(w**2), db, dy


def _mlp(change):
    """The backward pass of the small network with one line changed."""

    def backward(g, X, W1, b1, W2, b2, y, lam):
        Z = X @ W1 + b1
        H = np.tanh(Z)
        dO = cross_entropy_backward(g, H @ W2 + b2, y)[0]
        slope = 1 - H**2
        own = {"dO": dO, "slope": slope, "H": H, "W2": W2, "r1": 2 * g * lam * W1, "r2": 2 * g * lam * W2}
        own.update(change(own, X=X, Z=Z, W1=W1, b1=b1, lam=lam, g=g))
        dO, H, slope = own["dO"], own["H"], own["slope"]
        dZ = (dO @ own["W2"].T) * slope
        db1, db2 = dZ.sum(axis=0), dO.sum(axis=0)
        return dZ @ W1.T, X.T @ dZ + own["r1"], db1 + own.get("rb", 0), H.T @ dO + own["r2"], db2

    return backward


def _sigmoid_net(g, X, W1, W2, Y, hid=lambda h: h * (1 - h), out=lambda h: h * (1 - h)):
    H = sigmoid(X @ W1)
    P = sigmoid(H @ W2)
    dO = g * 2 * (P - Y) / len(X) * out(P)
    dZ = dO @ W2.T * hid(H)
    return dZ @ W1.T, X.T @ dZ, H.T @ dO


WRONG = (
    Wrong("affine", "dW has the wrong sign", _part(affine_backward, 1, lambda d, *_: -d), ("sign",)),
    Wrong("affine", "dW divided by N", _part(affine_backward, 1, lambda d, g, *_: d / len(g)), ("factor.per-rows",)),
    Wrong("affine", "dW times N", _part(affine_backward, 1, lambda d, g, *_: d * len(g)), ("factor.rows",)),
    Wrong("affine", "dX doubled", _part(affine_backward, 0, lambda d, *_: 2 * d), ("factor.two",)),
    Wrong("affine", "dX halved", _part(affine_backward, 0, lambda d, *_: d / 2), ("factor.half",)),
    Wrong("affine", "db is a mean", _part(affine_backward, 2, lambda d, g, *_: g.mean(axis=0)), ("factor.per-rows",)),
    Wrong("affine", "db is not summed", _part(affine_backward, 2, lambda d, g, *_: g), ("axis.unsummed",)),
    Wrong("affine", "db keeps its axis", _part(affine_backward, 2, lambda d, g, *_: g.sum(axis=0, keepdims=True)), ("shape.extra-axis",)),
    Wrong("affine", "db summed over the features", _part(affine_backward, 2, lambda d, g, *_: g.sum(axis=1)), ("axis.wrong",)),
    Wrong("affine", "db summed over everything", _part(affine_backward, 2, lambda d, g, *_: g.sum()), ("axis.all",)),
    Wrong("affine", "dW transposed", _part(affine_backward, 1, lambda d, *_: d.T), ("transpose",)),
    Wrong("affine", "upstream missing", lambda g, *a: affine_backward(np.ones_like(g), *a), ("upstream.missing",)),
    Wrong("affine", "dX zero", _part(affine_backward, 0, lambda d, *_: 0 * d), ("zero",)),
    Wrong("affine", "dX NaN", _part(affine_backward, 0, lambda d, *_: d * np.nan), ("not-finite",)),
    Wrong("affine", "one entry off", _part(affine_backward, 1, lambda d, *_: d + 0.5 * np.eye(1, d.size, 5).reshape(d.shape)), ("entries.few",)),
    Wrong("affine", "dW of the first example", _part(affine_backward, 1, lambda d, g, X, W, b: X[:1].T @ g[:1]), ("batch.first",)),
    Wrong("affine", "dW overwritten in the loop", _with_last_row_only, ("batch.last",)),
    Wrong("affine", "dW and dX swapped", lambda g, X, W, b: (X.T @ g, g @ W.T, g.sum(axis=0)), ("swapped",)),
    Wrong("affine", "single precision", _part(affine_backward, 1, lambda d, *_: d.astype(np.float32).astype(float)), ("close",)),
    Wrong("affine", "rounded", _part(affine_backward, 1, lambda d, *_: d.round(4)), ("close",)),
    Wrong("affine", "plus a decay term", _part(affine_backward, 1, lambda d, g, X, W, b: d + 0.1 * W), ("term.own.extra",)),
    Wrong("square", "dX uses W", _part(affine_backward, 0, lambda d, g, X, W, b: g @ W), ("operand.transposed",)),
    Wrong("square", "dW transposed", _part(affine_backward, 1, lambda d, *_: d.T), ("transpose",)),
    Wrong("square", "dW uses X", _part(affine_backward, 1, lambda d, g, X, W, b: X @ g), ("operand.transposed",)),
    Wrong("square", "db over the features", _part(affine_backward, 2, lambda d, g, *_: g.sum(axis=1)), ("upstream.transposed", "axis")),
    Wrong("square", "swapped", lambda g, X, W, b: (X.T @ g, g @ W.T, g.sum(axis=0)), ("swapped",)),
    Wrong("relu", "mask inverted", lambda g, x: (g * (x < 0),), ("mask.inverted",)),
    Wrong("relu", "leaks", lambda g, x: (g * np.where(x > 0, 1, 0.01),), ("mask.missing", "side.negative")),
    Wrong("relu", "no mask", lambda g, x: (g.copy(),), ("local.missing",)),
    Wrong("relu", "returns the mask", lambda g, x: ((x > 0) * 1.0,), ("upstream.missing",)),
    Wrong("leaky", "no slope on the left", relu_backward, ("side.negative", "mask.too-much")),
    Wrong("sigmoid", "derivative at the output", lambda g, x: sigmoid_backward(g, sigmoid(x)), ("local.at-output",)),
    Wrong("sigmoid", "derivative twice", lambda g, x: sigmoid_backward(sigmoid_backward(g, x)[0], x), ("local.twice",)),
    Wrong("sigmoid", "wrong for negative x", lambda g, x: (np.where(x < 0, -1, 1) * sigmoid_backward(g, x)[0],), ("side.negative",)),
    Wrong("sigmoid", "derivative missing", lambda g, x: (g * 1.0,), ("local.missing",)),
    Wrong("tanh", "upstream missing", lambda g, x: tanh_backward(1.0, x), ("upstream.missing",)),
    Wrong("tanh", "upstream twice", lambda g, x: tanh_backward(g * g, x), ("upstream.twice",)),
    Wrong("tanh", "upstream added", lambda g, x: (g + 1 - np.tanh(x) ** 2,), ("upstream.added",)),
    Wrong("tanh", "input for output", lambda g, x: (g * (1 - x * x),), ("local.input-for-output",)),
    Wrong("softplus", "derivative at the output", lambda g, x: softplus_backward(g, np.log1p(np.exp(x))), ("local.at-output",)),
    Wrong("softplus", "sign", lambda g, x: (-softplus_backward(g, x)[0],), ("sign",)),
    Wrong("softmax", "diagonal only", lambda g, Z: (g * softmax(Z) * (1 - softmax(Z)),), ("local.diagonal",)),
    Wrong("softmax", "upstream missing", lambda g, Z: softmax_backward(np.arange(4.0) * np.ones_like(g), Z), ("upstream.missing",)),
    Wrong("cross_entropy", "not averaged", lambda g, Z, y: (cross_entropy_backward(g, Z, y)[0] * len(Z),), ("factor.rows",)),
    Wrong("cross_entropy", "averaged over classes too", lambda g, Z, y: (cross_entropy_backward(g, Z, y)[0] / Z.shape[1],), ("factor.per-columns",)),
    Wrong("cross_entropy", "p only", lambda g, Z, y: (g * softmax(Z) / len(y),), ("entries.label",)),
    Wrong("cross_entropy", "p - 1 everywhere", lambda g, Z, y: (g * (softmax(Z) - 1) / len(y),), ("entries.not-label",)),
    Wrong("cross_entropy", "sign", lambda g, Z, y: (-cross_entropy_backward(g, Z, y)[0],), ("sign",)),
    Wrong("bce", "not averaged", lambda g, z, y: (bce_backward(g, z, y)[0] * len(z),), ("factor.rows",)),
    Wrong("bce", "y - p", lambda g, z, y: (-bce_backward(g, z, y)[0],), ("sign",)),
    Wrong("bce", "one sigmoid too many", lambda g, z, y: (g * (sigmoid(sigmoid(z)) - y) / len(z),), ()),
    Wrong("mse", "no 1/N", _part(mse_backward, 0, lambda d, g, H, Y: d * len(H)), ("factor.rows",)),
    Wrong("mse", "factor 2 kept", _part(mse_backward, 0, lambda d, *_: 2 * d), ("factor.two",)),
    Wrong("mse", "mean over all entries", _part(mse_backward, 0, lambda d, g, H, Y: d / H.shape[1]), ("factor.per-columns",)),
    Wrong("mse", "Y - H", _part(mse_backward, 0, lambda d, *_: -d), ("swapped", "sign")),
    Wrong("mse", "forgets Y", _part(mse_backward, 0, lambda d, g, H, Y: g * H / len(H)), ("term.argument", "operand.ignored")),
    Wrong("ridge", "no penalty", _part(ridge_backward, 1, lambda d, g, X, w, b, y, lam: d - 2 * lam * w), ("term.own.missing", "number.ignored")),
    Wrong("ridge", "half the penalty", _part(ridge_backward, 1, lambda d, g, X, w, b, y, lam: d - lam * w), ("term.own.missing", "number.halved")),
    Wrong("ridge", "penalty as one number", _part(ridge_backward, 1, lambda d, g, X, w, b, y, lam: d - 2 * lam * w + 2 * lam * w.sum()), ("term.scalar",)),
    Wrong("ridge", "published code", _ridge_published, ("two.rows.constant",)),
    Wrong("layernorm", "mean and std as constants", _part(layernorm_backward, 0, lambda d, g, X, a, b: g * a / np.sqrt(X.var(axis=1, keepdims=True) + 1e-5)), ()),
    Wrong("maxpool", "to both", lambda g, X: (np.repeat(g, 2, axis=1),), ("mask.missing",)),
    Wrong("maxpool", "to the smaller", lambda g, X: maxpool_backward(g, -X), ("mask.inverted",)),
    Wrong("mlp", "hidden slope missing", _mlp(lambda o, **k: {"slope": 1.0}), ()),
    Wrong("mlp", "no penalty", _mlp(lambda o, **k: {"r1": 0, "r2": 0}), ("term.own.missing", "number.ignored")),
    Wrong("mlp", "half the penalty", _mlp(lambda o, **k: {"r1": o["r1"] / 2, "r2": o["r2"] / 2}), ("term.own.missing", "number.halved")),
    Wrong("mlp", "penalty times the number of rows", _mlp(lambda o, X, **k: {"r1": o["r1"] * len(X)}), ("term.own.extra",)),
    Wrong("mlp", "penalised bias", _mlp(lambda o, b1, lam, g, **k: {"rb": 2 * g * lam * b1}), ("term.bias",)),
    Wrong("mlp", "penalty squared", _mlp(lambda o, W1, lam, g, **k: {"r1": g * lam * W1**2}), ("term.own.form",)),
    Wrong("mlp", "not averaged", _mlp(lambda o, X, **k: {"dO": o["dO"] * len(X)}), ("factor.rows", "two.rows")),
    Wrong("mlp", "pre-activation for H", _mlp(lambda o, Z, **k: {"H": Z}), ()),
    Wrong("mlp", "updated W2", _mlp(lambda o, **k: {"W2": o["W2"] - 0.1 * o["H"].T @ o["dO"]}), ()),
    Wrong("relu_net", "mask without the bias", lambda g, X, W1, b1, W2: _relu_net(g, X, W1, b1, W2, X @ W1 > 0), ("operand.ignored", "rows", "column", "entries", "mask")),
    Wrong("relu_net", "no mask", lambda g, X, W1, b1, W2: _relu_net(g, X, W1, b1, W2, 1.0), ()),
    Wrong("relu_net", "sign of dW2", _part(relu_net_backward, 3, lambda d, *_: -d), ("sign",)),
    Wrong("affine", "minus dW over N", _part(affine_backward, 1, lambda d, g, *_: -d / len(g)), ("factor.negative",)),
    Wrong("affine", "dW over N squared", _part(affine_backward, 1, lambda d, g, *_: d / len(g) ** 2), ("factor",)),
    Wrong("affine", "rows of dX reversed", _part(affine_backward, 0, lambda d, *_: d[::-1]), ("order",)),
    Wrong("affine", "last row of dX forgotten", _part(affine_backward, 0, lambda d, *_: np.vstack([d[:-1], 0 * d[:1]])), ("row.last",)),
    Wrong("affine", "dX reshaped in place of transposed", _part(affine_backward, 0, lambda d, *_: np.ascontiguousarray(d.T).reshape(d.shape)), ("order",)),
    Wrong("affine", "db flattened", _part(affine_backward, 2, lambda d, *_: d[:, None]), ("shape.extra-axis",)),
    Wrong("affine", "gradient divided by width", _part(affine_backward, 1, lambda d, *_: d / d.shape[0]), ("factor",)),
    Wrong("affine", "noise", _part(affine_backward, 1, lambda d, *_: d + 0.01 * np.sin(np.arange(d.size) ** 2.0).reshape(d.shape)), ()),
    Wrong("sigmoid", "uses tanh's slope", lambda g, x: (g * (1 - np.tanh(x) ** 2),), ()),
    Wrong("sigmoid", "h * (1 + h)", lambda g, x: (g * sigmoid(x) * (1 + sigmoid(x)),), ()),
    Wrong("tanh", "1 + h^2", lambda g, x: (g * (1 + np.tanh(x) ** 2),), ()),
    Wrong("tanh", "1 - h", lambda g, x: (g * (1 - np.tanh(x)),), ()),
    Wrong("tanh", "absolute value", lambda g, x: (np.abs(tanh_backward(g, x)[0]),), ("value.absolute", "upstream.absolute")),
    Wrong("tanh", "half slope (published)", lambda g, x: (g * 0.5 * (1 - np.tanh(x / 2) ** 2),), ()),
    Wrong("relu", "mask from the gradient", lambda g, x: (g * (g > 0),), ()),
    Wrong("relu", "clips at 1", lambda g, x: (g * ((x > 0) & (x < 1)),), ("side.far", "mask.too-much", "side.positive")),
    Wrong("leaky", "same slope on both sides", lambda g, x: (g * 1.0,), ("local.missing", "side.negative")),
    Wrong("leaky", "slope squared on the left", lambda g, x: (g * np.where(x > 0, 1.0, 0.01),), ("local.twice", "side.negative")),
    Wrong("softplus", "slope of the other side", lambda g, x: (g * sigmoid(-x),), ()),
    Wrong("softmax", "no inner product", lambda g, Z: (g * softmax(Z),), ("local.diagonal",)),
    Wrong("softmax", "inner product over the wrong axis", lambda g, Z: (softmax(Z) * (g - (g * softmax(Z)).sum(axis=0)),), ()),
    Wrong("cross_entropy", "labels shifted by one", lambda g, Z, y: cross_entropy_backward(g, Z, (y + 1) % 4), ()),
    Wrong("cross_entropy", "adds 1 at the label", lambda g, Z, y: (g * (softmax(Z) + np.eye(4)[y]) / len(y),), ("entries.label",)),
    Wrong("cross_entropy", "squared batch size", lambda g, Z, y: (cross_entropy_backward(g, Z, y)[0] / len(y),), ("factor.per-rows",)),
    Wrong("cross_entropy", "only the label's entry", lambda g, Z, y: (g * (softmax(Z) - 1) * np.eye(4)[y] / len(y),), ("mask.too-much",)),
    Wrong("bce", "p * (1 - p) as well", lambda g, z, y: (bce_backward(g, z, y)[0] * sigmoid(z) * sigmoid(-z),), ()),
    Wrong("bce", "p without y", lambda g, z, y: (g * sigmoid(z) / len(z),), ("term.argument", "operand.ignored", "mask")),
    Wrong("mse", "signs lost", _part(mse_backward, 0, lambda d, *_: np.abs(d)), ("value.absolute",)),
    Wrong("mse", "squared residual", _part(mse_backward, 0, lambda d, g, H, Y: g * (H - Y) ** 2 / len(H)), ()),
    Wrong("ridge", "penalty with minus", _part(ridge_backward, 1, lambda d, g, X, w, b, y, lam: d - 4 * lam * w), ("term.own.missing", "number.negative")),
    Wrong("ridge", "penalty of the sign", _part(ridge_backward, 1, lambda d, g, X, w, b, y, lam: d - 2 * lam * w + lam * np.sign(w)), ("term.own.form",)),
    Wrong("ridge", "db a mean", _part(ridge_backward, 2, lambda d, g, X, w, b, y, lam: d / len(y)), ("factor.per-rows",)),
    Wrong("ridge", "b forgotten in dw", _part(ridge_backward, 1, lambda d, g, X, w, b, y, lam: g * X.T @ (X @ w - y) / len(y) + 2 * g * lam * w), ("operand.ignored",)),
    Wrong("mlp", "derivative at the output", _mlp(lambda o, **k: {"slope": 1 - np.tanh(o["H"]) ** 2}), ()),
    Wrong("mlp", "penalty with the other matrix's sign", _mlp(lambda o, **k: {"r1": -o["r1"]}), ("term.own.missing", "number.negative")),
    Wrong("mlp", "bias mean", _part(mlp_backward, 2, lambda d, g, X, *_: d / len(X)), ("factor.per-rows",)),
    Wrong("mlp", "dW1 doubled", _part(mlp_backward, 1, lambda d, *_: 2 * d), ("factor.two",)),
    Wrong("relu_net", "dX without W1 transposed rows", _part(relu_net_backward, 0, lambda d, g, X, *_: d * len(X)), ("factor.rows",)),
    Wrong("relu_net", "dW1 from the first row", _part(relu_net_backward, 1, lambda d, g, X, W1, b1, W2: relu_net_backward(g[:1], X[:1], W1, b1, W2)[1]), ("batch.first", "zero")),
    Wrong("relu_net", "averaged upstream", _part(relu_net_backward, 3, lambda d, g, X, W1, b1, W2: np.maximum(X @ W1 + b1, 0).T @ np.broadcast_to(g.mean(axis=0), g.shape)), ("upstream.averaged",)),
    Wrong("layernorm", "gain forgotten", _part(layernorm_backward, 0, lambda d, g, X, a, b: layernorm_backward(g / a, X, a, b)[0]), ()),
    Wrong("layernorm", "gain gradient averaged", _part(layernorm_backward, 1, lambda d, g, X, *_: d / len(X)), ("factor.per-rows",)),
    Wrong("maxpool", "ties to the left only", lambda g, X: (np.kron(g, np.array([[1.0, 0.0]])),), ("order",)),
    # Written after the diagnosis was finished, on bricks it had not seen, and measured once.
    Wrong("elu", "1 on both sides", lambda g, x: (g * 1.0,), ("local.missing",), True),
    Wrong("elu", "exp on both sides", lambda g, x: (g * np.exp(x),), ("side.positive",), True),
    Wrong("elu", "exp - 1 on the left", lambda g, x: (g * np.where(x > 0, 1, np.exp(np.minimum(x, 0)) - 1),), ("side.negative",), True),
    Wrong("elu", "sides the wrong way round", lambda g, x: (g * np.where(x < 0, 1, np.exp(x)),), (), True),
    Wrong("elu", "derivative at the output", lambda g, x: elu_backward(g, elu(x)), ("local.at-output", "side.negative"), True),
    Wrong("elu", "upstream forgotten", lambda g, x: elu_backward(np.ones_like(g), x), ("upstream.missing",), True),
    Wrong("elu", "zero on the left", lambda g, x: (g * (x > 0),), ("mask.too-much", "side.negative"), True),
    Wrong("logistic", "sum over the batch", _part(logistic_backward, 0, lambda d, g, w, b, X, y, lam: g * X.T @ (sigmoid(X @ w + b) - y) + g * lam * w), ("two.rows",), True),
    Wrong("logistic", "no penalty", _part(logistic_backward, 0, lambda d, g, w, b, X, y, lam: d - g * lam * w), ("term.own.missing", "number.ignored"), True),
    Wrong("logistic", "penalty twice", _part(logistic_backward, 0, lambda d, g, w, b, X, y, lam: d + g * lam * w), ("term.own.extra", "term.bias", "number.doubled"), True),
    Wrong("logistic", "penalty divided by N", _part(logistic_backward, 0, lambda d, g, w, b, X, y, lam: d + g * lam * w * (1 / len(y) - 1)), ("term.own.missing",), True),
    Wrong("logistic", "b left out", _part(logistic_backward, 0, lambda d, g, w, b, X, y, lam: g * X.T @ (sigmoid(X @ w) - y) / len(y) + g * lam * w), ("operand.ignored",), True),
    Wrong("logistic", "sigmoid's slope as well", _part(logistic_backward, 0, lambda d, g, w, b, X, y, lam: g * X.T @ ((sigmoid(X @ w + b) - y) * sigmoid(X @ w + b) * sigmoid(-X @ w - b)) / len(y) + g * lam * w), (), True),
    Wrong("logistic", "y - p", lambda g, w, b, X, y, lam: (logistic_backward(g, w, b, X, y, 0.0)[0] * -1 + g * lam * w, -logistic_backward(g, w, b, X, y, lam)[1]), (), True),
    Wrong("logistic", "bias gradient a mean of means", _part(logistic_backward, 1, lambda d, g, w, b, X, y, lam: d / len(y)), ("factor.per-rows",), True),
    Wrong("logistic", "bias gradient a sum", _part(logistic_backward, 1, lambda d, g, w, b, X, y, lam: d * len(y)), ("factor.rows",), True),
    Wrong("logistic", "penalised bias", _part(logistic_backward, 1, lambda d, g, w, b, X, y, lam: d + g * lam * b), (), True),
    Wrong("logistic", "labels -1 and 1", lambda g, w, b, X, y, lam: logistic_backward(g, w, b, X, 2 * y - 1, lam), (), True),
    Wrong("rownorm", "norm as a constant", lambda g, X: (g / np.linalg.norm(X, axis=1, keepdims=True),), (), True),
    Wrong("rownorm", "upstream forgotten", lambda g, X: rownorm_backward(np.ones_like(g), X), ("upstream.missing",), True),
    Wrong("rownorm", "sign", lambda g, X: (-rownorm_backward(g, X)[0],), ("sign",), True),
    Wrong("rownorm", "squared norm", lambda g, X: (rownorm_backward(g, X)[0] / np.linalg.norm(X, axis=1, keepdims=True),), (), True),
    Wrong("rownorm", "one norm for all", lambda g, X: (rownorm_backward(g, X)[0] * len(X),), ("factor.rows",), True),
    Wrong("rownorm", "first row only", lambda g, X: (rownorm_backward(g, X)[0] * (np.arange(len(X)) == 0)[:, None],), ("row.only-first", "batch.first", "mask.too-much"), True),
    Wrong("sigmoid_net", "output slope forgotten", lambda g, X, W1, W2, Y: _sigmoid_net(g, X, W1, W2, Y, out=lambda h: 1.0), (), True),
    Wrong("sigmoid_net", "hidden slope forgotten", lambda g, X, W1, W2, Y: _sigmoid_net(g, X, W1, W2, Y, hid=lambda h: 1.0), (), True),
    Wrong("sigmoid_net", "slope at the output", lambda g, X, W1, W2, Y: _sigmoid_net(g, X, W1, W2, Y, hid=lambda h: sigmoid(h) * sigmoid(-h)), (), True),
    Wrong("sigmoid_net", "not averaged", lambda g, X, W1, W2, Y: tuple(len(X) * d for d in sigmoid_net_backward(g, X, W1, W2, Y)), ("factor.rows",), True),
    Wrong("sigmoid_net", "factor 2", lambda g, X, W1, W2, Y: tuple(2 * d for d in sigmoid_net_backward(g, X, W1, W2, Y)), ("factor.two",), True),
    Wrong("sigmoid_net", "gradient up the hill", lambda g, X, W1, W2, Y: tuple(-d for d in sigmoid_net_backward(g, X, W1, W2, Y)), ("sign",), True),
    Wrong("sigmoid_net", "dW2 transposed", _part(sigmoid_net_backward, 2, lambda d, *_: d.T), ("transpose",), True),
    Wrong("sigmoid_net", "dW1 lost", _part(sigmoid_net_backward, 1, lambda d, *_: 0 * d), ("zero",), True),
    Wrong("sigmoid_net", "target forgotten", lambda g, X, W1, W2, Y: sigmoid_net_backward(g, X, W1, W2, 0 * Y), ("operand.ignored",), True),
    Wrong("sigmoid_net", "target with plus", lambda g, X, W1, W2, Y: sigmoid_net_backward(g, X, W1, W2, -Y), ("operand.negative",), True),
    Wrong("sigmoid_net", "dW2 from the last example", _part(sigmoid_net_backward, 2, lambda d, g, X, W1, W2, Y: sigmoid_net_backward(g / len(X), X[-1:], W1, W2, Y[-1:])[2]), (), True),
    Wrong("sigmoid_net", "weight decay in dW1", _part(sigmoid_net_backward, 1, lambda d, g, X, W1, W2, Y: d + 0.01 * W1), ("term.own.extra",), True),
    Wrong("sigmoid_net", "penalty as one number", _part(sigmoid_net_backward, 1, lambda d, g, X, W1, W2, Y: d + 0.01 * np.sum(W1**2)), ("term.constant",), True),
    Wrong("sigmoid_net", "published: N and one number", _part(sigmoid_net_backward, 1, lambda d, g, X, W1, W2, Y: len(X) * d + 0.01 * np.sum(W1**2)), ("two.rows",), True),
    Wrong("sigmoid_net", "float32", _part(sigmoid_net_backward, 1, lambda d, *_: d.astype(np.float32).astype(float)), ("close",), True),
    Wrong("sigmoid_net", "numerical, too coarse", _part(sigmoid_net_backward, 1, lambda d, *_: d * (1 + 1e-4 * np.cos(np.arange(d.size)).reshape(d.shape))), ("close",), True),
    Wrong("sigmoid_net", "last column forgotten", _part(sigmoid_net_backward, 1, lambda d, *_: np.hstack([d[:, :-1], 0 * d[:, :1]])), ("column.last", "mask.too-much"), True),
    Wrong("sigmoid_net", "one entry", _part(sigmoid_net_backward, 1, lambda d, *_: d + 0.3 * np.eye(1, d.size, 7).reshape(d.shape)), ("entries.few",), True),
)  # fmt: skip


def _relu_net(g, X, W1, b1, W2, mask):
    dZ = (g @ W2.T) * mask
    return dZ @ W1.T, X.T @ dZ, dZ.sum(axis=0), np.maximum(X @ W1 + b1, 0).T @ g
