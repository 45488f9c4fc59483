"""What a session says is the same only byte for byte; what was said can be gone through again, and nothing else."""

import msgpack
import numpy as np
import pytest
from autograder.sandbox.ahead import Prepared, Strayed
from autograder.sandbox.conversation import Conversation, Heard, Said
from autograder.sandbox.errors import ProtocolViolation
from autograder.sandbox.given import RANGE, Given

REPLY = [True, [["array", "<f8", [2], False, b"x" * 16], ""], []]


def done(reply, *buffers, number=7):
    return Heard(msgpack.packb(["done", number, reply]), list(buffers), number)


def test_the_number_of_a_request_is_all_that_may_differ():
    """Small numbers, large numbers: the same answer has the same key, and reads the same."""
    heard = [done(REPLY, b"ab", number=number) for number in (1, 200, 70_000)]
    assert len({one.key for one in heard}) == 1 and all(one.done and one.parts() == [REPLY] for one in heard)


@pytest.mark.parametrize(
    "other",
    [
        done([True, [["array", "<f8", [2], True, b"x" * 16], ""], []], b"ab"),
        done([True, [["array", "<f8", [2], False, b"x" * 15 + b"y"], ""], []], b"ab"),
        done([True, [["array", "<f8", [2], False, b"x" * 16], "said"], []], b"ab"),
        done([True, [["array", "<f8", [2], False, b"x" * 16], ""], [0]], b"ab"),
        done(REPLY),
        done(REPLY, b"a", b"b"),
        done(REPLY, b"ac"),
        done(REPLY, b"ab", b""),
        Heard(msgpack.packb(["callback", True, [], []]), [b"ab"], 7),
    ],
)
def test_anything_else_that_differs_is_another_answer(other):
    """Order in memory, a bit, what was printed, a changed argument, a buffer more, less or cut elsewhere."""
    assert other.key and other.key != done(REPLY, b"ab").key


def test_an_answer_cannot_look_like_a_call_back():
    """What follows the number of an answer may be the very bytes of a call back: they are not the same."""
    called = ["callback", 0, [], ["dict", []]]
    assert done(called).key != Heard(msgpack.packb(called), [], 7).key


@pytest.mark.parametrize("header", [b"\x93\xd9\x04done\x07\xc0", b"\x93\xa4done\xcc\x07\xc0", b"\x94\xd9\x08callback\x00\x90\x90"])
def test_what_is_written_otherwise_is_read_and_never_the_same(header):
    """Other codecs write the same header in other bytes."""
    assert Heard(header, [], 7).key == b""


@pytest.mark.parametrize("header", [b"\x93\xa4done\x08\xc0", b"\x93\xa4none\x07\xc0", b"\x91\xc0", b"\xc1", b""])
def test_what_answers_nothing_is_a_violation(header):
    """Another number, another word, too little, nothing."""
    with pytest.raises(ProtocolViolation):
        Heard(header, [], 7)


def said(*parts):
    return Said("f", Prepared(msgpack.packb(parts)))


def test_the_past_is_told_in_its_order():
    """And only that: something else than was said contradicts it."""
    past = [(said(1), done(1)), (said(2), done(2))]
    talk = Conversation({}, RANGE, past)
    assert talk.again(said(1)) is past[0][1] and talk.retold
    assert talk.again(said(2)) is past[1][1] and not talk.retold and talk.again(said(3)) is None
    talk = Conversation({}, RANGE, past)
    with pytest.raises(Strayed):
        talk.again(said(2))
    assert talk.contradicted


def test_a_long_conversation_is_not_kept():
    """What was noted is dropped; what is said keeps its bytes when the array behind them changes."""
    talk, array = Conversation({}, RANGE), np.arange(4, dtype=np.uint8)
    kept = talk.kept(Said("f", Prepared(b"", (array.data,))))
    array[:] = 9
    assert bytes(kept.request.buffers[0]) == bytes(range(4))
    talk.note(kept, done(1))
    assert talk.whole and len(talk.steps) == 1
    talk.note(said(2), done(b"x" * (2 << 20)))
    assert not talk.whole and talk.steps == []


def test_functions_given_in_a_conversation_have_numbers_of_their_own():
    """Whatever was given before; what was given stays given; what a conversation has not given was missed."""
    given, one, other = Given(), lambda: 1, lambda: 2
    assert [given.number(one), given.number(other), given.number(one)] == [0, 1, 0]
    with given.numbered_from(3 * RANGE):
        assert [given.number(other), given.number(one), given.number(other)] == [3 * RANGE, 3 * RANGE + 1, 3 * RANGE]
    assert given.number(len) == 2 and given.function(3 * RANGE + 1) is one and given.missed is None
    for number in (99, -1, True, "0", 5 * RANGE):
        with pytest.raises(ProtocolViolation):
            given.function(number)
    assert given.missed == 5 * RANGE
