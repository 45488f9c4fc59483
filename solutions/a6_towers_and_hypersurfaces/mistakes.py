"""Wrong implementations learners write in a6, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import adam_step, best_outer, bowl, bump, evaluate, gradients, rmse, sigmoid, start_net

BUMP = "q2, the worked number, and the formula in the docstring."
TOWER = "q3, the table with the three places."
POLYGON = "q4, the worked number for four sides."
AREA = "q5, the worked number with 40 points inside."
RIDGES = "q6, the worked number with two ridges."
CITY = "q7, the worked number with four cells."
GRID = "q8, the text above the worked number, and the three points of its grid."
FIT = "q9, the goal, and the three rows of errors in the cell above the question."
FORM = "q9, the docstring: what is drawn, and what is returned."
CURVE = "q10, the worked number and the formula in the docstring."


@mistake(
    "rmse",
    hints=(
        "In which unit is your number, if the heights are in metres?",
        "Root, mean, square: three steps, done from right to left.",
        "q1, the worked number.",
    ),
)
def forgets_the_root(a, b):
    """The root is missing: the stub as it was handed out."""
    return float(np.mean((a - b) ** 2))


@mistake(
    "rmse",
    hints=(
        "Should twice as many points with the same differences give a larger error?",
        "A mean is a sum divided by the number of entries.",
        "q1, the worked number.",
    ),
)
def sums_instead_of_averaging(a, b):
    """The squares are added up, not averaged."""
    return float(np.sqrt(np.sum((a - b) ** 2)))


@mistake(
    "bump",
    hints=(
        "How high is your bump if h is 5?",
        "Both steps have the height h, so the bump has it too.",
        BUMP,
    ),
)
def forgets_the_height(x, left, right, h, w):
    """The height h is not used: the bump is always 1 high."""
    return sigmoid(w * (x - left)) - sigmoid(w * (x - right))


@mistake(
    "bump",
    hints=(
        "What is your function far to the right of both edges?",
        "The first step goes up, the second one has to come down again.",
        BUMP,
    ),
)
def two_steps_up(x, left, right, h, w):
    """The second step is added instead of taken off: a staircase."""
    return h * (sigmoid(w * (x - left)) + sigmoid(w * (x - right)))


@mistake(
    "bump",
    hints=(
        "Where does your step climb if w is 100 and the edge is at 0.4?",
        "The steepness multiplies the whole distance from the edge.",
        BUMP,
    ),
)
def steepness_on_x_only(x, left, right, h, w):
    """w multiplies x but not the edge: the steps are in the wrong places."""
    return h * (sigmoid(w * x - left) - sigmoid(w * x - right))


@mistake(
    "bump",
    hints=(
        "Is your bump a hill or a hole?",
        "Left of it both sigmoids are 0; inside, one of them is 1: which one must be counted as positive?",
        BUMP,
    ),
)
def upside_down(x, left, right, h, w):
    """The two steps are swapped: a hole instead of a bump."""
    return h * (sigmoid(w * (x - right)) - sigmoid(w * (x - left)))


@mistake(
    "bump",
    hints=(
        "What is exp(1000), and what is it divided by itself?",
        "A formula can be right on paper and give NaN in float64: exp must not get a large argument.",
        "q2, the paragraph on large numbers.",
    ),
)
def overflows(x, left, right, h, w):
    """The sigmoid is written as exp(z) / (1 + exp(z)), which is NaN for large z."""
    with np.errstate(all="ignore"):
        up, down = np.exp(w * (x - left)), np.exp(w * (x - right))
        return h * (up / (1 + up) - down / (1 + down))


@mistake(
    "bump",
    hints=(
        "Does your bump change when w does?",
        "A sigmoid is soft: it becomes a step only when w is very large.",
        BUMP,
    ),
)
def hard_steps(x, left, right, h, w):
    """Hard steps stand in place of the sigmoids."""
    return h * (1.0 * (x > left) - 1.0 * (x > right))


@mistake(
    "bump",
    hints=(
        "With a small w the two edges overlap: what do two neurons do whose outputs are added, and what does yours do?",
        "An output neuron adds up what it hears; it does not multiply one neuron by another.",
        BUMP,
    ),
)
def product_of_two_steps(x, left, right, h, w):
    """A rising and a falling sigmoid are multiplied instead of subtracted."""
    return h * sigmoid(w * (x - left)) * sigmoid(w * (right - x))


@mistake(
    "bump",
    hints=(
        "Does a larger w make your edges steeper or softer?",
        "The steeper the step, the faster its argument grows.",
        BUMP,
    ),
)
def divides_by_the_steepness(x, left, right, h, w):
    """The distance is divided by w instead of multiplied: large w gives soft edges."""
    return h * (sigmoid((x - left) / w) - sigmoid((x - right) / w))


@mistake(
    "bump",
    hints=(
        "What should the bump be far away from both edges?",
        "The height is a factor of both steps.",
        BUMP,
    ),
)
def height_added(x, left, right, h, w):
    """The height is added instead of multiplied."""
    return h + sigmoid(w * (x - left)) - sigmoid(w * (x - right))


@mistake(
    "bump",
    hints=(
        "Does your bump become higher for a larger w?",
        "w is inside the sigmoids: it makes the edges steeper.",
        BUMP,
    ),
)
def steepness_as_a_height(x, left, right, h, w):
    """The steepness multiplies the whole bump."""
    return h * w * (sigmoid(x - left) - sigmoid(x - right))


@mistake(
    "bump",
    hints=(
        "How high is your bump to the right of its right edge?",
        "Both steps have the height h.",
        BUMP,
    ),
)
def height_of_the_second_step_forgotten(x, left, right, h, w):
    """The second step is 1 high instead of h."""
    return h * sigmoid(w * (x - left)) - sigmoid(w * (x - right))


@mistake(
    "bump",
    hints=(
        "How high is your bump between its edges?",
        "Both steps have the height h.",
        BUMP,
    ),
)
def height_of_the_first_step_forgotten(x, left, right, h, w):
    """The first step is 1 high instead of h."""
    return sigmoid(w * (x - left)) - h * sigmoid(w * (x - right))


@mistake(
    "bump",
    hints=(
        "Can your bump be higher than 1?",
        "A sigmoid is never more than 1: the height has to stand in front of it.",
        BUMP,
    ),
)
def height_inside_the_sigmoid(x, left, right, h, w):
    """The height stands inside the sigmoids."""
    return sigmoid(h * w * (x - left)) - sigmoid(h * w * (x - right))


@mistake(
    "bump",
    hints=(
        "Does the steepness of an edge depend on where the other edge is?",
        "w multiplies the distances as it is.",
        BUMP,
    ),
)
def steepness_over_the_width(x, left, right, h, w):
    """The steepness is divided by the width of the bump."""
    return h * (sigmoid(w * (x - left) / (right - left)) - sigmoid(w * (x - right) / (right - left)))


@mistake(
    "bump",
    hints=(
        "What brings your bump down again?",
        "The second step takes away what the first one gave.",
        BUMP,
    ),
)
def only_the_rising_step(x, left, right, h, w):
    """Only the rising step is there."""
    return h * sigmoid(w * (np.asarray(x, dtype=float) - left))


@mistake(
    "bump",
    hints=(
        "How low is your bump far away from both edges?",
        "A stable sigmoid needs no cut exponents.",
        BUMP,
    ),
)
def exponents_cut(x, left, right, h, w):
    """The exponents are cut off, so that the tails of the bump are too high."""
    return h * (sigmoid(np.clip(w * (x - left), -20, 20)) - sigmoid(np.clip(w * (x - right), -20, 20)))


@mistake(
    "bump",
    hints=(
        "How high is your bump between its edges, h or 2 h?",
        "A sigmoid rises by 1, tanh by 2.",
        BUMP,
    ),
)
def steps_of_tanh(x, left, right, h, w):
    """Steps of tanh stand in place of the sigmoids."""
    return h * (np.tanh(w * (x - left)) - np.tanh(w * (x - right)))


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
    "polygon_tower",
    hints=(
        "If n - 1 of the n neurons say 1, is the point inside?",
        "Inside means that every single neuron says 1.",
        POLYGON,
    ),
)
def half_of_the_sides_are_enough(n):
    """The threshold is n/2: a point on the right side of most lines counts as inside."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": -n / 2, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "What does neuron 0 say at the origin?",
        "A neuron says 1 on the side where its sum is positive, and that has to be the side of the origin.",
        POLYGON,
    ),
)
def faces_outwards(n):
    """The neurons say 1 outside of their lines."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": np.array([np.cos(angles), np.sin(angles)]), "b1": -np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "Which way does the last side face, and is there one that faces down?",
        "The n directions go all the way round the circle.",
        "q4, the docstring: the angles a_k.",
    ),
)
def half_a_turn_only(n):
    """The directions cover half a turn: the polygon is open on one side."""
    angles = np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "Does your polygon hold the circle, or the circle your polygon?",
        "The sides touch the circle in their middles, so the corners lie outside of it.",
        "q4, the docstring: which polygon is meant.",
    ),
)
def inside_the_circle(n):
    """The polygon has its corners on the unit circle instead of its sides."""
    angles = 2 * np.pi * np.arange(n) / n
    inner = np.full(n, np.cos(np.pi / n))
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": inner, "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "Which way does side 0 face?",
        "The first direction is that of x1: u_0 = (1, 0).",
        "q4, the docstring: the angles a_k.",
    ),
)
def turned_by_half_a_side(n):
    """The polygon is turned by half a side: a corner where the middle of side 0 should be."""
    angles = 2 * np.pi * (np.arange(n) + 0.5) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "Are your first and your last direction the same?",
        "A full turn ends where it began, so its end is no direction of its own.",
        "q4, the docstring: the angles a_k.",
    ),
)
def first_side_twice(n):
    """The angles go from 0 to 2 pi with both ends: the first side is counted twice, and the others are in the wrong places."""
    angles = np.linspace(0, 2 * np.pi, n)
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "What is the largest sum your neurons can reach, and is that more than your threshold?",
        "The threshold lies between n - 1 and n, on neither of them.",
        POLYGON,
    ),
)
def never_enough(n):
    """The threshold is n: no point is inside."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": -1.0 * n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "On how many lines has a point to be on the right side?",
        "Inside means: on the right side of all n lines.",
        POLYGON,
    ),
)
def one_side_may_fail(n):
    """The threshold is n - 3/2: a point on the wrong side of one line counts as inside."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 1.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "Which points are inside for your net?",
        "Inside means: on the right side of all n lines.",
        POLYGON,
    ),
)
def any_side_will_do(n):
    """A single line is enough."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": -0.5, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "In which unit do numpy's sine and cosine take an angle?",
        "A full turn is 2 pi radians.",
        POLYGON,
    ),
)
def degrees_in_the_cosine(n):
    """The angles are in degrees."""
    angles = 360.0 * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "How far are your lines from the origin?",
        "Every side touches the unit circle.",
        POLYGON,
    ),
)
def lines_through_the_origin(n):
    """The lines pass through the origin: the biases are missing."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.zeros(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "Is (1.5, 0) inside of your polygon?",
        "Every side touches the unit circle.",
        POLYGON,
    ),
)
def twice_as_far_out(n):
    """The lines are at a distance of 2 from the origin."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.full(n, 2.0), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "In which direction does your side 0 face?",
        "The first coordinate is the cosine.",
        POLYGON,
    ),
)
def sine_before_cosine(n):
    """Sine and cosine are exchanged."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.sin(angles), np.cos(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "How many neurons has your net for n = 6?",
        "There are n sides and n neurons.",
        POLYGON,
    ),
)
def always_four_sides(n):
    """The polygon always has four sides."""
    n = 4
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "area_mc",
    hints=(
        "If a net is positive everywhere, what is the area of the square?",
        "A share is no area: it has to be scaled by the area it is a share of.",
        AREA,
    ),
)
def share_instead_of_area(net, half, samples, rng):
    """The share of the points is returned, not scaled by the area of the square."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p), float(np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "How long is a side of the square [-half, half]^2?",
        "The side reaches from -half to half.",
        AREA,
    ),
)
def side_is_half(net, half, samples, rng):
    """The area of the square is taken as half squared."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * half**2), float(half**2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Does your error get smaller with more points?",
        "The spread of a share belongs to one point; that of a mean of N points is smaller by the root of N.",
        AREA,
    ),
)
def spread_of_one_point(net, half, samples, rng):
    """The error is not divided by the root of the number of points."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p)))


@mistake(
    "area_mc",
    hints=(
        "With four times as many points, is your error half as large, or a quarter?",
        "The number of points stands under the root.",
        AREA,
    ),
)
def divides_outside_the_root(net, half, samples, rng):
    """The error is divided by the number of points instead of its root."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p)) / samples)


@mistake(
    "area_mc",
    hints=(
        "In which unit is your error: that of an area, or that of a share?",
        "What is done to the share is done to its error as well.",
        AREA,
    ),
)
def error_not_scaled(net, half, samples, rng):
    """The error is that of the share, the area is scaled."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float(np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Do your points reach all four corners of the square?",
        "The square lies around the origin, with negative coordinates as well.",
        "q5, the docstring: where the points are drawn.",
    ),
)
def one_corner_only(net, half, samples, rng):
    """The points are drawn between 0 and half only."""
    p = np.mean(evaluate(net, half * rng.random(size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "If the output is exactly 0 at a point, does it count in your code?",
        "Positive means more than 0.",
        "q5, the docstring: which points count.",
    ),
)
def counts_zero(net, half, samples, rng):
    """Points where the output is 0 are counted as well."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) >= 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Would two different generators give you two different areas?",
        "All chance comes from the generator that is handed in.",
        "The conventions at the top of the notebook.",
    ),
)
def generator_of_its_own(net, half, samples, rng):
    """The points come from a generator of its own, so they are always the same."""
    p = np.mean(evaluate(net, np.random.default_rng(0).uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "How long is a side of the square?",
        "Both sides are 2 half long.",
        AREA,
    ),
)
def half_of_one_side_only(net, half, samples, rng):
    """The area of the square is taken as 2 times half squared."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * 2 * half**2), float(2 * half**2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Can one of your points lie outside of the square?",
        "The points are uniform in the square.",
        AREA,
    ),
)
def normal_points(net, half, samples, rng):
    """The points are drawn from a normal distribution."""
    p = np.mean(evaluate(net, half * rng.normal(size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "In which unit is your error?",
        "The standard error is a root.",
        AREA,
    ),
)
def variance_for_error(net, half, samples, rng):
    """The root is missing from the error."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * p * (1 - p) / samples)


@mistake(
    "area_mc",
    hints=(
        "How large is your error when all points are inside?",
        "The spread of a share is p (1 - p).",
        AREA,
    ),
)
def error_without_the_rest(net, half, samples, rng):
    """The error lacks the factor 1 - p."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p / samples))


@mistake(
    "area_mc",
    hints=(
        "Does a point count more when the output there is larger?",
        "A point counts if the output is more than 0.",
        AREA,
    ),
)
def mean_of_the_outputs(net, half, samples, rng):
    """The mean output is taken for the share."""
    p = float(np.clip(np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2)))), 0, 1))
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Which of the two results comes first?",
        "First the area, then its standard error.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def error_first(net, half, samples, rng):
    """The error is returned before the area."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples)), float(p * (2 * half) ** 2)


@mistake(
    "area_mc",
    hints=(
        "How many numbers do you draw for one point?",
        "A point has two coordinates of its own.",
        AREA,
    ),
)
def diagonal_points(net, half, samples, rng):
    """Both coordinates of a point are the same number."""
    p = np.mean(evaluate(net, np.repeat(rng.uniform(-half, half, size=(samples, 1)), 2, axis=1)) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "one_layer_tower",
    hints=(
        "Are two of your ridges the same one?",
        "A ridge looks the same from both sides, so half a turn holds all directions.",
        "q6, the docstring: the angles a_k.",
    ),
)
def a_full_turn(n):
    """The directions go all the way round, so that ridges coincide."""
    angles = 2 * np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "How high is your landscape at the origin, with five ridges?",
        "All ridges meet at the origin, and together they are 1 high there.",
        RIDGES,
    ),
)
def ridges_of_height_one(n):
    """Each ridge is 1 high, so the middle is n high."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.repeat([1.0, -1.0], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "Does your landscape come down again on the other side of a ridge?",
        "A ridge is a step up and a step down.",
        RIDGES,
    ),
)
def steps_add_up(n):
    """Both steps of a ridge go up: stairs instead of ridges."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.full(2 * n, 1 / n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "How wide is your ridge, from one edge to the other?",
        "A ridge covers everything that is nearer than 1 to its middle line, on both sides.",
        RIDGES,
    ),
)
def half_as_wide(n):
    """The ridges reach from -1/2 to 1/2 instead of from -1 to 1."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([0.5, -0.5], n), "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "Are your first and your last ridge the same one?",
        "Half a turn ends in the direction in which it began, as far as a ridge can tell.",
        "q6, the docstring: the angles a_k.",
    ),
)
def last_ridge_is_the_first(n):
    """The angles go from 0 to pi with both ends, so the first ridge is there twice."""
    angles = np.linspace(0, np.pi, n)
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "With a single ridge: which of the two inputs decides whether a point is on it?",
        "u_k points across the ridge, not along it.",
        RIDGES,
    ),
)
def turned_by_a_right_angle(n):
    """The ridges run across the directions they should run along: all of them are turned by 90 degrees."""
    angles = np.pi * np.arange(n) / n
    across = np.array([-np.sin(angles), np.cos(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "Is the middle of your ridge at the origin?",
        "One of the two steps is at -1 and the other at 1, on both sides of the middle line.",
        RIDGES,
    ),
)
def ridges_beside_the_middle(n):
    """The ridges reach from 0 to 1 instead of from -1 to 1."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([0.0, -1.0], n), "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "How high is your net far away from all ridges?",
        "The ridges stand on the ground: no output bias is needed.",
        RIDGES,
    ),
)
def ridges_minus_one(n):
    """Everything is lowered by 1."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    heights = np.ones(n) / n
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.concatenate([heights, -heights]), "b2": -1.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "Is (1.5, 0) on a ridge for n = 1?",
        "A ridge ends where u . x is 1 or -1.",
        RIDGES,
    ),
)
def twice_as_wide(n):
    """The ridges reach from -2 to 2 instead of from -1 to 1."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    heights = np.ones(n) / n
    return {"W1": np.hstack([across, across]), "b1": np.repeat([2.0, -2.0], n), "w2": np.concatenate([heights, -heights]), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "Is your net positive or negative at the origin?",
        "A ridge is up between its two steps.",
        RIDGES,
    ),
)
def holes_instead_of_ridges(n):
    """The two steps of a ridge have changed their signs."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    heights = np.ones(n) / n
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.concatenate([-heights, heights]), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "How many neurons does your net have?",
        "Each ridge takes two neurons, one for each edge.",
        RIDGES,
    ),
)
def second_steps_missing(n):
    """The ridges have no second step: they go on for ever on one side."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    heights = np.ones(n) / n
    return {"W1": across, "b1": np.ones(n), "w2": heights, "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "How high is your net at the origin?",
        "n ridges of 1/n add up to 1.",
        RIDGES,
    ),
)
def one_over_twice_n(n):
    """Each ridge is 1/(2n) high."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    heights = np.ones(n) / (2 * n)
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.concatenate([heights, -heights]), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "In which unit do numpy's sine and cosine take an angle?",
        "Half a turn is pi radians.",
        RIDGES,
    ),
)
def ridges_in_degrees(n):
    """The angles are in degrees."""
    angles = 180.0 * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    heights = np.ones(n) / n
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.concatenate([heights, -heights]), "b2": 0.0, "act": "step"}




@mistake(
    "approx_by_bumps",
    hints=(
        "At which point of a cell do you ask f?",
        "A tower is as high as f is in the middle of its cell.",
        CITY,
    ),
)
def heights_from_the_corners(f, M):
    """f is asked at the lower left corner of every cell instead of its middle."""
    corners = 2 * np.arange(M) / M - 1
    x1, x2 = np.meshgrid(corners, corners, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "Is your city right for a surface that depends on x2 only?",
        "The first index of the table of heights belongs to x1, when it is filled and when it is read.",
        CITY,
    ),
)
def swaps_the_inputs(f, M):
    """The table of heights is filled with x1 along the second index and read with x1 along the first."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles)
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "How high is your city at (5, 5)?",
        "Where there is no tower, there is the ground.",
        CITY,
    ),
)
def towers_go_on_outside(f, M):
    """Points outside the square get the height of the nearest tower."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.clip(np.floor((X + 1) / 2 * M).astype(int), 0, M - 1)
        return heights[cell[:, 0], cell[:, 1]]

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "A point in the right half of its cell: which cell does your rounding put it into?",
        "All points of a cell have the same index, from one border to the next.",
        CITY,
    ),
)
def rounds_to_the_next_cell(f, M):
    """The index of a cell is rounded instead of cut off, so half of every cell belongs to its neighbour."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.round((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "With two cells on a side, where are their middles?",
        "The middles do not lie on the border of the square.",
        CITY,
    ),
)
def middles_from_border_to_border(f, M):
    """The middles are spread from -1 to 1 with both ends."""
    middles = np.linspace(-1, 1, M)
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "How many different heights can a city of four towers have?",
        "f_hat knows only the heights in the middles of the cells.",
        CITY,
    ),
)
def asks_f_everywhere(f, M):
    """f_hat is f itself inside the square: no towers at all."""

    def f_hat(X):
        inside = np.all(np.abs(X) < 1, axis=1)
        return np.where(inside, f(X), 0.0)

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "What is the type of what you return?",
        "f_hat is a function that can be asked at any points later on.",
        "q7, the last lines of the text before the stub.",
    ),
)
def returns_the_table(f, M):
    """The table of heights is returned instead of a function."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    return f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)


@mistake(
    "approx_by_bumps",
    hints=(
        "Are the points still where they were after f_hat was called?",
        "An array that came in belongs to the caller: compute new arrays.",
        "The conventions at the top of the notebook.",
    ),
)
def moves_the_points(f, M):
    """f_hat shifts the points it was given in place."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        X += 1
        cell = np.floor(X / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "Where do you ask f in the cell from -1 to 1, for M = 1?",
        "A cell has the height that f has in its middle.",
        CITY,
    ),
)
def heights_from_the_upper_corners(f, M):
    """f is asked at the upper right corner of every cell instead of its middle."""
    middles = 2 * (np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "At how many points do you ask f for M = 1?",
        "A cell has the height that f has in its middle.",
        CITY,
    ),
)
def mean_of_the_corners(f, M):
    """The height of a cell is the mean of f at its four corners."""
    corners = np.linspace(-1, 1, M + 1)
    x1, x2 = np.meshgrid(corners, corners, indexing="ij")
    all_heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M + 1, M + 1)
    heights = (all_heights[:-1, :-1] + all_heights[1:, :-1] + all_heights[:-1, 1:] + all_heights[1:, 1:]) / 4

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "What should f_hat give outside the square?",
        "Outside there are no towers, and the height is 0.",
        CITY,
    ),
)
def nan_outside(f, M):
    """Outside the square the result is NaN."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.full(len(X), np.nan)
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "Which cell does the point (-0.9, 0) belong to?",
        "Cell 0 begins at -1.",
        CITY,
    ),
)
def towers_counted_from_the_other_side(f, M):
    """The cells are counted from the right."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((1 - X) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "Where does your first cell begin?",
        "The square is from -1 to 1.",
        CITY,
    ),
)
def cells_of_the_unit_square(f, M):
    """The square is taken to be from 0 to 1."""
    middles = (np.arange(M) + 0.5) / M
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor(X * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "surface_grid",
    hints=(
        "Which of your two indices changes when only x1 does?",
        "The first index belongs to x1; the usual grid of numpy gives it to the second.",
        GRID,
    ),
)
def swaps_the_axes(net, lo, hi, G):
    """The first index belongs to x2: the surface is mirrored."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t)
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Is the last of your numbers hi?",
        "The grid holds both of its ends.",
        GRID,
    ),
)
def stops_before_the_end(net, lo, hi, G):
    """The grid stops one step before hi."""
    t = lo + (hi - lo) * np.arange(G) / G
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "How many axes does your result have?",
        "The heights are a table with one row for each x1.",
        GRID,
    ),
)
def one_long_row(net, lo, hi, G):
    """The heights come back as one long row."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()]))


@mistake(
    "surface_grid",
    hints=(
        "In your table, does x2 grow with the second index, or shrink?",
        "Both inputs grow with their index; turning a table for the eye is the job of the picture.",
        GRID,
    ),
)
def turns_it_like_an_image(net, lo, hi, G):
    """The table is turned as an image is: x2 runs downwards along the first index."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t[::-1])
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "How many points lie on a side of your grid?",
        "G is the number of points, not the number of gaps between them.",
        GRID,
    ),
)
def one_point_too_many(net, lo, hi, G):
    """There are G gaps, so G + 1 points on a side."""
    t = np.linspace(lo, hi, G + 1)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G + 1, G + 1)


@mistake(
    "surface_grid",
    hints=(
        "Would your function notice if the net were a ReLU net?",
        "A net says in its dict which activation it has.",
        GRID,
    ),
)
def always_tanh(net, lo, hi, G):
    """Every net is evaluated with tanh."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate({**net, "act": "tanh"}, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Does your surface move if b2 is raised by 1?",
        "The outer bias belongs to the output.",
        GRID,
    ),
)
def loses_the_outer_bias(net, lo, hi, G):
    """b2 is not added."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate({**net, "b2": 0.0}, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Which is the first point of your grid?",
        "The first point is lo, the last one hi.",
        GRID,
    ),
)
def middles_of_cells(net, lo, hi, G):
    """The grid holds the middles of cells instead of points from end to end."""
    t = lo + (hi - lo) * (np.arange(G) + 0.5) / G
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Where does your function use lo?",
        "The grid runs from lo to hi.",
        GRID,
    ),
)
def always_from_zero(net, lo, hi, G):
    """The grid starts at 0."""
    t = np.linspace(0, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "How far apart are your points?",
        "G points share the way from lo to hi.",
        GRID,
    ),
)
def whole_steps(net, lo, hi, G):
    """The grid has steps of 1, beginning at lo."""
    t = lo + np.arange(G) * 1.0
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Which point belongs to index (0, 0)?",
        "t begins at lo.",
        GRID,
    ),
)
def backwards_from_hi(net, lo, hi, G):
    """Both axes run from hi to lo."""
    t = np.linspace(hi, lo, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Where does your grid begin when lo is 0?",
        "The grid runs from lo to hi.",
        GRID,
    ),
)
def symmetric_about_zero(net, lo, hi, G):
    """The grid runs from -hi to hi."""
    t = np.linspace(-hi, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Can a surface lie below 0?",
        "The table holds the outputs as they are.",
        GRID,
    ),
)
def heights_cut_at_zero(net, lo, hi, G):
    """Negative heights are set to 0."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return np.maximum(evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G), 0)


@mistake(
    "fit_surface",
    hints=(
        "How does your net differ from the one it started as?",
        "A net has to be trained on the heights before it is returned.",
        FIT,
    ),
)
def never_trains(f, width, act, rng):
    """The random start is returned as it is."""
    net, X = start_net(width, act, rng), rng.uniform(-1, 1, size=(1000, 2))
    return net, rmse(evaluate(net, X), f(X))


@mistake(
    "fit_surface",
    hints=(
        "Which of the four arrays of your net ever change?",
        "A single random hidden layer is rarely a good one: try many, or let it learn.",
        FIT,
    ),
)
def hidden_layer_left_to_chance(f, width, act, rng):
    """Only w2 and b2 are fitted, for one random hidden layer."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    net = best_outer(start_net(width, act, rng), X, f(X))
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "What is b1 of your net?",
        "Without hidden biases every edge of the surface has to pass through the origin.",
        "q9, the docstring: which four arrays a net has.",
    ),
)
def hidden_biases_stay_zero(f, width, act, rng):
    """b1 starts at 0 and is never changed."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    net = best_outer({**start_net(width, act, rng), "b1": np.zeros(width)}, X, y)
    state = {}
    for _ in range(40):
        grads = gradients(net, X, y)
        net, state = adam_step(net, {**grads, "b1": np.zeros(width)}, state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "What kind of surface does your net have if act is relu?",
        "The activation the net is trained with is the one it is asked to have.",
        FORM,
    ),
)
def ignores_the_activation(f, width, act, rng):
    """The net is trained with tanh, whatever act is, and says that it is of the kind asked for."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    starts = [best_outer(start_net(width, "tanh", rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return {**net, "act": act}, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "Where in the square do your training points lie?",
        "A net knows nothing of places it has not been shown.",
        FORM,
    ),
)
def trains_on_a_quarter(f, width, act, rng):
    """All points are drawn between 0 and 1, where both coordinates are positive."""
    X, fresh = rng.random(size=(2, 1000, 2))
    y = f(X)
    net, state = best_outer(start_net(width, act, rng), X, y), {}
    for _ in range(40):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "In which unit is the error you return?",
        "The error is asked for in the unit of the heights.",
        "q1, and q9, the docstring: what is returned.",
    ),
)
def returns_the_mean_square(f, width, act, rng):
    """The error is the mean squared one, without its root."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    starts = [best_outer(start_net(width, act, rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), f(fresh)) ** 2


@mistake(
    "fit_surface",
    hints=(
        "At which heights is the surface of your net, and at which is f?",
        "What was taken off before training has to be put back into the net afterwards.",
        FIT,
    ),
)
def forgets_to_scale_back(f, width, act, rng):
    """The heights get mean 0 and spread 1 before training, and the net is returned like that."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    y = (y - y.mean()) / y.std()
    net, state = best_outer(start_net(width, act, rng), X, y), {}
    for _ in range(40):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    mean, spread = f(X).mean(), f(X).std()
    return net, rmse(evaluate(net, fresh), (f(fresh) - mean) / spread)


@mistake(
    "fit_surface",
    hints=(
        "Does your function look at f at all?",
        "The surface is an argument; the bowl is only one of many.",
        FORM,
    ),
)
def always_the_bowl(f, width, act, rng):
    """The bowl is fitted, whatever f is."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = bowl(X)
    starts = [best_outer(start_net(width, act, rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), bowl(fresh))


@mistake(
    "fit_surface",
    hints=(
        "Would two different generators give you two different nets?",
        "All chance comes from the generator that is handed in.",
        "The conventions at the top of the notebook.",
    ),
)
def seeds_itself(f, width, act, rng):
    """It makes a generator of its own, so every call starts alike."""
    rng = np.random.default_rng(0)
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    starts = [best_outer(start_net(width, act, rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "What are the gradients of a tanh net whose weights are all 0?",
        "Neurons that start alike stay alike; a start has to be random.",
        "q9, the docstring: how you train is up to you, and the cell that hands out start_net.",
    ),
)
def starts_from_zero(f, width, act, rng):
    """All weights start at 0: only the outer bias can learn."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    net = {"W1": np.zeros((2, width)), "b1": np.zeros(width), "w2": np.zeros(width), "b2": float(y.mean()), "act": act}
    state = {}
    for _ in range(40):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "Which of the two results does the docstring name first?",
        "The results are a tuple, so their order carries their meaning.",
        FORM,
    ),
)
def returns_the_error_first(f, width, act, rng):
    """The error comes first and the net second."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    net = best_outer(start_net(width, act, rng), X, f(X))
    return rmse(evaluate(net, fresh), f(fresh)), net


@mistake(
    "error_curve",
    hints=(
        "One run of five ends far away from the others: how far does that move your usual error?",
        "The usual error is the one in the middle when all are sorted.",
        CURVE,
    ),
)
def mean_for_median(fit, widths, seeds):
    """The mean is reported as the median."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    middle = errors.mean(axis=1)
    slope = np.polyfit(np.log(widths), np.log(middle), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": middle, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Is a power of the width a straight line over the width itself?",
        "Both axes are logarithmic.",
        CURVE,
    ),
)
def slope_over_the_plain_width(fit, widths, seeds):
    """The logarithm of the widths is not taken."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(widths, np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "If the error is divided by 100, by how much does your slope change?",
        "Both axes are logarithmic, the one with the errors too.",
        CURVE,
    ),
)
def slope_of_the_plain_error(fit, widths, seeds):
    """The logarithm of the errors is not taken."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), median, 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which is the better net: the one with the larger error?",
        "The best run has the smallest error.",
        CURVE,
    ),
)
def best_is_largest(fit, widths, seeds):
    """Best and worst are swapped."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.max(axis=1), "median": median, "worst": errors.min(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which points is your line drawn through?",
        "The line describes the usual error, not the luckiest one.",
        CURVE,
    ),
)
def slope_of_the_best(fit, widths, seeds):
    """The line is drawn through the best errors instead of the medians."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    slope = np.polyfit(np.log(widths), np.log(errors.min(axis=1)), 1)[0]
    return {
        "widths": np.array(widths),
        "best": errors.min(axis=1),
        "median": np.median(errors, axis=1),
        "worst": errors.max(axis=1),
        "slope": float(slope),
    }


@mistake(
    "error_curve",
    hints=(
        "If the error falls while the width grows, is the slope positive or negative?",
        "A slope is the change upwards for a step to the right.",
        CURVE,
    ),
)
def sign_of_the_slope(fit, widths, seeds):
    """The slope is given without its sign."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = -np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which of the points between the first and the last does your line know?",
        "The line that is best in least squares listens to all points.",
        CURVE,
    ),
)
def first_and_last_only(fit, widths, seeds):
    """The slope is that of the line through the first and the last point."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = (np.log(median[-1]) - np.log(median[0])) / (np.log(widths[-1]) - np.log(widths[0]))
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which of the two arguments of fit comes first?",
        "fit is called with the width and then with the seed.",
        CURVE,
    ),
)
def seed_before_width(fit, widths, seeds):
    """fit is called with the seed first and the width second."""
    errors = np.array([[fit(seed, width) if seed else fit(1, width) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Do you take the same logarithm on both axes?",
        "A slope keeps its value only if both axes have the same scale.",
        CURVE,
    ),
)
def logarithm_to_base_ten_of_widths(fit, widths, seeds):
    """The two logarithms have different bases."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log10(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Has your line an offset of its own?",
        "The best line has a slope and an offset.",
        CURVE,
    ),
)
def through_the_origin(fit, widths, seeds):
    """The line is drawn through the origin."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.sum(np.log(widths) * np.log(median)) / max(np.sum(np.log(widths) ** 2), 1e-300)
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "How many numbers has your median?",
        "For every width there is one median, over the seeds.",
        CURVE,
    ),
)
def seeds_for_widths(fit, widths, seeds):
    """Best, median and worst are taken over the widths instead of the seeds."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=0)
    slope = 0.0
    return {"widths": np.array(widths), "best": errors.min(axis=0), "median": median, "worst": errors.max(axis=0), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Through which of the three curves do you draw your line?",
        "The line belongs to the medians.",
        CURVE,
    ),
)
def slope_of_the_worst(fit, widths, seeds):
    """The line is drawn through the largest errors instead of the medians."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(errors.max(axis=1)), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Is your line drawn through the medians you return?",
        "The line belongs to the medians.",
        CURVE,
    ),
)
def slope_of_the_mean(fit, widths, seeds):
    """The line is drawn through the mean errors; the medians are right."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(errors.mean(axis=1)), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "What is the median of 1 and 3?",
        "The median of an even number of runs lies between the two in the middle.",
        CURVE,
    ),
)
def upper_of_the_middle_two(fit, widths, seeds):
    """With an even number of runs the larger of the two in the middle is taken."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.sort(errors, axis=1)[:, errors.shape[1] // 2]
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "What stands to the right in your picture?",
        "The error is drawn over the width.",
        CURVE,
    ),
)
def axes_exchanged(fit, widths, seeds):
    """The axes of the line are exchanged: width over error."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(median), np.log(widths), 1)[0] if np.ptp(np.log(median)) else 0.0
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which of the two numbers of np.polyfit is the slope?",
        "The highest power comes first.",
        CURVE,
    ),
)
def offset_for_slope(fit, widths, seeds):
    """The offset of the line is returned instead of its slope."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[1]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "How many runs are there for each width?",
        "All seeds take part.",
        CURVE,
    ),
)
def last_seed_missing(fit, widths, seeds):
    """The last seed is left out."""
    errors = np.array([[fit(width, seed) for seed in (seeds[:-1] or seeds)] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Do your widths and your errors stand in the same order?",
        "Everything is in the order of widths.",
        CURVE,
    ),
)
def widths_in_order(fit, widths, seeds):
    """The widths are put in order, but the results are those of the given order."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.sort(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}
