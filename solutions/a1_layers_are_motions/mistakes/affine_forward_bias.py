"""Wrong implementations of affine_forward that learners write: the bias, and shapes that happen to fit."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "affine_forward",
    hints=(
        "What should the layer return when all inputs are 0?",
        "A sample of zeros goes to the bias.",
        "The worked number of q2 has one more step after the three sums.",
    ),
)
def forgets_the_bias(X, W, b):
    """The bias is not added."""
    return X @ W


@mistake(
    "affine_forward",
    hints=(
        "Is there one bias for every sample or one for every neuron?",
        "Every row of the result gets the same bias.",
        "The row for b in the notation table gives its shape.",
    ),
)
def bias_for_every_row(X, W, b):
    """The bias is added to every column instead of every row."""
    return X @ W + b.reshape(-1, 1)


@mistake(
    "affine_forward",
    hints=(
        "Which axis of W is as long as a sample?",
        "In a product the inner lengths have to agree; with rows as samples W needs no transpose.",
        "The row for W in the notation table says what its rows and columns are.",
    ),
)
def weights_transposed(X, W, b):
    """W is transposed before the product."""
    return X @ W.T + b


@mistake(
    "affine_forward",
    hints=(
        "Which sign has the bias in the formula?",
        "A positive bias makes the output larger.",
        "The last step in the worked number of q2.",
    ),
)
def bias_subtracted(X, W, b):
    """The bias is subtracted instead of added."""
    return X @ W - b


@mistake(
    "affine_forward",
    hints=(
        "Is the bias multiplied by the weights?",
        "The weights act on the inputs, the bias on what comes out.",
        "The shape of b in the notation table: it fits the outputs, not the inputs.",
    ),
)
def bias_before_the_weights(X, W, b):
    """The bias is added to the inputs, before the weights."""
    return (X + b) @ W


@mistake(
    "affine_forward",
    hints=(
        "How often is the bias added to one output?",
        "The sum runs over the inputs; the bias is not part of what is repeated.",
        "In the worked number of q2 each bias appears once.",
    ),
)
def bias_for_every_input(X, W, b):
    """The bias is added once for every input."""
    return sum(np.outer(X[:, d], W[d]) + b for d in range(X.shape[1]))


@mistake(
    "affine_forward",
    hints=(
        "How many biases does one output get?",
        "Every output adds its own bias and no other.",
        "The last step in the worked number of q2.",
    ),
)
def sum_of_all_biases(X, W, b):
    """The sum of all biases is added to every output."""
    return X @ W + np.sum(b)


@mistake(
    "affine_forward",
    hints=(
        "Does the second output get the first bias?",
        "Output m adds entry m of b.",
        "The last step in the worked number of q2.",
    ),
)
def first_bias_for_all(X, W, b):
    """The first bias is added to every output."""
    return X @ W + b[0]


@mistake(
    "affine_forward",
    hints=(
        "How often does the bias appear in the formula?",
        "Every output adds its bias once.",
        "The last step in the worked number of q2.",
    ),
)
def bias_added_twice(X, W, b):
    """The bias is added twice."""
    return X @ W + b + b


@mistake(
    "affine_forward",
    hints=(
        "Which rows of the result contain the bias?",
        "The same bias is added in every row of the batch.",
        "The formula in the docstring of q2 says which rows get b.",
    ),
)
def bias_for_the_first_sample_only(X, W, b):
    """Only the first sample gets the bias."""
    Z = X @ W
    Z[:1] = Z[:1] + b
    return Z


@mistake(
    "affine_forward",
    hints=(
        "Does a sample stand in a row or in a column of your result?",
        "Samples stay rows: the first axis of the result is that of X.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def samples_in_columns(X, W, b):
    """The result has one column per sample instead of one row."""
    return (X @ W + b).T


@mistake(
    "affine_forward",
    hints=(
        "Which row of the longer W does the column of ones meet?",
        "With the bias written into W, the ones have to stand where the row of biases stands.",
        "The formula in the docstring of q2.",
    ),
)
def ones_on_the_wrong_side(X, W, b):
    """The ones for the bias stand in front of the inputs, but the biases below the weights."""
    return np.hstack([np.ones((len(X), 1)), X]) @ np.vstack([W, b])


@mistake(
    "affine_forward",
    hints=(
        "Do the numbers of a column of W stay together?",
        "reshape cuts the numbers into new rows in reading order; only a transpose turns columns into rows.",
        "The row for W in the notation table says what its rows and columns are.",
    ),
)
def reshaped_weights(X, W, b):
    """W is brought into its other shape by reshape where a transpose is meant."""
    return np.inner(X, W.reshape(W.shape[::-1])) + b


@mistake(
    "affine_forward",
    hints=(
        "What tells your function whether W needs a transpose?",
        "W always has one column per output neuron, also when it is square.",
        "The row for W in the notation table.",
    ),
)
def transposed_where_square(X, W, b):
    """W is transposed where it has as many rows as columns."""
    return X @ (W.T if W.shape[0] == W.shape[1] else W) + b
