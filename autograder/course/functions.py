"""Source of functions, cut out of modules by their syntax tree: what a solution cell or a made-up submission holds."""

from __future__ import annotations

import ast
import inspect
import re
from functools import lru_cache

from autograder.checking import Mistake, Variant
from autograder.course.model import Assignment


def reference_source(assignment: Assignment, question_id: str) -> str:
    """The reference source of a question's functions, each with the private helpers that stand directly above it."""
    segments = _segments((assignment.private_dir / "reference.py").read_text(encoding="utf-8"))
    wanted = assignment.question(question_id).functions
    return "\n\n\n".join(segments[name] for name in wanted)


@lru_cache(maxsize=4)
def _segments(text: str) -> dict[str, str]:
    """Every public function's source, preceded by what stands between it and the public function before it."""
    segments: dict[str, str] = {}
    pending: list[str] = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.Import | ast.ImportFrom) or _is_docstring(node):
            continue
        pending.append(_source(text, node))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            segments[node.name] = "\n\n\n".join(pending)
            pending = []
    return segments


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _source(text: str, node: ast.stmt) -> str:
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
    return "\n".join(text.splitlines()[first - 1 : node.end_lineno])


def substitute(entry: Mistake | Variant) -> str:
    """The source of a mistake or variant as a learner would have written it: renamed, without decorator or docstring."""
    text = inspect.cleandoc("\n" + inspect.getsource(entry.implementation))
    node = ast.parse(text).body[0]
    lines = text.splitlines()
    header = "\n".join(lines[node.lineno - 1 : node.body[0].lineno - 1])
    header = re.sub(rf"\bdef {re.escape(entry.name)}\b", f"def {entry.function}", header, count=1)
    rest = node.body[1:] if _is_docstring(node.body[0]) else node.body
    body = lines[node.body[0].end_lineno :] if rest is not node.body else lines[node.body[0].lineno - 1 :]
    return "\n".join([header, *body]).rstrip()


def solutions(assignment: Assignment) -> dict[str, str]:
    """The reference's source for every question checked by code, by question."""
    return {question.id: reference_source(assignment, question.id) for question in assignment.graded}


def reference_cells(assignment: Assignment) -> list[str]:
    """The cells that make a session answer as the reference: numpy, the setup cells, and every solution."""
    setup = [cell.source for cell in assignment.cells if "setup" in cell.tags and cell.kind == "code"]
    return ["import numpy as np", *setup, *solutions(assignment).values()]


def solutions_with(assignment: Assignment, entry: Mistake | Variant) -> dict[str, str]:
    """`solutions`, with one function written as in a mistake or variant."""
    question = assignment.question_of(entry.function)
    sources = solutions(assignment)
    return {**sources, question.id: replace_function(sources[question.id], entry.function, substitute(entry))}


def replace_function(source: str, name: str, replacement: str) -> str:
    """`source` with the top-level function `name` replaced by other source text."""
    lines = source.splitlines()
    node = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name)
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    return "\n".join([*lines[: first - 1], replacement, *lines[node.end_lineno :]])
