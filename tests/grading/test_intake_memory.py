"""Limits are checked before memory is spent: the peak of a whole process while it reads the worst files there are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from autograder.grading.limits import IntakeLimits
from tests.hostile.cases import cases

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from autograder.grading.intake import Found, read_submission

def memory(name):
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(name)) / 1024

open("/proc/self/clear_refs", "w").write("5")  # the peak counts from here
before = memory("VmRSS")
submission = read_submission(Found(Path(sys.argv[1]), "ada", "ada", "ada", True))
print(memory("VmHWM") - before, submission.problem)
"""
_HEAD = b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 1"}], "metadata": {"a": ['
_SIZE = IntakeLimits().file_bytes - 1000


def filled(unit: bytes, between: bytes = b"", most: int = 1 << 40) -> bytes:
    """A notebook as large as may be, its metadata filled with `unit`."""
    times = min((_SIZE - len(_HEAD)) // len(unit + between), most)
    return _HEAD + between.join([unit] * times) + b"]}}"


_VALUES = IntakeLimits().values - 100
# Just within the limits, and as costly as can be: read, within megabytes of peak memory.
WORST = {
    "text": (lambda: _HEAD + b'"' + b"x" * (_SIZE - 200) + b'"]}}', 170),
    "wide text": (lambda: _HEAD + b'"' + b"x" * (_SIZE - 200) + "\N{GRINNING FACE}".encode() + b'"]}}', 450),
    "texts": (lambda: filled(b'"ab"', b",", _VALUES), 200),
    "numbers": (lambda: filled(b"99999.5", b",", _VALUES), 200),
    "keys": (lambda: _HEAD + b"{" + b",".join(b'"%x":1' % i for i in range(_VALUES)) + b"}]}}", 400),
    "lists": (lambda: filled(b"[1]", b",", 999_000), 200),
    "objects": (lambda: filled(b'{"a":1}', b",", 499_000), 250),
}
REFUSED = {"huge", "many_containers", "many_values", "deep", "deep_in_metadata", "bomb", "small_bomb", "too_many_files", "other_compression", "archive_in_archive"}


def peak(path: Path) -> tuple[float, str]:
    """(megabytes above those in use before, the sentence) of reading a file."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, cwd=ROOT, check=True)
    megabytes, _, problem = done.stdout.strip().partition(" ")
    return float(megabytes), problem


@pytest.mark.parametrize("name", WORST)
def test_the_worst_file_within_the_limits_is_read_within_bounds(tmp_path, name):
    """What Gradescope's smallest container has beside the grader is not used up by any file."""
    make, most = WORST[name]
    path = tmp_path / "worst.ipynb"
    path.write_bytes(make())
    megabytes, problem = peak(path)
    assert problem == "" and megabytes < most


@pytest.mark.parametrize("case", [case for case in cases("files", "archives") if case.path.stem in REFUSED], ids=lambda case: case.name)
def test_what_is_refused_costs_little_more_than_its_bytes(tmp_path, case):
    """Refused from its size, its table of contents or one look at its bytes."""
    path = tmp_path / f"refused{Path(case.file).suffix}"
    path.write_bytes(case.content)
    megabytes, problem = peak(path)
    size = 0 if case.name == "files/huge" else 3 * len(case.content) / 2**20
    assert case.refused in problem and megabytes < 8 + size
