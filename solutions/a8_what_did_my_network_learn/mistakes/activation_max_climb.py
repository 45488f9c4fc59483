"""Wrong implementations of activation_max that learners write: the climb."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_forward, project, saliency
from .where import CLIMB


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
