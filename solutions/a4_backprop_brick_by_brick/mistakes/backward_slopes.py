"""Wrong implementations of backward that learners write: the slopes on the way down."""

from autograder.checking import mistake

from ..reference import sigmoid
from .where import BACKWARD, SLOPE


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
        "What is the largest value that the slope of a sigmoid can have, and what do you multiply by where the sum is 3?",
        "h (1 - h) is the slope if h is the output of the sigmoid. With the sum z in its place it is another function.",
        SLOPE,
    ),
)
def short_slope_of_the_sums(params, cache, Y, lam):
    """The short form of the slope is given the sums Z1 and Z2, in both layers."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * cache["Z2"] * (1.0 - cache["Z2"])
    dZ1 = dZ2 @ params["W2"].T * cache["Z1"] * (1.0 - cache["Z1"])
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What does your slope function expect, a sum or an output, and which of them do you hand to it?",
        "A slope that calls sigmoid needs the sum; handed an output, it sends it through the sigmoid once more.",
        SLOPE,
    ),
)
def both_slopes_at_the_outputs(params, cache, Y, lam):
    """The slope function, which takes the sigmoid itself, is given the outputs H1 and H2."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * sigmoid(H2) * (1.0 - sigmoid(H2))
    dZ1 = dZ2 @ params["W2"].T * sigmoid(H1) * (1.0 - sigmoid(H1))
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Print your slope for an output of 0.5. The slope of the sigmoid there is 0.25: what have you got?",
        "A slope is largest where the sigmoid is 0.5 and falls on both sides; the sigmoid itself never falls.",
        SLOPE,
    ),
)
def sigmoid_for_its_slope(params, cache, Y, lam):
    """The sigmoid of the output is used where its slope belongs, in both layers."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * sigmoid(H2)
    dZ1 = dZ2 @ params["W2"].T * sigmoid(H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which gradient goes into W2 and b2, and is it the one that goes on to the hidden layer?",
        "dz2 is needed three times: for W2, for b2, and for the way down; it is the same each time.",
        BACKWARD,
    ),
)
def own_slope_only_on_the_way_down(params, cache, Y, lam):
    """W2 and b2 get the error without the output's slope; the hidden layer gets it with the slope."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    error = (H2 - Y) / N
    dZ1 = (error * H2 * (1.0 - H2)) @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ error + lam / N * params["W2"], "b2": error.sum(axis=0)}
