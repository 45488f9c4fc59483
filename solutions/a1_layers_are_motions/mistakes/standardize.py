"""Wrong implementations of standardize that learners write, each with hints on three levels: a question, the rule, where to look."""

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
        "What is 0 / 0 in numpy?",
        "A constant column has std 0; there is nothing to divide, and its Z is 0.",
        "The middle column in the worked number of q11.",
    ),
)
def nan_for_constant_columns(X):
    """Constant columns give NaN."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (X - mean) / std, mean, std


@mistake(
    "standardize",
    hints=(
        "What is added to std, and is it still small when the column is measured in a large unit?",
        "Nothing is added to std: a column of very small numbers ends with standard deviation 1 too.",
        "The formula in the docstring of q11.",
    ),
)
def something_added_to_std(X):
    """A small number is added to the standard deviation."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / (std + 1e-8), mean, std


@mistake(
    "standardize",
    hints=(
        "Does the array you were given still hold its numbers afterwards?",
        "`-=` and `/=` change an array in place; a function leaves its inputs as they are.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def shifts_its_input(X):
    """The input is changed in place."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    X -= mean
    X /= np.where(std == 0, 1.0, std)
    return X, mean, std


@mistake(
    "standardize",
    hints=(
        "What is the standard deviation of a column that never changes?",
        "The number you divide by and the std you return may differ for a constant column.",
        "The middle column in the worked number of q11.",
    ),
)
def returns_the_divisor(X):
    """The std returned for a constant column is 1 instead of 0."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    std[std == 0] = 1.0
    return (X - mean) / std, mean, std


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
        "What does your function divide by when the variance is 1e-10?",
        "Nothing is added: a column of small numbers is scaled like any other.",
        "The sentence in the docstring of q11 on what is added to std.",
    ),
)
def batch_norm_epsilon(X):
    """A small number is added to the variance, as batch normalisation does."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.sqrt(var + 1e-5), mean, np.sqrt(var)


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
        "How many results does the function have?",
        "mean and std are needed later, so they are returned too.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def only_the_columns(X):
    """Only Z is returned."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1.0, std)


@mistake(
    "standardize",
    hints=(
        "In which order are the three results asked for?",
        "Z comes first, then the mean, then std.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def std_before_mean(X):
    """mean and std come in the wrong order."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return np.where(X.max(axis=0) == X.min(axis=0), 0.0, X - mean) / np.where(std == 0, 1.0, std), std, mean


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
        "Is a column of lengths in metres constant because all of them are some nanometres?",
        "Only a column whose entries are all equal is constant.",
        "The sentence in the docstring of q11 on columns of very small numbers.",
    ),
)
def small_spread_counts_as_none(X):
    """Columns whose std is below 1e-8 are treated as constant."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    std = np.where(std < 1e-8, 0.0, std)
    return np.where(std == 0, 0.0, (X - mean) / np.where(std == 0, 1.0, std)), mean, std


@mistake(
    "standardize",
    hints=(
        "What should stand in Z where a column is constant?",
        "A constant column lies at its mean, so its Z is 0.",
        "The sentence in the docstring of q11 on constant columns.",
    ),
)
def constant_columns_left_alone(X):
    """Constant columns are returned as they were."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return np.where(std == 0, X, (X - mean) / np.where(std == 0, 1.0, std)), mean, std


@mistake(
    "standardize",
    hints=(
        "How far does a constant column lie from its mean?",
        "Where a column is constant its Z is 0.",
        "The sentence in the docstring of q11 on constant columns.",
    ),
)
def constant_columns_become_ones(X):
    """Constant columns become ones."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return np.where(std == 0, 1.0, (X - mean) / np.where(std == 0, 1.0, std)), mean, std


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
        "Which type has Z when X holds whole numbers?",
        "An array of integers keeps no fractions; Z is a float.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def result_in_the_type_of_the_input(X):
    """The result gets the type of X, so that whole numbers lose all fractions."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    Z = np.zeros_like(X)
    Z[:] = (X - mean) / np.where(std == 0, 1.0, std)
    return Z, mean, std


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
