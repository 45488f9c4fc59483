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
