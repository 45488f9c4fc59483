"""What people gave for written answers: a history in the results file, to which every change is added.

The last entry of a submission and question is its mark. Nothing is ever overwritten, so that an undo, a crash or two
graders at once lose nothing. A mark belongs to the text it was given for: when the answer changes, it waits to be looked
at again; when the code of a submission is graded again, it stays.
"""

from __future__ import annotations

import hashlib
import json
import math
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from autograder.grading.store import StoreError
from autograder.grading.verdicts import WrittenAnswer

_SCHEMA = """
CREATE TABLE IF NOT EXISTS written (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    submission TEXT NOT NULL, question TEXT NOT NULL, parent INTEGER,
    answer TEXT NOT NULL, rubric TEXT NOT NULL, points TEXT NOT NULL, possible REAL NOT NULL,
    comment TEXT NOT NULL, done INTEGER NOT NULL, grader TEXT NOT NULL, at TEXT NOT NULL, action TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS written_place ON written (question, submission, number);
"""
_COLUMNS = "number, submission, question, parent, answer, rubric, points, possible, comment, done, grader, at, action"
_LAST = f"SELECT {_COLUMNS} FROM written WHERE number IN (SELECT max(number) FROM written GROUP BY question, submission)"
LONGEST_COMMENT = 10_000


class Stale(Exception):
    """Somebody else has changed the mark meanwhile. `mark` is theirs."""

    def __init__(self, mark: Mark | None) -> None:
        super().__init__("somebody else has changed this mark meanwhile")
        self.mark = mark


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry of the history.

    `points` are those of each line of the rubric, None where nothing has been decided; `done` says that the grader was
    through with it. `answer` and `rubric` are digests of what was read and of what it was held against. `number` counts
    all entries of the file; `parent` is the entry that an undo goes back to.
    """

    submission: str
    question: str
    answer: str
    rubric: str
    points: tuple[float | None, ...]
    possible: float
    comment: str = ""
    done: bool = False
    grader: str = ""
    at: str = ""
    action: str = "points"  # or "comment" (typed), "done", "undo"
    number: int = 0
    parent: int | None = None

    @property
    def earned(self) -> float:
        """Points given so far."""
        return sum(one or 0.0 for one in self.points)


def answer_digest(answer: WrittenAnswer) -> str:
    """What two answers share if they say the same: spacing and ways to encode a letter do not count."""
    text = " ".join(unicodedata.normalize("NFC", answer.text).split())
    parts = [text, *(data for _, _, data in answer.images)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class Marks:
    """The marks of a results file. May be open in several processes, also while `autograder grade` writes.

    With `writing=False` the file is left as it is, also if it holds no marks yet.
    """

    def __init__(self, path: Path, *, writing: bool = True) -> None:
        self.path = path
        if not path.is_file():
            raise StoreError(f"there is no {path.name} in {path.parent}: grade first, or name the folder given to --out")
        with self._explained():
            self._connection = sqlite3.connect(path, timeout=10, isolation_level=None)
            self._connection.execute("PRAGMA synchronous = FULL")
            if writing:
                self._connection.executescript(_SCHEMA)
            self._none = not self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'written'").fetchone()

    def last(self, question: str, submission: str) -> Mark | None:
        """The mark of an answer, None if nobody has touched it."""
        with self._explained():
            return self._last(question, submission)

    def all(self, since: int = 0) -> Iterator[Mark]:
        """The marks whose last entry is newer than the entry `since`, in the order they were made."""
        with self._explained():
            if self._none:
                return
            yield from map(_mark, self._connection.execute(f"{_LAST} AND number > ? ORDER BY number", (since,)))

    def history(self, question: str, submission: str) -> list[Mark]:
        """Every entry of one answer, the oldest first."""
        asked = f"SELECT {_COLUMNS} FROM written WHERE question = ? AND submission = ? ORDER BY number"
        with self._explained():
            return [_mark(row) for row in self._connection.execute(asked, (question, submission))]

    def newest(self) -> int:
        """The number of the last entry of all; 0 if there is none."""
        with self._explained():
            return self._connection.execute("SELECT coalesce(max(number), 0) FROM written").fetchone()[0]

    def save(self, mark: Mark, version: int, others: Sequence[str] = ()) -> Mark:
        """Add an entry; it is on the disk when this returns.

        Args:
            version: the `number` of the entry that the grader had before them, 0 if there was none.
            others: further submissions with the very same answer, which get the same entry.

        Raises:
            Stale: there is a newer entry.
            ValueError: points or comment are out of range.
        """
        _refuse_nonsense(mark)
        with self._explained(), self._writing():
            before = self._newest_of(mark.question, (mark.submission, *others))
            _refuse_stale(before, version)
            typing = mark.action == "comment" and before is not None and before.action == "comment" and before.grader == mark.grader
            # What was typed in one go is undone in one go.
            parent = before.parent if typing else before.number if before else None
            return self._add(replace(mark, parent=parent), others)

    def undo(self, question: str, submission: str, version: int, grader: str, others: Sequence[str] = ()) -> Mark | None:
        """Go back to the entry before the last change, as an entry of its own; None if there is nothing to undo.

        Raises `Stale` as `save` does.
        """
        with self._explained(), self._writing():
            before = self._newest_of(question, (submission, *others))
            _refuse_stale(before, version)
            if before is None or before.action == "start":
                return None
            past = self._entry(before.parent) if before.parent else None
            if past is None:
                earlier = replace(before, points=(None,) * len(before.points), comment="", done=False, parent=None, action="start")
            else:
                earlier = replace(past, action="start" if past.action == "start" else "undo")
            return self._add(replace(earlier, submission=submission, grader=grader), others)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Marks:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _newest_of(self, question: str, submissions: Sequence[str]) -> Mark | None:
        found = [mark for name in submissions if (mark := self._last(question, name))]
        return max(found, key=lambda mark: mark.number, default=None)

    def _last(self, question: str, submission: str) -> Mark | None:
        asked = f"SELECT {_COLUMNS} FROM written WHERE question = ? AND submission = ? ORDER BY number DESC LIMIT 1"
        row = self._connection.execute(asked, (question, submission)).fetchone()
        return _mark(row) if row else None

    def _entry(self, number: int) -> Mark:
        return _mark(self._connection.execute(f"SELECT {_COLUMNS} FROM written WHERE number = ?", (number,)).fetchone())

    def _add(self, mark: Mark, others: Sequence[str]) -> Mark:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        numbers = []
        for name in (*others, mark.submission):  # the one that was shown comes last, so that its number is the newest
            row = (name, mark.question, mark.parent, mark.answer, mark.rubric, json.dumps(mark.points), mark.possible)
            row += (mark.comment, int(mark.done), mark.grader, at, mark.action)
            numbers.append(self._connection.execute(f"INSERT INTO written VALUES (NULL{', ?' * len(row)})", row).lastrowid)
        return replace(mark, number=numbers[-1], at=at)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: the marks of written answers cannot be read or written ({error})") from error


def _mark(row: tuple) -> Mark:
    number, submission, question, parent, answer, rubric, points, possible, comment, done, grader, at, action = row
    given = tuple(json.loads(points))
    return Mark(submission, question, answer, rubric, given, possible, comment, bool(done), grader, at, action, number, parent)


def _refuse_stale(before: Mark | None, version: int) -> None:
    if (before.number if before else 0) != version:
        raise Stale(before)


def _refuse_nonsense(mark: Mark) -> None:
    if not all(one is None or (math.isfinite(one) and one >= 0) for one in mark.points) or mark.earned > mark.possible + 1e-9:
        raise ValueError(f"points {list(mark.points)} are not between 0 and {mark.possible:g}")
    if len(mark.comment) > LONGEST_COMMENT:
        raise ValueError(f"a comment may have {LONGEST_COMMENT:,} characters, this one has {len(mark.comment):,}")
