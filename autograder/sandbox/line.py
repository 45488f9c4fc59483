"""The wire to one session: requests that have one deadline each, some of them sent ahead, and why it ended."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from .ahead import SECONDS, Prepared, Queue, Strayed, frame
from .channel import packed_frame
from .conversation import Heard
from .deadline import Deadline
from .errors import ChannelClosed, DeadlinePassed, ProtocolViolation, SandboxError, SessionLost
from .limits import Limits, Usage
from .replies import how_it_ended, why_it_ended

_GRACE = 4.0  # seconds for a process that has closed its channel to end by itself, even on a busy machine


def _nobody(seconds: float) -> None:
    """Charged for what is not to be charged."""


class Line:
    """What is sent to a session and comes back, in order; nothing of it is understood here.

    Every request has one deadline, callbacks included. When the session is lost (timeout, memory, crashed, protocol)
    every further request raises the same SessionLost.
    """

    def __init__(self, zygote, limits: Limits, room: int, files: int, charge: Callable[[float], None]) -> None:
        self._zygote, self._limits = zygote, limits
        self.lost: SessionLost | None = None
        self.usage: Usage | None = None
        self._open: list[int] = []  # requests without an answer, each made while the one before it was answered
        self._number = 0
        self._charge, self._seen = charge, 0.0  # whom time is charged to, and the CPU time that has been
        self._allowed: Callable[[], float] = lambda: math.inf
        self._until, self._told = math.inf, 0.0
        self._deadline: Deadline | None = None
        self._ahead = Queue()
        self._begun = zygote.begin(limits, room, files)
        self._channel = self._begun.channel

    def allow(self, seconds: Callable[[], float], until: float) -> None:
        """See `Session.allow`."""
        self._allowed, self._until = seconds, until

    def ask(self, name: str, seconds: float, packed: bytes, count: int, buffers: Sequence) -> Heard:
        """Make a request of `count` parts, packed one after the other; the first that is heard then."""
        self.check()
        if not self._open:
            if len(self._ahead):
                raise Strayed("something else than was foreseen")
            self._ahead.stop()
            allowed = max(0.0, self._allowed())
            self._told = seconds if seconds <= allowed else round(allowed, 1)
            self._deadline = Deadline(min(seconds, allowed), self._begun.progress, self._until)
            self._compute(self._deadline.cpu_before)
        with self.guarded():
            if not self._channel.quiet:
                raise ProtocolViolation("an answer that nobody asked for")
            self._number += 1
            self._channel.send_packed(frame(name, self._number, packed, count), buffers, self._deadline)
            self._open.append(self._number)
            return self._hear()

    def call(self, function: int, request: Prepared) -> Heard:
        """Ask for calls of a function of the session. Raises Strayed if others were foreseen, or an answer is not there at once."""
        ahead = self._ahead
        if not self._open and ahead.pending and ahead.next_is(function, request):
            self.check()
            self._send_ahead(ahead)
            return self._answer_to(ahead)
        return self.ask("call", self._limits.call_seconds, request.of(function), 3, request.buffers)

    def answer(self, packed: bytes, buffers: Sequence) -> Heard:
        """Answer a call back; what is heard next."""
        self.check()
        with self.guarded():
            self._channel.send_packed(packed, buffers, self._deadline)
            return self._hear()

    def _hear(self) -> Heard:
        heard = Heard(*self._channel.receive_packed(self._deadline), self._open[-1])
        if heard.done:
            self._open.pop()
            if not self._open:
                self._over()
        return heard

    def _over(self) -> None:
        """No request waits for an answer any more."""
        self._open.clear()
        if self._deadline is not None:
            deadline, self._deadline = self._deadline, None
            self._charge(deadline.idle())

    def foresee(self, calls: Sequence[tuple[int, Prepared]]) -> None:
        """See `Session.foresee`."""
        self.forget()
        self._ahead = Queue(calls)

    @property
    def foreseen(self) -> int:
        """How many of the calls that were foreseen have not been asked for yet."""
        return self._ahead.pending

    def forget(self) -> None:
        """See `Session.forget`."""
        ahead, self._ahead = self._ahead, Queue()
        try:
            while len(ahead) and self.lost is None:
                self._answer_to(ahead)
        except Strayed:
            pass

    def _send_ahead(self, ahead: Queue) -> None:
        """As many of the foreseen calls as there is room for, in one piece."""
        frames = []
        for function, request in ahead.to_send():
            self._number += 1
            ahead.sent(self._number, function, request)
            frames.append(packed_frame(frame("call", self._number, request.of(function), 3), request.buffers))
        if frames:
            try:
                self._channel.write(b"".join(frames), Deadline(SECONDS))
            except (ChannelClosed, DeadlinePassed):  # answers to what was sent before may still be there
                ahead.stop()

    def _answer_to(self, ahead: Queue) -> Heard:
        """The next answer to what was sent ahead. Raises Strayed, and closes the session, if it is not there soon."""
        number, deadline = ahead.answered(), None
        try:
            if not self._channel.ready:
                deadline = Deadline(min(SECONDS, max(0.0, self._allowed())), self._begun.progress, self._until)
                self._compute(deadline.cpu_before)
            heard = Heard(*self._channel.receive_packed(deadline), number)
        except (DeadlinePassed, ProtocolViolation, ChannelClosed):
            raise self.strayed() from None
        finally:
            if deadline is not None:
                self._charge(deadline.idle())
        if not heard.done:
            raise self.strayed()
        return heard

    def strayed(self) -> Strayed:
        """Close the session: what was said to it is not what is to be said."""
        self.close()
        return Strayed("no answer to what was foreseen")

    def check(self) -> None:
        """Raise SessionLost if the session is."""
        if self.lost is not None:
            raise self.lost

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Any failure to get a good answer ends the session, and says why."""
        try:
            yield
        except DeadlinePassed:
            self._lose("timeout", f"no answer within {self._told:g} s")
        except ProtocolViolation as violation:
            self._lose("protocol", f"the session sent {violation}")
        except ChannelClosed:
            self._lose(*why_it_ended(self._end(_GRACE), self._limits))
        except (SessionLost, SandboxError):
            raise
        except BaseException:
            self.close()  # interrupted between question and answer: no answer could be trusted any more
            raise

    def _lose(self, status: str, reason: str) -> None:
        self.lost = SessionLost(status, reason)
        if status == "timeout":
            self._settle()
        self._end()
        raise self.lost from None

    def _settle(self) -> None:
        """Charge a request whose time is over with that time and no more. On a busy machine it takes a while until somebody
        looks, and another until the session is gone, and all the while an endless loop goes on: nobody's fault, and not to be
        taken from the time that is left for checks."""
        deadline, progress = self._deadline, self._begun.progress
        late = max(0.0, deadline.charged() - deadline.seconds) if deadline is not None else 0.0
        if progress is not None:
            self._compute(progress.cpu())
        self._over()
        self._charge(-late)
        self._charge = _nobody

    def close(self) -> None:
        """End the session and everything it started; more than once does no harm."""
        self._end()
        if self.lost is None:
            self.lost = SessionLost("crashed", "the session was closed")

    def _end(self, grace: float = 0.0) -> dict:
        if self.usage is None:
            self.usage = Usage(0.0, 0.0, "unknown")
            self._ended = {"exit": 0, "cpu": 0.0, "rss_kb": 0, "killed": True}
            try:
                self._ended = self._zygote.end(self._begun, grace)
            finally:
                self._channel.close()
                self._over()
            self.usage = Usage(self._ended["cpu"], self._ended["rss_kb"] / 1024, how_it_ended(self._ended["exit"]))
            self._compute(self._ended["cpu"])
        return self._ended

    def _compute(self, cpu: float) -> None:
        """Charge the CPU time since the last time; cpu: that of the whole session."""
        if self._begun.progress is not None and cpu > self._seen:
            self._charge(cpu - self._seen)
            self._seen = cpu
