"""The bundle for Gradescope: its two scripts, the engine, the pinned packages, and one assignment with its private half."""

from __future__ import annotations

from pathlib import Path

from autograder.course import Assignment
from autograder.gradescope.settings import Settings
from autograder.release import archive
from autograder.release.errors import ReleaseError

SCRIPTS = frozenset({"setup.sh", "run_autograder"})
_PACKAGE = Path(__file__).resolve().parents[1]
_PINS = "requirements.lock"


def bundle(assignment: Assignment, wheel: Path) -> dict[str, bytes]:
    """The files of the bundle by their name in the zip.

    `course/` is laid out as a course of this one assignment, and is the same source, byte for byte: grades made with
    it and grades made in the checkout rest on the same digest.

    Raises:
        ReleaseError: there is no list of pinned packages in the checkout.
    """
    pins = _PACKAGE.parent / _PINS
    if not pins.is_file():
        raise ReleaseError(f"{pins} is missing: Gradescope installs the versions pinned there (CONTRIBUTING.md says how it is made)")
    halves = {"assignments": assignment.public_dir, "solutions": assignment.private_dir}
    course = {
        f"course/{half}/{assignment.slug}/{name}": content for half, folder in halves.items() for name, content in archive.read_folder(folder).items()
    }
    scripts = {name: (_PACKAGE / "gradescope" / name).read_bytes() for name in SCRIPTS}
    settings = Settings(assignment.id).to_json().encode()
    return {**scripts, _PINS: pins.read_bytes(), wheel.name: wheel.read_bytes(), "grading.json": settings, **course}


def write_bundle(path: Path, assignment: Assignment, wheel: Path) -> None:
    """Write gradescope.zip; the same source gives the same bytes. See `bundle` for what it raises."""
    archive.write_zip(path, bundle(assignment, wheel), SCRIPTS)
