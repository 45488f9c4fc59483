"""The modules of an assignment's half, by dotted names: `checks`, or `mistakes.softmax` in a folder below."""

from __future__ import annotations

from pathlib import Path

from autograder.checking import Mistake
from autograder.course.model import CourseError

_MISTAKES = "mistakes"


def mistake_modules(private_dir: Path) -> tuple[str, ...]:
    """The modules that hold known mistakes: `mistakes.py`, or all modules of a folder `mistakes`, by name.

    Raises CourseError if there are both, so that none is overlooked.
    """
    file, folder = private_dir / f"{_MISTAKES}.py", private_dir / _MISTAKES
    names = tuple(f"{_MISTAKES}.{path.stem}" for path in sorted(folder.glob("*.py")))
    if names and file.is_file():
        raise CourseError(f"{file} stands beside a folder of the same name: move its mistakes into modules of the folder, and remove it")
    return names or (_MISTAKES,)


def module_path(folder: Path, name: str) -> Path:
    """The file of a module."""
    return folder.joinpath(*name.split(".")).with_suffix(".py")


def module_names(folder: Path) -> frozenset[str]:
    """Every module of a folder that mistakes or checks may import."""
    return frozenset([path.stem for path in folder.glob("*.py")] + [f"{_MISTAKES}.{path.stem}" for path in (folder / _MISTAKES).glob("*.py")])


def module_of(mistake: Mistake) -> str:
    """The module a mistake is written in; the package it is loaded as does not count."""
    return mistake.implementation.__module__.partition(".")[2]
