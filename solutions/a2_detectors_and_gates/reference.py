"""a2 Detectors and gates: the right implementations, in the order of the notebook.

A unit is h = act(w . x + b). A gate fires where w . x + b > 0, strictly. Corners are the inputs of 0s and 1s, in
counting order: (0, 0), (0, 1), (1, 0), (1, 1).
"""

import numpy as np


def corners(n):
    """All inputs of n zeros and ones, (2**n, n), in counting order: (0, 0), (0, 1), (1, 0), (1, 1) for n = 2."""
    return np.indices((2,) * n).reshape(n, -1).T


def step(z):
    """The step activation: on or off.

    Formula: 1 where z > 0, and 0 elsewhere; at z = 0 it is 0.

    z: an array of any shape. Returns an array of that shape, float64.

    >>> step(np.array([-2.0, 0.0, 0.5]))
    array([0., 0., 1.])
    """
    return np.where(z > 0, 1.0, 0.0)


def sigmoid(z):
    """Squash every entry into the interval from 0 to 1.

    Formula: 1 / (1 + exp(-z)).

    z: an array of any shape, floats or integers. Returns an array of that shape, float64.
    Right to ten digits for z from -400 to 400, also where the result is tiny. No exponential may overflow:
    the sigmoid of -720 is small but positive, and that of 800 or -800 is finite too.

    >>> sigmoid(np.array([0.0, 1.0, -1.0]))
    array([0.5       , 0.73105858, 0.26894142])
    >>> sigmoid(np.array([-40.0]))
    array([4.24835426e-18])
    """
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def tanh(z):
    """Squash every entry into the interval from -1 to 1.

    Formula: (exp(z) - exp(-z)) / (exp(z) + exp(-z)) = 2 sigmoid(2 z) - 1. np.tanh may be used.

    z: an array of any shape, floats or integers, also 800 or -800. Returns an array of that shape, float64.

    >>> tanh(np.array([0.0, 1.0, -800.0]))
    array([ 0.        ,  0.76159416, -1.        ])
    """
    return np.tanh(z)


def leaky_relu(z, slope):
    """Let positive numbers pass, and a small part of negative ones.

    Formula: z where z > 0, slope * z elsewhere.

    z: an array of any shape, floats or integers. slope: a number from 0 to 1, usually 0.01 to 0.2.
    Returns an array of the shape of z, float64.

    >>> leaky_relu(np.array([3.0, -2.0]), 0.1)
    array([ 3. , -0.2])
    """
    return np.maximum(z, 0.0) + slope * np.minimum(z, 0.0)


def elu(z, alpha):
    """Let positive numbers pass, and bend negative ones towards -alpha.

    Formula: z where z > 0, alpha * (exp(z) - 1) elsewhere.

    z: an array of any shape, floats or integers, also 800 or -800. alpha: a positive number.
    Returns an array of the shape of z, float64.

    >>> elu(np.array([3.0, -1.0, -800.0]), 2.0)
    array([ 3.        , -1.26424112, -2.        ])
    """
    return np.maximum(z, 0.0) + alpha * np.expm1(np.minimum(z, 0.0))


def softplus(z):
    """ReLU without the corner.

    Formula: log(1 + exp(z)), natural logarithm.

    z: an array of any shape, floats or integers. Returns an array of that shape, float64.
    Right to ten digits for z from -400 to 800, also where the result is tiny: softplus(-40) is not 0.

    >>> softplus(np.array([0.0, 3.0]))
    array([0.69314718, 3.04858735])
    >>> softplus(np.array([-40.0]))
    array([4.24835426e-18])
    """
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))


def d_sigmoid(z):
    """The slope of the sigmoid at z.

    Formula: sigmoid(z) * (1 - sigmoid(z)), where 1 - sigmoid(z) = sigmoid(-z).

    z: an array of any shape, floats or integers. Returns an array of that shape, float64.
    Right to ten digits for z from -300 to 300, on both sides: the slope at 40 is that at -40, and not 0.

    >>> d_sigmoid(np.array([0.0, 2.0]))
    array([0.25      , 0.10499359])
    >>> d_sigmoid(np.array([40.0]))
    array([4.24835426e-18])
    """
    return sigmoid(z) * sigmoid(-z)


def d_tanh(z):
    """The slope of tanh at z.

    Formula: 1 - tanh(z)^2 = 1 / cosh(z)^2 = 4 d_sigmoid(2 z).

    z: an array of any shape, floats or integers. Returns an array of that shape, float64.
    Right to ten digits for z from -150 to 150, on both sides: the slope at 20 is not 0.

    >>> d_tanh(np.array([0.0, 1.0]))
    array([1.        , 0.41997434])
    >>> d_tanh(np.array([20.0]))
    array([1.6993417e-17])
    """
    small = np.exp(-2.0 * np.abs(z))
    return 4.0 * small / (1.0 + small) ** 2


def d_leaky_relu(z, slope):
    """The slope of leaky_relu at z.

    Formula: 1 where z > 0, slope where z < 0. At z = 0 there is a corner: both numbers are accepted.

    z: an array of any shape, floats or integers. slope: a number from 0 to 1.
    Returns an array of the shape of z, float64.

    >>> d_leaky_relu(np.array([3.0, -2.0]), 0.1)
    array([1. , 0.1])
    """
    return np.where(np.signbit(z), slope, 1.0)


def d_elu(z, alpha):
    """The slope of elu at z.

    Formula: 1 where z > 0, alpha * exp(z) where z < 0. At z = 0 there is a corner unless alpha is 1: both numbers are
    accepted.

    z: an array of any shape, floats or integers, also 800 or -800. alpha: a positive number.
    Returns an array of the shape of z, float64.

    >>> d_elu(np.array([3.0, -1.0, -800.0]), 2.0)
    array([1.        , 0.73575888, 0.        ])
    """
    return np.where(np.signbit(z), alpha * np.exp(np.minimum(z, 0.0)), 1.0)


def d_softplus(z):
    """The slope of softplus at z.

    Formula: exp(z) / (1 + exp(z)), which is a function you know.

    z: an array of any shape, floats or integers, also 800 or -800. Returns an array of that shape, float64.
    Right to ten digits for z from -400 to 400.

    >>> d_softplus(np.array([0.0, -1.0]))
    array([0.5       , 0.26894142])
    """
    return sigmoid(z)


def d_sigmoid_from_output(h):
    """The slope of the sigmoid at a z that is no longer known, from h = sigmoid(z).

    Formula: h * (1 - h).

    h: an array of any shape, entries from 0 to 1. Returns an array of that shape, float64.

    >>> d_sigmoid_from_output(np.array([0.5, 0.25, 1.0]))
    array([0.25  , 0.1875, 0.    ])
    """
    return h * (1.0 - h)


def unit(X, w, b, act):
    """One unit looks at all samples.

    Formula: h[n] = act(w . X[n] + b).

    X (N, D): one sample per row. w (D,): the weights. b: the bias, a number. act: a function that works on arrays, such
    as step or sigmoid. Returns h (N,).

    >>> unit(np.array([[3.0, 1.0], [0.0, 1.0]]), np.array([2.0, -1.0]), -2.0, step)
    array([1., 0.])
    """
    return act(X @ w + b)


def gate(name):
    """Weights and bias of a unit that computes a logical function of 0s and 1s.

    Formula: the unit is on where w . x + b > 0, and off where it is 0 or less. AND and AND3: on if all inputs are 1.
    OR: on if at least one input is 1. NAND: on unless all inputs are 1.

    name: "AND", "OR", "NAND" (two inputs) or "AND3" (three inputs).
    Returns the tuple (w, b): w (2,), or (3,) for AND3; b a number. Any w and b that do it are right.

    >>> w, b = gate("OR")
    >>> step(corners(2) @ w + b)
    array([0., 1., 1., 1.])
    """
    least = {"AND": 2, "OR": 1, "NAND": 2, "AND3": 3}[name]
    w = np.ones(3 if name == "AND3" else 2)
    b = (1 - 2 * least) / 2  # half way between too few ones and just enough
    return (-w, -b) if name == "NAND" else (w, b)


def xor_net():
    """A network of two layers of step units that computes XOR.

    Formula: h = step(x W1 + b1), y = step(h . w2 + b2), and y is 1 where exactly one of the two inputs is 1.

    Returns the tuple (W1, b1, w2, b2): W1 (2, H), b1 (H,), w2 (H,), b2 a number; H hidden units, two are enough.
    Any weights that do it are right.

    >>> W1, b1, w2, b2 = xor_net()
    >>> step(step(corners(2) @ W1 + b1) @ w2 + b2)
    array([0., 1., 1., 0.])
    """
    hidden = np.column_stack([np.append(*gate("OR")), np.append(*gate("NAND"))])  # per unit: two weights, then the bias
    w2, b2 = gate("AND")
    return hidden[:2], hidden[2], w2, b2


def farkas_xor():
    """Why no unit computes XOR: multipliers that turn its four conditions into 0 > 0.

    Formula: write the conditions on (w1, w2, b) so that all point the same way, in the order of the corners:
    (0, 0): -b >= 0;  (0, 1): w2 + b > 0;  (1, 0): w1 + b > 0;  (1, 1): -(w1 + w2 + b) >= 0.
    The four left sides, times m[0], ..., m[3], sum to 0, whatever w1, w2 and b are.

    Returns m (4,): multipliers that are 0 or more, and not all 0.

    >>> m = farkas_xor()
    >>> m.shape
    (4,)
    """
    return np.ones(4)


def is_separable(y):
    """Whether some single unit with a step computes this function of two inputs.

    Formula: there are w (2,) and b with step(w . x + b) = y at all four corners.

    y (4,): the truth table, 0 or 1 at the corners (0, 0), (0, 1), (1, 0), (1, 1).
    Returns True or False.

    >>> is_separable(np.array([0, 0, 0, 1]))
    True
    """
    # Only XOR and its opposite have two ones on one diagonal and two zeros on the other, and the diagonals cross.
    return not (y[0] == y[3] != y[1] == y[2])


def count_separable(n):
    """How many of the 2**(2**n) functions of n inputs a single unit with a step can compute.

    Formula: count the truth tables y (2**n,) of 0s and 1s for which there are w (n,) and b with
    step(w . x + b) = y at all 2**n corners.

    n: 1, 2 or 3. Returns an integer.

    >>> count_separable(1)
    4
    """
    # Weights from -2 to 2 are enough for up to three inputs; Muroga (Threshold Logic and Its Applications, 1971) has more.
    sums = corners(n) @ (np.indices((5,) * n).reshape(n, -1) - 2)
    return len({tuple(table) for least in range(-2 * n, 2 * n + 2) for table in (sums >= least).T.tolist()})


def sensitivity(x, W, b):
    """How much each hidden unit of a sigmoid layer responds to each input, at the sample x.

    Formula: with z = x W + b, the entry [j, i] is dh[j] / dx[i] = d_sigmoid(z[j]) * W[i, j].

    x (D,): one sample. W (D, M): one column of weights per unit. b (M,): the biases.
    Returns an array (M, D): one row per unit. Also finite where z is 800 or -800.

    >>> sensitivity(np.array([0.0, 0.0, 0.0]), np.array([[10.0, 5.0], [0.0, 0.0], [2.0, 5.0]]), np.zeros(2))
    array([[2.5 , 0.  , 0.5 ],
           [1.25, 0.  , 1.25]])
    """
    return d_sigmoid(x @ W + b)[:, np.newaxis] * W.T


def window(x, lo, hi, k):
    """A detector that is awake between lo and hi, made of two sigmoid units.

    Formula: sigmoid(k (x - lo)) - sigmoid(k (x - hi)).

    x: an array of any shape, floats or integers. lo < hi: the ends. k > 0: how sharp the ends are.
    Returns an array of the shape of x, float64. Finite for any x.

    >>> window(np.array([5.0, 10.5]), 5.0, 16.0, 1.0)
    array([0.4999833 , 0.99185972])
    """
    return sigmoid(k * (x - lo)) - sigmoid(k * (x - hi))


def rbf(x, centre, halfwidth):
    """A radial basis unit: 1 at its centre, falling off on both sides.

    Formula: exp(-log(2) ((x - centre) / halfwidth)^2), natural logarithm: one half at centre + halfwidth and at
    centre - halfwidth.

    x: an array of any shape, floats or integers. centre, halfwidth: numbers, halfwidth > 0.
    Returns an array of the shape of x, float64.

    >>> rbf(np.array([10.5, 16.0, 0.0]), 10.5, 5.5)
    array([1.        , 0.5       , 0.07995721])
    """
    return 0.5 ** (((x - centre) / halfwidth) ** 2)
