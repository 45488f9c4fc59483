"""What lies beside the notebook in the student folder: requirements, one page of instructions, a list of what belongs there."""

from __future__ import annotations

import json
from collections.abc import Iterable

from autograder.course import Assignment
from autograder.missing import LISTING as _NAME

LISTING = f"tests/{_NAME}"

_README = """# {title}

You write functions in the notebook `{id}.ipynb`; the cells `grader.check("q1")` tell you at once what is right so far.
Keep everything in this folder together: the notebook needs the files beside it.

## Install

You need Python 3.11 or newer. In a terminal, in this folder:

Linux and macOS

    python3 -m venv .venv
    .venv/bin/python -m pip install -r requirements.txt

Windows

    py -m venv .venv
    .venv\\Scripts\\python -m pip install -r requirements.txt

## Open

Linux and macOS

    .venv/bin/jupyter lab {id}.ipynb

Windows

    .venv\\Scripts\\jupyter lab {id}.ipynb

VS Code works too: open this folder, then the notebook, and choose the Python in `.venv` as its kernel.

## Check

Run the cells from top to bottom. Each question ends with a cell like `grader.check("q2")`. It names what is wrong
first, then shows the call, what came back and what was expected. `grader.hint("q2")` unfolds the next hint for the
last failure, if there is one. `grader.check_all()` near the end runs every public check again.

These checks do not see everything: hidden checks run after you submit, on other inputs.

## Submit

1. Save the notebook.
2. Run its last cell, `grader.export(...)`. It writes a zip file into this folder; its name starts with `{id}_`.
3. Hand in that zip file, in the place your course uses.

If something does not work, restart the kernel and run all cells once more. A sentence that starts with "this check
could not run" is not about your code: tell your instructor.
"""


def readme(assignment: Assignment) -> str:
    """One page: install, open, check, submit."""
    return _README.format(title=assignment.title, id=assignment.id)


def requirements(wheel: str) -> str:
    """The student folder's requirements.txt; `wheel` is the name of the wheel beside it."""
    return f"# The checks (with numpy, matplotlib and Otter), and what opens the notebook.\n./{wheel}\njupyterlab>=4\n"


def listing(files: Iterable[str]) -> bytes:
    """The listing of the files that the notebook needs beside it: its first cell names one that is not there."""
    return (json.dumps(sorted(files), indent=0) + "\n").encode("utf-8")
