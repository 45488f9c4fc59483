"""Wrong implementations of standardize that learners write: constant columns, habits and form."""

import numpy as np

from autograder.checking import mistake


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
