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

1. Unpack the zip file (Windows: right-click, *Extract All*; a look inside is not enough). If you are given
   a newer one later, unpack it somewhere else and copy your `{id}.ipynb` into it: the notebook in it is empty.
2. You need Python 3.11 or newer: `python3 --version` (Windows: `py --version`). If it is older or missing, take one from
   python.org. On Debian and Ubuntu also `sudo apt install python3-venv`.
3. In a terminal, in this folder, type the two lines for your system. This takes a minute or two; no compiler is needed.

Linux and macOS

    python3 -m venv .venv
    .venv/bin/python -m pip install -r requirements.txt

Windows

    py -m venv .venv
    .venv\\Scripts\\python -m pip install -r requirements.txt

## Open

    .venv/bin/jupyter lab {id}.ipynb             Linux and macOS
    .venv\\Scripts\\jupyter lab {id}.ipynb         Windows

VS Code: open this folder, then the notebook, and choose the Python in `.venv` as its kernel. Jupyter Notebook 7 works too.

{colab}

## Check

Click into a cell and press Shift+Enter to run it; go from top to bottom. Each question ends with a cell like
`grader.check("q2")`: it says what is wrong, shows what came back and what was expected, and asks a question that
leads on. `grader.hint("q2")` gives the next hint. `grader.check_all()` near the end checks everything again and shows a
table: what passed, the points, and what is next.

When a function is wrong, small changes of your code are tried for a second or so, in a process of its own; if all checks pass
with one of them, you are told the line it is in, and not the change. Interrupt the cell (the square button) if you do not want
to wait; `Notebook("{id}.ipynb", lines=False)` in the first cell switches it off.

These checks do not see everything: hidden checks run after you submit, on other inputs.

## Submit

Save the notebook and run its last cell, `grader.export(...)`. It writes a zip file whose name starts with `{id}_`. Hand in
that file, in the place your course uses.

If something does not work, restart the kernel and run all cells once more, from the top. The next day they want the same:
`name 'grader' is not defined` means that the first cell has not run yet. A sentence that starts with "this check
could not run" is not about your code: tell your instructor.
"""
_COLAB = """Google Colab: choose *File > Upload notebook*, take `{id}.ipynb`, and run its cells from the top. The first one, "Only in
Colab", installs what is needed and brings the checks along. When Colab has disconnected you, run it again."""
_NO_COLAB = """Google Colab: choose *File > Upload notebook* and take `{id}.ipynb`. Run this in a new first cell, and choose the zip file when asked:

    from google.colab import files
    files.upload()
    !unzip -oq *.zip
    %cd {id}
    !pip install --quiet *.whl"""


def readme(assignment: Assignment, *, colab: bool) -> str:
    """One page: install, open, check, submit. colab: the notebook brings along what it needs in Google Colab."""
    told = (_COLAB if colab else _NO_COLAB).format(id=assignment.id)
    return _README.format(title=assignment.title, id=assignment.id, colab=told)


def requirements(wheel: str) -> str:
    """The student folder's requirements.txt; `wheel` is the name of the wheel beside it."""
    return f"# The checks (with numpy, matplotlib and Otter), and what opens the notebook.\n./{wheel}\njupyterlab>=4\n"


def listing(files: Iterable[str]) -> bytes:
    """The listing of the files that the notebook needs beside it: its first cell names one that is not there."""
    return (json.dumps(sorted(files), indent=0) + "\n").encode("utf-8")
