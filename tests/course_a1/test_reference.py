"""The reference of a1 against oracles: definitions, brute force, and the numbers of the article."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

seeds = st.integers(0, 2**32 - 1)


def angle_between(u, v):
    """The angle between two vectors, in degrees."""
    return np.degrees(np.arccos(u @ v / np.linalg.norm(u) / np.linalg.norm(v)))


@pytest.fixture(scope="module")
def article(reference):
    """The layer of the article: turn 30, scale (0.8, 1.5), turn -20."""
    return reference.make_layer(30, np.array([0.8, 1.5]), -20, np.array([-1.1, -0.9]))


def test_article_matrix(article):
    """In the article's convention (columns) its matrix has the published numbers."""
    assert np.allclose(article[0].T, [[0.907553, 0.068420], [0.467811, 1.357505]], rtol=0, atol=5e-7)


def test_article_determinant_and_stretches(article):
    """Determinant 1.2, stretches 1.5 and 0.8."""
    assert np.linalg.det(article[0]) == pytest.approx(1.2, abs=1e-12)
    assert np.allclose(np.linalg.svd(article[0], compute_uv=False), [1.5, 0.8])


def test_article_axes_are_no_longer_perpendicular(article):
    """The images of the two axes, which are the rows of W, meet at 59.845 degrees."""
    assert angle_between(*article[0]) == pytest.approx(59.845, abs=5e-4)


@given(seeds)
def test_affine_forward_is_a_sum_over_inputs(reference, seed):
    """Every entry is the sum over the inputs plus the bias, by plain loops."""
    rng = np.random.default_rng(seed)
    N, D, M = rng.integers(1, 6, 3)
    X, W, b = rng.normal(size=(N, D)), rng.normal(size=(D, M)), rng.normal(size=M)
    loops = [[sum(X[n, d] * W[d, m] for d in range(D)) + b[m] for m in range(M)] for n in range(N)]
    assert np.allclose(reference.affine_forward(X, W, b), loops)


@given(seeds)
def test_two_affine_layers_are_one(reference, seed):
    """Two affine layers in a row are a single affine layer."""
    rng = np.random.default_rng(seed)
    X, W1, b1, W2, b2 = (rng.normal(size=shape) for shape in ((4, 3), (3, 5), 5, (5, 2), 2))
    twice = reference.affine_forward(reference.affine_forward(X, W1, b1), W2, b2)
    assert np.allclose(twice, reference.affine_forward(X, W1 @ W2, b1 @ W2 + b2))


@given(seeds)
def test_both_conventions_give_the_same_numbers(reference, seed):
    """a = b + W_seed h for a column h is the translated layer's row."""
    rng = np.random.default_rng(seed)
    M, D = rng.integers(1, 6, 2)
    W_seed, b, h = rng.normal(size=(M, D)), rng.normal(size=M), rng.normal(size=D)
    assert np.allclose(reference.affine_forward(h[None], *reference.from_columns(W_seed, b))[0], b + W_seed @ h)


@given(st.floats(-720, 720), st.floats(-720, 720))
def test_rotations_add_up(reference, one, other):
    """Turning twice is turning by the sum; lengths stay; nothing is mirrored."""
    R = reference.rotation(one)
    assert np.allclose(R @ reference.rotation(other), reference.rotation(one + other))
    assert np.allclose(R.T @ R, np.eye(2))
    assert np.linalg.det(R) == pytest.approx(1)


def test_rotation_is_counter_clockwise(reference):
    """A quarter turn takes (1, 0) to (0, 1)."""
    assert np.allclose(reference.rotation(90) @ [1, 0], [0, 1])


@given(seeds)
def test_layer_makes_its_motions(reference, seed):
    """A point sent through the layer meets the four steps one by one."""
    rng = np.random.default_rng(seed)
    deg1, deg2 = rng.uniform(-360, 360, 2)
    scales, shift, p = rng.normal(size=2), rng.normal(size=2), rng.normal(size=2)
    step = reference.rotation(deg1) @ p
    step = np.array([scales[0] * step[0], scales[1] * step[1]])
    step = reference.rotation(deg2) @ step + shift
    W, b = reference.make_layer(deg1, scales, deg2, shift)
    assert np.allclose(p @ W + b, step)


MATRICES = st.one_of(
    seeds.map(lambda seed: np.random.default_rng(seed).normal(size=(2, 2))),
    seeds.map(lambda seed: np.outer(*np.random.default_rng(seed).normal(size=(2, 2)))),
    st.lists(st.integers(-3, 3), min_size=4, max_size=4).map(lambda entries: np.array(entries).reshape(2, 2)),
)


@given(MATRICES)
def test_any_matrix_is_taken_apart(reference, W):
    """Product, rotations, diagonal, singular values and sign of det: for mirrors, rank one, integers and zero too."""
    R2, S, R1 = reference.decompose_affine(W)
    assert np.allclose(R2 @ S @ R1, W.T)
    for R in (R2, R1):
        assert np.allclose(R.T @ R, np.eye(2))
        assert np.linalg.det(R) == pytest.approx(1)
    assert S[0, 1] == S[1, 0] == 0
    assert np.linalg.det(S) == pytest.approx(np.linalg.det(W), abs=1e-9)
    assert np.allclose(np.sort(np.abs(np.diag(S))), np.sort(np.linalg.svd(W, compute_uv=False)))


@given(seeds)
def test_relu_is_a_projection(reference, seed):
    """No point of a fine grid of the first quadrant is nearer than relu(a)."""
    a = np.random.default_rng(seed).normal(size=2)
    side = np.linspace(0, 5, 101)
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    nearest = np.linalg.norm(grid - a, axis=1).min()
    moved = np.linalg.norm(reference.relu(a) - a)
    assert moved <= nearest + 1e-12
    assert nearest <= moved + 0.05 * np.sqrt(2)


@given(seeds)
def test_midpoints_survive_affine_maps_only(reference, seed):
    """The image of a midpoint is the midpoint of the images, for every affine map."""
    rng = np.random.default_rng(seed)
    x, y, W, b = (rng.normal(size=shape) for shape in ((1, 3), (1, 3), (3, 2), 2))
    images = [reference.affine_forward(p, W, b) for p in (x, y, (x + y) / 2)]
    assert np.allclose(images[2], (images[0] + images[1]) / 2)


def test_relu_moves_a_midpoint(reference):
    """(2, 0) and (-2, 0): the midpoint stays at 0, the midpoint of the images is (1, 0)."""
    x, y = np.array([2.0, 0.0]), np.array([-2.0, 0.0])
    assert reference.relu((x + y) / 2).tolist() == [0, 0]
    assert ((reference.relu(x) + reference.relu(y)) / 2).tolist() == [1, 0]


def test_kinds_of_all_signs(reference):
    """All nine combinations of signs, told by hand."""
    A = np.array([[x, y] for x in (-1.0, 0.0, 1.0) for y in (-1.0, 0.0, 1.0)])
    assert reference.quadrant_kind(A).tolist() == [3, 3, 2, 3, 3, 2, 1, 1, 0]


@pytest.mark.parametrize("n", [1, 2, 3, 8])
def test_orthant_fraction_is_a_half_per_axis(reference, n):
    """Within five standard errors of 2^-n; the seed's article gives 1/4 and 1/8."""
    p, samples = 0.5**n, 100_000
    share = reference.orthant_fraction(n, samples, np.random.default_rng(n))
    assert abs(share - p) < 5 * np.sqrt(p * (1 - p) / samples)
    assert share * samples == pytest.approx(round(share * samples))


@given(MATRICES, seeds)
def test_film_ends_where_the_layer_ends(reference, W, seed):
    """The last frames are the layer; the first keeps all lengths."""
    rng = np.random.default_rng(seed)
    H, b = rng.normal(size=(rng.integers(1, 6), 2)), rng.normal(size=2)
    F = reference.layer_frames(H, W, b)
    assert F.shape == (5, len(H), 2)
    assert np.allclose(F[2:], [H @ W, H @ W + b, reference.relu(H @ W + b)])
    assert np.allclose(np.linalg.norm(F[0], axis=1), np.linalg.norm(H, axis=1))
    assert np.allclose(np.linalg.norm(F[1], axis=1), np.linalg.norm(F[2], axis=1))


@given(seeds)
def test_standardized_columns(reference, seed):
    """Mean 0 and standard deviation 1 in every column; Z * std + mean gives X back; a shift of X changes nothing."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(rng.integers(2, 9), 3)) * rng.uniform(0.1, 9, 3) + rng.normal(size=3)
    Z, mean, std = reference.standardize(X)
    assert np.allclose(Z.mean(axis=0), 0)
    assert np.allclose(Z.std(axis=0), 1)
    assert np.allclose(Z * std + mean, X)
    assert np.allclose(reference.standardize(X + 7)[0], Z)


@pytest.mark.parametrize("constant", [0.0, 4.0, 0.1])
def test_constant_columns(reference, constant):
    """A constant column gives zeros, also where rounding makes its mean differ from its entries."""
    Z, mean, std = reference.standardize(np.full((10, 2), constant))
    assert not Z.any()
    assert not std.any()
    assert mean == pytest.approx(constant)
