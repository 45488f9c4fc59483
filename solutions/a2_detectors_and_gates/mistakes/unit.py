"""Wrong implementations of unit that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

UNIT = "q7, the worked number: three sums, three verdicts."


# unit
@mistake(
    "unit",
    hints=(
        "What does your unit say to a sample of zeros?",
        "A sample of zeros gives z = b.",
        UNIT,
    ),
)
def forgets_the_bias(X, w, b, act):
    """The bias is not added."""
    return act(X @ w)


@mistake(
    "unit",
    hints=(
        "Which sign has the bias in the formula?",
        "A threshold is subtracted; a bias is added.",
        UNIT,
    ),
)
def bias_as_threshold(X, w, b, act):
    """The bias is subtracted, as if it were a threshold."""
    return act(X @ w - b)


@mistake(
    "unit",
    hints=(
        "What is the fourth argument for?",
        "A unit hands its sum to the activation.",
        "The formula in the docstring of unit.",
    ),
)
def forgets_the_activation(X, w, b, act):
    """The sum is returned as it is."""
    return X @ w + b


@mistake(
    "unit",
    hints=(
        "What does the activation get to see: the sum with the bias or without it?",
        "First everything is added up, the bias as well; the activation comes last.",
        "The formula in the docstring of unit.",
    ),
)
def bias_after_the_activation(X, w, b, act):
    """The bias is added after the activation."""
    return act(X @ w) + b


@mistake(
    "unit",
    hints=(
        "How often is the activation used for one sample?",
        "It is used on the sum, once per sample, and not on the inputs.",
        "The formula in the docstring of unit.",
    ),
)
def activates_the_inputs(X, w, b, act):
    """The activation is used on the inputs, before the weights."""
    return act(X) @ w + b


@mistake(
    "unit",
    hints=(
        "How many axes has your result?",
        "One unit says one number per sample: the shape is (N,).",
        "The docstring of unit.",
    ),
)
def keeps_an_axis(X, w, b, act):
    """The result is a column of shape (N, 1)."""
    return act(X @ w + b)[:, np.newaxis]


@mistake(
    "unit",
    hints=(
        "Does your z grow when more inputs are on?",
        "The weighted inputs are added up, and not averaged.",
        UNIT,
    ),
)
def averages_the_inputs(X, w, b, act):
    """The weighted inputs are averaged instead of added up."""
    return act((X * w).mean(axis=1) + b)


@mistake(
    "unit",
    hints=(
        "Is the bias multiplied by the weights?",
        "The bias is added once, to the sum.",
        UNIT,
    ),
)
def bias_before_the_weights(X, w, b, act):
    """The bias is added to every input, before the weights."""
    return act((X + b) @ w)


@mistake(
    "unit",
    hints=(
        "What would your unit do if its weights were ten times as large?",
        "The length of w says how sharply the unit tells yes from no, so it must stay what it is.",
        UNIT,
    ),
)
def weights_of_length_one(X, w, b, act):
    """The weights are divided by their length."""
    return act(X @ (w / np.sqrt(np.sum(w * w))) + b)


@mistake(
    "unit",
    hints=(
        "Which samples does your function look at?",
        "Every row of X has a result of its own.",
        UNIT,
    ),
)
def first_sample_for_all(X, w, b, act):
    """All samples get the result of the first one."""
    return np.full(len(X), act(X @ w + b)[0])


@mistake(
    "unit",
    hints=(
        "What does the activation see: one product, or their sum?",
        "The sum comes first: there is one activation per sample.",
        UNIT,
    ),
)
def activates_every_product(X, w, b, act):
    """The activation is used on every product before adding."""
    return act(X * w).sum(axis=1) + b


@mistake(
    "unit",
    hints=(
        "How many products does your sum have?",
        "All D inputs take part; a slice up to -1 ends before the last.",
        UNIT,
    ),
)
def last_input_ignored(X, w, b, act):
    """The last input is left out."""
    return act(X[:, :-1] @ w[:-1] + b)


@mistake(
    "unit",
    hints=(
        "How often is the sum activated?",
        "There is one activation.",
        UNIT,
    ),
)
def activates_twice(X, w, b, act):
    """The activation is used twice."""
    return act(act(X @ w + b))


@mistake(
    "unit",
    hints=(
        "How many numbers do you return, and how many samples are there?",
        "There is one sum per sample, over its inputs.",
        UNIT,
    ),
)
def sums_over_the_samples(X, w, b, act):
    """The products are added up over the samples."""
    return act((X * w).sum(axis=0) + b)


@mistake(
    "unit",
    hints=(
        "Does a large positive input with a positive weight wake your unit?",
        "Sum and bias are added.",
        UNIT,
    ),
)
def weights_negated_in_the_unit(X, w, b, act):
    """The weighted sum is subtracted from the bias."""
    return act(b - X @ w)


@mistake(
    "unit",
    hints=(
        "How often is the bias added to one sum?",
        "The bias is added once.",
        UNIT,
    ),
)
def bias_for_every_product(X, w, b, act):
    """The bias is added once for every input."""
    return act((X * w + b).sum(axis=1))


@mistake(
    "unit",
    hints=(
        "Does a sample that is twice as long give a z that is twice as far from the bias?",
        "The inputs are used as they are; only then do the weights say how sharp the unit is.",
        UNIT,
    ),
)
def inputs_of_length_one(X, w, b, act):
    """Every sample is divided by its length first."""
    lengths = np.linalg.norm(X, axis=1, keepdims=True)
    return act(X / np.where(lengths > 0, lengths, 1.0) @ w + b)
