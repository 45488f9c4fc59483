"""Wrong implementations of activation_max that learners write: what is noted and returned."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_forward, project, saliency
from .where import CLIMB


@mistake(
    "activation_max",
    hints=(
        "How many values belong to three steps?",
        "There is one value before the first step and one after every step.",
        CLIMB,
    ),
)
def forgets_the_start(params, c, X0, norm, limit, steps, lr):
    """The value at the start is missing."""
    X = project(X0, norm, limit)
    values = []
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values).reshape(steps, len(X0))


@mistake(
    "activation_max",
    hints=(
        "Is your start an allowed input?",
        "The starts are projected before anything else happens.",
        CLIMB,
    ),
)
def start_as_it_is(params, c, X0, norm, limit, steps, lr):
    """The starts are used as they are."""
    X = X0.copy()
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Does the last of your values belong to the points that you return?",
        "A value is noted after its step, not before it.",
        CLIMB,
    ),
)
def notes_values_too_early(params, c, X0, norm, limit, steps, lr):
    """Values are noted before the step, so that the last one is missing and the first is there twice."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        values.append(mlp_forward(params, X)[0][:, c])
        X = project(X + lr * saliency(params, X, c), norm, limit)
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Along which axis of your values does time run?",
        "values has one row for each moment and one column for each start.",
        CLIMB,
    ),
)
def values_lie_down(params, c, X0, norm, limit, steps, lr):
    """values is transposed."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values).T


@mistake(
    "activation_max",
    hints=(
        "How many steps do you take if steps is 0?",
        "steps counts the steps; the start is not one of them.",
        CLIMB,
    ),
)
def one_step_too_few(params, c, X0, norm, limit, steps, lr):
    """One step too few is taken."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps - 1):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "At which points do you note the values?",
        "Values belong to points inside the allowed set.",
        CLIMB,
    ),
)
def values_before_the_projection(params, c, X0, norm, limit, steps, lr):
    """Values are noted before the points are brought back."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = X + lr * saliency(params, X, c)
        values.append(mlp_forward(params, X)[0][:, c])
        X = project(X, norm, limit)
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "How many entries has values for each start?",
        "There are exactly `steps` steps.",
        CLIMB,
    ),
)
def one_step_too_many(params, c, X0, norm, limit, steps, lr):
    """One step too many is taken."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps + 1):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Which outputs does values hold?",
        "Only output c is noted.",
        "The line `Returns` in the docstring of q6.",
    ),
)
def all_outputs_noted(params, c, X0, norm, limit, steps, lr):
    """The values of all outputs are kept."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0]]
    for step in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Which of the two results comes first?",
        "First where the climbs end, then the values.",
        "The line `Returns` in the docstring of q6.",
    ),
)
def values_first(params, c, X0, norm, limit, steps, lr):
    """The values are returned before the ends."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return np.array(values), X


@mistake(
    "activation_max",
    hints=(
        "Can a climb go down in its last steps, and which point do you return then?",
        "ends are the points after the last step, high or not: values shows the whole way.",
        CLIMB,
    ),
)
def highest_points(params, c, X0, norm, limit, steps, lr):
    """The highest point of each climb is returned instead of its end."""
    path = [project(X0, norm, limit)]
    for _ in range(steps):
        path.append(project(path[-1] + lr * saliency(params, path[-1], c), norm, limit))
    values = np.array([mlp_forward(params, X)[0][:, c] for X in path])
    top = np.argmax(values, axis=0)
    return np.array([path[t][n] for n, t in enumerate(top)]), values
