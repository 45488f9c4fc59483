"""Wrong implementations of backward that learners write: the penalty, and the published code."""

import numpy as np

from autograder.checking import mistake

from .where import BACKWARD

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


@mistake(
    "backward",
    hints=(
        "Should a large weight and a small one get the same push from the penalty? What is different between them in your code?",
        "One over N is right; but the derivative of a sum of squares with respect to one weight depends on that weight only.",
        PENALTY,
    ),
)
def one_number_over_N(params, cache, Y, lam):
    """The penalty adds one number, lam / N times the sum of W^2, to every weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    added = {name: lam / N * np.sum(params[name] ** 2) for name in ("W1", "W2")}
    return {"W1": X.T @ dZ1 + added["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + added["W2"], "b2": dZ2.sum(axis=0)}
