"""Wrong implementations of tower that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import bump, sigmoid

TOWER = "q3, the table with the three places."


@mistake(
    "tower",
    hints=(
        "What does your last neuron say on an arm, where the sum is h?",
        "The threshold has to lie between the height of an arm and that of the crossing, not on one of them.",
        TOWER,
    ),
)
def threshold_of_an_arm(X, low, high, h, w):
    """The threshold is h: the arms come out at one half."""
    return sigmoid(bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w) - h)


@mistake(
    "tower",
    hints=(
        "If h is 10, is your threshold between 10 and 20?",
        "When the bumps get higher, so must the threshold.",
        TOWER,
    ),
)
def threshold_without_the_height(X, low, high, h, w):
    """The threshold is 3/2, whatever h is."""
    return sigmoid(bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w) - 1.5)


@mistake(
    "tower",
    hints=(
        "Can your output be larger than 1, or less than 0?",
        "The second hidden layer is made of sigmoid neurons too.",
        TOWER,
    ),
)
def forgets_the_second_layer(X, low, high, h, w):
    """The last sigmoid is missing."""
    return bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w) - 1.5 * h


@mistake(
    "tower",
    hints=(
        "Which input does your second wall look at?",
        "Each wall looks at one input, and the two walls at different ones.",
        TOWER,
    ),
)
def looks_at_x1_twice(X, low, high, h, w):
    """Both walls look at x1."""
    return sigmoid(bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 0], low[1], high[1], h, w) - 1.5 * h)


@mistake(
    "tower",
    hints=(
        "Between which two numbers does x1 lie inside your rectangle?",
        "low and high are two opposite corners, each with two coordinates; they are not one interval for each input.",
        "q3, the docstring: what low and high are.",
    ),
)
def corners_as_intervals(X, low, high, h, w):
    """low is taken as the interval of x1 and high as that of x2."""
    return sigmoid(bump(X[:, 0], low[0], low[1], h, w) + bump(X[:, 1], high[0], high[1], h, w) - 1.5 * h)


@mistake(
    "tower",
    hints=(
        "What does your last neuron get at the crossing, if both walls are 10 high?",
        "A neuron adds up its inputs.",
        TOWER,
    ),
)
def multiplies_the_walls(X, low, high, h, w):
    """The walls are multiplied instead of added."""
    return sigmoid(bump(X[:, 0], low[0], high[0], h, w) * bump(X[:, 1], low[1], high[1], h, w) - 1.5 * h)


@mistake(
    "tower",
    hints=(
        "What is your output at the crossing: more than one half, or just one half?",
        "The threshold has to lie between the height of an arm and that of the crossing, not on one of them.",
        TOWER,
    ),
)
def threshold_of_the_crossing(X, low, high, h, w):
    """The threshold is 2h: the tower itself comes out at one half."""
    return sigmoid(bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w) - 2 * h)


@mistake(
    "tower",
    hints=(
        "How often do you take off 3h/2?",
        "There is one neuron in the second layer, with one threshold.",
        TOWER,
    ),
)
def threshold_for_each_wall(X, low, high, h, w):
    """The threshold is taken off twice, once for each wall."""
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(both - 3.0 * h)


@mistake(
    "tower",
    hints=(
        "How steep is the neuron of the second layer?",
        "The steepness belongs to the two walls; the heights make the second layer sharp.",
        TOWER,
    ),
)
def steep_second_layer(X, low, high, h, w):
    """The second sigmoid is multiplied by the steepness, too."""
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(w * (both - 1.5 * h))


@mistake(
    "tower",
    hints=(
        "Which coordinate does low[0] belong to?",
        "Index 0 is x1, index 1 is x2.",
        TOWER,
    ),
)
def inputs_exchanged(X, low, high, h, w):
    """x1 and x2 have changed places."""
    both = bump(X[:, 1], low[0], high[0], h, w) + bump(X[:, 0], low[1], high[1], h, w)
    return sigmoid(both - 1.5 * h)


@mistake(
    "tower",
    hints=(
        "What does your tower give far away from both walls?",
        "Far away the sum has to be below 0.",
        TOWER,
    ),
)
def threshold_added(X, low, high, h, w):
    """The threshold is added instead of taken off."""
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(both + 1.5 * h)


@mistake(
    "tower",
    hints=(
        "Is your output ever between 0 and 1?",
        "The neuron of the second layer is a sigmoid.",
        TOWER,
    ),
)
def hard_decision(X, low, high, h, w):
    """The second layer is a hard step."""
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return np.where(both > 1.5 * h, 1.0, 0.0)


@mistake(
    "tower",
    hints=(
        "Which shape has your result for one point?",
        "There is one output per point, also for a single one.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def one_point_loses_its_axis(X, low, high, h, w):
    """For a single point a number is returned instead of an array of one."""
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return np.squeeze(sigmoid(both - 1.5 * h))


@mistake(
    "tower",
    hints=(
        "What does your tower give where both walls stand?",
        "The walls are added up.",
        TOWER,
    ),
)
def walls_taken_off_each_other(X, low, high, h, w):
    """The second wall is taken off the first."""
    both = bump(X[:, 0], low[0], high[0], h, w) - bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(both - 1.5 * h)


@mistake(
    "tower",
    hints=(
        "How high is your tower in the middle?",
        "The output of a sigmoid stays between 0 and 1.",
        TOWER,
    ),
)
def height_of_the_tower(X, low, high, h, w):
    """The result is multiplied by the height."""
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return h * sigmoid(both - 1.5 * h)


@mistake(
    "tower",
    hints=(
        "Which neuron of your network looks at both walls?",
        "The second layer is one more sigmoid neuron: it adds the walls and asks for more than 3/2 of h.",
        TOWER,
    ),
)
def smaller_of_the_walls(X, low, high, h, w):
    """The smaller one of the two walls is taken, in units of h, instead of a second layer."""
    return np.minimum(bump(X[:, 0], low[0], high[0], h, w), bump(X[:, 1], low[1], high[1], h, w)) / h


@mistake(
    "tower",
    hints=(
        "Does your answer for one point depend on which others are asked along with it?",
        "The threshold is a number of the network: 3h/2.",
        TOWER,
    ),
)
def threshold_from_the_points(X, low, high, h, w):
    """The threshold is three quarters of the largest sum among the points that are asked for."""
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(both - 0.75 * np.max(both))


@mistake(
    "tower",
    hints=(
        "How large is what your second layer sees inside the tower, and is it above 3/2 of h?",
        "A neuron adds up what it hears.",
        TOWER,
    ),
)
def walls_averaged(X, low, high, h, w):
    """The mean of the walls is taken instead of their sum."""
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(both / 2 - 1.5 * h)


@mistake(
    "tower",
    hints=(
        "What does your tower say about a point with a fitting x1 and an x2 far outside?",
        "Both coordinates are asked for, each by a wall of its own.",
        TOWER,
    ),
)
def one_wall_only(X, low, high, h, w):
    """Only the wall of x1 is there."""
    return sigmoid(bump(X[:, 0], low[0], high[0], h, w) - 1.5 * h)


@mistake(
    "tower",
    hints=(
        "What does your tower say inside the rectangle?",
        "Inside, the sum is above the threshold, and the last sigmoid comes near 1.",
        TOWER,
    ),
)
def tower_upside_down(X, low, high, h, w):
    """The sign of the last neuron is turned round: near 0 inside and near 1 outside."""
    return sigmoid(1.5 * h - bump(X[:, 0], low[0], high[0], h, w) - bump(X[:, 1], low[1], high[1], h, w))


@mistake(
    "tower",
    hints=(
        "Can your output be negative?",
        "The neurons of the second layer are sigmoids as well: between 0 and 1.",
        TOWER,
    ),
)
def tanh_for_the_last_neuron(X, low, high, h, w):
    """The last neuron is a tanh."""
    return np.tanh(bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w) - 1.5 * h)
