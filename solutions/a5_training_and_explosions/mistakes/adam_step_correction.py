"""Wrong implementations of adam_step that learners write: the correction and the count of steps."""

import numpy as np

from autograder.checking import mistake

from .where import ADAM


@mistake(
    "adam_step",
    hints=(
        "How large is m after one step, compared with the gradient?",
        "Both means start at 0. Dividing by 1 - beta to the power t makes up for that.",
        ADAM,
    ),
)
def no_correction(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The means are used as they are, too small in the first steps."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key], v[key]
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Which of the two means start at 0?",
        "What holds for the mean of the gradients holds for the mean of their squares, with its own beta.",
        ADAM,
    ),
)
def corrects_m_only(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The mean of the squares is not corrected."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key]
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What do you divide by in the very first step?",
        "t counts the gradients seen so far, the present one included.",
        ADAM,
    ),
)
def corrects_with_the_old_t(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The correction uses the number of steps before this one."""
    t = state["t"]
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t + 1, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Which t will the second step see?",
        "The state that is returned has to be ready for the next step.",
        ADAM,
    ),
)
def never_counts(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """t is used right, but not handed back one larger."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": state["t"], "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "If m is divided in every step and kept like that, how often has an old gradient been divided after ten steps?",
        "The division is for this step only: what is kept are the running means themselves.",
        ADAM,
    ),
)
def keeps_corrected_means(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The state keeps the corrected means."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": {key: m[key] / (1 - beta1**t) for key in m}, "v": {key: v[key] / (1 - beta2**t) for key in v}}


@mistake(
    "adam_step",
    hints=(
        "How large is a in the first step?",
        "Both means start at zero, and both are divided by what they lack.",
        ADAM,
    ),
)
def corrects_v_only(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """The mean of the gradients is not corrected."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key], v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Which beta belongs to which mean?",
        "Each mean is corrected with its own beta.",
        ADAM,
    ),
)
def both_corrected_with_beta1(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """Both corrections use beta1."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta1**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Are the running means too small or too large in the first steps?",
        "They are too small: dividing by a number below 1 makes them larger.",
        ADAM,
    ),
)
def multiplies_by_the_correction(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """The means are multiplied by the correction instead of divided."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] * (1 - beta1**t), v[key] * (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What becomes of your correction after many steps?",
        "The power of beta goes to 0, and the correction with it.",
        ADAM,
    ),
)
def corrected_by_t_times_beta(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """The corrections are 1 - beta times t instead of a power."""
    with np.errstate(divide="ignore", invalid="ignore"):
        t = state["t"] + 1
        m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
        v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
        moved = {key: params[key] - lr * m[key] / (1 - beta1 * t) / (np.sqrt(v[key] / (1 - beta2 * t)) + eps) for key in params}
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "How large is t after one step with four arrays?",
        "t counts steps.",
        ADAM,
    ),
)
def t_goes_up_for_every_array(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """t goes up once for every array instead of once for every step."""
    t, moved, m, v = state["t"], {}, {}, {}
    for key in params:
        t += 1
        m[key] = beta1 * state["m"][key] + (1 - beta1) * grads[key]
        v[key] = beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2
        moved[key] = params[key] - lr * m[key] / (1 - beta1**t) / (np.sqrt(v[key] / (1 - beta2**t)) + eps)
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "Which t stands in your correction in the second step?",
        "The correction belongs to the step that is being done: t is counted up first.",
        ADAM,
    ),
)
def late_by_one_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """The correction uses the old t from the second step on; the first step is right."""
    t, m, v, new = max(state["t"], 1), {}, {}, {}
    for key in params:
        m[key] = beta1 * state["m"][key] + (1 - beta1) * grads[key]
        v[key] = beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2
        new[key] = params[key] - lr * (m[key] / (1 - beta1**t)) / (np.sqrt(v[key] / (1 - beta2**t)) + eps)
    return new, {"t": state["t"] + 1, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What is the correction in the first step, and what is it after a thousand steps?",
        "The means start at zero and forget that with time: the correction goes by a power of t, and ends at 1.",
        ADAM,
    ),
)
def same_correction_for_ever(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """Every step is corrected as if it were the first: no power of t."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {key: params[key] - lr * m[key] / (1 - beta1) / (np.sqrt(v[key] / (1 - beta2)) + eps) for key in params}
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "By how much does the first step move a weight, and by how much should it?",
        "t is counted once for each step: the first step is corrected with t = 1.",
        ADAM,
    ),
)
def counts_the_step_twice(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """t is counted up, and then 1 is added once more in the correction."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {key: params[key] - lr * m[key] / (1 - beta1 ** (t + 1)) / (np.sqrt(v[key] / (1 - beta2 ** (t + 1))) + eps) for key in params}
    return moved, {"t": t, "m": m, "v": v}


@mistake(
    "adam_step",
    hints=(
        "What happens to your first step when all gradients are ten times as large?",
        "The gradient is in the step already, as its running mean; the step hardly depends on the size of the gradients.",
        ADAM,
    ),
)
def times_the_gradient_again(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-08):
    """The step is multiplied by the gradient once more."""
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {key: params[key] - lr * grads[key] * m[key] / (1 - beta1**t) / (np.sqrt(v[key] / (1 - beta2**t)) + eps) for key in params}
    return moved, {"t": t, "m": m, "v": v}
