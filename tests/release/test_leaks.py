"""Nothing private reaches learners: the scanner finds every planted leak, and a real release has none."""

import io
import json
import zipfile

import pytest

from autograder.course import load, student_notebook
from autograder.release import ReleaseError, archive, build, find_leaks
from autograder.release import release as release_assignment

PRIVATE = {
    "a line of the reference": "    return np.multiply(A, factor)",
    "a comment in the reference": "# A line a released student must never see.",
    "the name of a private helper": "x = _secret_helper",
    "the name of a hidden check": "see moves_by_any_amount",
    "the title of a hidden check": '"""Any amount is added."""',
    "the name of a mistake": "squares_instead_of_doubling",
    "a hint": "What happens to 3?",
    "the body of a variant": "def f(A):\n    adds_to_itself(A)",
    "a line of the guide": "Full marks for any sentence about linearity of the map.",
    "a line with other blanks": "return   np.multiply(A,  factor)".replace("  ", "\t"),
}


def zipped(files):
    """A zip in memory."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive_:
        for name, content in files.items():
            archive_.writestr(name, content)
    return made.getvalue()


def test_a_release_has_no_leak(tiny, released):
    """Student folder and zip, wheel and notebook opened, hold nothing private."""
    files = {**archive.read_folder(released.student), "student.zip": released.student_zip.read_bytes()}
    assert [str(leak) for leak in find_leaks(tiny, files)] == []


@pytest.mark.parametrize("what", PRIVATE)
def test_private_text_is_found_as_it_stands(tiny, what):
    """Any line or name of the private half is found in a plain file, and its origin is named."""
    leaks = find_leaks(tiny, {"README.md": f"Hello\n{PRIVATE[what]}\n".encode()})
    assert leaks and all(leak.file == "README.md" and leak.origin.startswith("solutions/t1_tiny/") for leak in leaks)


@pytest.mark.parametrize(
    "pack",
    [
        lambda text: {"t1.ipynb": json.dumps({"cells": [{"source": [line + "\n" for line in text.splitlines()]}]})},
        lambda text: {"t1.ipynb": json.dumps({"metadata": {"otter": {"tests": {"q1": text}}}})},
        lambda text: {"student.zip": zipped({"t1/tests/q1.py": text})},
        lambda text: {"student.zip": zipped({"t1/hidden.whl": zipped({"autograder/x.py": text})})},
    ],
    ids=["cell", "metadata", "zip", "wheel in a zip"],
)
def test_private_text_is_found_where_it_is_packed(tiny, pack):
    """Notebooks are decoded and archives opened, at any depth."""
    files = {name: content.encode() if isinstance(content, str) else content for name, content in pack("x\n    return np.multiply(A, factor)\n").items()}
    assert [leak.what for leak in find_leaks(tiny, files)] == ["return np.multiply(A, factor)"]


def test_what_stub_and_reference_share_is_public(tiny):
    """`def` lines, docstrings and imports of the stubs are no leak."""
    files = {"t1.py": "\n".join(tiny.stub_source(q.id) for q in tiny.graded).encode() + b"\nimport numpy as np\n"}
    assert find_leaks(tiny, files) == ()


def test_a_stub_that_is_the_solution_is_found(course, edit):
    """A public cell whose function has the body of the reference is a leak, whatever its layout and docstring."""
    edit("assignments/t1_tiny/notebook.py", '    raise NotImplementedError("q3: write shift")', "    moved = (double(A)\n        + by)\n    return moved")
    leaks = find_leaks(load(course, "t1"), {})
    assert [(leak.file, leak.what) for leak in leaks] == [("assignments/t1_tiny/notebook.py", "def shift")]


def test_a_leak_stops_the_release(tiny, monkeypatch, tmp_path):
    """With a leak planted in the student folder nothing is handed out, and the leak is named."""
    monkeypatch.setattr(build.handout, "readme", lambda assignment, colab: "Hint: What happens to 3?")
    with pytest.raises(ReleaseError, match=r"README\.md contains 'What happens to 3\?' of solutions/t1_tiny/mistakes\.py"):
        release_assignment(tiny, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_that_learners_get_has_no_course_in_it(released):
    """The wheel beside the notebook holds the package and its metadata only."""
    (wheel,) = released.student.glob("*.whl")
    assert {name.split("/")[0].split("-")[0] for name in archive.read_zip(wheel)} == {"autograder", "hidden_layers"}


def test_the_blank_notebook_has_no_reference_in_it(tiny):
    """The notebook made for learners has stubs, not solutions (the same finder, on the dict the demo uses)."""
    assert find_leaks(tiny, {"t1.ipynb": json.dumps(student_notebook(tiny)).encode()}) == ()
