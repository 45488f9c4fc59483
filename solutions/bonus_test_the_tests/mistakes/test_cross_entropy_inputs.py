"""Wrong implementations of test_cross_entropy that learners write: inputs that hide mistakes."""

import numpy as np

from autograder.checking import mistake

from ..reference import same
from .where import LOSS

LARGE = "q5, the paragraph on large logits."


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
