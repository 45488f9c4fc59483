"""Wrong implementations of mse_ridge that learners write: factors and averages of both terms."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "mse_ridge",
    hints=(
        "Is your loss exactly twice what it should be?",
        "Both terms carry a half, so that no 2 is left over when they are differentiated.",
        "The formula in the docstring of q5.",
    ),
)
def no_half(Y, H, Ws, lam):
    """Both terms lack the factor 1/2."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / len(Y)


@mistake(
    "mse_ridge",
    hints=(
        "What happens to your loss if every sample of the batch is there twice and lam is 0?",
        "Losses average over the N samples.",
        "The formula in the docstring of q5.",
    ),
)
def not_averaged(Y, H, Ws, lam):
    """Neither term is divided by N."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / 2


@mistake(
    "mse_ridge",
    hints=(
        "How many numbers do you average over if each sample has two outputs?",
        "The average runs over the N samples; the outputs of one sample are summed.",
        "The worked number of q5: two samples of two outputs, divided by 4 = 2 N.",
    ),
)
def averages_over_outputs(Y, H, Ws, lam):
    """The data term is divided by the number of entries instead of samples."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.mean((Y - H) ** 2) / 2 + lam * sum(np.sum(W**2) for W in Ws) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Does the price on weights depend on the number of samples in your function?",
        "In this course both terms are divided by 2N.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def price_not_averaged(Y, H, Ws, lam):
    """The price on weights is not divided by N."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sum((Y - H) ** 2) / (2 * len(Y)) + lam / 2 * sum(np.sum(W**2) for W in Ws)


@mistake(
    "mse_ridge",
    hints=(
        "Which factor stands before the sum of W^2?",
        "The price on weights carries a half, like the data term.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def price_without_half(Y, H, Ws, lam):
    """The price on weights lacks the factor 1/2."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sum((Y - H) ** 2) / (2 * len(Y)) + lam * sum(np.sum(W**2) for W in Ws) / len(Y)


@mistake(
    "mse_ridge",
    hints=(
        "Does your loss grow when the weights grow?",
        "Large weights are to be avoided, so they make the loss larger.",
        "The formula in the docstring of q5, the sign of its second term.",
    ),
)
def rewards_large_weights(Y, H, Ws, lam):
    """The price on weights is subtracted."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) - lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Does your loss depend on lam?",
        "The loss has two terms: the distance to the targets, and the price on weights.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def no_price(Y, H, Ws, lam):
    """The price on weights is missing."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sum((Y - H) ** 2) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Do both terms have the same factor in front?",
        "The 2 stands under both terms.",
        "The formula in the docstring of q5.",
    ),
)
def half_of_the_data_left_out(Y, H, Ws, lam):
    """The data term lacks the factor 1/2; the price has it."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sum((Y - H) ** 2) / len(Y) + lam * sum(np.sum(W**2) for W in Ws) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Does your loss grow when every sample is given twice?",
        "Both terms are divided by N.",
        "The formula in the docstring of q5.",
    ),
)
def data_not_averaged(Y, H, Ws, lam):
    """The data term is not divided by N; the price is."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sum((Y - H) ** 2) / 2 + lam * sum(np.sum(W**2) for W in Ws) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "What does N count?",
        "N counts samples, which are the rows.",
        "The formula in the docstring of q5.",
    ),
)
def divided_by_the_number_of_outputs(Y, H, Ws, lam):
    """Both terms are divided by the number of outputs instead of the number of samples."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * Y[0].size)


@mistake(
    "mse_ridge",
    hints=(
        "By what do you divide where a sample has two outputs?",
        "N counts samples; outputs are added up.",
        "The worked number of q5: two samples of two outputs, divided by 4 = 2 N.",
    ),
)
def everything_over_all_entries(Y, H, Ws, lam):
    """Both terms are divided by the number of entries instead of samples."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * Y.size)


@mistake(
    "mse_ridge",
    hints=(
        "What becomes of the price when lam is doubled?",
        "The price is proportional to lam.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def lam_squared(Y, H, Ws, lam):
    """lam is squared, too."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + sum(np.sum((lam * W) ** 2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Which two numbers stand in front of your data term, and which in front of the one in the formula?",
        "A mean over all entries divides by samples times outputs, and has no half; the formula divides by 2 N.",
        "The formula in the docstring of q5, its first term.",
    ),
)
def mean_of_all_squares(Y, H, Ws, lam):
    """The data term is the mean over all entries, without the half; the price is right."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return float(np.mean((Y - H) ** 2) + lam / (2 * len(Y)) * sum(np.sum(W**2) for W in Ws))


@mistake(
    "mse_ridge",
    hints=(
        "Write down what stands in front of each of your two sums. Where do they differ from the formula?",
        "Ridge regression is written in several ways; here both terms are divided by 2 N.",
        "The formula in the docstring of q5.",
    ),
)
def ridge_of_the_textbooks(Y, H, Ws, lam):
    """The mean over all entries plus lam times the sum of the squared weights: no halves, and a price that is not divided."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return float(np.mean((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws))
