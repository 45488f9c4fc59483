"""Wrong implementations of momentum_step that learners write, each with hints on three levels: a question, the rule, where to look."""

from autograder.checking import mistake

ROLL = "q4, the worked number, and the formula in the docstring."


@mistake(
    "momentum_step",
    hints=(
        "Which of the two forms is meant here?",
        "Books write momentum in two forms. Here the gradient comes in whole.",
        ROLL,
    ),
)
def averages_the_gradient(params, grads, velocity, lr, beta=0.9):
    """The gradient is multiplied by 1 - beta: the other form of momentum."""
    new = {key: beta * velocity[key] + (1 - beta) * grads[key] for key in params}
    moved = {key: params[key] - lr * new[key] for key in params}
    return moved, new


@mistake(
    "momentum_step",
    hints=(
        "Does the very first step, from velocity zero, move the weights?",
        "First the velocity takes the gradient in, then the weights follow it.",
        ROLL,
    ),
)
def moves_with_the_old_velocity(params, grads, velocity, lr, beta=0.9):
    """The weights follow the velocity from before this step."""
    new = {key: beta * velocity[key] + grads[key] for key in params}
    moved = {key: params[key] - lr * velocity[key] for key in params}
    return moved, new


@mistake(
    "momentum_step",
    hints=(
        "What becomes of the velocity when the gradient is 0 for a while?",
        "The old velocity is damped by beta in every step.",
        ROLL,
    ),
)
def forgets_beta(params, grads, velocity, lr, beta=0.9):
    """The velocity never slows down: beta is missing."""
    new = {key: velocity[key] + grads[key] for key in params}
    moved = {key: params[key] - lr * new[key] for key in params}
    return moved, new


@mistake(
    "momentum_step",
    hints=(
        "What will the next step be given as velocity?",
        "What a step needs to remember it has to hand back.",
        ROLL,
    ),
)
def returns_the_old_velocity(params, grads, velocity, lr, beta=0.9):
    """The parameters are right, but the old velocity is returned."""
    new = {key: beta * velocity[key] + grads[key] for key in params}
    moved = {key: params[key] - lr * new[key] for key in params}
    return moved, velocity


@mistake(
    "momentum_step",
    hints=(
        "How often does the new gradient enter your step?",
        "The gradient enters through the velocity, and only there.",
        ROLL,
    ),
)
def gradient_twice(params, grads, velocity, lr, beta=0.9):
    """The gradient is added to the velocity and once more to the step."""
    new = {key: beta * velocity[key] + grads[key] for key in params}
    moved = {key: params[key] - lr * (new[key] + grads[key]) for key in params}
    return moved, new


@mistake(
    "momentum_step",
    hints=(
        "What is the velocity after the worked number, in your code and in the text?",
        "The velocity collects bare gradients. The learning rate comes in when the weights move.",
        ROLL,
    ),
)
def learning_rate_in_the_velocity(params, grads, velocity, lr, beta=0.9):
    """The learning rate is inside the velocity instead of the step."""
    new = {key: beta * velocity[key] + lr * grads[key] for key in params}
    moved = {key: params[key] - new[key] for key in params}
    return moved, new


@mistake(
    "momentum_step",
    hints=(
        "Which way does the weight move if the gradient is positive?",
        "The velocity collects gradients, which point uphill.",
        ROLL,
    ),
)
def runs_uphill(params, grads, velocity, lr, beta=0.9):
    """The weights move along the velocity instead of against it."""
    new = {key: beta * velocity[key] + grads[key] for key in params}
    moved = {key: params[key] + lr * new[key] for key in params}
    return moved, new


@mistake(
    "momentum_step",
    hints=(
        "After the call, is the velocity you were given still what it was?",
        "A function of this course does not change its inputs.",
        ROLL,
    ),
)
def overwrites_the_velocity(params, grads, velocity, lr, beta=0.9):
    """The given velocity is changed in place."""
    for key in params:
        velocity[key] *= beta
        velocity[key] += grads[key]
    return {key: params[key] - lr * velocity[key] for key in params}, {key: velocity[key] for key in params}


@mistake(
    "momentum_step",
    hints=(
        "Which value does beta have when nobody names it?",
        "A default value belongs to the contract: it is in the first line of the function.",
        ROLL,
    ),
)
def another_beta(params, grads, velocity, lr, beta=0.5):
    """Left out, beta is 0.5."""
    new = {key: beta * velocity[key] + grads[key] for key in params}
    moved = {key: params[key] - lr * new[key] for key in params}
    return moved, new


@mistake(
    "momentum_step",
    hints=(
        "Is the learning rate inside your velocity?",
        "The velocity adds up gradients as they are; the step multiplies by lr and subtracts.",
        ROLL,
    ),
)
def rate_in_velocity_and_added(params, grads, velocity, lr, beta=0.9):
    """The velocity holds -lr times the gradient, and is added to the weights."""
    new = {key: beta * velocity[key] - lr * grads[key] for key in params}
    return {key: params[key] + new[key] for key in params}, new


@mistake(
    "momentum_step",
    hints=(
        "From which two things is your new weight made?",
        "The step goes along the new velocity alone.",
        ROLL,
    ),
)
def looks_ahead(params, grads, velocity, lr, beta=0.9):
    """The step is made of the gradient and beta times the new velocity, as Nesterov does."""
    new = {key: beta * velocity[key] + grads[key] for key in params}
    return {key: params[key] - lr * (grads[key] + beta * new[key]) for key in params}, new


@mistake(
    "momentum_step",
    hints=(
        "What slows down in your formula, the velocity or the gradient?",
        "beta multiplies the old velocity.",
        ROLL,
    ),
)
def beta_on_the_gradient(params, grads, velocity, lr, beta=0.9):
    """beta multiplies the gradient instead of the velocity."""
    new = {key: velocity[key] + beta * grads[key] for key in params}
    return {key: params[key] - lr * new[key] for key in params}, new


@mistake(
    "momentum_step",
    hints=(
        "How many minus signs are on the way from the gradient to the weight?",
        "The velocity adds the gradient; the minus sign is in the step.",
        ROLL,
    ),
)
def gradient_subtracted_from_velocity(params, grads, velocity, lr, beta=0.9):
    """The gradient is subtracted in the velocity, and the velocity subtracted from the weights."""
    new = {key: beta * velocity[key] - grads[key] for key in params}
    return {key: params[key] - lr * new[key] for key in params}, new


@mistake(
    "momentum_step",
    hints=(
        "Does your step depend on the steps before?",
        "beta times the old velocity is part of the new one.",
        ROLL,
    ),
)
def velocity_of_the_gradient_only(params, grads, velocity, lr, beta=0.9):
    """The old velocity is forgotten: the new one is the gradient."""
    new = {key: 1.0 * grads[key] for key in params}
    return {key: params[key] - lr * new[key] for key in params}, new


@mistake(
    "momentum_step",
    hints=(
        "Which of the two results comes first?",
        "First the parameters, then the velocity.",
        "The line `Returns` in the docstring of q4.",
    ),
)
def velocity_first_in_the_result(params, grads, velocity, lr, beta=0.9):
    """The new velocity is returned before the parameters."""
    new = {key: beta * velocity[key] + grads[key] for key in params}
    return new, {key: params[key] - lr * new[key] for key in params}


@mistake(
    "momentum_step",
    hints=(
        "What happens in your function when beta is 0.5?",
        "beta is an argument.",
        ROLL,
    ),
)
def always_nine_tenths(params, grads, velocity, lr, beta=0.9):
    """beta is always 0.9."""
    new = {key: 0.9 * velocity[key] + grads[key] for key in params}
    return {key: params[key] - lr * new[key] for key in params}, new


@mistake(
    "momentum_step",
    hints=(
        "What has become of the velocity that was handed in?",
        "v *= beta writes into the caller's array; beta * v makes a new one.",
        "The conventions at the top of the notebook: what may be changed.",
    ),
)
def velocity_slowed_in_place(params, grads, velocity, lr, beta=0.9):
    """The given velocity is multiplied by beta in place before the gradient is added to a new one."""
    moved, rolling = {}, {}
    for key in params:
        old = velocity[key]
        old *= beta
        rolling[key] = old + grads[key]
        moved[key] = params[key] - lr * rolling[key]
    return moved, rolling


@mistake(
    "momentum_step",
    hints=(
        "What is multiplied by lr in your velocity, and what by 1 - beta?",
        "The gradient enters the velocity as it is; lr comes in the step.",
        ROLL,
    ),
)
def share_and_rate_in_the_velocity(params, grads, velocity, lr, beta=0.9):
    """The velocity is beta times the old one plus (1 - beta) lr times the gradient."""
    new = {key: beta * velocity[key] + (1 - beta) * lr * grads[key] for key in params}
    return {key: params[key] - new[key] for key in params}, new


@mistake(
    "momentum_step",
    hints=(
        "Does your result depend on lr?",
        "The step is lr times the velocity.",
        ROLL,
    ),
)
def steps_without_the_rate(params, grads, velocity, lr, beta=0.9):
    """The step is the velocity itself: lr is left out."""
    new = {key: beta * velocity[key] + grads[key] for key in params}
    return {key: params[key] - new[key] for key in params}, new
