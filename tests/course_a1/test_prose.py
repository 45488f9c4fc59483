"""What the notebook of a1 says is what the code does: examples, numbers in the text, pictures, places named by hints."""

import doctest
import inspect
import re
from contextlib import redirect_stdout
from io import StringIO

import numpy as np
import pytest

from autograder.course import reference_source


def text_of(a1, question):
    """The prose and code of a question up to its stub."""
    return "\n".join(cell.source for cell in a1.cells if cell.question == question)


@pytest.fixture(scope="module")
def run(a1):
    """The notebook with the reference in place of every stub: names at the end, printed text, number of figures."""
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    plt.close("all")
    names, printed, figures = {}, StringIO(), 0
    with redirect_stdout(printed):
        for cell in a1.cells:
            if cell.kind == "code":
                source = reference_source(a1, cell.question) if "stub" in cell.tags else cell.source
                exec(compile(source, "notebook.py", "exec"), names)
                for number in plt.get_fignums():
                    plt.figure(number).canvas.draw()
                    figures += 1
                plt.close("all")
    return names, printed.getvalue(), figures


def test_notebook_runs_with_the_reference(run):
    """Every cell runs and the pictures can be drawn."""
    assert run[2] == 13


def test_unfinished_notebook_says_what_is_missing(a1):
    """With every stub as handed out, a cell either runs or stops with the name of the question to do first."""
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    names, stopped = {}, 0
    with redirect_stdout(StringIO()):
        for cell in a1.cells:
            if cell.kind == "code":
                try:
                    exec(compile(cell.source, "notebook.py", "exec"), names)
                except NotImplementedError as error:
                    assert re.match(r"q\d+: write \w+", str(error))
                    stopped += 1
                plt.close("all")
    assert stopped >= 10


def test_stub_documents_what_the_reference_does(a1):
    """Signature and docstring of every stub are those of the reference."""
    for question in a1.graded:
        names = {}
        exec(a1.stub_source(question.id), names)
        for name in question.functions:
            right = getattr(a1.reference, name)
            assert inspect.signature(names[name]) == inspect.signature(right)
            assert inspect.getdoc(names[name]) == inspect.getdoc(right)


def test_examples_in_docstrings_are_true(reference):
    """Every example of a docstring gives what it says."""
    # Not testmod: it finds nothing once another test has loaded the assignment again.
    runner = doctest.DocTestRunner()
    for example in doctest.DocTestFinder().find(reference, "reference", module=False, globs=dict(vars(reference))):
        runner.run(example)
    result = runner.summarize(verbose=False)
    assert result.attempted >= 20
    assert result.failed == 0


def test_stub_names_its_question(a1):
    """Running an unfinished stub says which question it is and what to write."""
    for question in a1.graded:
        if question.points:
            names = {}
            exec(a1.stub_source(question.id), names)
            function = names[question.functions[0]]
            with pytest.raises(NotImplementedError, match=f"{question.id}: write {question.functions[0]}"):
                function(*inspect.signature(function).parameters)


def test_opening_table_is_one_layer(run, reference):
    """The twelve points after the layer are the twelve before it, sent through one layer; seven on the border, three at 0."""
    names = run[0]
    W, b = reference.make_layer(30, np.array([0.8, 1.5]), -20, np.array([-0.6, -0.4]))
    assert np.allclose(reference.relu(np.array(names["BEFORE"]) @ W + b), names["AFTER"], rtol=0, atol=0.006)
    kinds = np.bincount(reference.quadrant_kind(np.array(names["AFTER"])), minlength=4)
    assert kinds[1:].sum() == 7
    assert kinds[3] == 3


@pytest.mark.parametrize(
    "said",
    [
        "the letter turned by -30.0 degrees",
        "  30 degrees first: area times 1.200, angle between the axes 59.845 degrees",
        " -20 degrees first: area times 1.200, angle between the axes 113.326 degrees",
        "a second ReLU changes 0 entries",
        "a point keeps 10.00 of 20 coordinates",
        "the rows differ in columns [0, 1]",
        "three layers have 54 numbers\none layer has 9 numbers",
        "different points left: 24 without ReLU, 15 with ReLU",
    ],
)
def test_predictions_have_the_answers_the_text_relies_on(run, said):
    """The numbers that predictions end with, and that the text and the guide speak of."""
    assert said in run[1]


def test_mix_up_of_rows_and_columns(run):
    """59.845 degrees belongs to the article's drawing, 66.674 to its transpose; the area is 1.2 in both."""
    W_seed = run[0]["W_seed"]
    angles = [np.degrees(np.arccos(u @ v / np.linalg.norm(u) / np.linalg.norm(v))) for u, v in (W_seed.T, W_seed)]
    assert np.allclose(angles, [59.845, 66.674], rtol=0, atol=5e-4)


def test_mirrors_of_the_svd(run):
    """det W < 0 means exactly one mirror, det W > 0 none or two: on any linear algebra library."""
    assert run[0]["counts"][0] == 0, "the last picture's counts: no point of the far cloud is untouched"
    printed = run[1]
    assert re.search(r"det W > 0: \d+ times no mirror, 0 times one, \d+ times two", printed)
    assert re.search(r"det W < 0: 0 times no mirror, \d+ times one, 0 times two", printed)


def test_worked_mirror_of_the_text(reference):
    """The product written out in q6: quarter turn, flip, no turn."""
    assert np.allclose(reference.rotation(90) @ np.diag([1, -1]), [[0, 1], [1, 0]])


def test_worked_film_of_the_text(reference):
    """W = diag(2, 3), b = (-4, 1): (1, 1) ends at (2, 3), (-2, 4), (0, 4)."""
    F = reference.layer_frames(np.array([[1.0, 1.0]]), np.diag([2.0, 3.0]), np.array([-4.0, 1.0]))
    assert np.allclose(F[2:, 0], [[2, 3], [-2, 4], [0, 4]])


def test_shift_is_never_undone_by_adding(run):
    """Adding 100 to every entry changes the standardised cloud by rounding only."""
    change = float(re.search(r"after adding 100: (\S+)", run[1]).group(1))
    assert change < 1e-12


def test_every_row_of_the_notation_table_has_four_cells(a1):
    """Code, mathematics, shape and meaning, for every symbol."""
    (table,) = [cell.source for cell in a1.cells if "| code | mathematics |" in cell.source]
    rows = [line for line in table.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {5}
    for symbol in ("`X`", "`W`", "`b`", "`W_seed`", "`rng`"):
        assert any(symbol in line.split("|")[1] for line in rows)


def test_hints_point_at_places_that_exist(a1):
    """The third hint of every mistake names a place that is in the notebook."""
    docstrings = {q.id: inspect.getdoc(getattr(a1.reference, q.functions[0])) for q in a1.graded}
    for entry in a1.mistakes:
        own, place = a1.question_of(entry.function).id, entry.hints[2]
        if "notation table" in place or "conventions at the top" in place.lower():
            continue
        (named,) = re.findall(r"\bq\d+\b", place)
        text = text_of(a1, named)
        if "docstring" in place:
            assert named == own
            for quoted in re.findall(r"`(\w+)`", place):
                assert quoted in docstrings[named], place
        elif "worked number" in place:
            assert "**A worked number.**" in text, place
        elif "paragraph on" in place:
            topic = re.search(r"paragraph on ([\w ]+?) in q", place).group(1)
            assert f"**{topic}.**".lower() in text.lower(), place
        elif "list" in place:
            assert re.search(r"^(- \*\*|1\. )", text, re.MULTILINE), place
        elif "picture after" in place or "prediction after" in place:
            ids = [cell.question for cell in a1.cells]
            last = len(ids) - 1 - ids[::-1].index(named)
            assert any("picture" in cell.tags for cell in a1.cells[last + 1 : last + 4]), place
        else:
            assert re.search(r"text of q|start of q|with a matrix", place), place


def test_prose_has_no_formula_that_is_the_answer(a1):
    """No cell outside the stubs computes what a stub asks for by the reference's own last line."""
    prose = "\n".join(cell.source for cell in a1.cells)
    for name in a1.functions:
        last = inspect.getsource(getattr(a1.reference, name)).strip().splitlines()[-1].strip()
        if name != "count_parameters":
            assert last not in prose


@pytest.fixture(scope="module")
def guide(a1):
    """The instructors' guide."""
    return (a1.private_dir / "guide.md").read_text(encoding="utf-8")


def test_guide_names_mistakes_that_exist(a1, guide):
    """Every name in code type under "Common errors" is a mistake of that question, or plain numpy; every question is there."""
    section = guide.split("## Common errors")[1].split("## q12")[0]
    for question in a1.graded:
        (part,) = re.findall(rf"\*\*{question.id}[.*].*?(?=\n\*\*q|\Z)", section, re.DOTALL)
        named = set(re.findall(r"`([a-z_]+)`", part))
        known = {m.name for m in a1.mistakes if m.function in question.functions}
        assert named & known
        assert named <= known, named - known


def test_guide_adds_up(a1, guide):
    """The rubric adds up to the points of the written question; the timing table to its sums."""
    rubric = guide.split("## q12: rubric")[1].split("### Sample")[0]
    assert sum(map(int, re.findall(r"^\| (\d+) \|", rubric, re.MULTILINE))) == a1.question("q12").points
    timing = re.findall(r"^\| ([^|]+) \| (\d+) \| (\d+) \|", guide.split("## Timing")[1], re.MULTILINE)
    *parts, total = [(int(fast), int(slow)) for _, fast, slow in timing]
    assert (sum(p[0] for p in parts), sum(p[1] for p in parts)) == total == (180, 360)


def test_numbers_in_sample_answers_are_true(reference, guide):
    """The numbers quoted in the sample answers are what the named calls give."""
    W, b = reference.make_layer(30, np.array([0.8, 1.5]), -20, np.array([-1.1, -0.9]))
    images = reference.affine_forward(np.array([[2.0, 0.0], [-2.0, 0.0], [0.0, 0.0]]), W, b)
    for x, y in images.round(3):
        assert guide.count(f"({x:g}, {y:g})") >= 2
    mirror, _ = reference.make_layer(30, np.array([0.8, -1.5]), -20, np.zeros(2))
    _, S, _ = reference.decompose_affine(mirror)
    assert np.linalg.det(mirror) == pytest.approx(-1.2)
    assert np.linalg.det(S) == pytest.approx(-1.2)
    assert sorted(np.abs(np.diag(S))) == pytest.approx([0.8, 1.5])
