"""Wrong implementations of test_cross_entropy that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import numerical_gradient, same
from .where import CLOSE, WHOLE

LOSS = "q5, the list of what can go wrong."
LARGE = "q5, the paragraph on large logits."


# test_cross_entropy
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
        "What is the largest logit your test uses?",
        "Most slips in this function are hidden as long as no exponential overflows.",
        LARGE,
    ),
)
def small_logits_only(candidate):
    """No logit is larger than 3."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0,) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "What is the mean of one loss?",
        "With one sample sum and mean are the same, and no label can be mixed up with another.",
        LOSS,
    ),
)
def one_sample_only(candidate):
    """All batches have one sample."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (1, 4), (1, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), np.array([C - 1])
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which classes are the right ones in your test?",
        "Code that ignores the labels is right if all labels are what it takes them for.",
        LOSS,
    ),
)
def label_zero_only(candidate):
    """All labels are 0."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), np.zeros(N, dtype=int)
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "How many classes has your largest example?",
        "With two classes, taking any label but 0 for 1 changes nothing.",
        LOSS,
    ),
)
def two_classes_only(candidate):
    """There are never more than two classes."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 2), (4, 2))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Would your test notice if the labels were sorted first?",
        "Labels that are sorted already cannot show that somebody sorts them.",
        LOSS,
    ),
)
def labels_in_increasing_order(candidate):
    """Labels stand in increasing order."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), np.arange(N) * (C - 1) // N
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


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
        "Which dtypes may Z have?",
        "Integers are allowed as logits, and an array made like them cannot hold a gradient.",
        LOSS,
    ),
)
def floats_only(candidate):
    """All logits are floats."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)


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
        "Which class does the network favour in your test?",
        "With equal logits every class has the same share, whatever is done with the logits.",
        LOSS,
    ),
)
def equal_logits(candidate):
    """All logits are zero."""
    for N, C in ((1, 2), (3, 4), (4, 3)):
        y = (N - np.arange(N)) % C
        loss, dZ = candidate(np.zeros((N, C)), y)
        assert same(loss, np.log(C), 1e-9)
        assert same(dZ, (1 / C - np.eye(C)[y]) / N, 1e-9)


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
        "What does your test say about code that divides by the number of classes?",
        "N and C have to differ, or what belongs to the one cannot be told from what belongs to the other.",
        LOSS,
    ),
)
def as_many_samples_as_classes(candidate):
    """Every batch has as many samples as classes."""
    draw = np.random.default_rng(2)
    for scale, N in [(scale, N) for scale in (1.0, 400.0) for N in (2, 3, 5)]:
        Z, y = scale * draw.normal(size=(N, N)).clip(-2.4, 2.4), (np.arange(N)[::-1] + 1) % N
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        loss, dZ = candidate(Z, y)
        assert same(loss, -logs[np.arange(N), y].mean(), 1e-9) and same(dZ, (np.exp(logs) - np.eye(N)[y]) / N, 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "At which logit does exp overflow, and is there one as large as that in your test?",
        "What is cut, clipped or nudged shows only far out: logits up to 1000 are allowed.",
        LARGE,
    ),
)
def logits_up_to_thirty(candidate):
    """No logit is larger than 30, where exponentials are still harmless."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 12.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        loss, dZ = candidate(Z, y)
        assert same(loss, -logs[np.arange(N), y].mean(), 1e-9) and same(dZ, (np.exp(logs) - np.eye(C)[y]) / N, 1e-9)
    whole = np.array([[2, 0, -1], [0, 3, 1]])
    assert same(candidate(whole, np.array([2, 0]))[0], candidate(whole.astype(float), np.array([2, 0]))[0], 1e-9)


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
