"""`release --colab`: a notebook that brings along what it needs, and means nothing to anybody but Colab."""

import json
import os
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from autograder.course import reference_source, student_notebook, substitute
from autograder.course.cells import COLAB_TITLE, without_files
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.limits import IntakeLimits
from autograder.grading.notebook_json import parse_notebook
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Submission
from autograder.release import archive, release
from autograder.release.colab import imported
from autograder.sandbox import Limits

ROOT = Path(__file__).resolve().parents[2]
# What of Colab a notebook can see: a shell of its own class, files.download, and the browser's answer to "get_ipynb".
COLAB = {
    "__init__.py": "",
    "_shell.py": "from IPython.core.interactiveshell import InteractiveShell\nclass Shell(InteractiveShell): pass\n",
    "_message.py": "def blocking_request(kind, request='', timeout_sec=5): return {'ipynb': NOTEBOOK} if kind == 'get_ipynb' else None\n",
    "files.py": "downloaded = []\ndef download(name): downloaded.append(name)\n",
}
SESSION = """
    import io, json, os, sys
    from google.colab import _message, files
    from google.colab._shell import Shell
    from IPython.utils.capture import capture_output

    notebook = json.load(open(sys.argv[1]))
    _message.NOTEBOOK = notebook
    shell, pip, said = Shell.instance(), [], []
    shell.register_magic_function(pip.append, "line", "pip")
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            with capture_output() as shown:
                result = shell.run_cell("".join(cell["source"]), store_history=True)
            said.append(shown.stdout + "".join(str(out) for out in shown.outputs))
    package = os.path.dirname(sys.modules["autograder"].__file__)
    print(json.dumps({"pip": pip, "said": said, "package": package, "downloaded": files.downloaded}))
"""


@pytest.fixture(scope="module")
def colab(tiny, tmp_path_factory):
    """A release of t1 for Colab."""
    return release(tiny, tmp_path_factory.mktemp("colab"), colab=True)


def answered(path, answers):
    """The notebook at `path` with other code in the place of stubs."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        cell["source"] = next((code for stub, code in answers.items() if source == stub), source)
    return notebook


@pytest.fixture(scope="module")
def answers(tiny):
    """q1 right, q2 wrong, by stub."""
    return {tiny.stub_source("q1"): reference_source(tiny, "q1"), tiny.stub_source("q2"): substitute(tiny.mistakes[0])}


@pytest.fixture(scope="module")
def in_colab(colab, answers, tmp_path_factory):
    """What happens to the notebook alone on a machine of Colab: the report of the session, and its folder."""
    machine, folder = tmp_path_factory.mktemp("machine"), tmp_path_factory.mktemp("content")
    archive.write_folder(machine, {f"google/colab/{name}": text.encode() for name, text in COLAB.items()})
    (machine / "open.ipynb").write_text(json.dumps(answered(colab.student / "t1.ipynb", answers)), encoding="utf-8")
    command = [sys.executable, "-c", textwrap.dedent(SESSION), str(machine / "open.ipynb")]
    done = subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": os.pathsep.join([str(machine), os.environ["PYTHONPATH"]])}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1]), folder


def test_the_notebook_has_one_cell_more(tiny, colab):
    """After the title comes the install cell; all other cells are those of any release."""
    made = json.loads((colab.student / "t1.ipynb").read_text(encoding="utf-8"))["cells"]
    assert "".join(made[1]["source"]).startswith(COLAB_TITLE)
    assert [("".join(c["source"]), c["metadata"]) for c in [made[0], *made[2:]]] == [(c["source"], c["metadata"]) for c in student_notebook(tiny)["cells"]]


def test_a_notebook_with_the_cell_is_valid(colab):
    """The notebook keeps to its format, and no two cells share an id."""
    import nbformat

    notebook = nbformat.read(colab.student / "t1.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_without_being_asked_there_is_no_such_cell(released):
    """A release without `--colab` says nothing of Colab and installs nothing in its notebook."""
    text = (released.student / "t1.ipynb").read_text(encoding="utf-8").lower()
    assert "colab" not in text and "pip install" not in text


def test_the_zip_holds_the_same_notebook(colab):
    """What is handed out as a zip is the folder."""
    assert archive.read_zip(colab.student_zip)["t1/t1.ipynb"] == (colab.student / "t1.ipynb").read_bytes()


def test_pip_is_asked_for_what_the_package_needs(in_colab):
    """Otter of the very version that made the release is installed, and nothing that only instructors need."""
    (line,) = in_colab[0]["pip"]
    assert '"otter-grader==7.0.0"' in line and "numpy" in line and "jupytext" not in line


def test_the_notebook_alone_checks_itself(in_colab):
    """With nothing but the notebook, the package and the checks come out of it, and right and wrong are told."""
    session, folder = in_colab
    assert session["package"] == str(folder / "autograder")
    said = "\n".join(session["said"])
    assert "q1: all checks passed" in said and "Hint: What happens to 3?" in said
    assert "q3: not attempted yet" in said


def test_data_travels_too(in_colab):
    """Bundled data lies where the notebook expects it."""
    assert list((in_colab[1] / "data").iterdir())


def test_export_asks_colab_for_the_notebook(in_colab, colab, answers):
    """The zip that the browser downloads holds the notebook as it is open in Colab."""
    session, folder = in_colab
    (name,) = session["downloaded"]
    with zipfile.ZipFile(folder / name) as handed_in:
        assert json.loads(handed_in.read("t1.ipynb")) == answered(colab.student / "t1.ipynb", answers)


def test_a_colab_that_keeps_the_notebook_says_what_to_do(tmp_path, monkeypatch):
    """If Colab does not answer, the sentence names the other way to hand in, and that way is a file we read."""
    from autograder import hand_in

    with pytest.raises(RuntimeError, match="File > Download > Download .ipynb, and hand in that file"):
        hand_in.fetch_from_colab(tmp_path / "t1.ipynb")
    assert not (tmp_path / "t1.ipynb").exists()


def test_anywhere_else_the_cell_does_nothing(colab, tmp_path):
    """Outside of Colab the cell writes no file and prints nothing."""
    source = json.loads((colab.student / "t1.ipynb").read_text(encoding="utf-8"))["cells"][1]["source"]
    program = "import sys\nfrom IPython.core.interactiveshell import InteractiveShell\nInteractiveShell().run_cell(sys.stdin.read()).raise_error()"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, input="".join(source), capture_output=True, text=True)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (0, "", [])


def test_the_grader_keeps_the_cell_without_its_files(colab):
    """What is stored and shown of a submission does not repeat the checks for every learner."""
    raw = (colab.student / "t1.ipynb").read_bytes()
    (source,) = [cell["source"] for cell in parse_notebook(raw, IntakeLimits())["cells"] if cell["source"].startswith(COLAB_TITLE)]
    assert len(source) < 1000 < len(raw) - 20_000


def test_other_cells_keep_their_long_strings():
    """Only the cell that was added is shortened."""
    long = f'data = "{"A" * 2000}"'
    assert without_files(long) == long


@pytest.fixture(scope="module")
def handed_in(tiny, colab):
    """A notebook of Colab in which q2 is right and nothing else was tried, as bytes."""
    return json.dumps(answered(colab.student / "t1.ipynb", {tiny.stub_source("q2"): reference_source(tiny, "q2")})).encode()


def test_stock_otter_is_not_disturbed(colab, handed_in, tmp_path):
    """`otter run` gives the points of the question that is right and no others."""
    (tmp_path / "t1.ipynb").write_bytes(handed_in)
    program = "import sys\nfrom otter.api import grade_submission\n"
    program += "r = grade_submission('t1.ipynb', sys.argv[1], quiet=True)\nprint({q: r.get_score(q) for q in sorted(r.results)})"
    done = subprocess.run([sys.executable, "-c", program, str(colab.otter_zip)], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "{'q1': 0, 'q2': 5.5, 'q3': 0}"


def test_our_grader_is_not_disturbed(tiny, handed_in):
    """The sandbox gives the same points, and the cell runs in it without an error."""
    submission = Submission("ada", "ada", parse_notebook(handed_in, IntakeLimits()), "digest")
    with grading_zygote([tiny.private_dir.parent]) as zygote:
        grade = grade_one(zygote, tiny, submission, KnownMistakes(tiny), Limits())
    assert {question.question: question.earned for question in grade.questions} == {"q1": 0, "q2": 5.5, "q3": 0}
    assert [(cell.status, cell.error) for cell in grade.cells if COLAB_TITLE in cell.source] == [("ok", "")]


def test_every_assignment_brings_its_modules_along(tmp_path):
    """With nothing of the package but what travels, all that notebooks and public checks import can be imported."""
    package = {f"autograder/{path}": content for path, content in archive.read_folder(ROOT / "autograder").items()}
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "assignments").glob("[!_]*/*.py"))]
    carried = imported(sources, package)
    archive.write_folder(tmp_path, carried)
    archive.write_folder(tmp_path, {f"checks_{number}.py": source.encode() for number, source in enumerate(sources) if "@check" in source})
    modules = [path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in carried]
    modules += [path.stem for path in tmp_path.glob("checks_*.py")]
    program = f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
    program += "print(*importlib.import_module('autograder').__path__)"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == str(tmp_path / "autograder")
    assert len(modules) > len(list((ROOT / "assignments").glob("[!_]*"))) + 30


def test_a_module_that_is_imported_late_travels_too():
    """A module's name in a string counts: the first use imports it."""
    package = {"autograder/__init__.py": b"", "autograder/early.py": b"LATER = 'autograder.late'\n", "autograder/late.py": b"", "autograder/other.py": b""}
    assert set(imported(["from autograder.early import LATER"], package)) == set(package) - {"autograder/other.py"}
