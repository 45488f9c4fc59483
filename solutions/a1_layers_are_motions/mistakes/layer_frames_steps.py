"""Wrong implementations of layer_frames that learners write: shift and ReLU."""

import numpy as np

from autograder.checking import mistake

from ..reference import decompose_affine, relu


@mistake(
    "layer_frames",
    hints=(
        "Which points does ReLU get to see: those before or after the shift?",
        "ReLU is the last step and acts on what all the others have done.",
        "The list of the five frames in q10.",
    ),
)
def relu_before_the_shift(H, W, b):
    """The last frame is ReLU of the points before the shift."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end)])


@mistake(
    "layer_frames",
    hints=(
        "How often is ReLU applied in one layer?",
        "ReLU comes once, at the end; the frames before it may have negative coordinates.",
        "The list of the five frames in q10.",
    ),
)
def relu_in_every_frame(H, W, b):
    """ReLU is applied in every frame."""
    R2, S, R1 = decompose_affine(W)
    turned = relu(H @ R1.T)
    scaled = relu(turned @ S)
    end = relu(scaled @ R2.T)
    return np.stack([turned, scaled, end, relu(end + b), relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Are frame 2 and frame 3 different arrays in your result?",
        "`+=` changes an array in place, also where it has been kept under another name.",
        "The list of the five frames in q10: what is the difference between frame 2 and frame 3?",
    ),
)
def shift_spoils_the_frame_before(H, W, b):
    """The shift is added in place, so that frame 2 is shifted too."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    scaled = turned @ S
    end = scaled @ R2.T
    shifted = end
    shifted += b
    return np.stack([turned, scaled, end, shifted, relu(shifted)])


@mistake(
    "layer_frames",
    hints=(
        "Which sign has b in frame 3?",
        "The shift is added.",
        "The formula in the docstring of q10.",
    ),
)
def shift_subtracted(H, W, b):
    """The shift is subtracted."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end - b, relu(end - b)])


@mistake(
    "layer_frames",
    hints=(
        "Can a coordinate of the last frame be negative?",
        "The shift comes before ReLU.",
        "The formula in the docstring of q10.",
    ),
)
def shift_after_relu(H, W, b):
    """ReLU acts on the points before the shift, and the shift is added afterwards."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end) + b])


@mistake(
    "layer_frames",
    hints=(
        "Do frames 3 and 4 differ where a coordinate is negative?",
        "A frame is an array of its own; changing it in place changes every name it has.",
        "The line `Returns` in the docstring of q10 says what frame 3 is.",
    ),
)
def relu_reaches_the_frame_before(H, W, b):
    """ReLU writes into the array it was given, so that frame 3 is cut too."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, relu(end + b), relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Where does the origin lie in frame 0?",
        "The shift is a step of its own, the fourth.",
        "The formula in the docstring of q10.",
    ),
)
def shift_in_every_frame(H, W, b):
    """The shift is added in every frame from the first on."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned + b, turned @ S + b, end + b, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Is the shift turned?",
        "The shift comes after the second turn.",
        "The formula in the docstring of q10.",
    ),
)
def shift_before_the_turn(H, W, b):
    """The shift is added before the second turn."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    scaled = turned @ S
    shifted = (scaled + b) @ R2.T
    return np.stack([turned, scaled, scaled @ R2.T, shifted, relu(shifted)])


@mistake(
    "layer_frames",
    hints=(
        "Are the last two of your frames different?",
        "Frame 4 is ReLU of frame 3.",
        "The formula in the docstring of q10.",
    ),
)
def relu_left_out(H, W, b):
    """The last frame shows the points before ReLU."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, end + b])
