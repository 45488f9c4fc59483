"""Wrong implementations of layer_frames that learners write: turns and the order of the film."""

import numpy as np

from autograder.checking import mistake

from ..reference import decompose_affine, relu


@mistake(
    "layer_frames",
    hints=(
        "Where does the second frame start: at H or at the first frame?",
        "Each frame moves the points of the frame before it.",
        "The formula in the docstring of q10.",
    ),
)
def every_frame_from_the_start(H, W, b):
    """Every step is applied to H instead of to the frame before."""
    R2, S, R1 = decompose_affine(W)
    return np.stack([H @ R1.T, H @ S, H @ R2.T, H + b, relu(H + 0.0)])


@mistake(
    "layer_frames",
    hints=(
        "R moves a point written as a column: what moves a row the same way?",
        "Points are rows here. A matrix that stands on the right of rows turns them the other way round.",
        "The paragraph on columns and rows in q4.",
    ),
)
def turns_backwards(H, W, b):
    """The rotations for columns are applied to rows as they are, so both turns go backwards."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1
    scaled = turned @ S
    end = scaled @ R2
    return np.stack([turned, scaled, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Which of the two rotations acts first on a point?",
        "In a product of matrices the one nearest to the point acts first.",
        "The formula in the docstring of q10 says which rotation makes frame 0.",
    ),
)
def last_turn_first(H, W, b):
    """The two rotations are used in the wrong order."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R2.T
    scaled = turned @ S
    end = scaled @ R1.T
    return np.stack([turned, scaled, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Is the input itself one of the five frames?",
        "The first frame is already turned and the last one is after ReLU.",
        "The list of the five frames in q10.",
    ),
)
def starts_with_the_input(H, W, b):
    """The film starts with the input and ends before ReLU."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([H + 0.0, turned, turned @ S, end, end + b])


@mistake(
    "layer_frames",
    hints=(
        "What is the determinant of the matrix that makes your first frame?",
        "Frames 0 and 2 are turns: they keep the sense of rotation. np.linalg.svd alone does not promise that.",
        "The paragraph on mirrors in q6.",
    ),
)
def film_with_reflections(H, W, b):
    """The factors of the SVD are used as they are, reflections included."""
    R2, s, R1 = np.linalg.svd(np.asarray(W, dtype=float).T)
    turned = H @ R1.T
    scaled = turned * s
    end = scaled @ R2.T
    return np.stack([turned, scaled, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Which axis of the result counts the frames?",
        "F[0] should be the whole first frame, with all its points.",
        "The line `Returns` in the docstring of q10.",
    ),
)
def points_before_frames(H, W, b):
    """The axes of frames and points are exchanged."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end + b)], axis=1)


@mistake(
    "layer_frames",
    hints=(
        "What does your film show for a layer that mirrors?",
        "A negative entry of S flips its axis; the sign belongs to the step that scales.",
        "The paragraph on mirrors in q6.",
    ),
)
def flip_left_out(H, W, b):
    """The scaling step ignores the sign in S."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    scaled = turned @ np.abs(S)
    end = scaled @ R2.T
    return np.stack([turned, scaled, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Which matrix does decompose_affine take, and which one does it take apart?",
        "decompose_affine takes the layer's W and transposes it itself.",
        "The docstring of q6 and the formula in the docstring of q10.",
    ),
)
def transpose_taken_apart(H, W, b):
    """W.T is handed to decompose_affine instead of W."""
    R2, S, R1 = decompose_affine(W.T)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Do the points of one frame stand in rows?",
        "Samples are rows in every frame.",
        "The line `Returns` in the docstring of q10.",
    ),
)
def points_stay_columns(H, W, b):
    """The points are columns in every frame."""
    R2, S, R1 = decompose_affine(W)
    turned = R1 @ H.T
    end = R2 @ S @ turned
    shifted = end + b[:, None]
    return np.stack([turned, S @ turned, end, shifted, relu(shifted)])


@mistake(
    "layer_frames",
    hints=(
        "Are the first frames different from each other?",
        "Putting an array into a list does not copy it: what is changed later is changed in the list too.",
        "The line `Returns` in the docstring of q10 says what frame 2 is.",
    ),
)
def only_the_last_frame_kept(H, W, b):
    """All frames but the last are one array, changed in place, so that they show the same points."""
    R2, S, R1 = decompose_affine(W)
    shifted = H @ R1.T @ S @ R2.T + b
    return np.stack([shifted, shifted, shifted, shifted, relu(shifted)])


@mistake(
    "layer_frames",
    hints=(
        "Which frame does the film start with?",
        "Frame 0 is the first turn, frame 4 the end.",
        "The formula in the docstring of q10.",
    ),
)
def frames_backwards(H, W, b):
    """The frames come in the reverse order."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([relu(end + b), end + b, end, turned @ S, turned])


@mistake(
    "layer_frames",
    hints=(
        "What does R1 move, rows or columns?",
        "The three factors move points written as columns; rows are multiplied by the transpose.",
        "The paragraph on rows in q5 and the formula in the docstring of q10.",
    ),
)
def first_turn_backwards(H, W, b):
    """The first turn goes backwards: its matrix is used for rows as it is."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "What does R2 move, rows or columns?",
        "The three factors move points written as columns; rows are multiplied by the transpose.",
        "The paragraph on rows in q5 and the formula in the docstring of q10.",
    ),
)
def second_turn_backwards(H, W, b):
    """The second turn goes backwards: its matrix is used for rows as it is."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2
    return np.stack([turned, turned @ S, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Is frame 0 another frame than H?",
        "The scales are singular values, and the axes they act on are reached by a turn.",
        "The formula in the docstring of q10.",
    ),
)
def nothing_is_turned(H, W, b):
    """Nothing is turned: the lengths of the rows of W are taken for the scales."""
    scaled = H * np.sqrt((W**2).sum(axis=1))
    return np.stack([H * 1.0, scaled, H @ W, H @ W + b, relu(H @ W + b)])
