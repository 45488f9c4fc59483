"""The student folder in a real Jupyter kernel: our grader, and stock Otter in its place."""

import os
import re
import shutil
import sys
import zipfile

import pytest

from autograder.course import reference_source, student_notebook, substitute


def code_cells(*sources):
    """Code cells a learner adds."""
    blank = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    return [{**blank, "id": f"extra-{number}", "source": source} for number, source in enumerate(sources)]


@pytest.fixture(scope="module")
def learner(tiny, released, run_in_kernel, tmp_path_factory):
    """A learner gets q1 right, q2 wrong and leaves q3; everything is run in a kernel that sees no pandoc, LaTeX or browser."""
    folder = tmp_path_factory.mktemp("learner") / "t1"
    shutil.copytree(released.student, folder)
    wrong = substitute(tiny.mistakes[0])
    notebook = student_notebook(tiny, {"q1": reference_source(tiny, "q1"), "q2": wrong})
    notebook["cells"][-2:-2] = code_cells(
        'grader.check("q7")',
        'grader.hint("q2")',
        'grader.hint("q1")',
        'grader.hint("q3")',
        "def double(A):\n    return A + A\n",
        'again = grader.check("q2")\nagain',
        "from autograder.lines import ask\nask.SECONDS = 60",  # a machine may be busy
        "\n\ndef double(A):\n    return A * 3\n",
        'tripled = grader.check("q2")\ntripled',
        "double = 3",
        'not_callable = grader.check("q2")\nnot_callable',
        "def double(A):\n    raise SystemExit('enough')\n",
        'leaves = grader.check("q2")\nleaves',
    )
    environment = {**os.environ, "PATH": os.path.dirname(sys.executable)}
    return folder, run_in_kernel(folder, notebook, environment)


def test_a_failed_check_says_what_is_wrong(learner):
    """A wrong function gets the message, the call, what came and what was expected; no source line, no traceback of Otter."""
    _, said = learner
    text = said['grader.check("q2")']
    assert text.startswith("q2: 0 of 2 public checks passed")
    assert re.search(r"called\s+double\(\[[-0-9., ]+\]\)", text)
    assert "got" in text and "expected" in text
    assert "Error at line" not in text and "Traceback" not in text and "t1_checks" not in text


def test_the_line_of_the_mistake_follows(learner):
    """The line is that of the cell as it was written, and takes its place in what was shown at once."""
    said = learner[1]['tripled = grader.check("q2")\ntripled']
    assert said.count("q2: 0 of 2 public checks passed") == 1
    told = "Line 4 of your cell for q2, `return A * 3`: where does the number in this line come from? With one change there, double passes every public check."
    assert told in " ".join(said.split())


def test_a_passed_check_promises_no_more_than_it_saw(learner):
    """With hidden checks to come, passing is told as passing the public ones; without any, as passing all."""
    _, said = learner
    assert said['again = grader.check("q2")\nagain'] == "q2: all public checks passed; hidden checks (3 of 5.5 points) run after you submit"
    assert said['grader.check("q1")'] == "q1: all checks passed"
    assert not any("all tests passed" in text.lower() for text in said.values())


def test_an_untouched_stub_is_not_called_wrong(learner):
    """A stub that nobody has worked on is "not attempted yet"."""
    _, said = learner
    assert said['grader.check("q3")'].startswith("q3: not attempted yet")


def test_a_function_that_is_none_or_exits_is_told_plainly(learner):
    """A number in the place of a function and a SystemExit are failures with a sentence, not the end of the kernel."""
    _, said = learner
    assert "double is the number 3, not a function" in said['not_callable = grader.check("q2")\nnot_callable']
    assert "SystemExit: enough" in said['leaves = grader.check("q2")\nleaves']


def test_an_unknown_question_is_named_with_the_known_ones(learner):
    """A typing error in a question's name gets the names there are, in the order of the notebook, and none of our code."""
    _, said = learner
    assert "autograder/notebook.py" not in said['grader.check("q7")']
    assert "there is no question 'q7'" in said['grader.check("q7")']
    assert "q1, q2, q3" in said['grader.check("q7")']


def test_a_known_mistake_is_recognised_offline(learner):
    """A mistake of the private half gets its first hint with the failure and its second on asking."""
    _, said = learner
    assert "Hint: What happens to 3?" in said['grader.check("q2")']
    assert said['grader.hint("q2")'] == "Hint 2 of 3, the rule: Twice means times two."


def test_hints_without_any_to_give(learner):
    """A failure that is no known mistake gets advice; a question that passed gets none."""
    _, said = learner
    assert said['grader.hint("q3")'].startswith("There is no hint for this failure")
    assert "the last check passed" in said['grader.hint("q1")']
    assert "Hint" not in said['leaves = grader.check("q2")\nleaves']


def test_check_all_runs_every_question(learner):
    """`check_all` lists every question and sums up without promising hidden points."""
    _, said = learner
    text = said["grader.check_all()"]
    assert re.findall(r"^(q\d) +(\w+(?: \w+)*)  ", text, re.M) == [("q1", "passed"), ("q2", "not yet"), ("q3", "not attempted"), ("q4", "read by a person")]
    assert "1 of 3 questions pass all their public checks; hidden checks run after you submit." in " ".join(text.split())


def test_export_writes_the_notebook_and_needs_no_other_program(learner):
    """The zip holds the notebook; no PDF is asked for."""
    folder, _ = learner
    (made,) = folder.glob("t1_*.zip")
    assert "t1.ipynb" in zipfile.ZipFile(made).namelist()
    assert not [name for name in zipfile.ZipFile(made).namelist() if name.endswith(".pdf")]


def test_stock_otter_works_in_the_same_folder(tiny, student_folder, run_in_kernel):
    """With `otter.Notebook` in the place of ours, checks pass and fail, `check_all` and the export that is handed out work."""
    notebook = student_notebook(tiny, {"q1": reference_source(tiny, "q1"), "q2": substitute(tiny.mistakes[0])})
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].replace("from autograder.notebook import Notebook", "from otter import Notebook")
    said = run_in_kernel(student_folder, notebook)
    assert "q1 results: All test cases passed!" in said['grader.check("q1")']
    assert "Not yet: 1 of 2 entries is wrong" in said['grader.check("q2")']
    assert "q3 results:" in said["grader.check_all()"]
    assert list(student_folder.glob("t1_*.zip"))


def test_no_cell_of_the_handed_out_notebook_has_output(released):
    """The released notebook is empty of outputs and runs on the kernel everybody has."""
    import nbformat

    notebook = nbformat.read(released.student / "t1.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert all(not cell.outputs and cell.execution_count is None for cell in notebook.cells if cell.cell_type == "code")


def test_the_released_notebook_is_the_course_s_own(tiny, released):
    """The student notebook is `student_notebook`, cell by cell, ids included: the demo and the tests grade what is handed out."""
    import json

    made = json.loads((released.student / "t1.ipynb").read_text(encoding="utf-8"))
    wanted = student_notebook(tiny)
    assert [(c["id"], "".join(c["source"]), c["metadata"]) for c in made["cells"]] == [(c["id"], c["source"], c["metadata"]) for c in wanted["cells"]]


def test_everything_the_instructions_name_is_there(released):
    """README and requirements name files that are in the folder, for three systems, on one page."""
    readme = (released.student / "README.md").read_text(encoding="utf-8")
    assert all(word in readme for word in ("Linux", "macOS", "Windows", "Colab", "VS Code", "t1.ipynb", "requirements.txt"))
    assert len(readme.splitlines()) < 60
    wheels = [line[2:] for line in (released.student / "requirements.txt").read_text().splitlines() if line.startswith("./")]
    assert len(wheels) == 1 and (released.student / wheels[0]).is_file()
