"""What comes back from a session, and how much of it is believed: nothing beyond its form."""

import builtins
import re
import signal
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .errors import ProtocolViolation, StudentError
from .limits import OUT_OF_MEMORY, Limits

REMOTE_KINDS = ("function", "class", "object", "array", "generator", "module", "too large")
_MIME = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,60}", re.ASCII)
WITHHELD = "(not shown)"
_NAME = re.compile(r"[^\W\d]\w{0,79}|<lambda>")
_ERROR_TEXT, _TRACEBACK_TEXT, _DISPLAYS, _DISPLAY_BYTES = 2000, 10_000, 100, 16 << 20
_KNOWN_ERRORS = {name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)}
_KNOWN_ERRORS.add("LinAlgError")


@dataclass(frozen=True, slots=True)
class CellResult:
    """What one cell did. status: ok, error, timeout, memory, crashed or protocol; error: "" or the name of the exception;
    displays: one dict of mime type -> text or bytes for each thing displayed."""

    status: str
    error: str = ""
    message: str = ""
    traceback: str = ""
    stdout: str = ""
    displays: tuple[dict[str, str | bytes], ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CallResult:
    """What one call did: its value, or the name of its error; mutated: positions of arguments changed in place, and one after
    the last argument if a later call of the same batch changed the result itself; generators: those among the arguments, as the
    call left them."""

    value: object = None
    error: str | None = None
    message: str = ""
    traceback: str = ""
    mutated: tuple[int, ...] = ()
    stdout: str = ""
    generators: tuple[np.random.Generator, ...] = field(default=(), compare=False)


class Remote:
    """Something that lives in a session and is not plain data. It answers to nothing but a call.

    kind: one of REMOTE_KINDS ("array": a subclass of ndarray, or a dtype that may not cross); name: of the function or
    class, otherwise of the type, as the session claims, "" if that is no name.
    """

    __slots__ = ("_number", "_session", "kind", "name")

    def __init__(self, session: object, number: int, kind: str, name: str):
        self._session, self._number, self.kind, self.name = session, number, kind, name

    def __call__(self, *args: object, **kwargs: object) -> object:
        """The value of one call. Raises StudentError, SessionLost."""
        (result,) = self._session.observe_many(self, [args], kwargs)
        if result.error is not None:
            raise StudentError(result.error, result.message, result.traceback)
        return result.value

    def __repr__(self) -> str:
        return f"<student {self.kind} {self.name}>"


def parts(tree: object, count: int) -> list:
    """`tree` as a list of exactly `count` items. Raises ProtocolViolation."""
    if type(tree) is not list or len(tree) != count:
        raise ProtocolViolation("an answer of the wrong form")
    return tree


def remote(session: object, node: list, keep: bool) -> Remote:
    """The Remote that the node of an opaque reference stands for. Raises ProtocolViolation."""
    _, number, kind, name = parts(node, 4)
    if type(number) is not int or not 0 <= number < 2**31 or kind not in REMOTE_KINDS:
        raise ProtocolViolation("a reference of the wrong form")
    known = keep and type(name) is str and _NAME.fullmatch(name)
    return Remote(session, number, kind, name if known else "")


def cell_result(value: object, keep: bool, output: int, seconds: float) -> CellResult:
    """The decoded answer of a cell. keep: whether text and pictures are kept; output: most characters of stdout."""
    error, message, traceback, stdout, displays = parts(value, 5)
    error, *rest = _story(error, message, traceback, stdout, keep, output)
    if type(displays) is not list or len(displays) > _DISPLAYS:
        raise ProtocolViolation("displays of the wrong form")
    shown = tuple(map(_bundle, displays)) if keep else ()
    if sum(len(part) for bundle in shown for part in bundle.values()) > _DISPLAY_BYTES:
        raise ProtocolViolation("displays of more bytes than are kept")
    plain = re.sub(r"(?<=.)\(\w+\)$", "", error)  # as a kernel names it: without the class it comes from
    return CellResult("error" if error else "ok", plain, *rest, shown, seconds)


def call_result(reply: object, decode: Callable[[object], object], arity: int, keep: bool, output: int) -> CallResult:
    """The answer to one call with `arity` arguments; decode turns the trees in it into values."""
    fine, trees, changed = parts(reply, 3)
    if type(changed) is not list or any(type(i) is not int or not 0 <= i <= arity for i in changed):
        raise ProtocolViolation("changed arguments that were not given")
    if fine is True:
        tree, stdout, *left = trees if type(trees) is list and len(trees) == 3 else parts(trees, 2)
        _, _, _, stdout = _story("", "", "", decode(stdout), keep, output)
        generators = decode(left[0]) if left else []
        if type(generators) is not list or len(generators) > arity or any(type(one) is not np.random.Generator for one in generators):
            raise ProtocolViolation("generators that were not given")
        return CallResult(decode(tree), mutated=tuple(sorted(set(changed))), stdout=stdout, generators=tuple(generators))
    if fine is not False:
        raise ProtocolViolation("a call without an outcome")
    error, message, traceback, stdout = _story(*parts(decode(trees), 4), keep, output)
    return CallResult(None, error or "Exception", message, traceback, tuple(sorted(set(changed))), stdout)


def _story(error: object, message: object, traceback: object, stdout: object, keep: bool, output: int) -> tuple[str, ...]:
    if any(type(text) is not str for text in (error, message, traceback, stdout)):
        raise ProtocolViolation("an answer without its texts")
    if not keep:
        # The name of an error class is text of the student's choosing, too; of a message only that there is one is told.
        known = error.rpartition("(")[2].removesuffix(")")
        return known if known in _KNOWN_ERRORS or not error else "Exception", WITHHELD if message.strip() else "", "", ""
    return error[:100], message[:_ERROR_TEXT], traceback[:_TRACEBACK_TEXT], stdout[:output]


def _bundle(shown: object) -> dict[str, str | bytes]:
    if type(shown) is not dict or any(type(part) not in (str, bytes) for part in shown.values()):
        raise ProtocolViolation("a display that is no text or picture")
    return {mime: part for mime, part in shown.items() if type(mime) is str and _MIME.fullmatch(mime)}


def why_it_ended(ended: dict, limits: Limits) -> tuple[str, str]:
    """(status, reason) of a session whose process is gone. ended: exit (negative: signal), cpu (s), rss_kb, killed: whether it was
    still running, without a channel."""
    code = ended["exit"]
    if ended["killed"]:
        return "crashed", "the process closed its channel and went on"
    if code == OUT_OF_MEMORY or ended["rss_kb"] > 0.8 * 1024 * limits.memory_mb:
        return "memory", f"more than {limits.memory_mb} MB of memory were needed"
    if code in (-signal.SIGKILL, -signal.SIGXCPU) and ended["cpu"] > 0.5 * limits.cpu_seconds:
        return "timeout", f"more than {limits.cpu_seconds} s of CPU time were used"
    if code == -signal.SIGKILL:
        return "memory", "the system ended the process, most likely for lack of memory"
    return "crashed", f"the process {how_it_ended(code)}"


def how_it_ended(code: int) -> str:
    """An exit code (negative: a signal) in words."""
    if code >= 0:
        return f"ended itself with exit code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
