"""Right implementations of a2, written differently: none of them may lose a point."""

import numpy as np

from autograder.checking import variant

from .reference import corners, d_sigmoid, is_separable, sigmoid, tanh


# sigmoid


@variant("sigmoid")
def two_masks(z):
    """The two sides are filled in one after the other."""
    z = np.asarray(z, dtype=float)
    h = np.empty(z.shape)
    up = z >= 0
    h[up] = 1.0 / (1.0 + np.exp(-z[up]))
    h[~up] = np.exp(z[~up]) / (1.0 + np.exp(z[~up]))
    return h


@variant("sigmoid")
def through_the_logarithm(z):
    """exp of minus softplus of -z."""
    return np.exp(-np.logaddexp(0.0, -z))


@variant("sigmoid")
def clipped_from_below(z):
    """The formula as it stands, with z cut off where the result has long become tiny."""
    return 1 / (1 + np.exp(-np.clip(z, -700, 700)))


@variant("sigmoid")
def entry_by_entry(z):
    """A loop over all entries."""
    h = np.zeros(np.shape(z))
    for index, value in np.ndenumerate(z):
        if value < 0:
            e = np.exp(float(value))
            h[index] = e / (1 + e)
        else:
            h[index] = 1 / (1 + np.exp(-float(value)))
    return h


@variant("sigmoid")
def both_branches(z):
    """Both forms are computed everywhere; `where` takes the harmless one."""
    with np.errstate(over="ignore", invalid="ignore"):
        return np.where(z < 0, np.exp(z) / (1 + np.exp(z)), 1 / (1 + np.exp(-z)))


# tanh


@variant("tanh")
def two_sigmoids(z):
    """The relation with the sigmoid."""
    return 2.0 * sigmoid(2.0 * z) - 1.0


@variant("tanh")
def with_expm1(z):
    """One exponential of a negative number, and the sign at the end."""
    t = np.expm1(-2.0 * np.abs(z))
    return -np.sign(z) * t / (t + 2.0)


@variant("tanh")
def difference_of_sigmoids(z):
    """What speaks for, minus what speaks against."""
    return sigmoid(2 * z) - sigmoid(-2 * z)


@variant("tanh")
def cut_off_far_out(z):
    """The formula as it stands, cut off where the result is 1 to all digits."""
    z = np.clip(z, -20.0, 20.0)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


# leaky_relu


@variant("leaky_relu")
def larger_of_two(z, slope):
    """The larger of the two lines: right for slopes up to 1."""
    return np.maximum(z, slope * z)


@variant("leaky_relu")
def chosen_by_where(z, slope):
    """A choice entry by entry."""
    return np.where(z > 0, z, slope * z)


@variant("leaky_relu")
def on_a_copy(z, slope):
    """A copy whose negative entries are multiplied."""
    h = np.array(z, dtype=float)
    h[h < 0] *= slope
    return h


@variant("leaky_relu")
def line_and_corner(z, slope):
    """A straight line and a part of ReLU."""
    return slope * z + (1 - slope) * z * (z > 0)


# elu


@variant("elu")
def elu_by_where(z, alpha):
    """A choice entry by entry, with positive numbers kept out of the exponential."""
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


@variant("elu")
def elu_on_a_copy(z, alpha):
    """A copy whose negative entries are bent."""
    h = np.array(z, dtype=float)
    h[h < 0] = alpha * np.expm1(h[h < 0])
    return h


@variant("elu")
def elu_in_a_loop(z, alpha):
    """A loop over all entries."""
    out = np.zeros(np.shape(z))
    for index, value in np.ndenumerate(z):
        out[index] = value if value > 0 else alpha * (np.exp(value) - 1.0)
    return out


@variant("elu")
def elu_with_a_warning(z, alpha):
    """Both pieces are computed everywhere; `where` takes the finite one."""
    with np.errstate(over="ignore"):
        return np.where(z <= 0, alpha * np.expm1(z), z)


# softplus


@variant("softplus")
def with_logaddexp(z):
    """numpy's logarithm of a sum of exponentials."""
    return np.logaddexp(0.0, z)


@variant("softplus")
def softplus_in_two_halves(z):
    """Each side in the form that is harmless there."""
    z = np.asarray(z, dtype=float)
    h = np.empty(z.shape)
    h[z > 0] = z[z > 0] + np.log1p(np.exp(-z[z > 0]))
    h[z <= 0] = np.log1p(np.exp(z[z <= 0]))
    return h


@variant("softplus")
def straight_from_thirty(z):
    """Beyond 30 the difference from a straight line is below all digits that count."""
    return np.where(z > 30, z, np.log1p(np.exp(np.minimum(z, 30))))


@variant("softplus")
def from_the_middle(z):
    """Half of z and half of |z|, and the rounded corner."""
    a = np.abs(z)
    return (z + a) / 2 + np.log1p(np.exp(-a))


# d_sigmoid


@variant("d_sigmoid")
def one_exponential(z):
    """One exponential of a negative number: the slope is the same on both sides."""
    small = np.exp(-np.abs(z))
    return small / (1.0 + small) ** 2


@variant("d_sigmoid")
def of_minus_the_size(z):
    """The short form on the left side, where nothing is lost."""
    s = sigmoid(-np.abs(z))
    return s * (1 - s)


@variant("d_sigmoid")
def through_logarithms(z):
    """The logarithms of both factors are added."""
    return np.exp(-np.logaddexp(0.0, z) - np.logaddexp(0.0, -z))


@variant("d_sigmoid")
def with_cosh(z):
    """A quarter over the square of cosh(z/2)."""
    with np.errstate(over="ignore"):
        return 0.25 / np.cosh(z / 2) ** 2


# d_tanh


@variant("d_tanh")
def one_over_cosh(z):
    """1 over the square of cosh."""
    with np.errstate(over="ignore"):
        return 1.0 / np.cosh(z) ** 2


@variant("d_tanh")
def one_exponential_for_tanh(z):
    """One exponential of a negative number."""
    small = np.exp(-2.0 * np.abs(z))
    return 4.0 * small / (1.0 + small) ** 2


@variant("d_tanh")
def of_the_sigmoid(z):
    """The chain rule on 2 sigmoid(2 z) - 1."""
    return 4 * sigmoid(2 * z) * sigmoid(-2 * z)


@variant("d_tanh")
def sum_of_exponentials(z):
    """2 over the sum of both exponentials, squared before it can overflow."""
    a = np.abs(z)
    return (2.0 * np.exp(-a) / (1.0 + np.exp(-2.0 * a))) ** 2


# d_leaky_relu


@variant("d_leaky_relu")
def slopes_by_where(z, slope):
    """A choice entry by entry; the slope of the left side at the corner."""
    return np.where(z > 0, 1.0, slope)


@variant("d_leaky_relu")
def slope_of_the_right_side_at_zero(z, slope):
    """The same with the slope of the right side at the corner."""
    return np.where(z >= 0, 1.0, slope)


@variant("d_leaky_relu")
def ones_and_leaks(z, slope):
    """An array of ones, with the leak written in."""
    out = np.ones(np.shape(z))
    out[z < 0] = slope
    return out


@variant("d_leaky_relu")
def mask_arithmetic(z, slope):
    """Two masks, added."""
    return 1.0 * (z > 0) + slope * (z <= 0)


# d_elu


@variant("d_elu")
def elu_slopes_by_where(z, alpha):
    """A choice entry by entry."""
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


@variant("d_elu")
def elu_ones_and_bends(z, alpha):
    """An array of ones, with the bent side written in."""
    out = np.ones(np.shape(z))
    out[z < 0] = alpha * np.exp(z[z < 0])
    return out


@variant("d_elu")
def from_the_value(z, alpha):
    """On the left the slope is the value plus alpha."""
    value = alpha * (np.exp(np.minimum(z, 0.0)) - 1)
    return np.where(z >= 0, 1.0, value + alpha)


@variant("d_elu")
def elu_slope_in_a_loop(z, alpha):
    """A loop over all entries."""
    out = np.zeros(np.shape(z))
    for index, value in np.ndenumerate(z):
        out[index] = 1.0 if value > 0 else alpha * np.exp(value)
    return out


# d_softplus


@variant("d_softplus")
def one_form_for_each_side(z):
    """Each side in the form that is harmless there."""
    small = np.exp(-np.abs(z))
    return np.where(z > 0, 1.0 / (1.0 + small), small / (1.0 + small))


@variant("d_softplus")
def exponential_of_a_logarithm(z):
    """z minus softplus of z, as an exponent."""
    return np.exp(z - np.logaddexp(0.0, z))


@variant("d_softplus")
def formula_of_the_other_sign(z):
    """1 over 1 plus the exponential of -z, cut off far out."""
    return 1.0 / (1.0 + np.exp(np.minimum(-1.0 * z, 700.0)))


@variant("d_softplus")
def slope_filled_in(z):
    """The two sides are filled in one after the other."""
    z = np.asarray(z, dtype=float)
    out = np.zeros(z.shape)
    out[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    out[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return out


# d_sigmoid_from_output


@variant("d_sigmoid_from_output")
def minus_the_square(h):
    """The bracket multiplied out."""
    return h - h * h


@variant("d_sigmoid_from_output")
def around_one_half(h):
    """A quarter minus the square of the distance from one half."""
    return 0.25 - (h - 0.5) ** 2


@variant("d_sigmoid_from_output")
def with_multiply(h):
    """numpy's functions instead of operators."""
    return np.multiply(h, np.subtract(1, h))


@variant("d_sigmoid_from_output")
def output_by_output(h):
    """A loop over all entries."""
    out = np.empty_like(h)
    for index in np.ndindex(h.shape):
        out[index] = h[index] * (1 - h[index])
    return out


# unit


@variant("unit")
def sample_by_sample(X, w, b, act):
    """One sample at a time; the activation sees single numbers."""
    return np.array([float(act(np.dot(x, w) + b)) for x in X])


@variant("unit")
def bias_as_a_weight(X, w, b, act):
    """The bias is the weight of an input that is always 1."""
    return act(np.column_stack([X, np.ones(len(X))]) @ np.append(w, b))


@variant("unit")
def with_einsum(X, w, b, act):
    """The sum by its indices."""
    return act(np.einsum("nd,d->n", X, w) + b)


@variant("unit")
def products_added_up(X, w, b, act):
    """Entry by entry products, added up."""
    return act(np.sum(X * w, axis=1) + b)


# gate


@variant("gate")
def from_a_table(name):
    """A table of weights, biases half way."""
    table = {"AND": (1, 1, -1.5), "OR": (1, 1, -0.5), "NAND": (-1, -1, 1.5), "AND3": (1, 1, 1, -2.5)}
    *w, b = table[name]
    return np.array(w, dtype=float), b


@variant("gate")
def unequal_weights(name):
    """Weights that differ, lists and integers, some corners exactly at 0, where a unit is off."""
    if name == "AND":
        return [2, 3], -4
    if name == "OR":
        return (1, 5), 0
    if name == "NAND":
        return [-20.0, -10.0], 25.0
    return [1, 1, 1], -2


@variant("gate")
def large_weights(name):
    """Large weights, as one would choose them for sigmoids; the bias as an array."""
    count = 3 if name == "AND3" else 2
    sign = -1.0 if name == "NAND" else 1.0
    needed = 1 if name == "OR" else count
    return sign * np.full(count, 20.0), np.array(sign * (10.0 - 20.0 * needed))


@variant("gate")
def tiny_weights(name):
    """Very small weights do as well."""
    w, b = {"AND": ([1, 1], -1.9), "OR": ([3, 2], -1.0), "NAND": ([-1, -2], 2.5), "AND3": ([2, 2, 2], -5.0)}[name]
    return 1e-6 * np.array(w), np.float64(1e-6 * b)


# xor_net


@variant("xor_net")
def or_and_nand():
    """AND of OR and NAND, written out."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.array([1.0, 1.0]), -1.5


@variant("xor_net")
def one_without_the_other():
    """First without second, or second without first."""
    return np.array([[1, -1], [-1, 1]]), np.array([0, 0]), np.array([1, 1]), 0


@variant("xor_net")
def at_least_one_minus_both():
    """At least one, minus twice both."""
    return [[1, 1], [1, 1]], [-0.5, -1.5], [1, -2], -0.5


@variant("xor_net")
def one_unit_per_corner():
    """Four hidden units, one for each corner, and an OR of the two that count."""
    signs = 2.0 * corners(2).T - 1.0
    ones = corners(2).sum(axis=1)
    return signs, 0.5 - ones, np.array([0.0, 1.0, 1.0, 0.0]), np.array(-0.5)


# farkas_xor


@variant("farkas_xor")
def ones_as_a_list():
    """A list of integers."""
    return [1, 1, 1, 1]


@variant("farkas_xor")
def shares():
    """Multipliers that add up to 1."""
    return np.full(4, 0.25)


@variant("farkas_xor")
def large_integers():
    """Large integers."""
    return np.array([7, 7, 7, 7]) * 10**6


@variant("farkas_xor")
def from_the_null_space():
    """The left sides as a matrix: what it sends to 0, with the sign that is allowed."""
    conditions = np.array([[0, 0, -1], [0, 1, 1], [1, 0, 1], [-1, -1, -1]])
    last = np.linalg.svd(conditions.T)[2][-1]
    return last / last.sum()


# is_separable


@variant("is_separable")
def not_one_of_two(y):
    """There are only two tables that no unit computes."""
    return tuple(int(v) for v in y) not in {(0, 1, 1, 0), (1, 0, 0, 1)}


@variant("is_separable")
def by_diagonals(y):
    """Not separable if both diagonals are even and differ."""
    return bool(not (y[0] == y[3] and y[1] == y[2] and y[0] != y[1]))


@variant("is_separable")
def tries_small_weights(y):
    """A search for weights and a bias."""
    for w1 in (-1, 0, 1):
        for w2 in (-1, 0, 1):
            for b in (-1.5, -0.5, 0.5, 1.5):
                if np.array_equal(corners(2) @ np.array([w1, w2]) + b > 0, np.array(y) > 0.5):
                    return True
    return False


@variant("is_separable")
def by_perceptron(y):
    """Weights are corrected until no corner is wrong; XOR and its opposite never get there."""
    inputs = np.column_stack([corners(2), np.ones(4)])
    weights = np.zeros(3)
    for _ in range(100):
        wrong = [i for i in range(4) if (inputs[i] @ weights > 0) != (y[i] == 1)]
        if not wrong:
            return True
        weights = weights + (2 * y[wrong[0]] - 1) * inputs[wrong[0]]
    return False


@variant("is_separable")
def by_sums_of_corners(y):
    """Not separable if two corners that are on have the same sum as two that are off; the answer as a numpy bool."""
    on, off = corners(2)[np.asarray(y) == 1], corners(2)[np.asarray(y) == 0]
    sums = [{tuple(p + q) for p in side for q in side} for side in (on, off)]
    return np.bool_(not (sums[0] & sums[1]))


# count_separable


@variant("count_separable")
def no_equal_sums(n):
    """A table is separable if no two corners that are on have the sum of two that are off: enough for so few inputs."""
    X = corners(n)
    sums = X[:, np.newaxis, :] + X[np.newaxis, :, :]
    codes = (sums * 3 ** np.arange(n)).sum(axis=2)
    count = 0
    for y in corners(2**n).astype(bool):
        count += not np.intersect1d(codes[np.ix_(y, y)], codes[np.ix_(~y, ~y)]).size
    return count


@variant("count_separable")
def set_of_tables(n):
    """A search over small integer weights and biases half way between integers."""
    grid = np.meshgrid(*[np.arange(-3, 4)] * n, indexing="ij")
    weights = np.stack([axis.ravel() for axis in grid])
    found = set()
    for b in np.arange(-3 * n - 0.5, 3 * n + 1.0):
        found |= {table.tobytes() for table in np.ascontiguousarray((corners(n) @ weights + b > 0).T)}
    return len(found)


@variant("count_separable")
def known_numbers(n):
    """The known numbers."""
    return [2, 4, 14, 104][n]


@variant("count_separable")
def perceptron_for_every_table(n):
    """Every table is learned by correcting weights; those that never get there are not separable."""
    inputs = np.column_stack([2 * corners(n) - 1, np.ones(2**n, dtype=int)])
    signed = 2 * corners(2**n) - 1
    weights = np.zeros((len(signed), n + 1), dtype=int)
    for _ in range(60):
        wrong = signed * (weights @ inputs.T) <= 0
        first = np.argmax(wrong, axis=1)
        any_wrong = wrong.any(axis=1)
        rows = np.arange(len(signed))
        weights = weights + any_wrong[:, np.newaxis] * signed[rows, first][:, np.newaxis] * inputs[first]
    return int(np.sum(~any_wrong))


@variant("count_separable")
def one_table_after_the_other(n):
    """For up to two inputs with the function of the last question, for three with a search."""
    if n == 2:
        return sum(is_separable(y) for y in corners(4))
    rng = np.random.default_rng(0)
    weights = rng.normal(size=(n + 1, 60000))
    inputs = np.column_stack([2 * corners(n) - 1, np.ones(2**n)])
    powers = 2 ** np.arange(2**n)
    return len(np.unique(powers @ (inputs @ weights > 0)))


# sensitivity


@variant("sensitivity")
def unit_by_unit(x, W, b):
    """One unit and one input at a time."""
    D, M = W.shape
    out = np.zeros((M, D))
    for j in range(M):
        z = b[j] + sum(x[i] * W[i, j] for i in range(D))
        for i in range(D):
            out[j, i] = d_sigmoid(np.array(float(z))) * W[i, j]
    return out


@variant("sensitivity")
def from_the_outputs(x, W, b):
    """The slope from the outputs."""
    h = sigmoid(x @ W + b)
    return (W * (h * (1 - h))).T


@variant("sensitivity")
def with_a_diagonal_matrix(x, W, b):
    """A diagonal matrix of slopes times the weights."""
    return np.diag(d_sigmoid(W.T @ x + b)) @ W.T


@variant("sensitivity")
def with_einsum_of_slopes(x, W, b):
    """Indices instead of broadcasting, and the slope through tanh."""
    z = np.einsum("i,ij->j", x, W) + b
    return np.einsum("j,ij->ji", 0.25 * (1 - tanh(z / 2) ** 2), W)


# window


@variant("window")
def two_tanhs(x, lo, hi, k):
    """Half the difference of two tanhs."""
    return 0.5 * (tanh(0.5 * k * (x - lo)) - tanh(0.5 * k * (x - hi)))


@variant("window")
def both_must_be_awake(x, lo, hi, k):
    """A rising and a falling unit, minus 1."""
    return sigmoid(k * (x - lo)) + sigmoid(k * (hi - x)) - 1.0


@variant("window")
def as_weights_and_biases(x, lo, hi, k):
    """Two units with weights k and biases, and an output layer with weights 1 and -1."""
    first = sigmoid(k * x - k * lo)
    second = sigmoid(k * x - k * hi)
    return 1.0 * first + (-1.0) * second


@variant("window")
def product_with_a_factor(x, lo, hi, k):
    """A rising unit times a falling one, times the factor that makes it exact."""
    return sigmoid(k * (x - lo)) * sigmoid(k * (hi - x)) * -np.expm1(-k * (hi - lo))


# rbf


@variant("rbf")
def as_it_stands(x, centre, halfwidth):
    """The formula of the docstring."""
    return np.exp(-np.log(2) * ((x - centre) / halfwidth) ** 2)


@variant("rbf")
def power_of_two(x, centre, halfwidth):
    """A power of 2 with a negative exponent."""
    return np.exp2(-np.square((x - centre) / halfwidth))


@variant("rbf")
def standard_deviation(x, centre, halfwidth):
    """A normal curve whose standard deviation is computed from the halfwidth."""
    sigma = halfwidth / np.sqrt(2 * np.log(2))
    return np.exp(-((x - centre) ** 2) / (2 * sigma**2))


@variant("rbf")
def distance_first(x, centre, halfwidth):
    """The distance, then its square, then the exponential."""
    distance = np.abs(x - centre)
    return 2.0 ** (-(distance * distance) / (halfwidth * halfwidth))
