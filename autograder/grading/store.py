"""The results file: SQLite, one row per submission, written the moment a grade exists.

Write-ahead log and synchronous=FULL: after `kill -9` or a power cut every grade that was put is there, and nothing
half. Rows of another basis (older checks, another grader) stay in the file; `agenda` says which of their results stand.
"""

from __future__ import annotations

import errno
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from autograder.grading import lock
from autograder.grading.basis import Basis
from autograder.grading.files import not_written
from autograder.grading.verdicts import Grade, Submission

_APPLICATION = 0x48694C61  # "HiLa", so that a foreign SQLite file is recognised
_VERSION = 2
_SCHEMA = """
CREATE TABLE basis (digest TEXT PRIMARY KEY, number INTEGER NOT NULL, assignment TEXT NOT NULL, data TEXT NOT NULL);
CREATE TABLE grades (
    basis TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL, earned REAL NOT NULL, possible REAL NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (basis, name));
"""
# Since format 2. submission: see `_identity`. digests: what each question's result rests on, "" if on the row's basis.
# made_in: the number of the last order when the row was written. An order is a wish to grade again what is graded.
_SINCE_2 = """
ALTER TABLE grades ADD COLUMN submission TEXT NOT NULL DEFAULT '';
ALTER TABLE grades ADD COLUMN digests TEXT NOT NULL DEFAULT '';
ALTER TABLE grades ADD COLUMN made_in INTEGER NOT NULL DEFAULT 0;
CREATE INDEX grades_submission ON grades (submission);
CREATE TABLE orders (number INTEGER PRIMARY KEY, basis TEXT NOT NULL, wish TEXT NOT NULL, open INTEGER NOT NULL DEFAULT 1);
"""


class StoreError(Exception):
    """The results file cannot be used; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A grade from the store. `digests`: what each question's result rests on; `made_in`: see `Store.order`."""

    grade: Grade
    digests: dict[str, str]
    made_in: int


class Store:
    """Grades on disk. Open it with a basis to grade; without one, to read the results of the last grading.

    One process may write at a time (`StoreError` for the second). Use it as a context manager, from one thread.
    """

    def __init__(self, path: Path | str, basis: Basis | None = None) -> None:
        self.path = Path(path)
        self._lock = None
        self._connection: sqlite3.Connection | None = None
        self._known: dict[str, dict[str, str]] = {}
        self._orders = 0
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
            self._lock = lock.take(self.path)
        self._connection = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        self._prepare(create=basis is not None)
        if basis is None:
            self.basis = self._last_basis()
        else:
            self.basis = basis
            self._adopt(basis)
            (self._orders,) = self._connection.execute("SELECT coalesce(max(number), 0) FROM orders").fetchone()

    def _prepare(self, *, create: bool) -> None:
        run = self._connection.execute
        (application,), (version,) = run("PRAGMA application_id").fetchone(), run("PRAGMA user_version").fetchone()
        tables = {name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and application != _APPLICATION:
            raise StoreError(f"{self.path} is a database of another program: move it away, or choose another folder with --out")
        if tables and version not in (1, _VERSION):
            raise StoreError(
                f"{self.path} was written by another version of the grader (format {version}, this one writes {_VERSION}): "
                "choose another folder with --out"
            )
        if not tables and not create:
            raise StoreError(f"{self.path} holds no results yet: grade first")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        if create and version != _VERSION:
            marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
            self._connection.executescript(f"BEGIN IMMEDIATE; {'' if tables else _SCHEMA} {_SINCE_2} {marks} COMMIT;")

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

    def done(self, key: str) -> Stored | None:
        """The grade stored under `key` (see `Basis.key`), None if there is none or if the grader itself failed then."""
        found = self._find("key = ? AND status != 'failed'", key)
        return found[0] if found else None

    def earlier(self, submission: Submission) -> Stored | None:
        """Of the grades of a submission on other bases, the one of which most results still stand; None if there is none.

        Only one that had the time to run everything can tell anything about a question by itself.
        """
        known = _identity(submission.name, submission.student, submission.digest)
        found = self._find("submission = ? AND basis != ? AND status = 'graded' ORDER BY rowid DESC", known, self.basis.digest)
        now = self.basis.digests.items()
        return max((one for one in found if not one.grade.problem), key=lambda one: len(now & one.digests.items()), default=None)

    def _find(self, where: str, *values: str) -> list[Stored]:
        with self._explained():
            rows = self._connection.execute(f"SELECT data, digests, basis, made_in FROM grades WHERE {where}", values).fetchall()
            return [Stored(_unpack(data), json.loads(digests) if digests else self._digests_of(basis), made_in) for data, digests, basis, made_in in rows]

    def _digests_of(self, basis: str) -> dict[str, str]:
        if basis not in self._known:
            (data,) = self._connection.execute("SELECT data FROM basis WHERE digest = ?", (basis,)).fetchone()
            self._known[basis] = Basis.from_dict(json.loads(data)).digests
        return self._known[basis]

    def put(self, key: str, grade: Grade, digests: Mapping[str, str] | None = None, made_in: int | None = None) -> None:
        """Store a grade; it is on the disk when this returns. An older grade of the same name and basis gives way.

        digests: what each question's result rests on, if not all of them on this basis.
        made_in: see `order`; the last order, unless the grade is older than that.
        """
        known = _identity(grade.submission, grade.student, grade.digest)
        rests = "" if digests in (None, self.basis.digests) else json.dumps(dict(digests))
        row = (self.basis.digest, grade.submission, key, grade.status, grade.earned, grade.possible, _pack(grade), known, rests)
        with self._explained():
            self._connection.execute("INSERT OR REPLACE INTO grades VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, self._orders if made_in is None else made_in))

    def order(self, wish: str) -> int:
        """The number of the order to grade again what `wish` says: of the one that was interrupted, else of a new one.

        Grades made for this order or later have its number or a higher one as `made_in`.
        """
        with self._explained():
            run = self._connection.execute
            open_one = run("SELECT number FROM orders WHERE basis = ? AND wish = ? AND open", (self.basis.digest, wish)).fetchone()
            if open_one is None:
                open_one = run("INSERT INTO orders (basis, wish) VALUES (?, ?) RETURNING number", (self.basis.digest, wish)).fetchone()
            self._orders = max(self._orders, open_one[0])
        return open_one[0]

    def fulfil(self, number: int) -> None:
        """Note that an order has been carried out: the same wish is a new one from now on."""
        with self._explained():
            self._connection.execute("UPDATE orders SET open = 0 WHERE number = ?", (number,))

    def grades(self) -> Iterator[Grade]:
        """The grades on the current basis in the order of their names, one in memory at a time."""
        return (grade for grade, _ in self.texts())

    def texts(self, first: str = "", stop: str | None = None) -> Iterator[tuple[Grade, bytes]]:
        """As `grades`, each with the JSON it is stored as; only names from `first` on and before `stop`, if there is one."""
        end = "" if stop is None else "AND name < ?"
        values = (self.basis.digest, first, *([] if stop is None else [stop]))
        with self._explained():
            for (data,) in self._connection.execute(f"SELECT data FROM grades WHERE basis = ? AND name >= ? {end} ORDER BY name", values):
                text = zlib.decompress(data)
                yield Grade.from_dict(json.loads(text)), text

    def pieces(self, size: int) -> list[tuple[str, str | None]]:
        """(first, stop) for `texts`, so that each piece has `size` grades, the last one at most."""
        with self._explained():
            names = self._connection.execute("SELECT name FROM grades WHERE basis = ? ORDER BY name", (self.basis.digest,))
            borders = [name for (name,) in islice(names, 0, None, size)]
        return list(zip(borders, [*borders[1:], None], strict=True))

    def __contains__(self, name: str) -> bool:
        """Whether a submission of this name has a grade on the current basis."""
        with self._explained():
            return self._connection.execute("SELECT 1 FROM grades WHERE basis = ? AND name = ?", (self.basis.digest, name)).fetchone() is not None

    def grade(self, name: str) -> Grade | None:
        """The grade of one submission on the current basis, None if there is none."""
        with self._explained():
            row = self._connection.execute("SELECT data FROM grades WHERE basis = ? AND name = ?", (self.basis.digest, name)).fetchone()
            return _unpack(row[0]) if row else None

    def state(self) -> tuple[str, int, int]:
        """Another one whenever a grade has been stored."""
        with self._explained():
            return self.basis.digest, *self._connection.execute("SELECT count(*), coalesce(max(rowid), 0) FROM grades").fetchone()

    def __len__(self) -> int:
        with self._explained():
            return self._connection.execute("SELECT count(*) FROM grades WHERE basis = ?", (self.basis.digest,)).fetchone()[0]

    def close(self) -> None:
        """Close the file; may be called twice."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._lock is not None:
            lock.give_back(self._lock, self.path)
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
            raise StoreError(_reason(self.path, error)) from error


def _reason(path: Path, error: Exception) -> str:
    text = str(error)
    if isinstance(error, lock.Taken):
        return f"another run is writing to {path} right now: wait for it, or choose another folder with --out"
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or "full" in text or "disk I/O" in text:
        return f"{not_written(path, error.strerror if full else text)}; nothing graded so far is lost: make room and run the same command again"
    if isinstance(error, OSError):
        return f"{not_written(path, error.strerror)}; choose another folder with --out"
    if "readonly" in text or "unable to open" in text:
        return f"{not_written(path, text)}; check the permissions of its folder, or choose another one with --out"
    if "locked" in text:
        return f"{path}: another program keeps the file locked; close it and run the same command again"
    return f"{path}: the file is damaged or not a results file ({text}); move it away, or choose another folder with --out"


def _identity(name: str, student: str, digest: str) -> str:
    """What a submission is known by on any basis: its name and content."""
    return hashlib.sha256(json.dumps([name, student, digest]).encode()).hexdigest()


def _pack(grade: Grade) -> bytes:
    return zlib.compress(json.dumps(grade.to_dict(), separators=(",", ":")).encode(), 1)


def _unpack(data: bytes) -> Grade:
    return Grade.from_dict(json.loads(zlib.decompress(data)))
