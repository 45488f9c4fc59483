"""Compose the Otter master of an assignment: the public notebook, the reference, and one thin test per check.

Otter keeps one function per test cell and writes its source into `tests/qN.py`. A composed test therefore holds no
logic: it runs a check that stands, unchanged, in a module beside the notebook.

    def check_one_row(affine_forward):
        'One row by hand.'
        import a1_checks
        a1_checks.one_row.__check__.require({'affine_forward': affine_forward})

Public checks go to everybody as `a1_checks.py`. Hidden checks and reference go into Otter's autograder zip alone, as
single files and not as a folder: `otter run` lets a file of the zip win over a file of a submission, but keeps a
submission's own folder.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.checking import Check
from autograder.course import Assignment, reference_source, released_cells, solutions, student_notebook
from autograder.course.cells import as_notebook
from autograder.release.errors import ReleaseError

SOLUTION_BEGIN = "# BEGIN SOLUTION NO PROMPT"
SOLUTION_END = "# END SOLUTION"


def public_module(assignment: Assignment) -> str:
    """The name of the module that holds the public checks beside the notebook."""
    return f"{assignment.id}_checks"


def hidden_module(assignment: Assignment) -> str:
    """The name of the module that holds the hidden checks in the autograder zip."""
    return f"{assignment.id}_hidden_checks"


def reference_module(assignment: Assignment) -> str:
    """The name of the module that holds the reference in the autograder zip."""
    return f"{assignment.id}_reference"


def case_name(check: Check) -> str:
    """The name of a check's function in a test file; the prefix keeps it clear of Otter's own names there (`points`)."""
    return f"check_{check.name}"


def solution_notebook(assignment: Assignment) -> dict:
    """The released notebook with the reference in the place of every stub, not yet executed."""
    return student_notebook(assignment, solutions(assignment))


def support_files(assignment: Assignment) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files beside the notebook, by relative path: those for everybody, and those for the autograder zip only.

    Raises:
        ReleaseError: a module imports something that will not be beside it.
    """
    public = {f"{public_module(assignment)}.py": _module(assignment.public_dir / "checks.py", {})}
    data = assignment.public_dir / "data"
    for path in sorted(data.rglob("*")) if data.is_dir() else ():
        if path.is_file():
            public[path.relative_to(assignment.public_dir).as_posix()] = path.read_bytes()
    renamed = {"reference": reference_module(assignment), "checks": hidden_module(assignment)}
    private = {f"{name}.py": _module(assignment.private_dir / f"{source}.py", renamed) for source, name in renamed.items()}
    return public, private


def master(assignment: Assignment, public: Sequence[str], private: Sequence[str], requirements: Sequence[str]) -> dict:
    """The Otter master notebook, as an nbformat 4.5 dict.

    public, private: paths of support files, as `support_files` names them; `requirements` go into the grading image.

    Only the answer and its tests stand inside a question block: Otter locks whatever else it finds there. Written
    questions are plain cells: Otter would wrap them in comments that only its PDF filter reads.
    """
    config = {
        "init_cell": False,  # ours are in the notebook already
        "check_all_cell": False,
        "export_cell": False,
        "show_question_points": False,
        "tests": {"files": True, "ok_format": False},
        "files": _top_level(public),
        "autograder_files": list(private),
        "requirements": list(requirements),
    }
    cells = [_raw("# ASSIGNMENT CONFIG", **config)]
    for cell, plain in zip(released_cells(assignment), as_notebook(assignment, released_cells(assignment))["cells"], strict=True):
        if "check" in cell.tags and cell.question:
            continue  # Otter writes this one
        cells += _question(assignment, cell.question, plain) if "stub" in cell.tags else [plain]
    for number, cell in enumerate(cells):
        cell["id"] = f"master-{number:03d}"
    return {**as_notebook(assignment, ()), "cells": cells}


def case_cells(assignment: Assignment, checks: Sequence[Check]) -> list[dict]:
    """The test cells of a question's checks.

    Raises:
        ReleaseError: two checks would become test functions of the same name; Otter would keep the last and drop
            the other's points without a word.
    """
    seen: dict[str, Check] = {}
    for one in checks:
        if case_name(one) in seen:
            raise ReleaseError(
                f"{_place(one)}: {one.question} already has a check called {one.name} ({_place(seen[case_name(one)])}): rename one of them"
            )
        seen[case_name(one)] = one
    return [_code(_case_source(assignment, one)) for one in checks]


def _question(assignment: Assignment, question_id: str, stub: Mapping) -> list[dict]:
    reference = "\n".join([SOLUTION_BEGIN, reference_source(assignment, question_id), SOLUTION_END])
    checks = assignment.checks_of(question_id)
    # The sum as Otter adds it up, so that no rounding makes the cases worth more than their question. Points are
    # given case by case, never as a list: Otter misaligns a list when it takes the hidden cases out.
    return [
        _raw("# BEGIN QUESTION", name=question_id, points=sum(one.points for one in checks)),
        _raw("# BEGIN PROMPT"),
        dict(stub),
        _raw("# END PROMPT"),
        _raw("# BEGIN SOLUTION"),
        _code(reference),
        _raw("# END SOLUTION"),
        _raw("# BEGIN TESTS"),
        *case_cells(assignment, checks),
        _raw("# END TESTS"),
        _raw("# END QUESTION"),
    ]


def _case_source(assignment: Assignment, check: Check) -> str:
    module = hidden_module(assignment) if check.hidden else public_module(assignment)
    given = ", ".join(f"{name!r}: {name}" for name in check.parameters)
    return "\n".join(
        [
            '"""# BEGIN TEST CONFIG',
            f"points: {json.dumps(check.points)}",
            f"hidden: {json.dumps(check.hidden)}",
            '"""# END TEST CONFIG',
            f"def {case_name(check)}({', '.join(check.parameters)}):",
            f"    {_ascii(check.title)!r}",
            f"    import {module}",
            f"    {module}.{check.name}.__check__.require({{{given}}})",
        ]
    )


def _ascii(title: str) -> str:
    """A title with everything that is not ASCII escaped: Otter reads and writes test files in the system's encoding."""
    return title.encode("unicode_escape").decode("ascii")


def _module(path: Path, renamed: Mapping[str, str]) -> bytes:
    """A module's source as a file of its own: `from . import reference` becomes an import of the file it is shipped as."""
    text = path.read_text(encoding="utf-8")
    lines = text.encode("utf-8").splitlines(keepends=True)  # as the parser counts: in bytes
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.ImportFrom) or node.level == 0:
            continue
        modules = [alias.name for alias in node.names] if node.module is None else [node.module]
        if node.level > 1 or node.lineno != node.end_lineno or not set(modules) <= set(renamed):
            known = " and ".join(f"`from . import {name}`" for name in renamed) or "no relative import"
            raise ReleaseError(f"{path}:{node.lineno}: {ast.unparse(node)} cannot be released: {known} can, on a line of its own")
        line = lines[node.lineno - 1]
        lines[node.lineno - 1] = line[: node.col_offset] + _absolute(node, renamed).encode("utf-8") + line[node.end_col_offset :]
    return b"".join(lines)


def _absolute(node: ast.ImportFrom, renamed: Mapping[str, str]) -> str:
    if node.module is None:
        return "; ".join(f"import {renamed[alias.name]} as {alias.asname or alias.name}" for alias in node.names)
    return ast.unparse(ast.ImportFrom(module=renamed[node.module], names=node.names, level=0))


def _top_level(paths: Sequence[str]) -> list[str]:
    """The files and folders to name to Otter: it copies a folder whole, but wants a file in it named by its folder."""
    return sorted({path.split("/", 1)[0] for path in paths})


def _place(check: Check) -> str:
    code = check.function.__code__
    return f"{code.co_filename}:{code.co_firstlineno}"


def _raw(first_line: str, **config: object) -> dict:
    lines = [first_line, *(f"{key}: {json.dumps(value)}" for key, value in config.items())]
    return {"cell_type": "raw", "metadata": {}, "source": "\n".join(lines)}


def _code(source: str) -> dict:
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
