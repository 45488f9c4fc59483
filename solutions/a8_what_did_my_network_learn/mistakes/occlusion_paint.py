"""Wrong implementations of occlusion that learners write: what is painted, and where."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_forward
from .where import CARE, PAINT


@mistake(
    "occlusion",
    hints=(
        "How many pixels do you paint when size is 2?",
        "The square has size rows and size columns.",
        PAINT,
    ),
)
def paints_one_pixel(params, X, c, size, fill):
    """Only one pixel is painted, whatever the size."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i, j] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Is the first square still painted when the second one is?",
        "Every place starts from the untouched image.",
        PAINT,
    ),
)
def paint_stays(params, X, c, size, fill):
    """Squares that have been painted stay painted."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    painted = X.reshape(-1, S, S).copy()
    for i in range(places):
        for j in range(places):
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "At how many places does a square of 2 fit into a side of 4?",
        "The last place, where the square touches the far edge, counts too.",
        PAINT,
    ),
)
def one_place_short(params, X, c, size, fill):
    """The last row and the last column of places are left out."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which index of your map says how far down the square is?",
        "out[n, i, j]: i counts rows from the top, j columns from the left.",
        PAINT,
    ),
)
def rows_for_columns(params, X, c, size, fill):
    """Rows and columns of the map are exchanged."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, j : j + size, i : i + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which number do you paint with when fill is 0.7?",
        "The square is set to fill, whatever that is.",
        PAINT,
    ),
)
def always_black(params, X, c, size, fill):
    """The square is always painted with 0."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = 0.0
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Is X still the same after your function has run?",
        "reshape gives another view of the same numbers: work on a copy.",
        CARE,
    ),
)
def paints_the_original(params, X, c, size, fill):
    """The caller's images are painted over."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S)
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, X)[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "By how many pixels does your square move?",
        "The square goes to every place where it fits, one pixel at a time.",
        PAINT,
    ),
)
def steps_of_its_size(params, X, c, size, fill):
    """The square moves on by its own size instead of by one pixel."""
    S = int(round(X.shape[1] ** 0.5))
    places = S // size
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i * size : (i + 1) * size, j * size : (j + 1) * size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "What stands in the square after it was painted?",
        "The pixels of the square are set to fill.",
        PAINT,
    ),
)
def fill_is_added(params, X, c, size, fill):
    """The fill is added to the pixels instead of replacing them."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] += fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "How many pixels does a square of side 3 have?",
        "All rows and columns of the square are painted.",
        PAINT,
    ),
)
def middle_pixel_only(params, X, c, size, fill):
    """Only the middle pixel of the square is painted."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i + size // 2, j + size // 2] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which rows does your slice paint when i is 0 and size is 2?",
        "A slice ends before its second number.",
        PAINT,
    ),
)
def one_wider(params, X, c, size, fill):
    """The square is one pixel too large."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size + 1, j : j + size + 1] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which pixels are still there after you painted?",
        "The square is painted, the rest stays.",
        PAINT,
    ),
)
def everything_but_the_square(params, X, c, size, fill):
    """Everything but the square is painted over."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, np.where(np.isin(np.arange(S * S).reshape(S, S), np.arange(S * S).reshape(S, S)[i : i + size, j : j + size]), X.reshape(-1, S, S), fill).reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which columns does your paint reach?",
        "Only a square is painted.",
        PAINT,
    ),
)
def whole_lines(params, X, c, size, fill):
    """Whole rows of the image are painted over."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, :] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out
