"""Two changes at once: tried after single ones, from those that brought something nearer."""

import warnings

import numpy as np

from autograder.repair import chosen, repairs, stages

SOURCE = "def f(X):\n    # two mistakes\n    a = X.sum(axis=1)\n    b = X.mean()\n    return a, -b"
X = np.array([[0.0, 2.0, -1.0], [3.0, 0.5, 7.0]])
RIGHT = X.sum(axis=0), X.mean()


def results(source):
    """What `f` of a source gives."""
    names = {"np": np}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of code that is mostly wrong
        try:
            exec(source, names)
            return [np.shape(got) == np.shape(right) and np.allclose(got, right) for got, right in zip(names["f"](X), RIGHT, strict=True)]
        except Exception:
            return [False, False]


def looked_for(gains):
    """The change, or pair, with which both results are right, and its numbers."""
    for numbers, repair in stages(SOURCE, "f", repairs(SOURCE, "f"), gains):
        right = results(repair.source)
        if all(right):
            return numbers, repair
        if any(right) and len(numbers) == 1:
            gains[numbers[0]] = 1.0
    return None, None


def test_two_mistakes_are_both_told():
    """Each change mends one result; together they are told in the order of the learner's own lines."""
    _, repair = looked_for({})
    assert [(repair.line, repair.aspect), (repair.also.line, repair.also.aspect)] == [(3, "axis"), (5, "sign")]


def test_neither_of_two_changes_would_do_alone():
    """What is told as two changes is two: with one of them alone a result is wrong."""
    numbers, _ = looked_for({})
    singles = [chosen(SOURCE, "f", repairs(SOURCE, "f"), (number,)) for number in numbers]
    assert [all(results(one.source)) for one in singles] == [False, False]


def test_a_pair_is_found_again_by_its_numbers():
    """The numbers of a pair give the same changed source."""
    numbers, repair = looked_for({})
    assert chosen(SOURCE, "f", repairs(SOURCE, "f"), numbers) == repair


def test_without_anything_nearer_no_pair_is_tried():
    """Pairs of changes that helped nothing by themselves would fit by accident."""
    assert all(len(numbers) == 1 for numbers, _ in stages(SOURCE, "f", repairs(SOURCE, "f"), {}))
