"""One release of a tiny assignment for all tests here, and a notebook runner."""

import os
import shutil
from pathlib import Path

import nbformat
import pytest

from autograder.course import load
from autograder.release import release

COURSE = Path(__file__).parent / "course"


@pytest.fixture(scope="session")
def tiny():
    """The assignment t1 of the course beside this file: small, and full of what has confused Otter."""
    return load(COURSE, "t1")


@pytest.fixture(scope="session")
def release_run(tiny, tmp_path_factory):
    """The release of t1, and the working directories before and after it."""
    before = os.getcwd()
    made = release(tiny, tmp_path_factory.mktemp("released"))
    return made, before, os.getcwd()


@pytest.fixture(scope="session")
def released(release_run):
    """The release of t1."""
    return release_run[0]


@pytest.fixture
def course(tmp_path):
    """A copy of the course that a test may edit."""
    return Path(shutil.copytree(COURSE, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__")))


@pytest.fixture
def edit(course):
    """Replace text in a file of the copied course; fails if the text is not there."""

    def replace(name, old, new):
        path = course / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def student_folder(released, tmp_path):
    """A learner's copy of the student folder."""
    return Path(shutil.copytree(released.student, tmp_path / "learner"))


@pytest.fixture(scope="session")
def run_in_kernel():
    """Save a notebook in a folder, run it there in a Jupyter kernel, errors allowed; what each code cell shows, by its source."""

    def run(folder, notebook, env=None):
        from nbclient import NotebookClient

        node = nbformat.from_dict(notebook)
        nbformat.write(node, folder / "t1.ipynb")
        client = NotebookClient(node, kernel_name="python3", allow_errors=True, timeout=600, resources={"metadata": {"path": str(folder)}})
        client.execute(env=env or dict(os.environ))
        return {cell["source"]: shown(cell) for cell in node["cells"] if cell["cell_type"] == "code"}

    return run


def shown(cell):
    """What a code cell shows, as text: streams, plain text of results, errors."""
    return "\n".join(out.get("text") or out.get("data", {}).get("text/plain") or out.get("evalue", "") for out in cell["outputs"])
