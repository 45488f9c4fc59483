"""Reading what was handed in: folders and files of notebooks and Otter export archives, one at a time.

A file that cannot be read becomes a `Submission` whose `problem` says why; it never stops the others. Only a request
that makes no sense (`IntakeError`) does.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.grading.archive import notebook_in
from autograder.grading.digests import digest_of_bytes, digest_of_cells
from autograder.grading.limits import IntakeError, IntakeLimits, Unreadable
from autograder.grading.names import label_files, student_of, unique_names
from autograder.grading.notebook_json import parse_notebook
from autograder.grading.plain import one_line
from autograder.grading.verdicts import Submission

_SUFFIXES = (".ipynb", ".zip")
_SKIPPED_FOLDERS = ("__MACOSX", "__pycache__")


@dataclass(frozen=True, slots=True)
class Found:
    """One file to read: its path, unique name, student, and the path shown to people."""

    path: Path
    name: str
    student: str
    shown: str
    named: bool  # the user typed this very path, so a link may be followed


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a batch, in the order of their names, and the files in the folders that were left aside."""

    files: tuple[Found, ...]
    ignored: tuple[str, ...]


def find_submissions(paths: Sequence[Path | str]) -> Listing:
    """List the submissions in folders (searched to the bottom) and files; raises `IntakeError`.

    A folder counts its .ipynb and .zip files; hidden files and checkpoints are skipped. Order and names depend on
    the paths only, not on the file system.
    """
    if not paths:
        raise IntakeError("nothing to grade: name a folder of notebooks, or notebooks")
    entries: dict[Path, tuple[str, bool]] = {}
    ignored: list[str] = []
    for given in map(Path, paths):
        if not os.path.lexists(given):
            raise IntakeError(f"{given} does not exist")
        if not given.is_dir():
            entries.setdefault(given, (given.name, True))
            continue
        found = {path: (path.relative_to(given).as_posix(), False) for path in _walk(given)}
        wanted = {path: entry for path, entry in found.items() if path.suffix.lower() in _SUFFIXES}
        if not wanted:
            raise IntakeError(f"{given} holds no submissions: expected .ipynb notebooks or .zip archives from grader.export()")
        ignored += [entry[0] for path, entry in found.items() if path not in wanted]
        entries = {**wanted, **entries}
    ordered = sorted(entries.items(), key=lambda item: (_nfc(item[1][0]).casefold(), _nfc(item[1][0]), str(item[0])))
    labels = label_files([_labels(shown) for _, (shown, _) in ordered])
    names = unique_names(labels)
    files = (
        Found(path, name, one_line(_nfc(label), 120) or name, one_line(_nfc(shown)), named)
        for (path, (shown, named)), name, label in zip(ordered, names, labels, strict=True)
    )
    return Listing(tuple(files), tuple(sorted(ignored)))


def read_submissions(paths: Sequence[Path | str], limits: IntakeLimits = IntakeLimits()) -> Iterator[Submission]:
    """The submissions in `paths`, read one by one as they are asked for; `IntakeError` comes before the first."""
    listing = find_submissions(paths)
    return (read_submission(found, limits) for found in listing.files)


def read_submission(found: Found, limits: IntakeLimits = IntakeLimits()) -> Submission:
    """Read one file. Never raises for anything the file holds: what is wrong becomes the submission's `problem`."""
    raw = b""
    try:
        raw = _read(found, limits)
        if found.path.suffix.lower() == ".zip":
            notebook = parse_notebook(notebook_in(raw, limits), limits)
        else:
            notebook = parse_notebook(raw, limits)
    except Unreadable as error:
        return _unreadable(found, raw, str(error))
    except OSError as error:
        return _unreadable(found, raw, f"the system refuses to read it ({error.strerror})")
    except Exception as error:  # a fault of this reader must cost one submission, not the batch
        return _unreadable(found, raw, f"reading it failed in an unexpected way ({type(error).__name__})")
    return Submission(found.name, found.student, notebook, digest_of_cells(notebook["cells"]), "", found.shown)


def _unreadable(found: Found, raw: bytes, reason: str) -> Submission:
    digest = digest_of_bytes(raw or reason.encode())
    return Submission(found.name, found.student, None, digest, f"{found.shown} cannot be graded: {reason}.", found.shown)


def _read(found: Found, limits: IntakeLimits) -> bytes:
    if found.path.suffix.lower() not in _SUFFIXES:
        raise Unreadable("it is neither a notebook (.ipynb) nor an archive from grader.export() (.zip)")
    # Not blocking, because opening a pipe waits for a writer; not following, because a link may lead to other people's work.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    if not found.named:
        if found.path.is_symlink():
            raise Unreadable("it is a link to another file")
        flags |= getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(found.path, flags), "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("it is not an ordinary file")
        if status.st_size > limits.file_bytes:
            raise Unreadable(f"it is larger than {limits.file_bytes >> 20} MB")
        raw = stream.read(status.st_size + 1)
    if len(raw) != status.st_size:
        raise Unreadable("it changed while it was being read")
    return raw


def _walk(folder: Path) -> Iterator[Path]:
    """The files below `folder`, and the folders below it that cannot be opened."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            entries = list(os.scandir(path))
        except OSError as error:
            if path is folder:
                raise IntakeError(f"{folder} cannot be opened ({error.strerror})") from error
            yield path
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name in _SKIPPED_FOLDERS:
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                yield Path(entry.path)


def _labels(shown: str) -> tuple[str, str, str]:
    """What a file may be called, from short to unmistakable: student, stem, folders and stem."""
    path = Path(shown)
    return student_of(path.stem), path.stem, "_".join([*path.parts[:-1], path.stem])


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
