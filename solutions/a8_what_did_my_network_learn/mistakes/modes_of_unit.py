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


@mistake(
    "modes_of_unit",
    hints=(
        "Are all directions equally likely for your starts?",
        "Normal entries make all directions alike; uniform ones prefer corners.",
        STARTS,
    ),
)
def entries_between_minus_one_and_one(params, c, n_init, limit, steps, lr, rng):
    """The entries of the starts are uniform, so that the corners of a cube are likelier directions than its sides."""
    X0 = rng.uniform(-1.0, 1.0, size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "How long are your starts if the limit is 20?",
        "Each start is scaled to the length limit: only its direction is random.",
        STARTS,
    ),
)
def starts_as_long_as_they_come(params, c, n_init, limit, steps, lr, rng):
    """The starts are not brought to length limit."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "Where does your function hand on c?",
        "c says which output is made large.",
        "q8, the docstring: params and c.",
    ),
)
def always_the_first_unit(params, c, n_init, limit, steps, lr, rng):
    """Unit 0 is climbed, whatever c is."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, 0, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "Which of your two results has two axes?",
        "The modes come first, then how many climbs ended at each.",
        "q8, the docstring: what is returned.",
    ),
)
def counts_of_modes_first(params, c, n_init, limit, steps, lr, rng):
    """The counts are returned before the modes."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)[::-1]


@mistake(
    "modes_of_unit",
    hints=(
        "How far apart may two ends be that count as one mode, on a ball of radius 20?",
        "tol is a tenth of the limit.",
        STARTS,
    ),
)
def tol_of_a_hundredth(params, c, n_init, limit, steps, lr, rng):
    """tol is a hundredth of the limit."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 100)


@mistake(
    "modes_of_unit",
    hints=(
        "Can your function ever find two modes?",
        "A net with bends can have several hills: the climbs have to be done.",
        STARTS,
    ),
)
def weights_for_the_mode(params, c, n_init, limit, steps, lr, rng):
    """The unit is taken for a linear one: its weights, multiplied through, are returned as the only mode."""
    w = params[0][0]
    for W, _, _ in params[1:]:
        w = w @ W
    return (limit * w[:, c] / np.linalg.norm(w[:, c]))[None], np.array([n_init])
