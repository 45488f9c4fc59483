"""Wrong implementations of standardize that learners write: mean, std and their axis."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "standardize",
    hints=(
        "By which number is the sum of squares divided?",
        "Here std is the root of the mean over all N rows.",
        "The formula in the docstring of q11.",
    ),
)
def divides_by_n_minus_one(X):
    """The standard deviation divides by N - 1."""
    mean = X.mean(axis=0)
    centred = X - mean
    std = np.sqrt((centred**2).sum(axis=0) / max(len(X) - 1, 1))
    return centred / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "Is there a mean for every row or for every column?",
        "A column is one feature of all samples; mean and std belong to features.",
        "The line `Returns` in the docstring of q11: how long is mean?",
    ),
)
def row_after_row(X):
    """Every row is standardised instead of every column."""
    mean, std = X.mean(axis=1), X.std(axis=1)
    return (X - mean[:, None]) / np.where(std == 0, 1.0, std)[:, None], mean, std


@mistake(
    "standardize",
    hints=(
        "How many means does an array of three columns have?",
        "Every column has a mean and a std of its own.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def one_mean_for_all(X):
    """One mean and one standard deviation are used for the whole array."""
    mean, std = np.full(X.shape[1], X.mean()), np.full(X.shape[1], X.std())
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "In which unit is the number you divide by: that of the column, or its square?",
        "The variance is the mean of the squares; the standard deviation is its root.",
        "The worked number of q11.",
    ),
)
def variance_instead_of_std(X):
    """The variance is used instead of the standard deviation."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.where(var == 0, 1.0, var), mean, var


@mistake(
    "standardize",
    hints=(
        "What is the standard deviation of the columns you return?",
        "Two things are done to a column: one moves it, the other changes its width.",
        "The formula in the docstring of q11.",
    ),
)
def only_centred(X):
    """The mean is subtracted, but nothing is divided by the standard deviation."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return X - mean, mean, std


@mistake(
    "standardize",
    hints=(
        "Where do the smallest and the largest entry of your columns lie?",
        "Standardised columns have mean 0; columns squeezed between 0 and 1 do not.",
        "The formula in the docstring of q11.",
    ),
)
def between_zero_and_one(X):
    """The columns are squeezed between 0 and 1."""
    low, width = X.min(axis=0), X.max(axis=0) - X.min(axis=0)
    return (X - low) / np.where(width == 0, 1.0, width), X.mean(axis=0), X.std(axis=0)


@mistake(
    "standardize",
    hints=(
        "How many axes has the mean of D columns?",
        "mean and std have one number per column and one axis.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def axis_of_samples_kept(X):
    """mean and std keep an axis of length one."""
    mean, std = X.mean(axis=0, keepdims=True), X.std(axis=0, keepdims=True)
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "Are the distances squared before they are averaged?",
        "std is the root of the mean of the squared distances.",
        "The formula in the docstring of q11.",
    ),
)
def mean_distance_instead_of_std(X):
    """The mean distance from the mean is used instead of the root of the mean squared distance."""
    mean = X.mean(axis=0)
    spread = np.abs(X - mean).mean(axis=0)
    return (X - mean) / np.where(spread == 0, 1.0, spread), mean, spread


@mistake(
    "standardize",
    hints=(
        "What does your function give as the middle of 0, 0 and 3?",
        "The mean is the sum divided by N; the median is the number in the middle.",
        "The formula in the docstring of q11.",
    ),
)
def median_instead_of_mean(X):
    """The median is used instead of the mean."""
    mean = np.median(X, axis=0)
    std = np.sqrt(((X - mean) ** 2).mean(axis=0))
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "Which unit has your third result?",
        "std is the root of the variance and has the unit of the column.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def variance_returned(X):
    """The variance is returned in the place of std."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std**2


@mistake(
    "standardize",
    hints=(
        "How many digits are left when two large, nearly equal numbers are subtracted?",
        "The mean goes first, then distances are squared.",
        "The formula in the docstring of q11.",
    ),
)
def square_of_the_mean_taken_away(X):
    """The variance is the mean of the squares less the square of the mean, which loses digits far from 0."""
    mean = X.mean(axis=0)
    std = np.sqrt(np.maximum((X**2).mean(axis=0) - mean**2, 0))
    flat = X.max(axis=0) == X.min(axis=0)
    std = np.where(flat, 0.0, std)
    return np.where(flat, 0.0, X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "How many standard deviations are there for D columns?",
        "Every column is divided by its own std.",
        "The formula in the docstring of q11.",
    ),
)
def one_spread_for_all(X):
    """Every column has its own mean, but one standard deviation is used for all."""
    mean, std = X.mean(axis=0), np.full(X.shape[1], X.std())
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "How many numbers of a column do you average?",
        "A mean over samples is divided by the number of rows N.",
        "The sentence in the docstring of q11 on N.",
    ),
)
def divided_by_the_number_of_columns(X):
    """The squared distances are divided by the number of columns."""
    mean = X.mean(axis=0)
    std = np.sqrt(((X - mean) ** 2).sum(axis=0) / X.shape[1])
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "What is the standard deviation of a column of your Z?",
        "A column is brought to standard deviation 1 by dividing by its own.",
        "The formula in the docstring of q11.",
    ),
)
def multiplied_by_std(X):
    """The centred columns are multiplied by std."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) * std, mean, std


@mistake(
    "standardize",
    hints=(
        "What is the mean of a column of your Z?",
        "The mean goes first: every column of Z has mean 0.",
        "The formula in the docstring of q11.",
    ),
)
def not_centred(X):
    """The columns are divided by std, but the mean is not taken away."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return X / np.where(std == 0, 1.0, std), mean, std
