"""Wrong implementations of project that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import CARE

INSIDE = "q5, the worked number."


@mistake(
    "project",
    hints=(
        "What happens to a row that is already short enough?",
        "A ball is filled: points inside are allowed and stay where they are.",
        INSIDE,
    ),
)
def onto_the_sphere(X, norm, limit):
    """Short rows are lengthened to the limit as well."""
    if norm == "ball":
        length = np.linalg.norm(X, axis=1, keepdims=True)
        return X * limit / np.where(length > 0, length, 1.0)
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


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
        "Does a long row keep its direction on your ball?",
        "On the ball a row is shortened, which keeps its direction; cutting entries is for the box.",
        INSIDE,
    ),
)
def box_for_both(X, norm, limit):
    """The ball is treated like the box."""
    if norm in ("ball", "box"):
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Does an entry that is allowed stay as it is when another entry of its row is too large?",
        "In the box every entry is cut on its own.",
        INSIDE,
    ),
)
def scales_into_the_box(X, norm, limit):
    """In the box whole rows are scaled down until their largest entry fits."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    if norm == "box":
        return X * (limit / np.maximum(np.max(np.abs(X), axis=1, keepdims=True), limit))
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "What does your box do with very negative entries?",
        "The box has two ends, limit and -limit.",
        INSIDE,
    ),
)
def cuts_on_one_side(X, norm, limit):
    """In the box only large positive entries are cut."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    if norm == "box":
        return np.minimum(X, limit)
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
        "How long is a row after it has been shortened, if limit is 2?",
        "A long row is brought to the length limit, not to the length 1.",
        INSIDE,
    ),
)
def to_length_one(X, norm, limit):
    """Long rows are shortened to length 1, whatever the limit."""
    if norm == "ball":
        length = np.linalg.norm(X, axis=1, keepdims=True)
        return np.where(length > limit, X / np.where(length > 0, length, 1.0), X)
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Is X still the same after your function has run?",
        "An array that came in belongs to the caller: compute a new one.",
        CARE,
    ),
)
def projects_in_place(X, norm, limit):
    """X itself is changed."""
    if norm == "ball":
        X *= limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit)
        return X
    if norm == "box":
        return np.clip(X, -limit, limit, out=X)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "What does your function do with a norm it does not know?",
        "A name that is not known is refused with a ValueError.",
        INSIDE,
    ),
)
def anything_is_a_box(X, norm, limit):
    """Every norm that is not the ball is taken for the box."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    return np.clip(X, -limit, limit)


@mistake(
    "project",
    hints=(
        "Is an entry of 0.8 allowed when the limit is 1?",
        "Entries are allowed from -limit to limit.",
        INSIDE,
    ),
)
def everything_cut_in_half(X, norm, limit):
    """The box has the width limit, from minus half to half of it."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit / 2, limit / 2)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "Is a negative entry allowed?",
        "Entries are allowed from -limit to limit.",
        INSIDE,
    ),
)
def only_positive_entries(X, norm, limit):
    """The box is from 0 to limit."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, 0.0, limit)
    raise ValueError("norm is ball or box")


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
        "Which direction has a row after it was brought back?",
        "A long row is shortened and keeps its direction.",
        INSIDE,
    ),
)
def thrown_to_the_origin(X, norm, limit):
    """Rows that are too long become 0."""
    if norm == "ball":
        return np.where(np.linalg.norm(X, axis=1, keepdims=True) > limit, 0.0, X)
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
        "How long is a row after you shortened it?",
        "Length over limit says how much too long a row is.",
        INSIDE,
    ),
)
def divided_by_the_limit(X, norm, limit):
    """Long rows are divided by the limit."""
    if norm == "ball":
        return np.where(np.linalg.norm(X, axis=1, keepdims=True) > limit, X / limit, X)
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
