"""The same source gives the same bytes, wherever and whenever it is released."""

import os
import subprocess
import sys
import zipfile

import pytest

from autograder.release import archive, build
from autograder.release import release as release_assignment


@pytest.fixture(scope="module")
def again(tiny, tmp_path_factory):
    """Another release of t1, by the command: other process, working directory, temporary folder, hash seed, locale, time zone, time."""
    here = tmp_path_factory.mktemp("elsewhere")
    (here / "tmp").mkdir()
    root = tiny.public_dir.parents[1]
    environment = {**os.environ, "HIDDEN_LAYERS_ROOT": str(root), "TMPDIR": str(here / "tmp"), "PYTHONHASHSEED": "12345", "LC_ALL": "C", "TZ": "Asia/Tokyo", "MPLBACKEND": "svg"}
    done = subprocess.run([sys.executable, "-m", "autograder.cli", "release", "t1", "--out", "out"], cwd=here, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return here / "out" / "t1"


def test_a_second_release_is_the_same_byte_for_byte(released, again):
    """Every file of the release, archives and pictures included, is the same; none appears or is missing."""
    one, other = archive.read_folder(released.folder), archive.read_folder(again)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_archives_carry_no_time_and_no_odd_permissions(released):
    """Dates in the zips are one fixed day, names are sorted, permissions are plain."""
    for path in (released.student_zip, released.otter_zip, released.gradescope_zip):
        infos = zipfile.ZipFile(path).infolist()
        assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
        assert [info.filename for info in infos] == sorted(info.filename for info in infos)
        assert {info.external_attr >> 16 for info in infos} <= {0o644, 0o755}


def test_nothing_tells_where_it_was_made(released, tmp_path_factory):
    """No file of a release, unpacked, names a folder of this machine."""
    texts = dict(archive.read_folder(released.folder))
    for name in [name for name in texts if name.endswith(".zip")]:
        texts |= {f"{name}/{inner}": content for inner, content in archive.read_zip(released.folder / name).items()}
    places = [str(build.__file__).split("/autograder/")[0], str(tmp_path_factory.getbasetemp()), "/release-"]
    assert [(name, place) for name, content in texts.items() for place in places if place.encode() in content] == []


def test_the_working_directory_stays(release_run):
    """Otter changes the working directory while it builds; a release does that in a process of its own."""
    _, before, after = release_run
    assert before == after


def test_a_release_that_fails_leaves_the_last_one(tiny, released, monkeypatch, tmp_path):
    """What was handed out before stays as it was until a new release is sound."""
    out = tmp_path / "out"
    (out / "t1" / "student").mkdir(parents=True)
    (out / "t1" / "student" / "t1.ipynb").write_text("the last release")
    monkeypatch.setattr(build, "_run_otter", lambda *args: {"cases": {"student": {}, "autograder": {}}, "proof": {}})
    with pytest.raises(build.ReleaseError):
        release_assignment(tiny, out)
    assert [p.name for p in out.rglob("*") if p.is_file()] == ["t1.ipynb"]
