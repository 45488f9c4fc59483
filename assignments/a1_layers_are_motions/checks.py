"""Public checks of a1: worked numbers, shapes, inputs left as they were."""

import numpy as np

from autograder.checking import check, each, expect, rng


@check("q1", points=0)
def weights_and_biases(count_parameters):
    """A layer from 3 inputs to 2 outputs learns 8 numbers, one from 784 to 10 learns 7850."""
    small, large = each(count_parameters, [(3, 2), (784, 10)])
    small.equals(8)
    large.equals(7850)


@check("q2", points=2)
def one_row_by_hand(affine_forward):
    """The row (1, 2) goes to (15, 24, 37), as worked out by hand."""
    X = np.array([[1.0, 2.0]])
    W = np.array([[3.0, 0.0, -1.0], [1.0, 2.0, 4.0]])
    b = np.array([10.0, 20.0, 30.0])
    expect(affine_forward, X, W, b).equals(np.array([[15.0, 24.0, 37.0]]))


@check("q2", points=1)
def a_batch_of_rows(affine_forward):
    """Four rows of three numbers become four rows of two, and no input is changed."""
    X = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]])
    W = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    b = np.array([0.5, -0.5])
    right = np.array([[1.5, 1.5], [3.5, 3.5], [5.5, 5.5], [0.5, -0.5]])
    expect(affine_forward, X, W, b).has_shape((4, 2)).equals(right).unchanged()


@check("q3", points=1)
def three_neurons_by_hand(from_columns):
    """Three neurons with two inputs each: W has two rows and three columns, b stays, no input is changed."""
    W_seed = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    b = np.array([7.0, 8.0, 9.0])
    right = (np.array([[1.0, 3.0, 5.0], [2.0, 4.0, 6.0]]), b)
    expect(from_columns, W_seed, b).equals(right).unchanged()


@check("q4", points=1)
def thirty_and_ninety_degrees(rotation):
    """The matrices for 30 and 90 degrees are the ones in the text."""
    thirty, ninety = each(rotation, [(30,), (90,)])
    thirty.equals(np.array([[0.866025, -0.5], [0.5, 0.866025]]), atol=5e-7)
    ninety.equals(np.array([[0.0, -1.0], [1.0, 0.0]]))


@check("q5", points=2)
def the_layer_of_the_article(make_layer):
    """Turn 30, scale by 0.8 and 1.5, turn -20, shift left and down: W is the matrix in the text, b is the shift."""
    call = expect(make_layer, 30, np.array([0.8, 1.5]), -20, np.array([-1.1, -0.9]))
    W = np.array([[0.907553, 0.467811], [0.068420, 1.357505]])
    call.equals((W, np.array([-1.1, -0.9])), atol=5e-7).unchanged()


@check("q5", points=1)
def one_corner_by_hand(make_layer):
    """The point (1, 0) turns to (0, 1), is scaled to (0, 1), and the shift takes it to (5, 6)."""
    W, b = expect(make_layer, 90, np.array([2.0, 1.0]), 0, np.array([5.0, 5.0])).unpack(2)
    W.has_shape((2, 2)).has_dtype("float").finite()
    b.has_shape((2,)).finite()
    moved = np.array([1.0, 0.0]) @ W.value + b.value
    W.holds(np.allclose(moved, [5.0, 6.0], rtol=0, atol=1e-9), f"(1, 0) @ W + b is {moved.round(6)}, not (5, 6)")


@check("q6", points=3)
def takes_the_article_apart(decompose_affine):
    """The layer of the article: two rotations, a diagonal with 1.5 and 0.8 up to sign, and their product is W.T."""
    W = np.array([[0.907553, 0.467811], [0.068420, 1.357505]])
    R2, S, R1 = expect(decompose_affine, W).unchanged().unpack(3)
    for part in (R2, S, R1):
        part.has_shape((2, 2)).has_dtype("float").finite()
    product = R2.value @ S.value @ R1.value
    R2.holds(np.allclose(product, W.T, rtol=0, atol=1e-7), f"R2 @ S @ R1 is not W.T, it is {product.round(6).tolist()}")
    off_diagonal = np.abs(S.value[[0, 1], [1, 0]])
    S.holds(np.all(off_diagonal < 1e-7), "S is not diagonal: an entry off the diagonal is not 0")
    sizes = np.sort(np.abs(np.diag(S.value)))
    S.holds(np.allclose(sizes, [0.8, 1.5], rtol=0, atol=1e-6), "the entries of S are not 1.5 and 0.8 up to order and sign")
    for R in (R2, R1):
        R.holds(np.allclose(R.value.T @ R.value, np.eye(2), rtol=0, atol=1e-7), "R.T @ R is not the identity: a rotation keeps lengths")
        R.holds(np.linalg.det(R.value) > 0, "det R is -1: this is a reflection, not a rotation")


@check("q6", points=1)
def takes_a_mirror_apart(decompose_affine):
    """The mirror that swaps both axes: R1 and R2 are rotations, the flip is in S."""
    W = np.array([[0.0, 1.0], [1.0, 0.0]])
    R2, S, R1 = expect(decompose_affine, W).unpack(3)
    for part in (R2, S, R1):
        part.has_shape((2, 2)).has_dtype("float").finite()
    product = R2.value @ S.value @ R1.value
    R2.holds(np.allclose(product, W.T, rtol=0, atol=1e-7), f"R2 @ S @ R1 is not W.T, it is {product.round(6).tolist()}")
    S.holds(np.all(np.abs(S.value[[0, 1], [1, 0]]) < 1e-7), "S is not diagonal: an entry off the diagonal is not 0")
    for R in (R2, R1):
        R.holds(np.allclose(R.value.T @ R.value, np.eye(2), rtol=0, atol=1e-7), "R.T @ R is not the identity: a rotation keeps lengths")
        R.holds(np.linalg.det(R.value) > 0, "det R is -1: this is a reflection, not a rotation")


@check("q7", points=1)
def signs_by_hand(relu):
    """Positive entries stay, negative entries and zeros become 0, and the input is not changed."""
    A = np.array([[1.5, -2.0], [-0.5, 0.0], [-3.0, 4.0]])
    expect(relu, A).equals(np.array([[1.5, 0.0], [0.0, 0.0], [0.0, 4.0]])).unchanged()


@check("q8", points=2)
def five_points_by_hand(quadrant_kind):
    """One point of each kind and one on axis 1: the kinds are 0, 1, 2, 3, 1."""
    A = np.array([[2.0, 1.0], [2.0, -1.0], [-2.0, 1.0], [-2.0, -1.0], [2.0, 0.0]])
    expect(quadrant_kind, A).equals(np.array([0, 1, 2, 3, 1])).unchanged()


@check("q9", points=1)
def a_quarter_of_the_plane(orthant_fraction):
    """In the plane about a quarter of the points stays untouched."""
    call = expect(orthant_fraction, 2, 6007, rng(1, 9, 1)).has_shape(()).has_dtype("float").finite()
    spread = np.sqrt(0.25 * 0.75 / 6007)
    call.holds(abs(call.value - 0.25) < 6 * spread, f"{float(call.value):.4f} is more than 6 standard errors away from 1/4")


@check("q9", points=1)
def a_share_of_the_samples(orthant_fraction):
    """The result is a whole number of points divided by the number of points."""
    for call in each(orthant_fraction, [(1, 997, rng(1, 9, 2)), (3, 1009, rng(1, 9, 3))]):
        call.has_shape(()).has_dtype("float").finite()
        points = float(call.value) * call.args[1]
        call.holds(0 < points < call.args[1], "with so many points some are untouched and some are not: the share lies between 0 and 1")
        call.holds(abs(points - round(points)) < 1e-6, f"{call.args[1]} times the result is {points:.3f}, which is no number of points")


@check("q10", points=3)
def the_film_of_the_article(layer_frames):
    """Frames 2, 3 and 4 of the article's layer end where the layer does; frames 0 and 2 are turns, frame 1 scales."""
    H = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 0.5]])
    W = np.array([[0.907553, 0.467811], [0.068420, 1.357505]])
    b = np.array([-1.1, -0.9])
    call = expect(layer_frames, H, W, b).has_shape((5, 3, 2)).has_dtype("float").finite()
    turned, scaled, turned_again, shifted, last = call.value
    call.holds(np.allclose(turned_again, H @ W, rtol=0, atol=1e-7), "frame 2 is not H @ W")
    call.holds(np.allclose(shifted, H @ W + b, rtol=0, atol=1e-7), "frame 3 is not H @ W + b")
    call.holds(np.allclose(last, (H @ W + b) * (H @ W + b > 0), rtol=0, atol=1e-7), "frame 4 is not ReLU of frame 3")
    # In complex numbers a turn multiplies every point by the same number of size 1: conj(z_i) z_j does not change.
    turns = [frame[:, 0] + 1j * frame[:, 1] for frame in (H, turned, scaled, turned_again)]
    angles = [np.outer(z.conj(), z) for z in turns]
    call.holds(np.allclose(angles[0], angles[1], rtol=0, atol=1e-6), "frame 0 is not H turned: a length or an angle has changed")
    call.holds(np.allclose(angles[2], angles[3], rtol=0, atol=1e-6), "frame 2 is not frame 1 turned: a length or an angle has changed")
    factors = (turned * scaled).sum(axis=0) / (turned**2).sum(axis=0)
    call.holds(np.allclose(scaled, turned * factors, rtol=0, atol=1e-6), "frame 1 is not frame 0 scaled along the axes")


@check("q10", points=1)
def five_frames_of_integers(layer_frames):
    """Integers give five frames of floats, and no input is changed."""
    H = np.array([[1, 2], [3, -1], [0, 0], [2, 2]])
    W = np.array([[2, 0], [0, 3]])
    b = np.array([-4, 1])
    call = expect(layer_frames, H, W, b).has_shape((5, 4, 2)).has_dtype("float").finite().unchanged()
    right = np.array([[-2.0, 7.0], [2.0, -2.0], [-4.0, 1.0], [0.0, 7.0]])
    call.holds(np.allclose(call.value[3], right, rtol=0, atol=1e-9), "frame 3 is not H @ W + b")


@check("q11", points=1)
def three_columns_by_hand(standardize):
    """The columns (1, 3), (7, 7) and (2, 10): one of them is constant, and no input is changed."""
    X = np.array([[1.0, 7.0, 2.0], [3.0, 7.0, 10.0]])
    Z = np.array([[-1.0, 0.0, -1.0], [1.0, 0.0, 1.0]])
    expect(standardize, X).equals((Z, np.array([2.0, 7.0, 6.0]), np.array([1.0, 0.0, 4.0]))).unchanged()
