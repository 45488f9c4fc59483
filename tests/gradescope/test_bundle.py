"""What is in gradescope.zip: what Gradescope needs, one assignment, and nothing else."""

import json
import re
import zipfile

import pytest

from autograder.course import list_assignments, load
from autograder.release import ReleaseError, archive, gradescope


@pytest.fixture(scope="module")
def files(bundle):
    return archive.read_zip(bundle)


def test_the_root_holds_the_scripts_and_what_they_install(files):
    """Gradescope looks for setup.sh and run_autograder there; with them the engine, the pins and the settings."""
    top = {name for name in files if "/" not in name}
    assert top == {"setup.sh", "run_autograder", "requirements.lock", "hidden_layers-0.1.0-py3-none-any.whl", "grading.json"}


def test_the_scripts_are_executable_and_unix(bundle, files):
    """Their modes are in the archive, they name their interpreter, and no line ends in a carriage return."""
    modes = {info.filename: info.external_attr >> 16 for info in zipfile.ZipFile(bundle).infolist()}
    assert {name for name, mode in modes.items() if mode == 0o755} == {"setup.sh", "run_autograder"}
    assert {mode for name, mode in modes.items() if name not in gradescope.SCRIPTS} == {0o644}
    for name in gradescope.SCRIPTS:
        assert files[name].startswith(b"#!/usr/bin/env bash\n") and b"\r" not in files[name]


def test_both_halves_of_this_assignment_and_of_no_other(a1, files):
    """Byte for byte the source."""
    wanted = {
        f"course/{half}/{a1.slug}/{name}": content
        for half, folder in (("assignments", a1.public_dir), ("solutions", a1.private_dir))
        for name, content in archive.read_folder(folder).items()
    }
    assert f"course/solutions/{a1.slug}/reference.py" in wanted
    assert {name: content for name, content in files.items() if name.startswith("course/")} == wanted


def test_it_is_the_course_it_was_made_from(a1, files, tmp_path):
    """The engine finds one assignment in it, the one grading.json names, with the same digest."""
    archive.write_folder(tmp_path, files)
    assert list_assignments(tmp_path / "course") == (json.loads(files["grading.json"])["assignment"],) == ("a1",)
    assert load(tmp_path / "course", "a1").digest == a1.digest


def test_every_package_is_pinned_and_no_address_is_named(files):
    """name==version with hashes, line by line; no index, no host."""
    text = files["requirements.lock"].decode().replace("\\\n", " ")
    lines = text.splitlines()
    assert len(lines) > 50
    assert [line for line in lines if not re.match(r"[\w.-]+==[\w.]+\s.*--hash=sha256:[0-9a-f]{64}", line)] == []
    for name in ("requirements.lock", "setup.sh", "run_autograder", "grading.json"):
        assert not re.search(rb"://|index-url|\.org|\.com", files[name]), name


def test_the_engine_comes_with_what_runs_there(files, tmp_path):
    """The wheel has the module run_autograder calls."""
    (tmp_path / "wheel").write_bytes(files["hidden_layers-0.1.0-py3-none-any.whl"])
    assert "autograder/gradescope/run.py" in zipfile.ZipFile(tmp_path / "wheel").namelist()


def test_the_same_source_gives_the_same_bytes(a1, bundle, tmp_path):
    """Dates, order and permissions are fixed."""
    gradescope.write_bundle(tmp_path / "again.zip", a1, bundle.parent / "hidden_layers-0.1.0-py3-none-any.whl")
    assert (tmp_path / "again.zip").read_bytes() == bundle.read_bytes()


def test_without_pins_there_is_no_bundle(a1, bundle, monkeypatch, tmp_path):
    """Installing whatever is newest would grade with other versions every week."""
    monkeypatch.setattr(gradescope, "_PACKAGE", tmp_path / "autograder")
    with pytest.raises(ReleaseError, match="requirements.lock is missing"):
        gradescope.bundle(a1, bundle.parent / "hidden_layers-0.1.0-py3-none-any.whl")
