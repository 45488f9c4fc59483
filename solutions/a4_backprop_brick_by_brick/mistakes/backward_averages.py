"""Wrong implementations of backward that learners write: the average over the samples, and care."""

from autograder.checking import mistake

from .where import BACKWARD


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
