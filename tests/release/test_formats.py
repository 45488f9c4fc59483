"""Notebooks as other programs save them: VS Code, Colab, Notebook 7, an old Jupyter. They check and grade like the original."""

import json
import sys

import pytest

from autograder.check_notebook import check_notebook
from autograder.course import reference_source, student_notebook, substitute
from autograder.grading.answers import answers_in
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.limits import IntakeLimits
from autograder.grading.notebook_json import parse_notebook
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Submission
from autograder.sandbox import Limits

pytestmark = pytest.mark.filterwarnings("ignore:Traits should be given")  # Otter's own
ANSWER = "Because $2A$ is twice $A$."


def vs_code(notebook):
    """Kernel and language of the machine, its own mark in every cell, sources as lists, no tags."""
    notebook["metadata"] = {
        "kernelspec": {"display_name": ".venv (3.12.1)", "language": "python", "name": "python3"},
        "language_info": {"codemirror_mode": {"name": "ipython", "version": 3}, "file_extension": ".py", "name": "python", "version": "3.12.1"},
    }
    for number, cell in enumerate(notebook["cells"]):
        cell |= {"metadata": {"vscode": {"languageId": "python"}}, "source": cell["source"].splitlines(keepends=True), "id": f"{number:08x}"}


def colab(notebook):
    """Format 4.0, ids in the metadata, a link to itself, sources as lists, no tags."""
    notebook |= {"nbformat_minor": 0, "metadata": {"colab": {"provenance": [], "toc_visible": True}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}}
    for number, cell in enumerate(notebook["cells"]):
        cell |= {"metadata": {"id": f"aB{number}", "colab": {"base_uri": "https://localhost:8080/"}}, "source": cell["source"].splitlines(keepends=True)}
        del cell["id"]


def notebook_7(notebook):
    """Trusted cells, a full description of the language, outputs kept."""
    notebook["metadata"]["language_info"] |= {"version": "3.13.0", "nbconvert_exporter": "python", "pygments_lexer": "ipython3"}
    for cell in notebook["cells"]:
        cell["metadata"] |= {"trusted": True, "editable": True, "slideshow": {"slide_type": ""}}
        if cell["cell_type"] == "code":
            cell |= {"execution_count": 7, "outputs": [{"output_type": "stream", "name": "stdout", "text": ["printed\n"]}]}


def bare(notebook):
    """No metadata at all, no ids, format 4.2."""
    notebook |= {"nbformat_minor": 2, "metadata": {}}
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        del cell["id"]


def ids_lost(notebook):
    """Format 4.5, which asks for ids, without them."""
    for cell in notebook["cells"]:
        del cell["id"]


DIALECTS = [vs_code, colab, notebook_7, bare, ids_lost]


@pytest.fixture(scope="module")
def original(tiny):
    """A notebook as our own release has it: q1 right, q2 wrong, q3 untouched, q4 written."""

    def make():
        notebook = student_notebook(tiny, {"q1": reference_source(tiny, "q1"), "q2": substitute(tiny.mistakes[0])})
        (room,) = [cell for cell in notebook["cells"] if "answer" in cell["metadata"].get("tags", ())]
        room["source"] = ANSWER
        return notebook

    return make


@pytest.fixture(params=DIALECTS, ids=lambda dialect: dialect.__name__)
def saved(request, original):
    """The notebook as another program saves it, as text."""
    notebook = original()
    request.param(notebook)
    return json.dumps(notebook, indent=1)


def handed_in(text):
    """What the grader keeps of a notebook: its code, and everything that its answers are found by."""
    return parse_notebook(text.encode(), IntakeLimits())


def test_the_grader_reads_the_same(tiny, original, saved):
    """The same code cells in the same order, and the same written answer."""
    ours, theirs = handed_in(json.dumps(original())), handed_in(saved)
    assert [c["source"] for c in theirs["cells"] if c["cell_type"] == "code"] == [c["source"] for c in ours["cells"] if c["cell_type"] == "code"]
    assert [answer.text for answer in answers_in(tiny, theirs)] == [ANSWER]


def test_the_terminal_checks_the_same(student_folder, original, saved):
    """`autograder check` comes to the same verdicts."""
    reports = []
    for text in (json.dumps(original()), saved):
        (student_folder / "t1.ipynb").write_text(text, encoding="utf-8")
        reports.append(check_notebook(student_folder / "t1.ipynb").checked.questions)
        sys.modules.pop("t1_checks", None)
    assert reports[0] == reports[1]
    assert [one.all_passed for one in reports[1]] == [True, False, False]


def test_the_notebook_checks_and_exports(student_folder, saved, monkeypatch):
    """`grader` works with the file as it lies there, and packs it."""
    from autograder.notebook import Notebook

    (student_folder / "t1.ipynb").write_text(saved, encoding="utf-8")
    monkeypatch.chdir(student_folder)
    monkeypatch.syspath_prepend(str(student_folder))
    grader = Notebook("t1.ipynb")
    assert grader.check("q1", {"start": lambda: 1}).all_passed
    grader.export(display_link=False)
    assert list(student_folder.glob("t1_*.zip"))
    sys.modules.pop("t1_checks", None)


def test_points_are_the_same(tiny, original):
    """In the sandbox, a notebook that has lost everything but its cells earns what the original earns, with the same verdicts."""
    stripped = original()
    bare(stripped)
    grades = []
    with grading_zygote([tiny.private_dir.parent]) as zygote:
        for notebook in (original(), stripped):
            submission = Submission("ada", "ada", handed_in(json.dumps(notebook)), "digest")
            grades.append(grade_one(zygote, tiny, submission, KnownMistakes(tiny), Limits()))
    first, second = ([(q.question, q.earned, q.status, [v.record for v in q.verdicts]) for q in grade.questions] for grade in grades)
    assert first == second and [status for _, _, status, _ in first] == ["passed", "wrong", "not attempted"]
