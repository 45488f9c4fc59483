"""Which changed texts are the same program: by the trees of the changed lines, or of the whole."""

from __future__ import annotations

import ast
from bisect import bisect_right

from autograder.repair.code import Code


class Sameness:
    """Keys of changed texts: equal for equal programs, None for what is no program or is the one that was there before."""

    def __init__(self, code: Code) -> None:
        self._lines = code.text.decode().split("\n")
        self._starts = code.starts
        self._whole = _dumped(code.text.decode())
        self._before: dict[int, str | None] = {}

    def key(self, splices: tuple[tuple[int, int, str], ...], changed: bytes) -> object:
        """The key of the text `changed`, which the `splices` have made of the code."""
        by_line: dict[int, list[tuple[int, int, str]]] = {}
        for start, end, text in splices:
            line = bisect_right(self._starts, start) - 1
            if end >= self._starts[line + 1] or "\n" in text or start == end:
                key = _dumped(changed.decode())
                return None if key == self._whole else key
            by_line.setdefault(line, []).append((start - self._starts[line], end - self._starts[line], text))
        parts = []
        for line, inside in by_line.items():
            new = self._lines[line].encode()
            for start, end, text in sorted(inside, reverse=True):
                new = new[:start] + text.encode() + new[end:]
            key = _dumped_line(new.decode())
            if line not in self._before:
                self._before[line] = _dumped_line(self._lines[line])
            if key is None:
                return None
            if key != self._before[line]:
                parts.append((line, key))
        return tuple(parts) or None


def _dumped_line(line: str) -> str | None:
    text = line.strip()
    if text.startswith("elif "):
        text = text[2:]
    return _dumped(text + " pass" if text.endswith(":") else text)


def _dumped(text: str) -> str | None:
    try:
        return ast.dump(ast.parse(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
