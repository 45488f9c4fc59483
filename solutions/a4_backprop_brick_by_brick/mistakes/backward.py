"""Wrong implementations of backward that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid
from .where import SLOPE

BACKWARD = "q8, the loss, and the data term by hand."
PENALTY = "q8, the loss, and the penalty by hand."


@mistake(
    "backward",
    hints=(
        "Two things to look at: does a batch twice as long give gradients twice as large, and does the penalty push every weight the same way?",
        "The loss averages over samples, and so do its gradients; and the derivative of a sum of squares differs from weight to weight.",
        PENALTY,
    ),
)
def published_gradient(params, cache, Y, lam):
    """The data term is not divided by N, and the penalty adds one number, lam times the sum of W^2, to every weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam * np.sum(params["W1"] ** 2), "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam * np.sum(params["W2"] ** 2), "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Should a large weight and a small one get the same push from the penalty?",
        "The derivative of a sum of squares with respect to one weight depends on that weight only.",
        PENALTY,
    ),
)
def penalty_adds_one_number(params, cache, Y, lam):
    """The penalty adds one number, lam times the sum of W^2, to every weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam * np.sum(params["W1"] ** 2), "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam * np.sum(params["W2"] ** 2), "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "If every sample came twice, would the loss change, and would your gradients?",
        "The loss is an average over samples, so its gradients are averages as well.",
        BACKWARD,
    ),
)
def no_average(params, cache, Y, lam):
    """The data term is not divided by N."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What stands under the fraction in front of the sum of squares: does the number of outputs appear there?",
        "The loss averages over samples and adds over outputs.",
        BACKWARD,
    ),
)
def averages_over_outputs_too(params, cache, Y, lam):
    """The data term is divided by N times the number of outputs."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / Y.size * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does lam appear anywhere in your gradients?",
        "The loss has two terms, and each of them has a gradient.",
        PENALTY,
    ),
)
def forgets_the_penalty(params, cache, Y, lam):
    """The gradients do not contain the penalty."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which parameters does the penalty in the loss add up?",
        "What does not appear in a term of the loss gets no gradient from it.",
        PENALTY,
    ),
)
def penalises_biases(params, cache, Y, lam):
    """The biases are penalised like the weights."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0) + lam / N * params["b1"], "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0) + lam / N * params["b2"]}


@mistake(
    "backward",
    hints=(
        "What stands under lam in the loss?",
        "The factor in front of a term goes through the derivative as it is.",
        PENALTY,
    ),
)
def penalty_not_over_N(params, cache, Y, lam):
    """The penalty's gradient is not divided by N."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What is left of the 1/2 in front of a square when it is differentiated?",
        "The 2 that comes down from the square meets the 2 under the fraction.",
        PENALTY,
    ),
)
def penalty_without_the_half(params, cache, Y, lam):
    """The penalty's gradient is twice too large."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + 2 * lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + 2 * lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which weight matrices does the penalty in the loss add up?",
        "Each term of the loss leaves a gradient for every parameter it contains.",
        PENALTY,
    ),
)
def penalises_the_last_layer_only(params, cache, Y, lam):
    """Only W2 is penalised."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What goes back through W2: the gradient with respect to H2, or with respect to Z2?",
        "W2 made Z2, so what goes back through it is dZ2.",
        BACKWARD,
    ),
)
def error_instead_of_delta(params, cache, Y, lam):
    """The hidden layer gets the output error without the output's slope."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = ((H2 - Y) / N) @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Between the loss and Z2 there are two links: which one is missing?",
        "Every brick between the loss and a number leaves a factor in its gradient.",
        BACKWARD,
    ),
)
def no_output_slope(params, cache, Y, lam):
    """The slope of the output's sigmoid is left out."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "H2 has already been through the sigmoid: does your slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid.",
        SLOPE,
    ),
)
def output_slope_twice_bent(params, cache, Y, lam):
    """The output's slope is taken at sigmoid(H2) instead of at H2."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    S = sigmoid(H2)
    dZ2 = (H2 - Y) / N * S * (1.0 - S)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Between H1 and Z1 stands a sigmoid: where is its slope?",
        "Every brick that is passed on the way back leaves a factor.",
        BACKWARD,
    ),
)
def no_hidden_slope(params, cache, Y, lam):
    """The slope of the hidden layer's sigmoid is left out."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "H1 has already been through the sigmoid: does your hidden slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid, not in the output's output.",
        SLOPE,
    ),
)
def hidden_slope_twice_bent(params, cache, Y, lam):
    """The hidden layer's slope is taken at sigmoid(H1) instead of at H1."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    S = sigmoid(H1)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * S * (1.0 - S)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "If an output is too large, does your gradient say that raising it makes the loss larger?",
        "A gradient points uphill; the minus sign belongs to the step, not to the gradient.",
        BACKWARD,
    ),
)
def downhill(params, cache, Y, lam):
    """All data terms have the wrong sign."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (Y - H2) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "How often does your b1 meet a division by N on the way from the loss?",
        "The average is taken once, at the loss; below it everything is a sum.",
        BACKWARD,
    ),
)
def averages_db_again(params, cache, Y, lam):
    """The gradients of the biases are averaged a second time."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.mean(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.mean(axis=0)}


@mistake(
    "backward",
    hints=(
        "What shape has b1, and what shape has its gradient in your result?",
        "A gradient has exactly the shape of the thing it belongs to.",
        BACKWARD,
    ),
)
def keeps_an_axis(params, cache, Y, lam):
    """b1 and b2 come out with the shape (1, H) and (1, C)."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0, keepdims=True), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0, keepdims=True)}


@mistake(
    "backward",
    hints=(
        "With which W2 was the loss computed, and with which one do you go back?",
        "All gradients belong to one and the same point: finish them before anything moves.",
        BACKWARD,
    ),
)
def steps_before_it_is_done(params, cache, Y, lam):
    """W2 is updated before the gradient of W1 is computed with it."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    stepped = params["W2"] - H1.T @ dZ2
    dZ1 = dZ2 @ stepped.T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is the cache still the same after your function has run?",
        "An array that came in belongs to the caller: compute new arrays.",
        "The conventions at the top of the notebook.",
    ),
)
def writes_into_the_cache(params, cache, Y, lam):
    """The error is written into the cache's H2."""
    X, H1, N = cache["X"], cache["H1"], len(Y)
    s2 = cache["H2"] * (1.0 - cache["H2"])
    cache["H2"] -= Y
    dZ2 = cache["H2"] / N * s2
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    W1, W2 = X.T @ dZ1 + lam / N * params["W1"], H1.T @ dZ2 + lam / N * params["W2"]
    return {"W1": W1, "b1": dZ1.sum(axis=0), "W2": W2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does a larger weight make the penalty larger?",
        "The penalty grows with a weight, so its gradient has the sign of the weight.",
        PENALTY,
    ),
)
def penalty_backwards(params, cache, Y, lam):
    """The penalty's gradient is subtracted."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 - lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 - lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What cancels the 1/2 of the penalty when the square is differentiated?",
        "The slope of a square brings a factor of 2.",
        PENALTY,
    ),
)
def penalty_halved(params, cache, Y, lam):
    """The penalty's gradient is half as large as it should be."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / (2 * N) * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / (2 * N) * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which weights stand in the penalty?",
        "The penalty is over the weights of both layers.",
        PENALTY,
    ),
)
def penalises_the_first_layer_only(params, cache, Y, lam):
    """Only W1 is penalised."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does your penalty's gradient grow with the weight?",
        "The penalty is a sum of squares, and the slope of a square is proportional to the weight.",
        PENALTY,
    ),
)
def signs_of_the_weights(params, cache, Y, lam):
    """The penalty's gradient is the sign of the weights, as for a penalty of absolute values."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * np.sign(params["W1"]), "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * np.sign(params["W2"]), "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does every weight get the same share of the penalty's gradient?",
        "The penalty's derivative with respect to one weight contains this weight alone.",
        PENALTY,
    ),
)
def sum_of_the_weights_added(params, cache, Y, lam):
    """The penalty adds one number, lam times the sum of the weights over N, to every weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * np.sum(params["W1"]), "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * np.sum(params["W2"]), "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is the derivative of a square a square?",
        "Differentiating a square leaves the number itself and a factor of 2.",
        PENALTY,
    ),
)
def squares_for_weights(params, cache, Y, lam):
    """The penalty's gradient is the square of each weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"] ** 2, "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"] ** 2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What cancels the 2 of the square?",
        "The 1/2 of the loss takes the factor 2 away.",
        BACKWARD,
    ),
)
def factor_two_left_over(params, cache, Y, lam):
    """The data term keeps a factor 2."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = 2.0 * (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "How many samples are there, and by what do you divide?",
        "N counts samples, which are the rows.",
        BACKWARD,
    ),
)
def divides_by_outputs(params, cache, Y, lam):
    """The data term is divided by the number of outputs instead of the number of samples."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / Y.shape[1] * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which activation has the hidden layer?",
        "Both layers are sigmoids, and each has the sigmoid's slope.",
        BACKWARD,
    ),
)
def mask_of_relu_below(params, cache, Y, lam):
    """The hidden layer is passed as if it were a ReLU."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * (cache["Z1"] > 0)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "To which activation does the slope 1 - h^2 belong?",
        "The sigmoid's slope is written with h and 1 - h.",
        "The formula of the sigmoid's slope in q3, and the formula in the docstring of q8.",
    ),
)
def tanh_slope_in_the_hidden_layer(params, cache, Y, lam):
    """The hidden layer is passed with the slope of tanh."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * (1.0 - H1**2)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "From which array do you take the hidden slope, Z1 or H1?",
        "The short form of the sigmoid's slope is written with its output.",
        BACKWARD,
    ),
)
def sums_for_outputs_in_the_slope(params, cache, Y, lam):
    """The hidden slope is z (1 - z) with the sum Z1 where the output H1 belongs."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * cache["Z1"] * (1.0 - cache["Z1"])
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "From which array do you take the output slope, Z2 or H2?",
        "The short form of the sigmoid's slope is written with its output.",
        BACKWARD,
    ),
)
def output_sums_in_the_slope(params, cache, Y, lam):
    """The output slope is z (1 - z) with the sum Z2 where the output H2 belongs."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * cache["Z2"] * (1.0 - cache["Z2"])
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is the error in the gradient squared?",
        "The slope of a square is proportional to the error itself.",
        BACKWARD,
    ),
)
def error_squared(params, cache, Y, lam):
    """The output error is squared."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) ** 2 / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Can the shape of a square W2 tell you whether it has to be transposed?",
        "On the way back W2 is used transposed, whatever its shape.",
        BACKWARD,
    ),
)
def square_weights_not_transposed(params, cache, Y, lam):
    """W2 is transposed only where it is not square."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ (params["W2"] if params["W2"].shape[0] == params["W2"].shape[1] else params["W2"].T) * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which of your arrays do you sum for b1?",
        "The bias is added to Z1, so it gets the gradient of Z1.",
        BACKWARD,
    ),
)
def bias_gradient_before_the_slope(params, cache, Y, lam):
    """The gradient of b1 does not contain the hidden slope."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": (dZ2 @ params["W2"].T).sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which of your arrays do you sum for b2?",
        "The bias is added to Z2, so it gets the gradient of Z2.",
        BACKWARD,
    ),
)
def output_bias_before_the_slope(params, cache, Y, lam):
    """The gradient of b2 does not contain the output slope."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": ((H2 - Y) / N).sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does a bias get a larger gradient when every sample is given twice?",
        "The loss is a mean over the samples, for the biases too.",
        BACKWARD,
    ),
)
def biases_not_averaged(params, cache, Y, lam):
    """The gradients of the biases are not divided by N."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": N * dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": N * dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Do W1 and W2 both move downhill in one step?",
        "The sign of the error is set once, at the output.",
        BACKWARD,
    ),
)
def hidden_layer_downhill(params, cache, Y, lam):
    """What goes into the hidden layer has the wrong sign."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = -(dZ2 @ params["W2"].T) * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is W2 changed before it is used on the way back?",
        "The way back uses the parameters of the way forward, unchanged.",
        BACKWARD,
    ),
)
def penalty_goes_down_too(params, cache, Y, lam):
    """W2 has its penalty added before the gradient goes down through it."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ (params["W2"] + lam / N * params["W2"]).T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "By what is the penalty divided in the loss?",
        "N counts samples; outputs do not come into it.",
        PENALTY,
    ),
)
def penalty_divided_by_entries(params, cache, Y, lam):
    """The penalty's gradient is divided by N times the number of outputs."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / Y.size * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / Y.size * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which parameters stand in the penalty?",
        "The biases are not penalised, none of them.",
        PENALTY,
    ),
)
def only_b1_penalised(params, cache, Y, lam):
    """b1 is penalised."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0) + lam / N * params["b1"], "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}
