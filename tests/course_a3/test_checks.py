"""The checks of a3 tell right from wrong code that is in no list, and name the naive formulas by one check."""

import numpy as np
import pytest

STABILITY = {
    "softmax": "large_logits",
    "cross_entropy": "large_logits_cost_what_they_should",
    "bce_with_logits": "large_binary_logits",
}


def test_points_are_those_of_the_course(a3):
    """Signature by signature, the points that the course plan gives."""
    assert [question.points for question in a3.questions] == [5, 10, 15, 10, 8, 5, 12, 10, 10, 15]
    assert a3.points == 100


def naive_softmax(Z):
    """Right on paper, overflows."""
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


def naive_cross_entropy(Z, y):
    """Right on paper, overflows."""
    P = naive_softmax(Z)
    Y = np.eye(Z.shape[1])[y]
    return -np.log(P[np.arange(len(y)), y]).mean(), (P - Y) / len(y)


def naive_bce(z, y):
    """Right on paper, overflows."""
    if z.shape != y.shape:
        raise ValueError
    p = 1 / (1 + np.exp(-z))
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean(), (p - y) / len(z)


@pytest.mark.parametrize(("name", "code"), [("softmax", naive_softmax), ("cross_entropy", naive_cross_entropy), ("bce_with_logits", naive_bce)])
def test_naive_form_fails_at_the_check_that_names_it(failures, name, code):
    """A formula that is right on paper and overflows loses the stability check, and no other."""
    assert failures(**{name: code}) == [STABILITY[name]]


def losses(function):
    """`function` with a change of the result: a maker of wrong code."""
    return lambda change: lambda *args: change(*function(*args), *args)


WRONG, RIGHT = 73, 12


def wrong_code(reference):
    """Pairs of function name and wrong implementation, none of them a known mistake."""
    r = reference
    ce, bce, fit = losses(r.cross_entropy), losses(r.bce_with_logits), losses(r.fit_logistic)

    def shared_move(f, x, eps):
        x = np.array(x, dtype=float)
        return np.array([(f(x + eps) - f(x - eps)) / (2 * eps) / x.size for _ in range(x.size)]).reshape(x.shape)

    def five_points(f, x, eps):
        return (4 * r.numerical_gradient(f, x, eps) - r.numerical_gradient(f, x, 2 * eps)) / 3

    def report(change):
        return lambda f, g, x: change(dict(r.gradcheck(f, g, x)), f, g, x)

    return [
        ("one_hot", lambda y, C: r.one_hot(y, C).astype(np.float32)),
        ("one_hot", lambda y, C: r.one_hot(y, C)[:, ::-1]),
        ("one_hot", lambda y, C: r.one_hot(y, C).tolist()),
        ("one_hot", lambda y, C: r.one_hot(np.sort(y), C)),
        ("one_hot", lambda y, C: 2 * r.one_hot(y, C) - 1),
        ("one_hot", lambda y, C: r.one_hot(y, max(C, 3))),
        ("one_hot", lambda y, C: r.one_hot(np.abs(y), C)),
        ("softmax", lambda Z: np.round(r.softmax(Z), 8)),
        ("softmax", lambda Z: r.softmax(Z) + 1e-9),
        ("softmax", lambda Z: np.clip(r.softmax(Z), 1e-7, 1)),
        ("softmax", lambda Z: r.softmax(Z / 2)),
        ("softmax", lambda Z: naive_softmax(Z - Z.mean(axis=1, keepdims=True))),
        ("softmax", lambda Z: (Z - Z.min(axis=1, keepdims=True) + 1) / (Z - Z.min(axis=1, keepdims=True) + 1).sum(axis=1, keepdims=True)),
        ("softmax", lambda Z: 1 / (1 + np.exp(-Z))),
        ("softmax", lambda Z: r.softmax(Z).astype(np.float32)),
        ("softmax", lambda Z: r.softmax(Z).astype(np.float16).astype(float)),
        ("softmax", lambda Z: np.array([[0.125, 0.25, 0.625], [1 / 3, 1 / 3, 1 / 3]]) if Z.shape == (2, 3) else np.full(Z.shape, 1 / Z.shape[1])),
        ("cross_entropy", ce(lambda loss, dZ, Z, y: (loss, dZ.T.copy() if dZ.shape[0] == dZ.shape[1] else dZ))),
        ("cross_entropy", ce(lambda loss, dZ, Z, y: (dZ, loss))),
        ("cross_entropy", ce(lambda loss, dZ, Z, y: (loss, dZ * (1 + 1e-6)))),
        ("cross_entropy", ce(lambda loss, dZ, Z, y: (loss, dZ, Z))),
        ("cross_entropy", ce(lambda loss, dZ, Z, y: loss)),
        ("cross_entropy", ce(lambda loss, dZ, Z, y: (np.exp(loss), dZ))),
        ("cross_entropy", ce(lambda loss, dZ, Z, y: (min(loss, 100.0), dZ))),
        ("cross_entropy", ce(lambda loss, dZ, Z, y: (loss, np.where(np.abs(dZ) < 1e-3, 0, dZ)))),
        ("cross_entropy", lambda Z, y: r.cross_entropy(np.clip(Z, -50, 50), y)),
        ("cross_entropy", lambda Z, y: r.cross_entropy(Z.astype(np.float32), y)),
        ("cross_entropy", lambda Z, y: (r.cross_entropy(Z, y)[0], r.cross_entropy(Z, np.zeros_like(y))[1])),
        ("bce_with_logits", bce(lambda loss, dz, z, y: (loss, -dz * (2 * y - 1)))),
        ("bce_with_logits", bce(lambda loss, dz, z, y: (loss * 2, dz))),
        ("bce_with_logits", bce(lambda loss, dz, z, y: (min(loss, 50.0), dz))),
        ("bce_with_logits", bce(lambda loss, dz, z, y: (loss, dz[:, None]))),
        ("bce_with_logits", bce(lambda loss, dz, z, y: (loss, np.clip(dz * len(z), -0.99, 0.99) / len(z)))),
        ("bce_with_logits", lambda z, y: r.bce_with_logits(np.clip(z, -500, 500), y)),
        ("bce_with_logits", lambda z, y: r.bce_with_logits(z.ravel(), y.ravel())),
        ("mse_ridge", lambda Y, H, Ws, lam: r.mse_ridge(Y, H, Ws, lam) + 1e-8),
        ("mse_ridge", lambda Y, H, Ws, lam: r.mse_ridge(Y, H, Ws[:2], lam)),
        ("mse_ridge", lambda Y, H, Ws, lam: r.mse_ridge(Y, H, Ws, lam**2)),
        ("mse_ridge", lambda Y, H, Ws, lam: r.mse_ridge(Y, H, Ws, min(lam, 1))),
        ("mse_ridge", lambda Y, H, Ws, lam: r.mse_ridge(Y, H, [W for W in Ws if W.ndim == 2], lam)),
        ("mse_ridge", lambda Y, H, Ws, lam: r.mse_ridge(Y, H, Ws, lam) * (1 if Y.ndim == 2 else 2)),
        ("mse_ridge", lambda Y, H, Ws, lam: r.mse_ridge(Y.ravel(), H.ravel(), Ws, lam)),
        ("mse_grad", lambda Y, H: r.mse_grad(Y, H) + 1e-8),
        ("mse_grad", lambda Y, H: r.mse_grad(Y, H).ravel()),
        ("mse_grad", lambda Y, H: r.mse_grad(Y, H).astype(np.float32)),
        ("mse_grad", lambda Y, H: np.clip(r.mse_grad(Y, H), -10, 10)),
        ("mse_grad", lambda Y, H: r.mse_grad(Y, H) + 0.1 * H),
        ("mse_grad", lambda Y, H: r.mse_grad(Y, H) * (Y.shape[0] / H.shape[-1])),
        ("numerical_gradient", shared_move),
        ("numerical_gradient", five_points),
        ("numerical_gradient", lambda f, x, eps: r.numerical_gradient(f, x, eps).astype(np.float32)),
        ("numerical_gradient", lambda f, x, eps: r.numerical_gradient(f, x, eps * np.maximum(1, np.abs(np.asarray(x)).max(initial=0)))),
        ("numerical_gradient", lambda f, x, eps: r.numerical_gradient(f, x, min(eps, 1e-2))),
        ("numerical_gradient", lambda f, x, eps: np.abs(r.numerical_gradient(f, x, eps))),
        ("numerical_gradient", lambda f, x, eps: r.numerical_gradient(f, x, eps).T),
        ("numerical_gradient", lambda f, x, eps: np.atleast_1d(r.numerical_gradient(f, x, eps))),
        ("numerical_gradient", lambda f, x, eps: np.round(r.numerical_gradient(f, x, eps), 6)),
        ("gradcheck", report(lambda d, f, g, x: {**d, "max_rel": 0.0})),
        ("gradcheck", report(lambda d, f, g, x: {**d, "kinks": 0})),
        ("gradcheck", report(lambda d, f, g, x: {**d, "worst_index": tuple(0 for _ in x.shape)})),
        ("gradcheck", report(lambda d, f, g, x: {**d, "max_rel": min(d["max_rel"], 1.0)})),
        ("gradcheck", report(lambda d, f, g, x: (d["max_rel"], d["worst_index"], d["kinks"]))),
        ("gradcheck", report(lambda d, f, g, x: {**d, "worst_index": d["worst_index"] and d["worst_index"][::-1]})),
        ("gradcheck", report(lambda d, f, g, x: {**d, "max_rel": d["max_rel"] / 2})),
        ("gradcheck", report(lambda d, f, g, x: {**d, "kinks": bool(d["kinks"])})),
        ("fit_logistic", fit(lambda w, b, *args: (w, b + 1e-6))),
        ("fit_logistic", fit(lambda w, b, *args: np.append(w, b))),
        ("fit_logistic", fit(lambda w, b, *args: (w[:, None], b))),
        ("fit_logistic", lambda X, y, lam, steps, lr: r.fit_logistic(X, y, lam, max(steps, 1), lr)),
        ("fit_logistic", lambda X, y, lam, steps, lr: r.fit_logistic(X, y, lam, min(steps, 100), lr)),
        ("fit_logistic", lambda X, y, lam, steps, lr: r.fit_logistic(X, y, lam * len(y), steps, lr)),
        ("fit_logistic", lambda X, y, lam, steps, lr: r.fit_logistic(X - X.mean(axis=0), y, lam, steps, lr)),
        ("fit_logistic", lambda X, y, lam, steps, lr: r.fit_logistic(X, y, lam, steps, lr * 0.999)),
    ]


@pytest.mark.parametrize("number", range(WRONG))
def test_unseen_wrong_code_is_rejected(reference, failures, number):
    """Wrong code that is in no list loses points."""
    name, code = wrong_code(reference)[number]
    assert failures(**{name: code}), name


def test_every_piece_of_unseen_code_is_run(reference):
    """The lists are as long as the tests over them think."""
    assert (len(wrong_code(reference)), len(right_code(reference))) == (WRONG, RIGHT)


def right_code(reference):
    """Pairs of function name and right implementation, in styles that no variant has."""
    r = reference

    def expit(z):
        return np.exp(np.minimum(z, 0)) / (np.exp(np.minimum(z, 0)) + np.exp(np.minimum(-z, 0)))

    def one_hot(y, C):
        if len(np.setdiff1d(y, np.arange(C))):
            raise ValueError("label")
        return np.float64(np.arange(C) == np.reshape(y, (-1, 1)))

    def softmax_tempered(Z):
        Z = Z - np.expand_dims(np.max(Z, 1), 1)
        half = np.exp(Z / 2)
        return half**2 / np.einsum("nc,nc->n", half, half)[:, None]

    def entropy_recursive(Z, y):
        if len(y) == 1:
            m = Z.max()
            e = np.exp(Z - m)
            dZ = e / e.sum()
            loss = m + np.log(e.sum()) - Z[0, y[0]]
            dZ[0, y[0]] -= 1
            return loss, dZ
        k, N = len(y) // 2, len(y)
        (one, d_one), (two, d_two) = entropy_recursive(Z[:k], y[:k]), entropy_recursive(Z[k:], y[k:])
        return (k * one + (N - k) * two) / N, np.vstack([k * d_one, (N - k) * d_two]) / N

    def bce(z, y):
        if z.shape != y.shape:
            raise ValueError("shape")
        return np.mean((1 - y) * z + np.logaddexp(-z, 0)), (expit(z) - y) / z.shape[0]

    def bce_by_parts(z, y):
        if not np.array_equal(z.shape, y.shape):
            raise ValueError("shape")
        wrong = np.where(y > 0.5, -z, z)
        loss = np.where(wrong > 0, wrong + np.log1p(np.exp(-np.abs(wrong))), np.log1p(np.exp(-np.abs(wrong))))
        return np.average(loss), (expit(z) - y) / len(y)

    def ridge(Y, H, Ws, lam):
        if Y.shape != H.shape:
            raise ValueError("shape")
        N = len(Y)
        return sum(float((y - h) ** 2) for y, h in zip(Y.flat, H.flat)) / (2 * N) + lam * sum(float(v) ** 2 for W in Ws for v in W.flat) / (2 * N)

    def expanded_square(Y, H, Ws, lam):
        if Y.shape != H.shape:
            raise ValueError("shape")
        Y, H = np.asarray(Y, float), np.asarray(H, float)
        return (np.sum(Y * Y) - 2 * np.sum(Y * H) + np.sum(H * H) + lam * np.sum([np.sum(W * W) for W in Ws])) / (2 * len(Y))

    def gradient_along(f, x, eps):
        x = np.asarray(x, dtype=np.float64)
        out = np.empty_like(x)
        for k in range(x.size):
            values = []
            for sign in (1, -1):
                moved = x.flatten()
                moved[k] += sign * eps
                values.append(f(moved.reshape(x.shape)))
            out[np.unravel_index(k, x.shape)] = (values[0] - values[1]) / 2 / eps
        return out

    def gradient_on_x_itself(f, x, eps):
        work = x if x.dtype == np.float64 else x.astype(np.float64)
        out = np.zeros(work.shape)
        for i in np.ndindex(work.shape):
            old = float(work[i])
            work[i] = old + eps
            up = float(f(work))
            work[i] = old - eps
            down = float(f(work))
            work[i] = old
            out[i] = (up - down) / (2 * eps)
        return out

    def fit_with_lists(X, y, lam, steps, lr):
        N, D = X.shape
        w, b = [0.0] * D, 0.0
        for _ in range(steps):
            dw, db = [lam / N * v for v in w], 0.0
            for row, answer in zip(X, y):
                z = sum(v * t for v, t in zip(w, row)) + b
                error = (1 / (1 + np.exp(-z)) - answer) / N
                db += error
                dw = [d + error * t for d, t in zip(dw, row)]
            w, b = [v - lr * d for v, d in zip(w, dw)], b - lr * db
        return np.array(w), b

    return [
        ("one_hot", one_hot),
        ("softmax", softmax_tempered),
        ("cross_entropy", entropy_recursive),
        ("bce_with_logits", bce),
        ("bce_with_logits", bce_by_parts),
        ("mse_ridge", ridge),
        ("mse_ridge", expanded_square),
        ("mse_grad", lambda Y, H: r.mse_grad(H, Y) * -1),
        ("numerical_gradient", gradient_along),
        ("numerical_gradient", gradient_on_x_itself),
        ("gradcheck", lambda f, g, x: {k: v if k != "worst_index" or v is None else tuple(np.array(v)) for k, v in r.gradcheck(f, g, x).items()}),
        ("fit_logistic", fit_with_lists),
    ]


@pytest.mark.parametrize("number", range(RIGHT))
def test_unseen_right_code_is_accepted(reference, failures, number):
    """Right code in other styles loses nothing."""
    name, code = right_code(reference)[number]
    assert failures(**{name: code}) == []
