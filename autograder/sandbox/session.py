"""The trusted side of one session: cells, names and calls, and what is believed of the answers."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath

import msgpack

from .ahead import Prepared, Strayed, packed
from .codec import Decoder, Encoder, TooLarge
from .conversation import Conversation, Heard, Said
from .errors import NameMissing, ProtocolViolation, SandboxError, SessionLost
from .given import Given
from .limits import Limits, Usage
from .line import Line
from .replies import CallResult, CellResult, Remote, call_result, cell_result, parts, remote

_PAGE = 4096
_MAX_NESTED = 16  # callbacks inside calls inside callbacks


class Session:
    """One sandboxed process that runs cells and calls; made by `Zygote.session`. Not for several threads at once.

    Every request has one deadline, callbacks included. When the session is lost (timeout, memory, crashed, protocol)
    every further use raises the same SessionLost.
    """

    def __init__(self, zygote, limits: Limits, files: Mapping[str, bytes], charge: Callable[[float], None]):
        content = {relative(name): bytes(data) for name, data in files.items()}
        folders = {parent for name in content for parent in PurePosixPath(name).parents}
        room = sum(-(-len(data) // _PAGE) * _PAGE for data in content.values()) + _PAGE * len(folders)
        self._limits = limits
        self._given = Given()
        self._keep = True
        self._talk: Conversation | None = None
        self._nested = 0
        self._line = Line(zygote, limits, room, len(content) + len(folders), charge)
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
        return self._line.usage

    @property
    def lost(self) -> SessionLost | None:
        """Why the session was lost; None while it works."""
        return self._line.lost

    @property
    def limits(self) -> Limits:
        """What it may use."""
        return self._limits

    @property
    def keeps(self) -> bool:
        """Whether what it prints and says is kept."""
        return self._keep

    def run_cell(self, source: str, *, render: bool = False) -> CellResult:
        """Run one notebook cell; figures become pictures only if `render`.

        A cell that loses the session says so in its status; after that SessionLost is raised.
        """
        self._line.check()
        text, start = source.encode("utf-8", "surrogatepass"), time.monotonic()
        try:
            reply, buffers = self._exchange("cell", self._limits.cell_seconds, lambda encoder: [encoder.encode(text), bool(render)])
            seconds = time.monotonic() - start
            with self._line.guarded():
                value = self._decoder(buffers).decode(reply)
                return cell_result(value, self._keep, self._limits.output_bytes, seconds)
        except SessionLost as lost:
            return CellResult(lost.status, message=lost.reason, seconds=time.monotonic() - start)

    def lookup(self, name: str) -> object:
        """The value of a name in the notebook: plain data, or a Remote. Raises NameMissing, SessionLost."""
        reply, buffers = self._exchange("lookup", self._limits.call_seconds, lambda encoder: [name])
        with self._line.guarded():
            found, tree = parts(reply, 2)
            value = self._decoder(buffers).decode(tree)
        if found is not True:
            raise NameMissing(name)
        return value

    def functions(self, names: Sequence[str]) -> dict[str, Remote]:
        """Those of the names that stand for something that can only be called, in one message. Raises SessionLost."""
        reply, buffers = self._exchange("lookups", self._limits.call_seconds, lambda encoder: [list(names)])
        with self._line.guarded():
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
        if self._talk is None or not self._talk.retold:
            self._line.check()
        if type(function) is not Remote:
            raise SandboxError("only what a session has handed out can be called in it")
        cases, named = [tuple(case) for case in cases], dict(kwargs or {})

        if function._session is not self:
            raise SandboxError(f"{function!r} lives in another session")

        def build(encoder: Encoder) -> Prepared:
            return packed([[encoder.encode(arg) for arg in case] for case in cases], encoder.encode(named), encoder.buffers)

        request = self._encoded(build)
        heard = self._say(self._talk.called(function) if self._talk else function._number, request)
        reply, buffers = self._concluded(heard)
        with self._line.guarded():
            decode, room, results = self._decoder(buffers).decode, self._limits.output_bytes, []
            for answer, case in zip(parts(reply, len(cases)), cases, strict=True):
                results.append(call_result(answer, decode, len(case), self._keep, room))
                room -= len(results[-1].stdout)
            return results

    @contextmanager
    def conversing(self, conversation: Conversation) -> Iterator[None]:
        """Inside the block every call is part of a conversation. What it has in its past is not sent again."""
        keep, self._talk = self._keep, conversation
        self._keep = keep if conversation.keep is None else conversation.keep
        try:
            with self._given.numbered_from(conversation.first):
                yield
        finally:
            self._talk, self._keep = None, keep

    def say(self, conversation: Conversation, said: Said) -> Heard:
        """Say it, whatever it means, and what is heard then. Raises SessionLost, Strayed."""
        if said.function is None:
            return self._line.answer(said.request.body, said.request.buffers)
        return self._line.call(conversation.number(said.function), said.request)

    @property
    def missed(self) -> bool:
        """Whether the session has called a function that it would have been given had nothing been remembered."""
        return self._given.missed is not None

    def foresee(self, calls: Sequence[tuple[Remote, Prepared]]) -> None:
        """These calls will probably be asked for next, in this order: they are sent ahead as soon as the first of them is.

        Until they have all been answered, or forgotten, a request for anything else raises Strayed, and so does a call of
        theirs that does not simply return.
        """
        self._line.foresee([(function._number, request) for function, request in calls])

    @property
    def foreseen(self) -> int:
        """How many of the calls that were foreseen have not been asked for yet."""
        return self._line.foreseen

    def forget(self) -> None:
        """Foresee nothing any more. What was sent is waited for, and the session closed if that is not over at once."""
        self._line.forget()

    def discard_output(self) -> None:
        """From now on keep nothing the session prints, draws or says; of errors only well-known names."""
        self._keep = False

    def allow(self, seconds: Callable[[], float], until: float = float("inf")) -> None:
        """Let no request take more than `seconds()`, asked when it begins, nor go on after `until` (`time.monotonic`), whatever the
        limits still allow."""
        self._line.allow(seconds, until)

    def close(self) -> None:
        """End the session and everything it started; more than once does no harm."""
        self._line.close()

    def _encoded(self, build: Callable[[Encoder], object]) -> object:
        """What `build` makes of an encoder. Raises SandboxError."""
        try:
            return build(Encoder(self._reference))
        except TooLarge:
            raise SandboxError("these arguments are too large to be sent in one message") from None

    def _exchange(self, name: str, seconds: float, build: Callable[[Encoder], list]) -> tuple[object, list]:
        """One request that is no call, and its answer, with the callbacks in between: (answer, its buffers)."""
        self._line.check()
        if self._talk is not None:
            self._unforeseen(self._talk)

        def encoded(encoder: Encoder) -> tuple[list, list]:
            return build(encoder), encoder.buffers

        body, buffers = self._encoded(encoded)
        return self._concluded(self._line.ask(name, seconds, b"".join(map(msgpack.packb, body)), len(body), buffers))

    def _say(self, function: str | int | None, request: Prepared) -> Heard:
        """Say something, unless it was said already; what is heard then, or was."""
        talk = self._talk
        if talk is None:
            return self.say(_NOWHERE, Said(function, request))
        if function is not None and self._nested:
            self._unforeseen(talk)
        said = Said(function, request)
        try:
            heard = talk.again(said)
        except Strayed:
            raise self._line.strayed() from None
        if heard is None:
            said = talk.kept(said)
            heard = self.say(talk, said)
        talk.note(said, heard)
        return heard

    def _unforeseen(self, talk: Conversation) -> None:
        """This cannot be told of another session. Raises Strayed if something else is being told again."""
        talk.spoil()
        if talk.retold:
            raise self._line.strayed()

    def _concluded(self, heard: Heard) -> tuple[object, list]:
        """The answer to a request, with its buffers, after all callbacks."""
        with self._line.guarded():
            while not heard.done:
                heard = self._call_back(heard.parts(), heard.buffers)
            return heard.parts()[0], heard.buffers

    def _call_back(self, request: list, buffers: list) -> Heard:
        """Run a function of this side for the session; what is heard then. Of its errors only the name crosses."""
        if self._nested >= _MAX_NESTED:
            raise ProtocolViolation("callbacks nested too deeply")
        number, args, kwargs = request
        decoder = self._decoder(buffers)
        function = self._given.function(number)
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
        return self._say(None, Prepared(msgpack.packb(answer, use_bin_type=True), tuple(encoder.buffers)))

    def _decoder(self, buffers: list) -> Decoder:
        return Decoder(buffers, self._referred)

    def _referred(self, node: list) -> object:
        if node[0] == "object":
            return remote(self, node, self._keep)
        if node[0] == "callback":
            return self._given.function(parts(node, 2)[1])
        raise ProtocolViolation("a value of an unknown kind")

    def _reference(self, value: object) -> list:
        if type(value) is Remote:
            if value._session is not self:
                raise SandboxError(f"{value!r} lives in another session")
            if self._talk is not None and self._talk.is_named(value):  # as an argument: by a number that differs
                self._talk.spoil()
            return ["object", value._number]
        if not callable(value):
            raise SandboxError(f"a {type(value).__name__} cannot be sent to a session")
        return ["callback", self._given.number(value)]


_NOWHERE = Conversation({}, 0)


def relative(name: str) -> str:
    """A file name that stays inside the session's home. Raises SandboxError."""
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\0" in name:
        raise SandboxError(f"{name!r} is not a relative path inside the session")
    return str(path)
