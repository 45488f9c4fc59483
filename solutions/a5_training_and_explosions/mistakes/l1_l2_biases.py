"""Wrong implementations of l1_l2 that learners write: biases, factors and layers."""

import numpy as np

from autograder.checking import mistake

from ..reference import zeros_like
from .where import PULL


@mistake(
    "l1_l2",
    hints=(
        "Which arrays does your penalty run over?",
        "Only weights are penalised. The keys tell which they are.",
        PULL,
    ),
)
def penalises_biases(params, l1, l2):
    """The biases are penalised as well."""
    weights = dict(params)
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Of which function is l2 times w the derivative?",
        "Penalty and gradient belong together: one is the derivative of the other.",
        PULL,
    ),
)
def l2_without_the_half(params, l1, l2):
    """The penalty lacks the one half in front of the squares."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "What is the derivative of one half of w squared?",
        "Penalty and gradient belong together: check the one against the slope of the other.",
        PULL,
    ),
)
def l2_pulls_twice(params, l1, l2):
    """The gradient of the squares is twice too large."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + 2 * l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which keys does an optimizer expect in a dict of gradients?",
        "Gradients have the keys of params. What feels no pull has a gradient of zeros.",
        PULL,
    ),
)
def no_entries_for_biases(params, l1, l2):
    """The gradients of the biases are missing."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, pull


@mistake(
    "l1_l2",
    hints=(
        "What cancels the one half in front of the squares?",
        "The slope of a square brings a factor of 2.",
        PULL,
    ),
)
def pulls_half(params, l1, l2):
    """The gradient of the squares is half as large as it should be."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 / 2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "What does a weight of 1 cost when only l1 is 1?",
        "Only the squares have the one half.",
        PULL,
    ),
)
def l1_halved_too(params, l1, l2):
    """The one half stands in front of both terms."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum((l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2)) / 2 for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which of the two amounts belongs to the squares?",
        "l1 belongs to sizes, l2 to squares.",
        PULL,
    ),
)
def amounts_exchanged(params, l1, l2):
    """l1 and l2 have changed places."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l2 * np.sum(np.abs(w)) + l1 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l2 * np.sign(w) + l1 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "What does your function do with W3?",
        "All weights are penalised, of any number of layers.",
        PULL,
    ),
)
def two_layers_only(params, l1, l2):
    """Only W1 and W2 are penalised."""
    weights = {key: w for key, w in params.items() if key in ("W1", "W2")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Does your penalty change with a bias?",
        "Biases are penalised nowhere.",
        PULL,
    ),
)
def biases_in_the_sum_only(params, l1, l2):
    """The biases count in the penalty, but not in the gradients."""
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in params.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in params.items() if key.startswith("W")}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which of the two results comes first?",
        "The penalty is the first result.",
        "The line `Returns` in the docstring of q10.",
    ),
)
def gradients_first(params, l1, l2):
    """The gradients are returned before the penalty."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return {**zeros_like(params), **pull}, penalty
