"""a7 Counting linear regions: the right implementations, in the order of the notebook.

A net is a list of (W, b). Rows are samples, W acts on rows (Z = X W + b); every layer but the last is followed by ReLU.
The first part repeats what the notebook's setup cells hand out, so that everything below runs on its own; a test
holds the two copies together.
"""

import math

import numpy as np


def net_forward(net, X):
    """The output (N, C) of the net for the samples X (N, D): ReLU after every layer but the last."""
    H = X
    for W, b in net[:-1]:
        H = np.maximum(H @ W + b, 0.0)
    W, b = net[-1]
    return H @ W + b


def random_net(widths, rng, bias=1.0):
    """A net with weights of size sqrt(2 / inputs) and biases of size `bias`; widths: inputs, hidden layers, outputs."""
    return [
        (rng.normal(size=(D, M)) * np.sqrt(2 / D), bias * rng.normal(size=M)) for D, M in zip(widths, widths[1:])
    ]


def hidden_neurons(net):
    """The number of hidden neurons: those that are followed by ReLU.

    Formula: the sum of the widths of all layers but the last.

    net: a list of (W, b), W (D, M), b (M,). Returns an int.

    >>> hidden_neurons([(np.ones((2, 3)), np.zeros(3)), (np.ones((3, 1)), np.zeros(1))])
    3
    """
    return sum(len(b) for _, b in net[:-1])


def activation_pattern(net, X):
    """Which hidden neurons are on, for every sample.

    Formula: a neuron is on where its z = h W + b is greater than 0; where z is 0 or less it is off. h is X for the
    first layer, and for every other the layer below it after ReLU. The last layer of the net has no ReLU: it is not
    part of the pattern.

    net: a list of (W, b). X (N, D).
    Returns a bool array (N, H): one column per hidden neuron, layer by layer from the first, in the order of b.

    >>> net = [(np.array([[1.0, -1.0]]), np.array([0.0, 2.0])), (np.ones((2, 1)), np.zeros(1))]
    >>> activation_pattern(net, np.array([[1.0], [3.0], [0.0]]))
    array([[ True,  True],
           [ True, False],
           [False,  True]])
    """
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


def local_affine(net, x):
    """The affine map that the net is on the region of x: net(y) = y A + c for every sample y of that region.

    Formula: start with A = identity, c = 0. For every layer A becomes A W and c becomes c W + b; after every layer
    but the last, the columns of A and the entries of c that belong to neurons that are off at x become 0.

    net: a list of (W, b). x (D,): one sample; a neuron that is exactly 0 there counts as off.
    Returns the tuple (A, c): A (D, C), c (C,), for a net with C outputs.

    >>> net = [(np.array([[1.0, -1.0]]), np.array([0.0, 2.0])), (np.array([[3.0], [5.0]]), np.array([1.0]))]
    >>> local_affine(net, np.array([3.0]))
    (array([[3.]]), array([1.]))
    >>> local_affine(net, np.array([1.0]))
    (array([[-2.]]), array([11.]))
    """
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


def _pieces_1d(net, low, high):
    """The regions (left, right) of a net with one input, between low and high, from left to right."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]  # on (left, right) the layer is x a + c
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            ends = [left]
            for cut in sorted(-c[j] / a[j] for j in np.flatnonzero(a)):
                if ends[-1] + 1e-9 < cut < right - 1e-9:
                    ends.append(cut)
            ends.append(right)
            for start, end in zip(ends, ends[1:]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return [(left, right) for left, right, _, _ in pieces]


def count_regions_1d(net, low, high):
    """The number of regions of a net with one input, between low and high.

    A region is a longest open interval inside (low, high) on which the activation pattern is the same. Patterns that
    occur at single points do not count, and whether the output bends between two regions does not matter.

    net: a list of (W, b), the first W has one row. low, high: numbers, low < high.
    Returns an int, at least 1. Cuts closer than 1e-9 to each other or to low or high are one cut.

    >>> net = [(np.array([[1.0, -1.0]]), np.array([0.0, 2.0])), (np.ones((2, 1)), np.zeros(1))]
    >>> count_regions_1d(net, -5.0, 5.0), count_regions_1d(net, 0.0, 5.0)
    (3, 2)
    """
    return len(_pieces_1d(net, low, high))


def max_regions(n0, n1):
    """The largest number of regions that n1 ReLU neurons in one layer can make of a space with n0 dimensions.

    Formula: the sum of the binomial coefficients (n1 over j) for j = 0 to n0 (Zaslavsky 1975). (n over j) is 0 where
    j > n.

    n0: an int, at least 1. n1: an int, at least 0. Returns an int, exact however large.

    >>> max_regions(2, 3), max_regions(2, 8), max_regions(5, 3)
    (7, 37, 8)
    """
    return sum(math.comb(n1, j) for j in range(n0 + 1))


def count_regions_2d(W, b):
    """The number of regions that one layer of ReLU neurons makes of the whole plane.

    Formula: neuron j cuts the plane along the line W[0, j] x1 + W[1, j] x2 + b[j] = 0. The k-th line cuts as many
    regions in two as the earlier lines cut it into pieces: one more than the number of different points at which
    they meet it. A line that has been there before cuts nothing, and a neuron with W[:, j] = 0 has no line.

    W (2, n), b (n,). Returns an int. Meeting points closer than 1e-6 are one point; lines whose directions differ by
    less than 1e-9 are parallel, and parallel lines less than 1e-9 apart are one line.

    >>> count_regions_2d(np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([0.0, 0.0, -1.0]))
    7
    >>> count_regions_2d(np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.zeros(3))
    6
    """
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if w1 == 0 and w2 == 0:
            continue
        angle, distance = np.arctan2(w2, w1), shift / np.hypot(w1, w2)
        meetings, is_new = [], True
        for other_angle, other_distance in lines:
            turn = np.sin(other_angle - angle)
            if abs(turn) > 1e-9:
                meetings.append((distance * np.cos(other_angle - angle) - other_distance) / turn)
            elif abs(distance - np.cos(other_angle - angle) * other_distance) <= 1e-9:
                is_new = False
        if is_new:
            gaps = np.diff(np.sort(meetings))
            regions += 1 + bool(meetings) + int(np.sum(gaps > 1e-6))
            lines.append((angle, distance))
    return regions


def split_polygon(P, w, b):
    """Cut a convex polygon along the line w . x + b = 0.

    Formula: corners on the side of the line keep their order; where the line crosses an edge between its ends, the
    crossing point is a corner of both parts.

    P (K, 2): the corners, one after the other around the polygon. w (2,), b: a number. w may be 0; then there is no
    line, and the whole polygon has the sign of b (0 counts as negative).
    Returns the tuple (negative, positive): the part where w . x + b <= 0 and the part where it is >= 0, each an array
    of its corners in order around it, or None if it has no area. Corners closer than 1e-9 to the line lie on it.

    >>> square = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    >>> negative, positive = split_polygon(square, np.array([4.0, 0.0]), -1.0)
    >>> negative
    array([[0.  , 0.  ],
           [0.25, 0.  ],
           [0.25, 1.  ],
           [0.  , 1.  ]])
    >>> split_polygon(square, np.array([1.0, 1.0]), -2.0)[1] is None
    True
    """
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


def regions_deep_2d(net, low, high):
    """The regions of a net with two inputs inside the square low < x1, x2 < high, as polygons.

    A region is a part of the square on which the activation pattern is the same; parts without area do not count.

    Formula: on every region of the layers so far the next layer is an affine function of x, so each of its neurons
    cuts that region along a straight line, or not at all. Begin with the square.

    net: a list of (W, b), the first W has two rows. low, high: numbers, low < high.
    Returns a list of arrays (K, 2), the corners of the regions, in any order of the regions.

    >>> net = [(np.array([[1.0, 0.0], [0.0, 1.0]]), np.zeros(2)), (np.ones((2, 1)), np.zeros(1))]
    >>> len(regions_deep_2d(net, -1.0, 1.0)), len(regions_deep_2d(net, 0.0, 1.0))
    (4, 1)
    """
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]  # on each polygon the layer is x A + c
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


def count_regions_deep_2d(net, low, high):
    """The number of regions of a net with two inputs inside the square low < x1, x2 < high.

    net, low, high: as in regions_deep_2d. Returns an int, at least 1.

    >>> net = [(np.array([[1.0, 0.0], [0.0, 1.0]]), np.zeros(2)), (np.ones((2, 1)), np.zeros(1))]
    >>> count_regions_deep_2d(net, -1.0, 1.0)
    4
    """
    return len(regions_deep_2d(net, low, high))


def fold_net(L):
    """A net with one input, one output and L hidden layers of 2 neurons whose graph over [0, 1] is a zigzag of 2^L pieces.

    Formula: the tent t(x) = 2x up to 1/2 and 2 - 2x from there on, put into itself L times: t(t(...t(x))). The zigzag
    starts at 0, is 1 at x = 1/2^L, 0 at 2/2^L, 1 at 3/2^L, and so on. Outside [0, 1] the net may do what it likes.

    L: an int, at least 1. Returns a net: a list of L + 1 tuples (W, b) with shapes (1, 2) or (2, 2) for the hidden
    layers and (2, 1) for the last.

    >>> net_forward(fold_net(2), np.array([[0.0], [0.25], [0.5], [0.75], [0.875]])).ravel()
    array([0. , 1. , 0. , 1. , 0.5])
    """
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-2.0]]), np.array([0.0]))
    return [first] + [between] * (L - 1) + [last]


def montufar_bound(n0, widths):
    """A number of regions that some net of these widths has: the lower bound on the maximum of Montufar et al. (2014).

    Formula: the product over all hidden layers but the last of floor(width / n0)^n0, times max_regions(n0, last width).

    n0: the number of inputs, an int, at least 1. widths: the widths of the hidden layers, a list of at least one int,
    each at least n0. Returns an int, exact however large.

    >>> montufar_bound(2, [6, 6]), montufar_bound(2, [8, 8, 8]), montufar_bound(2, [8])
    (198, 9472, 37)
    """
    return math.prod((width // n0) ** n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


def maxout(X, W, b):
    """A maxout layer of rank k: every neuron is the largest of k affine functions.

    Formula: H[n, m] = the largest over r of (X W[r] + b[r])[n, m].

    X (N, D). W (k, D, M): the weights of the k affine functions. b (k, M): their biases. Returns H (N, M).

    >>> W, b = np.array([[[2.0]], [[-2.0]]]), np.array([[-1.0], [1.0]])
    >>> maxout(np.array([[0.0], [0.25], [1.0]]), W, b)
    array([[1. ],
           [0.5],
           [1. ]])
    """
    return np.max(X @ W + b[:, None, :], axis=0)


def maxout_backward(dH, X, W, b):
    """Send an upstream gradient back through the maxout layer H = maxout(X, W, b).

    Formula: for every sample and neuron, only the affine function that is the largest gets dH[n, m], the others get 0;
    then the affine brick of a4 for each of them, and dX is the sum over all. No check looks where two are equal.

    dH (N, M): dL/dH. X (N, D), W (k, D, M), b (k, M): as in maxout.
    Returns the tuple (dX, dW, db): dX (N, D), dW (k, D, M), db (k, M).

    >>> W, b = np.array([[[2.0]], [[-2.0]]]), np.array([[-1.0], [1.0]])
    >>> dX, dW, db = maxout_backward(np.array([[1.0], [10.0]]), np.array([[0.25], [1.0]]), W, b)
    >>> dX.ravel(), dW.ravel(), db.ravel()
    (array([-2., 20.]), array([10.  ,  0.25]), array([10.,  1.]))
    """
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


def maxout_bound(L, n0, k):
    """A number of regions that some maxout net has: theorem 8 of Montufar et al. (2014).

    Formula: k^(L - 1) k^n0, for L layers of n0 neurons of rank k on n0 inputs.

    L, n0, k: ints, L and n0 at least 1, k at least 2. Returns an int, exact however large.

    >>> maxout_bound(3, 2, 3), maxout_bound(1, 2, 2)
    (81, 4)
    """
    return k ** (L - 1) * k**n0
