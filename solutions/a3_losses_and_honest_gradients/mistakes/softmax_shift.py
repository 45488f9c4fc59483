"""Wrong implementations of softmax that learners write: the shift, repairs and copies."""

import numpy as np

from autograder.checking import mistake


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
        "Hand in one row, and then the same row with a second one below it: should the first probabilities change?",
        "Nothing of one sample may reach another: the largest logit and the sum are those of its own row.",
        "The worked number of q2, done for two samples.",
    ),
)
def whole_array_at_once(Z):
    """Both the maximum and the sum are those of the whole array, as for a single sample."""
    E = np.exp(Z - np.max(Z))
    return E / E.sum()


@mistake(
    "softmax",
    hints=(
        "Two things to look at: which entries does your sum add up, and what is np.exp(1000.0)?",
        "The classes of one sample share their probability, and a row may be moved before its exponentials are taken.",
        "The formula in the docstring of q2, and section 'Softmax' on moving a row.",
    ),
)
def columns_without_a_shift(Z):
    """The sum runs down the samples, and no maximum is subtracted: code written for samples in columns."""
    E = np.exp(Z)
    return E / sum(E)
