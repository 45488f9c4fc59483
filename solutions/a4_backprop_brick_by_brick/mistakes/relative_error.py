"""Wrong implementations of relative_error that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "relative_error",
    hints=(
        "Is a difference of 2 as bad between millions as it is between ones?",
        "A relative error is a difference measured by the size of what is compared.",
        "q1, the worked number.",
    ),
)
def does_not_divide(claimed, numeric):
    """The difference is not divided by the largest entry: the stub as it was handed out."""
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    return float(np.max(np.abs(claimed - numeric))) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "In which order do you divide and look for the largest?",
        "One small entry next to zero must not decide: the largest difference is divided by the largest entry.",
        "q1, the worked number.",
    ),
)
def divides_entry_by_entry(claimed, numeric):
    """Every difference is divided by its own entry before the largest is taken."""
    return float(np.max(np.abs(claimed - numeric) / np.abs(claimed)))


@mistake(
    "relative_error",
    hints=(
        "Does one wrong entry among a thousand show in your number?",
        "The largest difference decides: one wrong entry is enough.",
        "q1, the formula in the docstring.",
    ),
)
def mean_difference(claimed, numeric):
    """The mean of the differences is taken instead of the largest."""
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    return float(np.mean(np.abs(claimed - numeric)) / scale) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "What is your number for (1, 2) and (1, 4)?",
        "Asked for is the largest difference, over the largest entry.",
        "q1, the formula in the docstring.",
    ),
)
def lengths_of_the_arrays(claimed, numeric):
    """Lengths are taken instead of largest entries: the norm of the difference over a norm."""
    scale = max(np.linalg.norm(claimed), np.linalg.norm(numeric))
    return float(np.linalg.norm(claimed - numeric) / scale) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "Which of the two arrays sets your scale?",
        "The largest entry of both arrays counts, claimed or measured.",
        "q1, the formula in the docstring.",
    ),
)
def over_the_claimed_only(claimed, numeric):
    """The difference is divided by the largest claimed entry, whatever was measured."""
    scale = np.max(np.abs(claimed))
    return float(np.max(np.abs(claimed - numeric)) / scale) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "What is the largest number your function can give?",
        "Divided by the larger of the two, a turned sign gives 2.",
        "q1, the formula in the docstring.",
    ),
)
def over_the_sum(claimed, numeric):
    """The difference is divided by the sum of both largest entries."""
    scale = np.max(np.abs(claimed)) + np.max(np.abs(numeric))
    return float(np.max(np.abs(claimed - numeric)) / scale) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "What is your number if the claimed entry is smaller than the measured one?",
        "A difference counts by its size, whichever side it is on.",
        "q1, the formula in the docstring.",
    ),
)
def difference_without_its_size(claimed, numeric):
    """The largest difference is taken with its sign, so that entries that are too small do not count."""
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    return float(np.max(claimed - numeric) / scale) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "What is the largest entry of (1, -8), in your code?",
        "Sizes are compared: -8 is larger than 1.",
        "q1, the formula in the docstring.",
    ),
)
def largest_without_sizes(claimed, numeric):
    """The largest entry is taken with its sign: an array of negative numbers has a small one."""
    scale = max(np.max(claimed), np.max(numeric))
    return float(np.max(np.abs(claimed - numeric)) / scale) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "What is your number if both gradients are 0 everywhere?",
        "Two arrays of zeros agree: the error is 0.",
        "q1, the formula in the docstring.",
    ),
)
def nan_for_zeros(claimed, numeric):
    """Where all entries are 0 the result is NaN, or an error."""
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    with np.errstate(invalid="ignore"):
        return float(np.max(np.abs(claimed - numeric)) / np.float64(scale))


@mistake(
    "relative_error",
    hints=(
        "Does a tiny entry that is off by a tiny amount decide your number?",
        "The largest difference is divided by the largest entry of both arrays, once.",
        "q1, the formula in the docstring.",
    ),
)
def every_entry_over_its_sum(claimed, numeric):
    """Every difference is divided by the sum of its own two sizes, never less than 1e-8, and the largest is taken."""
    return float(np.max(np.abs(claimed - numeric) / np.maximum(np.abs(claimed) + np.abs(numeric), 1e-8)))


@mistake(
    "relative_error",
    hints=(
        "How large is your number if the sign of everything is turned?",
        "Largest entries are compared, not lengths, and the larger of the two stands under the line, so a turned sign gives 2.",
        "q1, the formula in the docstring.",
    ),
)
def lengths_added(claimed, numeric):
    """The length of the difference is divided by the sum of the lengths of both arrays."""
    scale = np.linalg.norm(claimed) + np.linalg.norm(numeric)
    return float(np.linalg.norm(claimed - numeric) / scale) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "What is your number if both arrays hold entries near 1e-9 and one is twice the other?",
        "Nothing is added: the case where all entries are 0 is looked at by itself.",
        "q1, the formula in the docstring.",
    ),
)
def small_number_under_the_line(claimed, numeric):
    """1e-8 is added to the largest entry."""
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    return float(np.max(np.abs(claimed - numeric)) / (scale + 1e-8))
