"""Wrong implementations of project that learners write: what is moved, and how far."""

import numpy as np

from autograder.checking import mistake

from .where import CARE, INSIDE


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
