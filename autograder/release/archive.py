"""Archives that come out the same every time: fixed dates, fixed order, fixed permissions."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from autograder.release.errors import ReleaseError

_DATE = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name
_EPOCH = "315532800"  # the same day, in seconds, for the wheel
_BUILD_WHEEL = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"


def write_zip(target: Path | IO[bytes], files: Mapping[str, bytes], executable: frozenset[str] = frozenset()) -> None:
    """Write `files` (by name in the archive) to a zip whose bytes depend on nothing else."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix, wherever it is written, so that the permissions below are read
            info.external_attr = (0o755 if name in executable else 0o644) << 16
            archive.writestr(info, files[name])


def read_zip(path: Path) -> dict[str, bytes]:
    """The files of a zip by name; folders are left out."""
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}


def read_folder(folder: Path) -> dict[str, bytes]:
    """The files below a folder by relative path with `/`, in order; compiled Python is left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files given by relative path below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this package into `folder`, from the checkout it runs from.

    In a process of its own, because build backends read the working directory and the environment.

    Raises:
        ReleaseError: this package was not started from a checkout, or the build failed.
    """
    checkout = Path(__file__).resolve().parents[2]
    if not (checkout / "pyproject.toml").is_file():
        raise ReleaseError(f"the learners' wheel is built from a checkout, but {checkout} has no pyproject.toml: install with `pip install -e .`")
    command = [sys.executable, "-c", _BUILD_WHEEL, str(folder.resolve())]
    done = subprocess.run(command, cwd=checkout, env={**os.environ, "SOURCE_DATE_EPOCH": _EPOCH}, capture_output=True, text=True)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        raise ReleaseError(f"the learners' wheel could not be built: {last[0]}")
    return folder / done.stdout.strip().splitlines()[-1]
