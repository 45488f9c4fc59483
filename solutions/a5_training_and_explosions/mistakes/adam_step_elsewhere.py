"""Wrong implementations of adam_step that learners write: corrections and steps of other codes."""

import numpy as np

from autograder.checking import mistake

from .where import ADAM


@mistake(
    "adam_step",
    hints=(
        "Which of your two running means does the step use?",
        "The step uses both means, both of them corrected.",
        ADAM,
    ),
)
def rate_shared_out_by_the_root(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The step is lr over the root, times the gradient: the mean of the gradients is computed and not used, and nothing is corrected."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {key: params[key] - lr * grads[key] / (np.sqrt(v[key]) + eps) for key in params}
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Does your correction stand under the root?",
        "The mean of the squares is corrected first; the root is taken of what comes out.",
        ADAM,
    ),
)
def v_corrected_after_the_root(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The root is taken first, and divided by the correction of v afterwards."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {key: params[key] - lr * (m[key] / (1 - beta1**t)) / (np.sqrt(v[key]) / (1 - beta2**t) + eps) for key in params}
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "To what is your eps added, the corrected root or the one before?",
        "eps is added to the root of the corrected mean.",
        ADAM,
    ),
)
def eps_before_the_correction(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """eps is added to the root of the uncorrected mean: the corrections are put into the learning rate."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {key: params[key] - lr * np.sqrt(1 - beta2**t) / (1 - beta1**t) * m[key] / (np.sqrt(v[key]) + eps) for key in params}
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What happens in your step when beta1 is 0.5?",
        "Both betas are arguments; 0.9 and 0.999 are only what holds when they are left out.",
        ADAM,
    ),
)
def always_the_usual_betas(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The betas are 0.9 and 0.999, whatever is asked for."""
    t = state["t"] + 1
    m = {key: 0.9 * state["m"][key] + (1 - 0.9) * grads[key] for key in params}
    v = {key: 0.999 * state["v"][key] + (1 - 0.999) * grads[key] ** 2 for key in params}
    moved = {key: params[key] - lr * (m[key] / (1 - 0.9**t)) / (np.sqrt(v[key] / (1 - 0.999**t)) + eps) for key in params}
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What happens in your step when eps is 0.1?",
        "eps is an argument; 1e-8 is only what holds when it is left out.",
        ADAM,
    ),
)
def always_the_usual_eps(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """eps is 1e-8, whatever is asked for."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {key: params[key] - lr * (m[key] / (1 - beta1**t)) / (np.sqrt(v[key] / (1 - beta2**t)) + 1e-8) for key in params}
    return moved, {"t": t, "m": m, "v": v}
