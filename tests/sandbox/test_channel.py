"""Frames over pipes: whole ones arrive, damaged ones are refused, slow ones cost no more than their deadline."""

import os
import struct
import threading
import time

import pytest
from autograder.sandbox.channel import MAX_HEADER, Channel
from autograder.sandbox.codec import MAX_BUFFERS, MAX_BYTES
from autograder.sandbox.deadline import Deadline
from autograder.sandbox.errors import ChannelClosed, DeadlinePassed, ProtocolViolation


@pytest.fixture
def pair():
    (a, b), (c, d) = os.pipe(), os.pipe()
    ours, theirs = Channel(a, d), Channel(c, b)
    yield ours, theirs
    ours.close()
    theirs.close()


def soon(seconds=0.2):
    return Deadline(seconds)


def test_large_frames_cross_in_both_directions_at_once(pair):
    """Frames far larger than the pipe arrive whole while both ends send."""
    ours, theirs = pair
    load = [os.urandom(3_000_000), b"", os.urandom(10)]
    echo = threading.Thread(target=lambda: theirs.send(*theirs.receive(soon(10)), soon(10)))
    echo.start()
    ours.send(["x", 1], load, soon(10))
    header, buffers = ours.receive(soon(10))
    echo.join()
    assert header == ["x", 1] and buffers == load


def test_frames_sent_together_are_told_apart(pair):
    """Two frames that arrive in one read are two frames, and the second is noticed as early."""
    ours, theirs = pair
    theirs.send(["a"], [b"1"])
    theirs.send(["b"], [b"2"])
    assert ours.receive(soon()) == (["a"], [b"1"]) and not ours.quiet
    assert ours.receive(soon()) == (["b"], [b"2"]) and ours.quiet


@pytest.mark.parametrize("frame", [
    struct.pack("<II", MAX_HEADER + 1, 0), struct.pack("<II", 1, MAX_BUFFERS + 1), struct.pack("<IIQ", 1, 1, MAX_BYTES + 1),
    struct.pack("<IIQQ", 1, 2, MAX_BYTES, 1) , struct.pack("<II", 1, 0) + b"\xc1", struct.pack("<II", 1, 0) + b"\x01", struct.pack("<II", 2, 0) + b"\x92\x01",
    struct.pack("<II", 0, 0), struct.pack("<II", 3, 0) + b"\x91\xa1\xff", struct.pack("<II", 3, 0) + b"\x81\xa1a",
])  # fmt: skip
def test_a_malformed_frame_is_a_protocol_violation(pair, frame):
    """Oversized or damaged frames are refused before memory is spent on them."""
    ours, theirs = pair
    os.write(theirs.write_fd, frame)
    with pytest.raises(ProtocolViolation):
        ours.receive(soon())


def test_silence_ends_at_the_deadline(pair):
    """A peer that says nothing costs the deadline and no more."""
    start = time.monotonic()
    with pytest.raises(DeadlinePassed):
        pair[0].receive(soon(0.1))
    assert 0.1 <= time.monotonic() - start < 30


def test_trickling_bytes_do_not_extend_the_deadline(pair):
    """A peer that sends a byte now and then is held to the same deadline."""
    ours, theirs = pair
    stop = threading.Event()

    def trickle():
        os.write(theirs.write_fd, struct.pack("<II", 1000, 0))
        while not stop.wait(0.005):
            os.write(theirs.write_fd, b"x")

    thread = threading.Thread(target=trickle)
    thread.start()
    start = time.monotonic()
    try:
        with pytest.raises(DeadlinePassed):
            ours.receive(soon(0.2))
    finally:
        stop.set()
        thread.join()
    assert time.monotonic() - start < 30


def test_a_peer_that_does_not_read_ends_at_the_deadline(pair):
    """Sending more than the pipe holds to a peer that never reads ends at the deadline."""
    with pytest.raises(DeadlinePassed):
        pair[0].send(["x"], [bytes(5_000_000)], soon(0.1))


def test_a_peer_that_is_gone_is_noticed(pair):
    """Reading from and writing to a closed peer raise ChannelClosed, also in the middle of a frame."""
    ours, theirs = pair
    os.write(theirs.write_fd, struct.pack("<II", 100, 0) + b"half")
    theirs.close()
    with pytest.raises(ChannelClosed):
        ours.receive(soon())
    with pytest.raises(ChannelClosed):
        ours.send(["x"], [], soon())
