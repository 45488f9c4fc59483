"""Public checks of a2: worked numbers, far-out inputs, and weights judged by what they do."""

import numpy as np

from autograder.checking import check, each, expect
from autograder.checking.chain import view


def corners(n):
    """All inputs of n zeros and ones, in counting order, as the notebook hands it out."""
    return np.indices((2,) * n).reshape(n, -1).T


def same_digits(call, right):
    """The result is right to ten digits, however small it is."""
    right = np.array(right)
    call.equals(right, atol=1e-9 * float(np.abs(right).min()))


def step(z):
    """The step of the notebook."""
    return np.where(z > 0, 1.0, 0.0)


@check("q1", points=0)
def on_and_off(step):
    """2.5 switches on, -2.5 does not."""
    expect(step, np.array([2.5, -2.5])).equals(np.array([1.0, 0.0]))


@check("q1", points=0)
def off_at_zero(step):
    """At exactly 0 the step is off; a little above it is on."""
    expect(step, np.array([[0.0, 1.0], [-1.0, 0.0]])).equals(np.array([[0.0, 1.0], [0.0, 0.0]]))
    expect(step, np.array([0.0, 1e-9, -1e-9])).equals(np.array([0.0, 1.0, 0.0]))


@check("q2", points=1)
def sigmoid_by_hand(sigmoid):
    """The sigmoid of 0, log 3 and -log 3 is 1/2, 3/4 and 1/4."""
    expect(sigmoid, np.array([0.0, np.log(3.0), -np.log(3.0)])).equals(np.array([0.5, 0.75, 0.25])).unchanged()


@check("q2", points=1)
def sigmoid_far_out(sigmoid):
    """Far out on the left the sigmoid is small but not 0; 800 and -800 do no harm."""
    left, ends = each(sigmoid, [(np.array([-40.0]),), (np.array([800.0, -800.0]),)])
    same_digits(left, [4.248354255291589e-18])
    ends.equals(np.array([1.0, 0.0]))


@check("q2", points=1)
def tanh_by_hand(tanh):
    """tanh of 0, 1 and -log 3 is 0, 0.76159416 and -0.8; 800 and -800 do no harm."""
    near, far = each(tanh, [(np.array([[0.0, 1.0, -np.log(3.0)]]),), (np.array([800.0, -800.0]),)])
    near.equals(np.array([[0.0, 0.7615941559557649, -0.8]])).unchanged()
    far.equals(np.array([1.0, -1.0]))


@check("q3", points=0.5)
def leaky_relu_by_hand(leaky_relu):
    """leaky_relu of 3 and -2: with the slope 0.1 it is 3 and -0.2, with the slope 0.25 it is 3 and -0.5."""
    z = np.array([3.0, -2.0])
    gentle, steep = each(leaky_relu, [(z, 0.1), (z, 0.25)])
    gentle.equals(np.array([3.0, -0.2])).unchanged()
    steep.equals(np.array([3.0, -0.5]))


@check("q3", points=0.5)
def elu_by_hand(elu):
    """elu of 3, -log 2 and -log 4 is 3, -1/2 and -3/4 for alpha = 1, and 3, -1 and -3/2 for alpha = 2."""
    z = np.array([3.0, -np.log(2.0), -np.log(4.0)])
    one, two = each(elu, [(z, 1.0), (z, 2.0)])
    one.equals(np.array([3.0, -0.5, -0.75])).unchanged()
    two.equals(np.array([3.0, -1.0, -1.5]))


@check("q3", points=0.5)
def softplus_by_hand(softplus):
    """softplus of 0 and log 3 is log 2 and log 4."""
    expect(softplus, np.array([0.0, np.log(3.0)])).equals(np.log(np.array([2.0, 4.0]))).unchanged()


@check("q3", points=0.5)
def softplus_on_both_sides(softplus):
    """At -40 softplus is small but not 0; at 800 it is 800."""
    left, right = each(softplus, [(np.array([-40.0]),), (np.array([800.0]),)])
    same_digits(left, [4.248354255291589e-18])
    right.equals(np.array([800.0]))


@check("q4", points=1)
def slope_of_sigmoid_by_hand(d_sigmoid):
    """The slope of the sigmoid at 0 is 1/4, at log 3 and at -log 3 it is 3/16."""
    expect(d_sigmoid, np.array([0.0, np.log(3.0), -np.log(3.0)])).equals(np.array([0.25, 0.1875, 0.1875])).unchanged()


@check("q4", points=0.5)
def slope_of_sigmoid_on_both_sides(d_sigmoid):
    """At 40 and at -40 the slope is the same: small, and not 0."""
    for call in each(d_sigmoid, [(np.array([-40.0]),), (np.array([40.0]),)]):
        same_digits(call, [4.248354255291589e-18])


@check("q4", points=0.5)
def slope_of_tanh_by_hand(d_tanh):
    """The slope of tanh at 0 is 1, at log 3 it is 0.36."""
    expect(d_tanh, np.array([0.0, np.log(3.0)])).equals(np.array([1.0, 0.36])).unchanged()


@check("q4", points=0.5)
def slope_of_tanh_on_both_sides(d_tanh):
    """At 20 and at -20 the slope is the same: small, and not 0."""
    for call in each(d_tanh, [(np.array([-20.0]),), (np.array([20.0]),)]):
        same_digits(call, [1.6993417021166355e-17])


@check("q5", points=0.5)
def slope_of_leaky_relu_by_hand(d_leaky_relu):
    """The slope of leaky_relu at 3 and -2 is 1 and the given slope."""
    z = np.array([3.0, -2.0])
    gentle, steep = each(d_leaky_relu, [(z, 0.1), (z, 0.25)])
    gentle.equals(np.array([1.0, 0.1])).unchanged()
    steep.equals(np.array([1.0, 0.25]))


@check("q5", points=0.5)
def slope_of_elu_by_hand(d_elu):
    """The slope of elu at 3 and -log 2 is 1 and 1/2 for alpha = 1, 1 and 1 for alpha = 2."""
    z = np.array([3.0, -np.log(2.0)])
    one, two = each(d_elu, [(z, 1.0), (z, 2.0)])
    one.equals(np.array([1.0, 0.5])).unchanged()
    two.equals(np.array([1.0, 1.0]))


@check("q5", points=0.5)
def slope_of_softplus_by_hand(d_softplus):
    """The slope of softplus at 0 and log 3 is 1/2 and 3/4."""
    expect(d_softplus, np.array([0.0, np.log(3.0)])).equals(np.array([0.5, 0.75])).unchanged()


@check("q6", points=1)
def slope_from_output_by_hand(d_sigmoid_from_output):
    """From the outputs 1/2, 3/4 and 1/4 the slopes are 1/4, 3/16 and 3/16."""
    expect(d_sigmoid_from_output, np.array([0.5, 0.75, 0.25])).equals(np.array([0.25, 0.1875, 0.1875])).unchanged()


@check("q7", points=1)
def three_samples_by_hand(unit):
    """Three samples, w = (2, -1), b = -2: with a step they give 1, 0, 0."""
    X = np.array([[3.0, 1.0], [0.0, 1.0], [1.0, 0.0]])
    expect(unit, X, np.array([2.0, -1.0]), -2.0, step).equals(np.array([1.0, 0.0, 0.0])).unchanged()


@check("q7", points=1)
def another_activation(unit):
    """Two samples of three numbers, with tanh: one number each."""
    X = np.array([[1.0, 2.0, 3.0], [0.0, 1.0, -1.0]])
    call = expect(unit, X, np.array([0.5, -1.0, 0.25]), 0.5, np_tanh)
    call.has_shape((2,)).equals(np.tanh(np.array([-0.25, -0.75])))


def np_tanh(z):
    """tanh, as an activation to hand over."""
    return np.tanh(z)


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
    return (corners(w.size) @ w + b.item() > 0).astype(int)


def does(gate, name, right):
    """The gate of that name is on exactly where `right` says."""
    right = np.array(right)
    n = len(right).bit_length() - 1
    call = expect(view(gate, fired), name)
    is_gate = type(call.value) is np.ndarray and call.value.shape == right.shape
    call.holds(is_gate, f"{name} has to be a tuple (w, b) of {n} weights and one bias, all finite numbers")
    for x, on, wanted in zip(corners(n), call.value, right, strict=True):
        call.holds(on == wanted, f"{name} is {'on' if on else 'off'} at ({', '.join(map(str, x))}); remember that it is on only where w . x + b > 0")


@check("q8", points=1)
def and_gate(gate):
    """AND is on at (1, 1) only."""
    does(gate, "AND", [0, 0, 0, 1])


@check("q8", points=1)
def or_gate(gate):
    """OR is on everywhere but at (0, 0)."""
    does(gate, "OR", [0, 1, 1, 1])


def seen(result):
    """What a network (W1, b1, w2, b2) gives at the four corners, 0 or 1. Anything else is handed on as it is."""
    W1, b1, w2, b2 = map(real, result)
    fits = W1.ndim == 2 and W1.shape[0] == 2 and W1.shape[1] >= 1 and b1.shape == w2.shape == W1.shape[1:] and b2.size == 1
    if not fits or not all(np.all(np.isfinite(part)) for part in (W1, b1, w2, b2)):
        raise ValueError("not a network")
    return step(step(corners(2) @ W1 + b1) @ w2 + b2.item()).astype(int)


def network_of(xor_net):
    """What the learner's network gives at the corners, once its parts fit together."""
    call = expect(view(xor_net, seen))
    told = "the result has to be (W1, b1, w2, b2) with the shapes (2, H), (H,), (H,) and a number, all finite"
    return call.holds(type(call.value) is np.ndarray, told)


@check("q9", points=1)
def parts_that_fit(xor_net):
    """Four parts whose shapes fit together, and a network that does not say the same at every corner."""
    call = network_of(xor_net)
    call.holds(np.ptp(call.value) > 0, "the network says the same at all four corners")


@check("q9", points=2)
def two_corners(xor_net):
    """Off at (0, 0), on at (0, 1)."""
    call = network_of(xor_net)
    call.holds(call.value[0] == 0, "the network is on at (0, 0)")
    call.holds(call.value[1] == 1, "the network is off at (0, 1)")


@check("q10", points=2)
def allowed_multipliers(farkas_xor):
    """Four finite multipliers, none of them negative, not all of them 0."""
    call = expect(view(farkas_xor, as_numbers))
    is_complex = type(call.value) is np.ndarray and np.iscomplexobj(call.value)
    call.holds(not is_complex, "the multipliers are complex numbers; multipliers are real")
    call.has_shape((4,)).finite()
    call.holds(np.all(call.value >= 0), "a multiplier is negative: that would turn its condition round")
    call.holds(np.any(call.value > 0), "all multipliers are 0: that proves nothing")


def as_numbers(result):
    """Multipliers as an array of floats, or complex if they are: a list or a tuple of numbers will do."""
    if isinstance(result, dict | str):
        raise TypeError("not a list of numbers")
    numbers = np.asarray(result)
    return numbers if np.iscomplexobj(numbers) else numbers.astype(float)


@check("q11", points=2)
def and_is_xor_is_not(is_separable):
    """AND is separable, XOR is not; the answers are True and False."""
    and_, xor = each(is_separable, [(np.array([0, 0, 0, 1]),), (np.array([0, 1, 1, 0]),)])
    and_.equals(True).unchanged()
    xor.equals(False)


@check("q12", points=1)
def one_input(count_separable):
    """One input: all 4 functions are separable."""
    expect(count_separable, 1).equals(4)


@check("q12", points=1)
def two_inputs(count_separable):
    """Two inputs: 14 of the 16 functions are separable."""
    expect(count_separable, 2).equals(14)


W_SEED = np.array([[10.0, 10.0, 5.0], [0.0, -10.0, 0.0], [2.0, 0.0, 5.0]])


@check("q13", points=2)
def three_units_at_the_origin(sensitivity):
    """The three units at (0, 0, 0): every slope is a quarter of its weight."""
    right = np.array([[2.5, 0.0, 0.5], [2.5, -2.5, 0.0], [1.25, 0.0, 1.25]])
    expect(sensitivity, np.zeros(3), W_SEED, np.zeros(3)).equals(right).unchanged()


@check("q13", points=1)
def first_unit_a_little_further(sensitivity):
    """The first unit at (0.1, 0, 0): (1.96612, 0, 0.393224)."""
    call = expect(sensitivity, np.array([0.1, 0.0, 0.0]), W_SEED[:, :1], np.zeros(1))
    call.has_shape((1, 3)).equals(np.array([[1.9661193324148185, 0.0, 0.3932238664829637]]))


@check("q14", points=0.5)
def five_to_sixteen(window):
    """Awake from 5 to 16, k = 2: one half at both ends, nearly 1 in the middle, nearly 0 at 0 and 21."""
    right = np.array([4.539786865064e-05, 0.4999999997211, 0.9999665971563, 0.4999999997211, 4.539786865064e-05])
    expect(window, np.array([0.0, 5.0, 10.5, 16.0, 21.0]), 5.0, 16.0, 2.0).equals(right, atol=1e-12).unchanged()


@check("q14", points=0.5)
def any_place(window):
    """A number at a time or a table: the result has the shape of x, and is finite far out."""
    table, far = each(window, [(np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]), 1.0, 3.0, 4.0), (np.array([900.0, -900.0]), 5.0, 16.0, 2.0)])
    table.has_shape((2, 3)).equals(np.array([[0.0179801, 0.4996646, 0.9640276], [0.4996646, 0.0179801, 0.0003352]]), atol=5e-7)
    far.equals(np.array([0.0, 0.0]))


@check("q15", points=1)
def half_at_both_ends(rbf):
    """Centre 10.5, halfwidth 5.5: 1 at the centre, one half at 5 and at 16, a sixteenth at 21.5 and -0.5."""
    x = np.array([10.5, 5.0, 16.0, 21.5, -0.5])
    expect(rbf, x, 10.5, 5.5).equals(np.array([1.0, 0.5, 0.5, 0.0625, 0.0625])).unchanged()
