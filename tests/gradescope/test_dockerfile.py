"""The Dockerfile, followed line by line on a machine without network, makes a grader that a thief cannot rob."""

import csv
import json
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.gradescope import machine as machines

THIEF = Path(__file__).with_name("thief.py").read_text()
REPOSITORY = machines.REPOSITORY


@dataclass(slots=True)
class Image:
    """What following a Dockerfile has made."""

    machine: machines.Machine
    base: str = ""
    workdir: str = "/"
    env: dict[str, str] | None = None
    entrypoint: tuple[str, ...] = ()

    def follow(self, line: str) -> None:
        """Carry one instruction out; a kind this does not know is an error."""
        kind, _, rest = line.partition(" ")
        if kind == "FROM":
            self.base = rest
        elif kind == "WORKDIR":
            self.workdir = rest
        elif kind == "ENV":
            self.env = {**(self.env or {}), **dict(part.split("=", 1) for part in shlex.split(rest))}
        elif kind == "COPY":
            *sources, target = rest.split()
            self._copy(sources, self.machine.root / self.workdir.strip("/") / target, target.endswith("/"))
        elif kind == "RUN":
            done = self.machine.run("sh", "-c", rest, cwd=self.workdir, env=self.env or {})
            assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        elif kind == "ENTRYPOINT":
            self.entrypoint = tuple(json.loads(rest))
        else:
            assert kind == "CMD", line

    def _copy(self, sources: list[str], target: Path, into: bool) -> None:
        for name in sources:
            if (REPOSITORY / name).is_dir():  # as Docker does it: the content of the folder
                shutil.copytree(REPOSITORY / name, target, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
            else:
                assert into or len(sources) == 1
                target.mkdir(parents=True, exist_ok=True)
                shutil.copy(REPOSITORY / name, target / name)


@pytest.fixture(scope="module")
def image(machine):
    """The image of the Dockerfile."""
    text = (REPOSITORY / "autograder/gradescope/Dockerfile").read_text().replace("\\\n", " ")
    made = Image(machine)
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            made.follow(line)
    return made


@pytest.fixture(scope="module")
def rows(image, notebook, right, tmp_path_factory):
    """results.csv of grading a right notebook, a blank one and a thief as the Dockerfile's head says: points by student."""
    here = tmp_path_factory.mktemp("class")
    for name in ("submissions", "results"):
        (here / name).mkdir()
    thief = {**dict.fromkeys(right, "pass"), "q1": THIEF.replace("/autograder/source/course/", "/autograder/source/")}
    for student, answers in (("ada", right), ("blank", {}), ("thief", thief)):
        (here / "submissions" / f"{student}.ipynb").write_text(notebook(answers))
    binds = [(here / "submissions", "/autograder/submission", "ro"), (here / "results", "/autograder/results", "rw")]
    command = (*image.entrypoint, "grade", "a1", "submission", "--out", "results")
    # An ordinary user cannot rehearse a container, which gives root a second user id: then with what this kernel grants.
    level = "container" if image.machine.is_root else "machine"
    done = image.machine.run(*command, level=level, binds=binds, env=image.env, cwd=image.workdir)
    assert done.returncode == 0, done.stdout + done.stderr
    with open(here / "results" / "results.csv", newline="", encoding="utf-8-sig") as file:
        found = list(csv.DictReader(file))
    return {student: sum(float(row["score"]) for row in found if row["student"] == student) for student in ("ada", "blank", "thief")}


def test_the_image_is_an_official_python(image):
    """Without the name of a host, and not older than the grader needs."""
    assert image.base == "python:3.12-slim"


def test_the_secrets_are_shut(image):
    """Nobody but root gets past /autograder."""
    assert (image.machine.root / "autograder").stat().st_mode & 0o777 == 0o700
    assert (image.machine.root / "autograder" / "source" / "solutions").is_dir()


def test_the_container_grades_a_class(rows, a1):
    """With what Docker grants by default: the reference everything, the blank notebook nothing."""
    assert rows["ada"] == sum(question.points for question in a1.graded)
    assert rows["blank"] == 0.0


def test_a_thief_gains_nothing_in_the_container(rows):
    """Neither from the solutions nor by writing results."""
    assert rows["thief"] == 0.0
