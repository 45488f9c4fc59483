"""Hidden checks of a2: any shape, both tails, integers; gates and networks by what they do, the certificate by what it proves."""

import numpy as np

from autograder.checking import check, each, expect, expected_from, rng
from autograder.checking.chain import view

from . import reference

MANY = 300  # more than a block of 256; whoever recurses over entries comes as far as this
SHAPES = ((5,), (1,), (4, 3), (1, 6), (3, 1), (2, 3, 2), (MANY,))
AT_THE_CORNER = np.array([4e-4, -4e-4, 3e-6, -3e-6])  # near 0, where a corner may not be rounded off or moved


def moderate(*key, reach=6.0):
    """Arrays of several shapes, none of whose entries is near 0, where some slopes jump."""
    draw = rng(*key)
    return [draw.uniform(0.05, reach, shape) * draw.choice((-1.0, 1.0), shape) for shape in SHAPES]


def integers():
    """Integers, with both signs in every array that has axes; one array has none."""
    return [np.array([3, -2, 1, -7]), np.array([[-1, 2], [5, -4]]), np.array(-2)]


def with_whole_numbers(numbers):
    """Parameters that are whole numbers, with arrays of both kinds: what comes out are floats all the same."""
    return [(z, number) for number in numbers for z in (np.array([1.5, -0.5]), np.array([3, -2, -1]))]


def agrees(function, right, cases, rtol=1e-11):
    """The function gives what the reference gives in every case, in the same shape, and leaves its arguments alone."""
    for call in each(function, cases):
        args = (arg.astype(float) if isinstance(arg, np.ndarray) else arg for arg in call.args)
        call.equals(expected_from(right, *args, rtol=rtol)).unchanged()


def both_tails(function, right, distances):
    """One far-out number per call, so that nothing larger beside it sets the scale: ten digits are asked for."""
    agrees(function, right, [(np.array([sign * distance]),) for distance in distances for sign in (-1.0, 1.0)], rtol=1e-10)


# q2 sigmoid, tanh


@check("q2", points=1, hidden=True)
def any_sigmoid(sigmoid):
    """The sigmoid of arrays of any shape."""
    agrees(sigmoid, reference.sigmoid, [(z,) for z in (*moderate(21, 1), AT_THE_CORNER)])


@check("q2", points=0.5, hidden=True)
def sigmoid_of_integers(sigmoid):
    """Integers are numbers too."""
    agrees(sigmoid, reference.sigmoid, [(z,) for z in integers()])


@check("q2", points=0.5, hidden=True)
def sigmoid_tails(sigmoid):
    """Ten digits in both tails."""
    both_tails(sigmoid, reference.sigmoid, (20.0, 36.5, 100.0, 300.0, 395.0))


@check("q2", points=0.5, hidden=True)
def sigmoid_does_not_overflow(sigmoid):
    """No exponential overflows: -720 gives a small positive number, 800 and -800 give 1 and 0."""
    small, ends = each(sigmoid, [(np.array([-712.0, -720.0, -728.0]),), (np.array([800.0, -800.0, 0.0, -740.0]),)])
    small.has_shape((3,)).finite().holds(np.all(small.value > 0), "the sigmoid of -720 is positive: has exp(720) become infinite?")
    small.holds(np.all(small.value < 1e-100), "the sigmoid of -720 is smaller than 1e-100").unchanged()
    ends.equals(np.array([1.0, 0.0, 0.5, 0.0])).unchanged()


@check("q2", points=1, hidden=True)
def any_tanh(tanh):
    """tanh of arrays of any shape."""
    close, saturated = np.array([0.003, -0.02, 0.1, 3e-6]), np.array([8.5, -9.0, 0.5])
    agrees(tanh, reference.tanh, [(z,) for z in (*moderate(21, 2, reach=4.0), close, close[::-1], saturated)])


@check("q2", points=0.5, hidden=True)
def tanh_far_out_and_of_integers(tanh):
    """Integers, and numbers up to 800 on both sides."""
    agrees(tanh, reference.tanh, [(z,) for z in integers()] + [(np.array([800.0, -800.0, 400.0, -720.0, 0.5]),)])


# q3 leaky_relu, elu, softplus


@check("q3", points=1, hidden=True)
def any_leaky_relu(leaky_relu):
    """leaky_relu for arrays of any shape and any slope from 0 to 1, also at 0."""
    cases = [(z, slope) for z, slope in zip(moderate(22, 1), (0.01, 0.2, 0.5, 0.0, 1.0, 0.3, 0.15), strict=True)]
    cases += [(np.array([0.0, 0.1, 0.3, -0.1, -0.3]), 0.6), (np.array([0.0, -800.0, 800.0]), 0.1), *((size * AT_THE_CORNER, 0.3) for size in (1.0, 1e-6, 1e9))]
    agrees(leaky_relu, reference.leaky_relu, [*cases, *((z, 0.25) for z in integers()), *with_whole_numbers((0, 1))])


@check("q3", points=1, hidden=True)
def any_elu(elu):
    """elu for arrays of any shape and any alpha, also at 0 and at integers."""
    cases = [(z, alpha) for z, alpha in zip(moderate(22, 2), (1.0, 0.5, 2.0, 1.7, 0.1, 3.0, 0.7), strict=True)]
    cases += [(np.array([0.0, 0.5, -0.5]), 1.5), (AT_THE_CORNER, 1.5), (np.array([-20.5, -12.0, 1.0]), 1.5), (1e9 * AT_THE_CORNER, 0.5)]
    agrees(elu, reference.elu, [*cases, *((z, 0.5) for z in integers()), *with_whole_numbers((1, 3))])


@check("q3", points=0.5, hidden=True)
def elu_far_out(elu):
    """800 stays 800, -800 goes to -alpha."""
    agrees(elu, reference.elu, [(np.array([800.0, -800.0]), 1.0), (np.array([[-720.0], [720.0]]), 0.3)])


@check("q3", points=1, hidden=True)
def any_softplus(softplus):
    """softplus of arrays of any shape, and of integers."""
    agrees(softplus, reference.softplus, [(z,) for z in [*moderate(22, 3), *integers(), AT_THE_CORNER]])


@check("q3", points=0.5, hidden=True)
def softplus_far_out(softplus):
    """Ten digits far out on both sides, up to 800 on the right."""
    both_tails(softplus, reference.softplus, (20.0, 37.5, 100.0, 300.0, 395.0, 12.5, 15.5, 18.0))
    agrees(softplus, reference.softplus, [(np.array([800.0, 720.0]),)])


# q4 d_sigmoid, d_tanh


@check("q4", points=1, hidden=True)
def any_slope_of_sigmoid(d_sigmoid):
    """The slope of the sigmoid for arrays of any shape, and for integers."""
    agrees(d_sigmoid, reference.d_sigmoid, [(z,) for z in [*moderate(23, 1), *integers()]])


@check("q4", points=0.5, hidden=True)
def slope_of_sigmoid_far_out(d_sigmoid):
    """Ten digits on both sides; 800 and -800 give 0."""
    both_tails(d_sigmoid, reference.d_sigmoid, (20.0, 37.0, 100.0, 295.0))
    agrees(d_sigmoid, reference.d_sigmoid, [(np.array([800.0, -800.0, 0.0]),)])


@check("q4", points=0.5, hidden=True)
def any_slope_of_tanh(d_tanh):
    """The slope of tanh for arrays of any shape, and for integers."""
    agrees(d_tanh, reference.d_tanh, [(z,) for z in [*moderate(23, 2, reach=3.0), *integers()]])


@check("q4", points=0.5, hidden=True)
def slope_of_tanh_far_out(d_tanh):
    """Ten digits on both sides; 800 and -800 give 0."""
    both_tails(d_tanh, reference.d_tanh, (10.0, 18.5, 50.0, 145.0))
    agrees(d_tanh, reference.d_tanh, [(np.array([800.0, -800.0, 0.0]),)])


# q5 d_leaky_relu, d_elu, d_softplus


@check("q5", points=1, hidden=True)
def any_slope_of_leaky_relu(d_leaky_relu):
    """The slope of leaky_relu for arrays of any shape and any slope; never asked for at 0."""
    cases = [(z, slope) for z, slope in zip(moderate(24, 1), (0.01, 0.2, 0.5, 0.0, 1.0, 0.3, 0.15), strict=True)]
    cases += [(np.array([0.1, 0.3, -0.1, -0.3]), 0.6), (np.array([800.0, -800.0]), 0.1), (AT_THE_CORNER, 0.6)]
    agrees(d_leaky_relu, reference.d_leaky_relu, [*cases, *((z, 0.25) for z in integers()), *with_whole_numbers((0, 1))])


@check("q5", points=1, hidden=True)
def any_slope_of_elu(d_elu):
    """The slope of elu for arrays of any shape and any alpha; never asked for at 0."""
    cases = [(z, alpha) for z, alpha in zip(moderate(24, 2), (1.0, 0.5, 2.0, 1.7, 0.1, 3.0, 0.7), strict=True)]
    cases += [(np.array([0.1, 0.3, -0.1, -0.3]), 1.5), (np.array([800.0, -800.0, -720.0]), 1.5), (AT_THE_CORNER, 1.5)]
    agrees(d_elu, reference.d_elu, [*cases, *((z, 0.5) for z in integers()), *with_whole_numbers((1, 3))])


@check("q5", points=1, hidden=True)
def any_slope_of_softplus(d_softplus):
    """The slope of softplus for arrays of any shape, for integers, and up to 800 on both sides."""
    agrees(d_softplus, reference.d_softplus, [(z,) for z in [*moderate(24, 3), *integers(), np.array([800.0, -800.0, 0.0])]])


@check("q5", points=0.5, hidden=True)
def slope_of_softplus_far_out(d_softplus):
    """Ten digits in both tails."""
    both_tails(d_softplus, reference.d_softplus, (20.0, 100.0, 300.0, 395.0))


# q6 d_sigmoid_from_output


@check("q6", points=1, hidden=True)
def any_slope_from_output(d_sigmoid_from_output):
    """Outputs in arrays of any shape, 0 and 1 among them."""
    draw = rng(25, 1)
    cases = [(draw.uniform(0.01, 0.99, shape),) for shape in SHAPES]
    agrees(d_sigmoid_from_output, reference.d_sigmoid_from_output, [*cases, (np.array([0.0, 1.0, 0.5]),), (np.array([0.7, 0.1, 0.4]),), (np.array(0.3),), (np.array([0, 1, 1]),)])
    # Near 0 decimals count, not digits: another way to write the formula may round in the sixteenth decimal.
    small = np.array([3e-7, 1e-5, 2e-4])
    expect(d_sigmoid_from_output, small).equals(reference.d_sigmoid_from_output(small), atol=1e-14).unchanged()


# q7 unit


def bent(z):
    """An activation that is none of the usual ones: neither odd nor even, and never 0."""
    return z * z + 0.5 * z + 1.0


def squashed(z):
    """Another one: what comes out is nowhere near what went in."""
    return 1.0 / (2.0 + np.abs(z))


@check("q7", points=2, hidden=True)
def any_unit(unit):
    """Any number of samples and inputs, as many samples as inputs, any activation."""
    draw = rng(26, 1)
    shapes = ((5, 3), (7, 2), (4, 4), (3, 6), (MANY, 2), (2, MANY))
    cases = [(draw.normal(size=(N, D)), draw.normal(size=D), float(draw.normal()), act) for N, D in shapes for act in (bent, squashed)]
    cases += [(size * draw.normal(size=(3, 2)), draw.normal(size=2) / size, float(draw.normal()), bent) for size in (1e-6, 1e6)]
    cases.append((draw.normal(size=(5, 3)), *cases[0][1:]))  # the same unit looks at other samples
    agrees(unit, reference.unit, cases)


@check("q7", points=1, hidden=True)
def one_sample_or_one_input(unit):
    """One sample, one input, or both: the result has one axis; integers are fine."""
    draw = rng(26, 2)
    cases = [(draw.normal(size=(N, D)), draw.normal(size=D), float(draw.normal()), bent) for N, D in ((1, 4), (5, 1), (1, 1))]
    agrees(unit, reference.unit, [*cases, *((np.array([[1, 0], [0, 2], [3, 1]]), np.array([2, -1]), b, squashed) for b in (1, -0.75))])


# q8 gate, q9 xor_net


def real(numbers):
    """An array of floats. Raises TypeError for complex numbers, which would lose a part of themselves."""
    if np.iscomplexobj(numbers := np.asarray(numbers)):
        raise TypeError("complex numbers")
    return numbers.astype(float)


def fired(result):
    """Where a gate (w, b) is on: 0 or 1 for each corner. Anything that is not a gate is handed on as it is."""
    w, b = result
    w, b = real(w), real(b)
    if w.ndim != 1 or not 1 <= w.size <= 4 or b.size != 1 or not (np.all(np.isfinite(w)) and np.all(np.isfinite(b))):
        raise ValueError("not a gate")
    return (reference.corners(w.size) @ w + b.item() > 0).astype(int)


def does(gate, name, right):
    """The gate of that name is on exactly where `right` says."""
    call = expect(view(gate, fired), name)
    is_gate = type(call.value) is np.ndarray and call.value.shape == (len(right),)
    call.holds(is_gate, f"{name} has to be a tuple (w, b) with one weight per input and one bias, all finite numbers")
    call.holds(np.array_equal(call.value, right), f"{name} is not on exactly where it has to be")


@check("q8", points=4, hidden=True)
def nand_gate(gate):
    """NAND is off at (1, 1) only."""
    does(gate, "NAND", [1, 1, 1, 0])


@check("q8", points=4, hidden=True)
def and_of_three(gate):
    """AND3 is on at (1, 1, 1) only."""
    does(gate, "AND3", [0, 0, 0, 0, 0, 0, 0, 1])


def seen(result):
    """What a network (W1, b1, w2, b2) gives at the four corners, 0 or 1. Anything else is handed on as it is."""
    W1, b1, w2, b2 = map(real, result)
    fits = W1.ndim == 2 and W1.shape[0] == 2 and W1.shape[1] >= 1 and b1.shape == w2.shape == W1.shape[1:] and b2.size == 1
    if not fits or not all(np.all(np.isfinite(part)) for part in (W1, b1, w2, b2)):
        raise ValueError("not a network")
    hidden = reference.step(reference.corners(2) @ W1 + b1)
    return reference.step(hidden @ w2 + b2.item()).astype(int)


@check("q9", points=7, hidden=True)
def all_four_corners(xor_net):
    """On exactly where one of the two inputs is 1."""
    call = expect(view(xor_net, seen))
    told = "the result has to be (W1, b1, w2, b2) with the shapes (2, H), (H,), (H,) and a number, all finite"
    call.holds(type(call.value) is np.ndarray, told)
    call.holds(np.array_equal(call.value, [0, 1, 1, 0]), "the network does not compute XOR")


# q10 farkas_xor


def conditions():
    """The four left sides as rows of coefficients of (w1, w2, b)."""
    signs = np.array([-1.0, 1.0, 1.0, -1.0])
    return signs[:, np.newaxis] * np.column_stack([reference.corners(2), np.ones(4)])


def as_numbers(result):
    """Multipliers as an array of floats, or complex if they are: a list or a tuple of numbers will do."""
    if isinstance(result, dict | str):
        raise TypeError("not a list of numbers")
    numbers = np.asarray(result)
    return numbers if np.iscomplexobj(numbers) else numbers.astype(float)


@check("q10", points=3, hidden=True)
def a_contradiction(farkas_xor):
    """Times the multipliers, the four left sides cancel."""
    call = expect(view(farkas_xor, as_numbers))
    is_complex = type(call.value) is np.ndarray and np.iscomplexobj(call.value)
    call.holds(not is_complex, "the multipliers are complex numbers; multipliers are real")
    call.has_shape((4,)).finite()
    m = call.value
    call.holds(np.all(m >= 0) and np.any(m > 0), "the multipliers are not allowed ones")
    call.holds(np.all(np.abs(m @ conditions()) <= 1e-9 * m.max()), "the four left sides do not cancel")


# q11 is_separable, q12 count_separable


@check("q11", points=3, hidden=True)
def all_sixteen(is_separable):
    """All sixteen functions of two inputs."""
    for call in each(is_separable, [(table,) for table in reference.corners(4)]):
        call.equals(reference.is_separable(call.args[0])).unchanged()


@check("q12", points=3, hidden=True)
def three_inputs(count_separable):
    """Three inputs."""
    expect(count_separable, 3).equals(reference.count_separable(3))


# q13 sensitivity


@check("q13", points=3, hidden=True)
def any_layer(sensitivity):
    """Any number of inputs and units, as many inputs as units, biases that matter."""
    draw = rng(27, 1)
    cases = [(draw.normal(size=D), draw.normal(size=(D, M)), draw.normal(size=M)) for D, M in ((3, 4), (5, 2), (2, 6), (4, 4), (2, MANY))]
    cases.append((0.1 * draw.normal(size=MANY), draw.normal(size=(MANY, 2)), draw.normal(size=2)))  # no unit is saturated by so many inputs
    cases += [(draw.normal(size=2) / size, size * draw.normal(size=(2, 3)), draw.normal(size=3)) for size in (1e-6, 1e6)]
    agrees(sensitivity, reference.sensitivity, cases)


@check("q13", points=1, hidden=True)
def one_input_or_one_unit(sensitivity):
    """One input, one unit, or both: the result has two axes."""
    draw = rng(27, 2)
    cases = [(draw.normal(size=D), draw.normal(size=(D, M)), draw.normal(size=M)) for D, M in ((1, 3), (4, 1), (1, 1))]
    agrees(sensitivity, reference.sensitivity, cases)


@check("q13", points=2, hidden=True)
def measured_by_steps(sensitivity):
    """The same numbers as measured: each input is moved a little, and what the units do is watched."""
    draw = rng(27, 3)
    for D, M in ((3, 2), (2, 3)):
        x, W, b = draw.normal(size=D), draw.normal(size=(D, M)), draw.normal(size=M)
        eps = 1e-5
        moved = [reference.sigmoid((x + eps * e) @ W + b) - reference.sigmoid((x - eps * e) @ W + b) for e in np.eye(D)]
        expect(sensitivity, x, W, b).equals(np.array(moved).T / (2 * eps), atol=1e-7)


@check("q13", points=1, hidden=True)
def saturated_units(sensitivity):
    """Units driven to 800 and -800 respond to nothing, and give no NaN; integers are fine."""
    W = np.array([[800.0, -800.0, 1.0, 6.0], [0.0, 3.0, -2.0, 6.0]])
    agrees(sensitivity, reference.sensitivity, [(np.array([1.0, 0.0]), W, np.zeros(4)), (np.array([1.0, 1.0]), W, np.array([0.0, 1.0, 0.5, 0.0]))])
    agrees(sensitivity, reference.sensitivity, [(np.array([1, 0]), np.array([[1, 2, 0], [3, -1, 2]]), np.array([0, 1, -1]))])


# q14 window, q15 rbf


@check("q14", points=2.5, hidden=True)
def any_window(window):
    """Any ends, any sharpness, arrays of any shape."""
    draw = rng(28, 1)
    cases = []
    for shape in SHAPES:
        lo, width, k = float(draw.uniform(-3, 3)), float(draw.uniform(0.5, 4)), float(draw.uniform(0.3, 5))
        cases.append((lo + draw.uniform(-1.0, width + 1.0, shape), lo, lo + width, k))
    cases.append((np.array([-15.0, -12.0]), 0.0, 2.0, 1.0))  # before it wakes up: little, and not nothing
    agrees(window, reference.window, cases)


@check("q14", points=1, hidden=True)
def window_of_integers(window):
    """Integers, a window around 0, and ends of which one is negative."""
    agrees(window, reference.window, [(np.array([-4, 0, 3, 9]), -2, 5, 1), (np.array([[0, 1], [2, 3]]), 1, 2, 3), (np.array(1), -2, 5, 1), (np.array([-4, 0, 3]), -0.5, 2.5, 0.75)])


@check("q14", points=0.5, hidden=True)
def window_far_out(window):
    """Far from the window it is asleep, whatever k is; nothing overflows."""
    x = np.array([-900.0, 10.0, 900.0, 5.0])
    # Between ends that are steep and far apart only one of the two exponentials of a formula overflows.
    steep = [(x, 5.0, 16.0, 100.0), (np.array([13.0, 15.5, 7.0, 5.5]), 5.0, 16.0, 100.0), (np.array([8.0, -3.0, 0.5]), -9.0, 9.0, 300.0)]
    agrees(window, reference.window, [(x, 5.0, 16.0, 2.0), *steep, (np.array([-1e6, 0.0, 1e6]), -1.0, 1.0, 10.0)])


@check("q15", points=2, hidden=True)
def any_rbf(rbf):
    """Any centre, any halfwidth, arrays of any shape."""
    draw = rng(29, 1)
    cases = []
    for shape in SHAPES:
        centre, halfwidth = float(draw.uniform(-3, 3)), float(draw.uniform(0.3, 4))
        cases.append((centre + halfwidth * draw.uniform(-2.5, 2.5, shape), centre, halfwidth))
    cases += [(x, 0.0, 1.0) for x in (np.array([-4.0, -3.1, 3.3, 4.5]), np.array([0.3, 2.9, -5.0, -1.7]))]  # little, and not nothing
    cases += [(size * np.array([-1.3, 0.2, 2.0]), 0.0, size) for size in (1e-6, 1e6)]
    agrees(rbf, reference.rbf, cases)


@check("q15", points=1, hidden=True)
def rbf_of_integers(rbf):
    """Integers, also for centre and halfwidth."""
    agrees(rbf, reference.rbf, [(np.array([-4, 0, 3, 9]), 2, 3), (np.array([[0, 1], [2, 3]]), -1, 2), (np.array(1), 2, 3), (np.array([-4, 0, 3]), 0.5, 2.5)])


@check("q15", points=1, hidden=True)
def rbf_alike_on_both_sides(rbf):
    """As far to the left as to the right: the same number; far away it is 0, and the centre is the highest point."""
    draw = rng(29, 2)
    away = draw.uniform(0.1, 5.0, 6)
    left, right, far = each(rbf, [(2.0 - away, 2.0, 1.5), (2.0 + away, 2.0, 1.5), (np.array([2.0, 500.0, -500.0]), 2.0, 1.5)])
    left.equals(expected_from(reference.rbf, 2.0 - away, 2.0, 1.5))
    right.equals(expected_from(reference.rbf, 2.0 + away, 2.0, 1.5))
    far.equals(np.array([1.0, 0.0, 0.0]))
