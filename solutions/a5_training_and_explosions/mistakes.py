"""Wrong implementations learners write in a5, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import (
    adam_step,
    fixed_gradients,
    loss_and_gradients,
    minibatches,
    momentum_step,
    published_gradients,
    published_loss,
    published_setup,
    sgd_step,
    zeros_like,
)

START = "q2, the worked number, and the formula in the docstring."
STEP = "q3, the worked number."
ROLL = "q4, the worked number, and the formula in the docstring."
ADAM = "q5, the worked number, and the formula in the docstring."
DEAL = "q6, the worked number, and the formula in the docstring."
LOOP = "q7, the worked number, and what is to be kept apart."
CLIP = "q8, the worked number."
SLOW = "q9, the worked number."
PULL = "q10, the worked number."
COPIES = "q11, the worked number with its three cases."
BAD = "q12, what counts as bad, and the worked number."
CURES = "q13, the two tables."
PROOF = "q14, step 6 of the proof and the worked number."
ESCAPE = "q15, the worked number."


@mistake(
    "accuracy",
    hints=(
        "Is z a probability, or what goes into the sigmoid?",
        "The probability is above one half exactly where the logit is above 0.",
        "q1, the first paragraph.",
    ),
)
def threshold_of_a_probability(z, y):
    """The logits are compared with 0.5, as if they were probabilities: the stub as it was handed out."""
    return np.mean((z > 0.5) == (y == 1))


@mistake(
    "accuracy",
    hints=(
        "How large is your result if all of 300 samples are right?",
        "A share is between 0 and 1, however many samples there are.",
        "q1, the worked number.",
    ),
)
def counts_instead_of_share(z, y):
    """The number of right samples instead of their share."""
    return np.sum((z > 0) == (y == 1))


@mistake(
    "init",
    hints=(
        "Which number in the worked example is a root, and of what?",
        "The schemes name the typical size of a weight. It is the square root of a variance.",
        START,
    ),
)
def forgets_the_root(widths, scheme, rng):
    """The scales of xavier and he are used without the square root."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": 2 / (D + M), "he": 2 / D}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How many terms does one neuron add up?",
        "The size of a sum depends on how many terms it has: that is the number of inputs of the layer.",
        START,
    ),
)
def he_with_fan_out(widths, scheme, rng):
    """The scheme he looks at the number of neurons instead of the number of inputs."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / M)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Which number stands above D in the formula of he, and why?",
        "ReLU lets half of what comes in through, so the square of the scale has to make up for that.",
        START,
    ),
)
def he_like_lecun(widths, scheme, rng):
    """The scheme he lacks the factor 2 for the half that ReLU shuts."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(1 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Is 1 / (D + M) the same as 1 over the mean of D and M?",
        "Xavier takes the mean of the number of inputs and the number of neurons, and the mean of two numbers is half their sum.",
        START,
    ),
)
def xavier_without_the_mean(widths, scheme, rng):
    """The scheme xavier divides by the sum of D and M instead of their mean."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(1 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Does your layer have negative weights?",
        "The draw is the one named in the docstring, whose numbers have mean 0.",
        START,
    ),
)
def uniform_weights(widths, scheme, rng):
    """The weights are drawn uniformly from 0 to 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.uniform(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What should a bias be before anything was learned?",
        "Only weights are drawn. Biases start at one fixed value and use no random number.",
        START,
    ),
)
def random_biases(widths, scheme, rng):
    """The biases are random as well."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = scale * rng.normal(size=M)
    return params


@mistake(
    "init",
    hints=(
        "What are the rows of W1, inputs or neurons?",
        "In this course rows of W belong to inputs: Z = X W + b.",
        START,
    ),
)
def transposed_weights(widths, scheme, rng):
    """The weights have the shape (outputs, inputs)."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(M, D))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What is the name of the first matrix in the notation table?",
        "Layers are numbered as in the notation table: the first one has the number 1.",
        START,
    ),
)
def names_from_zero(widths, scheme, rng):
    """The layers are numbered from 0."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=0):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How many layers of weights lie between three widths?",
        "A network with k widths has k - 1 layers of weights, the one to the outputs included.",
        START,
    ),
)
def forgets_the_last_layer(widths, scheme, rng):
    """The last layer is missing."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-2], widths[1:-1]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How small is small in the docstring?",
        "The scale of small is given as a decimal number: count its zeros.",
        START,
    ),
)
def small_is_a_tenth(widths, scheme, rng):
    """The scheme small uses 0.1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.1, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Which of the two schemes knows the number of outputs?",
        "xavier uses both ends of a layer, he only the inputs.",
        START,
    ),
)
def schemes_exchanged(widths, scheme, rng):
    """The schemes xavier and he are exchanged."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / D), "he": np.sqrt(2 / (D + M))}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Does your xavier change when a layer gets more outputs?",
        "xavier is about the mean of inputs and outputs.",
        START,
    ),
)
def xavier_looks_at_the_inputs_only(widths, scheme, rng):
    """The scheme xavier is the root of 1 over the number of inputs."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(1 / D), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "For which kind of draw is the 6?",
        "The numbers here are normal: their spread is 1 before they are scaled.",
        START,
    ),
)
def xavier_for_uniform_numbers(widths, scheme, rng):
    """The scheme xavier has 6 in the place of 2, as for uniform numbers."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(6 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Which method of rng do you call?",
        "The weights are normal numbers, times the scale.",
        START,
    ),
)
def uniform_between_minus_and_plus(widths, scheme, rng):
    """The weights are drawn uniformly from -1 to 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.uniform(-1, 1, size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How many axes has a bias?",
        "A bias has one axis: one number per neuron.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def biases_as_rows(widths, scheme, rng):
    """The biases have the shape (1, M)."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros((1, M))
    return params


@mistake(
    "init",
    hints=(
        "How small is small here?",
        "The scheme's number stands in the formula.",
        START,
    ),
)
def small_is_a_thousandth(widths, scheme, rng):
    """The scheme small uses 0.001."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.001, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What does a neuron with weights of zero give at the start?",
        "All schemes start with biases of zero.",
        START,
    ),
)
def biases_of_ones(widths, scheme, rng):
    """The biases start at 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.ones(M)
    return params


@mistake(
    "init",
    hints=(
        "Does your scale change from layer to layer?",
        "Each layer has its own number of inputs and outputs, and its own scale.",
        START,
    ),
)
def one_scale_for_all_layers(widths, scheme, rng):
    """Every layer uses the scale of the first one."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (widths[0] + widths[1])), "he": np.sqrt(2 / widths[0])}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How often do you call rng for one layer?",
        "Biases draw nothing.",
        START,
    ),
)
def biases_draw_too(widths, scheme, rng):
    """The biases are drawn and then set to zero, so that the next weights are other ones."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = 0.0 * rng.normal(size=M)
    return params


@mistake(
    "init",
    hints=(
        "In which order do the drawn numbers fill your matrix?",
        "The draw has the shape of the weights themselves.",
        START,
    ),
)
def drawn_and_turned(widths, scheme, rng):
    """Every layer is drawn with its axes exchanged and then transposed."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(M, D)).T
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What does the scheme zeros multiply by?",
        "Nothing is left of the draw in the scheme zeros.",
        START,
    ),
)
def ones_for_zeros(widths, scheme, rng):
    """The scheme zeros starts with ones."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M)) if scheme != "zeros" else np.ones((D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "sgd_step",
    hints=(
        "Does the loss grow or fall in the direction of the gradient?",
        "The gradient points uphill, and a step has to go the other way.",
        STEP,
    ),
)
def goes_uphill(params, grads, lr):
    """The step goes along the gradient instead of against it."""
    return {key: params[key] + lr * grads[key] for key in params}


@mistake(
    "sgd_step",
    hints=(
        "After your step, do the old weights still exist?",
        "A function of this course does not change its inputs: a step makes new arrays.",
        STEP,
    ),
)
def changes_in_place(params, grads, lr):
    """The old parameters are overwritten."""
    for key in params:
        params[key] -= lr * grads[key]
    return params


@mistake(
    "sgd_step",
    hints=(
        "By how much does the first weight of the worked number move, and by how much does yours?",
        "The length of a step is set by the learning rate.",
        STEP,
    ),
)
def forgets_the_learning_rate(params, grads, lr):
    """The gradient is subtracted as it is."""
    return {key: params[key] - grads[key] for key in params}


@mistake(
    "sgd_step",
    hints=(
        "Which arrays of the dict does your step touch?",
        "A step moves every array in the dict, whatever its name is.",
        STEP,
    ),
)
def only_weights_move(params, grads, lr):
    """The biases stay where they are."""
    return {key: params[key] - lr * grads[key] if key.startswith("W") else params[key].copy() for key in params}


@mistake(
    "sgd_step",
    hints=(
        "Do a small and a large gradient move a weight by the same distance?",
        "Plain gradient descent uses the gradient itself: steep slopes make long steps.",
        STEP,
    ),
)
def only_the_sign(params, grads, lr):
    """Only the sign of the gradient is used."""
    return {key: params[key] - lr * np.sign(grads[key]) for key in params}


@mistake(
    "sgd_step",
    hints=(
        "What does your step do to a weight that is 0?",
        "The step is added to the weight. How far it goes does not depend on how large the weight is.",
        STEP,
    ),
)
def shrinks_the_weights(params, grads, lr):
    """The weights are multiplied by 1 - lr times gradient."""
    return {key: params[key] * (1 - lr * grads[key]) for key in params}


@mistake(
    "sgd_step",
    hints=(
        "What happens to your step if the gradient doubles?",
        "Plain gradient descent keeps the length of the gradient. Shortening it is another tool, and comes later.",
        STEP,
    ),
)
def divides_by_the_norm(params, grads, lr):
    """The gradient is shortened to length 1 first."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    return {key: params[key] - lr * grads[key] / norm for key in params}


@mistake(
    "sgd_step",
    hints=(
        "Which keys does your step look at?",
        "Every array in the dict moves.",
        STEP,
    ),
)
def weights_stay(params, grads, lr):
    """Only the biases move."""
    return {key: params[key] if key.startswith("W") else params[key] - lr * grads[key] for key in params}


@mistake(
    "sgd_step",
    hints=(
        "Is your step shorter for a smaller lr?",
        "The learning rate multiplies the gradient.",
        STEP,
    ),
)
def divides_by_the_rate(params, grads, lr):
    """The gradient is divided by the learning rate."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return {key: params[key] - grads[key] / lr for key in params}


@mistake(
    "sgd_step",
    hints=(
        "What do you get when lr is 0?",
        "A step starts from the old parameters.",
        STEP,
    ),
)
def only_the_step(params, grads, lr):
    """The step alone is returned, without the old parameters."""
    return {key: -lr * grads[key] for key in params}


@mistake(
    "sgd_step",
    hints=(
        "Does each weight move by its own gradient?",
        "The step is taken entry by entry.",
        STEP,
    ),
)
def mean_gradient_for_all(params, grads, lr):
    """Every entry of an array moves by the mean of its gradient."""
    return {key: params[key] - lr * np.mean(grads[key]) for key in params}


@mistake(
    "sgd_step",
    hints=(
        "Do all arrays move in the same direction?",
        "Weights and biases both go against their gradients.",
        STEP,
    ),
)
def biases_go_uphill(params, grads, lr):
    """The biases move along their gradients."""
    return {key: params[key] - lr * grads[key] if key.startswith("W") else params[key] + lr * grads[key] for key in params}


@mistake(
    "sgd_step",
    hints=(
        "Does your step make the loss smaller by the weights as well?",
        "Weights and biases both go against their gradients.",
        STEP,
    ),
)
def weights_go_uphill(params, grads, lr):
    """The weights move along their gradients, the biases against them."""
    return {key: params[key] + lr * grads[key] if key.startswith("W") else params[key] - lr * grads[key] for key in params}


@mistake(
    "sgd_step",
    hints=(
        "By how much does your step change when lr is doubled?",
        "The learning rate stands in the step once.",
        STEP,
    ),
)
def rate_squared(params, grads, lr):
    """The learning rate is squared."""
    return {key: params[key] - lr**2 * grads[key] for key in params}


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
    "minibatches",
    hints=(
        "Which samples never appear in your epoch?",
        "In one epoch every sample is used exactly once, also those that do not fill a batch.",
        DEAL,
    ),
)
def drops_the_rest(N, batch, rng):
    """The last batch is dropped when it is not full."""
    order = rng.permutation(N)
    return [order[i : i + batch] for i in range(0, N - batch + 1, batch)]


@mistake(
    "minibatches",
    hints=(
        "Do two epochs have the same batches?",
        "Each epoch deals the samples in a new random order.",
        DEAL,
    ),
)
def not_shuffled(N, batch, rng):
    """The samples stay in their order."""
    order = np.arange(N)
    return [order[i : i + batch] for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Does every sample appear exactly once?",
        "Samples are dealt like cards: what has been dealt does not come again.",
        DEAL,
    ),
)
def draws_with_repeats(N, batch, rng):
    """Every batch is drawn afresh, so that some samples come twice and others not at all."""
    return [rng.integers(N, size=min(batch, N - i)) for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "How long is the last batch of five samples in twos?",
        "The last batch holds what is left, even if that is less.",
        DEAL,
    ),
)
def fills_the_last_batch(N, batch, rng):
    """The last batch is filled up with samples from the beginning."""
    order = rng.permutation(N)
    return [np.resize(np.roll(order, -i), batch) for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "How many batches do six samples in threes make, with your code?",
        "A batch without samples has no mean, and no gradient.",
        DEAL,
    ),
)
def an_empty_batch_at_the_end(N, batch, rng):
    """There is one batch too many when the samples come out even."""
    order = rng.permutation(N)
    return [order[i * batch : (i + 1) * batch] for i in range(N // batch + 1)]


@mistake(
    "minibatches",
    hints=(
        "Does batch say how many samples a batch has, or how many batches there are?",
        "Five samples with batch 2 make batches of two.",
        DEAL,
    ),
)
def batch_as_number_of_batches(N, batch, rng):
    """batch is taken for the number of batches."""
    return np.array_split(rng.permutation(N), min(batch, N))


@mistake(
    "minibatches",
    hints=(
        "Which sizes do ten samples with batch 4 have in your list?",
        "All batches but the last are full.",
        DEAL,
    ),
)
def even_sizes(N, batch, rng):
    """The rest is spread over all batches."""
    return np.array_split(rng.permutation(N), -(-N // batch))


@mistake(
    "minibatches",
    hints=(
        "Which places of the order does your first batch hold?",
        "The order is cut into pieces that follow one another.",
        DEAL,
    ),
)
def every_kth_sample(N, batch, rng):
    """Batches take every k-th number of the order."""
    order, count = rng.permutation(N), -(-N // batch)
    return [order[k::count] for k in range(count)]


@mistake(
    "minibatches",
    hints=(
        "In which order do the numbers of your first batch stand?",
        "A batch is a piece of the order as it was drawn.",
        DEAL,
    ),
)
def sorts_each_batch(N, batch, rng):
    """The numbers of each batch are put in order."""
    order = rng.permutation(N)
    return [np.sort(order[i : i + batch]) for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Which of your batches is the short one?",
        "What is left over stands in the last batch.",
        DEAL,
    ),
)
def rest_in_front(N, batch, rng):
    """The short batch comes first."""
    order = rng.permutation(N)
    first = N % batch
    return ([order[:first]] if first else []) + [order[i : i + batch] for i in range(first, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Can one of your batches be longer than batch?",
        "What is left over is a batch of its own.",
        DEAL,
    ),
)
def rest_joined_to_the_last(N, batch, rng):
    """What is left over is joined to the last full batch."""
    order, full = rng.permutation(N), max(N // batch, 1)
    return [order[i * batch : (i + 1) * batch if i < full - 1 else N] for i in range(full)]


@mistake(
    "minibatches",
    hints=(
        "Where does your first batch start?",
        "The first batch is the first part of the order.",
        DEAL,
    ),
)
def backwards_through_the_order(N, batch, rng):
    """The batches are taken from the end of the order."""
    order = rng.permutation(N)[::-1]
    return [order[i : i + batch] for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Is there a sample 0?",
        "The numbers run from 0 to N - 1.",
        DEAL,
    ),
)
def numbers_from_one(N, batch, rng):
    """The samples are numbered from 1."""
    order = rng.permutation(N) + 1
    return [order[i : i + batch] for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "How many arrays do you return?",
        "The order is cut into pieces of the length batch.",
        DEAL,
    ),
)
def one_long_array(N, batch, rng):
    """The order is returned as it is, without batches."""
    return [rng.permutation(N)]


@mistake(
    "minibatches",
    hints=(
        "How often do you call rng?",
        "One order is drawn, and cut.",
        DEAL,
    ),
)
def shuffled_again_for_each_batch(N, batch, rng):
    """A new order is drawn for each batch."""
    return [rng.permutation(N)[i : i + batch] for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "In which samples does your second batch start?",
        "Each batch starts where the one before ended.",
        DEAL,
    ),
)
def batches_overlap(N, batch, rng):
    """The batches overlap: each starts one sample after the one before."""
    order = rng.permutation(N)
    return [order[i : i + batch] for i in range(0, max(N - batch, 0) + 1)]


@mistake(
    "minibatches",
    hints=(
        "Do neighbours stay together in your batches?",
        "The samples are shuffled before they are cut into batches.",
        DEAL,
    ),
)
def order_of_batches_only(N, batch, rng):
    """The samples stay in their order, and the batches are shuffled."""
    blocks = [np.arange(i, min(i + batch, N)) for i in range(0, N, batch)]
    return [blocks[k] for k in rng.permutation(len(blocks))]


@mistake(
    "train",
    hints=(
        "Which labels does your second batch see?",
        "A sample and its label belong together: both are picked by the same row numbers.",
        LOOP,
    ),
)
def labels_of_other_samples(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The labels are not taken from the rows of the batch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[: len(rows)], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Does the size of the batch change anything in your steps?",
        "The gradient of a step comes from the rows of its batch.",
        LOOP,
    ),
)
def gradient_of_all_samples(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """Each step uses the gradient of all samples."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X, y, kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How often does your code call minibatches in three epochs?",
        "Every epoch has its own random order.",
        LOOP,
    ),
)
def same_order_every_epoch(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The samples are dealt once, before the first epoch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    dealt = minibatches(len(X), batch, rng)
    for _ in range(epochs):
        for rows in dealt:
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "What does Adam remember at the beginning of your second epoch?",
        "The optimizer's memory starts once, and lives through all epochs.",
        LOOP,
    ),
)
def forgets_the_state(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The state of momentum and Adam starts again at zero in each epoch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How many entries does a history of no epochs have?",
        "The history has one number before the first epoch, and one after each.",
        LOOP,
    ),
)
def no_loss_at_the_start(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history lacks the loss before the first epoch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = []
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Which parameters belong to the last entry of your history?",
        "The last entry of the history is the loss of the parameters that are returned.",
        LOOP,
    ),
)
def loss_before_each_epoch(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history is written before each epoch instead of after it."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        history.append(loss_and_gradients(params, X, y, kind)[0])
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "On which samples is your loss measured?",
        "The history is measured on all samples, so that its entries can be compared.",
        LOOP,
    ),
)
def loss_of_the_last_batch(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history holds the loss of the last batch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X[rows], y[rows], kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Do all your losses of one epoch belong to the same parameters?",
        "The history is measured between epochs, with parameters that stand still.",
        LOOP,
    ),
)
def mean_of_the_batch_losses(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history holds the mean of the losses seen during the epoch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        seen = []
        for rows in minibatches(len(X), batch, rng):
            seen.append(loss_and_gradients(params, X[rows], y[rows], kind)[0])
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(np.mean(seen))
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Does your loss of an epoch grow when the same samples are cut into more batches?",
        "The history is measured between epochs: one loss of all samples, with parameters that stand still.",
        LOOP,
    ),
)
def sum_of_the_batch_losses(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history holds the losses seen during the epoch, added up."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        total = 0.0
        for rows in minibatches(len(X), batch, rng):
            loss, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            total += loss
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(total)
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How long is your history for 3 epochs of 4 batches?",
        "The history has one number before the first epoch, and one after each epoch.",
        LOOP,
    ),
)
def one_entry_per_step(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history has an entry for each step."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
            history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Where does your loop use kind?",
        "The network has the hidden layers that were asked for, in the gradients as in the history.",
        LOOP,
    ),
)
def ignores_the_kind(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The hidden layers are always tanh."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows])[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Does your loop ever call the steps of q4 and q5?",
        "The optimizer that was named makes the steps.",
        LOOP,
    ),
)
def always_sgd(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The optimizer is ignored."""
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            params = sgd_step(params, loss_and_gradients(params, X[rows], y[rows], kind)[1], lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How long is the step of a short batch, compared with a full one?",
        "The loss of a batch is a mean already, so every step uses lr as it is.",
        LOOP,
    ),
)
def long_steps_for_short_batches(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The learning rate is multiplied by the share of the batch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr * len(rows) / batch)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr * len(rows) / batch)
            else:
                params, state = adam_step(params, grads, state, lr * len(rows) / batch)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How many epochs are trained when epochs is 0?",
        "The number of epochs is the number of times the samples are dealt.",
        LOOP,
    ),
)
def one_epoch_too_many(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """One epoch too many is trained."""
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = []
    for _ in range(epochs + 1):
        history.append(loss_and_gradients(params, X, y, kind)[0])
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Are the parameters you started from still there after training?",
        "A function of this course does not change its inputs.",
        LOOP,
    ),
)
def trains_the_given_arrays(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The steps are written into the arrays that were given."""
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                new = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                new, velocity = momentum_step(params, grads, velocity, lr)
            else:
                new, state = adam_step(params, grads, state, lr)
            for key in params:
                params[key][...] = new[key]
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How many steps does one of your epochs take?",
        "An epoch goes through all its batches.",
        LOOP,
    ),
)
def first_batch_only(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """Each epoch stops after its first batch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng)[:1]:
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Does every sample take part in an epoch?",
        "An epoch goes through all its batches; a slice up to -1 ends before the last.",
        LOOP,
    ),
)
def last_batch_skipped(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The last batch of each epoch is left out."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng)[:-1]:
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How long is your history?",
        "There is one entry before the first epoch and one after each.",
        LOOP,
    ),
)
def one_epoch_too_few(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """One epoch too few is trained."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs - 1):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "To which calls do you pass the kind?",
        "Loss and gradients belong to one and the same network.",
        LOOP,
    ),
)
def kind_not_passed_to_the_steps(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The gradients of the steps are those of tanh, whatever the kind; the losses are right."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows])
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Which network do you measure?",
        "Loss and gradients belong to one and the same network.",
        LOOP,
    ),
)
def kind_not_passed_to_the_history(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The losses of the history are those of tanh, whatever the kind."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Which steps do you take when the optimizer is momentum?",
        "Each name has its own step.",
        LOOP,
    ),
)
def adam_for_momentum(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """Adam is used where momentum is asked for."""
    optimizer = "adam" if optimizer == "momentum" else optimizer
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Does a step of momentum in your loop depend on the steps before it?",
        "What momentum_step returns as its velocity is handed to the next step.",
        LOOP,
    ),
)
def momentum_keeps_nothing(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The steps of momentum are those of plain descent: no velocity goes on from step to step."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)[0], velocity
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "What do you do with the second result of adam_step?",
        "The state goes on from step to step.",
        LOOP,
    ),
)
def adam_keeps_nothing(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The state of Adam is not kept from step to step."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)[0], state
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Which of the two results comes first?",
        "First the parameters, then the history.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def history_first(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The history is returned before the parameters."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return np.array(history), params


@mistake(
    "train",
    hints=(
        "Which of your parameters have been trained?",
        "Every step makes new parameters, and the last ones are returned.",
        LOOP,
    ),
)
def start_parameters_returned(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The parameters from before the training are returned."""
    start = dict(params)
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return start, np.array(history)


@mistake(
    "train",
    hints=(
        "Who decides in which order the samples come?",
        "Each epoch deals the samples anew.",
        LOOP,
    ),
)
def samples_are_not_shuffled(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The samples stay in their order: rng is not used."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in [np.arange(i, min(i + batch, len(X))) for i in range(0, len(X), batch)]:
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How many steps are in one of your epochs?",
        "A batch holds `batch` samples.",
        LOOP,
    ),
)
def all_samples_in_one_batch(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The size of a batch is ignored: every step sees all samples."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), len(X), rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "clip_by_norm",
    hints=(
        "Does your clipped gradient still point in the same direction?",
        "All arrays together are one long vector with one norm.",
        CLIP,
    ),
)
def array_by_array(grads, limit):
    """Every array is clipped by itself."""
    return {key: g * min(1.0, limit / max(np.linalg.norm(g), 1e-300)) for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "What does your function do to a gradient of many entries just below the limit?",
        "Clipping by norm keeps the direction: all entries are scaled by one factor.",
        CLIP,
    ),
)
def entry_by_entry(grads, limit):
    """Every entry is cut at the limit."""
    return {key: np.clip(g, -limit, limit) for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "What happens to a gradient that is shorter than the limit?",
        "Clipping only shortens.",
        CLIP,
    ),
)
def always_scales(grads, limit):
    """Short gradients are stretched to the limit."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    return {key: g * limit / max(norm, 1e-300) for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Which norm do the entries 3 and 4 have, in your code and in the text?",
        "The norm is the length of the vector, as Pythagoras measures it.",
        CLIP,
    ),
)
def norm_without_root(grads, limit):
    """The sum of the squares is used as the norm."""
    norm = sum(np.sum(g**2) for g in grads.values())
    return {key: g * limit / norm if norm > limit else g.copy() for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Is the length of (3, 4) the sum of 3 and 4?",
        "Lengths along different axes do not add up; their squares do.",
        CLIP,
    ),
)
def sum_of_norms(grads, limit):
    """The norms of the arrays are added up."""
    norm = sum(np.linalg.norm(g) for g in grads.values())
    return {key: g * limit / norm if norm > limit else g.copy() for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Which arrays does your norm look at?",
        "All arrays in the dict belong to the gradient, whatever their names are.",
        CLIP,
    ),
)
def weights_only(grads, limit):
    """Biases are left out of the norm and are not scaled."""
    norm = np.sqrt(sum(np.sum(g**2) for key, g in grads.items() if key.startswith("W")))
    return {key: g * limit / norm if norm > limit and key.startswith("W") else g.copy() for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "How long is your gradient after clipping with limit 2?",
        "What is too long is shortened to the limit, and no further.",
        CLIP,
    ),
)
def clips_to_length_one(grads, limit):
    """A long gradient gets the norm 1 instead of the limit."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    return {key: g / norm if norm > limit else g.copy() for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "After the call, is the gradient you were given still what it was?",
        "A function of this course does not change its inputs.",
        CLIP,
    ),
)
def overwrites_the_gradients(grads, limit):
    """The given gradients are scaled in place."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    if norm > limit:
        for g in grads.values():
            g *= limit / norm
    return grads


@mistake(
    "clip_by_norm",
    hints=(
        "How long is a gradient with the two entries 3 and 4?",
        "The norm adds up squares over all entries.",
        CLIP,
    ),
)
def largest_entry_as_norm(grads, limit):
    """The largest entry is taken for the norm."""
    norm = max(np.max(np.abs(g)) for g in grads.values())
    scale = limit / norm if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "How long is a gradient with the two entries 3 and 4? Is it 7?",
        "The norm is the root of the sum of the squares.",
        CLIP,
    ),
)
def sum_of_sizes_as_norm(grads, limit):
    """The sizes of the entries are added up without being squared."""
    norm = sum(np.sum(np.abs(g)) for g in grads.values())
    scale = limit / norm if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Does a gradient become longer when it has more entries?",
        "The squares are added up, not averaged.",
        CLIP,
    ),
)
def mean_square_as_norm(grads, limit):
    """The root of the mean square is taken for the norm."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()) / sum(g.size for g in grads.values()))
    scale = limit / norm if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "How long is your gradient after it was clipped?",
        "Limit over norm makes the norm equal to the limit.",
        CLIP,
    ),
)
def divides_by_the_square(grads, limit):
    """The gradient is multiplied by the limit over the square of the norm."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = limit / norm**2 if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Which direction has your gradient after it was clipped?",
        "The direction is kept and only the length changes.",
        CLIP,
    ),
)
def too_long_is_thrown_away(grads, limit):
    """A gradient that is too long becomes 0."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = 0.0 if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "How long is your gradient after it was clipped, to ten digits?",
        "Nothing is added: a norm above the limit is not 0.",
        CLIP,
    ),
)
def small_number_in_the_norm(grads, limit):
    """A small number is added to the norm."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = limit / (norm + 1e-6) if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Which gradients does your function change?",
        "Only a norm above the limit is changed.",
        CLIP,
    ),
)
def direction_turned(grads, limit):
    """What should be clipped is not, and what is short is stretched to the limit."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = limit / max(norm, 1e-300) if 0 < norm < limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "lr_schedule",
    hints=(
        "Does your learning rate change between step 0 and step 50, with span 100?",
        "Halving waits for a full span to be over, then halves at once.",
        SLOW,
    ),
)
def halves_gradually(kind, lr, step, span):
    """The halving happens a little in every step instead of after full spans."""
    if kind == "halving":
        return lr * 0.5 ** (step / span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "How many full spans are over at step 100, with span 100?",
        "Step 0 is the first step, so at step number span one full span is over.",
        SLOW,
    ),
)
def halves_one_step_late(kind, lr, step, span):
    """At exactly the end of a span the learning rate is not halved yet."""
    if kind == "halving":
        return lr * 0.5 ** (max(step - 1, 0) // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your learning rate after five spans?",
        "Each full span halves what the one before it has left.",
        SLOW,
    ),
)
def halves_only_once(kind, lr, step, span):
    """The learning rate is halved once and then never again."""
    if kind == "halving":
        return lr * 0.5 if step >= span else lr
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "After two spans, which part of lr is left in the worked number?",
        "Halving twice leaves a quarter.",
        SLOW,
    ),
)
def divides_by_the_number_of_spans(kind, lr, step, span):
    """Instead of halving again and again, lr is divided by 1 plus the number of spans."""
    if kind == "halving":
        return lr / (1 + step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your inverse schedule at step 0?",
        "At step 0 every schedule gives lr itself.",
        SLOW,
    ),
)
def inverse_without_the_one(kind, lr, step, span):
    """The schedule inverse starts at infinity."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / max(step / span, 1e-3)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What does span do in your inverse schedule?",
        "After span steps the inverse schedule has come down to a half.",
        SLOW,
    ),
)
def inverse_of_the_step(kind, lr, step, span):
    """The schedule inverse does not use the span."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your cosine schedule at step 150, with span 100?",
        "When the span is over, the cosine schedule is over too, and stays so.",
        SLOW,
    ),
)
def cosine_comes_back(kind, lr, step, span):
    """Beyond the span the cosine rises again."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * step / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What does the worked number say at half of the span?",
        "The cosine goes from its top to its bottom in one span, through half of a circle.",
        SLOW,
    ),
)
def quarter_of_a_cosine(kind, lr, step, span):
    """The cosine is that of a quarter circle."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * np.cos(np.pi / 2 * min(step, span) / span)


@mistake(
    "lr_schedule",
    hints=(
        "Does your rate change between two multiples of span?",
        "Only halving waits for full spans.",
        SLOW,
    ),
)
def inverse_in_whole_spans(kind, lr, step, span):
    """The schedule inverse counts full spans only."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step // span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your rate at half of the span?",
        "One plus the cosine runs from 2 to 0.",
        SLOW,
    ),
)
def cosine_ends_at_half(kind, lr, step, span):
    """The cosine runs to the middle only: it is not shifted up."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * max(np.cos(np.pi * min(step, span) / span), 0.0)


@mistake(
    "lr_schedule",
    hints=(
        "What is your rate in the very first step?",
        "At step 0 every schedule gives lr.",
        SLOW,
    ),
)
def cosine_twice_as_large(kind, lr, step, span):
    """The cosine's sum is not halved."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span))


@mistake(
    "lr_schedule",
    hints=(
        "What should the rate be at the end of the span?",
        "Over the span the angle goes from 0 to pi.",
        SLOW,
    ),
)
def full_circle_of_the_cosine(kind, lr, step, span):
    """The cosine goes through a full circle over the span."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(2 * np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is left of lr after one span?",
        "Halving leaves one half.",
        SLOW,
    ),
)
def third_instead_of_half(kind, lr, step, span):
    """The schedule halving takes a tenth each time."""
    if kind == "halving":
        return lr * 0.1 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "How often is the rate halved in a hundred steps with a span of 100?",
        "It is halved once for every full span.",
        SLOW,
    ),
)
def halves_at_every_step(kind, lr, step, span):
    """The rate is halved in every step."""
    if kind == "halving":
        return lr * 0.5**step
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is left of lr after one span? Is it one half?",
        "Nothing is squared and no root is taken.",
        SLOW,
    ),
)
def inverse_of_the_square(kind, lr, step, span):
    """The schedule inverse has a root."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / np.sqrt(1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your rate in the very first step? Is it lr?",
        "step is 0 for the first step.",
        SLOW,
    ),
)
def counted_from_one(kind, lr, step, span):
    """The first step is counted as 1."""
    step = step + 1
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "l1_l2",
    hints=(
        "Which arrays does your penalty run over?",
        "Only weights are penalised. The keys tell which they are.",
        PULL,
    ),
)
def penalises_biases(params, l1, l2):
    """The biases are penalised as well."""
    weights = dict(params)
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Of which function is l2 times w the derivative?",
        "Penalty and gradient belong together: one is the derivative of the other.",
        PULL,
    ),
)
def l2_without_the_half(params, l1, l2):
    """The penalty lacks the one half in front of the squares."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "What is the derivative of one half of w squared?",
        "Penalty and gradient belong together: check the one against the slope of the other.",
        PULL,
    ),
)
def l2_pulls_twice(params, l1, l2):
    """The gradient of the squares is twice too large."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + 2 * l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "How hard does L1 pull at a tiny weight, and how hard at a large one?",
        "L1 pulls with the same force at all weights that are not 0; only the direction differs.",
        PULL,
    ),
)
def l1_pulls_like_l2(params, l1, l2):
    """The L1 term pulls in proportion to the weight."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * w + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which way does L1 pull at a negative weight?",
        "The slope of |w| changes its sign at 0.",
        PULL,
    ),
)
def l1_pulls_up(params, l1, l2):
    """The L1 term pulls all weights in the same direction."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.ones_like(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Can your penalty be negative?",
        "A penalty grows with the size of a weight, on either side of 0.",
        PULL,
    ),
)
def l1_without_abs(params, l1, l2):
    """The L1 penalty adds up the weights with their signs."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(w) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "How hard should L1 pull at a weight that is 0 already?",
        "At 0 the slope of |w| is taken to be 0, as the docstring says.",
        PULL,
    ),
)
def pulls_at_zero(params, l1, l2):
    """At weights of exactly 0 the L1 term pulls to one side."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.where(w >= 0, 1.0, -1.0) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Should every weight get the same pull?",
        "Each weight is pulled by its own size: that was the defect of a4.",
        PULL,
    ),
)
def one_number_for_all(params, l1, l2):
    """The gradient of the squares is one number for all weights of a matrix, as in the published code."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * np.sum(w**2) for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which keys does an optimizer expect in a dict of gradients?",
        "Gradients have the keys of params. What feels no pull has a gradient of zeros.",
        PULL,
    ),
)
def no_entries_for_biases(params, l1, l2):
    """The gradients of the biases are missing."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, pull


@mistake(
    "l1_l2",
    hints=(
        "What cancels the one half in front of the squares?",
        "The slope of a square brings a factor of 2.",
        PULL,
    ),
)
def pulls_half(params, l1, l2):
    """The gradient of the squares is half as large as it should be."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 / 2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Does a step against your gradient make a weight smaller?",
        "A penalty grows with the size of a weight, so its gradient has the sign of the weight.",
        PULL,
    ),
)
def pushes_outwards(params, l1, l2):
    """The gradients have the wrong sign."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: -l1 * np.sign(w) - l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "What does a weight of 1 cost when only l1 is 1?",
        "Only the squares have the one half.",
        PULL,
    ),
)
def l1_halved_too(params, l1, l2):
    """The one half stands in front of both terms."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum((l1 * np.sum(np.abs(w)) + l2 * np.sum(w**2)) / 2 for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which of the two amounts belongs to the squares?",
        "l1 belongs to sizes, l2 to squares.",
        PULL,
    ),
)
def amounts_exchanged(params, l1, l2):
    """l1 and l2 have changed places."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l2 * np.sum(np.abs(w)) + l1 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l2 * np.sign(w) + l1 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Is there a root in your penalty?",
        "The squares are added up and stay squares.",
        PULL,
    ),
)
def norm_instead_of_squares(params, l1, l2):
    """The norm of each matrix is penalised instead of the sum of its squares."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sqrt(np.sum(w**2)) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Does a larger matrix cost more in your penalty?",
        "The sums go over all weights and are divided by nothing.",
        PULL,
    ),
)
def means_instead_of_sums(params, l1, l2):
    """Means are taken over each matrix instead of sums."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.mean(np.abs(w)) + l2 / 2 * np.mean(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "What does your function do with W3?",
        "All weights are penalised, of any number of layers.",
        PULL,
    ),
)
def two_layers_only(params, l1, l2):
    """Only W1 and W2 are penalised."""
    weights = {key: w for key, w in params.items() if key in ("W1", "W2")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Does your penalty change with a bias?",
        "Biases are penalised nowhere.",
        PULL,
    ),
)
def biases_in_the_sum_only(params, l1, l2):
    """The biases count in the penalty, but not in the gradients."""
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in params.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in params.items() if key.startswith("W")}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "l1_l2",
    hints=(
        "Which of the two results comes first?",
        "The penalty is the first result.",
        "The line `Returns` in the docstring of q10.",
    ),
)
def gradients_first(params, l1, l2):
    """The gradients are returned before the penalty."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return {**zeros_like(params), **pull}, penalty


@mistake(
    "l1_l2",
    hints=(
        "Is the derivative of a square a square?",
        "The derivative of a square is proportional to the weight itself.",
        PULL,
    ),
)
def squares_for_the_pull(params, l1, l2):
    """The gradient of the squares is the square of each weight."""
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w**2 for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


@mistake(
    "symmetry_experiment",
    hints=(
        "Which numbers decide what a neuron computes?",
        "A neuron is given by what leads into it, not by what is made of its answer.",
        COPIES,
    ),
)
def counts_what_leads_away(params, X, y, steps, lr, kind="tanh"):
    """The output weights count as part of a neuron."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"], params["W2"].T]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Do two neurons with the same column of W1 always compute the same?",
        "A neuron is given by its column of W1 and its bias.",
        COPIES,
    ),
)
def ignores_the_bias(params, X, y, steps, lr, kind="tanh"):
    """Only W1 is compared."""

    def count(params):
        units = params["W1"].T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many units does your count see in a layer with 2 inputs and 8 neurons?",
        "Neuron j is column j of W1.",
        COPIES,
    ),
)
def compares_inputs(params, X, y, steps, lr, kind="tanh"):
    """The rows of W1 are compared: inputs instead of neurons."""

    def count(params):
        units = params["W1"]
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many counts do 0 steps have?",
        "There is one count before the first step, and one after each.",
        COPIES,
    ),
)
def no_count_before(params, X, y, steps, lr, kind="tanh"):
    """The count before the first step is missing."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = []
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts, dtype=int)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many counts do 3 steps have?",
        "There is one count before the first step, and one after each.",
        COPIES,
    ),
)
def one_step_short(params, X, y, steps, lr, kind="tanh"):
    """The last step is missing."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps - 1):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Where are the gradients of your second step taken?",
        "Each step takes the gradient where the network is by then.",
        COPIES,
    ),
)
def same_gradient_for_ever(params, X, y, steps, lr, kind="tanh"):
    """The gradient of the first parameters is used in every step."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    grads = loss_and_gradients(params, X, y, kind)[1]
    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, grads, lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "What is different in your network after a step?",
        "The experiment is about what training does: each count follows a step.",
        COPIES,
    ),
)
def never_trains(params, X, y, steps, lr, kind="tanh"):
    """The parameters never change: the same count again and again."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many different neurons can a layer of three have at most?",
        "Count how many are left when copies are taken out.",
        COPIES,
    ),
)
def counts_pairs(params, X, y, steps, lr, kind="tanh"):
    """Pairs of different units are counted instead of units."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        return int(np.sum(np.max(np.abs(units[:, None] - units), axis=2) > 1e-6) // 2)

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many different neurons are there among three copies?",
        "Several copies count as one, not as none.",
        COPIES,
    ),
)
def only_those_without_a_copy(params, X, y, steps, lr, kind="tanh"):
    """Units that have a copy are not counted at all."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        same = np.max(np.abs(units[:, None] - units), axis=2) <= 1e-6
        return int(np.sum(np.sum(same, axis=1) == 1))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "What if a unit's copy stands two places further on?",
        "Every unit is compared with all others.",
        COPIES,
    ),
)
def neighbours_only(params, X, y, steps, lr, kind='tanh'):
    """Every unit is compared with its neighbour only."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return 1 + sum(bool(apart[j, j - 1]) for j in range(1, len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Do you pass the kind on?",
        "The gradients are those of the network that was asked for.",
        COPIES,
    ),
)
def always_tanh(params, X, y, steps, lr, kind='tanh'):
    """The hidden layers are always tanh."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Have two units with the same bias to be copies?",
        "Copies agree in all their numbers.",
        COPIES,
    ),
)
def any_number_that_agrees(params, X, y, steps, lr, kind='tanh'):
    """Two units count as one if one of their numbers agrees."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.all(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "What becomes of two numbers that lie just left and right of a rounding border?",
        "Two numbers are compared by their difference.",
        COPIES,
    ),
)
def rounded_and_compared(params, X, y, steps, lr, kind='tanh'):
    """The numbers are rounded to six places and compared exactly."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return len(np.unique(np.round(units, 6), axis=0))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How far may two copies be apart?",
        "A difference of up to 1e-6 is rounding.",
        COPIES,
    ),
)
def compared_exactly(params, X, y, steps, lr, kind='tanh'):
    """Two units count as one only if all their numbers are exactly equal."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(units[:, None] != units, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Is your step gradient descent?",
        "sgd_step goes down: it is given the rate as it is.",
        COPIES,
    ),
)
def walks_up(params, X, y, steps, lr, kind='tanh'):
    """The steps go up instead of down."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], -lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many counts are asked for?",
        "There is a count before the first step and after each.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def only_the_last_count(params, X, y, steps, lr, kind='tanh'):
    """Only the count after the last step is returned."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts[-1:])


@mistake(
    "explosion_report",
    hints=(
        "What does Python say to: is NaN above 1000?",
        "Every comparison with NaN is False. A loss that is not finite is bad as well.",
        BAD,
    ),
)
def nan_is_not_above(reg, lr, fixed, steps=20000, hidden=50):
    """A loss that is not a number is not seen as bad."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if loss > 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Is a loss of 5757 bad, and is every term of the loss in yours?",
        "There are two ways to be bad: to be above the limit, or not to be a finite number.",
        BAD,
    ),
)
def only_nan_is_bad(reg, lr, fixed, steps=20000, hidden=50):
    """Losses that are finite do not count as bad, however large, or are not as large as they should be."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not np.isfinite(loss):
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Which number does your very first step have?",
        "Steps are counted from 1: the number says how many have been done.",
        BAD,
    ),
)
def counts_from_zero(reg, lr, fixed, steps=20000, hidden=50):
    """The first step has the number 0."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(steps):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "After how many steps is the loss taken that you call that of step 1?",
        "Step t is bad if the loss after it is.",
        BAD,
    ),
)
def looks_before_the_step(reg, lr, fixed, steps=20000, hidden=50):
    """The loss is looked at before the step instead of after it."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Where does your code look at fixed?",
        "fixed chooses between the two given functions for the gradients.",
        BAD,
    ),
)
def always_published(reg, lr, fixed, steps=20000, hidden=50):
    """The published gradients are used whatever was asked for."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Which gradients does fixed=False stand for?",
        "fixed means put right.",
        BAD,
    ),
)
def fixed_turned_round(reg, lr, fixed, steps=20000, hidden=50):
    """True and False have changed places."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = published_gradients if fixed else fixed_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "How can a reader tell a run that blew up in its last step from one that did not?",
        "A run without a bad step is reported as the docstring says.",
        BAD,
    ),
)
def steps_if_nothing_happens(reg, lr, fixed, steps=20000, hidden=50):
    """If nothing bad happens, the number of steps is returned."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return steps


@mistake(
    "explosion_report",
    hints=(
        "Where does your code use hidden?",
        "The number of neurons is passed on to the setup.",
        BAD,
    ),
)
def always_fifty_neurons(reg, lr, fixed, steps=20000, hidden=50):
    """The number of hidden neurons is ignored."""
    X, Y, W1, W2 = published_setup(50)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "After how many steps does your code call the run of the worked number bad?",
        "A loss is bad if it is above the limit in the docstring, or not finite.",
        BAD,
    ),
)
def limit_of_one(reg, lr, fixed, steps=20000, hidden=50):
    """The limit is 1 instead of 1000."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "At which W1 is your gradient of W2 taken?",
        "Both gradients belong to one point: take them both, then move.",
        BAD,
    ),
)
def one_after_the_other(reg, lr, fixed, steps=20000, hidden=50):
    """W2's gradient is taken after W1 has moved."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            W1 = W1 - lr * gradients(X, Y, W1, W2, reg)[0]
            W2 = W2 - lr * gradients(X, Y, W1, W2, reg)[1]
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "What does your function do when it is asked for 5000 steps?",
        "As many steps are done as are asked for.",
        BAD,
    ),
)
def gives_up_early(reg, lr, fixed, steps=20000, hidden=50):
    """The run ends after 2000 steps."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, min(steps, 2000) + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "What does your loop do when steps is 1?",
        "Step t runs from 1 to steps, both included.",
        BAD,
    ),
)
def last_step_missing(reg, lr, fixed, steps=20000, hidden=50):
    """The last step is not done."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Which of the two matrices does your step move?",
        "Both matrices move in every step.",
        BAD,
    ),
)
def first_layer_stands_still(reg, lr, fixed, steps=20000, hidden=50):
    """W1 is never moved."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1, W2 - lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Which sign has your step?",
        "A step goes against the gradient.",
        BAD,
    ),
)
def uphill(reg, lr, fixed, steps=20000, hidden=50):
    """The steps go up instead of down."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 + lr * dW1, W2 + lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "cures",
    hints=(
        "Which of your verdicts have you measured?",
        "A cure is a run of 23 020 steps without a bad one, and with weights that stay small.",
        CURES,
    ),
)
def believes_the_article():
    """The article's own advice is taken for a cure."""
    return {
        "lr / 10": "cures",
        "lr halved every 1000 steps": "cures",
        "penalty x 10": "cures",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "What has become of the weights at the end of the clipped run?",
        "Where no step is bad, the sum of all squared weights decides between two verdicts.",
        CURES,
    ),
)
def clipping_cures():
    """Clipping is taken for a cure: no step is bad, but the weights were not looked at."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "cures",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "How many steps did your longest run have?",
        "Every cure is tried for 20 times as long as the published run lasted.",
        CURES,
    ),
)
def stops_too_early():
    """Whatever has not blown up by twice the time is called a cure."""
    return {
        "lr / 10": "cures",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "cures",
        "3 neurons": "cures",
        "clip at 10": "cures",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "At which step does the run with 3 neurons end?",
        "A run that ends later than the published one is delayed, however much later it is.",
        CURES,
    ),
)
def blames_the_neurons():
    """Fewer neurons are taken for a cure, as the article's story suggests."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "cures",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "Is it better or worse to blow up later?",
        "The verdict compares the first bad step with 1151.",
        CURES,
    ),
)
def late_is_worse():
    """Worse and later have changed places."""
    return {
        "lr / 10": "worsens",
        "lr halved every 1000 steps": "worsens",
        "penalty x 10": "delays",
        "penalty / 10": "worsens",
        "3 neurons": "worsens",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "How many steps are over when the learning rate is halved for the first time, and how far has the run come by then?",
        "A smaller learning rate helps only if it comes early enough. Measure when it comes here.",
        CURES,
    ),
)
def schedule_cures():
    """Halving the learning rate is taken for a cure."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "cures",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "Which step of the clipped run is the first bad one?",
        "Two of the verdicts are for runs without a bad step.",
        CURES,
    ),
)
def clipping_delays():
    """Clipping is taken for a delay: the weights grow, but no step of the run is bad."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "delays",
        "right gradients": "cures",
    }


@mistake(
    "bias_ceiling",
    hints=(
        "What is the bracket of a neuron whose column of W1 is 0?",
        "A neuron that hears nothing always gives one half. It moves d up or down, but it cannot make it change.",
        PROOF,
    ),
)
def counts_dead_neurons(W1, w2):
    """Neurons with a column of zeros count in R."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "What does a neuron that hears nothing add to d(x) + d(-x)?",
        "A dead neuron still gives one half at x and at -x.",
        PROOF,
    ),
)
def drops_dead_neurons(W1, w2):
    """Neurons with a column of zeros do not count in K."""
    K = np.sum(w2[np.any(W1 != 0, axis=0)])
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "What is d(-x) if K is 0?",
        "If the two values of a pair add up to 0, one of the pair is called class 1 and the other class 0.",
        PROOF,
    ),
)
def forgets_the_balance(W1, w2):
    """The case K = 0 is forgotten."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Can d change its sign if all output weights are positive?",
        "If d has the same sign everywhere, all points get one class.",
        PROOF,
    ),
)
def only_the_balance(W1, w2):
    """Only the case K = 0 is looked at."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Can the second part of d reach R/2 exactly?",
        "A bracket lies strictly between its limits, so at equality d still cannot change its sign.",
        PROOF,
    ),
)
def strictly_above(W1, w2):
    """At |K| = R the bound is taken to be 0.75."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) > R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "What is your bound if all output weights are negative?",
        "Turn all signs of w2 round: the two classes change places, and the bound stays.",
        PROOF,
    ),
)
def sign_of_K_lost(W1, w2):
    """K is compared with R without taking its size: negative K never counts."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or K >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Does a neuron that hears only x1 always give one half?",
        "A neuron is dead if its whole column of W1 is 0.",
        PROOF,
    ),
)
def dead_if_any_zero(W1, w2):
    """A neuron counts as dead if one of its two weights is 0."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.all(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Does a neuron with the weights 1 and -1 always give one half?",
        "A neuron is dead if every weight of its column is 0, not if they cancel.",
        PROOF,
    ),
)
def dead_by_the_sum(W1, w2):
    """A neuron counts as dead if the sum of its weights is 0."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.sum(W1, axis=0) != 0]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "In which two cases does step 6 of the proof come to another number?",
        "Sometimes only half is possible.",
        PROOF,
    ),
)
def always_three_of_four(W1, w2):
    """The bound is always 0.75."""
    return 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Is 0.25 the largest share that can be right, or the smallest that must be wrong?",
        "The bound is about what the network can get right.",
        PROOF,
    ),
)
def share_of_wrong(W1, w2):
    """The share that must be wrong is returned."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.25


@mistake(
    "bias_ceiling",
    hints=(
        "Can your K be negative?",
        "K adds up the weights with their signs.",
        PROOF,
    ),
)
def sizes_in_K(W1, w2):
    """K is the sum of the sizes of w2."""
    K = np.sum(np.abs(w2))
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Can your R be smaller than the size of one weight?",
        "R adds up sizes.",
        PROOF,
    ),
)
def signs_in_R(W1, w2):
    """R adds up the weights with their signs."""
    K = np.sum(w2)
    R = np.sum(w2[np.any(W1 != 0, axis=0)])
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Which bound is the lower one?",
        "Where the condition holds, only half of the quadrants can be right.",
        PROOF,
    ),
)
def results_exchanged(W1, w2):
    """0.5 and 0.75 have changed places."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.75 if K == 0 or abs(K) >= R else 0.5


@mistake(
    "bias_ceiling",
    hints=(
        "Which axis of W1 counts units?",
        "A unit is a column of W1.",
        PROOF,
    ),
)
def rows_for_columns(W1, w2):
    """Rows of W1 are looked at instead of columns."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2)) if np.all(np.any(W1 != 0, axis=1)) else 0.0
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Which of the two has to be larger for the bound of one half?",
        "One half is all there is if the size of K reaches R.",
        PROOF,
    ),
)
def smaller_instead_of_larger(W1, w2):
    """The comparison of R with the size of K is the wrong way round."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) <= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Which weights does R add up?",
        "R is made of output weights.",
        PROOF,
    ),
)
def first_layer_in_R(W1, w2):
    """R adds up the sizes of W1 as well."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2 * np.abs(W1).sum(axis=0)))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "relu_xor",
    hints=(
        "Which sign does your network give at (2, 3)?",
        "Class 1, with d above 0, is where both coordinates have the same sign.",
        ESCAPE,
    ),
)
def classes_swapped():
    """The classes have changed places."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([-1.0, -1.0, 1.0, 1.0])


@mistake(
    "relu_xor",
    hints=(
        "What does your network say at (2, 3) and at (3, 2)?",
        "The border has to run along the axes. Where does your d change its sign?",
        ESCAPE,
    ),
)
def compares_the_coordinates():
    """The sizes of x1 and x2 are compared instead of two combinations of them."""
    return np.array([[1.0, -1.0, 0.0, 0.0], [0.0, 0.0, 1.0, -1.0]]), np.array([1.0, 1.0, -1.0, -1.0])


@mistake(
    "relu_xor",
    hints=(
        "What does your network give at (-2, -3)?",
        "One ReLU sees one side. A size needs both.",
        ESCAPE,
    ),
)
def one_side_only():
    """Each size is computed on one side only: two neurons instead of two pairs."""
    return np.array([[1.0, 1.0], [1.0, -1.0]]), np.array([1.0, -1.0])


@mistake(
    "relu_xor",
    hints=(
        "Can your d be negative?",
        "Two sizes are compared by a difference.",
        ESCAPE,
    ),
)
def pairs_add_up():
    """Both pairs have positive output weights."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([1.0, 1.0, 1.0, 1.0])


@mistake(
    "relu_xor",
    hints=(
        "What is relu(t) - relu(-t)?",
        "Each pair makes a size, which never is negative. Which signs do its output weights need for that?",
        ESCAPE,
    ),
)
def pairs_undone():
    """Within each pair the output weights have opposite signs: what comes out is linear."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([1.0, -1.0, -1.0, 1.0])


@mistake(
    "relu_xor",
    hints=(
        "What are the columns of W1?",
        "Each neuron is a column of W1, with one weight for each coordinate.",
        ESCAPE,
    ),
)
def columns_as_rows():
    """W1 is transposed."""
    return np.array([[1.0, 1.0], [-1.0, -1.0], [1.0, -1.0], [-1.0, 1.0]]), np.array([1.0, 1.0, -1.0, -1.0])


@mistake(
    "relu_xor",
    hints=(
        "Where exactly does your d change its sign?",
        "On the axes both sizes are equal, and there their difference has to be 0.",
        ESCAPE,
    ),
)
def weights_not_balanced():
    """The two pairs have different weights: the border leaves the axes."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([1.0, 1.0, -0.75, -0.75])


@mistake(
    "relu_xor",
    hints=(
        "What does your network give at (2, -3)?",
        "d has to be below 0 where the signs differ. A lone size is never below 0.",
        ESCAPE,
    ),
)
def one_neuron_per_quadrant_of_one_class():
    """Only the pair of the first class is built: d is never negative."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([1.0, 1.0])
