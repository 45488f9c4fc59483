"""What counts towards a deadline: computing and sleeping do, waiting for a core does not."""

import os
import subprocess
import sys
import time

import pytest
from autograder.sandbox import Limits, SessionLost
from autograder.sandbox import deadline as module
from autograder.sandbox.deadline import Deadline, Progress
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


class Clock:
    """Time that passes only while somebody waits, in place of `time`; this side computes nothing."""

    now = 0.0

    def monotonic(self):
        return self.now

    def thread_time(self):
        return 0.0


@pytest.fixture
def clock(monkeypatch):
    """The clock that deadlines see: nothing here depends on how fast this machine is."""
    made = Clock()
    monkeypatch.setattr(module, "time", made)
    return made


class Answer:
    """A `poll` to which something is there at a time."""

    def __init__(self, clock, at):
        self._clock, self._at = clock, at

    def poll(self, milliseconds):
        until = self._clock.now + milliseconds / 1000
        self._clock.now = max(self._clock.now, min(until, self._at))
        return [(0, 1)] if until >= self._at else []


class Scripted:
    """A process that computes and waits for a core in fixed shares of the time that passes; the rest it sleeps."""

    last_delay = 0.0

    def __init__(self, clock, computes=0.0, waits=0.0):
        self._clock, self._computes, self._waits = clock, computes, waits

    def cpu(self):
        return self._computes * self._clock.now

    def delay(self):
        return self._waits * self._clock.now

    def asleep(self):
        return self._computes + self._waits < 1.0


class Queued(Scripted):
    """A process that waits for a core all the time: how long, the kernel tells only when it gets one, every 0.3 s."""

    def delay(self):
        return self._clock.now - self._clock.now % 0.3

    def asleep(self):
        return False


def waited(clock, process, limit, answer_after):
    """Wait for an answer that comes after so many seconds: the deadline, for what it has counted. Raises DeadlinePassed."""
    deadline = Deadline(limit, process)
    deadline.wait(Answer(clock, answer_after))
    return deadline


@pytest.mark.parametrize("shares", [{"waits": 1.0}, {"computes": 0.1, "waits": 0.9}])
def test_waiting_for_a_core_does_not_count(clock, shares):
    """An answer that comes after four times the limit is in time if nearly all of that was waiting for a core."""
    assert waited(clock, Scripted(clock, **shares), limit=0.2, answer_after=0.8).charged() < 0.2


def test_waiting_does_not_count_before_it_is_known_how_long_it_was(clock):
    """On a very crowded machine a process waits for longer than anybody looks away."""
    assert waited(clock, Queued(clock), limit=0.2, answer_after=0.8).charged() < 0.2


@pytest.mark.parametrize("shares", [{}, {"computes": 1.0}, {"computes": 0.5, "waits": 0.1}])
def test_computing_and_sleeping_count(clock, shares):
    """Whoever sleeps, computes or does a bit of both is stopped at the limit."""
    with pytest.raises(DeadlinePassed):
        waited(clock, Scripted(clock, **shares), limit=0.2, answer_after=0.8)
    assert clock.now < 0.5


def test_a_process_that_nobody_watches_has_its_limit_on_the_wall(clock):
    """Where the kernel shows no progress all time counts."""
    with pytest.raises(DeadlinePassed):
        waited(clock, None, limit=0.2, answer_after=0.8)
    assert clock.now < 0.3


def test_patience_ends_whatever_is_counted(clock):
    """Time that is neither computing nor waiting for a core is limited, even if no silence is long enough to be noticed."""
    deadline = Deadline(0.1, Scripted(clock, computes=0.01))
    with pytest.raises(DeadlinePassed):
        for _ in range(1000):
            clock.now += 0.004
            deadline.check()
    assert deadline.charged() >= 0.1 and clock.now < 0.5


def test_what_a_process_waited_for_is_known_when_it_is_gone(tmp_path):
    """One that is killed late on a busy machine has waited all the same: its time is not charged as sleep."""
    progress, counted = Progress(os.getpid()), tmp_path / "schedstat"
    counted.write_text("1 7000000000 1")
    progress._path = str(counted)
    assert progress.delay() >= 7.0
    counted.unlink()
    assert progress.delay() >= 7.0


@pytest.fixture
def crowd():
    """Several times as many busy processes as there are cores."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(3 * (os.cpu_count() or 1))]
    yield
    for process in busy:
        process.kill()
        process.wait()


def test_a_crowded_machine_makes_nobody_late(zygote, crowd):
    """What takes more than half of the limit on an idle machine stays within it on a crowded one; what is endless does not."""
    with zygote.session(Limits(call_seconds=1.2)) as session:
        session.run_cell(COMPUTES)
        assert session.lookup("computes")(0.65) == 0.65
        assert session.lookup("sleeps")(0.65) == 0.65
    for endless in ("computes", "sleeps"):
        with zygote.session(Limits(call_seconds=0.5)) as session:
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
        session.lookup("sleeps")(0.8)
    # On a crowded machine part of the sleep counts as waiting for a core; on a slow one forking and a first cell take seconds.
    assert 0.35 < sum(told) < 10


def test_what_goes_on_after_its_time_is_not_charged(zygote, monkeypatch):
    """An endless loop that is ended late, as on a busy machine, is charged the time it was given and no more."""
    told, end = [], zygote.end

    def late(begun, grace=0.0):
        until = begun.progress.cpu() + 1.5
        while begun.progress.cpu() < until:
            time.sleep(0.01)
        return end(begun, grace)

    monkeypatch.setattr(zygote, "end", late)
    with zygote.session(Limits(call_seconds=0.2), charge=told.append) as session:
        session.run_cell(COMPUTES)
        before = sum(told)
        with pytest.raises(SessionLost) as lost:
            session.lookup("computes")(1000.0)
    assert lost.value.status == "timeout"
    assert 0.1 < sum(told) - before < 1.2


def test_allowances_end_requests(zygote):
    """A request takes no more than is allowed when it begins, whatever the limits still allow."""
    with zygote.session(Limits(call_seconds=30.0)) as session:
        session.run_cell(COMPUTES)
        session.allow(lambda: 0.3)
        with pytest.raises(SessionLost) as lost:
            session.lookup("sleeps")(20.0)
        assert (lost.value.status, lost.value.reason) == ("timeout", "no answer within 0.3 s")
