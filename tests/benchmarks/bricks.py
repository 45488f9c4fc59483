"""Building blocks of networks with right backward passes: what gradient checkers are measured on.

Every brick has `forward(*arguments)`, `backward(upstream, *arguments)` -> one gradient per float array, and
`draw(rng, scale)` -> arguments. Sizes differ from each other and from 2, so that no wrong factor or axis can hide.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def affine(X, W, b):
    return X @ W + b


def affine_backward(g, X, W, b):
    dX = g @ W.T
    dW = X.T @ g
    db = g.sum(axis=0)
    return dX, dW, db


def relu(x):
    return np.maximum(x, 0)


def relu_backward(g, x):
    return (g * (x > 0),)


def leaky(x):
    return np.where(x > 0, x, 0.1 * x)


def leaky_backward(g, x):
    return (g * np.where(x > 0, 1.0, 0.1),)


def sigmoid_backward(g, x):
    h = sigmoid(x)
    return (g * h * sigmoid(-x),)


def tanh_backward(g, x):
    h = np.tanh(x)
    return (g * (1 - h**2),)


def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def softplus_backward(g, x):
    return (g * sigmoid(x),)


def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_backward(g, Z):
    P = softmax(Z)
    inner = (g * P).sum(axis=1, keepdims=True)
    return (P * (g - inner),)


def cross_entropy(Z, y):
    m = Z.max(axis=1)
    logsum = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    return np.mean(logsum - Z[np.arange(len(y)), y])


def cross_entropy_backward(g, Z, y):
    P = softmax(Z)
    P[np.arange(len(y)), y] -= 1
    return (g * P / len(y),)


def bce(z, y):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def bce_backward(g, z, y):
    return (g * (sigmoid(z) - y) / len(z),)


def mse(H, Y):
    return np.sum((H - Y) ** 2) / (2 * len(Y))


def mse_backward(g, H, Y):
    return g * (H - Y) / len(Y), g * (Y - H) / len(Y)


def ridge(X, w, b, y, lam):
    r = X @ w + b - y
    return 0.5 * np.mean(r**2) + lam * np.sum(w**2)


def ridge_backward(g, X, w, b, y, lam):
    r = (X @ w + b - y) / len(y)
    dX = g * r[:, None] * w[None, :]
    dw = g * (X.T @ r) + g * 2 * lam * w
    db = g * r.sum(keepdims=True)
    dy = -g * r
    return dX, dw, db, dy


def layernorm(X, gain, shift):
    m = X.mean(axis=1, keepdims=True)
    v = ((X - m) ** 2).mean(axis=1, keepdims=True)
    return (X - m) / np.sqrt(v + 1e-5) * gain + shift


def layernorm_backward(g, X, gain, shift):
    m = X.mean(axis=1, keepdims=True)
    s = 1 / np.sqrt(((X - m) ** 2).mean(axis=1, keepdims=True) + 1e-5)
    N = (X - m) * s
    d = g * gain
    dX = s * (d - d.mean(axis=1, keepdims=True) - N * (d * N).mean(axis=1, keepdims=True))
    return dX, (g * N).sum(axis=0), g.sum(axis=0)


def maxpool(X):
    return X.reshape(len(X), -1, 2).max(axis=2)


def maxpool_backward(g, X):
    pairs = X.reshape(len(X), -1, 2)
    first = pairs[:, :, 0] >= pairs[:, :, 1]
    return (np.stack([g * first, g * ~first], axis=2).reshape(X.shape),)


def mlp(X, W1, b1, W2, b2, y, lam):
    H = np.tanh(X @ W1 + b1)
    return cross_entropy(H @ W2 + b2, y) + lam * (np.sum(W1**2) + np.sum(W2**2))


def mlp_backward(g, X, W1, b1, W2, b2, y, lam):
    H = np.tanh(X @ W1 + b1)
    dO = cross_entropy_backward(g, H @ W2 + b2, y)[0]
    dW2 = H.T @ dO + 2 * g * lam * W2
    db2 = dO.sum(axis=0)
    dZ = (dO @ W2.T) * (1 - H**2)
    dW1 = X.T @ dZ + 2 * g * lam * W1
    db1 = dZ.sum(axis=0)
    return dZ @ W1.T, dW1, db1, dW2, db2


def relu_net(X, W1, b1, W2):
    return np.maximum(X @ W1 + b1, 0) @ W2


def relu_net_backward(g, X, W1, b1, W2):
    Z = X @ W1 + b1
    H = np.maximum(Z, 0)
    dZ = (g @ W2.T) * (Z > 0)
    return dZ @ W1.T, X.T @ dZ, dZ.sum(axis=0), H.T @ g


def elu(x):
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


def elu_backward(g, x):
    return (g * np.where(x > 0, 1.0, np.exp(np.minimum(x, 0))),)


def logistic(w, b, X, y, lam):
    return bce(X @ w + b, y) + 0.5 * lam * np.sum(w**2)


def logistic_backward(g, w, b, X, y, lam):
    r = (sigmoid(X @ w + b) - y) / len(y)
    return g * (X.T @ r) + g * lam * w, g * r.sum(keepdims=True)


def rownorm(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def rownorm_backward(g, X):
    n = np.linalg.norm(X, axis=1, keepdims=True)
    U = X / n
    return ((g - U * (g * U).sum(axis=1, keepdims=True)) / n,)


def sigmoid_net(X, W1, W2, Y):
    return np.sum((sigmoid(sigmoid(X @ W1) @ W2) - Y) ** 2) / len(X)


def sigmoid_net_backward(g, X, W1, W2, Y):
    H = sigmoid(X @ W1)
    P = sigmoid(H @ W2)
    dO = g * 2 * (P - Y) / len(X) * P * (1 - P)
    dZ = dO @ W2.T * H * (1 - H)
    return dZ @ W1.T, X.T @ dZ, H.T @ dO


@dataclass(frozen=True, slots=True)
class Brick:
    """One operation. `wrt`: the arguments the backward pass gives gradients of."""

    name: str
    forward: Callable
    backward: Callable
    draw: Callable
    wrt: tuple[int, ...]


def _two(rng, s):
    return s * rng.normal(size=(5, 4)), rng.normal(size=(4, 3)), rng.normal(size=3)


def _square(rng, s):
    return s * rng.normal(size=(4, 4)), rng.normal(size=(4, 4)), rng.normal(size=4)


def _one(rng, s):
    return (s * rng.normal(size=(5, 4)),)


def _ridge(rng, s):
    return s * rng.normal(size=(7, 4)), rng.normal(size=4), rng.normal(size=1), rng.normal(size=7), 0.3


def _mlp(rng, s):
    X, W1, b1 = s * rng.normal(size=(7, 4)), 0.7 * rng.normal(size=(4, 5)), 0.5 * rng.normal(size=5)
    return X, W1, b1, 0.7 * rng.normal(size=(5, 3)), 0.5 * rng.normal(size=3), rng.integers(0, 3, 7), 0.13


def _logistic(rng, s):
    return rng.normal(size=4), rng.normal(size=1), s * rng.normal(size=(7, 4)), rng.integers(0, 2, 7).astype(float), 0.3


def _sigmoid_net(rng, s):
    return s * rng.normal(size=(7, 4)), rng.normal(size=(4, 5)), rng.normal(size=(5, 3)), rng.uniform(0.1, 0.9, (7, 3))


def _relu_net(rng, s):
    return s * rng.normal(size=(7, 4)), rng.normal(size=(4, 5)), rng.normal(size=5), rng.normal(size=(5, 3))


BRICKS = {
    brick.name: brick
    for brick in (
        Brick("affine", affine, affine_backward, _two, (0, 1, 2)),
        Brick("square", affine, affine_backward, _square, (0, 1, 2)),
        Brick("relu", relu, relu_backward, _one, (0,)),
        Brick("leaky", leaky, leaky_backward, _one, (0,)),
        Brick("sigmoid", sigmoid, sigmoid_backward, _one, (0,)),
        Brick("tanh", np.tanh, tanh_backward, _one, (0,)),
        Brick("softplus", softplus, softplus_backward, _one, (0,)),
        Brick("softmax", softmax, softmax_backward, _one, (0,)),
        Brick("cross_entropy", cross_entropy, cross_entropy_backward, lambda r, s: (s * r.normal(size=(7, 4)), r.integers(0, 4, 7)), (0,)),
        Brick("bce", bce, bce_backward, lambda r, s: (s * r.normal(size=7), r.integers(0, 2, 7).astype(float)), (0,)),
        Brick("mse", mse, mse_backward, lambda r, s: (s * r.normal(size=(7, 3)), r.normal(size=(7, 3))), (0, 1)),
        Brick("ridge", ridge, ridge_backward, _ridge, (0, 1, 2, 3)),
        Brick("layernorm", layernorm, layernorm_backward, lambda r, s: (s * r.normal(size=(5, 6)), r.normal(size=6), r.normal(size=6)), (0, 1, 2)),
        Brick("maxpool", maxpool, maxpool_backward, lambda r, s: (s * r.normal(size=(5, 6)),), (0,)),
        Brick("mlp", mlp, mlp_backward, _mlp, (0, 1, 2, 3, 4)),
        Brick("elu", elu, elu_backward, _one, (0,)),
        Brick("logistic", logistic, logistic_backward, _logistic, (0, 1)),
        Brick("rownorm", rownorm, rownorm_backward, _one, (0,)),
        Brick("sigmoid_net", sigmoid_net, sigmoid_net_backward, _sigmoid_net, (0, 1, 2)),
        Brick("relu_net", relu_net, relu_net_backward, _relu_net, (0, 1, 2, 3)),
    )
}
