"""Wrong implementations of modes_of_unit that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import activation_max, distinct_modes

STARTS = "q8, the docstring of modes_of_unit, the line that starts with Formula."


@mistake(
    "modes_of_unit",
    hints=(
        "Can your starts have negative entries?",
        "Random directions go everywhere: normal entries have both signs.",
        STARTS,
    ),
)
def positive_starts(params, c, n_init, limit, steps, lr, rng):
    """All entries of the starts are positive."""
    X0 = rng.random(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "Does your rule for different ends know how large the ball is?",
        "tol is a tenth of the limit.",
        STARTS,
    ),
)
def tol_without_limit(params, c, n_init, limit, steps, lr, rng):
    """tol is 0.1 whatever the limit."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], 0.1)


@mistake(
    "modes_of_unit",
    hints=(
        "How large a part of the ball counts as one place, for you?",
        "tol is a tenth of the limit, not the limit itself.",
        STARTS,
    ),
)
def tol_is_the_limit(params, c, n_init, limit, steps, lr, rng):
    """tol is the limit."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit)


@mistake(
    "modes_of_unit",
    hints=(
        "How many different starts do you have?",
        "Every climb begins somewhere else.",
        STARTS,
    ),
)
def one_start_many_times(params, c, n_init, limit, steps, lr, rng):
    """All climbs begin at the same start."""
    X0 = np.tile(rng.normal(size=len(params[0][0])), (n_init, 1))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "What is allowed here: the ball or the box?",
        "The modes are those on the ball.",
        STARTS,
    ),
)
def modes_in_the_box(params, c, n_init, limit, steps, lr, rng):
    """The climbs stay in the box instead of the ball."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "box", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "Which row of values belongs to the ends?",
        "The ends are sorted by the values they have at the end, the last row of values.",
        STARTS,
    ),
)
def sorted_by_the_start(params, c, n_init, limit, steps, lr, rng):
    """The ends are sorted by their values at the start."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[0], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "What does your function return: a number, or the modes themselves?",
        "The result is the tuple of distinct_modes; how many there are can be seen from it.",
        STARTS,
    ),
)
def only_their_number(params, c, n_init, limit, steps, lr, rng):
    """Only the number of modes is returned."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return len(distinct_modes(ends, values[-1], limit / 10)[0])


@mistake(
    "modes_of_unit",
    hints=(
        "Which points do you sort: where the climbs begin, or where they end?",
        "A mode is where climbs end.",
        STARTS,
    ),
)
def sorts_the_starts(params, c, n_init, limit, steps, lr, rng):
    """The starts are sorted into modes instead of the ends."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(X0, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "How long are your starts when the limit is 20?",
        "The starts lie on the edge of the ball: each has the length limit.",
        STARTS,
    ),
)
def starts_of_length_one(params, c, n_init, limit, steps, lr, rng):
    """The starts have length 1 instead of limit."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 /= np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "How long is each of your starts?",
        "Every start has the length limit.",
        STARTS,
    ),
)
def starts_inside_the_ball(params, c, n_init, limit, steps, lr, rng):
    """The starts are inside the ball, at random distances, instead of on it."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit * rng.random(size=(n_init, 1)) / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "What do your counts add up to?",
        "There are n_init starts.",
        STARTS,
    ),
)
def one_start_too_few(params, c, n_init, limit, steps, lr, rng):
    """One start too few is made."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))[1:]
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "Do your climbs end high or low?",
        "A mode is where the output is largest.",
        STARTS,
    ),
)
def lowest_modes(params, c, n_init, limit, steps, lr, rng):
    """Unit c is made as small as possible: the climbs go down."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, -lr)
    return distinct_modes(ends, values[-1], limit / 10)
