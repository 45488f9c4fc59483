"""The bundle of a1, and a machine on which its setup has run as Gradescope runs it."""

import json
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course import find_root, load, reference_source, student_notebook
from autograder.release import archive, gradescope
from tests.gradescope import machine as machines


@pytest.fixture(scope="session")
def a1():
    """The assignment the rehearsals grade."""
    return load(find_root(Path(__file__)), "a1")


@pytest.fixture(scope="session")
def right(a1):
    """The reference of each question, by question."""
    return {question.id: reference_source(a1, question.id) for question in a1.graded}


@pytest.fixture(scope="session")
def notebook(a1):
    """notebook({"q2": source}): the text of a notebook with these answers, the other questions not attempted."""
    return lambda answers: json.dumps(student_notebook(a1, answers))


@pytest.fixture(scope="session")
def bundle(a1, tmp_path_factory):
    """gradescope.zip of a1."""
    folder = tmp_path_factory.mktemp("bundle")
    gradescope.write_bundle(folder / "gradescope.zip", a1, archive.build_wheel(folder))
    return folder / "gradescope.zip"


@dataclass(frozen=True, slots=True)
class Run:
    """What one run left: its results, what it printed, and the names in the results folder."""

    made: dict
    printed: str
    left: list[str]

    @property
    def score(self) -> float:
        return sum(test.get("score", 0.0) for test in self.made["tests"])

    def __getitem__(self, name: str) -> dict:
        return {test["name"]: test for test in self.made["tests"]}[name]


@dataclass(frozen=True, slots=True)
class Gradescope:
    """A machine with the bundle installed. `setup`: how setup.sh ended."""

    machine: machines.Machine
    setup: subprocess.CompletedProcess
    folder: Path

    def grade(self, files: Mapping[str, str | bytes], *, level: str = "machine", settings: Mapping[str, object] = {}, cover: str = "") -> Run:
        """Hand `files` in (content by name) and run run_autograder. settings: changes to grading.json; cover: a folder
        of the machine to replace by an empty one."""
        number = len(list(self.folder.iterdir()))
        here = self.folder / f"run{number}"
        for name in ("submission", "results", "empty"):
            (here / name).mkdir(parents=True)
        (here / "results").chmod(0o777)
        for name, content in files.items():
            path = here / "submission" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        (here / "grading.json").write_text(json.dumps({"assignment": "a1", **settings}))
        binds = [(here / name, f"/autograder/{name}", "rw") for name in ("submission", "results")]
        binds.append((here / "grading.json", "/autograder/source/grading.json", "rw"))
        if cover:
            binds.append((here / "empty", cover, "rw"))
        # The worst working directory there is: whatever Python finds beside the notebook it must not import.
        done = self.machine.run("/autograder/run_autograder", level=level, binds=binds, cwd="/autograder/submission")
        assert done.returncode == 0, done.stderr
        made = json.loads((here / "results" / "results.json").read_text())
        fits_the_format(made)
        return Run(made, done.stdout + done.stderr, sorted(path.name for path in (here / "results").iterdir()))


_VISIBILITY = {"hidden", "after_due_date", "after_published", "visible"}
_RESULTS = {"score": float, "execution_time": float, "output": str, "visibility": str, "stdout_visibility": str, "extra_data": dict, "tests": list}
_TEST = {"score": float, "max_score": float, "status": str, "name": str, "number": str, "output": str, "tags": list, "visibility": str, "extra_data": dict}


def fits_the_format(made: dict) -> None:
    """Gradescope's specification of results.json: names, types and words it knows, no text it would take for HTML or Markdown,
    and a score. Every run of a rehearsal goes through this."""
    assert made["stdout_visibility"] == "hidden" and made["execution_time"] >= 0 and made["output"]
    assert "score" in made or any("score" in test for test in made["tests"])
    for part, known in ((made, _RESULTS), *((test, _TEST) for test in made["tests"])):
        assert set(part) <= set(known) and all(isinstance(value, int | float if known[name] is float else known[name]) for name, value in part.items())
        assert {part.get("visibility", "visible"), part.get("stdout_visibility", "hidden")} <= _VISIBILITY
        assert part.get("status", "passed") in ("passed", "failed")
        assert 0 <= part.get("score", 0) <= part.get("max_score", 1000)


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """An empty machine, one for each file of tests."""
    return machines.make(tmp_path_factory.mktemp("machine"))


@pytest.fixture(scope="module")
def installed(bundle, machine, tmp_path_factory):
    """The machine after Gradescope has unpacked the bundle, copied run_autograder and run setup.sh, as its Dockerfile does."""
    base = machine.root / "autograder"
    with zipfile.ZipFile(bundle) as zipped:
        for info in zipped.infolist():
            path = base / "source" / info.filename
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(zipped.read(info))
            path.chmod(info.external_attr >> 16)
    shutil.copy(base / "source" / "run_autograder", base / "run_autograder")
    setup = machine.run("bash", "/autograder/source/setup.sh")
    assert setup.returncode == 0, setup.stdout + setup.stderr
    return Gradescope(machine, setup, tmp_path_factory.mktemp("runs"))
