"""Hidden checks of a3: any shape, any seed, any scale, extremes, refusals, and properties that need no reference."""

import numpy as np

from autograder.checking import Expected, check, each, each_error, expect, expected_from, points, rng

from . import reference

ROUNDING = 2e-13  # a sum of exponentials is good to this; 1e-12 added to it is not
MANY = 300  # more than a block of 256; whoever recurses over samples comes as far as this
SHAPES = ((1, 2), (5, 3), (4, 4), (3, 7), (2, MANY), (7, 2))
LEFT_OVER = "exp(-800) is 0 in float64, and so is this entry of the gradient: is something added, or cut off?"


# q1 one_hot


@check("q1", points=1.5, hidden=True)
def any_labels(one_hot):
    """Any number of samples and classes; the result is float64 and y stays as it is."""
    draw = rng(31, 1)
    cases = [(draw.integers(0, C, N), C) for N, C in ((6, 3), (1, 2), (3, 3), (9, 5), (4, MANY), (6, 3), (3, 1), (MANY, 4))]
    for call in each(one_hot, cases):
        y, C = call.args
        call.equals(reference.one_hot(y, C)).has_dtype("float").unchanged()


@check("q1", points=1, hidden=True)
def last_class_missing(one_hot):
    """There are C columns also when the batch holds no sample of the last class."""
    for call in each(one_hot, [(np.array([0, 1, 1]), 5), (np.array([0, 0]), 2), (np.array([3]), 7)]):
        call.equals(reference.one_hot(*call.args))


@check("q1", points=1, hidden=True)
def no_such_label(one_hot):
    """A label below 0, or of C or more, raises ValueError, wherever it stands."""
    expect(one_hot, np.array([1, 0, 2]), 4).equals(reference.one_hot(np.array([1, 0, 2]), 4))
    labels = ([-1, 0], [0, 1, -1], [-2], [0, 4], [4], [-1, 4], [1, 70])
    each_error(one_hot, {f"one of the labels {y} is not one of 0 to 3": (np.array(y), 4) for y in labels}, message=False)


# q2 softmax


@check("q2", points=3, hidden=True)
def any_logits(softmax):
    """Any number of samples and classes, small and moderate logits."""
    draw = rng(32, 1)
    cases = [(scale * draw.standard_normal(shape),) for shape in (*SHAPES, (4, 1)) for scale in (1.0, 10.0, 1e-3)]
    cases.append((3.0 * draw.standard_normal((MANY, 3)),))
    for call in each(softmax, cases):
        call.equals(expected_from(reference.softmax, *call.args, rtol=ROUNDING)).unchanged()


@check("q2", points=2.5, hidden=True)
def large_logits(softmax):
    """Stable: logits of 1000 and -1000, in one row or in different rows, give right probabilities and no NaN."""
    rows = (
        [[1000, 1000], [0, 1]],
        [[1000, -1000], [-1000, 1000]],
        [[-1000, -1001], [-1000, -999]],
        [[1000, 999, 0], [1, 2, 3]],
        [[-700, -699.5], [710, 709]],
        [[1e5, 99998.0], [-1e5, -99999.0]],
    )
    for call in each(softmax, [(np.array(Z, dtype=float),) for Z in rows]):
        call.equals(expected_from(reference.softmax, *call.args, rtol=ROUNDING)).unchanged()
    gaps = np.array([20.0, 250.0, 650.0])
    small = expect(softmax, np.column_stack([np.zeros(3), -gaps])).has_shape((3, 2)).finite()
    told = "a very small probability is not right: is something added, or cut off?"
    small.holds(np.allclose(small.value[:, 1], 1 / (1 + np.exp(gaps)), rtol=1e-9, atol=0), told)


@check("q2", points=1, hidden=True)
def shifted_rows(softmax):
    """Adding a number to all logits of a row, another one for each row, changes nothing."""
    Z = rng(32, 2).integers(-16, 17, (3, 4)) / 4  # quarters: the sums below are exact
    right = expected_from(reference.softmax, Z)
    for shift in ([0, 0, 0], [3, -8, 50], [-300, 0, 250]):
        expect(softmax, Z + np.array(shift)[:, np.newaxis]).equals(right)


@check("q2", points=1, hidden=True)
def integer_logits(softmax):
    """Logits may be integers; the probabilities are float64, and Z stays as it is."""
    draw = rng(32, 3)
    for call in each(softmax, [(draw.integers(-4, 5, (3, 5)),), (np.array([[7, 6, 5], [0, 1, 2]]),)]):
        call.equals(expected_from(reference.softmax, *call.args)).has_dtype("float").unchanged()


# q3 cross_entropy


def loss_and_slope(function, Z, y):
    """What `function` gives, and how far one may be: a stable formula is off by a few eps times the largest logit."""
    loss, slope = function(Z, y)
    reach = 1e-11 * (1 + float(np.max(np.abs(Z), initial=0.0)))
    return Expected(loss, reach), Expected(slope, np.full(np.shape(slope), reach / len(Z)))


def logits_and_labels(*key):
    """Random logits with labels, of several shapes and scales."""
    draw = rng(*key)
    sizes = [(N, C, scale) for N, C in SHAPES for scale in (1.0, 10.0, 1e-3)]
    return [(scale * draw.standard_normal((N, C)), draw.integers(0, C, N)) for N, C, scale in (*sizes, (MANY, 3, 3.0))]


@check("q3", points=3, hidden=True)
def any_loss(cross_entropy):
    """The loss for any number of samples and classes, small and moderate logits."""
    for call in each(cross_entropy, logits_and_labels(33, 1)):
        call.unpack(2)[0].equals(loss_and_slope(reference.cross_entropy, *call.args)[0])


@check("q3", points=2.5, hidden=True)
def any_gradient(cross_entropy):
    """The gradient for any number of samples and classes, small and moderate logits."""
    for call in each(cross_entropy, logits_and_labels(33, 2)):
        call.unpack(2)[1].equals(loss_and_slope(reference.cross_entropy, *call.args)[1])


@check("q3", points=1, hidden=True)
def measured_slopes(cross_entropy):
    """The gradient agrees with slopes measured on the right loss, for small and larger logits."""

    def drawn(draw, scale):
        N, C = draw.integers(3, 6), draw.integers(2, 7)
        return scale * draw.standard_normal((N, C)), draw.integers(0, C, N)

    for Z, y in points(drawn, 33, 4, scales=(1.0, 3.0, 0.3)):
        expect(cross_entropy, Z, y).unpack(2)[1].is_gradient_of(reference.cross_entropy, part=0, wrt=0, names=("dZ",))


@check("q3", points=2.5, hidden=True)
def large_logits_cost_what_they_should(cross_entropy):
    """Stable: with logits of 1000 and -1000 loss and gradient are finite and right."""
    cases = (
        ([[1000, 0], [0, 1000]], [1, 0]),
        ([[1000, 1000], [0, 1]], [0, 1]),
        ([[-1000, 1000, 0], [1000, 999, -1000]], [0, 1]),
        ([[0, 60, 0], [40, 0, 0]], [0, 0]),
        ([[-1000, -1001], [-1000, -999]], [1, 0]),
        ([[1e5, 99998.0], [-1e5, -99999.0]], [0, 0]),
    )
    for call in each(cross_entropy, [(np.array(Z, dtype=float), np.array(y)) for Z, y in cases]):
        loss, slope = call.unpack(2)
        right = loss_and_slope(reference.cross_entropy, *call.args)
        loss.equals(right[0])
        slope.equals(right[1]).unchanged()
        Z, y = call.args
        gone = (Z <= Z.max(axis=1, keepdims=True) - 1000) & (np.arange(Z.shape[1]) != y[:, np.newaxis])
        slope.holds(np.abs(slope.value[gone]).max(initial=0.0) < 1e-100, LEFT_OVER)


@check("q3", points=1, hidden=True)
def knowing_nothing(cross_entropy):
    """Equal logits cost log C, whatever the labels; each row of dZ sums to 0."""
    draw = rng(33, 3)
    for call in each(cross_entropy, [(np.full((N, C), 0.25), draw.integers(0, C, N)) for N, C in ((3, 2), (1, 3), (4, 10), (5, 100))]):
        loss, slope = call.unpack(2)
        loss.equals(float(np.log(call.args[0].shape[1])))
        slope.has_shape(call.args[0].shape)
        slope.holds(np.allclose(slope.value.sum(axis=1), 0, rtol=0, atol=1e-12), "a row of dZ does not sum to 0")


@check("q3", points=1, hidden=True)
def one_sample_integers(cross_entropy):
    """One sample, integer logits, a batch without the last class; Z and y stay as they are."""
    cases = (([[2, -1, 0]], [1]), ([[1, 2, 3, 4], [0, 3, -2, 1], [5, 5, 1, 0]], [0, 1, 1]), ([[0, 9], [3, 1]], [1, 0]))
    for call in each(cross_entropy, [(np.array(Z), np.array(y)) for Z, y in cases]):
        loss, slope = call.unpack(2)
        right = loss_and_slope(reference.cross_entropy, *call.args)
        loss.equals(right[0]).unchanged()
        slope.equals(right[1])


# q4 bce_with_logits


def logits_and_answers(*key):
    """Random logits with answers 0 and 1, both present where there are two samples or more."""
    draw = rng(*key)
    cases = []
    for N, reaches in ((6, (1.0, 6.0, 1e-3)), (2, (1.0, 6.0, 1e-3)), (1, (1.0, 6.0, 1e-3)), (17, (1.0, 6.0, 1e-3)), (MANY, (6.0,))):
        for reach in reaches:
            cases.append((draw.uniform(-reach, reach, N), draw.permutation((np.arange(N) + draw.integers(2)) % 2)))
    return cases


@check("q4", points=2, hidden=True)
def any_binary_loss(bce_with_logits):
    """The loss for any number of samples, small and moderate logits."""
    for call in each(bce_with_logits, logits_and_answers(34, 1)):
        call.unpack(2)[0].equals(loss_and_slope(reference.bce_with_logits, *call.args)[0])


@check("q4", points=1, hidden=True)
def measured_binary_slopes(bce_with_logits):
    """The gradient agrees with slopes measured on the right loss, for small and larger logits."""

    def drawn(draw, scale):
        N = draw.integers(3, 7)
        return scale * draw.standard_normal(N), draw.permutation(np.arange(N) % 2)

    for z, y in points(drawn, 34, 5, scales=(1.0, 3.0, 0.3)):
        expect(bce_with_logits, z, y).unpack(2)[1].is_gradient_of(reference.bce_with_logits, part=0, wrt=0, names=("dz",))


@check("q4", points=1, hidden=True)
def any_binary_slope(bce_with_logits):
    """The gradient for any number of samples, small and moderate logits."""
    for call in each(bce_with_logits, logits_and_answers(34, 2)):
        call.unpack(2)[1].equals(loss_and_slope(reference.bce_with_logits, *call.args)[1])


@check("q4", points=2, hidden=True)
def large_binary_logits(bce_with_logits):
    """Stable: with logits of 1000 and -1000 loss and gradient are finite and right."""
    cases = (
        ([1000, -1000, 1000, -1000], [0, 1, 1, 0]),
        ([-1000, -800], [0, 0]),
        ([800, 1000, 0], [1, 0, 1]),
        ([60, -60, 40], [0, 1, 0]),
        ([1e5, -1e5], [0, 1]),
        ([-40, 36.8], [1, 0]),
        ([15, -16, 18], [1, 0, 1]),
    )
    for call in each(bce_with_logits, [(np.array(z, dtype=float), np.array(y)) for z, y in cases]):
        loss, slope = call.unpack(2)
        right = loss_and_slope(reference.bce_with_logits, *call.args)
        loss.equals(right[0])
        slope.equals(right[1]).unchanged()
        z, y = call.args
        gone = np.where(y == 1, z, -z) >= 800  # the answer is sure, and right
        slope.holds(np.abs(slope.value[gone]).max(initial=0.0) < 1e-100, LEFT_OVER)


@check("q4", points=0.5, hidden=True)
def answers_as_floats(bce_with_logits):
    """y may be floats and z integers; both stay as they are."""
    cases = (
        (np.array([0.5, -1.0]), np.array([1.0, 0.0])),
        (np.array([2, -3, 5]), np.array([0, 1, 0])),
        (np.array([-2]), np.array([1.0])),
    )
    for call in each(bce_with_logits, cases):
        loss, slope = call.unpack(2)
        right = loss_and_slope(reference.bce_with_logits, *call.args)
        loss.equals(right[0]).unchanged()
        slope.equals(right[1])


@check("q4", points=1, hidden=True)
def binary_shapes_differ(bce_with_logits):
    """z and y of different shapes raise ValueError instead of being broadcast."""
    z, y = rng(34, 4).standard_normal(3), np.array([0, 1, 1])
    expect(bce_with_logits, z, y).unpack(2)[1].has_shape((3,))
    refused = {
        "z is (3,) and y is (3, 1): z - y would be (3, 3)": (z, y[:, np.newaxis]),
        "z is (3, 1) and y is (3,): z - y would be (3, 3)": (z[:, np.newaxis], y),
        "z is (3,) and y is (1,): one answer would serve all samples": (z, y[:1]),
        "z is (3,) and y is (2,)": (z, y[:2]),
    }
    each_error(bce_with_logits, refused, message=False)


# q5 mse_ridge


def targets_and_outputs(*key):
    """Random targets and outputs of several shapes and scales; N and M are never both the same twice."""
    draw = rng(*key)
    shapes = ((5, 3), (1, 2), (4, 4), (3, 1), (6,), (1,))
    sizes = [(shape, scale) for shape in shapes for scale in (1.0, 1e3, 1e-4)] + [((MANY, 2), 1.0), ((2, MANY), 1.0)]
    return [(scale * draw.standard_normal(shape), scale * draw.standard_normal(shape)) for shape, scale in sizes]


@check("q5", points=3.5, hidden=True)
def any_batch(mse_ridge):
    """Any number of samples and outputs, two weight arrays of different shapes, any lam."""
    draw = rng(35, 1)
    cases = [(Y, H, [draw.standard_normal((3, 4)), draw.standard_normal((4, 2))], lam) for Y, H in targets_and_outputs(35, 2) for lam in (0.0, 0.7)]
    for call in each(mse_ridge, cases):
        call.equals(expected_from(reference.mse_ridge, *call.args)).unchanged()


@check("q5", points=1, hidden=True)
def every_weight_counts(mse_ridge):
    """No weight array, one, or several of any shapes; a high price."""
    draw = rng(35, 3)
    Y, H = draw.standard_normal((4, 2)), draw.standard_normal((4, 2))
    Ws = [draw.standard_normal((2, 3)), draw.standard_normal(3), draw.standard_normal((3, 1, 2))]
    cases = [(Y, H, Ws[:count], lam) for count in (3, 1, 0, 2) for lam in (0.3, 100.0)]
    cases += [(Y, Y, [size * W for W in Ws], 0.7) for size in (1e-6, 1e6)]
    for call in each(mse_ridge, cases):
        call.equals(expected_from(reference.mse_ridge, *call.args)).unchanged()


@check("q5", points=0.5, hidden=True)
def integer_targets(mse_ridge):
    """Targets, outputs and weights may be integers."""
    Y, H = np.array([[1, 0], [0, 1], [1, 1]]), np.array([[2, 0], [-1, 4], [1, 0]])
    for call in each(mse_ridge, [(Y, H, [np.array([[2, -1]])], 1), (Y, H + 0.5, [np.array([[2, -1]])], 0.5), (Y[:, 0], H[:, 0], [], 2)]):
        call.equals(float(reference.mse_ridge(*call.args)))


@check("q5", points=1, hidden=True)
def target_shapes_differ(mse_ridge):
    """Y and H of different shapes raise ValueError instead of being broadcast."""
    draw = rng(35, 4)
    Y, H, Ws = draw.standard_normal((3, 2)), draw.standard_normal((3, 2)), [draw.standard_normal((2, 2))]
    expect(mse_ridge, Y, H, Ws, 0.1).equals(expected_from(reference.mse_ridge, Y, H, Ws, 0.1))
    refused = {
        "Y is (3,) and H is (3, 1): Y - H would be (3, 3)": (Y[:, 0], H[:, :1], Ws, 0.1),
        "Y is (3, 1) and H is (3,): Y - H would be (3, 3)": (Y[:, :1], H[:, 0], Ws, 0.1),
        "Y is (3, 1) and H is (3, 2): one target would serve two outputs": (Y[:, :1], H, Ws, 0.1),
        "Y is (1, 2) and H is (3, 2): one target would serve all samples": (Y[:1], H, Ws, 0.1),
        "Y is (3, 2) and H is (2, 2)": (Y, H[:2], Ws, 0.1),
    }
    each_error(mse_ridge, refused, message=False)


# q6 mse_grad


@check("q6", points=2, hidden=True)
def any_slopes(mse_grad):
    """Any number of samples and outputs; Y and H stay as they are."""
    cases = list(targets_and_outputs(36, 1))
    cases += [(size * Y, size * H) for size in (1e-6, 1e6) for Y, H in cases[:1]]
    for call in each(mse_grad, cases):
        call.equals(expected_from(reference.mse_grad, *call.args)).unchanged()


@check("q6", points=1, hidden=True)
def measured_output_slopes(mse_grad):
    """The gradient agrees with slopes measured on the loss of q5 without a price on weights."""

    def drawn(draw, scale):
        shape = (draw.integers(3, 6), draw.integers(2, 7))
        return scale * draw.standard_normal(shape), scale * draw.standard_normal(shape)

    def loss(Y, H):
        return reference.mse_ridge(Y, H, [], 0.0)

    for Y, H in points(drawn, 36, 2):
        expect(mse_grad, Y, H).is_gradient_of(loss, wrt=1, names=("dH",))


@check("q6", points=0.75, hidden=True)
def slope_shapes_differ(mse_grad):
    """Y and H of different shapes raise ValueError; integers are fine."""
    Y, H = np.array([[1, 0], [0, 1], [1, 1]]), np.array([[2, 0], [-1, 4], [1, 0]])
    expect(mse_grad, Y, H).equals(reference.mse_grad(Y, H)).unchanged()
    refused = {
        "Y is (3,) and H is (3, 1): H - Y would be (3, 3)": (Y[:, 0], H[:, :1]),
        "Y is (3, 1) and H is (3, 2): one target would serve two outputs": (Y[:, :1], H),
        "Y is (3, 2) and H is (1, 2)": (Y, H[:1]),
        "Y is (3, 2) and H is (2, 2)": (Y, H[:2]),
    }
    each_error(mse_grad, refused, message=False)


# q7 numerical_gradient


@check("q7", points=3, hidden=True)
def parabolas(numerical_gradient):
    """On a parabola in many variables a central difference is exact, whatever eps."""
    draw = rng(37, 1)
    for shape, eps, scale in (((4,), 0.5, 1), ((2, 3), 1e-3, 1), ((1,), 0.25, 1), ((2, 1, 3), 0.1, 1), ((3, 2), 2.0, 1), ((2, 2), 0.5, 1e-6), ((2, 2), 0.5, 1e6)):
        size = int(np.prod(shape))
        A, c, x = scale * draw.standard_normal((size, size)), scale * draw.standard_normal(size), draw.standard_normal(shape)

        def f(x, A=A, c=c, shape=shape):
            flat = np.asarray(x).reshape(-1)
            return flat @ A @ flat + c @ flat if np.shape(x) == shape else np.nan

        right = ((A + A.T) @ x.reshape(-1) + c).reshape(shape)
        expect(numerical_gradient, f, x, eps).equals(right, atol=1e-9 * scale).unchanged()


@check("q7", points=2, hidden=True)
def takes_eps_as_given(numerical_gradient):
    """With a large eps the difference is not the derivative, but it is known for cubes and sines."""
    x = rng(37, 2).uniform(0.5, 2.0, (2, 2))

    def cubes(x):
        return np.sum(x**3)

    def waves(x):
        return np.sum(np.sin(x))

    for call in each(numerical_gradient, [(cubes, x, eps) for eps in (1.0, 0.1, 1e-3)]):
        call.equals(3 * x**2 + call.args[2] ** 2, atol=1e-9)
    for call in each(numerical_gradient, [(waves, x, eps) for eps in (1.0, 0.01)]):
        call.equals(np.cos(x) * np.sin(call.args[2]) / call.args[2], atol=1e-9)


@check("q7", points=2, hidden=True)
def integers_singles_and_no_axes(numerical_gradient):
    """x may hold integers or float32, or have no axes; the arithmetic is float64, x keeps type and bits."""

    def f(x):
        return np.sum(np.asarray(x, dtype=float) ** 2)

    cases = (
        np.array([2, -5, 7]),
        np.array([[1, 0], [3, -2]], dtype=np.int32),
        np.array([0.3, 1.7], dtype=np.float32),
        np.array(1.5),
        np.array(3),
    )
    for call in each(numerical_gradient, [(f, x, 1e-3) for x in cases]):
        call.equals(2 * call.args[1].astype(float), atol=1e-8).has_dtype("float").unchanged()


@check("q7", points=1, hidden=True)
def not_even_the_last_bit(numerical_gradient):
    """x has the same bits after the call, also where adding and taking away eps would leave a rounding error."""
    draw = rng(37, 3)

    def f(x):
        return np.sum(np.cos(x))

    cases = [(f, scale * draw.standard_normal((3, 4)), 1e-3) for scale in (1.0, 1e-9, 1e6)]
    for call in each(numerical_gradient, cases):
        call.unchanged().has_shape((3, 4)).equals(-np.sin(call.args[1]), atol=0.01)


@check("q7", points=1, hidden=True)
def slope_of_a_loss(numerical_gradient):
    """Measured on the cross-entropy of random logits it agrees with the formula (P - Y) / N."""
    draw = rng(37, 4)
    Z, y = draw.standard_normal((3, 4)), draw.integers(0, 4, 3)

    def loss(Z):
        return reference.cross_entropy(np.asarray(Z), y)[0]

    expect(numerical_gradient, loss, Z, 1e-5).equals(reference.cross_entropy(Z, y)[1], atol=1e-8).unchanged()


# q8 gradcheck


def keys(call):
    """The result is a dict with the three keys of gradcheck, and no other."""
    if not isinstance(call.value, dict):
        call.fail("type", 'a dict with the keys "max_rel", "worst_index" and "kinks" was expected')
    call.holds(set(call.value) == {"max_rel", "worst_index", "kinks"}, 'the keys are not exactly "max_rel", "worst_index" and "kinks"')


def index_of(value):
    """A position as a tuple of plain integers; a single integer is the position in an array with one axis."""
    parts = value if isinstance(value, tuple) else (value,)
    return tuple(int(part) if isinstance(part, int | np.integer) else part for part in parts)


def reports(call, max_rel, index=None, kinks=0, atol=1e-6):
    """Everything a report says; `index` None accepts any entry of x."""
    keys(call)
    call["kinks"].equals(kinks)
    call["max_rel"].equals(float(max_rel), atol=0.0 if np.isinf(max_rel) else atol)
    told = index_of(call.value["worst_index"])
    if index is not None:
        call.holds(told == index, "worst_index is not the entry with the largest relative error, as a tuple of one integer per axis")
    else:
        shape = call.args[2].shape
        inside = len(told) == len(shape) and all(type(i) is int and -n <= i < n for i, n in zip(told, shape, strict=False))
        call.holds(inside, "worst_index is not the position of an entry of x, as a tuple of one integer per axis")
    call.unchanged()


def bowl(*key, shape):
    """A smooth f with its gradient at a point, all slopes between 1 and 10 in size."""
    draw = rng(*key)
    a, x = draw.uniform(0.5, 1.5, shape), draw.uniform(0.2, 1, shape)
    c = np.where(draw.random(shape) < 0.5, draw.uniform(-7, -5, shape), draw.uniform(3, 5, shape))

    def f(x):
        return float(np.sum(a * x**2 + c * x))

    def slope(x):
        return 2 * a * x + c

    return f, slope, x


@check("q8", points=2, hidden=True)
def one_wrong_entry(gradcheck):
    """One entry of a right gradient is off by a factor: the entry is found, its relative error is right."""
    cases, rights = [], []
    for number, (shape, index) in enumerate((((3, 4), (2, 1)), ((5,), (3,)), ((2, 1, 3), (1, 0, 2)), ((), ()))):
        f, slope, x = bowl(38, number, shape=shape)
        for factor in (2.0, 0.5, -1.0, 0.0, 1.01):
            k = np.ones(shape)
            k[index] = factor
            cases.append((f, lambda x, slope=slope, k=k: k * slope(x), x))
            rights.append((abs(factor - 1) / max(abs(factor), 1), index))
    for call, (error, index) in zip(each(gradcheck, cases), rights, strict=True):
        reports(call, error, index)


@check("q8", points=1, hidden=True)
def right_gradients(gradcheck):
    """A right gradient gets a tiny max_rel; every other wrong entry is outdone by the worst."""
    cases = []
    for number, shape in enumerate(((3, 4), (6,), (1, 1), ())):
        f, slope, x = bowl(38, 10 + number, shape=shape)
        cases.append((f, slope, x))
    for call in each(gradcheck, cases):
        reports(call, 0.0)
    f, slope, x = bowl(38, 20, shape=(2, 3))
    factors = np.array([[1.5, 1.0, 0.9], [1.0, 3.0, 1.1]])
    reports(expect(gradcheck, f, lambda x: factors * slope(x), x), 2 / 3, (1, 1))
    big = np.array([[1.0, 300.0], [100.0, 1.0]])  # the largest difference is not where the largest relative error is
    claim = big * np.array([[1.5, 1.0], [1.02, 1.0]])
    place = np.array([[0.1, 0.2], [0.3, 0.4]])
    reports(expect(gradcheck, lambda x: float(np.sum(big * x)), lambda x: claim.copy(), place), 1 / 3, (0, 0))


@check("q8", points=1.5, hidden=True)
def any_size_of_gradient(gradcheck):
    """Relative means relative: tiny and huge gradients are judged alike."""
    f, slope, x = bowl(38, 30, shape=(2, 2))
    k = np.array([[1.0, 1.0], [2.0, 1.0]])
    cases = []
    for size in (1e-12, 1e-9, 1e6):
        cases.append((lambda x, size=size: size * f(x), lambda x, size=size: size * k * slope(x), x))
        cases.append((lambda x, size=size: size * f(x), lambda x, size=size: size * slope(x), x))
    for number, call in enumerate(each(gradcheck, cases)):
        reports(call, 0.0 if number % 2 else 0.5, None if number % 2 else (1, 0))


@check("q8", points=0.5, hidden=True)
def zero_over_zero(gradcheck):
    """Where nothing depends on an entry and the claim is 0, the relative error is 0; where one side is 0, it is 1."""
    x = np.array([0.5, 1.0, 2.0])

    def f(x):
        return float(x[1] ** 2)

    claims = ([0.0, 2.0, 0.0], [0.0, 2.0, 0.1], [0.0, 0.0, 0.0])
    calls = each(gradcheck, [(f, lambda x, claim=claim: np.array(claim), x) for claim in claims])
    for call, (error, index) in zip(calls, ((0.0, None), (1.0, (2,)), (1.0, (1,))), strict=True):
        reports(call, error, index)
    reports(expect(gradcheck, lambda x: 2.5, np.zeros_like, x), 0.0)


@check("q8", points=1, hidden=True)
def not_a_number(gradcheck):
    """A claimed gradient with NaN or infinity never looks good: max_rel is infinite, at that entry."""
    f, slope, x = bowl(38, 40, shape=(2, 3))
    cases = []
    for bad in (np.nan, np.inf, -np.inf):
        spoiled = np.array([[0.0, 0.0, 0.0], [0.0, bad, 0.0]])
        cases.append((f, lambda x, spoiled=spoiled: slope(x) + spoiled, x))
    for call in each(gradcheck, cases):
        reports(call, np.inf, (1, 1))


@check("q8", points=0.25, hidden=True)
def step_as_stated(gradcheck):
    """The step is the one stated: where f bends enough for max_rel to tell one step from another."""
    x = np.array([5e-3, 1e-3, 2e-3])
    call = expect(gradcheck, lambda x: float(np.sum(x**3)), lambda x: 3 * x**2, x)
    reports(call, 1e-10 / (3e-6 + 1e-10), (1,), atol=1e-8)  # eps^2 / (3 x^2 + eps^2)


@check("q8", points=0.75, hidden=True)
def kinks_are_left_out(gradcheck):
    """Entries within eps of a kink are counted and left out; curved is not kinked; nothing left means None."""
    c = np.array([[2.0, -1.0, 3.0], [1.5, 1.0, -2.0]])
    x = np.array([[0.0, 0.7, 4e-6], [-3e-6, 5e-5, -0.4]])

    def f(x):
        return float(np.sum(c * np.abs(x)))

    def g(x):
        return c * np.sign(x)

    doubled = np.where(np.arange(6).reshape(2, 3) == 4, 2.0, 1.0)
    reports(expect(gradcheck, f, g, x), 0.0, kinks=3)
    reports(expect(gradcheck, f, lambda x: 2 * g(x) * (np.abs(x) < 1e-5) + doubled * g(x) * (np.abs(x) > 1e-5), x), 0.5, (1, 1), kinks=3)
    s = np.array([0.5, 0.1, 3.0, 0.2])
    at = np.array([0.0, 1e-4, 2.0, -1.0])
    curved = expect(gradcheck, lambda x: float(np.sum(10 * s * x**2)), lambda x: 20 * s * x, at)
    keys(curved)
    curved["kinks"].equals(0)
    faint = np.array([1e-4, 7e-4, 1e-2, 3e-4])  # the slopes on both sides differ by twice as much
    call = expect(gradcheck, lambda x: float(np.sum(x + faint * np.abs(x))), lambda x: np.ones(4), np.zeros(4))
    keys(call)
    call["kinks"].equals(2)
    steep = np.array([0.1, 2.0, 0.4])  # on top of a slope of 1000, where 1 would be the limit
    call = expect(gradcheck, lambda x: float(np.sum(1000 * x + steep * np.abs(x))), lambda x: np.full(3, 1000.0), np.zeros(3))
    keys(call)
    call["kinks"].equals(1)
    nothing = expect(gradcheck, f, g, np.zeros((2, 3)))
    keys(nothing)
    nothing["kinks"].equals(6)
    nothing["max_rel"].equals(0.0)
    nothing.holds(nothing.value["worst_index"] is None, "worst_index is not None although every entry was left out")


@check("q8", points=0.5, hidden=True)
def claim_of_another_shape(gradcheck):
    """A claimed gradient of another shape than x raises ValueError instead of being broadcast."""
    f, slope, x = bowl(38, 50, shape=(3,))
    reports(expect(gradcheck, f, slope, x), 0.0)
    refused = {
        "x is (3,) and g(x) is (3, 1)": (f, lambda x: slope(x)[:, np.newaxis], x),
        "x is (3,) and g(x) is one number": (f, lambda x: np.sum(slope(x)), x),
        "x is (3,) and g(x) is (1,)": (f, lambda x: slope(x)[:1], x),
    }
    each_error(gradcheck, refused, message=False)


# q9 fit_logistic


def people(*key, N, D):
    """Random samples with answers of both kinds that no plane separates: two samples are there with both answers."""
    draw = rng(*key)
    X = draw.standard_normal((N, D))
    y = (X @ draw.standard_normal(D) + 0.5 + draw.logistic(size=N) > 0).astype(int)
    X[:2], y[:2] = X[2:4], 1 - y[2:4]
    return X, y


def weights_and_bias(*args):
    """What is right, and how far one may be; a sum over samples that cancels is 0 in one order and 1e-18 in another."""
    right = expected_from(reference.fit_logistic, *args)
    return Expected(right.value, tuple(np.asarray(reach) + 1e-12 for reach in right.tolerance))


@check("q9", points=3.5, hidden=True)
def after_some_steps(fit_logistic):
    """Weights and bias after 1, 2, 10 and 100 steps, on several tables, with and without a price on weights."""
    cases = []
    for number, (N, D) in enumerate(((7, 2), (12, 3), (5, 1), (4, 4))):
        X, y = people(39, number, N=N, D=D)
        cases += [(X, y, lam, steps, lr) for steps in (2, 1, 10, 100) for lam, lr in ((0.8, 0.3), (0.0, 1.0))]
    cases.append((*people(39, 6, N=7, D=2), *cases[0][2:]))  # other people, the same settings
    cases += [(*people(39, 7, N=MANY, D=2), 0.8, 2, 0.3), (*people(39, 8, N=5, D=MANY), 0.8, 2, 0.01)]
    X, y = people(39, 5, N=6, D=2)
    cases += [(size * X, y, 0.0, 3, lr) for size, lr in ((1e-6, 0.5), (1e5, 1e-10))]
    for call in each(fit_logistic, cases):
        call.equals(weights_and_bias(*call.args)).unchanged()
    on_the_way = (X, y, 0.3, 1200, 1e-3)  # many steps, and far from the end
    expect(fit_logistic, *on_the_way).equals(reference.fit_logistic(*on_the_way), atol=1e-10)


@check("q9", points=1, hidden=True)
def bias_is_free(fit_logistic):
    """A high price on weights holds w near 0 but leaves b alone, which goes where Newton's method puts it."""
    X, y = people(39, 10, N=20, D=2)
    y[:] = np.arange(20) < 15  # odds 3 to 1
    w, b = expect(fit_logistic, X, y, 40.0, 300, 0.4).unpack(2)
    right = newton(X, y, 40.0)
    w.equals(right[0], atol=1e-6)
    b.equals(right[1], atol=1e-6)


def newton(X, y, lam):
    """The minimum by another way: Newton's method (iteratively reweighted least squares)."""
    A = np.column_stack([X, np.ones(len(X))])
    price = np.diag([lam] * X.shape[1] + [0.0])
    theta = np.zeros(A.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-(A @ theta)))
        slope = A.T @ (p - y) + price @ theta
        theta = theta - np.linalg.solve((A * (p * (1 - p))[:, np.newaxis]).T @ A + price, slope)
    return theta[:-1], float(theta[-1])


@check("q9", points=2, hidden=True)
def arrives_where_newton_does(fit_logistic):
    """After many steps w and b are those that Newton's method finds."""
    for number, (N, D, lam) in enumerate(((40, 2, 4.0), (30, 1, 3.0))):
        X, y = people(39, 20 + number, N=N, D=D)
        w, b = expect(fit_logistic, X, y, lam, 2500, 0.4).unpack(2)
        right = newton(X, y, lam)
        w.equals(right[0], atol=1e-6)
        b.equals(right[1], atol=1e-6)


@check("q9", points=1, hidden=True)
def whole_numbers(fit_logistic):
    """X and y may be integers, y may be floats; no step leaves w and b at zero; X and y stay as they are."""
    X = np.array([[1, 0, 3], [2, 1, -1], [0, 0, 2], [1, 1, 1], [-2, 1, 0]])
    y = np.array([1, 0, 1, 1, 0])
    cases = ((X, y, 0.5, 3, 0.1), (X / 2, y.astype(float), 0.5, 3, 0.1), (X, y, 1.0, 0, 0.1), (X[:1], y[:1], 0.5, 2, 1.0))
    for call in each(fit_logistic, cases):
        call.equals(weights_and_bias(*call.args)).unchanged()
