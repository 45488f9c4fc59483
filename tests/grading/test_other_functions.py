"""A result that another function gives, before, after or instead, is told so if it explains every wrong call."""

import numpy as np
import pytest

from autograder.grading.other_functions import other_function
from autograder.grading.over_calls import Part
from autograder.slips.answers import Answer


def sigmoid(z):
    """Any activation."""
    return 1 / (1 + np.exp(-z))


def slope(z, scale=1.0):
    """Its slope."""
    return scale * sigmoid(z) * (1 - sigmoid(z))


def layer(z, scale):
    """The function asked for."""
    return scale * z**2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda z, scale: slope(z, scale), ("function.other", "slope gives for z and scale")),
        (lambda z, scale: sigmoid(layer(z, scale)), ("function.after", "sigmoid")),
        (lambda z, scale: np.sqrt(layer(z, scale)), ("function.missing", "square")),
        (lambda z, scale: layer(sigmoid(z), scale), ("function.before", "z were what sigmoid gives for it")),
        (lambda z, scale: layer(np.tanh(z), scale), None),
        (layer, None),
    ],
)
def test_which_function_and_where(wrong, said):
    """Functions of as many arguments or fewer; what none of them explains is not told."""
    rng = np.random.default_rng(0)
    calls = []
    for n in (2, 3, 5):
        args = (rng.normal(size=n), float(rng.uniform(0.5, 2)))
        answer = Answer(args, wrong(*args), layer(*args), lambda there: layer(*there), ("z", "scale"))
        calls.append((answer.theirs, answer.right, answer))
    assert other_function(Part((), tuple(calls)), {"sigmoid": sigmoid, "slope": slope, "square": lambda z: z * z}) == said


def trained(z, scale, turns=10**9):
    """One that goes on for long, whatever it is handed."""
    for _ in range(turns):
        z = scale * z
    return z


def test_a_function_that_goes_on_for_long_is_left():
    """It is no explanation, the other functions are asked as ever, and the answers asked for are not cut short."""
    rng = np.random.default_rng(0)
    calls = []
    for n in (2, 3, 5):
        args = (rng.normal(size=n), float(rng.uniform(0.5, 2)))
        answer = Answer(args, sigmoid(layer(*args)), layer(*args), lambda there: layer(*there), ("z", "scale"))
        calls.append((answer.theirs, answer.right, answer))
    assert other_function(Part((), tuple(calls)), {"trained": trained, "sigmoid": sigmoid}) == ("function.after", "sigmoid")
