"""`autograder new`: an assignment with one question that releases, grades and passes its audit as it stands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from autograder.course.load import list_assignments
from autograder.course.model import CourseError

# The template is an assignment like any other, below `assignments/` and `solutions/` of the checkout; a folder whose
# name begins with `_` is not listed.
_CHECKOUT = Path(__file__).resolve().parents[2]
_FOLDER, _ID, _TITLE = "_template", "a0", "A new assignment"
_VALID_ID = re.compile(r"[a-z][a-z0-9]{0,15}")


def new_assignment(root: Path, assignment_id: str, title: str) -> tuple[Path, Path]:
    """Write `assignments/ID_TITLE` and `solutions/ID_TITLE` below `root`; returns both folders.

    Raises:
        CourseError: the id is not made of letters and digits, the title has no letters, or one of them is taken; nothing
            is written then.
    """
    if not _VALID_ID.fullmatch(assignment_id):
        raise CourseError(f"{assignment_id!r} cannot be an id: it is the first part of a folder's name, such as a9 (small letters, then digits)")
    if assignment_id in list_assignments(root):
        raise CourseError(f"there is an assignment {assignment_id} already: choose another id")
    words = "_".join(re.findall(r"[a-z0-9]+", title.lower()))
    if not words:
        raise CourseError(f"{title!r} cannot be a title: its letters and digits make the folder's name, so that it needs some of a to z")
    slug = f"{assignment_id}_{words}"[:60].rstrip("_")
    halves = ("assignments", "solutions")
    made = tuple(root / half / slug for half in halves)
    for folder in made:
        if folder.exists():
            raise CourseError(f"{folder} exists already: move it away, or choose another title")
    for half in halves:
        if not (_CHECKOUT / half / _FOLDER).is_dir():
            raise CourseError(f"{_CHECKOUT / half / _FOLDER} is missing: assignments are started from a checkout of the course")
    try:
        for half, folder in zip(halves, made, strict=True):
            folder.mkdir(parents=True)
            for template in sorted((_CHECKOUT / half / _FOLDER).glob("*.[pm][yd]")):
                text = re.sub(rf"\b{_ID}\b", assignment_id, template.read_text(encoding="utf-8")).replace(_TITLE, title.strip())
                (folder / template.name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        for folder in made:
            shutil.rmtree(folder, ignore_errors=True)
        raise CourseError(f"{made[0]} cannot be written ({error.strerror}): check the permissions of {root}") from error
    return made
