"""A digest for each question: it changes with whatever can change the result of that question, and with little else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from autograder.course.model import Assignment, Question
from autograder.course.modules import module_names, module_of, module_path
from autograder.course.parts import Parts, sha256_of


def question_digests(assignment: Assignment, shared: Mapping[str, object]) -> dict[str, str]:
    """By question: sha256 over its checks, the reference functions they and it may use, its mistakes, its points.

    What cannot be told apart by question is part of every digest: setup and picture cells, every file of the assignment
    that is no module, and `shared` (grader, settings). How an earlier question ended, on which errors carried forward
    depend, is not: that differs from submission to submission.
    """
    public = Parts(assignment.public_dir)
    private = Parts(assignment.private_dir) if assignment.private_dir else None
    common = [
        assignment.id,
        sorted((name, str(value)) for name, value in shared.items()),
        [cell.source for cell in assignment.cells if cell.kind == "code" and {"setup", "picture"} & set(cell.tags)],
        _files(assignment.public_dir),
        _files(assignment.private_dir),
    ]
    return {question.id: sha256_of([common, *_own(assignment, question, public, private)]) for question in assignment.graded}


def _own(assignment: Assignment, question: Question, public: Parts, private: Parts | None) -> list:
    checks = assignment.checks_of(question.id)
    told = [question.id, question.points, question.functions, question.builds_on]
    told += [(one.name, one.points, one.hidden, (private if one.hidden else public).digest("checks", [one.name])) for one in checks]
    if private is None:
        return told
    mistakes = [one for one in assignment.mistakes if one.function in question.functions]
    asked = {name for one in checks for name in one.parameters}
    functions = sorted({*question.functions, *question.builds_on, *asked} & set(assignment.functions))
    return [*told, [(one.name, private.digest(module_of(one), [one.name])) for one in mistakes], private.digest("reference", functions)]


def _files(folder: Path | None) -> list[tuple[str, str]]:
    """Name and digest of every file that is neither a module nor read by people only."""
    if folder is None:
        return []
    modules = {module_path(folder, name) for name in module_names(folder)}
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    told = [path for path in files if path.name != "guide.md" and path not in modules]
    return [(path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in told]
