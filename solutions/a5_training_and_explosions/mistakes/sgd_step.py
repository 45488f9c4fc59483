"""Wrong implementations of sgd_step that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

STEP = "q3, the worked number."


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
    "sgd_step",
    hints=(
        "Which gradient is taken for W1 if the gradients come in another order?",
        "A dict is asked by its keys. The order in which they stand means nothing.",
        STEP,
    ),
)
def by_the_order_of_keys(params, grads, lr):
    """The two dicts are walked side by side, so that gradients in another order go to the wrong arrays."""
    return {key: value - lr * grad for (key, value), grad in zip(params.items(), grads.values(), strict=True)}


@mistake(
    "sgd_step",
    hints=(
        "Which arrays does your function move if there are three layers, or only one?",
        "Every array in the dict takes a step, the last layer's too.",
        STEP,
    ),
)
def last_layer_stays(params, grads, lr):
    """The loop over the layers ends one too early, so the last W and b do not move."""
    moved, last = {key: value.copy() for key, value in params.items()}, len(params) // 2
    for layer in range(1, last):
        for key in (f"W{layer}", f"b{layer}"):
            moved[key] = params[key] - lr * grads[key]
    return moved


@mistake(
    "sgd_step",
    hints=(
        "Which keys does your code name?",
        "A network has as many layers as params has; every array moves.",
        STEP,
    ),
)
def first_layer_only(params, grads, lr):
    """Only W1 and b1 are moved."""
    return {key: params[key] - lr * grads[key] if key[1:] == "1" else params[key].copy() for key in params}


@mistake(
    "sgd_step",
    hints=(
        "Which keys has your result, and which has params?",
        "The result has all keys of params, however many layers there are.",
        STEP,
    ),
)
def first_layer_returned_alone(params, grads, lr):
    """Only W1 and b1 are returned."""
    return {key: params[key] - lr * grads[key] for key in params if key[1:] == "1"}


@mistake(
    "sgd_step",
    hints=(
        "Which keys has your result for a network of three layers?",
        "The result has all keys of params, however many layers there are.",
        STEP,
    ),
)
def two_layers_returned(params, grads, lr):
    """Only the first two layers are returned."""
    return {key: params[key] - lr * grads[key] for key in params if key[1:] in ("1", "2")}


@mistake(
    "sgd_step",
    hints=(
        "Where does your loop over the layers end?",
        "The result has all keys of params, those of the last layer too.",
        STEP,
    ),
)
def last_layer_lost(params, grads, lr):
    """The last layer is missing from the result."""
    last = str(max(int(key[1:]) for key in params))
    return {key: params[key] - lr * grads[key] for key in params if key[1:] != last}
