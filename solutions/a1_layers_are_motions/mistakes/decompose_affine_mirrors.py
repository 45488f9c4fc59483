"""Wrong implementations of decompose_affine that learners write: reflections and their signs."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "decompose_affine",
    hints=(
        "What are the determinants of the two outer factors?",
        "An orthogonal matrix with determinant -1 is a mirror, not a turn; np.linalg.svd may return one or two of them.",
        "The mirror in the worked number of q6: which of the three factors carries the minus sign?",
    ),
)
def reflections_left_in(W):
    """The factors of the SVD are returned as they are, reflections included."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    return U, np.diag(s), Vt


@mistake(
    "decompose_affine",
    hints=(
        "Do your three factors still multiply back to W.T when W mirrors?",
        "Who takes a minus sign out of one factor has to put it into another.",
        "The paragraph on mirrors in q6.",
    ),
)
def sign_dropped(W):
    """Reflections are made rotations, but S does not take over the sign."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    if np.linalg.det(U) < 0:
        U = U @ np.diag([1.0, -1.0])
    if np.linalg.det(Vt) < 0:
        Vt = np.diag([1.0, -1.0]) @ Vt
    return U, np.diag(s), Vt


@mistake(
    "decompose_affine",
    hints=(
        "Which of the two outer factors is the mirror when det W < 0, and is there never one when det W > 0?",
        "Each of the two outer factors can be a mirror: look at both, whatever the sign of det W.",
        "The prediction after q6 counts both cases.",
    ),
)
def only_one_factor_looked_at(W):
    """The left factor is flipped when det W is negative, whichever factor is the reflection."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(W) < 0:
        U, S = U @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ S
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "What is the determinant of your R1?",
        "Each of the two outer factors can be a mirror: look at both.",
        "The line on R1 and R2 in the docstring of q6.",
    ),
)
def left_factor_only(W):
    """Only the left factor of the SVD is made a rotation."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U, S = U @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ S
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "What is the determinant of your R2?",
        "Each of the two outer factors can be a mirror: look at both.",
        "The line on R1 and R2 in the docstring of q6.",
    ),
)
def right_factor_only(W):
    """Only the right factor of the SVD is made a rotation."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(Vt) < 0:
        S, Vt = S @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ Vt
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "What becomes of S when both outer factors change a sign?",
        "Every change of sign goes into S: two of them cancel.",
        "The paragraph on mirrors in q6.",
    ),
)
def two_signs_make_one_minus(W):
    """Where both factors are mirrors S gets one minus sign instead of two, which cancel."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    left, right = np.linalg.det(U) < 0, np.linalg.det(Vt) < 0
    if left:
        U = U * [1.0, -1.0]
    if right:
        Vt = Vt * [[1.0], [-1.0]]
    if left or right:
        S[1, 1] = -S[1, 1]
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "Where does the sign go that you take out of the third factor?",
        "Who takes a minus sign out of one factor has to put it into another, on both sides.",
        "The paragraph on mirrors in q6.",
    ),
)
def sign_of_the_right_factor_lost(W):
    """The sign taken out of the right factor goes nowhere."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U, S = U @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ S
    if np.linalg.det(Vt) < 0:
        Vt = np.diag([1.0, -1.0]) @ Vt
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "Where does the sign go that you take out of the first factor?",
        "Who takes a minus sign out of one factor has to put it into another, on both sides.",
        "The paragraph on mirrors in q6.",
    ),
)
def sign_of_the_left_factor_lost(W):
    """The sign taken out of the left factor goes nowhere."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U = U @ np.diag([1.0, -1.0])
    if np.linalg.det(Vt) < 0:
        S, Vt = S @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ Vt
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "Which entry of S belongs to the column whose sign you changed?",
        "Column k of the left factor, entry k of S and row k of the right factor belong together.",
        "The paragraph on mirrors in q6.",
    ),
)
def sign_on_the_other_axis(W):
    """The sign is taken from one axis of a rotation and given to the other axis of S."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U, S = U @ np.diag([1.0, -1.0]), np.diag([-1.0, 1.0]) @ S
    if np.linalg.det(Vt) < 0:
        S, Vt = S @ np.diag([-1.0, 1.0]), np.diag([1.0, -1.0]) @ Vt
    return U, S, Vt
