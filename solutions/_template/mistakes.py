"""Wrong implementations as learners write them, each with three hints: a question, the rule, where to look.

A hint is true for everybody who made this mistake, and never holds the answer.
"""

import numpy as np

from autograder.checking import mistake


@mistake("centre", hints=("How many means does a table with two columns have?", "Each column has a mean of its own.", "The worked number above the stub."))
def one_mean_for_all(X):
    """One mean of all entries is taken away."""
    return X - X.mean()


@mistake("centre", hints=("Do you average over samples or over columns?", "A sample is a row; a mean runs over samples.", "The sentence on rows at the top."))
def mean_of_rows(X):
    """The mean of each row is taken away."""
    return X - X.mean(axis=1, keepdims=True)


@mistake("centre", hints=("How far apart are two samples before and after?", "Centring moves a cloud; it does not stretch it.", "The two pictures below the stub."))
def divides_by_the_deviation(X):
    """The columns are also divided by their standard deviation."""
    return (X - X.mean(axis=0)) / (X.std(axis=0) + (X.std(axis=0) == 0))


@mistake("centre", hints=("What is the mean of each column of your result?", "The mean is taken away.", "The worked number above the stub."))
def adds_the_mean(X):
    """The mean is added."""
    return X + X.mean(axis=0)


@mistake("centre", hints=("Which middle do you take away?", "Mean and median differ as soon as a column is lopsided.", "The first sentence of the question."))
def takes_the_median(X):
    """The median is taken away instead of the mean."""
    return X - np.median(X, axis=0)


@mistake("centre", hints=("What does X look like after your function ran?", "A function computes a new array.", "The conventions at the top of the notebook."))
def works_in_place(X):
    """The caller's array is changed."""
    X -= X.mean(axis=0)
    return X
