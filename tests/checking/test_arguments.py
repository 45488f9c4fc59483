"""Values that would be right for other arguments: the change is named, with the argument, and coincidences are not."""

import numpy as np
import pytest

from autograder.checking import Failure, expect, expected_from

DRAW = np.random.default_rng(5)
X, V, k = DRAW.normal(size=(4, 3)), DRAW.normal(size=3), 0.7


def wave(X, V, k):
    """Something in which every argument has its own part."""
    return np.exp(k * np.sin(X)) + X * V


def relation(wrong, *args):
    """What is said of a wrong implementation: the id, and the sentence."""
    with pytest.raises(Failure) as failed:
        expect(wrong, *args).equals(expected_from(wave, *args))
    return failed.value.record.relation, failed.value.record.mistake


@pytest.mark.parametrize(
    ("change", "id", "name"),
    [
        (lambda X, V, k: wave(X, V, -k), "argument.negative", "k"),
        (lambda X, V, k: wave(X, V, k / 2), "argument.halved", "k"),
        (lambda X, V, k: wave(X, V[::-1], k), "argument.backwards", "V"),
        (lambda X, V, k: wave(np.abs(X), V, k), "argument.absolute", "X"),
        (lambda X, V, k: wave(np.round(X), V, k), "argument.rounded", "X"),
        (lambda X, V, k: wave(X, V, k * k), "argument.squared", "k"),
    ],
)
def test_the_change_and_the_argument_are_named(change, id, name):
    """A formula with one argument bent is recognised in its values."""
    told, sentence = relation(change, X, V, k)
    assert (told, name in sentence) == (id, True)


def test_two_arguments_of_one_shape_may_be_exchanged():
    """Which of them are exchanged is said."""
    W = DRAW.normal(size=X.shape)
    told, sentence = relation(lambda X, V, k: wave(V, X, k), X, W, k)
    assert (told, "X and V" in sentence) == ("argument.exchanged", True)


def test_a_single_number_is_no_evidence_for_what_loses_something():
    """Rounding one argument gives some number too: it takes more than one to say so."""

    def total(X, V, k):
        return float(np.sum(wave(X, V, k)))

    with pytest.raises(Failure) as failed:
        expect(lambda X, V, k: total(X, V, np.round(k)), X, V, k).equals(expected_from(total, X, V, k))
    assert not failed.value.record.relation.startswith("argument.rounded")


def test_nonsense_is_right_for_no_other_arguments():
    """Where nothing fits, nothing of this kind is said."""
    assert not relation(lambda X, V, k: np.cos(31 * X + V * k), X, V, k)[0].startswith("argument")


def drawn(sizes, rng):
    """Two arrays from a generator, one after the other."""
    return rng.normal(size=sizes[0]), rng.normal(size=sizes[1])


@pytest.mark.parametrize(
    ("between", "name"),
    [
        (lambda rng: rng.normal(size=3), "random.later"),
        (lambda rng: rng.bit_generator.advance(-2), "random.sooner"),
    ],
)
def test_draws_that_are_too_many_or_missing_are_told(between, name):
    """What comes after them is what the generator gives elsewhere; no length is called too large for it."""

    def wrong(sizes, rng):
        first = rng.normal(size=sizes[0])
        between(rng)
        return first, rng.normal(size=sizes[1])

    args = ([4, 5], np.random.default_rng(3))
    with pytest.raises(Failure) as failed:
        expect(wrong, *args).equals(expected_from(drawn, *args))
    assert failed.value.record.relation == name
