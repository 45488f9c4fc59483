"""Wrong implementations of adam_step that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

ADAM = "q5, the worked number, and the formula in the docstring."


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
