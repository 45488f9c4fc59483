"""The session's end of the channel speaks the frames of the grader's."""

import os

import pytest
from autograder.sandbox import inner_channel
from autograder.sandbox.channel import MAX_HEADER, Channel
from autograder.sandbox.inner_channel import InnerChannel
from hypothesis import given, settings
from hypothesis import strategies as st

BUFFERS = st.lists(st.binary(max_size=300), max_size=4)
FRAMES = st.lists(st.tuples(st.lists(st.one_of(st.integers(0, 99), st.text(max_size=9), st.binary(max_size=80)), max_size=4), BUFFERS), min_size=1, max_size=6)


class Pair:
    """Both ends: `outer` is the grader's, `inner` the session's."""

    def __enter__(self):
        (a, b), (c, d) = os.pipe(), os.pipe()
        self.outer, self.inner = Channel(a, d), InnerChannel(c, b)
        self.theirs = (b, c)
        return self

    def __exit__(self, *_):
        self.outer.close()
        for fd in self.theirs:
            os.close(fd)


@settings(max_examples=60)
@given(FRAMES)
def test_frames_sent_at_once_are_received_one_by_one(frames):
    """However many frames come in one read, each arrives as it was sent, and so do the answers."""
    with Pair() as pair:
        for header, buffers in frames:
            pair.outer.send(header, buffers)
        for frame in frames:
            header, buffers = pair.inner.receive()
            assert (header, buffers) == frame
            pair.inner.send(header, buffers)
        for frame in frames:
            header, buffers = pair.outer.receive()
            assert (header, list(map(bytes, buffers))) == frame


def test_a_frame_larger_than_any_read_arrives(monkeypatch):
    """A frame that comes in many pieces is put together, and the one behind it is not lost."""
    monkeypatch.setattr(inner_channel, "_CHUNK", 7)
    with Pair() as pair:
        pair.outer.send(["a"], [bytes(range(250)) * 100, b""])
        pair.outer.send(["b"])
        assert pair.inner.receive() == (["a"], [bytes(range(250)) * 100, b""])
        assert pair.inner.receive() == (["b"], [])


def test_an_answer_leaves_at_once():
    """Also while another request is here already: what was answered before stands, whatever the next one does."""
    with Pair() as pair:
        pair.outer.send([1])
        pair.outer.send([2])
        pair.inner.receive()
        pair.inner.send(["one"])
        assert pair.outer.receive()[0] == ["one"]


def test_a_header_that_is_too_large_is_not_sent():
    """It is a ValueError, and the frames after it are whole."""
    with Pair() as pair:
        with pytest.raises(ValueError, match="header"):
            pair.inner.send([b"1" * MAX_HEADER])
        pair.inner.send(["next"])
        assert pair.outer.receive()[0] == ["next"]
