"""The checks of a4: caches of a learner's own, the published defects and their names, wrong code that is in no list."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.grading.known_mistakes import KnownMistakes
from tests.course.notebooks import variants

SEEDS = st.integers(0, 2**32 - 1)


def random_arguments(function, reference, draw):
    """Arguments of a graded function, of random shapes; caches come from a real way forward."""
    N, D, H, C = (int(n) for n in draw.integers(1, 6, size=4))
    params = {"W1": draw.normal(size=(D, H)), "b1": draw.normal(size=H), "W2": draw.normal(size=(H, C)), "b2": draw.normal(size=C)}
    X, Y = draw.normal(size=(N, D)), draw.normal(size=(N, C))
    widths = draw.integers(1, 5, size=int(draw.integers(2, 6)))
    kinds = [str(kind) for kind in draw.choice(["relu", "sigmoid", "tanh", "elu"], size=len(widths) - 2)] + ["linear"]
    shapes = zip(widths, widths[1:], strict=False)
    layers = [(draw.normal(size=shape), draw.normal(size=shape[1]), kind) for shape, kind in zip(shapes, kinds, strict=True)]
    batch = draw.normal(size=(N, widths[0]))
    up = reference.bricks_forward(X[0], params["W1"], params["W2"])
    cases = {
        "affine_backward": lambda: (draw.normal(size=(N, H)), X, params["W1"]),
        "act_backward": lambda: (draw.normal(size=(N, H)), draw.normal(size=(N, H)), str(draw.choice(["relu", "sigmoid", "tanh", "elu"]))),
        "bricks_forward": lambda: (X[0], params["W1"], params["W2"]),
        "bricks_output": lambda: (Y[0], up["h1"], up["h2"]),
        "bricks_hidden": lambda: (X[0], up["h1"], params["W2"], reference.bricks_output(Y[0], up["h1"], up["h2"])["dz2"]),
        "forward": lambda: (params, X),
        "backward": lambda: (params, reference.forward(params, X), Y, float(draw.choice([0.0, 0.5, 3.0]))),
        "mlp_forward": lambda: (layers, batch),
        "mlp_backward": lambda: (layers, reference.mlp_forward(layers, batch)[1], draw.normal(size=(N, widths[-1]))),
        "fixed_gradients": lambda: (X, Y, params["W1"], params["W2"], float(draw.choice([0.0, 0.5, 3.0]))),
    }
    return cases[function]()


def assert_same(one, other):
    """Equal up to rounding, through tuples, lists and dicts; keys of the second dict only."""
    if isinstance(other, dict):
        for key, value in other.items():
            assert_same(one[key], value)
    elif isinstance(other, tuple | list):
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            assert_same(a, b)
    else:
        assert np.shape(one) == np.shape(other)
        assert np.allclose(one, other, rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize("variant", variants("a4"))
@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_variant_equals_reference(reference, variant, seed):
    """On random shapes and numbers a variant gives what the reference gives."""
    if variant.function == "find_defects":
        assert variant.implementation() is not None  # a report of its own; the checks judge it
        return
    args = random_arguments(variant.function, reference, np.random.default_rng(seed))
    assert_same(variant.implementation(*args), getattr(reference, variant.function)(*args))


# A learner's own caches: other names, other contents, other structure.
def lean_forward(params, X):
    """Promised entries, and the slopes under names of its own."""
    A, Z = [X], []
    for layer in "12":
        Z.append(A[-1] @ params["W" + layer] + params["b" + layer])
        A.append((1 + np.tanh(Z[-1] / 2)) / 2)
    return {"X": X, "Z1": Z[0], "H1": A[1], "Z2": Z[1], "H2": A[2], "slopes": [a * (1 - a) for a in A[1:]], "weights": (params["W2"],)}


def lean_backward(params, cache, Y, lam):
    """Uses only what lean_forward put in on top of the promise."""
    D2 = (cache["H2"] - Y) * cache["slopes"][1] / len(Y)
    D1 = D2 @ cache["weights"][0].T * cache["slopes"][0]
    return {
        "W1": cache["X"].T @ D1 + lam * params["W1"] / len(Y),
        "b1": D1.sum(0),
        "W2": cache["H1"].T @ D2 + lam * params["W2"] / len(Y),
        "b2": D2.sum(0),
    }


def closed_forward(params, X):
    """A tuple of caches, each a dict that holds the slopes instead of the sums."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        cache = {"in": H, "W": W}
        H = {"relu": lambda Z: np.maximum(Z, 0), "sigmoid": lambda Z: 1 / (1 + np.exp(-Z)), "tanh": np.tanh, "linear": lambda Z: Z}.get(
            kind, lambda Z: np.where(Z > 0, Z, np.expm1(np.minimum(Z, 0)))
        )(Z)
        cache["slope"] = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1 - H), "tanh": 1 - H**2, "linear": np.ones_like(Z)}.get(
            kind, np.where(Z > 0, 1.0, H + 1)
        )
        caches.append(cache)
    return H, tuple(caches)


def closed_backward(params, caches, dZ):
    """Every layer multiplies by its own slope, the last one by ones."""
    grads, up = [], dZ
    for cache in reversed(caches):
        up = up * cache["slope"]
        grads.append((cache["in"].T @ up, up.sum(axis=0)))
        up = up @ cache["W"].T
    return up, grads[::-1]


def test_own_caches_are_welcome(failures):
    """A pair of functions with caches of its own passes all checks of both questions."""
    assert failures(forward=lean_forward, backward=lean_backward) == []
    assert failures(mlp_forward=closed_forward, mlp_backward=closed_backward) == []


def published(params, cache, Y, lam):
    """The gradient code of the article, line by line, with biases added to it."""
    h1, h2 = cache["H1"], cache["H2"]
    dL_dh2 = -(Y - h2)
    dh2_dz2 = h2 * (1.0 - h2)
    dL_dw2 = h1.T.dot(dL_dh2 * dh2_dz2) + lam * np.square(params["W2"]).sum()
    dL_dz2 = dL_dh2 * dh2_dz2
    dL_dh1 = dL_dz2.dot(params["W2"].T)
    dh1_dz1 = h1 * (1.0 - h1)
    dL_dw1 = cache["X"].T.dot(dL_dh1 * dh1_dz1) + lam * np.square(params["W1"]).sum()
    return {"W1": dL_dw1, "b1": (dL_dh1 * dh1_dz1).sum(0), "W2": dL_dw2, "b2": dL_dz2.sum(0)}


def named(a4, name, implementation):
    """The mistake that the fingerprints name, from what the checks of the function's question saw."""
    env = {**{f: getattr(a4.reference, f) for f in a4.functions}, name: implementation}
    question = a4.question_of(name).id
    return KnownMistakes(a4).name(question, {c.name: c.trace(env)[1] for c in a4.checks_of(question)})


def test_published_gradient_is_rejected_and_both_defects_are_named(a4, failures):
    """The article's gradient code: it fails where N > 1 and where lam > 0, and the name of the mistake tells both reasons."""
    assert {"a_batch_averages", "the_penalty", "only_the_penalty", "agrees_with_your_forward"} <= set(failures(backward=published))
    assert "one_sample_at_a_time" not in failures(backward=published)
    found = named(a4, "backward", published)
    assert "not divided by N" in found.description
    assert "one number" in found.description


def test_each_published_defect_alone_is_named(a4):
    """With one of the two repaired, the other one is named, and only that."""

    def only_the_penalty_wrong(params, cache, Y, lam):
        grads = published(params, cache, Y, 0.0)
        return {key: value / len(Y) + (lam * np.sum(params[key] ** 2) if key[0] == "W" else 0) for key, value in grads.items()}

    def only_the_average_missing(params, cache, Y, lam):
        grads = published(params, cache, Y, 0.0)
        return {key: value + (lam / len(Y) * params[key] if key[0] == "W" else 0) for key, value in grads.items()}

    penalty, average = named(a4, "backward", only_the_penalty_wrong), named(a4, "backward", only_the_average_missing)
    assert (penalty.name, average.name) == ("penalty_adds_one_number", "no_average")
    assert named(a4, "fixed_gradients", a4.reference.published_gradients).name == "as_published"


def test_mistakes_are_named_whatever_else_the_cache_holds(a4):
    """A cache with entries of its own does not hide the name of a mistake in backward."""
    env = {f: getattr(a4.reference, f) for f in a4.functions}

    def fuller(params, X):
        return {**a4.reference.forward(params, X), "mine": X + 1}

    for name in ("no_average", "error_instead_of_delta"):
        entry = next(m for m in a4.mistakes if m.name == name)
        traces = {c.name: c.trace({**env, "forward": fuller, "backward": entry.implementation})[1] for c in a4.checks_of("q8")}
        assert KnownMistakes(a4).name("q8", traces).name == name


UNSEEN_WRONG = {
    "affine_backward": [
        lambda dZ, X, W: (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0).astype(np.float32)),
        lambda dZ, X, W: (dZ @ W.T, X.T @ dZ, np.atleast_2d(dZ.sum(axis=0))),
        lambda dZ, X, W: (dZ @ W.T, X.T @ dZ),
        lambda dZ, X, W: (dZ @ np.linalg.pinv(W), X.T @ dZ, dZ.sum(axis=0)),
        lambda dZ, X, W: (-dZ @ W.T, -X.T @ dZ, -dZ.sum(axis=0)),
        lambda dZ, X, W: (dZ @ W.T, X.T @ np.sign(dZ), dZ.sum(axis=0)),
        lambda dZ, X, W: ((dZ @ W.T).round(8), X.T @ dZ, dZ.sum(axis=0)),
        lambda dZ, X, W: (dZ @ W.T, X[:1].T @ dZ[:1], dZ[0]),
    ],
    "act_backward": [
        lambda dH, Z, kind: dH,
        lambda dH, Z, kind: dH * {"relu": Z > 0, "sigmoid": 0.25 + 0 * Z, "tanh": 1 + 0 * Z, "elu": Z > 0}[kind],
        lambda dH, Z, kind: dH * {"relu": Z >= -1, "sigmoid": np.exp(-Z * Z), "tanh": np.exp(-Z * Z), "elu": np.exp(Z)}[kind],
        lambda dH, Z, kind: np.where(Z > 0, dH, 0.01 * dH),
    ],
    "backward": [
        lambda p, c, Y, lam: {k: v + 1e-5 for k, v in published(p, c, Y, 0.0).items()},
        lambda p, c, Y, lam: lean_backward(p, {**lean_forward(p, c["X"]), "H2": np.round(c["H2"])}, Y, lam),
        lambda p, c, Y, lam: {k: v.astype(np.float32) for k, v in lean_backward(p, lean_forward(p, c["X"]), Y, lam).items()},
        lambda p, c, Y, lam: lean_backward(p, lean_forward(p, c["X"]), Y, np.sqrt(lam)),
        lambda p, c, Y, lam: list(lean_backward(p, lean_forward(p, c["X"]), Y, lam).values()),
        lambda p, c, Y, lam: {"d" + k: v for k, v in lean_backward(p, lean_forward(p, c["X"]), Y, lam).items()},
        lambda p, c, Y, lam: lean_backward({**p, "W1": np.abs(p["W1"])}, lean_forward(p, c["X"]), Y, lam),
        lambda p, c, Y, lam: lean_backward(p, lean_forward(p, c["X"]), Y, lam / 2),
    ],
    "mlp_backward": [
        lambda p, c, dZ: (dZ @ p[-1][0].T, [(W, b) for W, b, _ in p]),
        lambda p, c, dZ: (closed_backward(p, closed_forward(p, c[0][0])[1], dZ)[0], []),
        lambda p, c, dZ: closed_backward(p, closed_forward(p, c[0][0])[1], dZ)[1],
        lambda p, c, dZ: closed_backward(p, closed_forward([(W, b, "tanh") for W, b, _ in p], c[0][0])[1], dZ),
        lambda p, c, dZ: closed_backward(p, closed_forward([(W, 0 * b, kind) for W, b, kind in p], c[0][0])[1], dZ),
    ],
    "fixed_gradients": [
        lambda X, Y, W1, W2, reg: (np.zeros_like(W1), np.zeros_like(W2)),
        lambda X, Y, W1, W2, reg: tuple(
            lean_backward(
                {"W1": W1, "b1": 0.0, "W2": W2, "b2": 0.0}, lean_forward({"W1": W1, "b1": 0.0, "W2": W2, "b2": 0.0}, X), Y, reg * reg
            )[k]
            for k in ("W1", "W2")
        ),
    ],
}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(("name", "number"), [(name, i) for name, codes in UNSEEN_WRONG.items() for i in range(len(codes))])
def test_unseen_wrong_code_fails(failures, name, number):
    """Wrong code that is no known mistake loses points too."""
    assert failures(**{name: UNSEEN_WRONG[name][number]})


def test_bricks_are_credited_one_by_one(failures):
    """Three right bricks and a fourth that is wrong, missing or None: only that one loses its points."""

    def bricks(wrong):
        def bricks_output(y, h1, h2):
            dh2, s2 = h2 - y, h2 * (1 - h2)
            made = {"dh2": dh2, "s2": s2, "dz2": dh2 * s2, "dW2": np.outer(h1, dh2 * s2)}
            return wrong(made)

        return bricks_output

    assert failures(bricks_output=bricks(lambda made: {**made, "dW2": made["dW2"].T})) == ["brick_dW2", "any_dW2"]
    assert failures(bricks_output=bricks(lambda made: {**made, "dW2": None})) == ["brick_dW2", "any_dW2"]
    assert failures(bricks_output=bricks(lambda made: {k: v for k, v in made.items() if k != "dW2"})) == ["brick_dW2", "any_dW2"]


def test_guessing_defects_does_not_pay(a4, failures):
    """Accusing everything, one kind at a time, or everything with the right pieces among it, finds at most a readable report."""
    pieces = ["sigmoid", "sigmoid slope", "tanh", "tanh slope", "forward", "loss data", "loss penalty", "gradient data", "gradient penalty", "predict"]
    hidden = ["one_defect", "two_defects", "three_defects", "every_defect"]
    for kind in ("factor", "shared number", "lost term", "disagrees"):
        assert failures(find_defects=lambda kind=kind: [(piece, kind, 50.0) for piece in pieces]) == hidden
    truth = a4.reference.find_defects()
    others = [(piece, "disagrees", 1.0) for piece in pieces if piece not in {entry[0] for entry in truth}]
    assert failures(find_defects=lambda: [*truth, *others]) == hidden
    assert failures(find_defects=lambda: [*truth, others[0]]) == ["every_defect"]
    assert failures(find_defects=lambda: truth[:3]) == ["every_defect"]
    assert failures(find_defects=lambda: [(piece, kind, 1.1 * value) for piece, kind, value in truth]) == hidden


@pytest.mark.parametrize(
    "report",
    [[], "gradient data", [("gradient data", "factor")], [("gradients", "factor", 50.0)], [("predict", "factor", None)], [1, 2], {}, [("predict", ["factor"], 1.0)]],
)
def test_unreadable_reports_earn_nothing(failures, report):
    """Whatever is not a list of (piece, kind, evidence) fails every check, and none of them breaks."""
    assert len(failures(find_defects=lambda: report)) == 5
