"""Values put aside on the disk, so that a class of any size needs no more memory than a small one."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator


class Spool:
    """Shelves of values, each in the order in which they were added, in a file that nobody else sees and that goes with the
    object. For one thread."""

    def __init__(self) -> None:
        # The empty name is SQLite's for a file of its own that is deleted when it is closed.
        self._connection = sqlite3.connect("", isolation_level=None)
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1024"):
            self._connection.execute(f"PRAGMA {setting}")
        self._connection.execute("CREATE TABLE kept (shelf, number INTEGER, value BLOB, PRIMARY KEY (shelf, number)) WITHOUT ROWID")
        self._number = 0

    def add(self, shelf: str | int, value: object) -> None:
        """Put a value at the end of a shelf."""
        self._number += 1
        self._connection.execute("INSERT INTO kept VALUES (?, ?, ?)", (shelf, self._number, pickle.dumps(value, pickle.HIGHEST_PROTOCOL)))

    def count(self, shelf: str | int) -> int:
        """How many values a shelf holds."""
        return self._connection.execute("SELECT count(*) FROM kept WHERE shelf = ?", (shelf,)).fetchone()[0]

    def read(self, shelf: str | int, first: int = 0, stop: int | None = None) -> Iterator:
        """The values of a shelf from the place `first` on (from 0), before `stop` if there is one; one in memory at a time."""
        limit = -1 if stop is None else max(stop - first, 0)
        found = self._connection.execute("SELECT value FROM kept WHERE shelf = ? ORDER BY number LIMIT ? OFFSET ?", (shelf, limit, first))
        return (pickle.loads(value) for (value,) in found)  # noqa: S301 - what this object wrote itself

    def everything(self) -> Iterator[tuple[str | int, object]]:
        """(shelf, value) of all shelves, numbers before texts, both ascending."""
        found = self._connection.execute("SELECT shelf, value FROM kept ORDER BY shelf, number")
        return ((shelf, pickle.loads(value)) for shelf, value in found)  # noqa: S301 - what this object wrote itself

    def shelf(self, name: str | int) -> Shelf:
        """One shelf as a collection."""
        return Shelf(self, name)


class Shelf:
    """A shelf of a spool: has a length, can be gone through again and again, and in parts."""

    def __init__(self, spool: Spool, name: str | int) -> None:
        self._spool = spool
        self._name = name

    def __len__(self) -> int:
        return self._spool.count(self._name)

    def __iter__(self) -> Iterator:
        return self._spool.read(self._name)

    def part(self, first: int, stop: int | None = None) -> Iterator:
        """The values from the place `first` on, before `stop` if there is one."""
        return self._spool.read(self._name, first, stop)
