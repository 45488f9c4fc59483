"""The bonus, solved: a table of verdicts, mutants of a text, two tests that measure instead of trusting a formula, a smallest suite."""

from itertools import combinations

import numpy as np


def numerical_gradient(f, x, eps=1e-5):
    """Central differences: entry i is (f(x + eps e_i) - f(x - eps e_i)) / (2 eps); f returns a number."""
    x = np.array(x, dtype=float)
    slope = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        slope[i] = (f(up) - f(down)) / (2 * eps)
    return slope


def affine_forward(X, W, b):
    """The layer: X W + b."""
    return X @ W + b


def same(one, other, rtol):
    """Whether an array is the expected one, up to rounding.

    Formula: same shape, and every |one - other| is at most rtol * (1 + the largest |entry| of other).
    Nothing is broadcast: shapes (3,) and (1, 3) are different. NaN is not the same as anything.

    one, other: arrays or numbers. rtol: a small positive number. Returns True or False.

    >>> same(np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-9]), 1e-6)
    True
    >>> same(np.array([1.0, 2.0]), np.array([[1.0, 2.0]]), 1e-6)
    False
    """
    if np.shape(one) != np.shape(other):
        return False
    reach = rtol * (1 + np.max(np.abs(other), initial=0.0))
    return bool(np.all(np.abs(np.asarray(one) - other) <= reach))


def verdict_table(tests, candidates):
    """Run every test on every candidate.

    A test is a function of one argument, the candidate. It accepts by returning, whatever it returns; it rejects by
    raising an exception, whichever it is.

    tests: list of T functions. candidates: list of K functions.
    Returns a table (T, K) of bool: True where test t accepts candidate k.

    >>> def positive(candidate):
    ...     assert candidate(1) > 0
    >>> verdict_table([positive], [abs, float, lambda x: -x])
    array([[ True,  True, False]])
    """
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = True
            except Exception:
                table[t, k] = False
    return table


def _compiles(source):
    try:
        compile(source, "<mutant>", "exec")
    except SyntaxError:
        return False
    return True


def mutants(source, swaps):
    """Every text that differs from `source` by one swap at one place.

    For each pair (old, new) of `swaps`, in order, and each place where `old` stands in `source`, from left to right
    (places do not overlap): the source with `new` at that place and nothing else changed. Left out are texts that are
    not valid Python, texts equal to `source`, and texts that came before.

    source: the text of a function. swaps: list of pairs of texts, none of them empty on the left.
    Returns the list of texts.

    >>> mutants("a + b + c", [("+", "-"), ("b", ""), ("a", "c")])
    ['a - b + c', 'a + b - c', 'a +  + c', 'c + b + c']
    """
    made = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            if text != source and text not in made and _compiles(text):
                made.append(text)
            start = source.find(old, start + len(old))
    return made


def test_affine_backward(candidate):
    """Test an implementation of affine_backward: return if it is right, raise an exception if it is wrong.

    What is right: candidate(dZ, X, W), with float64 arrays dZ (N, M), X (N, D), W (D, M) and any N, D, M from 1 on,
    returns a tuple or list of three float64 arrays, (dX, dW, db), with the shapes of X, of W, and (M,). They are the
    gradients of the sum of dZ * Z with respect to X, W and b, for Z = X W + b. Nothing is averaged.
    Right code differs from exact results by rounding only, some 1e-15 of the largest entry. Wrong code differs by
    1e-4 of it and more.

    candidate: called at most 1000 times, with arrays of 1 to 1000 entries each.
    Returns None; what a test returns does not count. Raises AssertionError, or any other exception, to reject.

    >>> verdict_table([test_affine_backward], [lambda dZ, X, W: (0 * X, 0 * W, 0 * W[0])])
    array([[False]])
    """
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W, b = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M)), draw.normal(size=M)
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, numerical_gradient(lambda A: np.sum(dZ * affine_forward(A, W, b)), X), 1e-6), "dX"
        assert same(dW, numerical_gradient(lambda A: np.sum(dZ * affine_forward(X, A, b)), W), 1e-6), "dW"
        assert same(db, numerical_gradient(lambda A: np.sum(dZ * affine_forward(X, W, A)), b), 1e-6), "db"


def test_cross_entropy(candidate):
    """Test an implementation of cross_entropy: return if it is right, raise an exception if it is wrong.

    What is right: candidate(Z, y), with logits Z (N, C), floats or integers between -1000 and 1000, and labels y (N,),
    integers from 0 to C - 1, N from 1 and C from 2 on, returns a tuple or list (loss, dZ). loss is a number (a float, a
    numpy float, or an array without axes): the mean over the samples of -log(probability of the right class), with
    probabilities exp(z_c) / (sum over k of exp(z_k)). dZ (N, C), float64, is the gradient of the loss with respect to Z.
    Right code differs from exact results by rounding only, some 1e-15 of the largest logit or 1. Wrong code differs by
    1e-4 and more, or gives NaN or infinity.

    candidate: called at most 1000 times, with arrays of 1 to 1000 entries each.
    Returns None; what a test returns does not count. Raises AssertionError, or any other exception, to reject.

    >>> verdict_table([test_cross_entropy], [lambda Z, y: (0.0, 0.0 * Z)])
    array([[False]])
    """
    loss, dZ = candidate(np.log([[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]]), np.array([0, 0]))
    assert same(loss, 1.5 * np.log(2), 1e-6), "the worked number: the mean of log 2 and log 4"
    assert same(dZ, np.array([[-0.25, 0.125, 0.125], [-0.375, 0.125, 0.25]]), 1e-6), "the worked slopes"

    def loss_by_definition(Z):  # for small logits, where nothing overflows
        shares = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
        return -np.log(shares[np.arange(len(y)), y]).mean()

    draw = np.random.default_rng(2)
    for N, C in ((1, 2), (3, 4)):
        Z, y = draw.normal(size=(N, C)), (N - np.arange(N)) % C
        loss, dZ = candidate(Z, y)
        assert same(loss, loss_by_definition(Z), 1e-6), "loss"
        assert same(dZ, numerical_gradient(loss_by_definition, Z), 1e-6), "dZ is not the slope of the loss"

    whole, y = np.array([[2, 0, -1], [0, 3, 1]]), np.array([2, 0])
    assert same(candidate(whole, y)[1], candidate(whole.astype(float), y)[1], 1e-6), "integer logits"

    loss, dZ = candidate(np.array([[1000.0, 0.0], [0.0, -1000.0], [-1000.0, -999.0]]), np.array([1, 1, 0]))
    p = 1 / (1 + np.exp(-1))  # the last row: class 1 is ahead by 1
    assert same(loss, (2000 - np.log(1 - p)) / 3, 1e-6), "the loss of large logits"
    assert same(dZ, np.array([[1.0, -1.0], [1.0, -1.0], [-p, p]]) / 3, 1e-6), "the slopes of large logits"


def smallest_suite(caught):
    """The fewest tests that together catch every wrong candidate that all tests together catch.

    caught (T, K): bool, True where test t catches (rejects) the wrong candidate k.
    Returns the tuple of the tests' numbers, in increasing order. Of several suites with as few tests it is the one
    with the smallest first number, then the smallest second number, and so on.

    >>> smallest_suite(np.array([[True, True, False], [True, False, False], [False, False, True]]))
    (0, 2)
    """
    T = len(caught)
    possible = caught.any(axis=0)
    for size in range(T + 1):
        for suite in combinations(range(T), size):
            if np.array_equal(caught[list(suite)].any(axis=0), possible):
                return suite
