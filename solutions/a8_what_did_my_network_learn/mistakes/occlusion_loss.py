"""Wrong implementations of occlusion that learners write: what is lost."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_forward
from .where import PAINT


@mistake(
    "occlusion",
    hints=(
        "If painting makes the output smaller, what sign has your map?",
        "Positive means: that square spoke for c, something was lost.",
        PAINT,
    ),
)
def gain_instead_of_loss(params, X, c, size, fill):
    """The sign is reversed: what is gained instead of what is lost."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = mlp_forward(params, painted.reshape(X.shape))[0][:, c] - before
    return out


@mistake(
    "occlusion",
    hints=(
        "Is it the output that you compare, or the probability made from it?",
        "z_c is the output before any softmax.",
        PAINT,
    ),
)
def loss_of_probability(params, X, c, size, fill):
    """The loss of probability is returned instead of the loss of output."""
    def probability(A):
        Z = mlp_forward(params, A)[0]
        P = np.exp(Z - Z.max(axis=1, keepdims=True))
        return P[:, c] / P.sum(axis=1)

    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = probability(X) - probability(painted.reshape(X.shape))
    return out


@mistake(
    "occlusion",
    hints=(
        "Can an entry of your map be negative?",
        "Where painting raises the output, the square spoke against c, and the sign says so.",
        PAINT,
    ),
)
def size_of_the_loss(params, X, c, size, fill):
    """The absolute value of the loss is returned."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = np.abs(before - mlp_forward(params, painted.reshape(X.shape))[0][:, c])
    return out


@mistake(
    "occlusion",
    hints=(
        "Which output does your result speak of?",
        "Only output c counts.",
        PAINT,
    ),
)
def all_outputs_lost(params, X, c, size, fill):
    """The losses of all outputs are added up."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0].sum(axis=1)
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0].sum(axis=1)
    return out


@mistake(
    "occlusion",
    hints=(
        "What do you get where the square changes nothing?",
        "The loss is the output before minus the output after.",
        PAINT,
    ),
)
def painted_output(params, X, c, size, fill):
    """The output after painting is returned, not what is lost."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "In which unit is your loss?",
        "The loss is a difference of outputs.",
        PAINT,
    ),
)
def share_of_the_output(params, X, c, size, fill):
    """The loss is divided by the output before."""
    with np.errstate(divide="ignore", invalid="ignore"):
        S = int(round(X.shape[1] ** 0.5))
        places = S - size + 1
        before = mlp_forward(params, X)[0][:, c]
        out = np.zeros((len(X), places, places))
        for i in range(places):
            for j in range(places):
                painted = X.reshape(-1, S, S).copy()
                painted[:, i : i + size, j : j + size] = fill
                out[:, i, j] = (before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]) / before
        return out
