"""Public checks of a3: shapes, numbers worked by hand, refusals that the text asks for."""

import numpy as np

from autograder.checking import check, each, expect, expect_error

LOG2 = 0.6931471805599453
LOG3 = 1.0986122886681098


@check("q1", points=1)
def three_labels(one_hot):
    """The labels 2, 0, 1, 2 of three classes."""
    right = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    expect(one_hot, np.array([2, 0, 1, 2]), 3).equals(right).has_dtype("float").unchanged()


@check("q1", points=0.5)
def label_too_large(one_hot):
    """Label 3 of three classes raises ValueError: the last one is 2."""
    expect(one_hot, np.array([0, 2]), 3).has_shape((2, 3))
    expect_error(one_hot, np.array([0, 3]), 3, because="label 3 does not exist when C is 3", message=False)


@check("q2", points=1.5)
def rows_by_hand(softmax):
    """Logits log 1, log 2, log 5 give 1/8, 2/8, 5/8; equal logits give equal shares."""
    Z = np.array([[0.0, LOG2, np.log(5.0)], [7.0, 7.0, 7.0]])
    expect(softmax, Z).equals(np.array([[0.125, 0.25, 0.625], [1 / 3, 1 / 3, 1 / 3]])).unchanged()


@check("q2", points=1)
def rows_are_probabilities(softmax):
    """Every row sums to 1, every entry is positive, the shape is that of Z."""
    Z = np.array([[1.0, -2.0, 0.5], [3.0, 0.0, -1.0]])
    call = expect(softmax, Z).has_shape((2, 3)).has_dtype("float").finite()
    call.holds(np.all(call.value > 0), "an entry is not positive: exp is never 0 or negative at such logits")
    call.holds(np.allclose(call.value.sum(axis=1), 1, rtol=0, atol=1e-12), "a row does not sum to 1: each row is one sample")


@check("q3", points=2)
def loss_by_hand(cross_entropy):
    """Right class with probability 1/2, then 1/4: the loss is (log 2 + log 4) / 2."""
    call = expect(cross_entropy, np.log(np.array([[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]])), np.array([0, 0]))
    call.unpack(2)[0].equals(1.5 * LOG2)
    call.unchanged()


@check("q3", points=1.5)
def gradient_by_hand(cross_entropy):
    """The same two samples: each row of dZ is (P - one_hot) / 2."""
    call = expect(cross_entropy, np.log(np.array([[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]])), np.array([0, 0]))
    call.unpack(2)[1].equals(np.array([[-0.25, 0.125, 0.125], [-0.375, 0.125, 0.25]]))


@check("q3", points=0.5)
def loss_and_gradient_belong_together(cross_entropy):
    """dZ is the slope of the loss that you return with it, measured at four samples of three classes."""
    Z = np.array([[0.5, -1.0, 0.3], [2.0, 0.1, 0.4], [-0.7, 0.9, 0.2], [0.0, 1.1, -0.6]])
    call = expect(cross_entropy, Z, np.array([0, 2, 1, 1]))
    call.unpack(2)[0].holds(np.all(np.asarray(call[0].value) > 0), "the loss of samples that are not certain is positive")
    call[1].is_gradient_of(cross_entropy, part=0, wrt=0, names=("dZ",))


@check("q4", points=1)
def two_losses_by_hand(bce_with_logits):
    """z = 0 with y = 1 costs log 2, z = log 3 with y = 0 costs log 4; the loss is their mean."""
    call = expect(bce_with_logits, np.array([0.0, LOG3]), np.array([1, 0]))
    call.unpack(2)[0].equals(1.5 * LOG2)
    call.unchanged()


@check("q4", points=0.5)
def loss_and_slope_belong_together(bce_with_logits):
    """dz is the slope of the loss that you return with it, measured at five samples."""
    call = expect(bce_with_logits, np.array([0.5, -1.0, 2.0, -0.3, 1.2]), np.array([0, 1, 1, 0, 0]))
    call.unpack(2)[0].holds(np.all(np.asarray(call[0].value) > 0), "the loss of samples that are not certain is positive")
    call[1].is_gradient_of(bce_with_logits, part=0, wrt=0, names=("dz",))


@check("q4", points=1)
def two_slopes_by_hand(bce_with_logits):
    """The same two samples: dz is (1/2 - 1) / 2 and (3/4 - 0) / 2."""
    call = expect(bce_with_logits, np.array([0.0, LOG3]), np.array([1, 0]))
    call.unpack(2)[1].equals(np.array([-0.25, 0.375]))


@check("q5", points=1)
def loss_of_two_samples(mse_ridge):
    """Two samples, two weight arrays: (0.25 + 4 + 1 + 0) / 4 + 0.1 (9 + 1 + 4) / 4."""
    Y, H = np.array([[1.0, 0.0], [2.0, 3.0]]), np.array([[0.5, 2.0], [1.0, 3.0]])
    Ws = [np.array([[3.0, 1.0]]), np.array([[-2.0]])]
    expect(mse_ridge, Y, H, Ws, 0.1).equals(1.6625).unchanged()


@check("q5", points=1)
def loss_of_the_published_network(mse_ridge):
    """The published network of a4 at its first sample, with lam = 0 and lam = 1e-6."""
    Y, H = np.array([[1.0, 0.0]]), np.array([[0.37166596, 0.45414264]])
    W1 = np.array([[-0.67746455, 0.37769425, -0.07365253], [-0.53663519, 0.60920496, 0.21149622]])
    W2 = np.array([[-0.41491732, -0.30992816], [-0.31583913, -0.27706468], [-0.44701662, 0.15231059]])
    without, with_ridge = each(mse_ridge, [(Y, H, [W1, W2], 0.0), (Y, H, [W1, W2], 1e-6)])
    without.equals(0.30052460, atol=6e-9)
    with_ridge.equals(0.30052559, atol=6e-9)


@check("q6", points=1.25)
def slopes_of_two_samples(mse_grad):
    """Two samples of two outputs: (H - Y) / 2, entry by entry."""
    Y, H = np.array([[1.0, 0.0], [2.0, 3.0]]), np.array([[0.5, 2.0], [1.0, 3.0]])
    expect(mse_grad, Y, H).equals(np.array([[-0.25, 1.0], [-0.5, 0.0]])).unchanged()


@check("q7", points=1.5)
def two_slopes(numerical_gradient):
    """x0^2 + 3 x1 at (2, 5) has the slopes 4 and 3; on a parabola a central difference is exact."""

    def f(x):
        return x[0] ** 2 + 3 * x[1]

    expect(numerical_gradient, f, np.array([2.0, 5.0]), 0.5).equals(np.array([4.0, 3.0]))


@check("q7", points=1)
def cube(numerical_gradient):
    """x^3 at 2 with eps = 0.1 gives (2.1^3 - 1.9^3) / 0.2 = 12.01, not 12: eps is taken as given."""

    def f(x):
        return np.sum(x**3)

    expect(numerical_gradient, f, np.array([2.0]), 0.1).equals(np.array([12.01]))


@check("q7", points=0.5)
def leaves_x_alone(numerical_gradient):
    """x has the same bits after the call as before, and the slope is there, if only roughly."""

    def f(x):
        return np.sum(x**2)

    x = np.array([[0.1, 0.7], [1e-9, 3.3]])
    expect(numerical_gradient, f, x, 1e-3).has_shape((2, 2)).unchanged().equals(2 * x, atol=0.01)


@check("q8", points=1.25)
def doubled_entry(gradcheck):
    """A claimed gradient with one entry twice as large as it should be: relative error 0.5, at that entry."""

    def f(x):
        return np.sum(x**2)

    def g(x):
        return 2 * x * np.array([[1.0, 1.0], [2.0, 1.0]])

    call = expect(gradcheck, f, g, np.array([[1.0, -2.0], [3.0, 0.5]]))
    keys(call)
    call["max_rel"].equals(0.5, atol=1e-6)
    call["kinks"].equals(0)
    call.holds(index_of(call.value["worst_index"]) == (1, 0), "worst_index is not the tuple (1, 0), where the claimed gradient is doubled")


@check("q8", points=1.25)
def right_and_kinked(gradcheck):
    """|x0| + x1^2 at (0, 1) with a right gradient: one kink, and a tiny relative error at the other entry."""

    def f(x):
        return abs(x[0]) + x[1] ** 2

    def g(x):
        return np.array([0.0, 2 * x[1]])

    call = expect(gradcheck, f, g, np.array([0.0, 1.0]))
    keys(call)
    call["kinks"].equals(1)
    call["max_rel"].equals(0.0, atol=1e-6)
    call.unchanged()


def keys(call):
    """The result is a dict with the three keys of gradcheck, and no other."""
    if not isinstance(call.value, dict):
        call.fail("type", 'a dict with the keys "max_rel", "worst_index" and "kinks" was expected')
    call.holds(set(call.value) == {"max_rel", "worst_index", "kinks"}, 'the keys are not exactly "max_rel", "worst_index" and "kinks"')


def index_of(value):
    """A position as a tuple of plain integers; a single integer is the position in an array with one axis."""
    parts = value if isinstance(value, tuple) else (value,)
    return tuple(int(part) if isinstance(part, int | np.integer) else part for part in parts)


@check("q9", points=1.5)
def first_step(fit_logistic):
    """One step from zero: all four probabilities are 1/2, so b moves by -0.1 * 0.25 and w by -0.1 * 0.25."""
    X, y = np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0, 0, 0, 1])
    w, b = expect(fit_logistic, X, y, 0.0, 1, 0.1).unpack(2)
    w.equals(np.array([-0.025])).unchanged()
    b.equals(-0.025)


@check("q9", points=1)
def odds_ratio_of_a_table(fit_logistic):
    """A table with the odds 12:4 and 6:18 has the odds ratio 9: w converges to log 9, b to log(1/3)."""
    X = np.repeat([[1.0], [1.0], [0.0], [0.0]], (12, 4, 6, 18), axis=0)
    y = np.repeat([1, 0, 1, 0], (12, 4, 6, 18))
    w, b = expect(fit_logistic, X, y, 0.0, 1000, 1.0).unpack(2)
    w.equals(np.array([2 * LOG3]), atol=1e-6)
    b.equals(-LOG3, atol=1e-6)
