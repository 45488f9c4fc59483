"""The session's quick way with arguments makes what the careful one makes, and sees what the careful look would find."""

import numpy as np
import pytest
from autograder.sandbox.codec import Encoder
from autograder.sandbox.inner_values import arguments
from autograder.sandbox.mutation import Seen, as_seen, overwritten, unchanged
from hypothesis import given
from tests.sandbox.test_codec import VALUES, Opaque, decode, same, send


def made(value):
    """(what the session makes of a value, what it has seen, the tree, the buffers)"""
    tree, buffers = send(value)
    seen: Seen = []
    (one,) = arguments([tree], buffers, Opaque, seen)
    return one, seen, tree, buffers


@given(VALUES)
def test_both_ways_make_the_same_value(value):
    """Same types, same bits, and nothing looks touched that nobody has touched."""
    one, seen, tree, buffers = made(value)
    assert same(one, decode(tree, buffers)) and as_seen(seen)


@pytest.mark.parametrize("order", ["C", "F"])
def test_an_argument_is_an_array_of_its_own(order):
    """It can be written to and resized, and lies in memory as the one that was sent."""
    array = np.asarray(np.arange(6.0).reshape(2, 3), order=order)
    one, *_ = made(array)
    assert one.flags[f"{order}_CONTIGUOUS"] and one.flags.writeable and one.flags.owndata


CHANGES = {
    "a number": lambda value: value["a"][0].__setitem__((0, 0), 9.0),
    "the sign of zero": lambda value: value["a"][0].__setitem__((0, 1), -0.0),
    "the shape": lambda value: setattr(value["a"][0], "shape", (4,)),
    "the type": lambda value: setattr(value["a"][0], "dtype", np.int64),
    "one more in a list": lambda value: value["a"].append(1),
    "another in a list": lambda value: value["a"].__setitem__(0, np.ones((2, 2))),
    "an atom of a list": lambda value: value["a"].__setitem__(1, 4),
    "a key that goes": lambda value: value.pop("b"),
    "another key": lambda value: value.update(c=value.pop("b")),
    "another value": lambda value: value.update(b=None),
    "inside a tuple": lambda value: value["b"][0].fill(7.0),
}


@pytest.mark.parametrize("change", CHANGES)
def test_no_change_escapes_the_glance(change):
    """Whatever the careful look calls changed is not as it was seen; an argument."""
    one, seen, tree, buffers = made({"a": [np.array([[1.0, 0.0], [2.0, 3.0]]), 3], "b": (np.zeros(2), "text")})
    CHANGES[change](one)
    assert not unchanged(one, tree, buffers) and not as_seen(seen)


@pytest.mark.parametrize("make", [
    lambda array: array, lambda array: array.T, lambda array: [array], lambda array: {"y": (array, 1.0)}, lambda array: array[::2], lambda array: array.astype(">f8"),
], ids=["array", "transposed", "list", "dict", "every other", "other bytes"])  # fmt: skip
def test_no_result_that_a_later_call_changed_escapes_the_glance(make):
    """A result that the careful look calls overwritten is not as it was seen when it was encoded."""
    result = make(np.arange(6.0).reshape(3, 2))
    encoder = Encoder(lambda value: ["object"], snapshot=True)
    tree = encoder.encode(result)
    array = result if type(result) is np.ndarray else result[0] if type(result) is list else result["y"][0]
    array[0, 0] = 7.5
    assert overwritten(result, tree, encoder.buffers) and not as_seen(encoder.seen)
