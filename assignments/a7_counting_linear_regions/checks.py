"""Public checks of a7: worked numbers, nets small enough for a sheet of paper, inputs left as they were."""

import numpy as np

from autograder.checking import check, each, expect
from autograder.checking.chain import view

OUT = (np.ones((2, 1)), np.array([-0.5]))  # a last layer whose own sign changes, where no cut is


def two_neurons():
    """One input, relu(x) and relu(2 - x), and the output 3 h1 + 5 h2 + 1."""
    return [(np.array([[1.0, -1.0]]), np.array([0.0, 2.0])), (np.array([[3.0], [5.0]]), np.array([1.0]))]


def bent_line():
    """relu(x1) and relu(x2), and above them one neuron with z = h1 + h2 - 1/2."""
    return [(np.eye(2), np.zeros(2)), (np.ones((2, 1)), np.array([-0.5])), (np.ones((1, 1)), np.zeros(1))]


def outline(P):
    """The corners of a polygon, each once, counter-clockwise from the one farthest left: two ways to write it look alike."""
    if not isinstance(P, np.ndarray) or P.ndim != 2 or P.shape[1] != 2 or P.dtype.kind not in "fi" or not np.all(np.isfinite(P)):
        raise ValueError("a polygon is an array (K, 2) of numbers")
    P = P.astype(float)
    P = P[np.hypot(*(P - np.roll(P, 1, axis=0)).T) > 1e-7]
    if len(P) < 3:
        return P
    before, after = P - np.roll(P, 1, axis=0), np.roll(P, -1, axis=0) - P
    P = P[np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]) > 1e-12]
    after = np.roll(P, -1, axis=0)
    if np.sum(P[:, 0] * after[:, 1] - P[:, 1] * after[:, 0]) < 0:
        P = P[::-1]
    return np.roll(P, -min(range(len(P)), key=lambda i: tuple(np.round(P[i], 6))), axis=0)


def area(P):
    """The area of a polygon."""
    after = np.roll(P, -1, axis=0)
    return abs(np.sum(P[:, 0] * after[:, 1] - P[:, 1] * after[:, 0])) / 2


def outlines(polygons):
    """A list of polygons as outlines, from left to right by their middles."""
    shapes = [outline(P) for P in polygons]
    if any(len(P) < 3 for P in shapes):
        raise ValueError("a polygon without area")
    return sorted(shapes, key=lambda P: tuple(np.round(P.mean(axis=0), 6)))


def halves(result):
    """Both results of split_polygon as outlines; None stays None."""
    one, other = result
    return tuple(half if half is None else outline(half) for half in (one, other))


def layers_of(call, L):
    """The net that fold_net(L) returned, after a look at its form: L hidden layers of two neurons, one input, one output."""
    net = call.value
    call.holds(isinstance(net, list | tuple) and len(net) == L + 1, f"the net is not a list of {L + 1} layers")
    for i, layer in enumerate(net):
        call.holds(isinstance(layer, list | tuple) and len(layer) == 2, f"layer {i} is not a tuple (W, b)")
        shape = (1 if i == 0 else 2, 1 if i == L else 2)
        call[i][0].has_shape(shape).finite()
        call[i][1].has_shape(shape[1:]).finite()
    return net


def output(net, x):
    """The outputs of a net with one input and one output, for the numbers x."""
    H = np.asarray(x, dtype=float)[:, None]
    for i, (W, b) in enumerate(net):
        H = H @ W + b
        H = np.maximum(H, 0.0) if i < len(net) - 1 else H
    return H[:, 0]


@check("q1", points=0)
def one_hidden_layer(hidden_neurons):
    """Three hidden neurons and one output: 3."""
    expect(hidden_neurons, [(np.ones((2, 3)), np.zeros(3)), (np.ones((3, 1)), np.zeros(1))]).equals(3)


@check("q1", points=0)
def three_hidden_layers(hidden_neurons):
    """Hidden layers of 4, 4 and 2 neurons and five outputs: 10. The net stays what it is."""
    widths = (3, 4, 4, 2, 5)
    expect(hidden_neurons, [(np.ones((D, M)), np.zeros(M)) for D, M in zip(widths, widths[1:])]).equals(10).unchanged()


@check("q2", points=2)
def three_samples_by_hand(activation_pattern):
    """relu(x) and relu(2 - x) at x = 1, 3 and -1: both on, only the first, only the second."""
    right = np.array([[True, True], [True, False], [False, True]])
    expect(activation_pattern, two_neurons(), np.array([[1.0], [3.0], [-1.0]])).equals(right)


@check("q2", points=1)
def zero_is_off(activation_pattern):
    """At x = 0 the first neuron has z = 0, at x = 2 the second: they are off there."""
    expect(activation_pattern, two_neurons(), np.array([[0.0], [2.0]])).equals(np.array([[False, True], [True, False]]))


@check("q3", points=2)
def three_regions_by_hand(local_affine):
    """relu(x) and relu(2 - x), output 3 h1 + 5 h2 + 1: 11 - 5x left of 0, 11 - 2x between, 1 + 3x right of 2."""
    cases = [(two_neurons(), np.array([x])) for x in (-1.0, 1.0, 3.0)]
    for call, slope, offset in zip(each(local_affine, cases), (-5.0, -2.0, 3.0), (11.0, 11.0, 1.0)):
        call.equals((np.array([[slope]]), np.array([offset])))


@check("q3", points=1)
def shapes_of_the_map(local_affine):
    """Three inputs, one hidden layer of four neurons that are all on, two outputs: A is (3, 2), c is (2,)."""
    W1, b1 = np.arange(12.0).reshape(3, 4) / 4, np.ones(4)
    W2, b2 = np.array([[1.0, -1.0], [0.0, 2.0], [3.0, 0.5], [-2.0, 1.0]]), np.array([0.25, -4.0])
    A, c = expect(local_affine, [(W1, b1), (W2, b2)], np.array([1.0, 2.0, 0.5])).unpack(2)
    A.equals(W1 @ W2)
    c.equals(b1 @ W2 + b2).unchanged()


@check("q4", points=1.5)
def two_cuts_by_hand(count_regions_1d):
    """relu(x) and relu(2 - x) cut at 0 and at 2: three regions between -5 and 5."""
    expect(count_regions_1d, two_neurons(), -5.0, 5.0).equals(3)


@check("q4", points=1.5)
def only_what_is_inside(count_regions_1d):
    """The same net between -5 and 1, between 0 and 2, between 3 and 4: 2, 1 and 1 regions."""
    cases = [(two_neurons(), low, high) for low, high in ((-5.0, 1.0), (0.0, 2.0), (3.0, 4.0))]
    for call, right in zip(each(count_regions_1d, cases), (2, 1, 1)):
        call.equals(right)


@check("q5", points=1.5)
def the_plane(max_regions):
    """In the plane, 1 to 8 neurons: 2, 4, 7, 11, 16, 22, 29, 37."""
    for call, right in zip(each(max_regions, [(2, n) for n in range(1, 9)]), (2, 4, 7, 11, 16, 22, 29, 37)):
        call.equals(right)


@check("q6", points=1)
def a_triangle(count_regions_2d):
    """Three lines that form a triangle: 7."""
    expect(count_regions_2d, np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([0.0, 0.0, -1.0])).equals(7)


@check("q6", points=1.5)
def three_through_one_point(count_regions_2d):
    """Three lines through (1, 2): 6. No window and no choice of weights makes it 7."""
    W = np.array([[1.0, 0.0, 2.0], [0.0, 3.0, -1.0]])
    expect(count_regions_2d, W, np.array([-1.0, -6.0, 0.0])).equals(6).unchanged()


@check("q6", points=1.5)
def parallel_and_equal(count_regions_2d):
    """x1 = 0 and x1 = 1: 3 regions. x1 = 0 and -2 x1 = 0: one line, 2 regions."""
    one, other = each(count_regions_2d, [(np.array([[1.0, 1.0], [0.0, 0.0]]), np.array([0.0, -1.0])), (np.array([[1.0, -2.0], [0.0, 0.0]]), np.zeros(2))])
    one.equals(3)
    other.equals(2)


SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])


@check("q7", points=1)
def a_quarter_by_hand(split_polygon):
    """The unit square and 4 x1 - 1 = 0: a quarter on the negative side, three quarters on the positive side."""
    left = np.array([[0.0, 0.0], [0.25, 0.0], [0.25, 1.0], [0.0, 1.0]])
    right = np.array([[0.25, 0.0], [1.0, 0.0], [1.0, 1.0], [0.25, 1.0]])
    expect(view(split_polygon, halves), SQUARE, np.array([4.0, 0.0]), -1.0).equals((left, right))


@check("q7", points=1)
def nothing_to_cut(split_polygon):
    """The unit square is on the negative side of x1 + x2 - 3 = 0, on the positive side of x1 + x2 + 1 = 0, and touches x1 = 0."""
    cases = [(SQUARE, np.array(w), b) for w, b in (((1.0, 1.0), -3.0), ((1.0, 1.0), 1.0), ((1.0, 0.0), 0.0))]
    low, high, touching = each(view(split_polygon, halves), cases)
    low.equals((SQUARE, None))
    high.equals((None, SQUARE))
    touching.equals((None, SQUARE))


@check("q8", points=1)
def the_polygons_by_hand(regions_deep_2d):
    """relu(x1) and relu(x2) between -1 and 1: the four unit squares around the origin."""
    call = expect(view(regions_deep_2d, outlines), [(np.eye(2), np.zeros(2)), OUT], -1.0, 1.0)
    call.equals(tuple(SQUARE - np.array(corner) for corner in ((1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0))))


@check("q8", points=1)
def a_bent_line_by_hand(regions_deep_2d):
    """A neuron above them with z = h1 + h2 - 1/2 cuts three of the four: seven polygons, with the areas 1/8, 1/2, 1/2, 1/2, 1/2, 7/8 and 1."""
    call = expect(view(regions_deep_2d, outlines), bent_line(), -1.0, 1.0)
    call.holds(isinstance(call.value, list | tuple), "the result is not a list of polygons")
    call.holds(len(call.value) == 7, f"there are {len(call.value)} polygons, not 7")
    call.holds(all(isinstance(P, np.ndarray) and P.shape[1:] == (2,) for P in call.value), "an entry of the list is not an array (K, 2)")
    areas = sorted(area(P) for P in call.value)
    call.holds(np.allclose(areas, [0.125, 0.5, 0.5, 0.5, 0.5, 0.875, 1.0]), f"the areas are {np.round(areas, 4).tolist()}, not 1/8, four times 1/2, 7/8 and 1")


@check("q9", points=0.5)
def a_cross_by_hand(count_regions_deep_2d):
    """relu(x1) and relu(x2): four regions between -1 and 1, one between 0 and 1."""
    cross = [(np.eye(2), np.zeros(2)), OUT]
    whole, corner = each(count_regions_deep_2d, [(cross, -1.0, 1.0), (cross, 0.0, 1.0)])
    whole.equals(4)
    corner.equals(1)


@check("q9", points=0.5)
def seven_by_hand(count_regions_deep_2d):
    """The bent line above the cross: 7, although four of the regions share their map."""
    expect(count_regions_deep_2d, bent_line(), -1.0, 1.0).equals(7)


@check("q10", points=1.5)
def one_tent(fold_net):
    """fold_net(1) has two hidden neurons and is the tent: 0, 1/2, 1, 1/2, 0 at 0, 1/4, 1/2, 3/4, 1."""
    call = expect(fold_net, 1)
    found = output(layers_of(call, 1), np.arange(5) / 4)
    call.holds(np.allclose(found, [0.0, 0.5, 1.0, 0.5, 0.0]), f"at 0, 1/4, 1/2, 3/4, 1 the net gives {np.round(found, 4).tolist()}")


@check("q10", points=1.5)
def eight_pieces(fold_net):
    """fold_net(3) goes up and down: 0, 1, 0, 1, 0, 1, 0, 1, 0 at the multiples of 1/8."""
    call = expect(fold_net, 3)
    found = output(layers_of(call, 3), np.arange(9) / 8)
    call.holds(np.allclose(found, [0, 1, 0, 1, 0, 1, 0, 1, 0]), f"at the multiples of 1/8 the net gives {np.round(found, 4).tolist()}")


@check("q11", points=1.5)
def numbers_of_the_text(montufar_bound):
    """Two inputs: [6, 6] gives 198, [8, 8, 8] gives 9472, a single layer of 8 gives 37."""
    for call, right in zip(each(montufar_bound, [(2, [6, 6]), (2, [8, 8, 8]), (2, [8])]), (198, 9472, 37)):
        call.equals(right).unchanged()


V = (np.array([[[2.0]], [[-2.0]]]), np.array([[-1.0], [1.0]]))  # the larger of 2x - 1 and 1 - 2x


@check("q12", points=1)
def the_v_by_hand(maxout):
    """The larger of 2x - 1 and 1 - 2x at x = 0, 1/4 and 1: 1, 1/2, 1."""
    expect(maxout, np.array([[0.0], [0.25], [1.0]]), *V).equals(np.array([[1.0], [0.5], [1.0]]))


@check("q12", points=1)
def the_v_backward_by_hand(maxout_backward):
    """Upstream 1 at x = 1/4 and 10 at x = 1: dX, dW and db are the numbers in the text."""
    right = (np.array([[-2.0], [20.0]]), np.array([[[10.0]], [[0.25]]]), np.array([[10.0], [1.0]]))
    expect(maxout_backward, np.array([[1.0], [10.0]]), np.array([[0.25], [1.0]]), *V).equals(right)


@check("q13", points=1.5)
def numbers_of_the_theorem(maxout_bound):
    """Rank 2 on two inputs, 1 to 4 layers: 4, 8, 16, 32. Rank 3, three layers: 81."""
    cases = [(1, 2, 2), (2, 2, 2), (3, 2, 2), (4, 2, 2), (3, 2, 3)]
    for call, right in zip(each(maxout_bound, cases), (4, 8, 16, 32, 81)):
        call.equals(right)
