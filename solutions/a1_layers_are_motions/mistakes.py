"""Wrong implementations of a1 that learners do write, each with three hints: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import decompose_affine, relu, rotation


@mistake(
    "count_parameters",
    hints=(
        "Which numbers of a layer are not in W?",
        "Every output neuron learns one number more than it has inputs.",
        "The worked number of q1 counts them one neuron at a time.",
    ),
)
def weights_only(D, M):
    """The biases are not counted."""
    return D * M


@mistake(
    "count_parameters",
    hints=(
        "Does a bias belong to an input or to a neuron?",
        "There are as many biases as there are outputs.",
        "The row for b in the notation table gives its shape.",
    ),
)
def one_bias_per_input(D, M):
    """One bias is counted for every input instead of every output."""
    return D * M + D


@mistake(
    "affine_forward",
    hints=(
        "What should the layer return when all inputs are 0?",
        "A sample of zeros goes to the bias.",
        "The worked number of q2 has one more step after the three sums.",
    ),
)
def forgets_the_bias(X, W, b):
    """The bias is not added."""
    return X @ W


@mistake(
    "affine_forward",
    hints=(
        "Is there one bias for every sample or one for every neuron?",
        "Every row of the result gets the same bias.",
        "The row for b in the notation table gives its shape.",
    ),
)
def bias_for_every_row(X, W, b):
    """The bias is added to every column instead of every row."""
    return X @ W + b.reshape(-1, 1)


@mistake(
    "affine_forward",
    hints=(
        "Which axis of W is as long as a sample?",
        "In a product the inner lengths have to agree; with rows as samples W needs no transpose.",
        "The row for W in the notation table says what its rows and columns are.",
    ),
)
def weights_transposed(X, W, b):
    """W is transposed before the product."""
    return X @ W.T + b


@mistake(
    "affine_forward",
    hints=(
        "Which of numpy's two products multiplies entry by entry?",
        "Every output is a sum over all inputs, so the product has to be one of matrices.",
        "The worked number of q2 adds two products for each output.",
    ),
)
def entry_by_entry_product(X, W, b):
    """The product is taken entry by entry instead of as a product of matrices."""
    return X * W + b


@mistake(
    "affine_forward",
    hints=(
        "Which sign has the bias in the formula?",
        "A positive bias makes the output larger.",
        "The last step in the worked number of q2.",
    ),
)
def bias_subtracted(X, W, b):
    """The bias is subtracted instead of added."""
    return X @ W - b


@mistake(
    "affine_forward",
    hints=(
        "Is the bias multiplied by the weights?",
        "The weights act on the inputs, the bias on what comes out.",
        "The shape of b in the notation table: it fits the outputs, not the inputs.",
    ),
)
def bias_before_the_weights(X, W, b):
    """The bias is added to the inputs, before the weights."""
    return (X + b) @ W


@mistake(
    "affine_forward",
    hints=(
        "How many rows should come back for a batch of four?",
        "Every sample of the batch gets a row of its own in the result.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def first_row_only(X, W, b):
    """Only the first sample of the batch is computed."""
    return X[0] @ W + b


@mistake(
    "affine_forward",
    hints=(
        "How often is the bias added to one output?",
        "The sum runs over the inputs; the bias is not part of what is repeated.",
        "In the worked number of q2 each bias appears once.",
    ),
)
def bias_for_every_input(X, W, b):
    """The bias is added once for every input."""
    return sum(np.outer(X[:, d], W[d]) + b for d in range(X.shape[1]))


@mistake(
    "affine_forward",
    hints=(
        "How many digits does a float32 keep?",
        "The course computes in float64, which keeps about 16 digits.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def rounds_to_float32(X, W, b):
    """The numbers are rounded to float32 on the way."""
    return (X.astype(np.float32) @ W.astype(np.float32) + b.astype(np.float32)).astype(float)


@mistake(
    "affine_forward",
    hints=(
        "Is b the same after the call as before?",
        "A function leaves its inputs as they are, their shapes included.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def reshapes_its_input(X, W, b):
    """The bias is given another shape in place."""
    b.shape = (1, -1)
    return X @ W + b


@mistake(
    "from_columns",
    hints=(
        "Which shape does W need so that a row of D numbers can be multiplied with it?",
        "The article puts one neuron in each row, this course puts one neuron in each column.",
        "The two rows for W and W_seed in the notation table.",
    ),
)
def left_as_it_is(W_seed, b):
    """W_seed is returned as it is."""
    return W_seed, b


@mistake(
    "from_columns",
    hints=(
        "Do rows become columns, or are the numbers only cut into rows of another length?",
        "Weight d of neuron m stays weight d of neuron m; only its place changes.",
        "Compare the second row of W in the worked number of q3.",
    ),
)
def reshaped_only(W_seed, b):
    """The numbers are reshaped, not transposed."""
    return W_seed.reshape(W_seed.shape[::-1]), b


@mistake(
    "from_columns",
    hints=(
        "Should the new layer undo the old one, or do the same?",
        "Both layers give the same numbers, so no weight changes its value.",
        "The worked number of q3: the same six weights stand in both matrices.",
    ),
)
def inverts_the_layer(W_seed, b):
    """The matrix is inverted instead of rewritten."""
    return np.linalg.pinv(W_seed), b


@mistake(
    "from_columns",
    hints=(
        "What happens to the bias when points are written as rows?",
        "The bias is added in both ways of writing.",
        "The two formulas at the start of q3.",
    ),
)
def bias_negated(W_seed, b):
    """The sign of the bias is changed."""
    return W_seed.T, -b


@mistake(
    "from_columns",
    hints=(
        "In which order are the two results asked for?",
        "The weights come first, the bias second.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def bias_first(W_seed, b):
    """The two results come in the wrong order."""
    return b, W_seed.T


@mistake(
    "from_columns",
    hints=(
        "How many things does the function return?",
        "A layer is two arrays: both are returned, as a tuple.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def bias_left_out(W_seed, b):
    """Only the matrix is returned."""
    return W_seed.T


@mistake(
    "from_columns",
    hints=(
        "Does the first neuron stay the first?",
        "Neurons keep their order; nothing is turned or mirrored but rows and columns trade places.",
        "Compare the order of the columns in the worked number of q3.",
    ),
)
def turned_by_a_quarter(W_seed, b):
    """The matrix is turned by a quarter instead of transposed."""
    return np.rot90(W_seed), b


@mistake(
    "from_columns",
    hints=(
        "Can b be added to every row of a (N, M) array in this shape?",
        "With samples as rows the bias has one axis.",
        "The row for b in the notation table gives its shape.",
    ),
)
def bias_as_a_column(W_seed, b):
    """The bias is returned as a column."""
    return W_seed.T, b[:, np.newaxis]


@mistake(
    "rotation",
    hints=(
        "Where does (1, 0) go when it turns by 30 degrees counter-clockwise: above or below axis 1?",
        "Counter-clockwise, (1, 0) turns towards (0, 1).",
        "The worked number of q4 follows both unit vectors.",
    ),
)
def clockwise(degrees):
    """The turn is clockwise."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "In which unit do numpy's sine and cosine take an angle?",
        "np.sin and np.cos work in radians; a half turn is pi radians.",
        "The paragraph on units in q4.",
    ),
)
def degrees_taken_as_radians(degrees):
    """Degrees are used as if they were radians."""
    return np.array([[np.cos(degrees), -np.sin(degrees)], [np.sin(degrees), np.cos(degrees)]])


@mistake(
    "rotation",
    hints=(
        "Should 180 degrees become about 3 or about 10000?",
        "A half turn is 180 degrees or pi radians, so the number of radians is the smaller one.",
        "The paragraph on units in q4.",
    ),
)
def converted_the_wrong_way(degrees):
    """The angle is converted from radians to degrees instead of the other way."""
    a = np.rad2deg(degrees)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which matrix leaves every point where it is, and do you get it for 0 degrees?",
        "At 0 degrees every cosine is 1 and every sine is 0.",
        "The worked number of q4: which of the two numbers is on the diagonal?",
    ),
)
def sine_and_cosine_swapped(degrees):
    """Sine and cosine are exchanged."""
    a = np.deg2rad(degrees)
    return np.array([[np.sin(a), -np.cos(a)], [np.cos(a), np.sin(a)]])


@mistake(
    "rotation",
    hints=(
        "Does your matrix keep the length of (0, 1)?",
        "The two columns of a rotation are perpendicular: their product adds up to 0.",
        "The signs in the worked number of q4.",
    ),
)
def minus_sign_lost(degrees):
    """The minus sign is missing, so the result is no rotation."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "What is the determinant of your matrix?",
        "A rotation has determinant +1; a mirror has -1.",
        "The second column in the worked number of q4.",
    ),
)
def mirror_instead_of_turn(degrees):
    """The matrix is a reflection."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [np.sin(a), -np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Where does your matrix for 90 degrees take (1, 0)?",
        "A full turn is 360 degrees or 2 pi radians.",
        "The paragraph on units in q4.",
    ),
)
def half_the_angle(degrees):
    """The turn is only half as large as asked for."""
    a = np.pi * degrees / 360
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "How many digits does your matrix keep?",
        "The text shows six digits to be short; the function keeps all of them.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def rounded(degrees):
    """The entries are rounded to six digits."""
    a = np.deg2rad(degrees)
    return np.round(np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]), 6)


@mistake(
    "make_layer",
    hints=(
        "The product of the three matrices moves columns: what moves rows?",
        "The matrix that acts on rows is not the matrix of the drawing.",
        "What q3 does with a matrix written for columns.",
    ),
)
def still_for_columns(deg1, scales, deg2, shift):
    """The matrix is the one for columns: it is not transposed."""
    return rotation(deg2) @ np.diag(scales) @ rotation(deg1), shift


@mistake(
    "make_layer",
    hints=(
        "Which of the two turns does the point meet first?",
        "In a product of matrices the one nearest to the point acts first.",
        "The formula in the docstring of q5, read from right to left.",
    ),
)
def turns_exchanged(deg1, scales, deg2, shift):
    """The two turns are exchanged."""
    return (rotation(deg1) @ np.diag(scales) @ rotation(deg2)).T, shift


@mistake(
    "make_layer",
    hints=(
        "What becomes of a product when it is transposed?",
        "For rows the steps stand in reading order, and each of the three matrices has to be one for rows.",
        "The paragraph on rows in q5.",
    ),
)
def reading_order_without_transposes(deg1, scales, deg2, shift):
    """The steps stand in reading order, but the rotations are those for columns."""
    return rotation(deg1) @ np.diag(scales) @ rotation(deg2), shift


@mistake(
    "make_layer",
    hints=(
        "Between which two steps are the axes scaled?",
        "First a turn, then the scales, then the other turn.",
        "The formula in the docstring of q5.",
    ),
)
def scales_last(deg1, scales, deg2, shift):
    """The scaling comes after both turns."""
    return (np.diag(scales) @ rotation(deg2) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Is the first thing that happens to a point a turn?",
        "First a turn, then the scales, then the other turn.",
        "The formula in the docstring of q5: what stands nearest to the point?",
    ),
)
def scales_first(deg1, scales, deg2, shift):
    """The scaling comes before both turns."""
    return (rotation(deg2) @ rotation(deg1) @ np.diag(scales)).T, shift


@mistake(
    "make_layer",
    hints=(
        "How many turns are in the motion?",
        "There is a turn before the scales and another one after them.",
        "The list of steps at the start of q5.",
    ),
)
def second_turn_forgotten(deg1, scales, deg2, shift):
    """The second turn is left out."""
    return (np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Is the shift turned and scaled too?",
        "The shift comes last, after everything else has been done to the point.",
        "The list of steps at the start of q5.",
    ),
)
def shift_moved_too(deg1, scales, deg2, shift):
    """The shift is sent through the motion as if it came first."""
    W = (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T
    return W, shift @ W


@mistake(
    "make_layer",
    hints=(
        "Where should a point at the origin end?",
        "The turns and scales leave the origin where it is; the shift is added.",
        "The worked number of q5.",
    ),
)
def shift_backwards(deg1, scales, deg2, shift):
    """The shift has the wrong sign."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, -shift


@mistake(
    "make_layer",
    hints=(
        "What should a factor of -1 do to an axis?",
        "A negative factor flips its axis; its sign is part of the motion.",
        "The line on `scales` in the docstring of q5.",
    ),
)
def flips_lost(deg1, scales, deg2, shift):
    """The signs of the scales are dropped."""
    return (rotation(deg2) @ np.diag(np.abs(scales)) @ rotation(deg1)).T, shift


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
    "relu",
    hints=(
        "Does the array you were given still hold its negative numbers afterwards?",
        "A function leaves its inputs as they are: it writes into a new array or into a copy.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def writes_into_its_input(A):
    """The zeros are written into the input."""
    A[A < 0] = 0
    return A


@mistake(
    "relu",
    hints=(
        "What should -2 become?",
        "A negative entry becomes 0, whatever its size.",
        "The worked number of q7.",
    ),
)
def absolute_value(A):
    """Negative entries are made positive instead of 0."""
    return np.abs(A)


@mistake(
    "relu",
    hints=(
        "Should 1.5 come out as 1.5 or as 1?",
        "A positive entry keeps its size.",
        "The worked number of q7.",
    ),
)
def mask_only(A):
    """The result is 1 where the entry is positive, not the entry itself."""
    return (A > 0).astype(float)


@mistake(
    "relu",
    hints=(
        "Does your result have as many entries as the input?",
        "np.max looks for the largest entry along an axis; ReLU treats every entry alone.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def largest_along_an_axis(A):
    """The maximum is taken along an axis instead of entry by entry."""
    return np.max(A, 0)


@mistake(
    "relu",
    hints=(
        "What does a point with one negative coordinate become?",
        "Every entry is treated alone: one negative entry leaves the others as they are.",
        "The picture after q7: points beside the quadrant land on an axis.",
    ),
)
def whole_point_to_zero(A):
    """A point with one negative entry is sent to the origin as a whole."""
    return A * (A > 0).all(axis=-1, keepdims=True)


@mistake(
    "relu",
    hints=(
        "Which side does ReLU keep?",
        "Positive entries stay, negative ones become 0.",
        "The worked number of q7.",
    ),
)
def keeps_the_negative_side(A):
    """The negative entries are kept and the positive ones become 0."""
    return np.minimum(A, 0)


@mistake(
    "relu",
    hints=(
        "What is left of a negative entry?",
        "ReLU has no slope on the negative side; a function that has one is called leaky ReLU.",
        "The formula in the docstring of q7.",
    ),
)
def leaks(A):
    """Negative entries are made small instead of 0."""
    return np.where(A > 0, A, 0.01 * A)


@mistake(
    "relu",
    hints=(
        "Is there a largest value that ReLU can return?",
        "Positive entries stay as they are, large ones too.",
        "The worked number of q7 has an entry larger than 1.",
    ),
)
def capped_at_one(A):
    """Entries larger than 1 are cut to 1."""
    return np.clip(A, 0, 1)


@mistake(
    "relu",
    hints=(
        "Can a whole array be asked whether it is larger than a number?",
        "Python's `if` and `max` want one answer, yes or no, and an array has an answer for each entry.",
        "The formula in the docstring of q7 speaks of every entry.",
    ),
)
def python_max(A):
    """An array is asked as a whole whether it is positive, by Python's max or by an if."""
    return max(0, A)


@mistake(
    "quadrant_kind",
    hints=(
        "Which coordinate is 0 for a point on axis 1?",
        "On axis 1 the first coordinate is positive and the second is 0.",
        "The second point in the worked number of q8.",
    ),
)
def axes_exchanged(A):
    """Axis 1 and axis 2 are exchanged."""
    is_zero = relu(A) == 0
    return is_zero[:, 0] + 2 * is_zero[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Is a point with a coordinate of exactly 0 inside the quadrant or on its border?",
        "Inside means that both coordinates are positive; 0 is not positive.",
        "The last point in the worked number of q8.",
    ),
)
def zero_counts_as_inside(A):
    """A coordinate of exactly 0 is counted as positive."""
    return 2 * (A[:, 0] < 0) + (A[:, 1] < 0)


@mistake(
    "quadrant_kind",
    hints=(
        "How do you tell a point on axis 1 from one on axis 2?",
        "It matters which coordinate becomes 0, not only how many do.",
        "The list of the four kinds in q8.",
    ),
)
def counts_zeros(A):
    """The kind is the number of coordinates that become 0."""
    return (relu(A) == 0).sum(axis=1)


@mistake(
    "quadrant_kind",
    hints=(
        "With which number does the list of kinds start?",
        "The kinds run from 0 to 3.",
        "The list of the four kinds in q8.",
    ),
)
def numbered_from_one(A):
    """The kinds are numbered from 1."""
    is_zero = relu(A) == 0
    return 1 + 2 * is_zero[:, 0] + is_zero[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Which type of number is a kind?",
        "A kind is a label, and labels are integers here.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def kinds_as_floats(A):
    """The kinds are floats instead of integers."""
    kind = np.zeros(len(A))
    H = relu(A)
    kind[H[:, 1] == 0] += 1
    kind[H[:, 0] == 0] += 2
    return kind


@mistake(
    "quadrant_kind",
    hints=(
        "Which branch does a point reach whose two coordinates are both negative?",
        "The first condition that holds decides; a point with two negative coordinates meets an earlier one.",
        "The fourth point in the worked number of q8.",
    ),
)
def origin_never_reached(A):
    """Points that land at the origin are taken for points on an axis."""
    return np.where(A[:, 0] <= 0, 2, np.where(A[:, 1] <= 0, 1, 0))


@mistake(
    "quadrant_kind",
    hints=(
        "Are the kinds numbered like the quadrants in school?",
        "The number says where the point lands after ReLU, not in which quadrant it starts.",
        "The list of the four kinds in q8.",
    ),
)
def school_numbers(A):
    """The quadrants are numbered counter-clockwise, as in school."""
    H = relu(A)
    return np.array([(0 if y > 0 else 3) if x > 0 else (1 if y > 0 else 2) for x, y in H])


@mistake(
    "quadrant_kind",
    hints=(
        "How many axes should the result have?",
        "There is one number for each point, so the result has a single axis.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def kinds_as_a_column(A):
    """The kinds are returned as a column."""
    is_zero = relu(A) == 0
    return (2 * is_zero[:, 0] + is_zero[:, 1])[:, np.newaxis]


@mistake(
    "orthant_fraction",
    hints=(
        "Do you count points or coordinates?",
        "A point is untouched only if every one of its coordinates is positive.",
        "The formula in the docstring of q9.",
    ),
)
def share_of_coordinates(n, samples, rng):
    """The share of positive coordinates is returned, not of untouched points."""
    return float((rng.standard_normal((samples, n)) > 0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is one positive coordinate enough for a point to stay as it is?",
        "A point is untouched only if every one of its coordinates is positive.",
        "The formula in the docstring of q9.",
    ),
)
def any_positive_coordinate(n, samples, rng):
    """Points with at least one positive coordinate are counted."""
    return float((rng.standard_normal((samples, n)) > 0).any(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Which points does ReLU leave untouched, and which does it send to the origin?",
        "Here both kinds are equally likely, but only one of them is asked for.",
        "Kinds 0 and 3 in the list of q8.",
    ),
)
def sent_to_the_origin(n, samples, rng):
    """The points that ReLU sends to the origin are counted."""
    return float((rng.standard_normal((samples, n)) < 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Does your result change when other points are drawn?",
        "The share is found by trying: it is a number of points divided by the number of points.",
        "The formula in the docstring of q9.",
    ),
)
def formula_without_trying(n, samples, rng):
    """The theoretical value is returned; no point is drawn."""
    return 0.5**n


@mistake(
    "orthant_fraction",
    hints=(
        "Where do your random numbers come from?",
        "Chance comes from the generator that is handed in, so that the caller decides what is repeated.",
        "The row for rng in the notation table.",
    ),
)
def own_generator(n, samples, rng):
    """A generator of its own is made and rng is ignored."""
    rng = np.random.default_rng(0)
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Can the numbers you draw be negative?",
        "Standard normal numbers are negative half of the time.",
        "The formula in the docstring of q9 names the distribution.",
    ),
)
def uniform_numbers(n, samples, rng):
    """The numbers are drawn between 0 and 1."""
    return float((rng.random((samples, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is a share larger than 1 possible?",
        "A share is a number of points divided by how many there are.",
        "The formula in the docstring of q9.",
    ),
)
def number_instead_of_share(n, samples, rng):
    """The number of points is returned, not their share."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).sum())


@mistake(
    "orthant_fraction",
    hints=(
        "Along which axis do you ask whether all entries are positive?",
        "The question is asked for every point: over its n coordinates, not over the samples.",
        "The formula in the docstring of q9.",
    ),
)
def asked_along_the_wrong_axis(n, samples, rng):
    """It is asked of every coordinate whether all points are positive there."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many points did the caller ask for?",
        "The number of points is an argument of the function.",
        "The line on `samples` in the docstring of q9.",
    ),
)
def always_a_thousand(n, samples, rng):
    """A thousand points are drawn whatever is asked for."""
    return float((rng.standard_normal((1000, n)) > 0).all(axis=1).mean())


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
    "standardize",
    hints=(
        "By which number is the sum of squares divided?",
        "Here std is the root of the mean over all N rows.",
        "The formula in the docstring of q11.",
    ),
)
def divides_by_n_minus_one(X):
    """The standard deviation divides by N - 1."""
    mean = X.mean(axis=0)
    centred = X - mean
    std = np.sqrt((centred**2).sum(axis=0) / max(len(X) - 1, 1))
    return centred / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "Is there a mean for every row or for every column?",
        "A column is one feature of all samples; mean and std belong to features.",
        "The line `Returns` in the docstring of q11: how long is mean?",
    ),
)
def row_after_row(X):
    """Every row is standardised instead of every column."""
    mean, std = X.mean(axis=1), X.std(axis=1)
    return (X - mean[:, None]) / np.where(std == 0, 1.0, std)[:, None], mean, std


@mistake(
    "standardize",
    hints=(
        "How many means does an array of three columns have?",
        "Every column has a mean and a std of its own.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def one_mean_for_all(X):
    """One mean and one standard deviation are used for the whole array."""
    mean, std = np.full(X.shape[1], X.mean()), np.full(X.shape[1], X.std())
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "In which unit is the number you divide by: that of the column, or its square?",
        "The variance is the mean of the squares; the standard deviation is its root.",
        "The worked number of q11.",
    ),
)
def variance_instead_of_std(X):
    """The variance is used instead of the standard deviation."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.where(var == 0, 1.0, var), mean, var


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
        "What is the standard deviation of the columns you return?",
        "Two things are done to a column: one moves it, the other changes its width.",
        "The formula in the docstring of q11.",
    ),
)
def only_centred(X):
    """The mean is subtracted, but nothing is divided by the standard deviation."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return X - mean, mean, std


@mistake(
    "standardize",
    hints=(
        "Where do the smallest and the largest entry of your columns lie?",
        "Standardised columns have mean 0; columns squeezed between 0 and 1 do not.",
        "The formula in the docstring of q11.",
    ),
)
def between_zero_and_one(X):
    """The columns are squeezed between 0 and 1."""
    low, width = X.min(axis=0), X.max(axis=0) - X.min(axis=0)
    return (X - low) / np.where(width == 0, 1.0, width), X.mean(axis=0), X.std(axis=0)
