"""Read `notebook.py` (jupytext py:percent): cells, and the questions their metadata opens and closes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

from autograder.course.markers import check_markers
from autograder.course.model import Cell, CourseError, Question

_CLOSING = {"stub", "answer"}
# jsonschema, which comes with jupytext, has this package build forty grammars when it finds it (JupyterLab brings it), for
# addresses in alphabets of all the world: a second or two, for nothing that is in a notebook.
_UNUSED = "rfc3987_syntax"


def read_notebook(path: Path) -> tuple[tuple[Cell, ...], tuple[Question, ...], str]:
    """The cells, the questions and the title (first heading) of an assignment's notebook.

    A markdown cell with `question="q2"` opens a question; the code cell tagged "stub" (or, for a written question,
    the markdown cell tagged "answer") closes it.

    Raises:
        CourseError: the file is missing, or a question is malformed, with its line.
    """
    jupytext = _jupytext()
    if not path.is_file():
        raise CourseError(f"{path} is missing: an assignment needs a notebook.py (see `autograder new`)")
    text = read_source(path)
    check_markers(path, text)
    cells: list[Cell] = []
    questions: list[Question] = []
    open_question: str | None = None
    for raw in jupytext.reads(text, fmt="py:percent").cells:
        if raw.cell_type not in ("markdown", "code") or not raw.source.strip():
            continue
        meta = raw.metadata
        tags = tuple(meta.get("tags", ()))
        opens = "question" in meta
        if opens:
            if open_question:
                raise _fault(path, meta["question"], f"question {open_question} is still open: it needs a stub or answer cell first")
            question = _question(path, raw)
            if question.id in {known.id for known in questions}:
                raise _fault(path, question.id, f"question {question.id} is defined twice")
            questions.append(question)
            open_question = question.id
        elif not open_question and _CLOSING & set(tags):
            raise _fault_at(path, raw.source, f"a cell tagged {' and '.join(_CLOSING & set(tags))} closes a question, and none is open: put it below the cell with question=")
        cells.append(Cell(raw.cell_type, raw.source, tags, open_question, opens))
        if open_question and _CLOSING & set(tags):
            open_question = None
    if open_question:
        raise _fault(path, open_question, f'question {open_question} has no code cell tagged "stub" (or "answer" if written)')
    return tuple(cells), tuple(questions), _title(path, cells)


def _question(path: Path, raw) -> Question:
    meta = raw.metadata
    name = str(meta["question"])
    heading = re.match(r"#+ +(.+)", raw.source)
    if not heading:
        raise _fault(path, name, f"the cell that opens question {name} must start with a heading, such as `## Affine forward`")
    points = meta.get("points")
    if not isinstance(points, int | float) or isinstance(points, bool) or points < 0:
        raise _fault(path, name, f"question {name} needs points=NUMBER, got {points!r}")
    manual = bool(meta.get("manual", False))
    functions = _names(meta.get("functions", ""))
    if not manual and not functions:
        raise _fault(path, name, f'question {name} needs functions="..." (or manual=true for a written one)')
    return Question(name, heading.group(1).strip(), points, functions, _names(meta.get("builds_on", "")), manual)


def _names(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"[,\s]+", text.strip())) if text.strip() else ()


def _title(path: Path, cells: list[Cell]) -> str:
    for cell in cells:
        heading = re.match(r"# +(.+)", cell.source) if cell.kind == "markdown" else None
        if heading:
            return heading.group(1).strip()
    raise CourseError(f"{path}:1: the first markdown cell must hold the title, such as `# a1 Layers are motions`")


def line_of_question(path: Path, question: str) -> int:
    """The line of a notebook source on which a question is opened (the last one, if there are several); 1 if none."""
    marker = re.compile(rf'question\s*=\s*"{re.escape(question)}"')
    numbers = [number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if marker.search(line)]
    return numbers[-1] if numbers else 1


def read_source(path: Path) -> str:
    """The text of a source file; raises CourseError if it is not UTF-8, with the line."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise CourseError(f"{path}:{line}: this line is not UTF-8 text: save the file as UTF-8") from error


def _fault_at(path: Path, source: str, message: str) -> CourseError:
    """A fault of a code cell, on the line on which it begins."""
    first = source.strip().partition("\n")[0]
    lines = path.read_text(encoding="utf-8").splitlines()
    return CourseError(f"{path}:{next((number for number, line in enumerate(lines, 1) if first in line), 1)}: {message}")


def _fault(path: Path, question: str, message: str) -> CourseError:
    return CourseError(f"{path}:{line_of_question(path, question)}: {message}")


def _jupytext() -> ModuleType:
    """jupytext, imported as if `_UNUSED` were not installed."""
    unused = _UNUSED not in sys.modules
    if unused:
        sys.modules[_UNUSED] = None
    try:
        import jupytext
    finally:
        if unused:
            del sys.modules[_UNUSED]
    return jupytext
