"""Wrong implementations of project that learners write: lengths."""

import numpy as np

from autograder.checking import mistake

from .where import INSIDE


@mistake(
    "project",
    hints=(
        "Whose length do you compute: that of a row, or that of the whole array?",
        "Every row is a point of its own.",
        INSIDE,
    ),
)
def length_of_the_whole_array(X, norm, limit):
    """The length of the whole array is taken for every row."""
    if norm == "ball":
        return X * (limit / max(np.linalg.norm(X), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Along which axis do you add up the squares?",
        "Rows are points, so the squares of one row belong together.",
        INSIDE,
    ),
)
def lengths_of_columns(X, norm, limit):
    """Lengths are taken of columns instead of rows."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=0, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Is a length a sum of squares, or its root?",
        "The length is the root of the sum of squares.",
        INSIDE,
    ),
)
def forgets_the_root(X, norm, limit):
    """The sum of squares is used as the length."""
    if norm == "ball":
        return X * (limit / np.maximum(np.sum(X**2, axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "How long is the row (3, -4)?",
        "The length is the root of the sum of squares.",
        INSIDE,
    ),
)
def sum_of_sizes(X, norm, limit):
    """The length adds up sizes instead of squares."""
    if norm == "ball":
        return X * (limit / np.maximum(np.abs(X).sum(axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "How long is the row (3, -4)? Is it 4?",
        "The length is the root of the sum of squares.",
        INSIDE,
    ),
)
def largest_entry_is_the_length(X, norm, limit):
    """The largest entry is taken for the length."""
    if norm == "ball":
        return X * (limit / np.maximum(np.abs(X).max(axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "How long is a row after you shortened it, to ten digits?",
        "A row that is too long does not have the length 0: nothing has to be added.",
        INSIDE,
    ),
)
def small_number_added_to_the_length(X, norm, limit):
    """A small number is added to the length."""
    if norm == "ball":
        return X * np.minimum(1.0, limit / (np.linalg.norm(X, axis=1, keepdims=True) + 1e-8))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "How long is the row (3, -4)? Does it matter how many entries it has?",
        "Squares are added up, not averaged.",
        INSIDE,
    ),
)
def averages_to_the_limit(X, norm, limit):
    """The mean square is taken instead of the sum of squares."""
    if norm == "ball":
        return X * (limit / np.maximum(np.sqrt((X**2).mean(axis=1, keepdims=True)), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")
