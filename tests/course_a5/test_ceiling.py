"""The 75 % theorem against brute force, and the network that escapes it."""

import numpy as np


def share_right(reference, W1, w2, foursomes):
    """The share of right answers in each foursome of points; foursomes in which rounding may decide are left out."""
    d = reference.sigmoid(foursomes @ W1) @ w2
    clear = np.all(np.abs(d) > 1e-9, axis=-1)
    return np.mean((d > 0) == (foursomes[..., 0] * foursomes[..., 1] > 0), axis=-1)[clear]


def foursomes(draw, count):
    """(count, 4, 2): a, b, -a, -b with all four signs."""
    a, b = np.exp(draw.uniform(-3, 3, size=(2, count)))
    return np.stack([np.stack([s * a, t * b], axis=-1) for s, t in ((1, 1), (-1, -1), (1, -1), (-1, 1))], axis=1)


def test_no_network_beats_its_bound(reference):
    """Six hundred random networks on two hundred foursomes each: never above the bound, in any foursome."""
    draw = np.random.default_rng(1)
    points = foursomes(draw, 200)
    reached = set()
    for _ in range(600):
        H = draw.integers(1, 6)
        W1 = draw.normal(size=(2, H)) * 10.0 ** draw.uniform(-1, 1.5)
        W1[:, draw.random(H) < 0.2] = 0.0
        w2 = draw.integers(-4, 5, size=H) / 4
        bound, shares = reference.bias_ceiling(W1, w2), share_right(reference, W1, w2, points)
        assert shares.max(initial=0.0) <= bound
        if shares.max(initial=0.0) == bound:
            reached.add(bound)
    assert reached == {0.5, 0.75}


def test_worked_number_reaches_its_bound(reference):
    """Three sigmoids without biases get three of four quadrants right, away from the axes."""
    W1, w2 = np.array([[-20.0, 0.0, 0.0], [0.0, 20.0, 0.0]]), np.array([2.0, 2.0, -1.0])
    points = foursomes(np.random.default_rng(2), 500)
    points = points[np.abs(points).min(axis=(1, 2)) > 0.1]
    assert np.all(share_right(reference, W1, w2, points) == 0.75)


def test_sum_is_constant(reference):
    """d(x) + d(-x) is the sum of the output weights, for the article's first weights too."""
    W1, W2 = reference.lego_weights(50)
    w2 = W2[:, 0] - W2[:, 1]
    X, _ = reference.xor_cloud()
    np.testing.assert_allclose(reference.sigmoid(X @ W1) @ w2 + reference.sigmoid(-X @ W1) @ w2, np.sum(w2), atol=1e-12)


def test_relu_network_is_the_difference_of_two_sizes(reference):
    """The constructed network is |x1 + x2| - |x1 - x2|, the exact solution of the source."""
    W1, w2 = reference.relu_xor()
    X = np.random.default_rng(3).normal(size=(500, 2))
    d = np.maximum(X @ W1, 0) @ w2
    np.testing.assert_allclose(d, np.abs(X.sum(axis=1)) - np.abs(X[:, 0] - X[:, 1]), atol=1e-12)


def test_twelve_points_can_be_learned_by_heart(reference):
    """The objection of q16: twelve of twelve, and less than 75 % on the mirrored cloud."""
    X, y = reference.xor_cloud()
    rng = np.random.default_rng(0)
    start = reference.init([2, 50, 1], "xavier", rng)
    params, _ = reference.train({k: start[k] for k in ("W1", "W2")}, X[:12], y[:12], 500, 12, 0.03, rng, "sigmoid", "adam")
    assert reference.accuracy(reference.network(params, X[:12], "sigmoid"), y[:12]) == 1
    both, twice = np.vstack([X, -X]), np.concatenate([y, y])
    assert 0.6 < reference.accuracy(reference.network(params, both, "sigmoid"), twice) < 0.75
