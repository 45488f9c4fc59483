"""What counts towards a deadline: computing and sleeping do, waiting for a core does not."""

import os
import select
import subprocess
import sys
import threading
import time

import pytest
from autograder.sandbox import Limits, SessionLost
from autograder.sandbox.deadline import Deadline
from autograder.sandbox.errors import DeadlinePassed

COMPUTES = """
import time
def computes(seconds):
    until = time.process_time() + seconds
    while time.process_time() < until: pass
    return seconds
def sleeps(seconds):
    time.sleep(seconds)
    return seconds
def asks(callback, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until: callback()
    return seconds
"""


class Scripted:
    """A process that computes and waits for a core in fixed shares of the time that passes; the rest it sleeps."""

    def __init__(self, computes=0.0, waits=0.0):
        self._computes, self._waits, self._began = computes, waits, time.monotonic()
        self.last_delay = 0.0

    def cpu(self):
        return self._computes * (time.monotonic() - self._began)

    def delay(self):
        return self._waits * (time.monotonic() - self._began)

    def asleep(self):
        return self._computes + self._waits < 1.0


class Queued(Scripted):
    """A process that waits for a core all the time: how long, the kernel tells only when it gets one, every 0.3 s."""

    def delay(self):
        passed = time.monotonic() - self._began
        return passed - passed % 0.3

    def asleep(self):
        return False


def waited(process, limit, answer_after):
    """Wait for an answer that comes after so many seconds: the deadline, for what it has counted. Raises DeadlinePassed."""
    read, write = os.pipe()
    poll = select.poll()
    poll.register(read, select.POLLIN)
    timer = threading.Timer(answer_after, os.write, (write, b"."))
    timer.start()
    try:
        deadline = Deadline(limit, process)
        deadline.wait(poll)
        return deadline
    finally:
        timer.join()
        os.close(read)
        os.close(write)


@pytest.mark.parametrize("shares", [{"waits": 1.0}, {"computes": 0.1, "waits": 0.9}])
def test_waiting_for_a_core_does_not_count(shares):
    """An answer that comes after four times the limit is in time if nearly all of that was waiting for a core."""
    assert waited(Scripted(**shares), limit=0.2, answer_after=0.8).charged() < 0.2


def test_waiting_does_not_count_before_it_is_known_how_long_it_was():
    """On a very crowded machine a process waits for longer than anybody looks away."""
    assert waited(Queued(), limit=0.2, answer_after=0.8).charged() < 0.2


@pytest.mark.parametrize("shares", [{}, {"computes": 1.0}, {"computes": 0.5, "waits": 0.1}])
def test_computing_and_sleeping_count(shares):
    """Whoever sleeps, computes or does a bit of both is stopped at the limit."""
    with pytest.raises(DeadlinePassed):
        waited(Scripted(**shares), limit=0.2, answer_after=0.8)


def test_a_process_that_nobody_watches_has_its_limit_on_the_wall():
    """Where the kernel shows no progress all time counts."""
    with pytest.raises(DeadlinePassed):
        waited(None, limit=0.2, answer_after=0.8)


def test_patience_ends_whatever_is_counted():
    """Time that is neither computing nor waiting for a core is limited, even if no silence is long enough to be noticed."""
    process = Scripted(computes=0.01)
    deadline = Deadline(0.1, process)
    with pytest.raises(DeadlinePassed):
        for _ in range(1000):
            time.sleep(0.004)
            deadline.check()
    assert deadline.charged() >= 0.1


@pytest.fixture
def crowd():
    """Several times as many busy processes as there are cores."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(4 * (os.cpu_count() or 1))]
    yield
    for process in busy:
        process.kill()
        process.wait()


def test_a_crowded_machine_makes_nobody_late(zygote, crowd):
    """What takes more than half of the limit on an idle machine stays within it on a crowded one; what is endless does not."""
    with zygote.session(Limits(call_seconds=0.7)) as session:
        session.run_cell(COMPUTES)
        assert session.lookup("computes")(0.4) == 0.4
        assert session.lookup("sleeps")(0.4) == 0.4
    for endless in ("computes", "sleeps"):
        with zygote.session(Limits(call_seconds=0.7)) as session:
            session.run_cell(COMPUTES)
            with pytest.raises(SessionLost) as lost:
                session.lookup(endless)(1000.0)
            assert lost.value.status == "timeout"


def test_callbacks_count(zygote):
    """A function that asks back without end has no more time than one that computes."""
    with zygote.session(Limits(call_seconds=0.5)) as session:
        session.run_cell(COMPUTES)
        with pytest.raises(SessionLost) as lost:
            session.observe_many(session.lookup("asks"), [(lambda: None, 1000.0)])
        assert lost.value.status == "timeout"


def test_the_time_a_session_takes_is_charged(zygote):
    """Whoever keeps the account of several sessions is told what each has computed and slept."""
    told = []
    with zygote.session(Limits(), charge=told.append) as session:
        session.run_cell(COMPUTES)
        session.lookup("computes")(0.2)
        session.lookup("sleeps")(0.3)
    assert 0.45 < sum(told) < 1.5


def test_allowances_end_requests(zygote):
    """A request takes no more than is allowed when it begins, whatever the limits still allow."""
    with zygote.session(Limits(call_seconds=30.0)) as session:
        session.run_cell(COMPUTES)
        session.allow(lambda: 0.3)
        with pytest.raises(SessionLost) as lost:
            session.lookup("sleeps")(20.0)
        assert (lost.value.status, lost.value.reason) == ("timeout", "no answer within 0.3 s")
