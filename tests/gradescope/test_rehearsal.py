"""A rehearsal: the two scripts of the bundle run as Gradescope runs them, on a machine without network, under attack."""

import re
import shutil
from pathlib import Path
from textwrap import indent

import pytest

from autograder.course import substitute

pytestmark = pytest.mark.longest

THIEF = Path(__file__).with_name("thief.py").read_text()
LEVELS = ["machine", "container"]
WITHHELD = "after_published"
# Each would leave a mark where Gradescope looks, or end the grader.
SHADOW = 'import os\nopen("/autograder/results/imported", "a").write(__file__)\nos._exit(7)\n'
SHADOWS = [
    "numpy.py", "json.py", "sitecustomize.py", "usercustomize.py", "otter.py", "conftest.py", "a1_checks.py", "reference.py", "autograder/__init__.py",
    "autograder/gradescope/run.py", "ipython_config.py", ".ipython/profile_default/startup/00.py", ".config/matplotlib/matplotlibrc",
]  # fmt: skip


@pytest.fixture(scope="module")
def questions(a1):
    return [question.id for question in a1.graded]


@pytest.fixture(scope="module")
def perfect(installed, notebook, right):
    """The reference, handed in beside files that shadow everything a careless grader would import."""
    return installed.grade({"a1.ipynb": notebook(right), **dict.fromkeys(SHADOWS, SHADOW)})


@pytest.fixture(scope="module")
def mistaken(installed, notebook, right, a1):
    """A named mistake in one question, everything else right: (the run, the mistake, its question)."""
    question = a1.question("q2")
    mistake = next(one for one in a1.mistakes if one.function in question.functions)
    return installed.grade({"a1.ipynb": notebook({**right, "q2": substitute(mistake)})}), mistake, question


def test_setup_says_what_it_will_grade(installed, a1, questions):
    """The last line of the image's build: the assignment, its questions and points, and what isolates submissions."""
    assert f"{a1.title}: {len(questions)} questions" in installed.setup.stdout.splitlines()[-1]
    assert re.search("isolation", installed.setup.stdout.splitlines()[-1])


def test_setup_installs_what_is_pinned(installed):
    """Dependencies by hash from the lock, the engine from the bundle, and nothing else."""
    source = "/autograder/source"
    assert (installed.machine.root / "pip.log").read_text().splitlines() == [
        f"pip install --no-index --no-deps {source}/hidden_layers-0.1.0-py3-none-any.whl",
        f"pip install --no-deps --require-hashes -r {source}/requirements.lock",
    ]


def test_setup_shuts_the_secrets(installed):
    """Nothing below source/ can be read or entered by anybody but its owner; the packages can."""
    source = installed.machine.root / "autograder" / "source"
    assert [path for path in (source, *source.rglob("*")) if path.stat().st_mode & 0o077 and "__pycache__" not in path.parts] == []
    assert (installed.machine.root / "opt" / "hidden-layers").stat().st_mode & 0o005 == 0o005


def test_the_reference_earns_everything(perfect, a1, questions):
    """Every question its full points, withheld until publication; nothing tells the total before."""
    assert {q.id: (perfect[q.id]["score"], perfect[q.id]["max_score"]) for q in a1.graded} == {q.id: (q.points, q.points) for q in a1.graded}
    assert {perfect[question]["visibility"] for question in questions} == {WITHHELD}
    assert "score" not in perfect.made and f"{perfect.score:g}" not in perfect.made["output"]


def test_the_results_are_complete(perfect):
    """The fields Gradescope reads for the whole submission."""
    assert perfect.made["stdout_visibility"] == "hidden"
    assert perfect.made["execution_time"] > 0
    assert perfect["Public Tests"]["visibility"] == "visible" and perfect["Public Tests"]["status"] == "passed"
    assert "isolation" in perfect.made["extra_data"]


def test_nothing_handed_in_is_imported(perfect):
    """Not by the scripts and not by the grader: no module beside the notebook has run."""
    assert perfect.left == ["results.json"]
    assert "status 0" in perfect.printed


def test_a_blank_notebook_earns_nothing(installed, notebook, questions):
    """And every question says so."""
    run = installed.grade({"a1.ipynb": notebook({})})
    assert {run[question]["score"] for question in questions} == {0.0}
    assert "Not attempted" in run["Public Tests"]["output"]


def test_a_mistake_costs_its_question_and_gets_its_hint(mistaken, a1):
    """The other questions keep their points; the entry of this one asks the mistake's own question."""
    run, mistake, question = mistaken
    assert run[question.id]["score"] < question.points
    assert run.score == sum(one.points for one in a1.graded) - question.points + run[question.id]["score"]
    assert mistake.hints[0] in run[question.id]["output"]


def test_hidden_checks_keep_their_inputs(mistaken, a1):
    """Where a hidden check failed there is its title, its hint and no number of its input; the mistake is not named."""
    run, mistake, question = mistaken
    hidden = [check for check in a1.hidden_checks if check.question == question.id]
    blocks = [block for block in run[question.id]["output"].split("\n\n") if any(check.title in block for check in hidden)]
    assert blocks
    failed = [block for block in blocks if "failed" in block]
    assert failed and not [block for block in failed if "called" in block or "expected" in block or "array(" in block]
    assert mistake.description not in str(run.made)


def test_a_notebook_that_is_cut_off(installed, notebook, right, questions):
    """0 on every question, withheld, and the reason at once."""
    run = installed.grade({"a1.ipynb": notebook(right)[:-1000]})
    assert "ends in the middle" in run.made["output"]
    assert {(run[question]["score"], run[question]["visibility"]) for question in questions} == {(0.0, WITHHELD)}


@pytest.mark.parametrize("level", LEVELS)
def test_a_thief_gains_nothing(installed, notebook, questions, level):
    """Code that looks for the reference and writes results of its own ends with 0 in a result of ours."""
    if level == "container" and not installed.machine.is_root:
        pytest.skip("an ordinary user cannot rehearse a container: it has no second user id to give; test_without_the_floor stands for it")
    answers = dict.fromkeys(questions, "pass")
    text = notebook({**answers, questions[0]: THIEF})
    run = installed.grade({"a1.ipynb": text}, level=level)
    assert {run[question]["score"] for question in questions} == {0.0}
    assert ("private-root" in run.made["extra_data"]["isolation"].partition("not active")[2]) == (level == "container")
    assert run.made["execution_time"] > 0 and "forged" not in str(run.made)
    assert run.left == ["results.json"]


SIEGE = [
    "import os\nfor pid in (-1, 0, 1, *range(2, 400)):\n    try: os.kill(pid, 9)\n    except OSError: pass\nos._exit(0)",
    "import os\nwhile True:\n    try: os.fork()\n    except OSError: break\nos.write(101, b'x' * 1000)",
    "taken = []\nwhile True: taken.append(b'x' * 10**7)",
    "while True:\n    with open('full', 'ab') as file: file.write(b'x' * 10**6)",
    "import os\nwhile True: os.write(1, b'x' * 10**5)",
]


@pytest.mark.parametrize("level", LEVELS)
def test_a_siege_costs_its_own_questions_only(installed, notebook, right, a1, level):
    """Killing, forking, memory, disk and output at once: what is right beside them keeps its points, and the record is ours."""
    if level == "container" and not installed.machine.is_root:
        pytest.skip("an ordinary user cannot rehearse a container")
    attacked = dict(zip([question.id for question in a1.graded if question.points][-len(SIEGE) :], SIEGE, strict=True))
    answers = dict(right)
    for question, body in attacked.items():
        names = a1.question(question).functions
        answers[question] = "\n".join(f"def {name}(*args, **options):\n" + indent(body, "    ") for name in names)
    run = installed.grade({"a1.ipynb": notebook(answers)}, level=level, settings={"call_seconds": 1, "cell_seconds": 6})
    assert {q.id: run[q.id]["score"] for q in a1.graded} == {q.id: 0.0 if q.id in attacked else q.points for q in a1.graded}
    assert run.left == ["results.json"] and "status 0" in run.printed


def test_the_thief_is_a_good_one(installed, tmp_path):
    """Without a sandbox, as root, the same code finds the reference and replaces the result."""
    (tmp_path / "thief.py").write_text(THIEF)
    (tmp_path / "results").mkdir()
    binds = [(tmp_path / "thief.py", "/tmp/thief.py", "ro"), (tmp_path / "results", "/autograder/results", "rw")]
    binds.append((tmp_path / "thief.py", "/autograder/source/grading.json", "ro"))
    kept = shutil.copytree(installed.machine.root / "autograder", tmp_path / "autograder", symlinks=True)
    done = installed.machine.run(
        "/opt/hidden-layers/bin/python", "/tmp/thief.py", binds=[(kept, "/autograder", "rw"), *binds], env={"THIEF": "once"}
    )
    assert re.search(r"stolen [1-9]\d* forged [1-9]", done.stdout), done.stderr
    assert "1000" in (tmp_path / "results" / "results.json").read_text()


def test_a_container_as_gradescope_gives_it_grades_as_well(installed, notebook, right, perfect):
    """No namespaces, no Landlock: a user of its own for the submission, and closed folders, carry the floor."""
    run = installed.grade({"a1.ipynb": notebook(right)}, level="container")
    if installed.machine.is_root:
        assert run.score == perfect.score
        assert "private-root" in run.made["extra_data"]["isolation"].partition("not active")[2]
    else:
        assert "refused" in run["For instructors"]["output"]


def test_without_the_floor_nothing_is_run(installed, notebook, right):
    """Where submitted code could read the reference it is not run: a sentence for instructors, and no grade."""
    run = installed.grade({"a1.ipynb": notebook(right)}, level="bare")
    assert run.score == 0.0 and run["Points"]["visibility"] == WITHHELD
    assert run["For instructors"]["visibility"] == "hidden"
    assert "refused" in run["For instructors"]["output"] and "low isolation" in run["For instructors"]["output"]
    assert "says nothing about your work" in run["Not graded"]["output"] and run["Not graded"]["visibility"] == "visible"


def test_endless_loops_cost_their_questions_only(installed, notebook, right, a1):
    """One in a function and one in a cell of its own."""
    looping = "def affine_forward(X, W, b):\n    while True:\n        pass"
    answers = {**right, "q2": looping, "q4": right["q4"] + "\nif __name__ == '__main__':\n    while True: pass"}
    run = installed.grade({"a1.ipynb": notebook(answers)}, settings={"call_seconds": 1, "cell_seconds": 2})
    assert run["q2"]["score"] == run["q4"]["score"] == 0.0
    assert "no answer within 1 s" in run["q2"]["output"] and "rotation is not defined: its cell ended with timeout" in run["q4"]["output"]
    assert run["q3"]["score"] == a1.question("q3").points
    assert run["q7"]["score"] == a1.question("q7").points


def test_a_run_that_takes_too_long_is_ended(installed, notebook, right, a1):
    """Before Gradescope ends it: graded with what is done by then, and told what to do."""
    answers = {**right, "q7": "import time\nwhile True: time.sleep(0.1)"}
    run = installed.grade({"a1.ipynb": notebook(answers)}, settings={"total_seconds": 24, "cell_seconds": 60})
    assert "all of it may take 24 s; what was done by then counts: look for a loop that does not end" in run.made["output"]
    assert run["q2"]["score"] == a1.question("q2").points and run["q7"]["score"] == 0.0
    assert run["q2"]["visibility"] == WITHHELD and run.made["execution_time"] >= 20


def test_a_grader_that_cannot_start_leaves_a_record(installed, notebook, right):
    """run_autograder has written it before anything else started."""
    run = installed.grade({"a1.ipynb": notebook(right)}, cover="/opt/hidden-layers")
    assert run.score == 0.0 and run["Points"]["visibility"] == WITHHELD
    assert "says nothing about your work" in run["Not graded"]["output"]
    assert run.made["stdout_visibility"] == "hidden"


def test_a_fault_of_the_course_is_told_to_instructors(installed, notebook, right):
    """Not to students."""
    run = installed.grade({"a1.ipynb": notebook(right)}, settings={"assignment": "a99"})
    assert "a99" in run["For instructors"]["output"] and run["For instructors"]["visibility"] == "hidden"
    assert "a99" not in run.made["output"] + run["Not graded"]["output"]
    assert run.score == 0.0
