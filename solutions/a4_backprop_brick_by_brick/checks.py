"""Hidden checks of a4: any shape, any upstream gradient, any depth; caches always come from a real forward pass."""

import numpy as np

from autograder.checking import check, each, expect, expected_from, random_upstream, rng
from autograder.checking.chain import after, view

from . import reference


# The formulas hold for numbers of any size: what is cut off, rounded or nudged at some size is wrong there.
SIZES = (1e-13, 1e9)
MANY = 300  # more than a block of 256; whoever recurses over samples comes as far as this


def affine_cases(*key):
    """Upstream gradients, inputs and weights; one case is square with a square batch, so that slips do not just crash."""
    draw = rng(*key)
    shapes = ((5, 3, 4), (7, 2, 6), (3, 6, 2), (4, 4, 4))
    return [(draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))) for N, D, M in shapes]


@check("q2", points=3, hidden=True)
def any_batch(affine_backward):
    """Any batch and any widths: dX, dW and db are right."""
    cases = affine_cases(41, 1)
    draw = rng(41, 6)
    cases += [(draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))) for N, D, M in ((MANY, 3, 2), (2, MANY, 1), (2, 1, MANY))]
    dZ, X, W = draw.normal(size=(4, 2)), draw.normal(size=(4, 3)), draw.normal(size=(3, 2))
    cases += [case for size in SIZES for case in ((size * dZ, X, W), (dZ, size * X, W), (dZ, X, size * W))]
    for call in each(affine_backward, cases):
        call.equals(expected_from(reference.affine_backward, *call.args))


@check("q2", points=2, hidden=True)
def one_row_or_one_neuron(affine_backward):
    """One sample, one input or one neuron: nothing loses an axis."""
    draw = rng(41, 2)
    shapes = ((1, 3, 4), (6, 1, 3), (5, 3, 1), (1, 1, 1))
    cases = [(draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))) for N, D, M in shapes]
    for call in each(affine_backward, cases):
        call.equals(expected_from(reference.affine_backward, *call.args))


@check("q2", points=2, hidden=True)
def sums_over_samples(affine_backward):
    """dW and db of a batch are the sums of what its samples give one by one; dX is the samples' own."""
    dZ, X, W = affine_cases(41, 3)[0]
    whole, *single = each(affine_backward, [(dZ, X, W), *((dZ[i : i + 1], X[i : i + 1], W) for i in range(len(X)))])
    dX, dW, db = whole.unpack(3)
    parts = [call.unpack(3) for call in single]
    for call in (part for row in parts for part in row):
        call.has_dtype("float").finite()
    dX.equals(np.concatenate([part[0].has_shape((1, X.shape[1])).value for part in parts]))
    dW.equals(np.sum([part[1].has_shape(W.shape).value for part in parts], axis=0))
    db.equals(np.sum([part[2].has_shape((W.shape[1],)).value for part in parts], axis=0))


def affine(X, W, b):
    """The layer on the way forward."""
    return X @ W + b


@check("q2", points=1, hidden=True)
def agrees_with_the_way_forward(affine_backward):
    """dX, dW and db agree with the measured slopes of Z = X W + b, at sizes from small to large."""
    draw = rng(41, 5)
    for scale in (1.0, 30.0, 0.01):
        X, W, b = scale * draw.normal(size=(6, 3)), draw.normal(size=(3, 2)), draw.normal(size=2)
        dZ = random_upstream(draw, (6, 2))
        expect(affine_backward, dZ, X, W).is_vjp_of(affine, at=(X, W, b), upstream=dZ, names=("dX", "dW", "db"))


@check("q2", points=1, hidden=True)
def leaves_inputs_alone(affine_backward):
    """dZ, X and W are what they were before the call, and a zero upstream gradient gives zeros."""
    dZ, X, W = affine_cases(41, 4)[1]
    call, large, silent = each(affine_backward, [(dZ, X, W), (1e6 * dZ, 1e6 * X, 1e6 * W), (np.zeros_like(dZ), X, W)])
    call.unchanged()
    large.unchanged()
    silent.equals((np.zeros_like(X), np.zeros_like(W), np.zeros(W.shape[1])))


def activation_case(kind, *key):
    """Upstream gradients of both signs, and pre-activations of both signs at least 0.1 away from the kink at 0."""
    draw = rng(*key)
    Z = draw.uniform(0.1, 4.0, size=(5, 4)) * draw.choice([-1.0, 1.0], size=(5, 4))
    Z[0] = [-3.5, -0.2, 0.2, 3.5]
    dH = draw.uniform(0.5, 2.0, size=(5, 4)) * draw.choice([-1.0, 1.0], size=(5, 4))
    dH[0] = [1.5, -1.5, -0.7, 0.7]
    return dH, Z, kind


def slope_is_right(act_backward, kind, *key):
    """The derivative of one activation on a matrix, on one sample with one neuron, near the kink and further out, for any upstream."""
    dH, Z, _ = activation_case(kind, *key)
    near_and_far = np.array([[1e-6, -1e-6, 1e-13, -1e-13], [5.5, -5.5, 8.0, -8.0]])
    cases = [(dH, Z, kind), (dH[1:2, :1], Z[1:2, :1], kind), (dH[:2], near_and_far, kind), *((size * dH, Z, kind) for size in SIZES)]
    cases.append((np.tile(dH, (MANY // 5, 1)), np.tile(Z, (MANY // 5, 1)), kind))
    for call in each(act_backward, cases):
        call.equals(expected_from(reference.act_backward, *call.args))


@check("q3", points=1, hidden=True)
def relu_any_matrix(act_backward):
    """ReLU: the upstream gradient passes where z > 0, whatever its own sign."""
    slope_is_right(act_backward, "relu", 42, 1)


@check("q3", points=1, hidden=True)
def sigmoid_any_matrix(act_backward):
    """Sigmoid: upstream times slope, for a whole matrix."""
    slope_is_right(act_backward, "sigmoid", 42, 2)


@check("q3", points=1, hidden=True)
def tanh_any_matrix(act_backward):
    """Tanh: upstream times slope, for a whole matrix."""
    slope_is_right(act_backward, "tanh", 42, 3)


@check("q3", points=1, hidden=True)
def elu_any_matrix(act_backward):
    """ELU: upstream times slope on both sides of the bend."""
    slope_is_right(act_backward, "elu", 42, 4)


@check("q3", points=1, hidden=True)
def far_out(act_backward):
    """Far from zero, up to 800 on both sides: no NaN, and flat activations pass nothing on."""
    dH, Z = np.array([[2.0, -3.0, 1.0, 4.0]]), np.array([[-800.0, 800.0, -40.0, 40.0]])
    kinds = ("relu", "sigmoid", "tanh", "elu")
    for call in each(act_backward, [(dH, Z, kind) for kind in kinds]):
        call.equals(reference.act_backward(*call.args), atol=1e-12).unchanged()
    # One minus a number just below 1 keeps 16 decimals, whatever the formula.
    tails = np.array([[-15.0, 15.0, -20.0, 20.0]])
    for call in each(act_backward, [(dH, tails, kind) for kind in kinds]):
        call.equals(reference.act_backward(*call.args), atol=1e-14)


@check("q3", points=1, hidden=True)
def leaves_upstream_alone(act_backward):
    """dH and Z are what they were before the call, for each activation."""
    for number, call in enumerate(each(act_backward, [activation_case(kind, 42, 5) for kind in ("relu", "sigmoid", "tanh", "elu")])):
        call.has_shape((5, 4)).unchanged().equals(expected_from(reference.act_backward, *call.args))


def brick_cases(*key):
    """Samples, labels and weights of networks: (x, y, W1, W2), one of them square, one of a single unit each."""
    draw = rng(*key)
    shapes = ((2, 3, 2), (4, 5, 3), (3, 3, 3), (1, 1, 1), (2, MANY, 2), (MANY, 2, 2), (2, 2, MANY))
    return [
        (kept_small(D) * draw.normal(size=D), np.eye(C)[draw.integers(C)], draw.normal(size=(D, H)), kept_small(H) * draw.normal(size=(H, C)))
        for D, H, C in shapes
    ]


def kept_small(width):
    """A factor with which a sum over many inputs does not drive a sigmoid to its end, where 0.25 - (h - 0.5)**2 loses digits."""
    return 0.1 if width == MANY else 1.0


def sized(*arguments, only, sizes=SIZES):
    """The arguments with one of those numbered in `only` very small or very large at a time."""
    return [(*arguments[:i], size * arguments[i], *arguments[i + 1 :]) for i in only for size in sizes]


def outputs_of_neurons(n, reach):
    """Outputs of n sigmoid neurons, from close to 0 to close to 1: those of z from -reach to reach."""
    return reference.sigmoid(np.linspace(-reach, reach, n))


def forward_inputs(draw, cases):
    """Arguments of bricks_forward."""
    plain = [(x, W1, W2) for x, _, W1, W2 in cases]
    x, W1, W2 = plain[1]
    return [*plain, *sized(x, W1, W2, only=(0, 1, 2), sizes=(1e-13,)), *((size * x, W1 / size, W2) for size in SIZES)]


def output_inputs(draw, cases):
    """Arguments of bricks_output, from a real way forward; and labels of any size."""
    made = [(y, reference.bricks_forward(x, W1, W2)) for x, y, W1, W2 in cases]
    plain = [(y, up["h1"], up["h2"]) for y, up in made]
    y, h1, h2 = plain[1]
    real = draw.normal(size=3)
    return [*plain, *((size * real, h1, h2) for size in (1.0, 1e-9, 1e9)), (y, 1e-13 * h1, h2), (h2 + 1e-9 * real, h1, h2)]


def hidden_inputs(draw, cases):
    """Arguments of bricks_hidden, from a real way forward and back; and of any size."""
    plain = []
    for x, y, W1, W2 in cases:
        made = reference.bricks_forward(x, W1, W2)
        plain.append((x, made["h1"], W2, reference.bricks_output(y, made["h1"], made["h2"])["dz2"]))
    return [*plain, *sized(*plain[1], only=(0, 2, 3))]


def tails(*key):
    """Arguments of the three bricks with neurons whose outputs are close to 0 and 1."""
    draw = rng(*key)
    # No z is larger than some hundreds: what overflows beyond is seen in q7.
    W1, W2 = draw.normal(size=(2, 4)), 0.1 * draw.normal(size=(4, 3))
    W1[0], W2[3] = (-20.0, -5.0, 5.0, 20.0), (-20.0, 5.0, 100.0)
    y, h1, dz2 = np.array([0.0, 1.0, 0.0, 1.0]), outputs_of_neurons(4, 25.0), np.array([0.5, -1.0])
    return {
        "bricks_forward": (np.array([1.0, 0.2]), W1, W2),
        "bricks_output": (1.0 - y, np.array([0.3, 1.0]), outputs_of_neurons(4, 20.0)),
        "bricks_hidden": (draw.uniform(-1, 1, size=3), h1, draw.uniform(-1, 1, size=(4, 2)), dz2),
    }


def brick_is_right(bricks, right, inputs, name, key, far=()):
    """One brick of the dict, on several networks; the other bricks are not looked at."""
    for call in each(bricks, inputs(rng(*key, 1), brick_cases(*key))):
        expected = expected_from(right, *call.args)
        if not isinstance(call.value, dict):
            call.fail("type", "the result is not a dict of bricks")
        if call.value.get(name) is None:
            call.fail("none", f"there is no brick {name!r} in the dict")
        call[name].equals(type(expected)(expected.value[name], expected.tolerance[name]))
        call.unchanged()
    if far:
        # h and h (1 - h) can be written so that the digits of a small h are lost beside 1: decimals count, not digits.
        call, value = expect(bricks, *far), right(*far)[name]
        call[name].equals(value, atol=1e-14 * max(1.0, np.max(np.abs(value))))


@check("q4", points=1.5, hidden=True)
def any_z1(bricks_forward):
    """Brick 1, z1, for other samples, weights and widths."""
    brick_is_right(bricks_forward, reference.bricks_forward, forward_inputs, "z1", (43, 1), tails(43, 4)["bricks_forward"])


@check("q4", points=1.5, hidden=True)
def any_h1(bricks_forward):
    """Brick 2, h1, for other samples, weights and widths."""
    brick_is_right(bricks_forward, reference.bricks_forward, forward_inputs, "h1", (43, 1), tails(43, 4)["bricks_forward"])


@check("q4", points=1.5, hidden=True)
def any_z2(bricks_forward):
    """Brick 3, z2, for other samples, weights and widths."""
    brick_is_right(bricks_forward, reference.bricks_forward, forward_inputs, "z2", (43, 1), tails(43, 4)["bricks_forward"])


@check("q4", points=1.5, hidden=True)
def any_h2(bricks_forward):
    """Brick 4, h2, for other samples, weights and widths."""
    brick_is_right(bricks_forward, reference.bricks_forward, forward_inputs, "h2", (43, 1), tails(43, 4)["bricks_forward"])


@check("q5", points=1.5, hidden=True)
def any_dh2(bricks_output):
    """Brick 5, dh2, for other labels and outputs."""
    brick_is_right(bricks_output, reference.bricks_output, output_inputs, "dh2", (43, 2), tails(43, 4)["bricks_output"])


@check("q5", points=1.5, hidden=True)
def any_s2(bricks_output):
    """Brick 6, s2, for other outputs."""
    brick_is_right(bricks_output, reference.bricks_output, output_inputs, "s2", (43, 2), tails(43, 4)["bricks_output"])


@check("q5", points=1.5, hidden=True)
def any_dz2(bricks_output):
    """Brick 7, dz2, for other labels and outputs."""
    brick_is_right(bricks_output, reference.bricks_output, output_inputs, "dz2", (43, 2), tails(43, 4)["bricks_output"])


@check("q5", points=1.5, hidden=True)
def any_dW2(bricks_output):
    """Brick 8, dW2, for other labels, widths and hidden layers."""
    brick_is_right(bricks_output, reference.bricks_output, output_inputs, "dW2", (43, 2), tails(43, 4)["bricks_output"])


@check("q6", points=1.5, hidden=True)
def any_dh1(bricks_hidden):
    """Brick 9, dh1, for other weights and widths."""
    brick_is_right(bricks_hidden, reference.bricks_hidden, hidden_inputs, "dh1", (43, 3), tails(43, 4)["bricks_hidden"])


@check("q6", points=1.5, hidden=True)
def any_s1(bricks_hidden):
    """Brick 10, s1, for other hidden layers."""
    brick_is_right(bricks_hidden, reference.bricks_hidden, hidden_inputs, "s1", (43, 3), tails(43, 4)["bricks_hidden"])


@check("q6", points=1.5, hidden=True)
def any_dz1(bricks_hidden):
    """Brick 11, dz1, for other weights and hidden layers."""
    brick_is_right(bricks_hidden, reference.bricks_hidden, hidden_inputs, "dz1", (43, 3), tails(43, 4)["bricks_hidden"])


@check("q6", points=1.5, hidden=True)
def any_dW1(bricks_hidden):
    """Brick 12, dW1, for other samples, weights and widths."""
    brick_is_right(bricks_hidden, reference.bricks_hidden, hidden_inputs, "dW1", (43, 3), tails(43, 4)["bricks_hidden"])


def network(draw, D, H, C, scale=1.0):
    """Parameters of a two-layer network with biases that matter."""
    return {
        "W1": scale * draw.normal(size=(D, H)),
        "b1": draw.normal(size=H),
        "W2": scale * draw.normal(size=(H, C)),
        "b2": draw.normal(size=C),
    }


def grown(params, size, *names):
    """The parameters with some of them `size` times as large."""
    return {**params, **{name: size * params[name] for name in names}}


def oddities(value):
    """The names of the types in a cache that are neither arrays of numbers or texts, nor numbers, strings, tuples, lists or dicts."""
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list | tuple):
        return [name for item in value for name in oddities(item)]
    plain = value is None or isinstance(value, int | float | str | np.number | np.bool_) or (isinstance(value, np.ndarray) and value.dtype != object)
    return [] if plain else [type(value).__name__]


def is_plain(call):
    """What a forward pass hands over is made of what the notebook allows."""
    call.holds(call.value == [], "the cache holds something else than arrays, numbers, strings, tuples, lists and dicts")


def promised(cache):
    """The entries of a cache that the notebook asks for; whatever else is in it is the learner's own business."""
    return {key: value for key, value in cache.items() if key in ("X", "Z1", "H1", "Z2", "H2")} if isinstance(cache, dict) else cache


@check("q7", points=2, hidden=True)
def any_network(forward):
    """Any batch and any widths: all five entries of the cache are right."""
    draw = rng(44, 1)
    shapes = ((5, 2, 4, 3), (6, 3, 2, 1), (3, 3, 3, 3), (MANY, 1, 2, 1), (2, 3, MANY, 2))
    cases = [(network(draw, D, H, C), draw.normal(size=(N, D))) for N, D, H, C in shapes]
    params, X = cases[0]
    small = 1e-13
    cases += [(grown(params, small, "W1", "b1"), X), (grown(params, small, "W2", "b2"), X), (grown(params, small, "b1"), small * X)]
    cases += [(grown(params, 1 / size, "W1"), size * X) for size in SIZES]
    for call in each(view(forward, promised), cases):
        call.equals(expected_from(reference.forward, *call.args)).unchanged()


    # Where outputs are close to 0 and 1 decimals count, not digits. No pre-activation is larger than some hundreds.
    far = {**params, "b1": np.array([-20.0, -5.0, 5.0, 100.0]), "b2": np.array([-100.0, -20.0, 20.0])}
    for call in each(view(forward, promised), [(far, X), *((grown(params, 40.0, *names), X) for names in (("W1",), ("W2",)))]):
        call.equals(reference.forward(*call.args), atol=1e-11)


@check("q7", points=1, hidden=True)
def one_sample(forward):
    """One sample keeps its row, neither the parameters nor X are changed, and the cache holds plain data."""
    draw = rng(44, 2)
    call = expect(view(forward, promised), network(draw, 3, 4, 2), draw.normal(size=(1, 3)))
    call.equals(expected_from(reference.forward, *call.args)).unchanged()
    is_plain(expect(view(forward, oddities), *call.args))


@check("q7", points=0.5, hidden=True)
def far_out_forward(forward):
    """Pre-activations of a thousand: the outputs are 0 or 1, not NaN."""
    params = {"W1": np.array([[1000.0, -1000.0]]), "b1": np.zeros(2), "W2": np.array([[900.0], [-900.0]]), "b2": np.array([50.0])}
    call = expect(view(forward, promised), params, np.array([[1.0], [-1.0]]))
    call.equals(reference.forward(*call.args), atol=1e-9)


def gradients(params, X, Y, lam):
    """The right gradients, from parameters and data: what a backward pass has to end in."""
    return reference.backward(params, reference.forward(params, X), Y, lam)


def labels(draw, N, C):
    """One-hot labels of N samples, as in the article."""
    return np.eye(C)[draw.integers(C, size=N)]


@check("q8", points=2, hidden=True)
def one_sample_at_a_time(forward, backward):
    """One sample, no penalty: all four gradients."""
    draw = rng(45, 1)
    cases = [(network(draw, D, H, C), draw.normal(size=(1, D)), labels(draw, 1, C), 0.0) for D, H, C in ((2, 4, 3), (3, 2, 2), (3, 3, 3))]
    for call in each(after(forward, backward), cases):
        call.equals(expected_from(gradients, *call.args))


@check("q8", points=4, hidden=True)
def a_batch_averages(forward, backward):
    """A batch, no penalty: all four gradients, with the average over the samples taken once."""
    draw = rng(45, 2)
    shapes = ((5, 2, 4, 3), (7, 3, 2, 2), (3, 3, 3, 3))
    cases = [(network(draw, D, H, C), draw.normal(size=(N, D)), labels(draw, N, C), 0.0) for N, D, H, C in shapes]
    params, X, Y, _ = cases[0]
    cases += [(network(draw, 1, 1, 1), draw.normal(size=(MANY, 1)), draw.normal(size=(MANY, 1)), 0.0), (params, X, 1e9 * Y, 0.0)]
    cases += [(grown(params, 1e-13, "W2"), X, Y, 0.0), (params, 1e-13 * X, Y, 0.0), (grown(params, 1e-9, "W1"), 1e9 * X, Y, 0.0)]
    cases += [({**params, "b2": np.full(3, -10.0)}, X, 1e-4 * draw.normal(size=Y.shape), 0.0), (params, X, 1e-9 * draw.normal(size=Y.shape), 0.0)]
    for call in each(after(forward, backward), cases):
        call.equals(expected_from(gradients, *call.args)).unchanged()


@check("q8", points=2, hidden=True)
def the_penalty(forward, backward):
    """The penalty pulls at every weight in its own way, and not at the biases."""
    draw = rng(45, 3)
    cases = [(network(draw, 2, 4, 3), draw.normal(size=(N, 2)), labels(draw, N, 3), lam) for N, lam in ((5, 0.7), (1, 0.3), (6, 2.0), (4, 1e-6), (4, 1e9))]
    params, X, Y, lam = cases[0]
    cases += [(grown(params, 1e-6, "W1", "W2"), X, Y, lam), (grown(params, 1e6, "W1"), 0.0 * X, Y, 1e-13 / 3)]
    for call in each(after(forward, backward), cases):
        call.equals(expected_from(gradients, *call.args))


@check("q8", points=2, hidden=True)
def order_does_not_matter(forward, backward):
    """Hidden units or samples in another order: the same gradients, in the other order."""
    draw = rng(45, 4)
    params, X, Y = network(draw, 2, 4, 3), draw.normal(size=(5, 2)), labels(draw, 5, 3)
    units, rows = draw.permutation(4), draw.permutation(5)
    shuffled = {"W1": params["W1"][:, units], "b1": params["b1"][units], "W2": params["W2"][units], "b2": params["b2"]}
    plain, by_unit, by_row = each(after(forward, backward), [(params, X, Y, 0.2), (shuffled, X, Y, 0.2), (params, X[rows], Y[rows], 0.2)])
    right = plain.equals(expected_from(gradients, *plain.args)).value
    by_unit.equals({"W1": right["W1"][:, units], "b1": right["b1"][units], "W2": right["W2"][units], "b2": right["b2"]})
    by_row.equals({key: right[key] for key in ("W1", "b1", "W2", "b2")})


@check("q8", points=1, hidden=True)
def leaves_the_cache_alone(forward, backward):
    """params, the cache and Y are what they were before the call."""
    draw = rng(45, 5)
    call = expect(after(forward, backward), network(draw, 2, 3, 2), draw.normal(size=(4, 2)), labels(draw, 4, 2), 0.1)
    call.unchanged().equals(expected_from(gradients, *call.args))


def layers(draw, widths, kinds):
    """A network of any depth, with biases that matter; `kinds` are those of the hidden layers."""
    pairs = list(zip(widths, widths[1:], strict=False))
    names = [*kinds, "linear"]
    return [(draw.normal(size=(D, M)) / np.sqrt(D), draw.normal(size=M), kind) for (D, M), kind in zip(pairs, names, strict=True)]


def away_from_kinks(draw, N, widths, kinds):
    """A network and a batch for which no pre-activation of a hidden layer is within 0.02 of zero."""
    while True:
        params, X = layers(draw, widths, kinds), draw.normal(size=(N, widths[0]))
        _, caches = reference.mlp_forward(params, X)
        if all(np.min(np.abs(Z)) > 0.02 for _, Z in caches[:-1]):
            return params, X


NETWORKS = (
    (5, (3, 4, 2), ("tanh",)),
    (4, (2, 5, 3, 1), ("sigmoid", "tanh")),
    (3, (3, 3, 3, 3), ("tanh", "sigmoid")),
    (1, (4, 2, 3), ("elu",)),
    (4, (2, 3, 4, 3, 2), ("relu", "elu", "tanh")),
    (6, (3, 3, 3, 3, 3), ("elu", "relu", "sigmoid")),
)


def networks(*key):
    """Networks of depth two to four, with a batch each."""
    draw = rng(*key)
    return [away_from_kinks(draw, N, widths, kinds) for N, widths, kinds in NETWORKS]


def large(*key):
    """A small network with a batch of many samples, and a wide one."""
    draw = rng(*key)
    return [(layers(draw, widths, ("tanh",)), draw.normal(size=(N, widths[0]))) for N, widths in ((MANY, (2, 3, 1)), (2, (2, MANY, 2)))]


def deep(*key):
    """A network of eight smooth layers, with a batch."""
    draw = rng(*key)
    return layers(draw, (2, 3, 2, 3, 4, 3, 2, 3, 2), ("tanh", "sigmoid", "tanh", "tanh", "sigmoid", "tanh", "tanh")), draw.normal(size=(4, 2))


def rescaled(params, sizes):
    """The network with the weights of each layer multiplied by one of `sizes`, and biases as large as what they are added to."""
    made, reach = [], 1.0
    for (W, b, kind), size in zip(params, sizes, strict=True):
        reach *= size
        made.append((size * W, reach * b, kind))
    return made


def sized_networks(*key):
    """ReLU networks whose numbers are very small or very large, from the input on or in one layer."""
    params, X = away_from_kinks(rng(*key), 4, (2, 3, 4, 2), ("relu", "relu"))
    cases = [(rescaled(params, sizes), X) for size in SIZES for sizes in ((size, 1.0, 1.0), (1.0, size, 1.0), (1.0, 1.0, size), (size, 1 / size, 1.0))]
    return [*cases, *(([(W, size * b, kind) for W, b, kind in params], size * X) for size in SIZES)]


def counted(result):
    """The output of mlp_forward and the number of its caches; what is in them is the learner's own business."""
    if not (isinstance(result, tuple | list) and len(result) == 2 and isinstance(result[1], tuple | list)):
        return result
    return result[0], len(result[1])


def caches_of(result):
    """The caches of mlp_forward."""
    return result[1]


def output(params, X):
    """The right output of a network."""
    return reference.mlp_forward(params, X)[0]


def back_through(params, X, dZ):
    """The right gradients of a network, from its input."""
    return reference.mlp_backward(params, reference.mlp_forward(params, X)[1], dZ)


@check("q9", points=2, hidden=True)
def any_depth(mlp_forward):
    """Depth two to four and a deep one, all activations, any widths: the output is right."""
    for call in each(view(mlp_forward, counted), [*networks(46, 1), deep(46, 3), *sized_networks(46, 4), *large(46, 5)]):
        Z, caches = call.unpack(2)
        Z.equals(expected_from(output, *call.args))
        caches.holds(caches.value == len(call.args[0]), "the caches are not a list with one entry per layer")
        call.unchanged()


@check("q9", points=1, hidden=True)
def one_layer(mlp_forward):
    """A network of a single layer is an affine map, neither params nor X are changed, and the caches hold plain data."""
    draw = rng(46, 2)
    cases = [(layers(draw, (3, 2), ()), draw.normal(size=(4, 3))), (layers(draw, (2, 2, 2), ("relu",)), draw.normal(size=(2, 2)))]
    for call in each(view(mlp_forward, counted), cases):
        Z, caches = call.unpack(2)
        Z.equals(expected_from(output, *call.args))
        caches.holds(caches.value == len(call.args[0]), "the caches are not a list with one entry per layer")
        call.unchanged()
    is_plain(expect(view(mlp_forward, oddities), *cases[1]))


def upstreams(draw, cases):
    """A network, its batch, and an upstream gradient for its output."""
    return [(params, X, draw.normal(size=(len(X), params[-1][0].shape[1]))) for params, X in cases]


@check("q10", points=1, hidden=True)
def one_layer_back(mlp_forward, mlp_backward):
    """A network of a single layer: the gradients of an affine map."""
    draw = rng(47, 1)
    cases = upstreams(draw, [(layers(draw, (3, 2), ()), draw.normal(size=(N, 3))) for N in (4, 1)])
    for call in each(after(mlp_forward, mlp_backward, caches_of), cases):
        call.equals(expected_from(back_through, *call.args))


@check("q10", points=2, hidden=True)
def smooth_networks_back(mlp_forward, mlp_backward):
    """Sigmoid and tanh, depth two and three, and deeper: dX and all gradients, in the order of the layers."""
    for call in each(after(mlp_forward, mlp_backward, caches_of), upstreams(rng(47, 2), [*networks(47, 3)[:3], deep(47, 8), *large(47, 10)])):
        call.equals(expected_from(back_through, *call.args))


@check("q10", points=2, hidden=True)
def bent_networks_back(mlp_forward, mlp_backward):
    """ReLU and ELU among the layers, depth two to four: dX and all gradients."""
    for call in each(after(mlp_forward, mlp_backward, caches_of), upstreams(rng(47, 4), [*networks(47, 5)[3:], *sized_networks(47, 9)])):
        call.equals(expected_from(back_through, *call.args))


@check("q10", points=1, hidden=True)
def linear_in_the_upstream(mlp_forward, mlp_backward):
    """Twice the upstream gradient, twice every gradient; none, none; and nothing that came in is changed."""
    params, X = networks(47, 6)[4]
    dZ = rng(47, 7).normal(size=(len(X), 2))
    for call in each(after(mlp_forward, mlp_backward, caches_of), [(params, X, size * dZ) for size in (1, 2, 0, *SIZES)]):
        call.unchanged().equals(expected_from(back_through, *call.args))


def true_findings():
    """Every right entry of a report, by piece and kind, with its evidence at the audit point."""
    X, Y, W1, W2, reg, z = reference.audit_point()
    h2 = reference.published_forward(X, W1, W2)[1]
    return {
        ("gradient data", "factor"): float(len(X)),
        ("gradient penalty", "shared number"): float(reg * np.sum(W2**2)),
        ("predict", "disagrees"): float(np.max(np.abs(reference.published_predict(X, W1, W2) - h2))),
        ("tanh slope", "factor"): 2.0,
        ("tanh", "disagrees"): float(np.max(np.abs(reference.published_tanh(z) - np.tanh(z)))),
    }


def balance(report):
    """Defects found minus innocent pieces accused. The two sides of the tanh count as one defect.

    A right piece and kind with evidence that does not hold counts as neither; a right piece of the wrong kind, or
    a piece that is in order, counts against the report.
    """
    truth = true_findings()
    found, wrong = set(), 0
    for piece, kind, evidence in report:
        if (piece, kind) not in truth:
            wrong += 1
        elif abs(evidence - truth[piece, kind]) <= 1e-4 * abs(truth[piece, kind]):
            found.add("tanh" if piece.startswith("tanh") else piece)
    return len(found) - wrong


def at_least(find_defects, wanted):
    """The report is readable, and its balance is at least `wanted`."""
    call = expect(find_defects)
    entries = call.value if isinstance(call.value, tuple | list) else ()
    readable = all(isinstance(e, tuple | list) and len(e) == 3 and all(isinstance(text, str) for text in e[:2]) for e in entries)
    numbers = readable and all(isinstance(e[2], int | float | np.number) and np.isfinite(e[2]) for e in entries)
    call.holds(entries and numbers, "the report is not a list of (piece, kind, evidence)")
    call.holds(len({e[0] for e in entries}) == len(entries), "a piece appears twice")
    call.holds(balance(entries) >= wanted, "too few defects with evidence that holds, after taking off pieces that are in order")


@check("q11", points=1, hidden=True)
def one_defect(find_defects):
    """Defects found, minus pieces wrongly accused: at least one."""
    at_least(find_defects, 1)


@check("q11", points=1.5, hidden=True)
def two_defects(find_defects):
    """Defects found, minus pieces wrongly accused: at least two."""
    at_least(find_defects, 2)


@check("q11", points=1.5, hidden=True)
def three_defects(find_defects):
    """Defects found, minus pieces wrongly accused: at least three."""
    at_least(find_defects, 3)


@check("q11", points=1.5, hidden=True)
def every_defect(find_defects):
    """Every defect found, and nothing accused that is in order."""
    at_least(find_defects, 4)


def published_case(draw, N, D, H, C, reg):
    """Arguments of fixed_gradients."""
    return draw.normal(size=(N, D)), labels(draw, N, C), draw.normal(size=(D, H)), draw.normal(size=(H, C)), reg


@check("q12", points=2, hidden=True)
def the_data_term(fixed_gradients):
    """No penalty: both gradients, for one sample and for many."""
    draw = rng(48, 1)
    cases = [published_case(draw, N, D, H, C, 0.0) for N, D, H, C in ((1, 2, 3, 2), (6, 3, 4, 2), (5, 3, 3, 3), (MANY, 1, 1, 1))]
    X, Y, W1, W2, _ = cases[1]
    cases += [(size * X, Y, W1 / size, W2, 0.0) for size in SIZES]
    cases += [(X, Y, W1, 1e-13 * W2, 0.0), (X, 1e9 * Y, W1, W2, 0.0), (X, 1e-9 * draw.normal(size=Y.shape), W1, W2, 0.0), (X, draw.normal(size=Y.shape), W1, W2, 0.0)]
    cases += [(0.1 * X, 1e-4 * Y, W1, W2 - 5.0, 0.0), (5.0 * X, Y, W1, W2, 0.0)]
    for call in each(fixed_gradients, cases):
        call.equals(expected_from(reference.fixed_gradients, *call.args)).unchanged()


@check("q12", points=2, hidden=True)
def the_penalty_term(fixed_gradients):
    """With the penalty: both gradients, for one sample and for many."""
    draw = rng(48, 2)
    cases = [published_case(draw, N, 2, 3, 2, reg) for N, reg in ((1, 0.4), (5, 0.4), (7, 1.5), (4, 1e-6), (4, 1e9))]
    X, Y, W1, W2, reg = cases[1]
    cases += [(X, Y, 1e-6 * W1, 1e-6 * W2, reg), (0.0 * X, Y, 1e6 * W1, W2, 1e-13 / 3)]
    for call in each(fixed_gradients, cases):
        call.equals(expected_from(reference.fixed_gradients, *call.args))


@check("q12", points=0.5, hidden=True)
def leaves_the_data_alone(fixed_gradients):
    """X, Y, W1 and W2 are what they were before the call."""
    call = expect(fixed_gradients, *published_case(rng(48, 3), 4, 2, 3, 2, 0.1))
    call.unchanged().equals(expected_from(reference.fixed_gradients, *call.args))
