"""Wrong implementations of clip_by_norm that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

CLIP = "q8, the worked number."


@mistake(
    "clip_by_norm",
    hints=(
        "Does your clipped gradient still point in the same direction?",
        "All arrays together are one long vector with one norm.",
        CLIP,
    ),
)
def array_by_array(grads, limit):
    """Every array is clipped by itself."""
    return {key: g * min(1.0, limit / max(np.linalg.norm(g), 1e-300)) for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "What does your function do to a gradient of many entries just below the limit?",
        "Clipping by norm keeps the direction: all entries are scaled by one factor.",
        CLIP,
    ),
)
def entry_by_entry(grads, limit):
    """Every entry is cut at the limit."""
    return {key: np.clip(g, -limit, limit) for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "What happens to a gradient that is shorter than the limit?",
        "Clipping only shortens.",
        CLIP,
    ),
)
def always_scales(grads, limit):
    """Short gradients are stretched to the limit."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    return {key: g * limit / max(norm, 1e-300) for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Which norm do the entries 3 and 4 have, in your code and in the text?",
        "The norm is the length of the vector, as Pythagoras measures it.",
        CLIP,
    ),
)
def norm_without_root(grads, limit):
    """The sum of the squares is used as the norm."""
    norm = sum(np.sum(g**2) for g in grads.values())
    return {key: g * limit / norm if norm > limit else g.copy() for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Is the length of (3, 4) the sum of 3 and 4?",
        "Lengths along different axes do not add up; their squares do.",
        CLIP,
    ),
)
def sum_of_norms(grads, limit):
    """The norms of the arrays are added up."""
    norm = sum(np.linalg.norm(g) for g in grads.values())
    return {key: g * limit / norm if norm > limit else g.copy() for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Which arrays does your norm look at?",
        "All arrays in the dict belong to the gradient, whatever their names are.",
        CLIP,
    ),
)
def weights_only(grads, limit):
    """Biases are left out of the norm and are not scaled."""
    norm = np.sqrt(sum(np.sum(g**2) for key, g in grads.items() if key.startswith("W")))
    return {key: g * limit / norm if norm > limit and key.startswith("W") else g.copy() for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "How long is your gradient after clipping with limit 2?",
        "What is too long is shortened to the limit, and no further.",
        CLIP,
    ),
)
def clips_to_length_one(grads, limit):
    """A long gradient gets the norm 1 instead of the limit."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    return {key: g / norm if norm > limit else g.copy() for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "After the call, is the gradient you were given still what it was?",
        "A function of this course does not change its inputs.",
        CLIP,
    ),
)
def overwrites_the_gradients(grads, limit):
    """The given gradients are scaled in place."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    if norm > limit:
        for g in grads.values():
            g *= limit / norm
    return grads


@mistake(
    "clip_by_norm",
    hints=(
        "How long is a gradient with the two entries 3 and 4?",
        "The norm adds up squares over all entries.",
        CLIP,
    ),
)
def largest_entry_as_norm(grads, limit):
    """The largest entry is taken for the norm."""
    norm = max(np.max(np.abs(g)) for g in grads.values())
    scale = limit / norm if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "How long is a gradient with the two entries 3 and 4? Is it 7?",
        "The norm is the root of the sum of the squares.",
        CLIP,
    ),
)
def sum_of_sizes_as_norm(grads, limit):
    """The sizes of the entries are added up without being squared."""
    norm = sum(np.sum(np.abs(g)) for g in grads.values())
    scale = limit / norm if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Does a gradient become longer when it has more entries?",
        "The squares are added up, not averaged.",
        CLIP,
    ),
)
def mean_square_as_norm(grads, limit):
    """The root of the mean square is taken for the norm."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()) / sum(g.size for g in grads.values()))
    scale = limit / norm if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "How long is your gradient after it was clipped?",
        "Limit over norm makes the norm equal to the limit.",
        CLIP,
    ),
)
def divides_by_the_square(grads, limit):
    """The gradient is multiplied by the limit over the square of the norm."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = limit / norm**2 if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Which direction has your gradient after it was clipped?",
        "The direction is kept and only the length changes.",
        CLIP,
    ),
)
def too_long_is_thrown_away(grads, limit):
    """A gradient that is too long becomes 0."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = 0.0 if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "How long is your gradient after it was clipped, to ten digits?",
        "Nothing is added: a norm above the limit is not 0.",
        CLIP,
    ),
)
def small_number_in_the_norm(grads, limit):
    """A small number is added to the norm."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = limit / (norm + 1e-6) if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "Which gradients does your function change?",
        "Only a norm above the limit is changed.",
        CLIP,
    ),
)
def direction_turned(grads, limit):
    """What should be clipped is not, and what is short is stretched to the limit."""
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = limit / max(norm, 1e-300) if 0 < norm < limit else 1.0
    return {key: scale * g for key, g in grads.items()}


@mistake(
    "clip_by_norm",
    hints=(
        "By how many different numbers do you multiply your arrays?",
        "One norm, of everything, and one factor for all arrays: only this keeps the direction.",
        CLIP,
    ),
)
def array_by_array_if_too_long(grads, limit):
    """Where the whole gradient is too long, every array gets the norm of the limit by itself."""
    if np.sqrt(sum(np.sum(g**2) for g in grads.values())) <= limit:
        return {key: g.copy() for key, g in grads.items()}
    return {key: g * limit / max(np.sqrt(np.sum(g**2)), 1e-300) for key, g in grads.items()}
