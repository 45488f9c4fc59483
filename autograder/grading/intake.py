"""Reading what was handed in: notebooks, Otter export archives and downloads of course platforms, one submission at a time.

A file that cannot be read becomes a `Submission` whose `problem` says why; it never stops the others. Only a request
that makes no sense (`IntakeError`) does. `layouts` knows what platforms hand out; `sources` opens files.
"""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.grading.archive import notebook_in
from autograder.grading.delivery import Delivery
from autograder.grading.digests import digest_of_bytes, digest_of_cells
from autograder.grading.layouts import Layout, collected, layout_of
from autograder.grading.limits import IntakeError, IntakeLimits, Unreadable
from autograder.grading.names import label_files, student_of, unique_names
from autograder.grading.notebook_json import parse_notebook
from autograder.grading.plain import one_line
from autograder.grading.platforms import Place, is_submission
from autograder.grading.sources import Archive, Folder, read_file
from autograder.grading.verdicts import Submission

# Why files are left aside.
OTHER_KIND = "only .ipynb and .zip files are graded"
NOT_HANDED_IN = "in the layout of {} they are not what was handed in for this assignment"
# How the names of what is written to the folder of the results begin.
_RESULTS = ("results.sqlite", "results.csv", "gradescope/", "report/", "pictures/", "export/")


@dataclass(frozen=True, slots=True)
class Found:
    """One submission to read: the path of its file, unique name, student, and the path shown to people.

    `archive` is the archive of a whole class that holds it as `member`; `problem` says why there is nothing to read.
    There is one for each submission of a class from the beginning on, so that its texts are shared where they are the same.
    """

    path: str | Path
    name: str
    student: str
    shown: str
    named: bool  # the user typed this very path, so a link may be followed
    delivery: Delivery = Delivery()
    problem: str = ""
    archive: Archive | None = None
    member: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The submissions of a batch, in the order of their paths; the files that were left aside, by the reason; which layout was
    seen in each folder or archive, one line each."""

    files: tuple[Found, ...]
    ignored: dict[str, list[str]]
    layouts: tuple[str, ...] = ()


def find_submissions(paths: Sequence[Path | str], assignment: Sequence[str] = (), *, downloads: bool = True) -> Listing:
    """List the submissions in folders (searched to the bottom) and files; raises `IntakeError`.

    Folders count their .ipynb and .zip files; hidden files and checkpoints are skipped. A folder, or an archive that is
    the only path, may be what a course platform hands out. Order and names depend on the paths only.

    Args:
        assignment: what its notebook is called, id and folder's name: without it, a student is never read off a folder.
        downloads: whether to look for the layouts of platforms; not in what a single student handed in.
    """
    if not paths:
        raise IntakeError("nothing to grade: name a folder of notebooks, or notebooks")
    names = frozenset(name.casefold() for name in assignment)
    entries: dict[tuple[str, str], _Entry] = {}
    ignored: defaultdict[str, list[str]] = defaultdict(list)
    told: list[str] = []
    for given in map(Path, paths):
        if not os.path.lexists(given):
            raise IntakeError(f"{given} does not exist")
        source = Folder(given) if given.is_dir() else _class_archive(given) if downloads and len(paths) == 1 else None
        if source is None:
            (place,) = collected([given.name], names)
            entries.setdefault((str(given), ""), _Entry(str(given), place, named=True))
            continue
        if not any(map(is_submission, source.names)):
            raise IntakeError(f"{given} holds no submissions: expected .ipynb notebooks or .zip archives from grader.export()")
        layout = layout_of(str(given), source.names, source.read, names) if downloads else Layout("", tuple(collected(sorted(filter(is_submission, source.names)), names)), "")
        told.append(layout.told)
        taken = {place.file for place in layout.places}
        # Of a platform's other files only notebooks are worth a word: the rest are its own, and what came with a submission.
        own = _results_among(source.names)
        for name in sorted(set(source.names) - taken - own):
            if name in source.closed:
                ignored[source.closed[name]].append(name)
            elif is_submission(name):
                ignored[NOT_HANDED_IN.format(layout.platform)].append(name)
            elif not layout.platform:
                ignored[OTHER_KIND].append(name)
        archive = source if isinstance(source, Archive) else None
        for place in layout.places:
            path, member = (str(given), place.file) if archive else (str(given / place.file), "")
            entries.setdefault((path, member), _Entry(path, place, archive=archive, member=member, platform=layout.platform))
    return Listing(_found(list(entries.values())), dict(ignored), tuple(told))


def _results_among(names: Sequence[str]) -> set[str]:
    """What earlier runs of the grader wrote into the folder it was given: nobody handed that in."""
    homes = tuple(name.removesuffix(_RESULTS[0]) for name in names if name.rpartition("/")[2] == _RESULTS[0])
    parts = tuple(home + part for home in homes for part in _RESULTS)
    return {name for name in names if name.startswith(parts) and not is_submission(name)}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file before its name is chosen among the others'."""

    path: str
    place: Place
    named: bool = False
    archive: Archive | None = None
    member: str = ""
    platform: str = ""

    @property
    def labels(self) -> tuple[str, str, str]:
        """What it may be called, from short to unmistakable: student, then what tells namesakes and attempts apart."""
        path, place = PurePosixPath(self.place.file), self.place
        if place.id:
            return place.student, f"{place.student}_{place.id}", f"{place.student}_{place.id}_{path.stem}"
        return student_of(path.stem), path.stem, "_".join([*path.parts[:-1], path.stem])


def _found(entries: list[_Entry]) -> tuple[Found, ...]:
    ordered = sorted(entries, key=lambda entry: (_nfc(entry.place.file).casefold(), _nfc(entry.place.file), entry.path))
    labels = label_files([entry.labels for entry in ordered])
    names = unique_names(labels)
    return tuple(
        Found(
            entry.path,
            name,
            _shared(one_line(_nfc(entry.place.student or label), 120), name),
            one_line(_nfc(entry.place.file)),
            entry.named,
            entry.place.delivery,
            entry.place.problem,
            entry.archive,
            entry.member,
        )
        for entry, name, label in zip(ordered, names, labels, strict=True)
    )


def _shared(student: str, name: str) -> str:
    return name if student in ("", name) else student


def _class_archive(path: Path) -> Archive | None:
    """An archive that holds more than one submission, or has a platform's marks; None for everything else."""
    if path.suffix.lower() != ".zip" or not path.is_file():
        return None
    try:
        archive = Archive(path)
    except IntakeError:  # it is told as a submission that cannot be read
        return None
    if sum(map(is_submission, archive.names)) > 1 or layout_of(str(path), archive.names, archive.read, frozenset()).platform:
        return archive
    return None


def read_submission(found: Found, limits: IntakeLimits = IntakeLimits()) -> Submission:
    """Read one submission. Never raises for anything its file holds: what is wrong becomes the submission's `problem`."""
    raw = b""
    try:
        raw = _read(found, limits)
        if Path(found.member or found.path).suffix.lower() == ".zip":
            notebook = parse_notebook(notebook_in(raw, limits), limits)
        else:
            notebook = parse_notebook(raw, limits)
    except Unreadable as error:
        return _unreadable(found, raw, str(error))
    except OSError as error:
        return _unreadable(found, raw, f"the system refuses to read it ({error.strerror})")
    except Exception as error:  # a fault of this reader must cost one submission, not the batch
        return _unreadable(found, raw, f"reading it failed in an unexpected way ({type(error).__name__})")
    return Submission(found.name, found.student, notebook, digest_of_cells(notebook["cells"]), "", found.shown, found.delivery)


def _unreadable(found: Found, raw: bytes, reason: str) -> Submission:
    digest = digest_of_bytes(raw or reason.encode())
    problem = f"{found.shown} cannot be graded: {one_line(reason)}."
    return Submission(found.name, found.student, None, digest, problem, found.shown, found.delivery)


def _read(found: Found, limits: IntakeLimits) -> bytes:
    if found.problem:
        raise Unreadable(found.problem)
    if not is_submission(found.member or Path(found.path).name):
        raise Unreadable("it is neither a notebook (.ipynb) nor an archive from grader.export() (.zip)")
    if found.archive is not None:
        return found.archive.read(found.member, limits)
    return read_file(Path(found.path), limits, follow=found.named)


def _nfc(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
