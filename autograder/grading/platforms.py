"""How course platforms hand out what was handed in to them: which file is whose, and when it came.

One function per platform. Each takes the paths in a download and gives the places of the submissions in it, or None if
the download lacks the platform's marks. The marks are in names that the platform writes, never in those students choose.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from autograder.grading.delivery import Delivery, in_utc
from autograder.grading.limits import IntakeError
from autograder.grading.names import EXPORTED, own_stem

SUFFIXES = (".ipynb", ".zip")


@dataclass(frozen=True, slots=True)
class Place:
    """One submission in a download: its path, the student, an id that tells namesakes apart, how it came in.

    `problem` is the end of a sentence that says why there is nothing to grade in what was handed in.
    """

    file: str
    student: str
    id: str
    delivery: Delivery
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """The paths in a folder or archive, relative to it; `read` gives the bytes of a small one; `assignment` are the
    names its notebook may have (id and folder's name), in small letters."""

    files: tuple[str, ...]
    read: Callable[[str], bytes]
    assignment: frozenset[str] = frozenset()


def is_submission(path: str) -> bool:
    """Whether a file may be a submission, by its name."""
    return PurePosixPath(path).suffix.lower() in SUFFIXES


def gradescope(download: Download) -> list[Place] | None:
    """`submission_NNN/` folders beside `submission_metadata.yml`, which names the submitters and the time of each."""
    name = "submission_metadata.yml"
    if name not in download.files:
        return None
    entries = _gradescope_metadata(download.read(name))
    folders = _by_first_part(path for path in download.files if "/" in path)
    places = []
    for folder in dict.fromkeys([*entries, *folders]):
        entry = entries.get(folder, {})
        submitters = [s for s in entry.get(":submitters") or [] if isinstance(s, dict)]
        fields = {"name": ":name", "email": ":email", "id": ":sid"}
        people = tuple({field: str(s[key]) for field, key in fields.items() if s.get(key)} for s in submitters)
        created = entry.get(":created_at")
        delivery = Delivery("Gradescope", in_utc(_aware(created)) if isinstance(created, datetime) else "", people=tuple(filter(None, people)))
        student = ", ".join(person.get("name") or person.get("email") or person["id"] for person in delivery.people) or folder
        files = folders.get(folder) or [path for path in download.files if path == folder]
        places += _places(download, files, folder, student, folder.removeprefix("submission_"), delivery)
    return places


def canvas(download: Download) -> list[Place] | None:
    """Files LASTNAMEFIRSTNAME_USER_FILE_NAME side by side, with `_LATE` before the user's number where it applies."""
    matched = [(path, match) for path in download.files if (match := _canvas(path))]
    flat = [path for path in download.files if "/" not in path and is_submission(path)]
    if not matched or 2 * sum(is_submission(path) for path, _ in matched) < len(flat):
        return None
    groups: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for path, match in matched:
        groups[match["name"] or "", match["user"], "LATE" in (match["late"], match["nameless"])].append(path)
    places = []
    for (name, user, late), files in groups.items():
        person = {} if user.startswith("anon_") else {"canvas_id": user, **({"name": name} if name else {})}
        delivery = Delivery("Canvas", late=late, people=(person,) if person else ())
        places += _places(download, files, f"what {name or user} handed in", name or user, user.removeprefix("anon_"), delivery, _canvas_name)
    return places


# The number of a file follows that of the user; typed text and links have none.
_CANVAS = re.compile(
    r"(?:(?P<nameless>LATE)_(?=anon_)|(?!anon_)(?P<name>\w+?)_(?:(?P<late>LATE)_)?)?"
    r"(?P<user>\d+|anon_[A-Za-z0-9]{5})_(?:(?P<file>\d+)_(?P<rest>[^/]+)|text\.html|link\.html)"
)


def _canvas(path: str) -> re.Match[str] | None:
    """The parts of a name; the date in the name of an export is not taken for numbers of a user and a file."""
    stem, dot, suffix = path.rpartition(".")
    return _CANVAS.fullmatch(f"{EXPORTED.sub('', stem)}{dot}{suffix}")


def _canvas_name(path: str) -> str:
    """A file's name as the student gave it: Canvas appends -1, -2, ... when it is handed in again."""
    return re.sub(r"-\d+(?=\.\w+$)", "", _canvas(path)["rest"] or path)


def moodle(download: Download) -> list[Place] | None:
    """Folders (or files) FULL NAME_NUMBER_assignsubmission_file_."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in download.files:
        match = _MOODLE.match(path.partition("/")[0])
        if match:
            groups[match["name"].strip(), match["number"]].append(path)
    if not groups:
        return None
    places = []
    for (name, number), files in groups.items():
        blind = name.casefold() in ("participant", "teilnehmer/in", "participante")
        delivery = Delivery("Moodle", people=() if blind else ({"name": name, "number": number},))
        student = f"{name} {number}" if blind else name
        places += _places(download, files, f"what {student} handed in", student, number, delivery, lambda path: _MOODLE.sub("", path).lstrip("/"))
    return places


_MOODLE = re.compile(r"(?P<name>[^/]+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)_")


def nbgrader(download: Download) -> list[Place] | None:
    """submitted/STUDENT/ASSIGNMENT/NOTEBOOK, with the time in `timestamp.txt` beside the notebook."""
    inside = [path.removeprefix("submitted/") for path in download.files if path.startswith("submitted/")]
    prefix = "submitted/" if inside else ""
    files = inside or list(download.files)
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in files:
        student, _, rest = path.partition("/")
        assignment, _, file = rest.partition("/")
        if file:
            groups[student, assignment].append(path)
    stamped = [group for group in groups if f"{group[0]}/{group[1]}/timestamp.txt" in groups[group]]
    shallow = [path for path in files if is_submission(path) and path.count("/") < 2]
    if not groups or shallow or (not prefix and 2 * len(stamped) < len(groups)):
        return None
    wanted = _nbgrader_assignment({assignment for _, assignment in groups}, download.assignment)
    places = []
    for (student, assignment), paths in groups.items():
        if assignment != wanted:
            continue
        stamp = f"{prefix}{student}/{assignment}/timestamp.txt"
        submitted = _nbgrader_time(download.read(stamp), stamp) if (student, assignment) in stamped else ""
        delivery = Delivery("nbgrader", submitted)
        places += _places(download, [prefix + path for path in paths], f"{student}/{assignment}", student, assignment, delivery)
    return places


def _nbgrader_assignment(found: set[str], names: frozenset[str]) -> str:
    if len(found) == 1:
        return next(iter(found))
    ours = [name for name in sorted(found) if name.casefold() in names]
    if len(ours) == 1:
        return ours[0]
    raise IntakeError(
        f"these are nbgrader submissions to several assignments ({', '.join(sorted(found))}), and none is called like the one to grade"
        f"{': ' + min(names, key=len) if names else ''}; rename its folders, or copy them to a folder of their own"
    )


def _nbgrader_time(raw: bytes, where: str) -> str:
    """`2026-01-31 12:00:00.123456 UTC`, as nbgrader writes it; it takes a time without a zone for UTC."""
    text = raw.decode("utf-8", "replace").strip()
    stamp, _, zone = text.rpartition(" ") if re.search(r" [A-Za-z]", text) else (text, "", "UTC")
    try:
        moment = datetime.fromisoformat(stamp)
        return in_utc(moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone)))
    except (ValueError, OSError, ZoneInfoNotFoundError) as error:
        raise IntakeError(f"{where}: {text[:60]!r} is not a time such as 2026-01-31 12:00:00.123456 UTC") from error


def _places(
    download: Download, files: Sequence[str], folder: str, student: str, id: str, delivery: Delivery, name: Callable[[str], str] = str
) -> list[Place]:
    """The submissions among the files that one person handed in at one time: the assignment's notebook where there is
    one by its name, else every notebook and archive; a place with a problem where there is none."""
    wanted = [path for path in files if is_submission(path)]
    named = [path for path in wanted if own_stem(PurePosixPath(name(path)).stem).casefold() in download.assignment]
    if wanted:
        return [Place(path, student, id, delivery) for path in named or wanted]
    there = ", ".join(PurePosixPath(path).name for path in files[:3]) or "an empty folder"
    return [Place(files[0] if files else folder, student, id, delivery, f"neither a notebook (.ipynb) nor an archive (.zip) was handed in, only {there}")]


def _by_first_part(paths: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        groups[path.partition("/")[0]].append(path)
    return groups


def _gradescope_metadata(raw: bytes) -> dict[str, dict]:
    """Entry by name of folder. The file holds Ruby symbols, `:created_at:`, which YAML reads as text with a colon."""
    import yaml

    try:
        data = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise IntakeError(f"submission_metadata.yml{line} is not YAML as Gradescope writes it: download the submissions again") from error
    if not isinstance(data, dict):
        raise IntakeError("submission_metadata.yml names no submissions: download them again from Gradescope")
    return {str(name): entry if isinstance(entry, dict) else {} for name, entry in data.items()}


def _aware(moment: datetime) -> datetime:
    """Gradescope writes a zone; YAML's own rule for a time without one is UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
