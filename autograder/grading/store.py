"""The results file: SQLite, one row per submission, written the moment a grade exists.

Write-ahead log and synchronous=FULL: after `kill -9` or a power cut every grade that was put is there, and nothing
half. Rows of another basis (older checks, another grader) stay in the file and are never mixed with the current ones.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from autograder.grading.basis import Basis
from autograder.grading.verdicts import Grade

_APPLICATION = 0x48694C61  # "HiLa", so that a foreign SQLite file is recognised
_VERSION = 1
_SCHEMA = """
CREATE TABLE basis (digest TEXT PRIMARY KEY, number INTEGER NOT NULL, assignment TEXT NOT NULL, data TEXT NOT NULL);
CREATE TABLE grades (
    basis TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL, earned REAL NOT NULL, possible REAL NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (basis, name));
"""


class StoreError(Exception):
    """The results file cannot be used; the text says why and what to do."""


class Store:
    """Grades on disk. Open it with a basis to grade; without one, to read the results of the last grading.

    One process may write at a time (`StoreError` for the second). Use it as a context manager, from one thread.
    """

    def __init__(self, path: Path | str, basis: Basis | None = None) -> None:
        self.path = Path(path)
        self._lock = None
        self._connection: sqlite3.Connection | None = None
        try:
            with self._explained():
                self._open(basis)
        except BaseException:
            self.close()
            raise

    def _open(self, basis: Basis | None) -> None:
        if basis is None and not self.path.is_file():
            raise StoreError(f"there is no {self.path.name} in {self.path.parent}: grade first, or name the folder given to --out")
        if basis is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = _only_writer(self.path)
        self._connection = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        self._prepare(create=basis is not None)
        if basis is None:
            self.basis = self._last_basis()
        else:
            self.basis = basis
            self._adopt(basis)

    def _prepare(self, *, create: bool) -> None:
        run = self._connection.execute
        (application,), (version,) = run("PRAGMA application_id").fetchone(), run("PRAGMA user_version").fetchone()
        tables = {name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and application != _APPLICATION:
            raise StoreError(f"{self.path} is a database of another program: move it away, or choose another folder with --out")
        if tables and version != _VERSION:
            raise StoreError(
                f"{self.path} was written by another version of the grader (format {version}, this one writes {_VERSION}): "
                "choose another folder with --out"
            )
        if not tables and not create:
            raise StoreError(f"{self.path} holds no results yet: grade first")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        if not tables:
            marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
            self._connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} {marks} COMMIT;")

    def _adopt(self, basis: Basis) -> None:
        run = self._connection.execute
        others = {name for (name,) in run("SELECT DISTINCT assignment FROM basis WHERE assignment != ?", (basis.assignment,))}
        if others:
            raise StoreError(f"{self.path} holds results of {', '.join(sorted(others))}, not of {basis.assignment}: choose another folder with --out")
        run(
            "INSERT OR REPLACE INTO basis VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM basis), ?, ?)",
            (basis.digest, basis.assignment, json.dumps(basis.to_dict())),
        )

    def _last_basis(self) -> Basis:
        row = self._connection.execute("SELECT data FROM basis ORDER BY number DESC LIMIT 1").fetchone()
        if row is None:
            raise StoreError(f"{self.path} holds no results yet: grade first")
        return Basis.from_dict(json.loads(row[0]))

    def done(self, key: str) -> Grade | None:
        """The grade stored under `key` (see `Basis.key`), None if there is none or if the grader itself failed then."""
        with self._explained():
            row = self._connection.execute("SELECT data FROM grades WHERE key = ? AND status != 'failed'", (key,)).fetchone()
            return _unpack(row[0]) if row else None

    def put(self, key: str, grade: Grade) -> None:
        """Store a grade; it is on the disk when this returns. An older grade of the same name and basis gives way."""
        row = (self.basis.digest, grade.submission, key, grade.status, grade.earned, grade.possible, _pack(grade))
        with self._explained():
            self._connection.execute("INSERT OR REPLACE INTO grades VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def grades(self) -> Iterator[Grade]:
        """The grades on the current basis in the order of their names, one in memory at a time."""
        with self._explained():
            for (data,) in self._connection.execute("SELECT data FROM grades WHERE basis = ? ORDER BY name", (self.basis.digest,)):
                yield _unpack(data)

    def __len__(self) -> int:
        with self._explained():
            return self._connection.execute("SELECT count(*) FROM grades WHERE basis = ?", (self.basis.digest,)).fetchone()[0]

    def older(self) -> int:
        """How many stored grades rest on another basis and are therefore not shown."""
        with self._explained():
            return self._connection.execute("SELECT count(*) FROM grades WHERE basis != ?", (self.basis.digest,)).fetchone()[0]

    def close(self) -> None:
        """Close the file; may be called twice."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._lock is not None:
            with suppress(OSError):  # still held: whoever has opened it meanwhile sees that it is gone, and makes another
                if _is_at(self._lock, _lock_of(self.path)):
                    _lock_of(self.path).unlink()
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite and the system say into sentences."""
        try:
            yield
        except (sqlite3.Error, OSError, zlib.error, json.JSONDecodeError) as error:
            raise StoreError(f"{self.path}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    text = str(error)
    if isinstance(error, OSError):
        return f"the folder cannot be written ({error.strerror}); choose another one with --out"
    if "readonly" in text or "unable to open" in text:
        return "the file cannot be written; check the permissions of its folder, or choose another one with --out"
    if "full" in text or "disk I/O" in text:
        return f"the disk does not take it ({text}); nothing graded so far is lost: make room and run the same command again"
    if "locked" in text:
        return "another program keeps the file locked; close it and run the same command again"
    return f"the file is damaged or not a results file ({text}); move it away, or choose another folder with --out"


def _only_writer(path: Path):
    """Hold the lock file beside the results while open; the system lets go of it however the process ends."""
    try:
        import fcntl
    except ImportError:  # Windows, where hidden checks are not run
        return None
    while True:
        stream = open(_lock_of(path), "a")  # noqa: SIM115 - it lives as long as the store
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            stream.close()
            raise StoreError(f"another run is writing to {path} right now: wait for it, or choose another folder with --out") from error
        with suppress(FileNotFoundError):
            if _is_at(stream, _lock_of(path)):
                return stream
        stream.close()  # it was removed by the run that held it before


def _is_at(stream, path: Path) -> bool:
    return os.path.samestat(os.fstat(stream.fileno()), os.stat(path))


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _pack(grade: Grade) -> bytes:
    return zlib.compress(json.dumps(grade.to_dict(), separators=(",", ":")).encode(), 1)


def _unpack(data: bytes) -> Grade:
    return Grade.from_dict(json.loads(zlib.decompress(data)))
