"""What this machine offers: versions, isolation layers, what is missing and how to get it."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from autograder.missing import OLDEST

_LEARNER = ("numpy", "matplotlib", "otter-grader")
_INSTRUCTOR = ("click", "hatchling", "ipykernel", "ipython", "jinja2", "jupytext", "msgpack", "nbclient", "nbconvert", "nbformat")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: what was looked at, whether it is fine, what was found, what to do if it is not."""

    topic: str
    fine: bool
    found: str
    advice: str = ""
    needed: bool = True


def examine() -> Iterator[Finding]:
    """Look at everything learners and graders need, one finding at a time."""
    fine, oldest = sys.version_info >= OLDEST, ".".join(map(str, OLDEST))
    yield Finding("Python", fine, platform.python_version(), "" if fine else f"install Python {oldest} or newer")
    for name in _LEARNER:
        yield _package(name, "pip install hidden-layers")
    for name in _INSTRUCTOR:
        yield _package(name, "pip install 'hidden-layers[instructor]' (needed to release and to grade)")
    yield _course()
    yield from _isolation()
    free = shutil.disk_usage(".").free / 2**30
    yield Finding("disk", free > 1, f"{free:.1f} GiB free here", "" if free > 1 else "make room: results and reports are written here")


def _package(name: str, advice: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, "not installed", advice)


def _course() -> Finding:
    from autograder.course import CourseError, find_root, list_assignments

    try:
        root = find_root()
    except CourseError as error:
        return Finding("course", False, "not found", str(error), needed=False)
    return Finding("course", True, f"{', '.join(list_assignments(root)) or 'no assignments'} in {root}")


def _isolation() -> Iterator[Finding]:
    if sys.platform != "linux":
        yield Finding("isolation", False, f"{platform.system()} has none of the layers", "grade on Linux, in Docker or WSL, or on Gradescope")
        return
    try:
        from autograder.sandbox import LAYERS, probe
    except ImportError as error:
        yield Finding("isolation", False, f"cannot be probed: {error}", "pip install 'hidden-layers[instructor]'")
        return
    isolation = probe()
    for name, meaning in LAYERS.items():
        active = name in isolation.layers
        yield Finding(f"  {name}", active, meaning, "" if active else "not available on this system", needed=False)
    advice = "" if isolation.floor_met else "hidden checks are not graded below the floor: use a Linux with user namespaces or Landlock, or grade as root"
    yield Finding("isolation", isolation.floor_met, isolation.description, advice)


def lines(findings: Iterator[Finding]) -> Iterator[str]:
    """The findings as text, a line each, advice on a line of its own."""
    for one in findings:
        mark = "ok" if one.fine else ("MISSING" if one.needed else "no")
        yield f"{one.topic:<20} {mark:<8} {one.found}"
        if one.advice and not one.fine:
            yield f"{'':<29} -> {one.advice}"
