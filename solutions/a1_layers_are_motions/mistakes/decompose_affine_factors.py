"""Wrong implementations of decompose_affine that learners write: which factors, in which form."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "decompose_affine",
    hints=(
        "Does your product give W or W.T?",
        "The factors move points of a drawing, which are columns; W moves rows.",
        "The formula in the docstring of q6.",
    ),
)
def of_the_rows(W):
    """W is taken apart instead of W.T."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float))
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2, S, R1


@mistake(
    "decompose_affine",
    hints=(
        "Which shape has the middle factor?",
        "All three factors are matrices; np.linalg.svd gives the stretches as a list of two numbers.",
        "The line `Returns` in the docstring of q6.",
    ),
)
def stretches_as_a_vector(W):
    """S is returned as a vector instead of a matrix."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2, np.diag(S), R1


@mistake(
    "decompose_affine",
    hints=(
        "What does np.linalg.svd return third, V or its transpose?",
        "The three results of np.linalg.svd multiply back to its argument just as they are.",
        "The paragraph on numpy in q6.",
    ),
)
def third_factor_transposed(W):
    """The third factor of the SVD is transposed once too often."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2, S, R1.T


@mistake(
    "decompose_affine",
    hints=(
        "In which order should the three factors come back?",
        "The factor that acts last on a point comes first in the product and in the result.",
        "The line `Returns` in the docstring of q6.",
    ),
)
def factors_in_the_wrong_order(W):
    """The two rotations are exchanged in the result."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R1, S, R2


@mistake(
    "decompose_affine",
    hints=(
        "Is the stretch of a direction an eigenvalue of M.T @ M, or something smaller?",
        "M.T @ M applies the stretch twice.",
        "Compare with 1.5 and 0.8, the stretches in the text of q6.",
    ),
)
def stretches_squared(W):
    """S holds the squares of the singular values."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2, S @ np.abs(S), R1


@mistake(
    "decompose_affine",
    hints=(
        "What does your function divide by when W squashes the plane onto a line?",
        "A stretch can be 0. The rotations still exist; they are not found by dividing by that stretch.",
        "The first line after the formula in the docstring of q6 says which matrices are allowed.",
    ),
)
def divides_by_a_stretch(W):
    """One rotation is found by dividing by the stretches, which fails when one of them is 0."""
    M = np.asarray(W, dtype=float).T
    R1 = np.linalg.svd(M)[2]
    R1 = R1 * [[1], [round(np.linalg.det(R1))]]
    images = M @ R1.T
    lengths = np.sqrt((images**2).sum(axis=0)) * np.array([1.0, np.sign(np.linalg.det(M))])
    with np.errstate(divide="ignore", invalid="ignore"):
        return images / lengths, np.diag(lengths), R1


@mistake(
    "decompose_affine",
    hints=(
        "Is your middle factor diagonal?",
        "A turn and a symmetric stretch are two factors; the symmetric one has to be taken apart once more.",
        "The properties of S in the docstring of q6.",
    ),
)
def turn_and_symmetric_stretch(W):
    """The polar decomposition is returned: its middle factor is symmetric, not diagonal."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2 @ R1, R1.T @ S @ R1, np.eye(2)


@mistake(
    "decompose_affine",
    hints=(
        "Are the eigenvectors of your matrix perpendicular?",
        "Eigenvectors of a matrix that is not symmetric are not perpendicular, so they are no rotation; stretches are singular values.",
        "The properties of R1 and R2 in the docstring of q6.",
    ),
)
def eigenvectors_for_turns(W):
    """Eigenvectors and eigenvalues are used."""
    values, vectors = np.linalg.eig(np.asarray(W, dtype=float).T)
    return vectors, np.diag(values), np.linalg.inv(vectors)


@mistake(
    "decompose_affine",
    hints=(
        "Is what is left a rotation once every row has length 1?",
        "The axes that are stretched have to be turned into place first; the rows of a layer are seldom perpendicular.",
        "The properties of R1 and R2 in the docstring of q6.",
    ),
)
def stretches_are_lengths_of_rows(W):
    """Nothing is turned first: the stretches are the lengths of the rows of W.T."""
    s = np.sqrt((np.asarray(W, dtype=float) ** 2).sum(axis=0))
    return np.eye(2), np.diag(s), W.T / np.where(s == 0, 1.0, s)[:, None]


@mistake(
    "decompose_affine",
    hints=(
        "Do your three factors multiply back to W.T?",
        "The triangular factor of QR has an entry beside the diagonal, which cannot be thrown away.",
        "The properties of S in the docstring of q6.",
    ),
)
def turn_and_triangle(W):
    """Only the diagonal of the triangular factor of a QR decomposition is kept."""
    Q, R = np.linalg.qr(np.asarray(W, dtype=float).T)
    return Q, np.diag(np.diag(R)), np.eye(2)


@mistake(
    "decompose_affine",
    hints=(
        "How many digits do your three factors keep when they are multiplied back?",
        "The course computes in float64, which keeps about 16 digits.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def single_precision_factors(W):
    """The factors are computed in float32."""
    U, s, Vt = (part.astype(float) for part in np.linalg.svd(np.asarray(W, dtype=np.float32).T))
    du, dv = np.sign(np.linalg.det(U)), np.sign(np.linalg.det(Vt))
    return U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
