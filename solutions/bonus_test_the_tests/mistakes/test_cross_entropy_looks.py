"""Wrong implementations of test_cross_entropy that learners write: what is looked at, and how closely."""

import numpy as np

from autograder.checking import mistake

from ..reference import numerical_gradient, same
from .where import CLOSE, LOSS, WHOLE


@mistake(
    "test_cross_entropy",
    hints=(
        "Which line of your test would fail if dZ were zero?",
        "Two results need two tests: a right loss says nothing about its gradient.",
        WHOLE,
    ),
)
def looks_at_the_loss_only(candidate):
    """dZ is not tested."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        assert same(candidate(Z, y)[0], right, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[0], np.log(2), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "If the loss itself is ten times too large, does your test notice?",
        "Loss and gradient can be wrong together: one of them needs a number that you know from elsewhere.",
        LOSS,
    ),
)
def loss_and_slope_agree(candidate):
    """Only the agreement of dZ with the measured slopes of the candidate's own loss is tested."""
    draw = np.random.default_rng(2)
    for N, C in ((1, 2), (3, 4), (4, 3)):
        Z, y = draw.normal(size=(N, C)), (N - np.arange(N)) % C
        dZ = candidate(Z, y)[1]
        assert same(dZ, numerical_gradient(lambda A: candidate(A, y)[0], Z), 1e-6)
    assert np.isfinite(candidate(np.array([[1000.0, 0.0]]), np.array([1]))[0])


@mistake(
    "test_cross_entropy",
    hints=(
        "Which other arrays have rows that sum to zero?",
        "The slopes of a row cancel for many wrong gradients too: their numbers have to be compared.",
        WHOLE,
    ),
)
def rows_sum_to_zero(candidate):
    """Of dZ only the sums of its rows are tested."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ.sum(axis=1), np.zeros(N), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Is there only one order in which a row can be added up?",
        "Right code differs in the last digits; a test that asks for equal bits rejects it.",
        CLOSE,
    ),
)
def loss_in_equal_bits(candidate):
    """Floats are compared with ==."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert loss == right
        assert np.array_equal(dZ, slopes)


@mistake(
    "test_cross_entropy",
    hints=(
        "How far may the loss be off before your test says no?",
        "Rounding is some 1e-15 of the largest number; real errors hide in a tolerance of percents.",
        CLOSE,
    ),
)
def loss_to_percents(candidate):
    """The tolerance is five percent."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 0.05)
        assert same(dZ, slopes, 0.05)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which kinds of numbers does the description allow?",
        "A numpy float and an array without axes are numbers too: a test asks for what is promised, and for nothing else.",
        "q5, the docstring: what is right.",
    ),
)
def insists_on_a_plain_float(candidate):
    """A loss that is not a plain float is rejected."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert type(loss) is float
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which number of the result does your test look at?",
        "Right shapes say nothing about the numbers in them.",
        WHOLE,
    ),
)
def loss_by_its_shapes(candidate):
    """No wrong number is rejected: only shapes are tested, or a failure is caught."""
    draw = np.random.default_rng(2)
    for N, C in ((1, 2), (3, 4), (4, 3)):
        loss, dZ = candidate(draw.normal(size=(N, C)), (N - np.arange(N)) % C)
        assert np.shape(loss) == ()
        assert np.shape(dZ) == (N, C)


@mistake(
    "test_cross_entropy",
    hints=(
        "Is anything left to judge when every answer is no?",
        "A test that rejects right code is of no use, however much wrong code it catches.",
        WHOLE,
    ),
)
def no_loss_is_good_enough(candidate):
    """Every candidate is rejected."""
    raise AssertionError("not good enough")


@mistake(
    "test_cross_entropy",
    hints=(
        "What happens to the value that your test returns?",
        "A test rejects by raising: `return` with False is a yes.",
        WHOLE,
    ),
)
def answers_instead_of_raising(candidate):
    """The verdict is returned instead of asserted."""
    loss, dZ = candidate(np.log([[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]]), np.array([0, 0]))
    return abs(loss - 1.5 * np.log(2)) < 1e-9 and np.allclose(dZ, [[-0.25, 0.125, 0.125], [-0.375, 0.125, 0.25]])


@mistake(
    "test_cross_entropy",
    hints=(
        "Does your test say the same as the description about averages?",
        "A test can be wrong too: this loss is a mean over the samples.",
        "q5, the docstring: what is right.",
    ),
)
def expects_a_sum(candidate):
    """The test itself expects the sum of the losses."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right * N, 1e-9)
        assert same(dZ, slopes * N, 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which line of your test would fail if the loss were zero?",
        "Two results need two tests: a right gradient says nothing about the loss.",
        WHOLE,
    ),
)
def looks_at_the_gradient_only(candidate):
    """The loss is not tested."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        assert same(candidate(Z, y)[1], (np.exp(logs) - np.eye(C)[y]) / N, 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "How many wrong candidates of the list give the worked number?",
        "One example is right for much wrong code: other sizes, labels and logits have to follow.",
        LOSS,
    ),
)
def worked_number_only(candidate):
    """Only the worked number of the text is tested."""
    loss, dZ = candidate(np.log([[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]]), np.array([0, 0]))
    assert same(loss, 1.5 * np.log(2), 1e-9)
    assert same(dZ, np.array([[-0.25, 0.125, 0.125], [-0.375, 0.125, 0.25]]), 1e-9)
