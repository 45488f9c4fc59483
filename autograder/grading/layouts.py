"""Which platform a download comes from, and where the submissions in it are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from autograder.grading import platforms
from autograder.grading.delivery import Delivery
from autograder.grading.limits import IntakeError
from autograder.grading.names import own_stem, time_of_export
from autograder.grading.platforms import Download, Place, is_submission

# The reader of each platform's layout, and the mark it goes by.
_READERS: dict[str, tuple[Callable[[Download], list[Place] | None], str]] = {
    "Gradescope": (platforms.gradescope, "submission_metadata.yml"),
    "Canvas": (platforms.canvas, "names like NAME_USER_FILE_a1.ipynb"),
    "Moodle": (platforms.moodle, "names like NAME_NUMBER_assignsubmission_file_"),
    "nbgrader": (platforms.nbgrader, "submitted/STUDENT/ASSIGNMENT, or timestamp.txt beside each notebook"),
}
_UNTOLD = Delivery()


@dataclass(frozen=True, slots=True)
class Layout:
    """What was found in a folder or archive. `platform` is "" for files that somebody collected by hand; `told` is a line
    for the instructor; `places` have the paths as they were given."""

    platform: str
    places: tuple[Place, ...]
    told: str


def layout_of(where: str, names: Iterable[str], read: Callable[[str], bytes], assignment: frozenset[str]) -> Layout:
    """Recognise the layout by its marks, at the top or below one or two folders that hold everything.

    Args:
        where: the download, for messages. names: the paths in it. assignment: the names of its notebook, small letters.

    Raises:
        IntakeError: it has the marks of two platforms, or a platform's own file is damaged.
    """
    names = tuple(sorted(names))
    base = ""
    for _ in range(3):
        inside = tuple(name.removeprefix(base) for name in names if name.startswith(base))
        download = Download(inside, lambda name, base=base: read(base + name), assignment)
        found = {platform: places for platform, (reader, _) in _READERS.items() if (places := reader(download)) is not None}
        if found:
            return _recognised(where, found, base, inside)
        tops = {name.partition("/")[0] for name in inside}
        if len(tops) != 1 or not all("/" in name for name in inside):
            break
        base += f"{tops.pop()}/"
    files = [name for name in names if is_submission(name)]
    return Layout("", tuple(collected(files, assignment)), _told(where, "files collected by hand", "", files))


def _recognised(where: str, found: dict[str, list[Place]], base: str, inside: tuple[str, ...]) -> Layout:
    if len(found) > 1:
        marks = "; ".join(f"{platform}: {_READERS[platform][1]}" for platform in found)
        raise IntakeError(f"{where} has the marks of {' and of '.join(found)} ({marks}): put each download into a folder of its own")
    ((platform, places),) = found.items()
    known = {place.file for place in places}
    # Somebody may have put a notebook that came by mail beside the download.
    added = [] if platform == "nbgrader" else [name for name in inside if "/" not in name and is_submission(name) and name not in known]
    places = [*places, *(place for place in collected(added, frozenset()))]
    late = sum(place.delivery.late for place in places)
    timed = sum(bool(place.delivery.submitted) for place in places)
    empty = sum(bool(place.problem) for place in places)
    notes = [f"{timed} with their time" if timed else "without times", *([f"{late} marked late"] if late else []), *([f"{empty} without a notebook"] if empty else [])]
    notes += [f"{len(added)} other file{'s' * (len(added) > 1)}"] if added else []
    files = tuple(Place(base + p.file, p.student, p.id, p.delivery, p.problem) for p in places)
    return Layout(platform, files, _told(where, f"the layout of {platform} ({_READERS[platform][1]})", ", ".join(notes), files))


def _told(where: str, what: str, notes: str, files: Iterable[object]) -> str:
    count = len(tuple(files))
    return f"{where}: {what}, {count} submission{'' if count == 1 else 's'}{f', {notes}' if notes else ''}"


def collected(files: list[str], assignment: frozenset[str]) -> list[Place]:
    """Files that somebody collected: the student is in the file's name or, if that is only the notebook's, in the folder's.

    Attempts of one student lie in one folder; the same name in different folders is different people.
    """
    students = [_student(PurePosixPath(file), assignment) for file in files]
    folders: dict[str, set[str]] = {}
    for file, student in zip(files, students, strict=True):
        folders.setdefault(student.casefold(), set()).add(file.rpartition("/")[0])
    places = []
    for file, student in zip(files, students, strict=True):
        moment = time_of_export(PurePosixPath(file).stem)
        sure = student if len(folders[student.casefold()]) == 1 else ""
        places.append(Place(file, sure, "", Delivery("grader.export()", moment) if moment else _UNTOLD))
    return places


def _student(path: PurePosixPath, assignment: frozenset[str]) -> str:
    """Whose a file is, by its name or its folder's; "" if neither says so, or if the assignment is not known."""
    if not assignment:
        return ""
    stem = own_stem(path.stem)
    if stem.casefold() not in assignment:
        return stem
    return path.parent.name
