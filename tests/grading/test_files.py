"""Files that appear whole or not at all, and what is said when they cannot."""

from __future__ import annotations

import errno
import os
import sys
from types import SimpleNamespace

import pytest

from autograder.grading import files


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files stands in for a full disk")
def test_a_file_for_which_there_is_no_room_leaves_the_one_before(tmp_path):
    """The error names the file, and nothing half stays beside it."""
    import resource

    files.write_whole(tmp_path / "table.csv", "before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
        with pytest.raises(OSError) as caught:
            files.write_whole(tmp_path / "table.csv", "after" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (caught.value.errno, caught.value.filename) == (errno.EFBIG, str(tmp_path / "table.csv"))
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]
    assert (tmp_path / "table.csv").read_text() == "before"


def test_little_room_is_told_and_where(tmp_path, monkeypatch):
    """Also for a file in a folder that could not be made; plenty of room is not worth a word."""
    monkeypatch.setattr(files.shutil, "disk_usage", lambda folder: SimpleNamespace(free=300_000))
    path = tmp_path / "report" / "index.html"
    assert files.not_written(path, "No space left on device") == f"{path} cannot be written (No space left on device; 0.3 MB free in {tmp_path})"
    monkeypatch.setattr(files.shutil, "disk_usage", lambda folder: SimpleNamespace(free=10**12))
    assert files.not_written(path, "Permission denied") == f"{path} cannot be written (Permission denied)"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize(("umask", "mode"), [(0o077, 0o600), (0o022, 0o644), (0o002, 0o664)], ids=oct)
def test_who_may_read_a_file_is_up_to_the_user(tmp_path, umask, mode):
    """Grades that are kept to oneself stay so, and a group that shares a folder can go on with them."""
    before = os.umask(umask)
    try:
        files.write_whole(tmp_path / "table.csv", "ada,10")
    finally:
        os.umask(before)
    assert (tmp_path / "table.csv").stat().st_mode & 0o777 == mode
