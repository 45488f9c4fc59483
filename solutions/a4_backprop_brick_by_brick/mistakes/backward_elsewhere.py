"""Wrong implementations of backward that learners write: the same mistake in both layers, or several at once, as published networks have them."""

from autograder.checking import mistake

from .where import BACKWARD, SLOPE


@mistake(
    "backward",
    hints=(
        "A sigmoid near 1 is nearly flat: what are your two slopes there?",
        "The slope is h times 1 - h; h alone is the value.",
        SLOPE,
    ),
)
def outputs_as_slopes(params, cache, Y, lam):
    """Both slopes are the outputs H1 and H2 themselves, without the factor 1 - h."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2
    dZ1 = dZ2 @ params["W2"].T * H1
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "A sigmoid near 1 is nearly flat: what is your slope of the output there?",
        "The slope is h times 1 - h; h alone is the value.",
        SLOPE,
    ),
)
def output_value_as_slope(params, cache, Y, lam):
    """The output's slope is H2 itself, without the factor 1 - H2."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "A sigmoid near 1 is nearly flat: what is your slope of the hidden layer there?",
        "The slope is h times 1 - h; h alone is the value.",
        SLOPE,
    ),
)
def hidden_value_as_slope(params, cache, Y, lam):
    """The hidden layer's slope is H1 itself, without the factor 1 - H1."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "How many sigmoids lie between the loss and W1, and how many slopes are in your gradients?",
        "Every brick that is passed on the way back leaves a factor.",
        BACKWARD,
    ),
)
def neither_slope(params, cache, Y, lam):
    """Both slopes are left out."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N
    dZ1 = dZ2 @ params["W2"].T
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is params['W2'] still the same after your function has run, and with which W2 do you go back?",
        "Here gradients are computed and nothing moves: the step comes later, and params belongs to the caller.",
        BACKWARD,
    ),
)
def moves_W2_itself(params, cache, Y, lam):
    """W2 is updated in the caller's params before the gradient of W1 is computed with it."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dW2 = H1.T @ dZ2 + lam / N * params["W2"]
    params["W2"] -= dW2
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": dW2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "How many biases has a layer, and how many numbers does your sum leave?",
        "Every neuron has a bias of its own: the sum runs over the samples only.",
        BACKWARD,
    ),
)
def biases_as_one_number(params, cache, Y, lam):
    """The gradient of each bias is one number: the sum over samples and neurons."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum()}


@mistake(
    "backward",
    hints=(
        "Which loss has your gradients: does it average over the samples, and does it know lam?",
        "The loss of q8 is an average over the samples plus a penalty, and both have a gradient.",
        BACKWARD,
    ),
)
def neither_average_nor_penalty(params, cache, Y, lam):
    """The data term is not divided by N, and the penalty is missing."""
    X, H1, H2 = cache["X"], cache["H1"], cache["H2"]
    dZ2 = (H2 - Y) * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is what you return a gradient, or something to be added to the weights?",
        "A gradient points uphill; and the loss of q8 is an average over the samples plus a penalty.",
        BACKWARD,
    ),
)
def update_of_the_bare_squares(params, cache, Y, lam):
    """The data terms have the wrong sign and are not divided by N, and the penalty is missing."""
    X, H1, H2 = cache["X"], cache["H1"], cache["H2"]
    dZ2 = (Y - H2) * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "If an output is too large, which sign has your gradient, and does it grow with the number of samples?",
        "A gradient points uphill, and that of an average is an average.",
        BACKWARD,
    ),
)
def downhill_and_not_averaged(params, cache, Y, lam):
    """The data terms have the wrong sign and are not divided by N; the penalty is right."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (Y - H2) * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}
