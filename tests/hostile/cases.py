"""The corpus: one file per submission, with a sentence about what it tries and exactly what it gets.

    '''Use the reference by importing it.

    q1: 0 wrong
    '''
    # %% q1
    def double(A): ...

Below the sentence stands what is not as in a right notebook: `QUESTION: POINTS STATUS`; `refused: REASON` for a file that
cannot be graded; `file: 'NAME'` for the name it is handed in under; `secret` if the word SECRET must not come out. Then
either cells in the place of the right ones (`first` and `last`: further cells at the ends), or code without any `# %%` that
makes `content`, the bytes of the file.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.hostile.course import POINTS, right_notebook

CORPUS = Path(__file__).with_name("corpus")
_MARK = re.compile(r"^# %% (\w+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One file of the corpus."""

    path: Path
    tries: str
    changes: tuple[tuple[str, str], ...]
    body: str

    @property
    def name(self) -> str:
        """group/name"""
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def refused(self) -> str:
        """Why it cannot be graded; "" if it can."""
        return dict(self.changes).get("refused", "")

    @property
    def secret(self) -> bool:
        """Whether the word SECRET must not come out."""
        return "secret" in dict(self.changes)

    @property
    def expected(self) -> dict[str, tuple[float, str]]:
        """(points, status) of every question; nothing for a file that cannot be graded."""
        if self.refused:
            return {}
        found = {question: (points, "passed") for question, points in POINTS.items()}
        for name, text in self.changes:
            if name in POINTS:
                points, _, status = text.partition(" ")
                found[name] = float(points), status
        return found

    @property
    def hurried(self) -> bool:
        """Whether it waits for the clock: it then gets little time."""
        return any(status == "timeout" for _, status in self.expected.values())

    @cached_property
    def file(self) -> str:
        """The name it is handed in under."""
        given = dict(self.changes).get("file")
        return ast.literal_eval(given) if given else f"{self.path.parent.name}-{self.path.stem}.ipynb"

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        marks = list(_MARK.finditer(self.body))
        if not marks:
            space: dict = {}
            exec(compile(self.body, str(self.path), "exec"), space)
            return space["content"]
        ends = [*(mark.start() for mark in marks[1:]), len(self.body)]
        cells: dict[str, list[str]] = {}
        for mark, end in zip(marks, ends, strict=True):
            cells.setdefault(mark[1], []).append(self.body[mark.end() : end].strip("\n"))
        first, last = cells.pop("first", []), cells.pop("last", [])
        code = {question: sources[0] for question, sources in cells.items()}
        assert set(code) <= set(POINTS), f"{self.name}: no such question"
        return json.dumps(right_notebook(code, first, last)).encode()


@cache
def cases(*groups: str) -> Sequence[Case]:
    """The cases of some groups, or all of them, in the order of their names."""
    paths = sorted(path for path in CORPUS.glob("*/*.py") if not groups or path.parent.name in groups)
    return tuple(map(_read, paths))


def _read(path: Path) -> Case:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    sentence, _, rest = ast.get_docstring(tree).partition("\n")
    changes = tuple((name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in rest.splitlines() if line))
    body = "".join(text.splitlines(keepends=True)[tree.body[0].end_lineno :])
    return Case(path, sentence, changes, body)
