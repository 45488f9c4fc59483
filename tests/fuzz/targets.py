"""What is fuzzed: everything the trusted side does with bytes of strangers, once per input.

`reply(data)`: a session that answers with `data`, to the end of what the grader believes of it. `file(data)`: a file that is
handed in, to the submission made of it. Each returns quietly or fails; a byte string in front chooses what is tried.
"""

from __future__ import annotations

import io
import json
import os
import struct
import tempfile
import zipfile
from pathlib import Path
from types import SimpleNamespace

import msgpack

from autograder.grading.intake import Found, read_submission
from autograder.grading.limits import IntakeLimits
from autograder.grading.names import unique_names
from autograder.grading.plain import one_line, plain
from autograder.sandbox.ahead import Strayed, prepared
from autograder.sandbox.channel import Channel
from autograder.sandbox.codec import DTYPES
from autograder.sandbox.errors import NameMissing, SandboxError, SessionLost
from autograder.sandbox.limits import Limits
from autograder.sandbox.replies import REMOTE_KINDS, Remote
from autograder.sandbox.session import Session

LIMITS = Limits(call_seconds=20.0, cell_seconds=20.0)
SMALL = IntakeLimits(file_bytes=1 << 15, code_bytes=1 << 12, cells=40, containers=4000, archive_files=8, archive_bytes=1 << 16, archive_ratio=50)
KINDS = ("list", "tuple", "set", "frozenset", "dict", "array", "scalar", "bytes", "text", "int", "complex", "slice", "ellipsis", "rng", "object", "callback")
WORDS = ("nbformat", "cells", "worksheets", "cell_type", "code", "markdown", "source", "input", "metadata", "tags", "answer", "id", "x = 1", "", "raw")
NAMES = ("a.ipynb", "b/c.ipynb", "../x.ipynb", "/y", "d/", "e.py", "C:x", "\\z", ".ipynb_checkpoints/a.ipynb", "A.IPYNB", "\u202e.ipynb", "f" * 300)


class Source:
    """Bytes as a stream of decisions; when they have run out every further one is the smallest."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, count: int) -> bytes:
        part = self._data[self._at : self._at + count]
        self._at += count
        return part

    def rest(self) -> bytes:
        return self.take(len(self._data))

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1."""
        width = (limit.bit_length() + 7) // 8
        return int.from_bytes(self.take(width), "little") % limit

    def one_of(self, choices):
        return choices[self.below(len(choices))]


class _Fork:
    """Stands for the zygote: its only session has already said everything it will ever say."""

    def __init__(self, said: bytes) -> None:
        self._said, self._devices = said, []

    def begin(self, limits, room, files):
        read, write = os.pipe()
        os.set_blocking(write, False)
        os.write(write, self._said[: 1 << 16])
        os.close(write)
        return SimpleNamespace(channel=Channel(read, os.open("/dev/null", os.O_WRONLY)), progress=None)

    def end(self, begun, grace=0.0):
        return {"exit": 0, "cpu": 0.0, "rss_kb": 0, "killed": False}


def reply(data: bytes) -> None:
    """Whatever a session sends, it is an answer of the allowed form or the loss of this session."""
    source = Source(data)
    mode = source.below(8)
    said = source.rest() if mode < 3 else b"".join(_frame(source, number) for number in range(1, 2 + source.below(4)))
    session = Session(_Fork(said), LIMITS, {}, lambda seconds: None)

    def echo(*args, **named):  # so that what was decoded is encoded again
        return args, named

    def asked_ahead():
        function = Remote(session, 0, "function", "f")
        session.foresee([(function, prepared([(number,)])) for number in (1.0, 2.0, 3.0)])
        for number in (1.0, 2.0):
            session.observe_many(function, [(number,)])
        session.forget()

    asked = (
        lambda: session.run_cell("1"),
        lambda: session.lookup("f"),
        lambda: session.observe_many(Remote(session, 0, "function", "f"), [(1.0, echo), (2.0, echo)]),
    )
    try:
        if mode in (1, 4):
            session.discard_output()
        if mode in (2, 7):
            asked_ahead()
        for ask in (asked[mode % 3], *asked):
            ask()
            ask()
    except (SessionLost, NameMissing):
        pass
    except Strayed:  # the session ends with it: nobody asks it again
        return
    except SandboxError as error:
        # The only other sentence: a callback was to answer with what cannot be sent.
        assert "cannot be sent" in str(error) or "too large" in str(error), repr(error)
    finally:
        session.close()
    assert session.lost is not None and session.lost.status in ("crashed", "protocol", "timeout")


def _frame(source: Source, number: int) -> bytes:
    """A frame whose form is right where the input does not say otherwise."""
    number = number if source.below(8) else source.below(8)
    kind = source.below(6)
    buffers = [source.take(source.below(64)) for _ in range(source.below(4))]
    if kind == 0:
        named = ["dict", ["k", _tree(source, 2)]] if source.below(2) else _tree(source, 3)
        header = ["callback", source.below(3), [_tree(source, 3) for _ in range(source.below(3))], named]
    elif kind == 1:
        header = ["done", number, [True, _tree(source, 5)]]
    elif kind == 2:
        header = ["done", number, [_outcome(source) for _ in range(source.below(4) or 2)]]
    elif kind == 3:
        texts = _texts(source)
        shown = [["dict", [source.one_of(("text/plain", "image/png", "x", "<b>")), _tree(source, 1)]] for _ in range(source.below(120))]
        header = ["done", number, ["list", [*texts, ["list", shown] if source.below(4) else _tree(source, 3)]]]
    else:
        header = ["done", number, _tree(source, 6)]
    packed = msgpack.packb(header, use_bin_type=True)
    return struct.pack("<II", len(packed), len(buffers)) + struct.pack(f"<{len(buffers)}Q", *map(len, buffers)) + packed + b"".join(buffers)


def _texts(source: Source) -> list:
    return [source.one_of(("", "ValueError", "E(KeyError)", "<b>\x1b[2J", _tree(source, 2))) for _ in range(4)]


def _outcome(source: Source) -> list:
    """The answer to one call: a value or an error, what was printed, and which arguments were changed."""
    changed = [source.below(3)] if source.below(2) else []
    if source.below(3):
        return [True, [_tree(source, 5), _tree(source, 1) if source.below(2) else ""], changed]
    return [source.one_of((False, None)), ["list", _texts(source)] if source.below(4) else _tree(source, 2), changed]


def _tree(source: Source, depth: int) -> object:
    choice = source.below(24)
    if choice >= len(KINDS) or depth == 0:
        atoms = (None, True, False, 0, 1, -1, 2**63, 2**64 - 1, -(2**63), float("nan"), 1e308, "", "x", "\u202e", b"", b"\0" * 8, 3, 2.5)
        return source.one_of(atoms) if source.below(3) else source.take(source.below(20))
    name = KINDS[choice]
    if name == "array":
        shape = [source.one_of((0, 1, 2, 8, 2**47, -1)) for _ in range(source.below(4))]
        data = source.below(4) if source.below(2) else source.take(source.below(32))
        return [name, source.one_of((*DTYPES, "|O", "<U1", "<M8[s]")), shape, bool(source.below(2)), data]
    right = source.below(4) > 0
    if name == "object" and right:
        return [name, source.below(5), source.one_of(REMOTE_KINDS), source.one_of(("f", "<lambda>", "", "<b>", "f" * 99))]
    if name == "rng" and right:
        tree = _tree(source, depth - 1) if source.below(2) else ["tuple", [_tree(source, 1), ["list", [_tree(source, 1)]], 4 + source.below(99), source.below(9)]]
        return [name, source.take(16).ljust(16, b"\0"), b"\1" * 16, source.below(3), source.below(1 << 33), source.one_of((None, tree))]
    if name in ("int", "complex", "slice") and right:
        return [name, *{"int": (b"\1" * source.below(20),), "complex": (1.0, float("nan")), "slice": (_tree(source, 1), 1, None)}[name]]
    if name == "scalar" and right:
        code = source.one_of((*DTYPES,))
        return [name, code, source.take(DTYPES[code].itemsize)]
    if name in ("bytes", "text") and right:
        return [name, source.below(4)]
    if name == "callback" and right:
        return [name, source.below(2)]
    if name in ("scalar", "object", "callback", "rng", "complex", "slice", "int", "bytes", "text"):
        return [name, *(_tree(source, depth - 1) for _ in range(source.below(7)))]
    if name == "ellipsis":
        return [name]
    if name == "dict" and right:
        return [name, [_tree(source, depth - 1) for _ in range(2 * source.below(3))]]
    return [name, [_tree(source, depth - 1) for _ in range(source.below(5))]]


def file(data: bytes) -> None:
    """Whatever is handed in becomes a notebook that can be stored, or one printable sentence."""
    source = Source(data)
    mode = source.below(6)
    suffix = ".zip" if mode in (1, 2) else ".ipynb"
    raw = {0: source.rest, 1: source.rest, 2: lambda: _archive(source), 3: lambda: _text(source)}.get(mode, lambda: json.dumps(_json(source, 6)).encode())()
    path = Path(tempfile.gettempdir()) / f"fuzz-{os.getpid()}{suffix}"
    try:
        path.write_bytes(raw)
        submission = read_submission(Found(path, "ada", "ada", one_line(raw.decode("utf-8", "replace"), 40) + suffix, True), SMALL)
    finally:
        path.unlink(missing_ok=True)
    assert (submission.notebook is None) == bool(submission.problem)
    assert "unexpected" not in submission.problem, submission.problem
    assert submission.problem.isprintable(), submission.problem
    if submission.notebook is not None:
        stored = json.dumps(submission.notebook)
        assert json.loads(stored) == submission.notebook
        for cell in submission.notebook["cells"]:
            (cell["source"] + cell["id"] + "".join(cell["metadata"].get("tags", ()))).encode()
        assert len(stored) < 40 * SMALL.file_bytes
    assert len(set(map(str.casefold, unique_names([plain(raw[:80].decode("utf-8", "replace")), "ada", "ADA"])))) == 3


def _archive(source: Source) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for _ in range(source.below(10)):
            info = zipfile.ZipInfo(source.one_of(NAMES))
            info.external_attr = source.below(1 << 32)
            info.compress_type = source.one_of((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
            content = source.take(source.below(200)) if source.below(2) else json.dumps(_json(source, 4)).encode() * (1 + 300 * source.below(2))
            archive.writestr(info, content)
    raw = bytearray(stream.getvalue())
    for _ in range(source.below(6)):
        raw[source.below(len(raw))] = source.below(256)
    return bytes(raw)


def _text(source: Source) -> bytes:
    """JSON in some encoding, damaged somewhere."""
    text = json.dumps(_json(source, 5), ensure_ascii=bool(source.below(2)))
    raw = bytearray(text.encode(source.one_of(("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1")), "replace"))
    for _ in range(source.below(4)):
        raw[source.below(len(raw))] = source.below(256)
    return bytes(raw[: source.below(len(raw)) + 1] if source.below(2) else raw)


def _json(source: Source, depth: int) -> object:
    choice = source.below(12)
    if choice < 4 and depth:
        cells = [_json(source, depth - 1) for _ in range(source.below(6))]
        return {"nbformat": source.one_of((4, 3, 4, 2, 4.0, True, None, 10**30)), source.one_of(("cells", "worksheets")): cells}
    if choice < 6 and depth:
        return {"cell_type": source.one_of(("code", "markdown", 7)), source.one_of(("source", "input")): _json(source, depth - 1), "metadata": _json(source, depth - 1), "id": _json(source, 0)}
    if choice < 8 and depth:
        return [_json(source, depth - 1) for _ in range(source.below(6))]
    if choice < 9 and depth:
        return {source.one_of(WORDS): _json(source, depth - 1) for _ in range(source.below(6))}
    atoms = (None, True, 0, 4, -1, 2.5, float("inf"), 10**40, "\ud800", "x = '\u202e'", "a\0b", "\x1b[31m", *WORDS)
    return source.one_of(atoms)


TARGETS = {"reply": reply, "file": file}
