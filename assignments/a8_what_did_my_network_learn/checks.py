"""Public checks of a8: worked numbers, forms of answers, inputs left as they were."""

import numpy as np

from autograder.checking import check, each, expect, expect_error, rng


def linear(*columns, b=None):
    """A network of one linear layer with the given columns of weights."""
    W = np.array(columns, dtype=float).T
    return [(W, np.zeros(W.shape[1]) if b is None else np.array(b, dtype=float), "linear")]


def two_relus():
    """The network of q4: two ReLU units and one output."""
    return [(np.array([[1.0, -1.0], [2.0, 0.0]]), np.zeros(2), "relu"), (np.array([[3.0], [5.0]]), np.zeros(1), "linear")]


@check("q1", points=0)
def two_layers(count_params):
    """Layers of 2, 3 and 1 units: 9 numbers in the first step, 4 in the second, 13 together. The list stays what it is."""
    expect(count_params, [2, 3, 1]).equals(13).unchanged()


@check("q1", points=0)
def published_widths(count_params):
    """784-500-10 has 397 510 parameters, 784-300-100-10 has 266 610, 3072-100-10 has 308 310."""
    widths = ([784, 500, 10], [784, 300, 100, 10], [3072, 100, 10])
    for call, right in zip(each(count_params, [(one,) for one in widths]), (397510, 266610, 308310), strict=True):
        call.equals(right)


@check("q2", points=1)
def slide_by_hand(conv2d):
    """The 2 by 3 image and the 2 by 2 filter of the text: [5 4]."""
    x, k = np.array([[1.0, 2.0, 0.0], [3.0, 1.0, 4.0]]), np.array([[1.0, -1.0], [2.0, 0.0]])
    expect(conv2d, x, k).equals(np.array([[5.0, 4.0]])).unchanged()


@check("q2", points=1)
def border_by_hand(conv2d):
    """One pixel with the value 2 and a border of one zero: the 3 by 3 filter's middle counts; a 2 by 2 filter has four places."""
    x = np.array([[2.0]])
    middle, four = each(conv2d, [(x, np.arange(9.0).reshape(3, 3), 1), (x, np.array([[1.0, 2.0], [3.0, 4.0]]), 1)])
    middle.equals(np.array([[8.0]]))
    four.equals(np.array([[8.0, 6.0], [4.0, 2.0]]))


@check("q2", points=0.5)
def filter_too_big(conv2d):
    """A filter that is higher or wider than the image with its border is refused with a ValueError; one that just fits is not."""
    fits = expect(conv2d, np.ones((2, 3)), np.ones((2, 3)))
    fits.equals(np.array([[6.0]]))
    expect_error(conv2d, np.ones((2, 3)), np.ones((3, 1)), because="3 rows do not fit into 2", message=False)
    expect_error(conv2d, np.ones((3, 2)), np.ones((1, 3)), because="3 columns do not fit into 2", message=False)


@check("q3", points=1)
def grid_by_hand(filter_grid):
    """The three one-pixel filters of the text in two columns."""
    right = np.array([[1.0, 0.0, -1.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
    expect(filter_grid, np.array([[[2.0]], [[-4.0]], [[0.0]]]), 2).equals(right).unchanged()


@check("q4", points=1.5)
def slopes_by_hand(saliency):
    """The two ReLU units of the text: (3, 6) at (1, 1), (-5, 0) at (-3, 1), both in one batch."""
    X = np.array([[1.0, 1.0], [-3.0, 1.0]])
    expect(saliency, two_relus(), X, 0).equals(np.array([[3.0, 6.0], [-5.0, 0.0]])).unchanged()


@check("q5", points=1)
def back_by_hand(project):
    """The rows (3, -4), (0.1, 0.2) and (0, 0): shortened or cut to size 1, or left as they are."""
    X = np.array([[3.0, -4.0], [0.1, 0.2], [0.0, 0.0]])
    ball, box = each(project, [(X, "ball", 1.0), (X, "box", 1.0)])
    ball.equals(np.array([[0.6, -0.8], [0.1, 0.2], [0.0, 0.0]])).unchanged()
    box.equals(np.array([[1.0, -1.0], [0.1, 0.2], [0.0, 0.0]]))


@check("q6", points=1.5)
def climb_by_hand(activation_max):
    """The linear unit (3, -4) on the ball: values 0, 2.5, 5, 5, and the end (0.6, -0.8)."""
    X, values = expect(activation_max, linear([3, -4]), 0, np.zeros((1, 2)), "ball", 1.0, 3, 0.1).unpack(2)
    values.equals(np.array([[0.0], [2.5], [5.0], [5.0]]))
    X.equals(np.array([[0.6, -0.8]]))


@check("q6", points=1)
def box_by_hand(activation_max):
    """The same unit in the box, from a start outside: the start counts as (1, 1), the end is (1, -1) with the value 7."""
    X, values = expect(activation_max, linear([3, -4]), 0, np.array([[2.0, 5.0]]), "box", 1.0, 10, 0.1).unpack(2)
    X.equals(np.array([[1.0, -1.0]]))
    values.has_shape((11, 1))
    values[0].equals(np.array([-1.0]))
    values[10].equals(np.array([7.0]))


@check("q7", points=1)
def sorted_by_hand(distinct_modes):
    """Ends 0, 5 and 0.5 with values 1, 3 and 2: the modes 5 and 0.5, counted 1 and 2."""
    call = expect(distinct_modes, np.array([[0.0], [5.0], [0.5]]), np.array([1.0, 3.0, 2.0]), 1.0)
    call.equals((np.array([[5.0], [0.5]]), np.array([1, 2])))


@check("q8", points=1)
def linear_unit_has_one(modes_of_unit):
    """The linear unit (3, -4) has one mode on the ball, (0.6, -0.8), and all 20 climbs end there."""
    call = expect(modes_of_unit, linear([3, -4]), 0, 20, 1.0, 60, 0.1, rng(81, 1))
    modes, counts = call.unpack(2)
    modes.equals(np.array([[0.6, -0.8]]), atol=1e-3)
    counts.equals(np.array([20]))


@check("q9", points=1.5)
def two_dimensions(typicality):
    """2 dimensions, 10 000 points: the median is near 1.1774 and the share near 0.2212."""
    # A good five standard errors of a right answer, from tests/calibration/a8_typicality.py.
    median, inside = expect(typicality, 2, 10000, rng(81, 2)).unpack(2)
    median.equals(1.17741, atol=0.045)
    inside.equals(0.22120, atol=0.022)


@check("q10", points=1.5)
def painted_by_hand(occlusion):
    """A 2 by 2 image of ones, weights 1 to 4: painting one pixel with 0 gives [1 2; 3 4], with 1 nothing, with 2 the negative."""
    net, X = linear([1, 2, 3, 4]), np.ones((1, 4))
    right = np.array([[[1.0, 2.0], [3.0, 4.0]]])
    for call, factor in zip(each(occlusion, [(net, X, 0, 1, fill) for fill in (0.0, 1.0, 2.0)]), (1, 0, -1), strict=True):
        call.equals(factor * right).unchanged()


@check("q11", points=1.5)
def sign_of_one_feature(permutation_importance):
    """The network of the text on its four samples, 400 shuffles: feature 0 is near 0.5."""
    X = np.array([[-1.0, 5.0], [-2.0, 6.0], [1.0, 7.0], [2.0, 8.0]])
    net = linear([-1, 0], [1, 0])
    call = expect(permutation_importance, net, X, np.array([0, 0, 1, 1]), 400, rng(81, 3)).has_shape((2,))
    # One shuffle has a standard deviation of 0.289, the mean of 400 of 0.0144: tests/calibration/a8_shuffles.py.
    call[0].equals(0.5, atol=0.08)


@check("q11", points=1)
def feature_never_looked_at(permutation_importance):
    """A feature with weights of zero has the importance 0, exactly."""
    X = np.array([[-1.0, 5.0], [-2.0, 6.0], [1.0, 7.0], [2.0, 8.0]])
    call = expect(permutation_importance, linear([-1, 0], [1, 0]), X, np.array([0, 0, 1, 1]), 5, rng(81, 4))
    call.has_shape((2,)).unchanged()
    call[1].equals(0.0)


@check("q12", points=0.5)
def an_answer(spurious_pixel):
    """The answer is a tuple of three integers: row and column from 0 to 7, class from 0 to 3."""
    call = expect(spurious_pixel)
    for part, top in zip(call.unpack(3), (7, 7, 3), strict=True):
        whole = isinstance(part.value, int | np.integer) and not isinstance(part.value, bool)
        part.holds(whole and 0 <= part.value <= top, f"this is not an integer from 0 to {top}")


@check("q13", points=1.5)
def probe_by_hand(linear_probe):
    """The two samples of the text: V, and one of two test samples right."""
    H, y = np.array([[-1.0], [1.0]]), np.array([0, 1])
    V, accuracy = expect(linear_probe, H, y, np.array([[3.0], [-2.0]]), np.array([1, 1]), 1.0).unpack(2)
    V.equals(np.array([[-1.0, 1.0], [1.0, 1.0]]) / 3)
    accuracy.equals(0.5)


@check("q14", points=1.5)
def curve_by_hand(separability_curve):
    """The three samples of the text: 2/3 on the input, 1 behind the layer."""
    net = [(np.array([[1.0, -1.0]]), np.zeros(2), "relu")]
    X, y = np.array([[-1.0], [0.0], [1.0]]), np.array([1, 0, 1])
    expect(separability_curve, net, X, y, X, y, 0.01).equals(np.array([2 / 3, 1.0])).unchanged()
