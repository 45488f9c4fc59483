"""Wrong implementations of softmax that learners write: sums, axes and other functions."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "softmax",
    hints=(
        "What do all entries of your result sum to, and what does one row sum to?",
        "Each sample has its own distribution, so each row is divided by its own sum.",
        "The worked number of q2.",
    ),
)
def one_sum_for_all_rows(Z):
    """Everything is divided by the sum of the whole array."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum()


@mistake(
    "softmax",
    hints=(
        "What do the rows of your result sum to, and what the columns?",
        "axis=0 runs down the samples, axis=1 runs along the classes of one sample.",
        "The worked number of q2: the shares of one row.",
    ),
)
def sums_down_the_columns(Z):
    """The sum runs over samples instead of classes."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "What are the shapes on both sides of your division?",
        "(N, C) and (N,) are lined up at the last axis: numpy refuses, or, if N equals C, divides each column by the wrong sum.",
        "Look up `keepdims` in the docstring of np.sum.",
    ),
)
def forgets_keepdims(Z):
    """The row sums lose their axis and are lined up with the columns."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1)


@mistake(
    "softmax",
    hints=(
        "By which factor should the odds of two classes change when their logits move one apart?",
        "The base is e = 2.718..., not 2.",
        "The worked number of q2: a logit of log 5 weighs five times as much as a logit of 0.",
    ),
)
def base_two(Z):
    """Powers of 2 are taken instead of powers of e."""
    E = 2.0 ** (Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "Can a probability be negative?",
        "What you return is the logarithm of the shares, not the shares.",
        "The formula in the docstring of q2.",
    ),
)
def logarithm_of_softmax(Z):
    """The logarithms of the probabilities are returned."""
    S = Z - Z.max(axis=1, keepdims=True)
    return S - np.log(np.exp(S).sum(axis=1, keepdims=True))


@mistake(
    "softmax",
    hints=(
        "Which class gets the larger share in your function, the one with the larger logit?",
        "A larger logit means a larger probability.",
        "The worked number of q2.",
    ),
)
def minus_in_the_exponent(Z):
    """The sign of the logits is turned around."""
    E = np.exp(Z.min(axis=1, keepdims=True) - Z)
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "What do the entries of a row add up to?",
        "Shares are made by dividing by the sum.",
        "The formula in the docstring of q2.",
    ),
)
def divides_by_the_largest(Z):
    """The exponentials are divided by the largest one instead of their sum."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.max(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "How many exponentials does the sum of a row have?",
        "The sum runs over all C classes; a slice up to -1 ends before the last one.",
        "The formula in the docstring of q2.",
    ),
)
def last_class_left_out_of_the_sum(Z):
    """The sum does not contain the last class."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / np.maximum(E[:, :-1].sum(axis=1, keepdims=True), 1e-300)


@mistake(
    "softmax",
    hints=(
        "Do the entries of a row add up to 1, or their squares?",
        "Shares are made by dividing by the sum itself.",
        "The formula in the docstring of q2.",
    ),
)
def divides_by_the_norm(Z):
    """The exponentials are divided by the root of the sum of their squares."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / np.sqrt((E**2).sum(axis=1, keepdims=True))


@mistake(
    "softmax",
    hints=(
        "Does a probability depend on the other logits of its row?",
        "In a softmax the classes compete: the entries of a row add up to 1.",
        "The formula in the docstring of q2.",
    ),
)
def sigmoid_of_every_logit(Z):
    """The sigmoid of every logit is returned."""
    E = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, E) / (1.0 + E)


@mistake(
    "softmax",
    hints=(
        "What goes into the exponential, a logit or a probability?",
        "Exponential and division happen once.",
        "The formula in the docstring of q2.",
    ),
)
def softmax_twice(Z):
    """The softmax is applied twice."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    E = np.exp(E / E.sum(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "What does your function give for a negative logit?",
        "The exponential comes first: it makes every share positive.",
        "The formula in the docstring of q2.",
    ),
)
def shares_of_the_logits(Z):
    """The logits themselves are divided by their sum: there is no exponential."""
    with np.errstate(all="ignore"):
        return Z / Z.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "How many times more weight has a logit of log 5 than a logit of 0?",
        "Logits go into the exponential as they are.",
        "The worked number of q2.",
    ),
)
def temperature_of_two(Z):
    """The logits are divided by 2."""
    E = np.exp((Z - Z.max(axis=1, keepdims=True)) / 2)
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "What is a logit divided by before its exponential is taken?",
        "Logits go into the exponential as they are.",
        "The formula in the docstring of q2.",
    ),
)
def divided_by_the_root_of_C(Z):
    """The logits are divided by the root of the number of classes, as attention does."""
    E = np.exp((Z - Z.max(axis=1, keepdims=True)) / np.sqrt(Z.shape[1]))
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "What do the entries of a row add up to? Is anything else in your sum?",
        "The sum is over the exponentials of the row and nothing else.",
        "The formula in the docstring of q2.",
    ),
)
def one_added_to_the_sum(Z):
    """1 is added to the sum."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / (1.0 + E.sum(axis=1, keepdims=True))


@mistake(
    "softmax",
    hints=(
        "Can an entry of your result be larger than 1?",
        "Dividing by the sum makes shares, dividing by the mean does not.",
        "The formula in the docstring of q2.",
    ),
)
def mean_in_the_denominator(Z):
    """The exponentials are divided by their mean instead of their sum."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.mean(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "Which shape has the result for two samples and three classes?",
        "Samples stay rows.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def samples_stand_in_columns(Z):
    """The result is (C, N): classes are rows."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return (E / E.sum(axis=1, keepdims=True)).T
