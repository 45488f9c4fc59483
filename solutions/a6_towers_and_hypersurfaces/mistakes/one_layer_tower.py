"""Wrong implementations of one_layer_tower that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

RIDGES = "q6, the worked number with two ridges."


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
    "one_layer_tower",
    hints=(
        "Where does your ridge begin, and where does it end?",
        "The two steps of a ridge are 2 apart: their biases differ.",
        RIDGES,
    ),
)
def both_steps_at_one_place(n):
    """Both steps of a ridge are at the same place, so that nothing is left of it."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.ones(2 * n), "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "Which activation has your net?",
        "The heights are exact on and off the ridges: the neurons are steps.",
        "q6, the docstring: what is returned.",
    ),
)
def sigmoids_for_steps(n):
    """The neurons are sigmoids instead of steps."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    W1, b1 = np.hstack([across, across]), np.repeat([1.0, -1.0], n)
    return {"W1": W1, "b1": b1, "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "sigmoid"}


@mistake(
    "one_layer_tower",
    hints=(
        "How wide is a ridge if there are five of them?",
        "Only the height depends on n.",
        RIDGES,
    ),
)
def ridges_one_nth_wide(n):
    """The ridges reach from -1/n to 1/n instead of from -1 to 1."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1 / n, -1 / n], n), "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "Which direction does your ridge 0 look in?",
        "a_0 is 0: ridge 0 is where |x1| < 1.",
        "q6, the docstring: the angles a_k.",
    ),
)
def half_a_step_between_directions(n):
    """All directions are turned by half a step: ridge 0 does not run along x2."""
    angles = np.pi * (np.arange(n) + 0.5) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, across]), "b1": np.repeat([1.0, -1.0], n), "w2": np.repeat([1 / n, -1 / n], n), "b2": 0.0, "act": "step"}


@mistake(
    "one_layer_tower",
    hints=(
        "What is the height far out on one ridge?",
        "The output is the plain sum of the ridges; no threshold is taken off here.",
        RIDGES,
    ),
)
def ridges_only_at_the_middle(n):
    """A threshold is taken off, so that only the middle is positive: 1 - 1/n less everywhere."""
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    W1, b1 = np.hstack([across, across]), np.repeat([1.0, -1.0], n)
    return {"W1": W1, "b1": b1, "w2": np.repeat([1 / n, -1 / n], n), "b2": 1 / n - 1, "act": "step"}
