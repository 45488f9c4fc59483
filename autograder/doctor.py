"""What this machine offers: versions, isolation layers, what is missing and how to get it."""

from __future__ import annotations

import platform
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from autograder.missing import OLDEST

_NAMESPACES = "needs root, or user namespaces (Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0; a container must allow them)"
_OURS = "hidden-layers"
# What the packages are needed for, by the extra that brings them.
_PURPOSES = {"": "for notebooks and checks", "instructor": "to release and to grade", "cluster": "for `grade --dask`"}
# What a layer needs; the others work for everybody.
_NEEDS = {
    **dict.fromkeys(("private-root", "quota", "pid-namespace", "net-namespace", "ipc-namespace"), _NAMESPACES),
    "landlock": "needs Linux 5.13 or newer, started with Landlock among its security modules",
    "seccomp": "needs a kernel with seccomp filters, on x86-64 or aarch64",
    "uid": "needs root: nobody else may start a process as another user. Not missed where private-root or landlock is active",
}


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
    yield from _packages()
    yield _course()
    yield from _isolation()
    free = shutil.disk_usage(".").free / 2**30
    yield Finding("disk", free > 1, f"{free:.1f} GiB free here", "" if free > 1 else "make room: results and reports are written here")


def _packages() -> Iterator[Finding]:
    """Every package that this one says it needs: for learners, for instructors, on a cluster."""
    try:
        required = requires(_OURS) or []
    except PackageNotFoundError:
        yield Finding(_OURS, False, "not installed", "pip install -e '.[instructor]' in the folder of the course")
        return
    seen: set[str] = set()
    for extra, purpose in _PURPOSES.items():
        names = {re.match(r"[\w.-]+", one)[0] for one in required if _extra(one) == extra}
        if extra == "instructor":
            names.add("ipykernel")  # which only otter-grader[grading] brings
        for name in sorted(names - seen):
            try:
                yield Finding(name, True, version(name))
            except PackageNotFoundError:
                what = f"-e '.[{extra}]'" if extra else "-e ."
                yield Finding(name, False, "not installed", f"pip install {what} in the folder of the course ({purpose})", needed=extra != "cluster")
        seen |= names


def _extra(requirement: str) -> str:
    """The extra that a requirement belongs to; "" if to none."""
    found = re.search(r"extra == ['\"](\w+)['\"]", requirement)
    return found[1] if found else ""


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
        yield Finding("isolation", False, f"cannot be probed: {error}", "pip install -e '.[instructor]' in the folder of the course")
        return
    isolation = probe()
    for name, meaning in LAYERS.items():
        active = name in isolation.layers
        yield Finding(f"  {name}", active, meaning, "" if active else _NEEDS.get(name, "not available on this system"), needed=False)
    advice = "" if isolation.floor_met else "hidden checks are not graded below the floor: use a Linux with user namespaces or Landlock, or grade as root"
    yield Finding("isolation", isolation.floor_met, isolation.description, advice)


def lines(findings: Iterator[Finding]) -> Iterator[str]:
    """The findings as text, a line each, advice on a line of its own."""
    for one in findings:
        mark = "ok" if one.fine else ("MISSING" if one.needed else "no")
        yield f"{one.topic:<20} {mark:<8} {one.found}"
        if one.advice and not one.fine:
            yield f"{'':<29} -> {one.advice}"
