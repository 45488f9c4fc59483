"""Public checks of a4: worked numbers, the article's own example, shapes, inputs left as they were."""

import numpy as np

from autograder.checking import check, each, expect
from autograder.checking.chain import after, view

# The article's example: the first sample of its data, its first weights, and what its way up makes of them.
draw = np.random.RandomState(2017)
x = np.random.RandomState(0).randn(300, 2)[0]
y = np.array([1.0, 0.0])
W1 = (2 * draw.random_sample((2, 3)) - 1) / np.sqrt(2)
W2 = (2 * draw.random_sample((3, 2)) - 1) / np.sqrt(3)
h1 = 1 / (1 + np.exp(-x @ W1))
h2 = 1 / (1 + np.exp(-h1 @ W2))
dz2 = (h2 - y) * h2 * (1 - h2)
DIGITS = 5.001e-9  # eight decimals, rounded


def part_of(bricks, name):
    """One brick of a returned dict, as a call; the others are not looked at."""
    if not isinstance(bricks.value, dict):
        bricks.fail("type", "the result is not a dict of bricks")
    if bricks.value.get(name) is None:
        bricks.fail("none", f"there is no brick {name!r} in the dict")
    return bricks[name]


def promised(cache):
    """The entries of a cache that the notebook asks for; whatever else is in it is the learner's own business."""
    return {key: value for key, value in cache.items() if key in ("X", "Z1", "H1", "Z2", "H2")} if isinstance(cache, dict) else cache


def counted(result):
    """The output of mlp_forward and the number of its caches; what is in them is the learner's own business."""
    if not (isinstance(result, tuple | list) and len(result) == 2 and isinstance(result[1], tuple | list)):
        return result
    return result[0], len(result[1])


def caches_of(result):
    """The caches of mlp_forward."""
    return result[1]


@check("q1", points=0)
def half_off(relative_error):
    """Claimed (1, 2) for numeric (1, 4): the difference 2, divided by the largest entry 4, is 0.5."""
    expect(relative_error, np.array([1.0, 2.0]), np.array([1.0, 4.0])).equals(0.5)


@check("q1", points=0)
def any_shape(relative_error):
    """A matrix with one wrong sign has error 2 at its largest entry; equal matrices have error 0."""
    A = np.array([[1.0, -8.0], [2.0, 3.0]])
    wrong, same = each(relative_error, [(A * np.array([[1.0, -1.0], [1.0, 1.0]]), A), (A, A)])
    wrong.equals(2.0)
    same.equals(0.0)


@check("q1", points=0)
def sizes_count(relative_error):
    """-8 is larger than 1: (-8, 1) for (-4, 1) has error 0.5. The largest entry counts, not its own: (1, 10) for (2, 10) has 0.1. Zeros agree."""
    below, small, none = each(relative_error, [(np.array([-8.0, 1.0]), np.array([-4.0, 1.0])), (np.array([1.0, 10.0]), np.array([2.0, 10.0])), (np.zeros(3), np.zeros(3))])
    below.equals(0.5).unchanged()
    small.equals(0.1)
    none.equals(0.0)


@check("q2", points=2)
def two_rows_by_hand(affine_backward):
    """Two rows, two inputs, three neurons: dX, dW and db are the ones worked out by hand."""
    dZ = np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])
    X = np.array([[3.0, 1.0], [0.0, 2.0]])
    W = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    dX = np.array([[-2.0, -2.0], [4.0, 13.0]])
    dW = np.array([[3.0, 0.0, -3.0], [5.0, 2.0, -1.0]])
    expect(affine_backward, dZ, X, W).equals((dX, dW, np.array([3.0, 1.0, -1.0])))


@check("q2", points=1)
def one_row_shapes(affine_backward):
    """One row, four inputs, two neurons: every gradient has the shape of what it belongs to."""
    dX, dW, db = expect(affine_backward, np.ones((1, 2)), np.ones((1, 4)), np.ones((4, 2))).unpack(3)
    dX.has_shape((1, 4))
    dW.has_shape((4, 2))
    db.has_shape((2,)).unchanged()


@check("q3", points=2)
def slopes_by_hand(act_backward):
    """Upstream (8, 8) at z = (-1, 3), for each of the four activations: the numbers in the text."""
    dH, Z = np.array([[8.0, 8.0]]), np.array([[-1.0, 3.0]])
    right = {
        "relu": [0.0, 8.0],
        "sigmoid": [1.57289547, 0.36141328],
        "tanh": [3.35979473, 0.07892830],
        "elu": [2.94303553, 8.0],
    }
    for call, numbers in zip(each(act_backward, [(dH, Z, kind) for kind in right]), right.values(), strict=True):
        call.equals(np.array([numbers]), atol=5e-8)


@check("q4", points=0.5)
def brick_z1(bricks_forward):
    """Brick 1, z1: [-1.40982136 0.91005018 -0.04529517]."""
    part_of(expect(bricks_forward, x, W1, W2), "z1").equals(np.array([-1.40982136, 0.91005018, -0.04529517]), atol=DIGITS)


@check("q4", points=0.5)
def brick_h1(bricks_forward):
    """Brick 2, h1: [0.19626223 0.71301043 0.48867814]."""
    part_of(expect(bricks_forward, x, W1, W2), "h1").equals(np.array([0.19626223, 0.71301043, 0.48867814]), atol=DIGITS)


@check("q4", points=0.5)
def brick_z2(bricks_forward):
    """Brick 3, z2: [-0.52507645 -0.18394635]."""
    part_of(expect(bricks_forward, x, W1, W2), "z2").equals(np.array([-0.52507645, -0.18394635]), atol=DIGITS)


@check("q4", points=0.5)
def brick_h2(bricks_forward):
    """Brick 4, h2: [0.37166596 0.45414264], the vector the article prints."""
    part_of(expect(bricks_forward, x, W1, W2), "h2").equals(np.array([0.37166596, 0.45414264]), atol=DIGITS)


@check("q5", points=0.5)
def brick_dh2(bricks_output):
    """Brick 5, dh2: [-0.62833404 0.45414264]."""
    part_of(expect(bricks_output, y, h1, h2), "dh2").equals(np.array([-0.62833404, 0.45414264]), atol=DIGITS)


@check("q5", points=0.5)
def brick_s2(bricks_output):
    """Brick 6, s2: [0.23353037 0.2478971]."""
    part_of(expect(bricks_output, y, h1, h2), "s2").equals(np.array([0.23353037, 0.2478971]), atol=DIGITS)


@check("q5", points=0.5)
def brick_dz2(bricks_output):
    """Brick 7, dz2: [-0.14673508 0.11258065]."""
    part_of(expect(bricks_output, y, h1, h2), "dz2").equals(np.array([-0.14673508, 0.11258065]), atol=DIGITS)


@check("q5", points=0.5)
def brick_dW2(bricks_output):
    """Brick 8, dW2: three rows, two columns, first row [-0.02879856 0.02209533]."""
    right = np.array([[-0.02879856, 0.02209533], [-0.10462365, 0.08027117], [-0.07170623, 0.0550157]])
    part_of(expect(bricks_output, y, h1, h2), "dW2").equals(right, atol=DIGITS)


@check("q6", points=0.5)
def brick_dh1(bricks_hidden):
    """Brick 9, dh1: [0.02599101 0.01515256 0.08274025]."""
    part_of(expect(bricks_hidden, x, h1, W2, dz2), "dh1").equals(np.array([0.02599101, 0.01515256, 0.08274025]), atol=DIGITS)


@check("q6", points=0.5)
def brick_s1(bricks_hidden):
    """Brick 10, s1: [0.15774337 0.20462656 0.24987182]."""
    part_of(expect(bricks_hidden, x, h1, W2, dz2), "s1").equals(np.array([0.15774337, 0.20462656, 0.24987182]), atol=DIGITS)


@check("q6", points=0.5)
def brick_dz1(bricks_hidden):
    """Brick 11, dz1: [0.00409991 0.00310062 0.02067446]."""
    part_of(expect(bricks_hidden, x, h1, W2, dz2), "dz1").equals(np.array([0.00409991, 0.00310062, 0.02067446]), atol=DIGITS)


@check("q6", points=0.5)
def brick_dW1(bricks_hidden):
    """Brick 12, dW1: two rows, three columns, first row [0.00723246 0.00546965 0.03647082]."""
    right = np.array([[0.00723246, 0.00546965, 0.03647082], [0.00164061, 0.00124073, 0.00827303]])
    part_of(expect(bricks_hidden, x, h1, W2, dz2), "dW1").equals(right, atol=DIGITS)


def article_params():
    """The article's network as params, with biases of zero."""
    return {"W1": W1, "b1": np.zeros(3), "W2": W2, "b2": np.zeros(2)}


@check("q7", points=1)
def the_article_forward(forward):
    """The article's sample with biases of zero: Z1, H1, Z2 and H2 are its first four bricks, as rows."""
    bricks = expect(view(forward, promised), article_params(), x[None, :])
    for key, right in (("Z1", x @ W1), ("H1", h1), ("Z2", h1 @ W2), ("H2", h2)):
        part_of(bricks, key).equals(right[None, :])


@check("q7", points=0.5)
def biases_by_hand(forward):
    """Weights of zero, b1 = (0, 0), W2 = 1 and b2 = log 3 - 1: the output is 0.75 for every sample."""
    params = {"W1": np.zeros((3, 2)), "b1": np.zeros(2), "W2": np.ones((2, 1)), "b2": np.array([np.log(3.0) - 1.0])}
    bricks = expect(view(forward, promised), params, np.arange(12.0).reshape(4, 3)).unchanged()
    part_of(bricks, "H2").equals(np.full((4, 1), 0.75))


@check("q8", points=1)
def the_article_backward(forward, backward):
    """The article's sample, biases and lam zero: W1 and W2 get its bricks 12 and 8, b1 and b2 get dz1 and dz2."""
    grads = expect(after(forward, backward), article_params(), x[None, :], y[None, :], 0.0)
    grads.equals(
        {
            "W1": np.array([[0.00723246, 0.00546965, 0.03647082], [0.00164061, 0.00124073, 0.00827303]]),
            "b1": np.array([0.00409991, 0.00310062, 0.02067446]),
            "W2": np.array([[-0.02879856, 0.02209533], [-0.10462365, 0.08027117], [-0.07170623, 0.0550157]]),
            "b2": np.array([-0.14673508, 0.11258065]),
        },
        atol=DIGITS,
    )


@check("q8", points=1)
def two_samples_by_hand(forward, backward):
    """Two samples, weights of zero, lam = 0: the numbers in the text."""
    params = {"W1": np.zeros((1, 2)), "b1": np.zeros(2), "W2": np.zeros((2, 1)), "b2": np.zeros(1)}
    X, Y = np.array([[1.0], [2.0]]), np.array([[1.0], [1.0]])
    right = {"W1": np.zeros((1, 2)), "b1": np.zeros(2), "W2": np.full((2, 1), -0.0625), "b2": np.array([-0.125])}
    expect(after(forward, backward), params, X, Y, 0.0).equals(right)


@check("q8", points=1)
def only_the_penalty(forward, backward):
    """Where the network is exactly right, two samples and lam = 6: what is left of the gradients is the penalty."""
    params = {"W1": np.array([[1.0, -2.0]]), "b1": np.array([0.5, 0.0]), "W2": np.array([[0.0], [0.0]]), "b2": np.zeros(1)}
    X, Y = np.array([[1.0], [-1.0]]), np.array([[0.5], [0.5]])
    right = {"W1": np.array([[3.0, -6.0]]), "b1": np.zeros(2), "W2": np.zeros((2, 1)), "b2": np.zeros(1)}
    expect(after(forward, backward), params, X, Y, 6.0).equals(right)


@check("q8", points=1)
def agrees_with_your_forward(forward, backward):
    """Three samples, lam = 0: all four gradients agree with the measured slopes of the loss, computed with your own forward."""
    params = {
        "W1": np.array([[0.5, -1.0, 2.0], [1.0, 0.5, -0.5]]),
        "b1": np.array([0.5, 0.0, -1.0]),
        "W2": np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 0.5]]),
        "b2": np.array([0.0, 0.5]),
    }
    X, Y = np.array([[1.0, 2.0], [-1.0, 0.5], [0.5, -2.0]]), np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    call = expect(after(forward, backward), params, X, Y, 0.0)
    call.is_gradient_of(view(forward, promised), at=(params, X), wrt=0, part=lambda cache: np.sum((Y - cache["H2"]) ** 2) / 6)


def two_layers():
    """A layer of two ReLU units and a linear one, small enough for a sheet of paper."""
    first = (np.array([[1.0, -1.0], [2.0, 0.0]]), np.array([0.0, 2.0]), "relu")
    return [first, (np.array([[3.0], [5.0]]), np.array([-2.0]), "linear")]


@check("q9", points=1)
def two_layers_by_hand(mlp_forward):
    """The samples (1, 1) and (-3, 1) go to 12 and 23, as worked out by hand."""
    Z, caches = expect(view(mlp_forward, counted), two_layers(), np.array([[1.0, 1.0], [-3.0, 1.0]])).unpack(2)
    Z.equals(np.array([[12.0], [23.0]]))
    caches.holds(caches.value == 2, "the caches are not a list with one entry for each of the two layers")


@check("q10", points=2)
def two_layers_back_by_hand(mlp_forward, mlp_backward):
    """The same two samples with upstream gradients 1 and 2: dX and every gradient as worked out by hand."""
    X, dZ = np.array([[1.0, 1.0], [-3.0, 1.0]]), np.array([[1.0], [2.0]])
    call = expect(after(mlp_forward, mlp_backward, caches_of), two_layers(), X, dZ)
    grads = [(np.array([[3.0, -25.0], [3.0, 15.0]]), np.array([3.0, 15.0])), (np.array([[3.0], [11.0]]), np.array([3.0]))]
    call.equals((np.array([[-2.0, 6.0], [-10.0, 0.0]]), grads))


PIECES = ("sigmoid", "sigmoid slope", "tanh", "tanh slope", "forward", "loss data", "loss penalty", "gradient data", "gradient penalty", "predict")
KINDS = ("factor", "shared number", "lost term", "disagrees")


@check("q11", points=0.5)
def a_readable_report(find_defects):
    """The report is a list of (piece, kind, evidence) from the tables, with no piece twice and at least one entry."""
    call = expect(find_defects)
    report = call.value
    call.holds(isinstance(report, tuple | list) and len(report) > 0, "the report is not a list with at least one entry")
    for entry in report:
        call.holds(isinstance(entry, tuple | list) and len(entry) == 3, "an entry is not a tuple (piece, kind, evidence)")
        piece, kind, evidence = entry
        call.holds(isinstance(piece, str) and piece in PIECES, f"{piece!r} is not a piece; the pieces are {', '.join(PIECES)}")
        call.holds(isinstance(kind, str) and kind in KINDS, f"{kind!r} is not a kind; the kinds are {', '.join(KINDS)}")
        number = isinstance(evidence, int | float | np.number) and not isinstance(evidence, bool)
        call.holds(number and np.isfinite(evidence), "an evidence is not a finite number")
    pieces = [entry[0] for entry in report]
    call.holds(len(set(pieces)) == len(pieces), "a piece appears twice")


def published_loss(X, Y, W1, W2, reg):
    """The published loss, as the notebook hands it out."""
    h = 1 / (1 + np.exp(-X @ W1))
    out = 1 / (1 + np.exp(-h @ W2))
    return np.sum((Y - out) ** 2) / (2 * len(X)) + reg * (np.sum(W1**2) + np.sum(W2**2)) / (2 * len(X))


@check("q12", points=1)
def agrees_with_the_loss(fixed_gradients):
    """Four samples, reg = 0.5: both gradients agree with the measured slopes of published_loss."""
    X = np.array([[1.0, 2.0], [-1.0, 0.5], [0.0, -2.0], [3.0, 1.0]])
    Y = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    expect(fixed_gradients, X, Y, W1, W2, 0.5).is_gradient_of(published_loss, wrt=(2, 3), names=("dW1", "dW2"))


@check("q12", points=0.5)
def a_perfect_fit(fixed_gradients):
    """Weights of zero and labels of one half: nothing pulls, so both gradients are zero, and no input is changed."""
    X, Y = np.array([[1.0, -2.0], [0.5, 3.0], [2.0, 2.0]]), np.full((3, 2), 0.5)
    call = expect(fixed_gradients, X, Y, np.zeros((2, 4)), np.zeros((4, 2)), 0.1)
    call.equals((np.zeros((2, 4)), np.zeros((4, 2)))).unchanged()
