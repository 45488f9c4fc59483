"""Wrong implementations of l1_l2 that learners write: slopes of the two penalties."""

import numpy as np

from autograder.checking import mistake

from ..reference import zeros_like
from .where import PULL


@mistake(
    "l1_l2",
    hints=(
        "How hard does L1 pull at a tiny weight, and how hard at a large one?",
        "L1 pulls with the same force at all weights that are not 0; only the direction differs.",
        PULL,
    ),
)
def l1_pulls_like_l2(params, l1, l2):
    """The L1 term pulls in proportion to the weight."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * w + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which way does L1 pull at a negative weight?",
        "The slope of |w| changes its sign at 0.",
        PULL,
    ),
)
def l1_pulls_up(params, l1, l2):
    """The L1 term pulls all weights in the same direction."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.ones_like(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Can your penalty be negative?",
        "A penalty grows with the size of a weight, on either side of 0.",
        PULL,
    ),
)
def l1_without_abs(params, l1, l2):
    """The L1 penalty adds up the weights with their signs."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(w) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "How hard should L1 pull at a weight that is 0 already?",
        "At 0 the slope of |w| is taken to be 0, as the docstring says.",
        PULL,
    ),
)
def pulls_at_zero(params, l1, l2):
    """At weights of exactly 0 the L1 term pulls to one side."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.where(w >= 0, 1.0, -1.0) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Should every weight get the same pull?",
        "Each weight is pulled by its own size: that was the defect of a4.",
        PULL,
    ),
)
def one_number_for_all(params, l1, l2):
    """The gradient of the squares is one number for all weights of a matrix, as in the published code."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * np.sum(w**2) for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Does a step against your gradient make a weight smaller?",
        "A penalty grows with the size of a weight, so its gradient has the sign of the weight.",
        PULL,
    ),
)
def pushes_outwards(params, l1, l2):
    """The gradients have the wrong sign."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: -l1 * np.sign(w) - l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Is there a root in your penalty?",
        "The squares are added up and stay squares.",
        PULL,
    ),
)
def norm_instead_of_squares(params, l1, l2):
    """The norm of each matrix is penalised instead of the sum of its squares."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sqrt(np.sum(w**2)) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Does a larger matrix cost more in your penalty?",
        "The sums go over all weights and are divided by nothing.",
        PULL,
    ),
)
def means_instead_of_sums(params, l1, l2):
    """Means are taken over each matrix instead of sums."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.mean(np.abs(w)) + l2 / 2 * np.mean(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Is the derivative of a square a square?",
        "The derivative of a square is proportional to the weight itself.",
        PULL,
    ),
)
def squares_for_the_pull(params, l1, l2):
    """The gradient of the squares is the square of each weight."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w**2 for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "What stands in front of your squares, and what is then left over in the gradient?",
        "The squares have l2 / 2 in front, so their gradient is l2 times the weight.",
        PULL,
    ),
)
def bare_squares(params, l1, l2):
    """Sum and gradient are those of l2 times the squares, without the one half."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + 2 * l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which slope has |w| in your code where w is 0?",
        "At 0 the slope is taken to be 0, between -1 and 1.",
        PULL,
    ),
)
def minus_one_at_zero(params, l1, l2):
    """The slope of the size is -1 at weights of exactly 0."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.where(w > 0, 1.0, -1.0) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}
