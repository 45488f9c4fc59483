"""Hidden checks of a1: random shapes and seeds, layers that mirror or flatten, integers, properties."""

import numpy as np

from autograder.checking import check, each, expect, expected_from, rng

from . import reference

MANY = 300  # more than a block of 256; whoever recurses over rows comes as far as this


def _layers(key, sizes, scale=1.0):
    """Random layers with their batches: one (X, W, b) for each (N, D, M) in `sizes`."""
    draw = rng(2, key)
    return [
        (scale * draw.normal(size=(N, D)), draw.normal(size=(D, M)), scale * draw.normal(size=M)) for N, D, M in sizes
    ]


def _matrix(draw, sizes, mirrored=False):
    """A (2, 2) matrix with singular values `sizes` between two random rotations."""
    first, second = draw.uniform(0, 360, size=2)
    flip = -1.0 if mirrored else 1.0
    return reference.rotation(first) @ np.diag([sizes[0], flip * sizes[1]]) @ reference.rotation(second)


def _stretches(W):
    """The singular values of W, the larger one first."""
    return np.linalg.svd(np.asarray(W, dtype=float), compute_uv=False)


def _slack(stretches):
    """How far a sensible way of taking a layer apart may be off, relative to the layer: more, the flatter it is."""
    large, small = stretches
    return 1e-9 * (min(large / small, 100.0) if small > 1e-12 * large else 100.0)


def _size(W):
    """The largest entry of an array, 1 if all are zero: what errors are measured against."""
    return float(np.abs(W).max()) or 1.0


def _is_product(call, W):
    """R2 @ S @ R1 is W.T, and S is diagonal with the singular values of W up to order and sign."""
    R2, S, R1 = call.unpack(3)
    for part in (R2, S, R1):
        part.has_shape((2, 2)).has_dtype("float").finite()
    stretches = _stretches(W)
    near = _slack(stretches) * _size(W)
    R2.holds(np.abs(R2.value @ S.value @ R1.value - W.T).max() <= near, "R2 @ S @ R1 is not W.T")
    (first, above), (below, second) = np.abs(S.value).tolist()
    S.holds(max(above, below) <= near, "S is not diagonal")
    gaps = abs(max(first, second) - stretches[0]), abs(min(first, second) - stretches[1])
    S.holds(max(gaps) <= 2 * near, "the entries of S are not the singular values of W up to order and sign")
    return R2, R1, _slack(stretches)


def _is_apart(call, W):
    """`_is_product`, and both outer factors are rotations: lengths stay, nothing is mirrored."""
    R2, R1, slack = _is_product(call, W)
    for R in (R2, R1):
        R.holds(np.abs(R.value.T @ R.value - np.eye(2)).max() <= slack, "R.T @ R is not the identity: a rotation keeps lengths")
        (a, b), (c, d) = R.value.tolist()
        R.holds(a * d - b * c > 0, "det R is -1: this is a reflection, not a rotation")


def _pairs(frame):
    """All products conj(z_i) z_j of the points as complex numbers: they stay the same exactly when the points turn."""
    z = frame[:, 0] + 1j * frame[:, 1]
    return np.outer(z.conj(), z)


def _turned(call, before, after, slack, message):
    """The points `after` are the points `before` turned about the origin."""
    size = max(np.abs(_pairs(before)).max(), 1e-300)
    call.holds(np.abs(_pairs(after) - _pairs(before)).max() <= 4 * slack * size, message)


def _scaled(call, before, after, slack):
    """Both columns of `after` are those of `before`, each times a factor of its own."""
    size = max(np.abs(after).max(), np.abs(before).max())
    for column in (0, 1):
        length = (before[:, column] ** 2).sum()
        factor = (before[:, column] * after[:, column]).sum() / length if length > (1e-9 * size) ** 2 else 0.0
        gap = np.abs(after[:, column] - factor * before[:, column]).max()
        call.holds(gap <= 4 * slack * size, "frame 1 is not frame 0 scaled along the axes")


def _is_film(call, H, W, b):
    """Every frame is what it should be, whichever right R2, S, R1 the layer was taken apart into."""
    turned, scaled, turned_again = call.value[:3]
    slack = _slack(_stretches(W))
    _turned(call, np.asarray(H, dtype=float), turned, slack, "frame 0 is not H turned")
    _scaled(call, turned, scaled, slack)
    _turned(call, scaled, turned_again, slack, "frame 2 is not frame 1 turned")
    _ends_well(call, H, W, b)


def _ends_well(call, H, W, b):
    """Frames 2, 3 and 4 are H @ W, H @ W + b and its ReLU."""
    right = np.stack([H @ W, H @ W + b, np.maximum(H @ W + b, 0)])
    near = 4 * _slack(_stretches(W)) * max(_size(right), _size(H) * _size(W))
    for number, frame in enumerate(right, start=2):
        call.holds(np.abs(call.value[number] - frame).max() <= near, f"frame {number} is not what the layer gives")


def _films(layer_frames, cases):
    """The calls of `layer_frames` with what was asked for, shape and type already looked at."""
    for (H, W, b), call in zip(cases, each(layer_frames, cases), strict=True):
        yield call.has_shape((5, len(H), 2)).has_dtype("float").finite(), H, W, b


@check("q2", points=3, hidden=True)
def any_batch_and_widths(affine_forward):
    """Any number of rows, inputs and outputs."""
    for call in each(affine_forward, _layers(21, [(4, 2, 5), (7, 5, 1), (5, 1, 3), (1, 3, 2), (2, 6, 4), (4, 2, 5), (MANY, 3, 2), (2, MANY, 3)])):
        call.equals(expected_from(reference.affine_forward, *call.args)).unchanged()


@check("q2", points=2, hidden=True)
def square_layers(affine_forward):
    """As many rows as inputs as outputs: no shape gives a mix-up away, the numbers do."""
    for call in each(affine_forward, _layers(22, [(2, 2, 2), (3, 3, 3), (5, 5, 5)])):
        call.equals(expected_from(reference.affine_forward, *call.args)).unchanged()


@check("q2", points=1, hidden=True)
def integer_batches(affine_forward):
    """Integers give the same numbers as floats, also where the weights or the biases are not integers."""
    draw = rng(2, 23)
    X, W, b = draw.integers(-9, 10, (4, 3)), draw.integers(-9, 10, (3, 2)), draw.integers(-9, 10, 2)
    for call in each(affine_forward, [(X, W, b), (X, W + draw.uniform(0.2, 0.8, W.shape), b - 0.5), (X, W, b - 0.5)]):
        X, W, b = call.args
        call.equals((X @ W + b).astype(float)).unchanged()


@check("q2", points=1, hidden=True)
def large_and_small_numbers(affine_forward):
    """Nothing is rounded: large and small numbers keep all their digits."""
    cases = _layers(24, [(3, 4, 2)], scale=1e6) + _layers(25, [(3, 4, 2)], scale=1e-6)
    cases += [(X, size * W, size * b) for size in (1e-6, 1e6) for X, W, b in _layers(26, [(3, 4, 2)])]
    for call in each(affine_forward, cases):
        call.equals(expected_from(reference.affine_forward, *call.args)).unchanged()


@check("q3", points=2, hidden=True)
def any_widths(from_columns):
    """Any number of inputs and outputs."""
    draw = rng(3, 31)
    cases = [(draw.normal(size=(M, D)), draw.normal(size=M)) for M, D in ((4, 2), (2, 5), (3, 7), (MANY, 2), (2, MANY))]
    cases += [(size * draw.normal(size=(3, 2)), size * draw.normal(size=3)) for size in (1e-6, 1e6)]
    for call in each(from_columns, cases):
        W_seed, b = call.args
        call.equals((W_seed.T, b)).unchanged()


@check("q3", points=1, hidden=True)
def square_matrices(from_columns):
    """As many inputs as outputs: the shape is right either way, the numbers are not."""
    draw = rng(3, 32)
    for call in each(from_columns, [(draw.normal(size=(M, M)), draw.normal(size=M)) for M in (2, 3)]):
        W_seed, b = call.args
        call.equals((W_seed.T, b)).unchanged()


@check("q3", points=1, hidden=True)
def single_input_or_output(from_columns):
    """One input or one output: W still has two axes; integers are fine."""
    draw = rng(3, 33)
    cases = [(draw.normal(size=shape), draw.normal(size=shape[0])) for shape in ((1, 3), (3, 1), (1, 1))]
    for call in each(from_columns, [*cases, (draw.integers(-9, 10, (3, 2)), draw.integers(-9, 10, 3))]):
        W_seed, b = call.args
        call.equals((W_seed.T.astype(float), b.astype(float))).unchanged()


@check("q4", points=2, hidden=True)
def any_angle(rotation):
    """Any angle of a full turn."""
    for call in each(rotation, [(float(angle),) for angle in rng(4, 41).uniform(5, 355, 6)]):
        call.equals(expected_from(reference.rotation, *call.args)).unchanged()


@check("q4", points=2, hidden=True)
def backwards_and_more_than_once(rotation):
    """Negative angles, whole numbers, quarter turns, more than a full turn, and no turn at all."""
    draw = rng(4, 42)
    angles = [0, -float(draw.uniform(10, 80)), 360 + float(draw.uniform(10, 80)), -int(draw.integers(400, 700)), int(draw.integers(91, 179)), 90.25, -0.5]  # the last two leave small entries
    angles += [1e-5, 12345.6, -23456, *range(-450, 721, 45)]  # eighths of a turn may come from a table
    for call in each(rotation, [(angle,) for angle in angles]):
        call.equals(expected_from(reference.rotation, float(*call.args)))


@check("q5", points=3, hidden=True)
def any_motion(make_layer):
    """Any two angles, any factors, any shift."""
    draw = rng(5, 51)
    cases = [(float(draw.uniform(-170, 170)), draw.uniform(0.3, 3, 2), float(draw.uniform(-170, 170)), draw.normal(size=2)) for _ in range(5)]
    cases.append((40.0, draw.uniform(0.3, 3, 2), 40.0, draw.normal(size=2)))  # the same turn twice
    cases += [(25.0, size * draw.uniform(0.3, 3, 2), -70.0, size * draw.normal(size=2)) for size in (1e-6, 1e6)]
    for call in each(make_layer, cases):
        call.equals(expected_from(reference.make_layer, *call.args)).unchanged()


@check("q5", points=2, hidden=True)
def mirrors_and_squashes(make_layer):
    """A negative factor flips, a factor 0 squashes."""
    draw = rng(5, 52)
    scales = [draw.uniform(0.5, 2, 2) * signs for signs in ((1, -1), (-1, 1), (-1, -1), (0, 1), (1, 0))]
    cases = [(float(draw.uniform(10, 80)), s, float(draw.uniform(100, 170)), draw.normal(size=2)) for s in scales]
    for call in each(make_layer, cases):
        call.equals(reference.make_layer(*call.args))


@check("q5", points=1, hidden=True)
def one_step_at_a_time(make_layer):
    """With the other steps left out, each step alone does what its name says."""
    draw = rng(5, 53)
    one, nothing = np.ones(2), np.zeros(2)
    angle, scales, shift = float(draw.uniform(20, 70)), draw.uniform(0.5, 2, 2), draw.normal(size=2)
    for call in each(make_layer, [(angle, one, 0, nothing), (0, scales, 0, nothing), (0, one, angle, nothing), (0, one, 0, shift)]):
        call.equals(reference.make_layer(*call.args))


@check("q5", points=1, hidden=True)
def whole_numbers(make_layer):
    """Whole angles, factors and shifts give the same layer as floats."""
    scales, shift = np.array([2, -3]), np.array([4, 1])
    angles = ((120, -45), (270, 180), (-90, 90), (180, -270))
    for call in each(make_layer, [(deg1, scales, deg2, shift) for deg1, deg2 in angles]):
        deg1, _, deg2, _ = call.args
        call.equals(reference.make_layer(float(deg1), scales.astype(float), float(deg2), shift.astype(float))).unchanged()


@check("q6", points=2, hidden=True)
def multiplies_back(decompose_affine):
    """For any layer the three factors multiply back to W.T, with the singular values on the diagonal of S."""
    draw = rng(6, 61)
    matrices = [_matrix(draw, draw.uniform((1.5, 0.4), (3.0, 1.2)), mirrored=bool(i % 2)) for i in range(8)]
    for call in each(decompose_affine, [(W,) for W in matrices]):
        _is_product(call.unchanged(), call.args[0])


@check("q6", points=3, hidden=True)
def never_a_reflection(decompose_affine):
    """R1 and R2 are rotations for any layer, also for one that mirrors."""
    draw = rng(6, 62)
    matrices = [_matrix(draw, draw.uniform((1.5, 0.4), (3.0, 1.2)), mirrored=bool(i % 2)) for i in range(8)]
    # For a full matrix numpy's left factor is a mirror nearly always, for a triangular one nearly never.
    matrices += [np.tril(draw.normal(size=(2, 2))) for _ in range(16)]
    for call in each(decompose_affine, [(W,) for W in matrices]):
        _is_apart(call, call.args[0])


@check("q6", points=2, hidden=True)
def flat_layers(decompose_affine):
    """A layer that squashes the plane onto a line or a point is taken apart too."""
    draw = rng(6, 63)
    # Many: the second turn of a flat layer is made of rounding where it comes from W.T @ W, and may be right by chance.
    lines = [np.outer(draw.normal(size=2), draw.normal(size=2)) for _ in range(12)]
    exact = [np.array([[1.0, 2.0], [2.0, 4.0]]), np.diag([0.0, 3.0]), np.array([[0.0, 2.0], [0.0, 0.0]]), np.zeros((2, 2))]
    nearly = [_matrix(draw, (2.0, small), mirrored=mirrored) for small in (1e-6, 1e-10) for mirrored in (False, True)]
    for call in each(decompose_affine, [(W,) for W in lines + exact + nearly]):
        _is_apart(call, call.args[0])


@check("q6", points=2, hidden=True)
def same_stretch_in_every_direction(decompose_affine):
    """Where both singular values are equal many answers are right: any of them will do."""
    draw = rng(6, 64)
    factor = float(draw.uniform(0.5, 2))
    matrices = [factor * _matrix(draw, (1.0, 1.0), mirrored=mirrored) for mirrored in (False, True, False, True)]
    matrices += [np.eye(2), -np.eye(2), np.diag([2.0, -2.0])]
    for call in each(decompose_affine, [(W,) for W in matrices]):
        _is_apart(call, call.args[0])


@check("q6", points=1, hidden=True)
def integer_weights(decompose_affine):
    """Integer weights are taken apart like floats."""
    for call in each(decompose_affine, [(np.array(W),) for W in ([[1, 2], [3, 4]], [[0, -2], [3, 0]], [[2, 1], [0, 1]])]):
        _is_apart(call.unchanged(), call.args[0])


@check("q6", points=1, hidden=True)
def large_and_small_weights(decompose_affine):
    """Large and small weights are taken apart as exactly as others."""
    draw = rng(6, 65)
    matrices = [scale * _matrix(draw, (2.0, 0.7), mirrored=mirrored) for scale in (1e6, 1e-6) for mirrored in (False, True)]
    for call in each(decompose_affine, [(W,) for W in matrices]):
        _is_apart(call.unchanged(), call.args[0])


@check("q7", points=2, hidden=True)
def any_number_of_axes(relu):
    """Arrays of one, two or three axes."""
    draw = rng(7, 71)
    cases = [(3 * draw.normal(size=shape),) for shape in ((9,), (5, 4), (2, 3, 4), (1, 1), (5, 4))]
    cases += [(size * draw.normal(size=(3, 4)),) for size in (1e-11, 1e-7, 1e-4, 1e8)] + [(draw.normal(size=(MANY, 2)),)]  # no number is too small to be positive
    for call in each(relu, cases):
        call.equals(expected_from(reference.relu, *call.args)).unchanged()


@check("q7", points=1, hidden=True)
def nearest_point_of_the_quadrant(relu):
    """No point of the first quadrant is nearer to the point before ReLU than the point after it."""
    A = 2 * rng(7, 72).normal(size=(12, 2))
    call = expect(relu, A).has_shape((12, 2)).has_dtype("float").finite()
    call.holds(np.all(call.value >= 0), "a point is not in the first quadrant")
    side = np.linspace(0.0, 8.0, 41)
    quadrant = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    nearest = np.sqrt(((quadrant[:, None, :] - A) ** 2).sum(axis=-1)).min(axis=0)
    moved = np.sqrt(((call.value - A) ** 2).sum(axis=-1))
    call.holds(np.all(moved <= nearest + 1e-9), "a point of the first quadrant is nearer than the one returned")


@check("q7", points=1, hidden=True)
def whole_numbers_and_new_arrays(relu):
    """Integers work too, and the input keeps its numbers."""
    draw = rng(7, 73)
    whole, real = draw.integers(-9, 10, (6, 3)), draw.normal(size=(6, 3))
    for call in each(relu, [(whole,), (real,)]):
        call.equals(np.maximum(call.args[0], 0).astype(float)).unchanged()


@check("q8", points=3, hidden=True)
def any_cloud(quadrant_kind):
    """Any cloud of points."""
    draw = rng(8, 81)
    for call in each(quadrant_kind, [(draw.normal(size=(N, 2)),) for N in (3, 30, 8, 30, MANY)]):
        call.equals(reference.quadrant_kind(*call.args)).unchanged()


@check("q8", points=2, hidden=True)
def points_on_the_axes(quadrant_kind):
    """Points on an axis, at the origin, or very near to them are told by where ReLU leaves them."""
    side = np.array([-1.5, -1e-9, -0.0, 0.0, 1e-200, 1e-9, 2.5])
    A = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    expect(quadrant_kind, A).equals(reference.quadrant_kind(A))


@check("q8", points=1, hidden=True)
def one_point_and_integers(quadrant_kind):
    """A single point, and points with integer coordinates."""
    draw = rng(8, 83)
    for call in each(quadrant_kind, [(draw.normal(size=(1, 2)),), (draw.integers(-2, 3, (25, 2)),)]):
        call.equals(reference.quadrant_kind(*call.args))


@check("q9", points=2, hidden=True)
def halves_with_every_axis(orthant_fraction):
    """The share is 1/2 on a line and halves with each further axis."""
    sizes = ((1, 40009), (3, 6007), (4, 6007), (6, 6007), (1, 907))
    sizes += ((1, 199), (1, 1999), (1, 9999))  # whoever draws in blocks has to draw what is left as well
    cases = [(n, samples, rng(9, 91, n)) for n, samples in sizes]
    for call in each(orthant_fraction, cases):
        right = 0.5 ** call.args[0]
        spread = np.sqrt(right * (1 - right) / call.args[1])
        call.has_shape(()).has_dtype("float").finite()
        call.holds(abs(call.value - right) < 6 * spread, "the share is more than 6 standard errors away from the right one")
    # Points that are drawn once and counted twice leave the mean of the shares as it is, and change how far they lie apart.
    few = list(each(orthant_fraction, [(1, 10, rng(9, 94, key)) for key in range(240)]))
    shares = np.array([float(call.has_shape(()).has_dtype("float").value) for call in few])
    apart = np.mean((shares - 0.5) ** 2) / (0.25 / 10)
    few[0].holds(0.5 < apart < 1.5, "the shares of 10 points each do not lie as far apart as those of independent points")


@check("q9", points=2, hidden=True)
def chance_comes_from_rng(orthant_fraction):
    """Chance comes from rng alone: the same generator gives the same share, other generators give others."""
    twice = [call.has_shape(()).has_dtype("float").value for call in each(orthant_fraction, [(1, 2003, rng(9, 92, i // 2)) for i in range(12)])]
    call = expect(orthant_fraction, 1, 2003, rng(9, 92, 0))
    call.holds(twice[0::2] == twice[1::2], "the same generator gave two different shares")
    call.holds(len(set(map(float, twice))) > 1, "six different generators gave the same share")


@check("q9", points=1, hidden=True)
def untouched_points_are_counted(orthant_fraction):
    """The points that are counted are those ReLU leaves alone, not those it sends to the origin."""
    samples, keys = 501, range(8)
    calls = list(each(orthant_fraction, [(2, samples, rng(9, 93, key)) for key in keys]))
    found = [float(call.has_shape(()).has_dtype("float").value) for call in calls]
    calls[0].holds(np.isfinite(found).all() and len(set(found)) > 1, "other points give another share")
    # Both kinds are equally likely, so only the very points can tell: drawn row by row, or axis by axis.
    for shape in ((samples, 2), (2, samples)):
        clouds = [rng(9, 93, key).standard_normal(shape) for key in keys]
        at_origin = [float((cloud < 0).all(axis=shape.index(2)).mean()) for cloud in clouds]
        calls[0].holds(not np.allclose(found, at_origin, rtol=0, atol=1e-9), "these are the points sent to the origin")


@check("q10", points=3, hidden=True)
def ends_where_the_layer_ends(layer_frames):
    """For any layer frames 2, 3 and 4 are H @ W, H @ W + b and its ReLU."""
    draw = rng(10, 101)
    matrices = [_matrix(draw, (2.0, 0.6), mirrored=mirrored) for mirrored in (False, True)] + [draw.normal(size=(2, 2))]
    cases = [(draw.normal(size=(N, 2)), W, draw.normal(size=2)) for N, W in zip((6, 3, 12), matrices, strict=True)]
    cases += [(size * draw.normal(size=(8, 2)), W, size * draw.normal(size=2)) for size, W in zip((1e-6, 1e6), matrices, strict=False)]
    for call, H, W, b in _films(layer_frames, cases):
        _ends_well(call.unchanged(), H, W, b)


@check("q10", points=3, hidden=True)
def turns_and_stretches(layer_frames):
    """For any layer frame 0 turns the points, frame 1 scales along the axes, frame 2 turns again."""
    draw = rng(10, 102)
    cases = [(draw.normal(size=(7, 2)), _matrix(draw, draw.uniform((1.5, 0.4), (3.0, 1.2))), draw.normal(size=2)) for _ in range(8)]
    cases.append((draw.normal(size=(MANY, 2)), *cases[0][1:]))
    for call, H, W, b in _films(layer_frames, cases):
        _is_film(call, H, W, b)


@check("q10", points=3, hidden=True)
def mirrored_layers(layer_frames):
    """A layer that mirrors: the flip happens where the axes are scaled, both turns are turns."""
    draw = rng(10, 103)
    cases = [(draw.normal(size=(7, 2)), _matrix(draw, draw.uniform((1.5, 0.4), (3.0, 1.2)), mirrored=True), draw.normal(size=2)) for _ in range(8)]
    for call, H, W, b in _films(layer_frames, cases):
        _is_film(call, H, W, b)


@check("q10", points=2, hidden=True)
def flat_layers_and_single_points(layer_frames):
    """A layer that squashes the plane onto a line or a point, and a batch of a single point."""
    draw = rng(10, 104)
    lines = [np.outer(draw.normal(size=2), draw.normal(size=2)) for _ in range(6)]
    cases = [
        *((draw.normal(size=(5, 2)), W, draw.normal(size=2)) for W in lines),
        (draw.normal(size=(5, 2)), _matrix(draw, (2.0, 1e-6)), draw.normal(size=2)),
        (draw.normal(size=(4, 2)), np.zeros((2, 2)), draw.normal(size=2)),
        (draw.normal(size=(1, 2)), _matrix(draw, (2.0, 0.5)), draw.normal(size=2)),
    ]
    for call, H, W, b in _films(layer_frames, cases):
        _is_film(call, H, W, b)


@check("q11", points=2, hidden=True)
def any_columns(standardize):
    """Any number of rows and columns."""
    draw = rng(11, 111)
    cases = [(draw.normal(size=(N, D)) * draw.uniform(0.5, 9, D) + draw.normal(scale=5, size=D),) for N, D in ((6, 3), (3, 5), (4, 4), (20, 1), (6, 3), (MANY, 2), (3, MANY))]
    cases.append((draw.normal(size=(9, 2)) + np.array([1e6, -1e5]),))  # far from 0: the mean has to go before anything is squared
    for call in each(standardize, cases):
        call.equals(expected_from(reference.standardize, *call.args)).unchanged()


@check("q11", points=1, hidden=True)
def constant_columns(standardize):
    """Constant columns, and a batch of one row: zeros, never NaN."""
    draw = rng(11, 112)
    almost = np.array([[5.0, -5.0], [2.0, 2.0], [-2.0, -2.0], [3.0, 3.0], [-3.0, -3.0]])  # their sum is an entry, too
    X = np.column_stack([draw.normal(size=5), np.full(5, 4.0), draw.normal(size=5), np.zeros(5), np.full(5, -2.5), almost])
    for call in each(standardize, [(X,), (draw.normal(size=(1, 3)),)]):
        call.equals(reference.standardize(*call.args))


@check("q11", points=1, hidden=True)
def any_unit(standardize):
    """Columns in very small or very large units, and integers, end with standard deviation 1 too."""
    draw = rng(11, 113)
    tiny = draw.normal(size=(6, 3)) * np.array([1e-6, 1e-12, 1e5])
    whole = draw.integers(-20, 21, (7, 3))
    small, integers = each(standardize, [(tiny,), (whole,)])
    small.equals(expected_from(reference.standardize, tiny))
    integers.equals(expected_from(reference.standardize, whole.astype(float))).unchanged()
