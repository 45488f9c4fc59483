"""Wrong implementations of surface_grid that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import evaluate

GRID = "q8, the text above the worked number, and the three points of its grid."


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
    "surface_grid",
    hints=(
        "What are the grid's numbers between -1 and 1 if both are written without a point?",
        "An array that is filled keeps its type; whole numbers have no room for 0.5.",
        GRID,
    ),
)
def grid_in_the_type_of_lo(net, lo, hi, G):
    """The grid has the type of lo, so that between whole numbers it is rounded off."""
    t = np.full(G, lo)
    t[:] = [lo + k * (hi - lo) / (G - 1) for k in range(G)]
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()]).astype(float)).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Where does your code look at the activation of the net?",
        "The net says under act which activation it has; evaluate does it all.",
        GRID,
    ),
)
def always_relu(net, lo, hi, G):
    """Every net is evaluated with ReLU."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate({**net, "act": "relu"}, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "Which of the four arrays of the net does your code use?",
        "Every neuron adds its own bias before its activation.",
        GRID,
    ),
)
def hidden_biases_lost(net, lo, hi, G):
    """b1 is not added."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate({**net, "b1": 0.0 * net["b1"]}, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


@mistake(
    "surface_grid",
    hints=(
        "At how many different points do you ask the net?",
        "G times G points: every t_i with every t_j.",
        GRID,
    ),
)
def only_the_diagonal(net, lo, hi, G):
    """The output is taken along the diagonal only, and repeated."""
    t = np.linspace(lo, hi, G)
    return np.tile(evaluate(net, np.column_stack([t, t])), (G, 1))


@mistake(
    "surface_grid",
    hints=(
        "What shape has your result?",
        "A table: the first index belongs to x1, the second to x2.",
        "q8, the docstring: what is returned.",
    ),
)
def lists_of_heights(net, lo, hi, G):
    """The heights come as one row for each point, (G * G, 1)."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(-1, 1)
