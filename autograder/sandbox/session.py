"""The trusted side of one session: requests with a deadline, and what happens when no good answer comes."""

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath

from .ahead import SECONDS, Prepared, Queue, Strayed, frame, packed
from .codec import Decoder, Encoder, TooLarge
from .deadline import Deadline
from .errors import ChannelClosed, DeadlinePassed, NameMissing, ProtocolViolation, SandboxError, SessionLost
from .limits import Limits, Usage
from .replies import CallResult, CellResult, Remote, call_result, cell_result, how_it_ended, parts, remote, why_it_ended

_PAGE = 4096
_MAX_NESTED = 16  # callbacks inside calls inside callbacks
_GRACE = 4.0  # seconds for a process that has closed its channel to end by itself, even on a busy machine


class Session:
    """One sandboxed process that runs cells and calls; made by `Zygote.session`. Not for several threads at once.

    Every request has one deadline, callbacks included. When the session is lost (timeout, memory, crashed, protocol)
    every further use raises the same SessionLost.
    """

    def __init__(self, zygote, limits: Limits, files: Mapping[str, bytes], charge: Callable[[float], None]):
        content = {relative(name): bytes(data) for name, data in files.items()}
        folders = {parent for name in content for parent in PurePosixPath(name).parents}
        room = sum(-(-len(data) // _PAGE) * _PAGE for data in content.values()) + _PAGE * len(folders)
        self._zygote, self._limits = zygote, limits
        self._lost: SessionLost | None = None
        self._usage: Usage | None = None
        self._functions: list[Callable] = []
        self._number = self._nested = 0
        self._charge, self._seen = charge, 0.0  # whom time is charged to, and the CPU time that has been
        self._allowed: Callable[[], float] = lambda: math.inf
        self._until, self._told = math.inf, 0.0
        self._keep = True
        self._ahead = Queue()
        self._begun = zygote.begin(limits, room, len(content) + len(folders))
        self._channel = self._begun.channel
        try:
            for name, data in content.items():
                self._exchange("file", limits.call_seconds, lambda encoder, n=name, d=data: [n, encoder.encode(d)])
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def usage(self) -> Usage | None:
        """What the session used, once it has ended."""
        return self._usage

    @property
    def lost(self) -> SessionLost | None:
        """Why the session was lost; None while it works."""
        return self._lost

    def run_cell(self, source: str, *, render: bool = False) -> CellResult:
        """Run one notebook cell; figures become pictures only if `render`.

        A cell that loses the session says so in its status; after that SessionLost is raised.
        """
        self._check()
        text, start = source.encode("utf-8", "surrogatepass"), time.monotonic()
        try:
            reply, buffers = self._exchange("cell", self._limits.cell_seconds, lambda encoder: [encoder.encode(text), bool(render)])
            seconds = time.monotonic() - start
            with self._guarded():
                value = self._decoder(buffers).decode(reply)
                return cell_result(value, self._keep, self._limits.output_bytes, seconds)
        except SessionLost as lost:
            return CellResult(lost.status, message=lost.reason, seconds=time.monotonic() - start)

    def lookup(self, name: str) -> object:
        """The value of a name in the notebook: plain data, or a Remote. Raises NameMissing, SessionLost."""
        self._check()
        reply, buffers = self._exchange("lookup", self._limits.call_seconds, lambda encoder: [name])
        with self._guarded():
            found, tree = parts(reply, 2)
            value = self._decoder(buffers).decode(tree)
        if found is not True:
            raise NameMissing(name)
        return value

    def functions(self, names: Sequence[str]) -> dict[str, Remote]:
        """Those of the names that stand for something that can only be called, in one message. Raises SessionLost."""
        self._check()
        reply, buffers = self._exchange("lookups", self._limits.call_seconds, lambda encoder: [list(names)])
        with self._guarded():
            decode = self._decoder(buffers).decode
            found = {name: decode(parts(answer, 2)[1]) for name, answer in zip(names, parts(reply, len(names)), strict=True)}
        return {name: value for name, value in found.items() if type(value) is Remote and value.kind == "function"}

    def observe_many(
        self, function: Remote, cases: Sequence[tuple], kwargs: Mapping[str, object] | None = None
    ) -> list[CallResult]:
        """Call `function` once per tuple of arguments, in one message; an error in one case does not stop the others.

        The arguments of every call are decoded afresh. Raises SessionLost, and SandboxError for arguments that cannot be
        sent: anything but plain data, functions of this side, and Remotes of this session.
        """
        self._check()
        if type(function) is not Remote:
            raise SandboxError("only what a session has handed out can be called in it")
        cases, named = [tuple(case) for case in cases], dict(kwargs or {})

        def build(encoder: Encoder) -> list:
            return [encoder.encode(function), [[encoder.encode(arg) for arg in case] for case in cases], encoder.encode(named)]

        foreseen = self._foreseen(function, build)
        reply, buffers = foreseen or self._exchange("call", self._limits.call_seconds, build)
        with self._guarded():
            decode, room, results = self._decoder(buffers).decode, self._limits.output_bytes, []
            for answer, case in zip(parts(reply, len(cases)), cases, strict=True):
                results.append(call_result(answer, decode, len(case), self._keep, room))
                room -= len(results[-1].stdout)
            return results

    def foresee(self, calls: Sequence[tuple[Remote, Prepared]]) -> None:
        """These calls will probably be asked for next, in this order: they are sent ahead as soon as the first of them is.

        Until they have all been answered, or forgotten, a request for anything else raises Strayed, and so does a call of
        theirs that does not simply return.
        """
        self.forget()
        self._ahead = Queue([(function._number, request) for function, request in calls])

    @property
    def foreseen(self) -> int:
        """How many of the calls that were foreseen have not been asked for yet."""
        return self._ahead.pending

    def forget(self) -> None:
        """Foresee nothing any more. What was sent is waited for, and the session closed if that is not over at once."""
        ahead, self._ahead = self._ahead, Queue()
        try:
            while len(ahead) and self._lost is None:
                self._answer_to(ahead)
        except Strayed:
            pass

    def discard_output(self) -> None:
        """From now on keep nothing the session prints, draws or says; of errors only well-known names."""
        self._keep = False

    def allow(self, seconds: Callable[[], float], until: float = math.inf) -> None:
        """Let no request take more than `seconds()`, asked when it begins, nor go on after `until` (`time.monotonic`), whatever the
        limits still allow."""
        self._allowed, self._until = seconds, until

    def close(self) -> None:
        """End the session and everything it started; more than once does no harm."""
        self._end()
        if self._lost is None:
            self._lost = SessionLost("crashed", "the session was closed")

    def _end(self, grace: float = 0.0) -> dict:
        if self._usage is None:
            self._usage = Usage(0.0, 0.0, "unknown")
            self._ended = {"exit": 0, "cpu": 0.0, "rss_kb": 0, "killed": True}
            try:
                self._ended = self._zygote.end(self._begun, grace)
            finally:
                self._channel.close()
            self._usage = Usage(self._ended["cpu"], self._ended["rss_kb"] / 1024, how_it_ended(self._ended["exit"]))
            self._compute(self._ended["cpu"])
        return self._ended

    def _check(self) -> None:
        if self._lost is not None:
            raise self._lost

    @contextmanager
    def _guarded(self) -> Iterator[None]:
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
        self._lost = SessionLost(status, reason)
        self._end()
        raise self._lost from None

    def _exchange(self, name: str, seconds: float, build: Callable[[Encoder], list]) -> tuple[object, list]:
        """One request and its answer, with the callbacks in between: (answer, its buffers)."""
        if len(self._ahead):
            raise Strayed("something else than was foreseen")
        self._ahead.stop()
        encoder = Encoder(self._reference)
        try:
            body = build(encoder)
        except TooLarge:
            raise SandboxError("these arguments are too large to be sent in one message") from None
        if self._nested:  # part of the request that is going on
            return self._asked(name, body, encoder)
        allowed = max(0.0, self._allowed())
        self._told = seconds if seconds <= allowed else round(allowed, 1)
        self._deadline = Deadline(min(seconds, allowed), self._begun.progress, self._until)
        self._compute(self._deadline.cpu_before)
        try:
            return self._asked(name, body, encoder)
        finally:
            self._charge(self._deadline.idle())

    def _compute(self, cpu: float) -> None:
        """Charge the CPU time since the last time; cpu: that of the whole session."""
        if self._begun.progress is not None and cpu > self._seen:
            self._charge(cpu - self._seen)
            self._seen = cpu

    def _asked(self, name: str, body: list, encoder: Encoder) -> tuple[object, list]:
        self._number += 1
        number = self._number
        with self._guarded():
            if not self._channel.quiet:
                raise ProtocolViolation("an answer that nobody asked for")
            self._channel.send([name, number, *body], encoder.buffers, self._deadline)
            while True:
                header, buffers = self._channel.receive(self._deadline)
                if len(header) == 3 and header[0] == "done" and header[1] == number:
                    return header[2], buffers
                if len(header) != 4 or header[0] != "callback":
                    raise ProtocolViolation("something other than an answer")
                self._call_back(header[1:], buffers)

    def _foreseen(self, function: Remote, build: Callable[[Encoder], list]) -> tuple[object, list] | None:
        """The answer to a call that was foreseen; None if nothing is. Raises Strayed."""
        ahead = self._ahead
        if not ahead.pending or self._nested:
            return None
        encoder = Encoder(_not_plain)
        try:
            _, cases, named = build(encoder)
        except (Strayed, TooLarge):
            return None  # to be asked for in the ordinary way, which looks whether it may
        if not ahead.next_is(function._number, packed(cases, named, encoder.buffers)):
            return None
        try:
            while (call := ahead.to_send()) is not None:
                self._number += 1
                self._channel.send_packed(frame(self._number, *call), call[1].buffers, Deadline(SECONDS))
                ahead.sent(self._number, *call)
        except (ChannelClosed, DeadlinePassed):  # answers to what was sent before may still be there
            ahead.stop()
        if not len(ahead):
            raise self._strayed()
        return self._answer_to(ahead)

    def _answer_to(self, ahead: Queue) -> tuple[object, list]:
        """The next answer to what was sent ahead. Raises Strayed, and closes the session, if it is not there soon."""
        number = ahead.answered()
        deadline = Deadline(min(SECONDS, max(0.0, self._allowed())), self._begun.progress, self._until)
        self._compute(deadline.cpu_before)
        try:
            header, buffers = self._channel.receive(deadline)
        except (DeadlinePassed, ProtocolViolation, ChannelClosed):
            raise self._strayed() from None
        finally:
            self._charge(deadline.idle())
        if len(header) != 3 or header[:2] != ["done", number]:
            raise self._strayed()
        return header[2], buffers

    def _strayed(self) -> Strayed:
        self.close()
        return Strayed("no answer to what was foreseen")

    def _call_back(self, request: list, buffers: list) -> None:
        """Run a function of this side for the session. Of its errors only the name crosses."""
        if self._nested >= _MAX_NESTED:
            raise ProtocolViolation("callbacks nested too deeply")
        number, args, kwargs = request
        decoder = self._decoder(buffers)
        function = self._function(number)
        values = [decoder.decode(tree) for tree in parts(args, len(args) if type(args) is list else 0)]
        named = decoder.decode(kwargs)
        if type(named) is not dict or any(type(key) is not str for key in named):
            raise ProtocolViolation("a call without names")
        self._nested += 1
        try:
            encoder = Encoder(self._reference)
            answer = ["returned", encoder.encode(function(*values, **named))]
        except SessionLost:
            raise
        except Exception as error:
            encoder, answer = Encoder(self._reference), ["failed", type(error).__name__]
        finally:
            self._nested -= 1
        self._check()
        self._channel.send(answer, encoder.buffers, self._deadline)

    def _decoder(self, buffers: list) -> Decoder:
        return Decoder(buffers, self._referred)

    def _referred(self, node: list) -> object:
        if node[0] == "object":
            return remote(self, node, self._keep)
        if node[0] == "callback":
            return self._function(parts(node, 2)[1])
        raise ProtocolViolation("a value of an unknown kind")

    def _function(self, number: object) -> Callable:
        if type(number) is not int or not 0 <= number < len(self._functions):
            raise ProtocolViolation("a function that was never given")
        return self._functions[number]

    def _reference(self, value: object) -> list:
        if type(value) is Remote:
            if value._session is not self:
                raise SandboxError(f"{value!r} lives in another session")
            return ["object", value._number]
        if not callable(value):
            raise SandboxError(f"a {type(value).__name__} cannot be sent to a session")
        for number, function in enumerate(self._functions):
            if function is value:
                return ["callback", number]
        self._functions.append(value)
        return ["callback", len(self._functions) - 1]


def relative(name: str) -> str:
    """A file name that stays inside the session's home. Raises SandboxError."""
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\0" in name:
        raise SandboxError(f"{name!r} is not a relative path inside the session")
    return str(path)


def _not_plain(value: object) -> list:
    if type(value) is Remote:
        return ["object", value._number]
    raise Strayed("no plain data")
