"""Wrong implementations of activation_max that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_forward, project, saliency

CLIMB = "q6, the table, and the formula in the docstring."


@mistake(
    "activation_max",
    hints=(
        "How long is your input after many steps?",
        "Without coming back inside, a linear unit would grow for ever.",
        CLIMB,
    ),
)
def never_comes_back(params, c, X0, norm, limit, steps, lr):
    """The points are never brought back inside."""
    X = X0.copy()
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = X + lr * saliency(params, X, c)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Do your values rise or fall?",
        "The gradient points uphill, and uphill is where you want to go.",
        CLIMB,
    ),
)
def climbs_down(params, c, X0, norm, limit, steps, lr):
    """The steps go down instead of up."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X - lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "When do you come back inside: after every step, or at the end?",
        "Every step is followed by a projection, so that every value belongs to an allowed input.",
        CLIMB,
    ),
)
def comes_back_at_the_end(params, c, X0, norm, limit, steps, lr):
    """The points are brought back only once, after the last step."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = X + lr * saliency(params, X, c)
        values.append(mlp_forward(params, X)[0][:, c])
    return project(X, norm, limit), np.array(values)


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
        "Is your step longer where the slope is steeper?",
        "The step is lr times the saliency; it is not brought to a fixed length.",
        CLIMB,
    ),
)
def steps_of_one_length(params, c, X0, norm, limit, steps, lr):
    """The gradient is brought to length 1 before the step."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        S = saliency(params, X, c)
        X = project(X + lr * S / (np.linalg.norm(S, axis=1, keepdims=True) + 1e-300), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Does one climb change when another start is added?",
        "Every row climbs on its own slope.",
        CLIMB,
    ),
)
def all_take_one_step(params, c, X0, norm, limit, steps, lr):
    """All starts take the same step, the average of theirs."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c).mean(axis=0), norm, limit)
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
        "At which point do you take the slope of the second step?",
        "The slope changes on the way: it is taken anew at every point.",
        CLIMB,
    ),
)
def slope_of_the_start(params, c, X0, norm, limit, steps, lr):
    """The slope at the start is used for all steps."""
    X = project(X0, norm, limit)
    S = saliency(params, X, c)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * S, norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
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
        "Where does your function use norm?",
        "The set is the one that is asked for.",
        CLIMB,
    ),
)
def always_in_the_ball(params, c, X0, norm, limit, steps, lr):
    """The points are brought back to the ball, whatever the norm."""
    X = project(X0, "ball", limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = project(X + lr * saliency(params, X, c), "ball", limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "How long is your last step?",
        "The rate is the same in every step.",
        CLIMB,
    ),
)
def steps_become_shorter(params, c, X0, norm, limit, steps, lr):
    """The steps become shorter from step to step."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = project(X + lr / (step + 1) * saliency(params, X, c), norm, limit)
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
        "What does your climb do where a step leads down?",
        "Every step is taken.",
        CLIMB,
    ),
)
def ends_only_where_higher(params, c, X0, norm, limit, steps, lr):
    """A step is taken only where the value grows."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        new = project(X + lr * saliency(params, X, c), norm, limit)
        height = mlp_forward(params, new)[0][:, c]
        higher = height > values[-1]
        X = np.where(higher[:, None], new, X)
        values.append(np.where(higher, height, values[-1]))
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "What is projected, the step or the point it leads to?",
        "The new point has to be allowed.",
        CLIMB,
    ),
)
def step_alone_is_projected(params, c, X0, norm, limit, steps, lr):
    """Only the step is brought inside, not the point."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = X + project(lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
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
        "Does a steeper direction make a longer step?",
        "The step is the learning rate times the slopes themselves.",
        CLIMB,
    ),
)
def steps_by_the_sign(params, c, X0, norm, limit, steps, lr):
    """The steps go by the sign of each slope."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = project(X + lr * np.sign(saliency(params, X, c)), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


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
