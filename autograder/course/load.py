"""Find and load assignments: the public half from `assignments/`, the private half from `solutions/`."""

from __future__ import annotations

import hashlib
import importlib
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from autograder.checking import Mistake, checks_in, mistakes_in, variants_in
from autograder.course.model import Assignment, CourseError, Question
from autograder.course.modules import mistake_modules, module_path
from autograder.course.source import read_notebook, read_source
from autograder.course.validate import validate
from autograder.natural import natural

_loading = threading.Lock()


def find_root(start: Path | None = None) -> Path:
    """The folder of the course: the nearest one at or above `start` (default: here) that holds `assignments/`.

    The environment variable HIDDEN_LAYERS_ROOT names it outright; the checkout this package runs from is the
    last resort. Raises CourseError if there is none.
    """
    named = os.environ.get("HIDDEN_LAYERS_ROOT")
    if named:
        if (Path(named) / "assignments").is_dir():
            return Path(named).resolve()
        raise CourseError(f"HIDDEN_LAYERS_ROOT is {named!r}, but there is no folder `assignments` in it")
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[2]):
        if (folder / "assignments").is_dir():
            return folder
    raise CourseError(f"no course found at or above {here}: go to its folder, or set HIDDEN_LAYERS_ROOT to it")


def list_assignments(root: Path) -> tuple[str, ...]:
    """The ids of the assignments below `root`, in order: the part of a folder's name before the first `_`."""
    return tuple(sorted((_id(folder) for folder in _folders(root)), key=natural))


def load(root: Path, assignment_id: str, *, private: bool = True) -> Assignment:
    """Load and validate one assignment, by id (`a1`) or by folder name.

    Raises:
        CourseError: it does not exist, or its source has a fault; says where and what to do.
    """
    folder = _folder(root, assignment_id)
    private_dir = root / "solutions" / folder.name
    private_dir = private_dir if private and private_dir.is_dir() else None
    cells, questions, title = read_notebook(folder / "notebook.py")
    with _loading:
        public = _package(folder, ("checks",))
        wrong = mistake_modules(private_dir) if private_dir else ()
        secret = _package(private_dir, ("reference", "checks", "variants", *wrong)) if private_dir else {}
    assignment = Assignment(
        id=_id(folder),
        slug=folder.name,
        title=title,
        cells=cells,
        questions=questions,
        public_dir=folder,
        private_dir=private_dir,
        public_checks=checks_in(public["checks"]),
        hidden_checks=checks_in(secret["checks"]) if secret else (),
        reference=secret.get("reference"),
        mistakes=_in_order([one for name in wrong for one in mistakes_in(secret[name])], questions),
        variants=variants_in(secret["variants"]) if secret else (),
        digest=_digest(folder, private_dir),
    )
    validate(assignment)
    return assignment


def _folders(root: Path) -> list[Path]:
    base = root / "assignments"
    named = [folder for folder in base.iterdir() if not folder.name.startswith("_")] if base.is_dir() else []
    return sorted(folder for folder in named if (folder / "notebook.py").is_file())


def _id(folder: Path) -> str:
    return folder.name.split("_", 1)[0]


def _folder(root: Path, assignment_id: str) -> Path:
    found = [folder for folder in _folders(root) if assignment_id in (_id(folder), folder.name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise CourseError(f"{assignment_id!r} names {len(found)} folders: {', '.join(folder.name for folder in found)}; use the folder's name")
    for folder in sorted((root / "assignments").glob(f"{assignment_id}*")):
        if assignment_id in (_id(folder), folder.name):
            raise CourseError(f"{folder / 'notebook.py'} is missing: an assignment needs a notebook.py (see `autograder new`)")
    known = ", ".join(list_assignments(root)) or "none"
    raise CourseError(f"there is no assignment {assignment_id!r} in {root / 'assignments'}; there is: {known}")


def _in_order(mistakes: list[Mistake], questions: tuple[Question, ...]) -> tuple[Mistake, ...]:
    """By the function they are about, as the course asks for them; those of one function as they are written."""
    functions = [name for question in questions for name in question.functions]
    return tuple(sorted(mistakes, key=lambda one: functions.index(one.function) if one.function in functions else len(functions)))


def _package(folder: Path, names: tuple[str, ...]) -> dict[str, ModuleType]:
    """Import the named modules of a folder as a package of its own, so that `from . import reference` works.

    names: dotted for a module in a folder below.

    The package's name is derived from the folder's path: two courses can be loaded side by side.
    """
    unique = f"_course_{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]}"
    for known in [name for name in sys.modules if name == unique or name.startswith(unique + ".")]:
        del sys.modules[known]
    package = ModuleType(unique)
    package.__path__ = [str(folder)]
    sys.modules[unique] = package
    importlib.invalidate_caches()
    modules = {}
    for name in names:
        path = module_path(folder, name)
        if not path.is_file():
            raise CourseError(f"{path} is missing: every assignment has one, even if it is almost empty")
        read_source(path)
        try:
            modules[name] = importlib.import_module(f"{unique}.{name}")
        except Exception as error:
            raise CourseError(f"{path}{_line_of(error, folder)} cannot be imported: {type(error).__name__}: {error}") from error
    return modules


@contextmanager
def told_by_place(assignment: Assignment) -> Iterator[None]:
    """Turn an error that the assignment's own code raised into a CourseError with file and line."""
    try:
        yield
    except CourseError:
        raise
    except Exception as error:
        for folder in (assignment.private_dir, assignment.public_dir):
            own = [frame for frame in traceback.extract_tb(error.__traceback__) if folder and Path(frame.filename).is_relative_to(folder)]
            if own:
                raise CourseError(f"{own[-1].filename}:{own[-1].lineno}: {type(error).__name__}: {error}; this is the assignment's own code, not a learner's") from error
        raise


def _line_of(error: BaseException, folder: Path) -> str:
    if isinstance(error, SyntaxError):
        return f":{error.lineno}"
    numbers, trace = [], error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.startswith(str(folder)):
            numbers.append(trace.tb_lineno)
        trace = trace.tb_next
    return f":{numbers[-1]}" if numbers else ""


def _digest(*folders: Path | None) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder else ():
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(folder)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
