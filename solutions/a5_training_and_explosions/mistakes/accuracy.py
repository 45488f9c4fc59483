"""Wrong implementations of accuracy that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


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
    "accuracy",
    hints=(
        "Which class does a logit of exactly 0 say?",
        "Class 1 needs a logit above 0; 0 itself says class 0.",
        "q1, the formula in the docstring.",
    ),
)
def on_at_zero(z, y):
    """A logit of exactly 0 says class 1."""
    return np.mean((z >= 0) == (y == 1))


@mistake(
    "accuracy",
    hints=(
        "Is a logit of exactly 0 right for any label in your code?",
        "The sign of 0 is neither 1 nor -1. There are two classes: above 0, and everything else.",
        "q1, the formula in the docstring.",
    ),
)
def zero_is_never_right(z, y):
    """The sign of the logit is compared with -1 and 1, so that a logit of exactly 0 is never right."""
    return np.mean(np.sign(z) == 2 * y - 1)


@mistake(
    "accuracy",
    hints=(
        "Does each sample count the same in your result?",
        "The mean is taken over all samples, whatever class they have.",
        "q1, the worked number.",
    ),
)
def mean_within_the_classes(z, y):
    """The shares within each class are averaged, so that a rare class counts as much as a frequent one."""
    right = (z > 0) == (y == 1)
    return np.mean([np.mean(right[y == label]) for label in np.unique(y)])


@mistake(
    "accuracy",
    hints=(
        "Which samples does your mean run over?",
        "A sample of class 0 that is called class 0 is right as well, and counts.",
        "q1, the formula in the docstring.",
    ),
)
def share_of_the_called(z, y):
    """Of the samples that are called class 1, the share that is right: the precision."""
    called = z > 0
    return np.sum(called & (y == 1)) / max(np.sum(called), 1)


@mistake(
    "accuracy",
    hints=(
        "What does your function say where all labels are 0?",
        "Samples of class 0 count as well: right if their logit is not above 0.",
        "q1, the formula in the docstring.",
    ),
)
def share_of_the_found(z, y):
    """Of the samples of class 1, the share that is found: the recall."""
    return np.sum((z > 0) & (y == 1)) / max(np.sum(y == 1), 1)


@mistake(
    "accuracy",
    hints=(
        "Is a sample of class 0 right if its logit is -3?",
        "Right is right in both classes.",
        "q1, the worked number.",
    ),
)
def hits_over_all(z, y):
    """Only samples of class 1 can be right: those that are called class 1, over all samples."""
    return np.mean((z > 0) & (y == 1))


@mistake(
    "accuracy",
    hints=(
        "What is your result if every prediction is right?",
        "1 is the best there is.",
        "q1, the docstring: what is returned.",
    ),
)
def share_that_is_wrong(z, y):
    """The share of wrong predictions is returned."""
    return np.mean((z > 0) != (y == 1))


@mistake(
    "accuracy",
    hints=(
        "How large can your result become?",
        "A share lies between 0 and 1.",
        "q1, the docstring: what is returned.",
    ),
)
def in_percent(z, y):
    """The share is given in percent."""
    return 100.0 * np.mean((z > 0) == (y == 1))


@mistake(
    "accuracy",
    hints=(
        "How often is a logit exactly 0 or 1?",
        "A logit says a class by its sign; only then can it be compared with a label.",
        "q1, the first paragraph.",
    ),
)
def logits_as_answers(z, y):
    """The logits themselves are compared with the labels."""
    return np.mean(z == y)
