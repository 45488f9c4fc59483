"""What the repository publishes as a package: nothing of the private half."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
_BUILD = "import hatchling.build, sys; print(getattr(hatchling.build, sys.argv[1])(sys.argv[2]))"


def built(kind, folder):
    """The file that `build_wheel` or `build_sdist` makes."""
    done = subprocess.run([sys.executable, "-c", _BUILD, kind, str(folder)], cwd=REPOSITORY, env=dict(os.environ), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The files of the wheel by name."""
    with zipfile.ZipFile(built("build_wheel", tmp_path_factory.mktemp("wheel"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    """The files of the sdist by name, without the leading folder."""
    with tarfile.open(built("build_sdist", tmp_path_factory.mktemp("sdist"))) as archive:
        return {info.name.split("/", 1)[1]: archive.extractfile(info).read() for info in archive if info.isfile()}


def test_the_wheel_holds_the_engine_only(wheel):
    """Every file of the wheel is below `autograder/` or is metadata."""
    assert {name.split("/")[0] for name in wheel if ".dist-info/" not in name} == {"autograder"}
    assert "autograder/checking/__init__.py" in wheel and "autograder/notebook.py" in wheel


def test_the_sdist_holds_what_is_named_and_nothing_else(sdist):
    """An allow-list decides: engine, public assignments, and the files a package needs."""
    tops = {name.split("/")[0] for name in sdist}
    assert tops <= {"autograder", "assignments", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "PKG-INFO", ".gitignore"}
    assert {"autograder", "pyproject.toml"} <= tops


def test_no_private_file_is_published(wheel, sdist):
    """No file of `solutions/` is in either, under whatever name: contents are compared, not only paths."""
    private = {path.read_bytes(): path.name for path in (REPOSITORY / "solutions").rglob("*") if path.is_file() and path.stat().st_size > 50}
    assert private, "there is no private file to look for"
    for published in (wheel, sdist):
        assert not [name for name in published if "solutions" in Path(name).parts]
        assert not [name for name, content in published.items() if content in private]
