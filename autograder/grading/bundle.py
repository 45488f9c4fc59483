"""What a worker elsewhere needs in order to grade: this engine and one assignment, its private half included, as a zip."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import autograder
from autograder.course import Assignment

ENGINE, COURSE = "engine", "course"


def bundle(assignment: Assignment) -> bytes:
    """A zip with `engine/autograder` and `course/assignments`, `course/solutions` of one assignment; the same bytes from
    the same sources."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, inside in (
            (Path(autograder.__file__).parent, f"{ENGINE}/autograder"),
            (assignment.public_dir, f"{COURSE}/assignments/{assignment.slug}"),
            (assignment.private_dir, f"{COURSE}/solutions/{assignment.slug}"),
        ):
            for path in sorted(folder.rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    archive.writestr(zipfile.ZipInfo(f"{inside}/{path.relative_to(folder).as_posix()}"), path.read_bytes())
    return packed.getvalue()


def name_of(packed: bytes) -> str:
    """A name for a bundle, different for different ones."""
    return f"hidden-layers-{hashlib.sha256(packed).hexdigest()[:16]}"
