"""Known wrong implementations of a3, each with three levels of hints: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import bce_with_logits, numerical_gradient, one_hot, softmax

# one_hot


@mistake(
    "one_hot",
    hints=(
        "Which column does label 0 belong to?",
        "Labels start at 0, as numpy's indices do: no label has to be moved.",
        "The worked example of q1: label 2 of three classes fills the last column.",
    ),
)
def counts_labels_from_one(y, C):
    """Labels are taken to start at 1."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return np.eye(C)[y - 1]


@mistake(
    "one_hot",
    hints=(
        "How many columns should come out if nobody in the batch belongs to the last class?",
        "The number of columns is an argument of the function; it is not something to find out from the labels.",
        "The docstring of q1: some classes may not occur in y.",
    ),
)
def classes_from_the_batch(y, C):
    """The number of columns is taken from the largest label of the batch."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return np.eye(np.max(y) + 1)[y]


@mistake(
    "one_hot",
    hints=(
        "Is a sample a row or a column of your result?",
        "Rows are samples everywhere in this course, so the result has N rows.",
        "The notation table at the top, line Y.",
    ),
)
def samples_in_columns(y, C):
    """The result is (C, N): samples are columns."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return np.eye(C)[y].T


@mistake(
    "one_hot",
    hints=(
        "What does your result print: numbers, or True and False?",
        "A comparison gives truth values; the docstring promises float64.",
        "The example in the docstring of q1: its entries are written with a decimal point.",
    ),
)
def truth_values(y, C):
    """The result holds True and False instead of 1.0 and 0.0."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return y[:, None] == np.arange(C)


@mistake(
    "one_hot",
    hints=(
        "What is the dtype of your result?",
        "All arrays of numbers in this course are float64, unless they are labels or indices.",
        "The conventions at the top, and the example in the docstring of q1: its entries have a decimal point.",
    ),
)
def whole_numbers(y, C):
    """The result holds integers instead of floats."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    Y = np.zeros((len(y), C), dtype=int)
    Y[np.arange(len(y)), y] = 1
    return Y


@mistake(
    "one_hot",
    hints=(
        "What does numpy do with the index -1?",
        "A negative index counts from the end and raises nothing, so both ends of the range have to be looked at.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def negative_labels_wrap(y, C):
    """A negative label silently counts from the end."""
    if np.any(y >= C):
        raise ValueError("no such label")
    return np.eye(C)[y]


@mistake(
    "one_hot",
    hints=(
        "What happens in your function if a label does not exist?",
        "An impossible label has to be refused with ValueError; numpy's own indexing raises another error, or none at all.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def trusts_every_label(y, C):
    """Labels are not checked at all."""
    return np.eye(C)[y]


@mistake(
    "one_hot",
    hints=(
        "Which class do you put a sample into whose label does not exist?",
        "Moving an impossible label to the nearest class hides a fault in the data; it has to be refused.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def clips_labels(y, C):
    """Labels out of range are moved to the nearest class."""
    return np.eye(C)[np.clip(y, 0, C - 1)]


@mistake(
    "one_hot",
    hints=(
        "What does the row of an impossible label look like in your result?",
        "A row without a single one belongs to no class, and no later step will notice: refuse the label.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def row_of_zeros(y, C):
    """A label out of range becomes a row of zeros."""
    return (y[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "How many ones does the first row of your result hold?",
        "One entry per row is set: rows and columns have to be chosen in pairs, not all rows for each label.",
        "The worked example of q1: each row holds exactly one 1.",
    ),
)
def fills_whole_columns(y, C):
    """Whole columns are set instead of one entry per row."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    Y = np.zeros((len(y), C))
    Y[:, y] = 1
    return Y


@mistake(
    "one_hot",
    hints=(
        "Is C itself one of the classes 0 to C - 1?",
        "The largest label is C - 1, so C has to be refused too.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def label_C_passes(y, C):
    """A label equal to C is not refused as it should be."""
    if np.any((y < 0) | (y > C)):
        raise ValueError("no such label")
    return (y[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Which labels of the batch do you look at before you refuse?",
        "One label out of range is enough, wherever it stands.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def only_the_first_label_checked(y, C):
    """Only the first label is checked."""
    if y[0] < 0 or y[0] >= C:
        raise ValueError("no such label")
    return (y[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Do you ask for any label or for all labels?",
        "One label out of range is enough.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def refused_only_if_all_are_wrong(y, C):
    """Labels are refused only if all of them are out of range."""
    if np.all((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (y[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "What does your function do with label 4 when there are three classes?",
        "A label that does not exist is refused, not turned into another one.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def labels_modulo_C(y, C):
    """Labels out of range start again from 0."""
    return np.eye(C)[y % C]


@mistake(
    "one_hot",
    hints=(
        "How many ones does a row have?",
        "Each row has a single 1, at the label.",
        "The formula in the docstring of q1.",
    ),
)
def ones_up_to_the_label(y, C):
    """All entries up to the label are 1."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (np.arange(C) <= y[:, None]).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Which entry of a row is different from the others, and how?",
        "The label's entry is 1, all others are 0.",
        "The formula in the docstring of q1.",
    ),
)
def zeros_and_ones_exchanged(y, C):
    """The label is 0 and everything else is 1."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (y[:, None] != np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Which type of float does the docstring ask for?",
        "The course computes in float64.",
        "The line `Returns` in the docstring of q1.",
    ),
)
def single_precision_labels(y, C):
    """The result is float32."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (y[:, None] == np.arange(C)).astype(np.float32)


@mistake(
    "one_hot",
    hints=(
        "Which sample does the first row belong to?",
        "Row i belongs to sample i.",
        "The formula in the docstring of q1.",
    ),
)
def rows_in_the_order_of_classes(y, C):
    """The rows come in the order of the labels instead of the samples."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (np.sort(y)[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Which column does label 2 fill when label 0 does not occur?",
        "Column c stands for label c, whatever labels occur.",
        "The sentence on C in the docstring of q1.",
    ),
)
def counted_from_the_smallest(y, C):
    """The smallest label of the batch is taken for class 0."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return np.eye(C)[y - y.min()]


@mistake(
    "one_hot",
    hints=(
        "How many columns has the result when a class does not occur?",
        "There are always C columns.",
        "The sentence on C in the docstring of q1.",
    ),
)
def one_column_per_label_that_occurs(y, C):
    """There is one column for each label that occurs."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (y[:, None] == np.unique(y)).astype(float)


# softmax


@mistake(
    "softmax",
    hints=(
        "What is np.exp(1000.0)?",
        "A float64 ends near 1e308, so the exponential of a large logit is infinite; a row may be moved before it is taken.",
        "Section 'Softmax', the paragraph about moving a row.",
    ),
)
def no_shift(Z):
    """Large logits overflow: no maximum is subtracted."""
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "One row holds 1000, another holds 0 and 1: what is left of the second row in your function?",
        "Each row may be moved by its own number; one number for all rows makes the small rows underflow to 0/0.",
        "Section 'Softmax', the paragraph about moving a row.",
    ),
)
def one_shift_for_all_rows(Z):
    """The maximum of the whole array is subtracted instead of each row's own."""
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=1, keepdims=True)


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
        "Do the logits look the same after your function as before?",
        "An operator such as -= writes into the caller's array; a new array does not.",
        "The conventions at the top: functions do not change their inputs.",
    ),
)
def shifts_in_place(Z):
    """The logits of the caller are changed."""
    if Z.dtype.kind == "f":
        Z -= Z.max(axis=1, keepdims=True)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


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
        "Are all entries of one row moved by the same number in your function?",
        "A row may be moved as a whole; moving its entries by different numbers changes the shares.",
        "Section 'Softmax', the paragraph about moving a row.",
    ),
)
def shift_by_column(Z):
    """The maximum of each column is subtracted, so that the entries of a row move by different numbers."""
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
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
        "How many decimal places do two runs have to agree in?",
        "float32 keeps 7 digits, float64 keeps 16; a gradient check needs the latter.",
        "The conventions at the top: arrays are float64.",
    ),
)
def detour_through_float32(Z):
    """Half of the digits are lost in float32 on the way."""
    S = (Z - Z.max(axis=1, keepdims=True)).astype(np.float32)
    E = np.exp(S)
    return (E / E.sum(axis=1, keepdims=True)).astype(float)


@mistake(
    "softmax",
    hints=(
        "What should come out for the logits 1000 and 999, and what does your function see of them?",
        "Clipping logits makes different logits equal; moving the row keeps their differences.",
        "Section 'Softmax', the paragraph about moving a row.",
    ),
)
def clips_logits(Z):
    """Logits are clipped to -500...500."""
    E = np.exp(np.clip(Z, -500, 500))
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "Do your rows sum to exactly 1, or to a little less?",
        "After moving the row its sum is at least 1, so nothing needs to be added to it.",
        "The docstring of q2: nothing is added and nothing is clipped.",
    ),
)
def adds_to_the_sum(Z):
    """A small number is added to the sum, so that the rows do not quite sum to 1."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / (E.sum(axis=1, keepdims=True) + 1e-8)


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
        "What is the dtype of the array you write into?",
        "An array made in the likeness of integer logits holds integers, and a share cut down to an integer is 0.",
        "The docstring of q2: logits may be integers, probabilities are float64.",
    ),
)
def keeps_the_dtype(Z):
    """The result has the dtype of the logits, so integer logits give zeros."""
    P = np.zeros_like(Z)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P[:] = E / E.sum(axis=1, keepdims=True)
    return P


@mistake(
    "softmax",
    hints=(
        "What is the largest number whose exponential you take?",
        "After the shift no exponent may be large: the largest logit has to become 0.",
        "The worked number of q2.",
    ),
)
def shift_by_the_smallest(Z):
    """The smallest logit of each row is subtracted instead of the largest."""
    E = np.exp(Z - Z.min(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "What is left of a logit of 3000 when the mean of its row is 1000?",
        "After the shift no exponent may be large: the largest logit has to become 0.",
        "The worked number of q2.",
    ),
)
def shift_by_the_mean(Z):
    """The mean of each row is subtracted instead of its largest logit."""
    E = np.exp(Z - Z.mean(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "Is the first logit of a row always its largest?",
        "After the shift no exponent may be large: the largest logit has to become 0.",
        "The worked number of q2.",
    ),
)
def shift_by_the_first(Z):
    """The first logit of each row is subtracted instead of the largest."""
    E = np.exp(Z - Z[:, :1])
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "What happens to a row whose logits are all very negative?",
        "The shift is by the largest logit itself, with its sign: something has to become 0.",
        "The worked number of q2.",
    ),
)
def shift_by_the_largest_size(Z):
    """The largest absolute value of each row is subtracted."""
    E = np.exp(Z - np.abs(Z).max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@mistake(
    "softmax",
    hints=(
        "Does your shift make the exponents smaller?",
        "The largest logit is taken away, so that it becomes 0.",
        "The worked number of q2.",
    ),
)
def shift_added(Z):
    """The largest logit is added instead of subtracted."""
    E = np.exp(Z + Z.max(axis=1, keepdims=True))
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
        "What is the smallest probability that your function can give?",
        "Nothing is added and nothing is clipped: after the shift one exponential is 1, so the sum is never 0.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def tiny_probabilities_lost(Z):
    """Very small probabilities are not kept: something tiny is added, or they are cut off."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / (E.sum(axis=1, keepdims=True) + 1e-12)


@mistake(
    "softmax",
    hints=(
        "What should two equal logits of 1000 give?",
        "A number that is lost cannot be put back: the overflow has to be avoided before it happens.",
        "The worked number of q2.",
    ),
)
def nan_swept_away(Z):
    """NaN is replaced by 0 afterwards."""
    with np.errstate(all="ignore"):
        E = np.exp(Z)
        return np.nan_to_num(E / E.sum(axis=1, keepdims=True))


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


# cross_entropy


@mistake(
    "cross_entropy",
    hints=(
        "What happens to your loss if every sample of the batch is there twice?",
        "The loss is an average over samples, not a sum.",
        "The formula in the docstring of q3.",
    ),
)
def sums_the_samples(Z, y):
    """Loss and gradient are summed over the samples instead of averaged."""
    P = softmax(Z)
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].sum(), P - one_hot(y, Z.shape[1])


@mistake(
    "cross_entropy",
    hints=(
        "Does your loss fit your gradient: which of the two is averaged?",
        "If the gradient is that of an average, the loss is an average as well.",
        "The formula in the docstring of q3.",
    ),
)
def sums_the_loss(Z, y):
    """The loss is summed over the samples; the gradient is not."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].sum(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "By how much does your gradient change if every sample of the batch is there twice?",
        "The derivative of an average carries the same factor as the average.",
        "The formula in the docstring of q3.",
    ),
)
def gradient_not_averaged(Z, y):
    """The gradient is that of the sum over samples; the loss is averaged."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), np.exp(log_P) - one_hot(y, Z.shape[1])


@mistake(
    "cross_entropy",
    hints=(
        "If the logit of the right class grows, does the loss grow or shrink?",
        "A gradient points uphill: the entry of the right class is negative, those of the others are positive.",
        "The worked number of q3.",
    ),
)
def gradient_points_downhill(Z, y):
    """The gradient has the wrong sign."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (one_hot(y, Z.shape[1]) - np.exp(log_P)) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which probability does the right class get with the logits 0 and 1000, as a float64?",
        "A probability that has been rounded to 0 has no logarithm; the logarithm of the fraction can be simplified before anything is rounded.",
        "Section 'Cross-entropy', the paragraph about the logarithm of a fraction.",
    ),
)
def logarithm_after_softmax(Z, y):
    """The logarithm is taken of a probability that may have been rounded to 0."""
    P = softmax(Z)
    return -np.log(P[np.arange(len(y)), y]).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is the largest loss your function can ever return?",
        "A number added inside the logarithm puts a ceiling on the loss: a very wrong answer no longer costs more than a wrong one.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def adds_inside_the_logarithm(Z, y):
    """A small number is added inside the logarithm."""
    P = softmax(Z)
    return -np.log(P[np.arange(len(y)), y] + 1e-9).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is the smallest probability that your loss can tell from 0?",
        "Clipping probabilities puts a floor under the loss and a ceiling on it.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def clips_probabilities(Z, y):
    """Probabilities are clipped before the logarithm."""
    P = softmax(Z)
    kept = np.clip(P, 1e-12, 1 - 1e-12)
    return -np.log(kept[np.arange(len(y)), y]).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Over how many numbers do you average?",
        "There is one loss per sample: N numbers, not N times C.",
        "The worked number of q3: two samples, so a half.",
    ),
)
def averages_over_all_entries(Z, y):
    """Loss and gradient are divided by N times C instead of N."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    Y = one_hot(y, Z.shape[1])
    return -(Y * log_P).mean(), (np.exp(log_P) - Y) / Z.size


@mistake(
    "cross_entropy",
    hints=(
        "What shape has the selection of the probabilities of the right classes?",
        "A slice in front of the labels takes those columns of every row; rows and labels have to be paired.",
        "The worked number of q3: one probability is looked up in each row.",
    ),
)
def every_label_for_every_row(Z, y):
    """The probabilities of all labels are taken in every row."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[:, y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What does a row of your gradient sum to?",
        "Only the entry of the right class loses 1; a row of the gradient sums to 0.",
        "The worked number of q3.",
    ),
)
def one_taken_from_every_entry(Z, y):
    """1 is subtracted from every probability instead of from that of the right class."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - 1) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which loss do two equal logits give in your function: 0.69 or 1?",
        "The logarithm is the natural one, whose derivative is 1/p without a factor.",
        "The worked number of q3, which is made of log 2 and log 4.",
    ),
)
def loss_in_bits(Z, y):
    """The logarithm has the base 2."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean() / np.log(2), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Where do the labels enter your gradient?",
        "With the same logits and other labels the gradient has to be another one.",
        "The formula in the docstring of q3.",
    ),
)
def gradient_without_labels(Z, y):
    """The gradient is the probabilities alone."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), np.exp(log_P) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "With respect to what did you differentiate: the probabilities or the logits?",
        "dZ is the derivative at the input of softmax, so the derivative of softmax is part of it.",
        "The formula in the docstring of q3, and the line dZ of the notation table.",
    ),
)
def gradient_at_the_probabilities(Z, y):
    """The gradient is taken with respect to the probabilities instead of the logits."""
    P = softmax(Z)
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), -one_hot(y, Z.shape[1]) / np.maximum(P, 1e-300) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Is your loss positive?",
        "The logarithm of a probability is never positive; the loss is its opposite.",
        "The formula in the docstring of q3.",
    ),
)
def negative_loss(Z, y):
    """The minus sign of the loss is missing."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is np.exp(1000.0), and where does your function take it?",
        "The exponential of a large logit is infinite; a row may be moved first without changing any probability.",
        "Section 'Softmax', the paragraph about moving a row.",
    ),
)
def exponentials_overflow(Z, y):
    """Large logits overflow: no maximum is subtracted."""
    log_P = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which classes contribute to your loss?",
        "Softmax already makes the classes compete, so the loss looks at the probability of the right class only.",
        "The formula in the docstring of q3.",
    ),
)
def charges_the_wrong_classes_too(Z, y):
    """The loss also charges -log(1 - p) for every wrong class."""
    P = softmax(Z)
    Y = one_hot(y, Z.shape[1])
    right = np.where(Y == 1, P, 1 - P)
    return -np.log(right).sum(axis=1).mean(), (P - Y) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "How many numbers does the first part of your result hold?",
        "Training needs one number to make small: the mean over the samples.",
        "The docstring of q3: the loss is one number.",
    ),
)
def one_loss_per_sample(Z, y):
    """The losses of the samples are returned instead of their mean."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y], (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which of the two results comes first?",
        "The loss is the first result.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def gradient_first(Z, y):
    """The gradient comes before the loss."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y), -log_P[np.arange(len(y)), y].mean()


@mistake(
    "cross_entropy",
    hints=(
        "How many results are asked for?",
        "Loss and gradient are returned together.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def only_the_loss(Z, y):
    """Only the loss is returned."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean()


@mistake(
    "cross_entropy",
    hints=(
        "How many terms does the sum of the loss have?",
        "One term per sample: the sum is divided by N.",
        "The formula in the docstring of q3.",
    ),
)
def loss_over_all_entries(Z, y):
    """The loss is divided by N times C instead of N; the gradient is not."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -(log_P * one_hot(y, Z.shape[1])).mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "How often is the 1/N a factor of the gradient?",
        "The loss is divided by N once, and so is its gradient.",
        "The formula in the docstring of q3.",
    ),
)
def gradient_averaged_twice(Z, y):
    """The gradient is divided by N twice."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y) ** 2


@mistake(
    "cross_entropy",
    hints=(
        "What does N count?",
        "N counts samples, which are the rows.",
        "The formula in the docstring of q3.",
    ),
)
def gradient_over_the_classes(Z, y):
    """The gradient is divided by the number of classes instead of the number of samples."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / Z.shape[1]


@mistake(
    "cross_entropy",
    hints=(
        "Does the loss change when the logit of a wrong class grows?",
        "Every logit is in the sum of the softmax, so every entry has a gradient.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def only_the_right_class_has_a_gradient(Z, y):
    """Only the entry of the right class has a gradient."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - 1.0) * one_hot(y, Z.shape[1]) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which sign should the gradient have at the right class?",
        "A larger logit of the right class makes the loss smaller, so the entry there is negative.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def one_added_at_the_right_class(Z, y):
    """1 is added to the probability of the right class instead of subtracted."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) + one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is subtracted at the right class of a sample with label 2?",
        "What is subtracted is 1; the label only says where.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def labels_subtracted_as_numbers(Z, y):
    """The label itself is subtracted at the right class instead of 1."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1]) * y[:, None]) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "How many entries of a row are changed?",
        "In row i only the entry y[i] is changed: rows and labels are taken in pairs.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def block_of_labels(Z, y):
    """The 1 is subtracted in the columns of all labels of the batch, in every row."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - np.isin(np.arange(Z.shape[1]), y)) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Through which function does the gradient go after P minus the labels?",
        "P minus the labels is the gradient at the logits already: the softmax is in it.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def softmax_jacobian_again(Z, y):
    """The gradient is multiplied by p (1 - p) once too often."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) * np.exp(log_P) * (1.0 - np.exp(log_P)) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What becomes of a row whose logits are all far below those of another?",
        "Each row is shifted by its own largest logit.",
        "The sentence on the size of the logits in the docstring of q3.",
    ),
)
def one_maximum_for_the_batch(Z, y):
    """The maximum of the whole array is subtracted instead of each row's own."""
    with np.errstate(all="ignore"):
        E = np.exp(Z - Z.max())
        P = E / E.sum(axis=1, keepdims=True)
        return -np.log(P[np.arange(len(y)), y]).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Is the label of the right class exactly 1 in your loss?",
        "The loss asks for the right class alone.",
        "The formula in the docstring of q3.",
    ),
)
def label_smoothing(Z, y):
    """The labels are smoothed."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    T = 0.9 * one_hot(y, Z.shape[1]) + 0.1 / Z.shape[1]
    return -(T * log_P).sum(axis=1).mean(), (np.exp(log_P) - T) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Is there a logarithm in your loss?",
        "Cross-entropy is minus the logarithm of the probability of the right class.",
        "The formula in the docstring of q3.",
    ),
)
def squared_error_of_probabilities(Z, y):
    """The loss is the squared difference of probabilities and labels."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.mean(np.sum((np.exp(log_P) - one_hot(y, Z.shape[1])) ** 2, axis=1)), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What does a sample cost whose right class has probability 1?",
        "What costs is minus the logarithm of the probability.",
        "The formula in the docstring of q3.",
    ),
)
def probability_without_logarithm(Z, y):
    """The loss is minus the probability, without a logarithm."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.exp(log_P)[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What does your loss give where the right probability is 1e-20?",
        "Nothing is added: the logarithm of a softmax can be computed without taking the logarithm of 0.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def very_small_number_inside_the_logarithm(Z, y):
    """1e-12 is added inside the logarithm."""
    P = softmax(Z)
    return -np.log(P[np.arange(len(y)), y] + 1e-12).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is the largest loss your function can give for one sample?",
        "Nothing is added: the logarithm of a softmax can be computed without taking the logarithm of 0.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def tiny_number_inside_the_logarithm(Z, y):
    """1e-15 is added inside the logarithm."""
    P = softmax(Z)
    return -np.log(P[np.arange(len(y)), y] + 1e-15).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Can a sample cost more than 35 in your loss?",
        "Nothing is clipped: the logarithm of a softmax can be computed without taking the logarithm of 0.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def clipped_at_1e15(Z, y):
    """Probabilities are clipped at 1e-15 before the logarithm."""
    P = softmax(Z)
    return -np.log(np.clip(P[np.arange(len(y)), y], 1e-15, 1 - 1e-15)).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Can a sample cost more than 17 in your loss?",
        "Nothing is clipped: the logarithm of a softmax can be computed without taking the logarithm of 0.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def clipped_at_1e7(Z, y):
    """Probabilities are clipped at 1e-7 before the logarithm."""
    P = softmax(Z)
    return -np.log(np.clip(P[np.arange(len(y)), y], 1e-7, 1 - 1e-7)).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Where does your loss use y?",
        "The loss looks up the probability of each sample's own label.",
        "The formula in the docstring of q3.",
    ),
)
def first_class_for_everyone(Z, y):
    """The probability of the first class is taken, whatever the label."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[:, 0].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What does a sample cost that is wrong, and sure of it?",
        "The loss looks up the probability of the right class.",
        "The formula in the docstring of q3.",
    ),
)
def most_likely_class(Z, y):
    """The probability of the most likely class is taken, whatever the label."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P.max(axis=1).mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Does your loss grow with the logit of the right class?",
        "The logarithm of a softmax is the logit minus the logarithm of the sum.",
        "The formula in the docstring of q3.",
    ),
)
def right_logit_with_a_plus(Z, y):
    """The logit of the right class is added to the loss instead of subtracted."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return (np.log(np.exp(S).sum(axis=1)) + S[np.arange(len(y)), y]).mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


# bce_with_logits


@mistake(
    "bce_with_logits",
    hints=(
        "Which probability does sigmoid give at -1000, as a float64, and what is its logarithm?",
        "A probability that has been rounded to 0 or 1 has lost the logit; the loss can be written with the logit itself.",
        "Section 'Two classes', the paragraph about log(1 + exp(z)).",
    ),
)
def probability_first(z, y):
    """The probability is computed first, and its logarithm is infinite where it was rounded to 0 or 1."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = 1 / (1 + np.exp(-z))
    return -np.mean(np.where(y == 1, np.log(p), np.log(1 - p))), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What is the largest loss your function can ever return for one sample?",
        "Clipping the probability puts a ceiling on the loss: a very wrong answer no longer costs more than a wrong one.",
        "The docstring of q4: nothing is added and nothing is clipped.",
    ),
)
def clips_the_probability(z, y):
    """The probability is clipped before the logarithm."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    kept = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(kept) + (1 - y) * np.log(1 - kept)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Is your loss quite right for a good answer, or a little too small?",
        "A number added inside the logarithm changes every loss and puts a ceiling on it.",
        "The docstring of q4: nothing is added and nothing is clipped.",
    ),
)
def adds_inside_both_logarithms(z, y):
    """A small number is added inside the logarithms."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return -np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What does your function charge a sample with y = 0?",
        "Both answers cost something: one by the probability of a 1, the other by the probability of a 0.",
        "The formula in the docstring of q4 has two terms.",
    ),
)
def only_the_ones_cost(z, y):
    """Samples with y = 0 cost nothing."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(y * np.logaddexp(0, -z)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What happens to your loss if every sample of the batch is there twice?",
        "Losses average over the samples, and so do their gradients.",
        "The formula in the docstring of q4.",
    ),
)
def sums_the_answers(z, y):
    """Loss and gradient are summed over the samples instead of averaged."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.sum(np.logaddexp(0, z) - y * z), p - y


@mistake(
    "bce_with_logits",
    hints=(
        "By how much does your gradient change if every sample of the batch is there twice?",
        "The derivative of an average carries the same factor as the average.",
        "The formula in the docstring of q4.",
    ),
)
def slope_not_averaged(z, y):
    """The gradient lacks the 1/N."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), p - y


@mistake(
    "bce_with_logits",
    hints=(
        "If the answer is 1 and z grows, does the loss grow or shrink?",
        "A gradient points uphill: it is negative where a larger logit makes the loss smaller.",
        "The worked number of q4.",
    ),
)
def slope_points_downhill(z, y):
    """The gradient has the wrong sign."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (y - p) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "How large is your gradient at z = -10 with y = 1, where the answer is badly wrong?",
        "The derivative of sigmoid has already been cancelled by the derivative of the logarithm; it must not appear again.",
        "Section 'Two classes', the picture of loss against logit.",
    ),
)
def sigmoid_derivative_again(z, y):
    """The gradient is multiplied by p (1 - p) once too often."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) * p * (1 - p) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What is your loss at z = 0?",
        "max(z, 0) - y z is the loss far from 0 only; near 0 something is missing that is log 2 at z = 0.",
        "The worked number of q4.",
    ),
)
def loss_with_a_corner(z, y):
    """The smooth part near z = 0 is missing from the loss."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.maximum(z, 0) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which answer is more probable in your function if z is large?",
        "z speaks for the answer 1: the larger z, the smaller the loss of a sample with y = 1.",
        "The formula in the docstring of q4.",
    ),
)
def answers_swapped(z, y):
    """The two answers are taken for each other."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    q = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - (1 - y) * z), (q - (1 - y)) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which shape has z - y if z is (3,) and y is (3, 1)?",
        "Different shapes are broadcast without a word, and every logit meets every answer: compare the shapes first.",
        "The line about ValueError in the docstring of q4.",
    ),
)
def shapes_not_compared(z, y):
    """Different shapes of z and y are broadcast instead of refused."""
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What is np.exp(1000.0), and where does your loss take it?",
        "log(1 + exp(z)) is nearly z for large z; it can be written so that only exp of a negative number is taken.",
        "Section 'Two classes', the paragraph about log(1 + exp(z)).",
    ),
)
def softplus_overflows(z, y):
    """exp(z) overflows in the loss for large z."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.log(1 + np.exp(z)) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which loss does z = 0 give in your function: 0.69 or 1?",
        "The logarithm is the natural one, whose derivative is 1/p without a factor.",
        "The worked number of q4, which is made of log 2 and log 4.",
    ),
)
def binary_loss_in_bits(z, y):
    """The logarithm has the base 2."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z) / np.log(2), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Is there a 1/N in your loss as well as in your gradient?",
        "Both are means over the samples.",
        "The formula in the docstring of q4.",
    ),
)
def loss_summed_alone(z, y):
    """The loss is summed over the samples; the gradient is averaged."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.sum(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Where does your gradient use y?",
        "What is subtracted is the answer of the sample, 0 or 1.",
        "The formula of dz in the docstring of q4.",
    ),
)
def every_answer_is_one(z, y):
    """The gradient is p - 1 for every sample, whatever its answer."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - 1.0) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "How many different values can your gradient have?",
        "p is a probability and moves smoothly with z.",
        "The formula of dz in the docstring of q4.",
    ),
)
def hard_decisions(z, y):
    """The gradient uses a decision, 0 or 1, in the place of the probability."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), ((z > 0) - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "With respect to what do you differentiate, p or z?",
        "From p down to z the slope of the sigmoid is one more factor.",
        "The formula of dz in the docstring of q4.",
    ),
)
def slope_at_the_probability(z, y):
    """The gradient is taken with respect to the probability instead of the logit."""
    with np.errstate(all="ignore"):
        if z.shape != y.shape:
            raise ValueError("shapes differ")
        p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
        return np.mean(np.logaddexp(0, z) - y * z), (p - y) / (p * (1 - p)) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Do shapes (3,) and (3, 1) have the same length, and as many entries?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q4.",
    ),
)
def only_lengths_compared(z, y):
    """Only the lengths, or the numbers of entries, of z and y are compared."""
    if len(z) != len(y):
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Do shapes (3,) and (1,) have the same number of axes?",
        "Shapes are the same only if all lengths are.",
        "The line about ValueError in the docstring of q4.",
    ),
)
def only_axes_counted(z, y):
    """Only the numbers of axes of z and y are compared."""
    if z.ndim != y.ndim:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What does a sample cost that is wrong by 500?",
        "Nothing is clipped: the loss grows with the logit without end.",
        "The docstring of q4: nothing is added and nothing is clipped.",
    ),
)
def logits_cut_at_30(z, y):
    """Logits are cut at 30."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    z = np.clip(z, -30, 30)
    p = 1 / (1 + np.exp(-z))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What is y in your formula when the answer is no?",
        "The answers are 0 and 1.",
        "The line on y in the docstring of q4.",
    ),
)
def labels_as_signs(z, y):
    """The answers are taken to be -1 and 1."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, -y * z)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which of the two arguments comes first?",
        "The logits come first, the answers second.",
        "The first line of the docstring of q4, and its formula.",
    ),
)
def logit_and_answer_exchanged(z, y):
    """z and y are taken for each other in the loss."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, y) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What does a sample with y = 1 and a very negative logit cost?",
        "Both answers cost: there are two terms.",
        "The formula in the docstring of q4.",
    ),
)
def only_the_zeros_cost(z, y):
    """Samples with y = 1 cost nothing."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean((1 - y) * np.logaddexp(0, z)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Over how many terms per sample do you average?",
        "For each sample only one of the two terms is not 0, and the mean is over samples.",
        "The formula in the docstring of q4.",
    ),
)
def halved_loss(z, y):
    """The loss is halved: it is averaged over two classes."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z) / 2, (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "How many samples do you average over?",
        "A mean is divided by N.",
        "The formula in the docstring of q4.",
    ),
)
def divides_by_n_minus_one(z, y):
    """The loss and its gradient are divided by N - 1."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.sum(np.logaddexp(0, z) - y * z) / max(len(z) - 1, 1), (p - y) / max(len(z) - 1, 1)


@mistake(
    "bce_with_logits",
    hints=(
        "How often is the 1/N a factor of the gradient?",
        "The loss is divided by N once, and so is its gradient.",
        "The formula of dz in the docstring of q4.",
    ),
)
def gradient_divided_twice(z, y):
    """The gradient is divided by N twice."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z) ** 2


@mistake(
    "bce_with_logits",
    hints=(
        "How many numbers is the loss?",
        "The loss is one number, the mean over the samples.",
        "The line `Returns` in the docstring of q4.",
    ),
)
def losses_not_averaged(z, y):
    """The losses of the samples are returned instead of their mean."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.logaddexp(0, z) - y * z, (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which of the two results comes first?",
        "The loss is the first result.",
        "The line `Returns` in the docstring of q4.",
    ),
)
def gradient_in_front(z, y):
    """The gradient comes before the loss."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return (p - y) / len(z), np.mean(np.logaddexp(0, z) - y * z)


# mse_ridge


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
        "Does your loss change if a weight of the first layer changes?",
        "Every array of the list is paid for, not one of them.",
        "The formula in the docstring of q5: the sum is over all arrays in Ws.",
    ),
)
def only_the_last_array(Y, H, Ws, lam):
    """Only the last weight array is paid for."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    price = 0.0
    for W in Ws:
        price = lam * np.sum(W**2)
    return (np.sum((Y - H) ** 2) + price) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "What does a weight of 10 cost, compared with a weight of 1: ten times as much, or a hundred times?",
        "The price is the sum of squares; no root is taken of it.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def root_of_the_squares(Y, H, Ws, lam):
    """The norm of each weight array is paid for instead of its square."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sqrt(np.sum(W**2)) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "What does a weight of 10 cost, compared with a weight of 1?",
        "Ridge squares the weights; absolute values belong to another method, the lasso.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def absolute_weights(Y, H, Ws, lam):
    """Absolute values of the weights are paid for instead of squares."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(np.abs(W)) for W in Ws)) / (2 * len(Y))


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
        "Which shape has Y - H if Y is (3,) and H is (3, 1)?",
        "Different shapes are broadcast without a word, and every target meets every output: compare the shapes first.",
        "The line about ValueError in the docstring of q5.",
    ),
)
def broadcasts_targets(Y, H, Ws, lam):
    """Different shapes of Y and H are broadcast instead of refused."""
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Can an error of +1 and an error of -1 cancel in your function?",
        "Each difference is squared before anything is added up.",
        "The worked number of q5: 0.25 + 4 + 1 + 0.",
    ),
)
def squares_the_sum(Y, H, Ws, lam):
    """The differences are added up before they are squared."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum(Y - H) ** 2 + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


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
        "Do a weight of 3 and a weight of -3 cost nothing together?",
        "Every weight is squared by itself.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def sum_of_the_weights_squared(Y, H, Ws, lam):
    """The weights of an array are added up before they are squared."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W) ** 2 for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Does a layer of a thousand weights cost more than one of ten?",
        "The price is a sum over all weights.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def mean_of_the_squares(Y, H, Ws, lam):
    """The mean of the squared weights of each array is paid for instead of their sum."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.mean(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Which arrays in Ws do you pay for?",
        "All arrays in Ws are paid for, of any shape.",
        "The formula in the docstring of q5: the sum is over all arrays in Ws.",
    ),
)
def vectors_left_out(Y, H, Ws, lam):
    """Arrays with one axis are left out of the price."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws if W.ndim > 1)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "How many arrays of Ws do you look at?",
        "All arrays in Ws are paid for.",
        "The formula in the docstring of q5: the sum is over all arrays in Ws.",
    ),
)
def only_the_first_array(Y, H, Ws, lam):
    """Only the first weight array is paid for."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws[:1])) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "What does your function do with a third layer?",
        "Ws is a list of any length.",
        "The formula in the docstring of q5: the sum is over all arrays in Ws.",
    ),
)
def two_arrays_only(Y, H, Ws, lam):
    """Only the first two weight arrays are paid for."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws[:2])) / (2 * len(Y))


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
        "What does an error of 2 cost?",
        "Differences are squared.",
        "The formula in the docstring of q5.",
    ),
)
def absolute_errors(Y, H, Ws, lam):
    """Absolute differences are added up instead of squares."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum(np.abs(Y - H)) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Is there a root in the formula?",
        "The squares are added up and stay squares.",
        "The formula in the docstring of q5.",
    ),
)
def root_of_the_data(Y, H, Ws, lam):
    """The root of the mean squared difference is taken."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sqrt(np.sum((Y - H) ** 2) / (2 * len(Y))) + lam * sum(np.sum(W**2) for W in Ws) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "How many numbers does the function return?",
        "The loss is one number.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def loss_of_every_sample(Y, H, Ws, lam):
    """The losses of the samples are returned instead of their mean."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return ((Y - H) ** 2).reshape(len(Y), -1).sum(axis=1) / 2 + lam * sum(np.sum(W**2) for W in Ws) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Do shapes (3,) and (3, 1) have the same length?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q5.",
    ),
)
def compares_the_lengths(Y, H, Ws, lam):
    """Only the lengths of Y and H are compared."""
    if len(Y) != len(H):
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "How many entries has an array of shape (3,), and one of shape (3, 1)?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q5.",
    ),
)
def compares_the_sizes(Y, H, Ws, lam):
    """Only the numbers of entries of Y and H are compared."""
    if Y.size != H.size:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


# mse_grad


@mistake(
    "mse_grad",
    hints=(
        "If an output is larger than its target and grows, does the loss grow or shrink?",
        "A gradient points uphill: it is positive where the output is too large.",
        "The worked number of q6.",
    ),
)
def target_minus_output(Y, H):
    """The sign is turned around: target minus output."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (Y - H) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "What happens to your gradient if every sample of the batch is there twice?",
        "The derivative of an average over N samples carries a 1/N.",
        "The formula in the docstring of q6.",
    ),
)
def gradient_of_the_sum(Y, H):
    """The 1/N is missing."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return H - Y


@mistake(
    "mse_grad",
    hints=(
        "What becomes of the half when you differentiate a half of a square?",
        "The 2 of the square cancels the 1/2 of the loss.",
        "The formula of the loss in the docstring of q6.",
    ),
)
def twice_the_gradient(Y, H):
    """A factor 2 is left over."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return 2 * (H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "How many numbers does the loss average over if each sample has two outputs?",
        "The average runs over the N samples, not over all entries.",
        "The formula in the docstring of q6.",
    ),
)
def divides_by_all_entries(Y, H):
    """The gradient is divided by the number of entries instead of samples."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) / Y.size


@mistake(
    "mse_grad",
    hints=(
        "Which shape should a gradient with respect to H have?",
        "Each entry of H has its own slope: nothing is summed or averaged over samples.",
        "The docstring of q6: same shape as H.",
    ),
)
def averages_the_slopes(Y, H):
    """The slopes of the samples are averaged into one row."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.mean(H - Y, axis=0)


@mistake(
    "mse_grad",
    hints=(
        "Which shape has H - Y if Y is (3,) and H is (3, 1)?",
        "Different shapes are broadcast without a word: compare the shapes first.",
        "The line about ValueError in the docstring of q6.",
    ),
)
def broadcasts_outputs(Y, H):
    """Different shapes of Y and H are broadcast instead of refused."""
    return (H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Does H look the same after your function as before?",
        "An operator such as -= writes into the caller's array; a new array does not.",
        "The conventions at the top: functions do not change their inputs.",
    ),
)
def overwrites_the_outputs(Y, H):
    """The outputs of the caller are overwritten."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    H -= Y
    return H / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Is your gradient larger where the error is larger?",
        "The derivative of a square grows with the distance; only that of an absolute value does not.",
        "The worked number of q6.",
    ),
)
def sign_of_the_error(Y, H):
    """Only the sign of each difference is kept."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sign(H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "What cancels the 1/2 when the square is differentiated?",
        "The slope of a square brings a factor of 2.",
        "The formula in the docstring of q6.",
    ),
)
def half_kept(Y, H):
    """The factor 1/2 of the loss is kept."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) / (2 * len(Y))


@mistake(
    "mse_grad",
    hints=(
        "What does N count?",
        "N counts samples, which are the rows.",
        "The formula in the docstring of q6.",
    ),
)
def divided_by_outputs(Y, H):
    """The gradient is divided by the number of outputs instead of the number of samples."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) / Y[0].size


@mistake(
    "mse_grad",
    hints=(
        "What does Python divide first in your line?",
        "Division comes before subtraction; the difference has to be divided.",
        "The formula in the docstring of q6.",
    ),
)
def parentheses_forgotten(Y, H):
    """Only the target is divided by N: the parentheses are missing."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return H - Y / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Which sign has the gradient where the output is too small?",
        "The sign says in which direction the output has to go.",
        "The worked number of q6.",
    ),
)
def size_of_the_difference(Y, H):
    """The absolute differences are returned."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.abs(H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Is your result a loss or a slope?",
        "The slope of a square is proportional to the difference itself.",
        "The formula in the docstring of q6.",
    ),
)
def squares_instead_of_slopes(Y, H):
    """The squared differences are returned."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) ** 2 / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Do you return the loss or its derivative?",
        "The gradient says how the loss changes with each output.",
        "The formula in the docstring of q6.",
    ),
)
def losses_halved_and_squared(Y, H):
    """The loss of every entry is returned: half the square, averaged."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) ** 2 / (2 * len(Y))


@mistake(
    "mse_grad",
    hints=(
        "What is 1 // 4 in Python?",
        "One slash divides, two slashes divide and round down.",
        "The formula in the docstring of q6.",
    ),
)
def whole_number_division(Y, H):
    """The division drops the fraction."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) // len(Y)


@mistake(
    "mse_grad",
    hints=(
        "How many digits does your gradient keep?",
        "The course computes in float64.",
        "The conventions at the top of the notebook, and the formula in the docstring of q6.",
    ),
)
def single_precision_slopes(Y, H):
    """The differences are taken in float32."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return ((H - Y).astype(np.float32) / len(Y)).astype(float)


@mistake(
    "mse_grad",
    hints=(
        "Over how many entries does np.mean average?",
        "The loss divides by 2 N, and N counts samples.",
        "The formula in the docstring of q6.",
    ),
)
def slope_of_the_mean(Y, H):
    """The gradient is that of numpy's mean of squares: twice the difference over the number of entries."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return 2 * (H - Y) / Y.size


@mistake(
    "mse_grad",
    hints=(
        "Is there a largest slope?",
        "A gradient is what it is; cutting it is a choice of whoever trains.",
        "The formula in the docstring of q6.",
    ),
)
def cut_at_one(Y, H):
    """The entries of the gradient are cut to lie between -1 and 1."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.clip((H - Y) / len(Y), -1, 1)


@mistake(
    "mse_grad",
    hints=(
        "Does each output have a target of its own?",
        "Entry by entry: each output is compared with its own target.",
        "The formula in the docstring of q6.",
    ),
)
def mean_target_for_all(Y, H):
    """The difference to the mean target is taken."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y.mean(axis=0)) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Do shapes (3,) and (3, 1) have the same length?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q6.",
    ),
)
def lengths_compared(Y, H):
    """Only the lengths of Y and H are compared."""
    if len(Y) != len(H):
        raise ValueError("shapes differ")
    return (H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Do shapes (3, 1) and (3, 2) have the same number of axes?",
        "Shapes are the same only if all lengths are.",
        "The line about ValueError in the docstring of q6.",
    ),
)
def axes_compared(Y, H):
    """Only the numbers of axes of Y and H are compared."""
    if Y.ndim != H.ndim:
        raise ValueError("shapes differ")
    return (H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "How many entries has an array of shape (3,), and one of shape (3, 1)?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q6.",
    ),
)
def sizes_compared(Y, H):
    """Only the numbers of entries of Y and H are compared."""
    if Y.size != H.size:
        raise ValueError("shapes differ")
    return (H - Y) / len(Y)


# numerical_gradient


@mistake(
    "numerical_gradient",
    hints=(
        "At which two points do you evaluate f?",
        "A central difference looks a step to the right and a step to the left, not a step to the right and at the middle.",
        "The worked number of q7: 2.1 and 1.9, not 2.1 and 2.",
    ),
)
def forward_difference(f, x, eps):
    """A forward difference is taken instead of a central one."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        there = point.copy()
        there[i] += eps
        slopes[i] = (f(there) - f(point)) / eps
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "On which sides of x do you evaluate f?",
        "A central difference looks to both sides; yours looks to the left only.",
        "The worked number of q7: 2.1 and 1.9, not 2 and 1.9.",
    ),
)
def backward_difference(f, x, eps):
    """A backward difference is taken instead of a central one."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        there = point.copy()
        there[i] -= eps
        slopes[i] = (f(point) - f(there)) / eps
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How far apart are the two points you evaluate f at?",
        "A slope is a rise divided by the whole distance between the two points.",
        "The worked number of q7: from 1.9 to 2.1 it is 0.2.",
    ),
)
def divides_by_half_the_distance(f, x, eps):
    """The rise is divided by eps instead of the whole distance."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / eps
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How many entries of x differ from the original when you evaluate f for the second entry?",
        "Before the next entry is moved, the last one goes back to where it was.",
        "The formula in the docstring of q7: e_i is 0 everywhere but at entry i.",
    ),
)
def entries_not_put_back(f, x, eps):
    """A moved entry is not put back before the next one is moved."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        point[i] += eps
        above = f(point)
        point[i] -= 2 * eps
        below = f(point)
        slopes[i] = (above - below) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Are all entries of your result the same, or the sum of what they should be?",
        "Moving all entries at once measures one slope in one direction, not one slope per entry.",
        "The formula in the docstring of q7: e_i is 0 everywhere but at entry i.",
    ),
)
def moves_all_entries(f, x, eps):
    """All entries are moved at once."""
    point = np.array(x, dtype=float)
    return np.full(point.shape, (f(point + eps) - f(point - eps)) / (2 * eps))


@mistake(
    "numerical_gradient",
    hints=(
        "Does your result change if eps changes from 0.1 to 1?",
        "The step is chosen by the caller; the experiment after this question depends on it.",
        "The worked number of q7: with eps = 0.1 the slope of the cube is not the derivative.",
    ),
)
def ignores_eps(f, x, eps):
    """The step is always 1e-6, whatever eps says."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = 1e-6
        slopes[i] = (f(point + step) - f(point - step)) / 2e-6
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Which dtype has the copy of x that you move, if x holds integers?",
        "An integer array cuts off what stands behind the decimal point, so a small step is no step.",
        "The docstring of q7: all arithmetic is in float64.",
    ),
)
def keeps_integers(f, x, eps):
    """The copy of x keeps its dtype, so that integers do not move."""
    point = np.array(x)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        middle = float(point[i])
        point[i] = middle + eps
        above = f(point)
        point[i] = middle - eps
        below = f(point)
        point[i] = middle
        slopes[i] = (above - below) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Whose array do you move the entries of?",
        "Adding and taking away the same number leaves a rounding error behind, here in the caller's array.",
        "The docstring of q7: x is not changed, not even in its last bit.",
    ),
)
def moves_the_caller(f, x, eps):
    """The entries of x itself are moved, and come back with a rounding error."""
    point = x if x.dtype == float else x.astype(float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        point[i] += eps
        above = f(point)
        point[i] -= 2 * eps
        below = f(point)
        point[i] += eps
        slopes[i] = (above - below) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Which shape has your result if x has two axes?",
        "There is one slope for each entry of x, in the same place.",
        "The docstring of q7: same shape as x.",
    ),
)
def flat_result(f, x, eps):
    """The slopes come back in one row instead of the shape of x."""
    point = np.array(x, dtype=float)
    slopes = []
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes.append((f(point + step) - f(point - step)) / (2 * eps))
    return np.array(slopes)


@mistake(
    "numerical_gradient",
    hints=(
        "Is your slope positive where f grows?",
        "The value to the right comes first, the value to the left is taken away from it.",
        "The formula in the docstring of q7.",
    ),
)
def left_minus_right(f, x, eps):
    """The difference has the wrong sign."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point - step) - f(point + step)) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How many times does your loop run if x has two rows and three columns?",
        "len(x) counts rows; every entry has to be moved on its own.",
        "The docstring of q7: x may have any shape.",
    ),
)
def moves_whole_rows(f, x, eps):
    """Whole rows are moved instead of single entries."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    if point.ndim == 0:
        return (f(point + eps) - f(point - eps)) / (2 * eps)
    for i in range(len(point)):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Which dtype do the points have at which you evaluate f?",
        "float32 has 7 digits; the difference of two nearly equal values has hardly any of them left.",
        "The docstring of q7: all arithmetic is in float64.",
    ),
)
def single_precision(f, x, eps):
    """The points are kept in float32."""
    point = np.array(x, dtype=np.float32)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape, dtype=np.float32)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "What happens in your function when eps is 0.1?",
        "The step is what the caller asks for.",
        "The worked number of q7: with eps = 0.1 the slope of the cube is not the derivative.",
    ),
)
def always_1e5(f, x, eps):
    """The step is always 1e-5, whatever eps says."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = 1e-5
        slopes[i] = (f(point + step) - f(point - step)) / 2e-5
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Where does your function use eps?",
        "The step is what the caller asks for.",
        "The worked number of q7: with eps = 0.1 the slope of the cube is not the derivative.",
    ),
)
def always_1e4(f, x, eps):
    """The step is always 1e-4, whatever eps says."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = 1e-4
        slopes[i] = (f(point + step) - f(point - step)) / 2e-4
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How far apart are your two points?",
        "The points lie one eps to each side, so two eps apart.",
        "The formula in the docstring of q7.",
    ),
)
def half_a_step(f, x, eps):
    """Each side is moved by half of eps."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps / 2
        slopes[i] = (f(point + step) - f(point - step)) / eps
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How far apart are your two points, and by what do you divide?",
        "The rise is divided by the distance between the two points.",
        "The formula in the docstring of q7.",
    ),
)
def half_a_step_whole_distance(f, x, eps):
    """Each side is moved by half of eps, but the rise is divided by two eps."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps / 2
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "At how many points do you call f for one entry?",
        "The slope asked for is made of two points.",
        "The formula in the docstring of q7.",
    ),
)
def five_points(f, x, eps):
    """The formula with five points is used."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (8 * (f(point + step) - f(point - step)) - (f(point + 2 * step) - f(point - 2 * step))) / (12 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How large is your step at an entry of 100?",
        "Every entry is moved by eps itself.",
        "The formula in the docstring of q7.",
    ),
)
def step_in_units_of_the_entry(f, x, eps):
    """The step is eps times the size of the entry, and the rise is divided by it."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps * max(1.0, abs(point[i]))
        slopes[i] = (f(point + step) - f(point - step)) / (2 * step[i])
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How far is your second point from x?",
        "One point lies above x, the other below.",
        "The worked number of q7: 2.1 and 1.9, not 2.1 and 2.",
    ),
)
def step_back_from_the_moved_point(f, x, eps):
    """The second point is one eps below the first one, which is the middle, but the rise is divided by two eps."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point)) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Which entries of a matrix does your loop reach?",
        "Every entry is moved, one at a time.",
        "The formula in the docstring of q7.",
    ),
)
def diagonal_only(f, x, eps):
    """Only the entries on the diagonal of a matrix are measured."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps) if len(set(i)) <= 1 else 0.0
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Does your slope become smaller when eps does?",
        "A slope is a rise over a distance.",
        "The formula in the docstring of q7.",
    ),
)
def not_divided_at_all(f, x, eps):
    """The rise is not divided by anything."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = f(point + step) - f(point - step)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "In which order does Python compute a / 2 * eps?",
        "Division and multiplication go from left to right: the whole distance belongs under the line.",
        "The formula in the docstring of q7.",
    ),
)
def multiplied_instead_of_divided(f, x, eps):
    """The rise is multiplied by eps where it should be divided: a pair of parentheses is missing."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / 2 * eps
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How many slopes does x have?",
        "There is one slope for each entry of x.",
        "The line on the result in the docstring of q7.",
    ),
)
def sum_of_the_slopes(f, x, eps):
    """One number, the sum of all slopes, is returned."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes.sum()


# gradcheck


@mistake(
    "gradcheck",
    hints=(
        "What does your max_rel say about a gradient of 1e-12 that is wrong by a factor of two?",
        "A difference alone has no meaning: it is small or large only in relation to what is compared.",
        "The formula in the docstring of q8.",
    ),
)
def absolute_error(f, g, x):
    """The difference is not divided by anything."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    error = np.where(np.isfinite(a - n), np.abs(a - n), np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "Does your relative error change if claimed and measured gradient change places?",
        "The larger of the two sizes is the measure, so that neither of them is preferred.",
        "The formula in the docstring of q8.",
    ),
)
def relative_to_the_measured(f, g, x):
    """The difference is divided by the measured slope alone."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.abs(n))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What is your relative error if the claimed gradient is exactly twice the measured one?",
        "The difference is divided by the larger of the two sizes, not by both together.",
        "The worked number of q8.",
    ),
)
def relative_to_the_sum(f, g, x):
    """The difference is divided by the sum of both sizes."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / (np.abs(a) + np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What is the smallest number you ever divide by?",
        "A smallest denominator of 1e-8 makes every gradient below it look right.",
        "The formula in the docstring of q8: the case 0/0 has its own rule, nothing else is added.",
    ),
)
def floor_under_the_denominator(f, g, x):
    """The denominator is never smaller than 1e-8, which hides small gradients."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.abs(a - n) / np.maximum(1e-8, np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What does your report say about a claimed gradient that holds NaN?",
        "NaN is neither larger nor smaller than any number, and nanmax leaves it out: decide yourself what it counts as.",
        "The formula in the docstring of q8: where a or n is not finite.",
    ),
)
def nan_is_forgiven(f, g, x):
    """Entries that are not finite are left out instead of counted as infinitely wrong."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.nan_to_num(error)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What is the slope of |x| at 0, measured to the right, and measured to the left?",
        "Where f has a kink no single slope is right, so a difference from the claimed one proves nothing.",
        "The rule about kinks in the docstring of q8.",
    ),
)
def kinks_are_errors(f, g, x):
    """Kinks are not looked for, and reported as errors."""
    x = np.array(x, dtype=float)
    a, n = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5)
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    worst = np.unravel_index(np.argmax(error), x.shape)
    return {"max_rel": float(error[worst]), "worst_index": worst, "kinks": 0}


@mistake(
    "gradcheck",
    hints=(
        "Does an entry at a kink still count for max_rel in your function?",
        "Kinks are counted and then left out of the comparison.",
        "The rule about kinks in the docstring of q8, its last sentence.",
    ),
)
def kinks_counted_but_kept(f, g, x):
    """Kinks are counted, but still compared."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    kinks = 0
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        kinks += bool(abs(right - left) > 1e-3 * max(1, abs(right), abs(left)))
    worst = np.unravel_index(np.argmax(error), x.shape)
    return {"max_rel": float(error[worst]), "worst_index": worst, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "Does a parabola have a kink in your function?",
        "On a smooth curve the slopes to both sides differ too, by about eps times the curvature; a kink is a larger difference.",
        "The rule about kinks in the docstring of q8: differ by more than what?",
    ),
)
def every_curve_is_a_kink(f, g, x):
    """Any difference between the slopes to the right and to the left counts as a kink."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-7:
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What is x[worst_index] if x has two rows of two and worst_index is a single number?",
        "argmax counts entries of an array without its axes; the report asks for one number per axis.",
        "The docstring of q8: worst_index is a tuple.",
    ),
)
def flat_position(f, g, x):
    """worst_index counts the entries in one row instead of one number per axis."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = int(np.argmax(error))
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error.max()), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "Can many right entries hide one wrong entry in your report?",
        "An average gets smaller with every right entry; the largest error does not.",
        "The docstring of q8: the largest relative error.",
    ),
)
def mean_instead_of_worst(f, g, x):
    """The mean relative error is reported instead of the largest."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    smooth = np.ones(x.shape, dtype=bool)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        smooth[i] = abs(right - left) <= 1e-3 * max(1, abs(right), abs(left))
    if not smooth.any():
        return {"max_rel": 0.0, "worst_index": None, "kinks": x.size}
    worst = np.unravel_index(np.argmax(np.where(smooth, error, -1)), x.shape)
    return {"max_rel": float(np.mean(error[smooth])), "worst_index": worst, "kinks": int(np.sum(~smooth))}


@mistake(
    "gradcheck",
    hints=(
        "Can a claimed slope that is far too small get past your comparison?",
        "The size of the difference counts, whichever of the two is larger.",
        "The formula in the docstring of q8: there are bars around the difference.",
    ),
)
def sign_kept(f, g, x):
    """The difference keeps its sign, so that too small a slope is never the worst."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, (a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -9
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error == -9))
    return {"max_rel": float(error[worst]) if kinks < x.size else 0.0, "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What does your function say to a claimed gradient that is a single number?",
        "numpy broadcasts another shape without a word: compare the shapes first.",
        "The line about ValueError in the docstring of q8.",
    ),
)
def any_shape_is_welcome(f, g, x):
    """A claimed gradient of another shape is broadcast instead of refused."""
    x = np.array(x, dtype=float)
    n, eps = numerical_gradient(f, x, 1e-5), 1e-5
    a, n = np.broadcast_arrays(np.asarray(g(x.copy()), dtype=float), n)
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), error.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "With which step do you measure?",
        "The step is 1e-5.",
        "The formula in the docstring of q8.",
    ),
)
def step_of_1e6(f, g, x):
    """The slopes are measured with a step of 1e-6."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-6), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Which eps do you hand to numerical_gradient?",
        "The step is 1e-5.",
        "The formula in the docstring of q8.",
    ),
)
def step_of_1e4(f, g, x):
    """The slopes are measured with a step of 1e-4."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-4), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What happens where the claimed slope is 0 and the measured one is not?",
        "The larger of both sizes is the scale.",
        "The formula in the docstring of q8.",
    ),
)
def relative_to_the_claimed(f, g, x):
    """The difference is divided by the claimed slope alone."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), 1e-300)
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Can the relative error of two positive slopes be larger than 1?",
        "The larger of both sizes is the scale.",
        "The formula in the docstring of q8.",
    ),
)
def relative_to_the_smaller(f, g, x):
    """The difference is divided by the smaller of both sizes."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(min(abs(a[i]), abs(n[i])), 1e-300)
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Which of the two sizes is the scale?",
        "The larger of both sizes is the scale.",
        "The formula in the docstring of q8: there are two sizes, and one is chosen.",
    ),
)
def relative_to_the_mean(f, g, x):
    """The difference is divided by the mean of both sizes."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = (abs(a[i]) + abs(n[i])) / 2
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What is your relative error when one slope is 1 and the other 2?",
        "The larger of both sizes is the scale.",
        "The formula in the docstring of q8.",
    ),
)
def root_of_both_squares(f, g, x):
    """The difference is divided by the root of the sum of both squares."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = np.hypot(a[i], n[i])
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What is the relative error of two slopes of 1e-9 and 2e-9?",
        "Nothing is added: the case 0/0 has a rule of its own.",
        "The formula in the docstring of q8.",
    ),
)
def small_number_in_the_denominator(f, g, x):
    """1e-8 is added to the denominator."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i])) + 1e-8
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Is a difference of 0.01 between two slopes of 1000 a kink?",
        "The limit grows with the slopes.",
        "The rule about kinks in the docstring of q8: differ by more than what?",
    ),
)
def absolute_limit_for_kinks(f, g, x):
    """The limit for kinks is 1e-3, however steep f is."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3:
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "How large is your limit where both slopes are nearly 0?",
        "The limit is never smaller than 1e-3.",
        "The rule about kinks in the docstring of q8: the largest of three numbers.",
    ),
)
def relative_limit_for_kinks(f, g, x):
    """The limit for kinks is relative only, so flat functions have kinks everywhere."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What does your rule say of a straight line of slope 5?",
        "A kink is where the two slopes differ.",
        "The rule about kinks in the docstring of q8.",
    ),
)
def kinks_from_the_sum_of_slopes(f, g, x):
    """The slopes to the right and to the left are added instead of compared."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right + left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Does your rule find a kink where the slope falls from 1 to -1?",
        "The slopes may differ in either direction.",
        "The rule about kinks in the docstring of q8.",
    ),
)
def kinks_where_right_is_steeper(f, g, x):
    """Only kinks where the slope grows are found."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if right - left > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What happens to the entries behind the first kink?",
        "An entry at a kink is left out; the others are still compared.",
        "The rule about kinks in the docstring of q8, its last sentence.",
    ),
)
def first_kink_ends_it(f, g, x):
    """The search ends at the first kink."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if report["kinks"] or abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Is one bad entry enough to make your report bad?",
        "The largest relative error counts.",
        "The line on the result in the docstring of q8.",
    ),
)
def smallest_instead_of_largest(f, g, x):
    """The smallest relative error is reported."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error < report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Do you keep the place as well as the error?",
        "The place belongs to the largest error: both change together.",
        "The line on the result in the docstring of q8.",
    ),
)
def first_entry_is_the_worst(f, g, x):
    """worst_index stays at the first entry."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "How many entries has an array of shape (3,), and one of shape (3, 1)?",
        "The claimed gradient has to have the shape of x, axis by axis.",
        "The line about ValueError in the docstring of q8.",
    ),
)
def only_the_sizes_compared(f, g, x):
    """Only the numbers of entries of g(x) and x are compared."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.size != x.size:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Do you measure on both sides?",
        "The measured slope is a central difference.",
        "The formula in the docstring of q8.",
    ),
)
def one_sided_measurement(f, g, x):
    """The measured slope is the one to the right."""
    x = np.array(x, dtype=float)
    a, eps = np.asarray(g(x.copy()), dtype=float), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        error = abs(a[i] - right) / max(abs(a[i]), abs(right)) if a[i] != right else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(right) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Does one bad entry show in your number when a hundred others are right?",
        "Every entry has a relative error of its own, and the largest is reported.",
        "The formula in the docstring of q8.",
    ),
)
def norms_of_whole_gradients(f, g, x):
    """One number is made from the norms of the whole gradients."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    smooth = np.zeros(x.shape, dtype=bool)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        smooth[i] = not abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left))
    report["kinks"] = int((~smooth).sum())
    if smooth.any():
        gap = np.where(smooth, np.abs(a - n), -1.0)
        report["worst_index"] = tuple(int(k) for k in np.unravel_index(np.argmax(gap), x.shape))
        size = np.sqrt((a[smooth] ** 2).sum()) + np.sqrt((n[smooth] ** 2).sum())
        report["max_rel"] = float(np.sqrt(((a - n)[smooth] ** 2).sum()) / size) if size else 0.0
    return report


# fit_logistic


@mistake(
    "fit_logistic",
    hints=(
        "What should b become if lam is so large that w stays at 0?",
        "Only w is paid for: the bias has to be free to meet the overall share of ones.",
        "The formula in the docstring of q9, and the sentence after it.",
    ),
)
def bias_is_charged(X, y, lam, steps, lr):
    """The bias is regularised too."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w / len(y)), b - lr * (dz.sum() + lam * b / len(y))
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Does your result depend on lam?",
        "The price on weights is part of the loss, so its derivative is part of the gradient.",
        "The formula in the docstring of q9.",
    ),
)
def lam_is_ignored(X, y, lam, steps, lr):
    """The price on weights is missing from the gradient."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "By what is the price on weights divided?",
        "In this course the price on weights is divided by 2N, as the mean loss is divided by N.",
        "The formula in the docstring of q9.",
    ),
)
def lam_not_divided(X, y, lam, steps, lr):
    """The price on weights is not divided by N."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "What is the derivative of a half of w^2?",
        "The half in the formula cancels the 2 of the square.",
        "The formula in the docstring of q9: lam/2N.",
    ),
)
def price_counted_twice(X, y, lam, steps, lr):
    """The derivative of the price on weights is twice too large."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + 2 * lam * w / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Is every weight pushed by the same amount when lam is large?",
        "Each weight is pushed in proportion to itself; a sum over all weights pushes all of them alike.",
        "The formula in the docstring of q9: differentiate the sum of squares by one weight.",
    ),
)
def same_push_for_every_weight(X, y, lam, steps, lr):
    """The sum of squares is used as the derivative of the price on weights."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * np.sum(w**2) / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "With which w is the gradient of b computed in your loop?",
        "Both gradients belong to the same point: finish them before any step is taken.",
        "The docstring of q9: both gradients taken at the old w and b.",
    ),
)
def bias_after_weights(X, y, lam, steps, lr):
    """The gradient of the bias is computed with the new weights."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam * w / len(y))
        _, dz = bce_with_logits(X @ w + b, y)
        b = b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Is the slope that bce_with_logits gives already an average?",
        "The average belongs to the loss and is taken once.",
        "The formula of dz in the docstring of q4.",
    ),
)
def averages_twice(X, y, lam, steps, lr):
    """The gradient of the data is divided by N a second time."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz / len(y) + lam * w / len(y)), b - lr * dz.mean()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "What happens to your steps if every sample of the table is there twice and lam is 0?",
        "The loss is a mean over the samples, so its gradient is a mean as well.",
        "The formula in the docstring of q9.",
    ),
)
def sums_over_samples(X, y, lam, steps, lr):
    """The gradient of the data is summed over the samples instead of averaged."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz * len(y) + lam * w / len(y)), b - lr * dz.sum() * len(y)
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Does your loss fall from step to step?",
        "A gradient points uphill; a step goes the other way.",
        "The docstring of q9, the sign of a step.",
    ),
)
def walks_uphill(X, y, lam, steps, lr):
    """The steps go up instead of down."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w + lr * (X.T @ dz + lam * w / len(y)), b + lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Which probability does your model give at x = 0?",
        "Without a bias the probability at x = 0 is 1/2, whatever the table says.",
        "The formula in the docstring of q9: z = X w + b.",
    ),
)
def bias_stays_zero(X, y, lam, steps, lr):
    """The bias is never moved."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam * w / len(y))
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "How many times does your loop run if steps is 1?",
        "`steps` steps are taken, not one less and not one more.",
        "The public check that takes exactly one step.",
    ),
)
def one_step_too_few(X, y, lam, steps, lr):
    """One step too few is taken."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(1, steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Which loss is your gradient the gradient of?",
        "With cross-entropy the derivative of sigmoid cancels; if it is still there, you are minimising another loss.",
        "Section 'Two classes', the picture of loss against logit.",
    ),
)
def squared_loss(X, y, lam, steps, lr):
    """The gradient is that of the squared error of the probability."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dz = (p - y) * p * (1 - p) / len(y)
        w, b = w - lr * (X.T @ dz + lam * w / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Where do your weights stand if no step is taken?",
        "Gradient descent here starts from zero, so that everybody gets the same numbers.",
        "The docstring of q9: start from w = 0 and b = 0.",
    ),
)
def starts_at_one(X, y, lam, steps, lr):
    """The weights start at 1 instead of 0."""
    w, b = np.ones(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "How often does your loop run when steps is 0?",
        "There are exactly `steps` steps.",
        "The formula in the docstring of q9.",
    ),
)
def one_step_too_many(X, y, lam, steps, lr):
    """One step too many is taken."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps + 1):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "What cancels the 2 under the price?",
        "The slope of a square brings a factor of 2.",
        "The formula in the docstring of q9: lam/2N.",
    ),
)
def price_halved(X, y, lam, steps, lr):
    """The derivative of the price on weights is half as large as it should be."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / (2 * len(X)) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Do your weights become smaller or larger with a larger lam?",
        "The price pulls every weight towards 0.",
        "The formula in the docstring of q9.",
    ),
)
def price_pushes_outwards(X, y, lam, steps, lr):
    """The price on weights has the wrong sign: it makes the weights larger."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz - lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Does a large weight pull harder than a small one?",
        "The price is a sum of squares, and the slope of a square is proportional to the weight.",
        "The formula in the docstring of q9.",
    ),
)
def signs_are_paid_for(X, y, lam, steps, lr):
    """The derivative of the price is the sign of the weight, as for absolute values."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * np.sign(w)), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "At which weights do you take the gradient of the price?",
        "Both parts of the gradient are taken at the old weights.",
        "The formula in the docstring of q9.",
    ),
)
def price_at_the_new_weights(X, y, lam, steps, lr):
    """The price shrinks the weights after the step instead of in it."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = (w - lr * X.T @ dz) * (1 - lr * lam / len(X)), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Is the bias still the old one when you compute the gradient of w?",
        "Both gradients are taken at the old w and b.",
        "The formula in the docstring of q9, and the sentence after it.",
    ),
)
def weights_after_bias(X, y, lam, steps, lr):
    """The gradient of the weights is computed with the new bias."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        b = b - lr * dz.sum()
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam / len(X) * w)
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Does a change of b change your logits?",
        "The logits are made of w and b.",
        "The formula in the docstring of q9: z = X w + b.",
    ),
)
def no_bias_in_the_logits(X, y, lam, steps, lr):
    """The logits do not contain the bias."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Where does the 1/N of the loss stand in your gradient of b?",
        "dz holds the 1/N already: it is summed.",
        "The formula in the docstring of q9.",
    ),
)
def bias_gradient_averaged_again(X, y, lam, steps, lr):
    """The gradient of the bias is the mean of dz."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.mean()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "How long is your last step?",
        "The rate is the same in every step.",
        "The formula in the docstring of q9.",
    ),
)
def rate_decays(X, y, lam, steps, lr):
    """The step becomes shorter and shorter."""
    w, b = np.zeros(X.shape[1]), 0.0
    for k in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr / (1 + k) * (X.T @ dz + lam / len(X) * w), b - lr / (1 + k) * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Are your weights those of X as it is given?",
        "X is used as it is.",
        "The formula in the docstring of q9: z = X w + b.",
    ),
)
def columns_standardised(X, y, lam, steps, lr):
    """The columns are standardised first."""
    X = (X - X.mean(axis=0)) / np.where(X.std(axis=0) == 0, 1.0, X.std(axis=0))
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "How many axes has w?",
        "w has one axis: one number per column of X.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def w_as_a_column(X, y, lam, steps, lr):
    """w is returned as a column."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w[:, None], float(b)


@mistake(
    "fit_logistic",
    hints=(
        "How many axes has b?",
        "b is one number.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def b_as_an_array(X, y, lam, steps, lr):
    """b is returned as an array with one entry."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, np.array([b])


@mistake(
    "fit_logistic",
    hints=(
        "Which of the two results comes first?",
        "The weights come first, then the bias.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def bias_first(X, y, lam, steps, lr):
    """b is returned before w."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return float(b), w


@mistake(
    "fit_logistic",
    hints=(
        "What does a sample on the right side of the boundary still contribute?",
        "A probability is never quite 0 or 1: every sample pulls a little.",
        "The formula in the docstring of q9.",
    ),
)
def decisions_for_probabilities(X, y, lam, steps, lr):
    """The gradient uses a decision, 0 or 1, in the place of the probability, as a perceptron does."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dz = ((X @ w + b > 0) - y) / len(X)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Do your logits change from step to step?",
        "The gradient is taken anew at the weights of every step.",
        "The formula in the docstring of q9.",
    ),
)
def gradient_of_the_start(X, y, lam, steps, lr):
    """Every step uses the gradient at the starting weights."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(np.zeros(len(X)), y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Does your step depend on earlier steps?",
        "A step depends on the gradient at the present w and b alone.",
        "The formula in the docstring of q9.",
    ),
)
def momentum_added(X, y, lam, steps, lr):
    """Momentum is added to plain descent."""
    w, b, v, u = np.zeros(X.shape[1]), 0.0, np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        v, u = 0.9 * v + X.T @ dz + lam / len(X) * w, 0.9 * u + dz.sum()
        w, b = w - lr * v, b - lr * u
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "How many steps do you take when the gradient becomes small?",
        "There are exactly `steps` steps.",
        "The formula in the docstring of q9.",
    ),
)
def stops_when_flat(X, y, lam, steps, lr):
    """The descent stops early, when the gradient is small."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        if np.sqrt(np.sum((X.T @ dz) ** 2) + dz.sum() ** 2) < 1e-3:
            break
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)
