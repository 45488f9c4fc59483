"""The targets of the fuzzer on inputs of hypothesis's choosing; and that a target can fail."""

import random

import pytest
from autograder.sandbox import decoder, replies
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import targets

DATA = st.one_of(st.binary(max_size=300), st.binary(min_size=200, max_size=2000))


@settings(max_examples=300)
@given(DATA)
def test_a_session_that_says_anything_is_believed_or_lost(data):
    """Random frames, and frames whose form is right, are an answer or the end of the session, as a protocol violation."""
    targets.reply(data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@settings(max_examples=300)
@given(DATA)
def test_a_file_of_anything_is_read_or_refused(data):
    """Random bytes, JSON in any encoding, and archives, damaged somewhere, are a notebook or one printable sentence."""
    targets.file(data)


def test_every_kind_of_value_is_reached(monkeypatch):
    """The inputs are not all refused at the door: among a few hundred each kind of value is built and each kind of reply read."""
    seen = set()
    for name, original in list(decoder._NODES.items()):
        monkeypatch.setitem(decoder._NODES, name, lambda *a, _f=original, _n=name: seen.add(_n) or _f(*a))
    for name in ("cell_result", "call_result", "remote"):
        original = getattr(replies, name)
        monkeypatch.setattr(f"autograder.sandbox.session.{name}", lambda *a, _f=original, _n=name: seen.add(_n) or _f(*a))
    chance = random.Random(1)
    for _ in range(3000):
        targets.reply(chance.randbytes(chance.choice((50, 300, 1000))))
    assert seen == {*decoder._NODES, "cell_result", "call_result", "remote"}


def test_a_target_can_fail(monkeypatch):
    """A decoder that lets another error out is noticed: this is what the fuzzer looks for."""
    monkeypatch.setitem(decoder._NODES, "list", lambda *a: {}["no such key"])
    chance = random.Random(2)
    with pytest.raises(KeyError):
        for _ in range(1500):
            targets.reply(chance.randbytes(600))
