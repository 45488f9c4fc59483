"""A made-up class with written answers to a5, as a results file, and the page served in a process of its own."""

from __future__ import annotations

import base64
import os
import struct
import subprocess
import sys
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.grading.basis import basis_of
from autograder.grading.marks import Marks
from autograder.grading.store import Store
from autograder.grading.verdicts import CellReport, Grade, Submission, WrittenAnswer
from tests.course.notebooks import ROOT, assignment

RIGHT = (
    "Dear author, **thank you**. The program adds $reg \\cdot \\sum W^2$ to *every* weight.\n\n"
    "- explosion_report(0.01, 0.003, False) is 1151, with hidden=3 it is 15384\n"
    "- with `reg = 0.1` it ends at step 120, my own run ended at 77.25\n\n"
    "| lr | step |\n|---|---|\n| 0.0003 | 11451 |\n\n![a curve](attachment:curve.png)\n"
)
HOSTILE = (
    "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">\n\n"
    "[click](javascript:alert(1)) ![p](https://evil.example/p.png) pay \u202e001\u202c\n\n" + "<style>*{display:none}</style>\n\n" + "long " * 4000
)
SAME = "The weights explode because of the penalty; I saw 1152."
ANSWERS = {"ada": RIGHT, "blaise": SAME, "carl": "The gradients explode at step 120.", "daphne": SAME, "emmy": SAME.replace(" ", "  "), "eve": HOSTILE, "fermat": ""}
SHORT = "The bound is 0.75 and I saw 0.988."


def picture() -> str:
    """A small PNG in base64: 40 by 20 pixels of one grey."""
    rows = b"".join(b"\0" + b"\x80" * 40 for _ in range(20))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40, 20, 8, 0, 0, 0, 0)
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")).decode()


def grade(name: str, text: str) -> Grade:
    """A graded submission with answers to q16 and q17, and a cell of its own that printed a number."""
    images = (("curve.png", "image/png", picture()),) if "curve" in text else ()
    answers = (WrittenAnswer("q16", SHORT), WrittenAnswer("q17", text, images, (1,)))
    cells = (CellReport(0, "import numpy as np", "ok"), CellReport(1, "print(explosion_report(0.2, 0.003, False))", "ok", "", "77.25\n"))
    return Grade(name, name.capitalize() + " Lovelace", f"digest of {name}", "graded", "", (), cells, "", {"total": 1.0}, answers)


def put(folder: Path, **texts: str) -> Path:
    """Store grades with these answers to q17, as handed in (again); returns `folder`."""
    basis = basis_of(assignment("a5"), {"timeout": 10})
    with Store(folder / "results.sqlite", basis) as store:
        for name, text in texts.items():
            store.put(basis.key(Submission(name, name, None, f"{name} {text}")), grade(name, text))
        if "carl" in texts:
            store.put(basis.key(Submission("zoe", "zoe", None, "?")), replace(grade("zoe", ""), status="unreadable", problem="a PDF", answers=(), cells=()))
    return folder


def made_up(folder: Path) -> Path:
    """The whole class."""
    return put(folder, **ANSWERS)


def marks(folder: Path) -> dict:
    """The marks of q17 in the file, by submission."""
    with Marks(folder / "results.sqlite") as found:
        return {mark.submission: mark for mark in found.all() if mark.question == "q17"}


@dataclass(frozen=True, slots=True)
class Served:
    """The running command and the address that it printed."""

    process: subprocess.Popen
    address: str

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].partition("/")[0])


@contextmanager
def served(folder: Path, *options: str):
    """`autograder written FOLDER` in a process of its own, killed at the end."""
    command = [sys.executable, "-m", "autograder.cli", "written", str(folder), "--no-open", *options]
    env = {**os.environ, "PYTHONUNBUFFERED": "1", "HIDDEN_LAYERS_ROOT": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT, env=env)
    told = []
    try:
        for line in process.stdout:
            told.append(line)
            if line.startswith("open "):
                yield Served(process, line.split()[1])
                return
        raise AssertionError("".join(told))
    finally:
        process.kill()
        process.communicate()
