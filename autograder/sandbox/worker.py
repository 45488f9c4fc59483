"""Inside a session, among student code: runs cells and calls, answers over the channel.

Nothing here is trusted. Student code can reach and change all of it, and gains nothing: the other side believes no byte,
and no expected value, check or secret is ever in this process.
"""

import builtins
import contextvars
import os
import types

import numpy as np

from . import syscalls
from .codec import Decoder, Encoder, TooLarge
from .errors import ProtocolViolation
from .inner_channel import InnerChannel
from .inner_values import arguments
from .mutation import Seen, as_seen, overwritten, unchanged
from .shell import Shell, run_cell
from .telling import clip, describe

_MAX_DEPTH = 16  # of calls inside callbacks inside calls


class Callback:
    """A function of the trusted side, as student code sees it."""

    __slots__ = ("_number", "_worker")

    def __init__(self, worker: "Worker", number: int):
        self._worker, self._number = worker, number

    def __call__(self, *args, **kwargs):
        return self._worker.call_back(self._number, args, kwargs)


class CallbackError(RuntimeError):
    """A function given to student code failed with an error that is not Python's own; only its name is told."""


def _error(name: str) -> Exception:
    """An error of that name, so that `except ValueError` works as in a notebook; what it said stays on the other side."""
    kind = getattr(builtins, name, None)
    try:
        return kind(name) if isinstance(kind, type) and issubclass(kind, Exception) else CallbackError(name)
    except TypeError:  # an error that is made of more than one text
        return CallbackError(name)


class Worker:
    """Serves one session. printed: the memory file behind descriptors 1 and 2."""

    def __init__(self, channel: InnerChannel, shell: Shell, output, printed: int):
        self._channel, self._shell = channel, shell
        self._output, self._printed = output, printed
        self._context = contextvars.copy_context()
        self._objects: list[object] = []
        self._depth = 0

    def serve(self) -> None:
        """Answer requests until the channel closes."""
        while True:
            header, buffers = self._channel.receive()
            self._answer(header, buffers)

    def _answer(self, header: list, buffers: list) -> None:
        name, number, *parts = header
        encoder = Encoder(self._reference, snapshot=True)
        reply = getattr(self, f"_do_{name}")(encoder, buffers, *parts)
        try:
            self._channel.send(["done", number, reply], encoder.buffers)
        except ValueError:
            self._channel.send(["done", number, None], [])

    def _do_file(self, encoder: Encoder, buffers: list, name: str, content: object) -> object:
        folder = os.path.dirname(name)
        if folder:
            os.makedirs(folder, exist_ok=True)
        with open(name, "wb") as file:
            file.write(self._decode(buffers, content))
        return True

    def _do_cell(self, encoder: Encoder, buffers: list, source: object, render: bool) -> object:
        code = self._decode(buffers, source).decode("utf-8", "surrogatepass")
        error, message, traceback = run_cell(self._shell, self._context, code, render)
        displays = self._shell.display_pub.shown
        stdout = self._take_output()
        return encoder.attempt(
            [error, message, traceback, stdout, displays],
            lambda _: encoder.encode([error, message, traceback, stdout[:1000], []]),
        )

    def _do_lookup(self, encoder: Encoder, buffers: list, name: str) -> object:
        space = self._shell.user_ns
        return [True, encoder.attempt(space[name], self._large)] if name in space else [False, None]

    def _do_lookups(self, encoder: Encoder, buffers: list, names: list[str]) -> list:
        return [self._do_lookup(encoder, buffers, name) for name in names]

    def _do_call(self, encoder: Encoder, buffers: list, function: object, cases: list, kwargs: object) -> list:
        function = self._decode(buffers, function)
        observed = [self._observe(encoder, buffers, function, case, kwargs) for case in cases]
        for ((fine, answer, changed), value), case in zip(() if as_seen(encoder.seen) else observed[:-1], cases, strict=False):
            if fine and overwritten(value, answer[0], encoder.buffers):
                changed.append(len(case))  # one after the last argument: the result
        return [answer for answer, _ in observed]

    def _observe(self, encoder: Encoder, buffers: list, function, case: list, kwargs: object) -> tuple[list, object]:
        """What is answered about one call, and the value itself."""
        seen: Seen = []
        args = arguments(case, buffers, self._referred, seen)
        (named,) = arguments([kwargs], buffers, self._referred, [])
        try:
            # A call made from inside a callback is in the notebook's context already.
            value = function(*args, **named) if self._depth else self._context.run(function, *args, **named)
        except BaseException as error:  # SystemExit and KeyboardInterrupt are errors of this call, too
            story = [*describe(error), self._take_output()]
            return [False, encoder.attempt(story, lambda _: encoder.encode([story[0], "", "", ""])), []], None
        # Of an atom the call has got nothing that it could change.
        changed = [] if as_seen(seen) else [i for i, tree in enumerate(case) if type(tree) is list and not unchanged(args[i], tree, buffers)]
        tree = encoder.attempt(value, self._large)
        stdout = self._take_output()
        story = [tree, encoder.attempt(stdout, lambda _: "") if stdout else ""]
        if left := [arg for arg in args if type(arg) is np.random.Generator]:
            story.append(encoder.attempt(left, lambda _: ["list", []]))
        return [True, story, changed], value

    def _take_output(self) -> str:
        """What was printed since the last time: through sys.stdout first, then below Python."""
        try:
            syscalls.flush_stdio()
            size = os.lseek(self._printed, 0, os.SEEK_CUR)
            below = b""
            if size:
                below = os.pread(self._printed, size, 0)
                os.lseek(self._printed, 0, os.SEEK_SET)
        except OSError:
            below = b""
        text = self._output.take() + below.decode("utf-8", "replace")
        return clip(text, 2 * self._output.limit) if text else ""

    def call_back(self, number: int, args: tuple, kwargs: dict) -> object:
        """Call function `number` of the trusted side; it may call into this session before it returns."""
        encoder = Encoder(self._reference, snapshot=True)
        try:
            trees = [encoder.encode(arg) for arg in args], encoder.encode(kwargs)
        except TooLarge:
            raise CallbackError("the arguments are too large") from None
        if self._depth >= _MAX_DEPTH:
            raise RecursionError("functions call each other back too deeply")
        self._depth += 1
        try:
            self._channel.send(["callback", number, *trees], encoder.buffers)
            while True:
                header, buffers = self._channel.receive()
                if header[0] == "returned":
                    return self._decode(buffers, header[1])
                if header[0] == "failed":
                    raise _error(header[1])
                self._answer(header, buffers)
        finally:
            self._depth -= 1

    def _decode(self, buffers: list, tree: object) -> object:
        return Decoder(buffers, self._referred).decode(tree)

    def _referred(self, node: list) -> object:
        if node[0] == "object":
            return self._objects[node[1]]
        if node[0] == "callback":
            return Callback(self, node[1])
        raise ProtocolViolation(node[0])

    def _reference(self, value: object, kind: str = "") -> list:
        if type(value) is Callback:
            return ["callback", value._number]
        self._objects.append(value)
        return ["object", len(self._objects) - 1, kind or _kind(value), _name(value)]

    def _large(self, value: object) -> list:
        return self._reference(value, "too large")


def _kind(value: object) -> str:
    kind = type(value)
    if issubclass(kind, type):
        return "class"
    if kind in (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.LambdaType):
        return "function"
    if issubclass(kind, np.ndarray):
        return "array"
    if kind is types.GeneratorType:
        return "generator"
    if kind is types.ModuleType:
        return "module"
    return "object"


def _name(value: object) -> str:
    """The name of a function or class, otherwise of the type."""
    named = value if isinstance(value, type | types.FunctionType | types.BuiltinFunctionType | types.MethodType) else type(value)
    name = getattr(named, "__name__", "")
    return clip(name, 80) if type(name) is str else ""
