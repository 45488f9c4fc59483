"""Wrong implementations of polygon_tower that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

POLYGON = "q4, the worked number for four sides."


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
    "polygon_tower",
    hints=(
        "For three sides: is your corner at (-2, 0) or at (2, 0)?",
        "A neuron that says 1 inside of side k has weights that point inwards: against u_k.",
        POLYGON,
    ),
)
def looks_the_other_way(n):
    """The neurons look the other way, so that the polygon is turned by half a turn: right where n is even."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "What is your output at a point that is outside of one side only?",
        "Outside has to be below 0: the threshold lies between n - 1 and n, and is neither of them.",
        POLYGON,
    ),
)
def zero_outside_one_side(n):
    """The threshold is n - 1, so that a point outside of one side gives 0, which is not negative."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 1.0 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "What is your output at the origin?",
        "Inside is where the output is positive.",
        POLYGON,
    ),
)
def positive_outside(n):
    """The output weights are negative, so that the net is positive outside and negative inside."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": -np.ones(n), "b2": n - 0.5, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "What shape has your W1?",
        "Each neuron is a column of W1.",
        "q4, the docstring: what is returned.",
    ),
)
def weights_in_rows(n):
    """W1 comes out transposed, (n, 2)."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]).T, "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


@mistake(
    "polygon_tower",
    hints=(
        "Which activation has your net?",
        "The output has to change its sign exactly at the border: the neurons are steps.",
        "q4, the docstring: what is returned.",
    ),
)
def soft_steps(n):
    """The neurons are sigmoids instead of steps."""
    angles = 2 * np.pi * np.arange(n) / n
    return {"W1": -np.array([np.cos(angles), np.sin(angles)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "sigmoid"}
