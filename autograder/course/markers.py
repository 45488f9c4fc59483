"""The lines that begin a cell of `notebook.py`. What jupytext cannot read there it drops in silence; here it is told."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.course.model import CourseError

TAGS = ("stub", "answer", "setup", "picture")
_KEYS = ("question", "points", "functions", "builds_on", "manual", "tags")
_CELL = re.compile(r"# %%(?: \[(?P<kind>\w+)\])?(?P<rest>.*)")
_ENTRY = re.compile(r'\s+(?P<key>\w+)=(?P<value>"[^"]*"|\[[^\]]*\]|-?\d+(?:\.\d+)?|true|false)(?=\s|$)')


def check_markers(path: Path, text: str) -> None:
    """Raise CourseError, with file and line, for the first cell line that does not say what it seems to say."""
    for number, line in enumerate(text.splitlines(), 1):
        cell = _CELL.fullmatch(line)
        if line.startswith("# %%") and cell:
            problem = _kind(cell["kind"]) or _entries(cell["rest"])
            if problem:
                raise CourseError(f"{path}:{number}: {problem}")


def _kind(kind: str | None) -> str:
    return "" if kind in (None, "markdown") else f"a cell is code (`# %%`) or text (`# %% [markdown]`), not [{kind}]"


def _entries(rest: str) -> str:
    """What is wrong with the entries of a cell line; "" if nothing is."""
    place = 0
    while rest[place:].strip():
        entry = _ENTRY.match(rest, place)
        if entry is None:
            return (
                f'{rest[place:].strip()!r} cannot be read; entries look like question="q2" points=5 functions="f, g" builds_on="h", '
                'manual=true or tags=["stub"], with text in double quotes and no spaces around ='
            )
        if entry["key"] not in _KEYS:
            return f"there is no {entry['key']!r}; a cell can say {', '.join(_KEYS)}"
        unknown = [tag for tag in re.findall(r'"([^"]*)"', entry["value"]) if entry["key"] == "tags" and tag not in TAGS]
        if unknown:
            return f"there is no tag {unknown[0]!r}; the tags are {', '.join(TAGS)}"
        place = entry.end()
    return ""
