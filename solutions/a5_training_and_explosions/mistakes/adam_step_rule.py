"""Wrong implementations of adam_step that learners write: the rule itself, eps and care."""

import numpy as np

from autograder.checking import mistake

from .where import ADAM


@mistake(
    "adam_step",
    hints=(
        "Where does eps stand in the formula, inside or outside the root?",
        "The place of eps matters when it is not tiny. The docstring says which it is.",
        ADAM,
    ),
)
def eps_inside_the_root(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """eps is added under the root."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / np.sqrt(b + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What unit does a squared gradient have, and what unit has the gradient?",
        "The usual size of a gradient is the root of the mean of its squares.",
        ADAM,
    ),
)
def no_root(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The mean of the squares is not put under a root."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (b + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "If the gradient alternates between 1 and -1, how large is its usual size?",
        "v is a running mean of squared gradients, each squared before it is averaged.",
        ADAM,
    ),
)
def squares_the_mean(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """v collects the square of the mean instead of the mean of the squares."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * m[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Which of the two means has the longer memory?",
        "beta1 belongs to the gradients, beta2 to their squares.",
        ADAM,
    ),
)
def betas_swapped(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """beta1 and beta2 have changed places."""
    t = state["t"] + 1
    m = {key: beta2 * state["m"][key] + (1 - beta2) * grads[key] for key in params}
    v = {key: beta1 * state["v"][key] + (1 - beta1) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta2**t), v[key] / (1 - beta1**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What is m for?",
        "Adam steps by the running mean of the gradients, not by the latest of them.",
        ADAM,
    ),
)
def steps_by_the_gradient(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The step uses the gradient of this moment instead of the running mean."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = grads[key], v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "After the call, are m and v of the state you were given still what they were?",
        "A function of this course does not change its inputs.",
        ADAM,
    ),
)
def overwrites_the_state(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The given state is changed in place."""
    state["t"] += 1
    t, moved = state["t"], {}
    for key in params:
        state["m"][key] *= beta1
        state["m"][key] += (1 - beta1) * grads[key]
        state["v"][key] *= beta2
        state["v"][key] += (1 - beta2) * grads[key] ** 2
        a, b = state["m"][key] / (1 - beta1**t), state["v"][key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, state


@mistake(
    "adam_step",
    hints=(
        "What stands under your root?",
        "v is a mean of squares.",
        ADAM,
    ),
)
def mean_of_sizes(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """The absolute gradient is averaged in v instead of its square."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * np.abs(grads[key]) for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Does your v ever become smaller?",
        "v is a running mean: beta2 of the old one and the rest of the new square.",
        ADAM,
    ),
)
def squares_added_up(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """v adds up all squares, as AdaGrad does."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: state["v"][key] + grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What do the two factors in your running mean add up to?",
        "A mean has shares that add up to 1.",
        ADAM,
    ),
)
def momentum_without_its_share(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """The new gradient is not multiplied by 1 - beta1."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What do the two factors in your v add up to?",
        "A mean has shares that add up to 1.",
        ADAM,
    ),
)
def squares_without_their_share(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """The new square is not multiplied by 1 - beta2."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Does your step go up or down?",
        "A step goes against the gradient.",
        ADAM,
    ),
)
def climbs(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """The step is added instead of subtracted."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] + lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What does your step divide by where all gradients were 0?",
        "eps keeps the denominator above 0.",
        ADAM,
    ),
)
def eps_left_out(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """eps is left out."""
    with np.errstate(divide="ignore", invalid="ignore"):
        t = state["t"] + 1
        m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
        v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
        moved = {key: params[key] - lr * m[key] / (1 - beta1**t) / np.sqrt(v[key] / (1 - beta2**t)) for key in params}
    return moved, {"t": t, "m": m, "v": v}
