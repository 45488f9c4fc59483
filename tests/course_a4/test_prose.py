"""What the notebook and the guide of a4 say is what the code does: helpers handed out, numbers in the text, defects, the guide."""

import re

import numpy as np
import pytest

from autograder.course import reference_source
from tests.course.notebooks import text_of


@pytest.mark.parametrize(
    "said",
    [
        "dW grows by 2.0 and db by 2.0",
        "left after ten sigmoids: 9.54e-07",
        "h2 = [0.37166596 0.45414264]",
        "the sum is 0.8258086028787834",
        "the strongest pull is at (1, 0)",
        "dz1 = [0.00409991 0.00310062 0.02067446]",
        "W2 after the step: [-0.41488852 -0.30995026] [-0.31573451 -0.27714495] [-0.44694491  0.15225557]",
        "W1 after the step: [-0.67747178  0.37768878 -0.073689  ] [-0.53663683  0.60920372  0.21148795]",
        "sum of squares 0.0284",
        "it falls by 2.836e-05, from 0.30052460390",
    ],
)
def test_predictions_have_the_answers_the_text_relies_on(run, said):
    """The numbers that predictions end with, and that the text speaks of."""
    assert said in run.printed


def row_of(printed, name):
    """Corners right, last loss, relative error: one row of the experiment's table."""
    right, loss, error = re.search(rf"^{name} +(\d)/4 +([\d.]+) +(\S+)$", printed, re.MULTILINE).groups()
    return int(right), float(loss), float(error)


def test_wrong_gradients_learn(run):
    """The experiment: four of five wrong gradients learn the task, two end lower than the right one, differences tell all five."""
    rows = {name: row_of(run.printed, re.escape(name)) for name in run.names["tampered"]}
    right = rows.pop("yours")
    assert right[0] == 4
    assert right[2] < 1e-7
    learn = [name for name, row in rows.items() if row[0] == 4]
    assert sorted(set(rows) - set(learn)) == ["sign of W1 flipped"]
    assert sorted(name for name in learn if rows[name][1] < right[1]) == ["hidden layer times 3", "no average"]
    assert min(row[2] for row in rows.values()) > 0.6


def test_numbers_the_guide_quotes_from_the_experiment(run, guide):
    """The losses and errors in the rubric of q14 are those of the experiment."""
    for name in run.names["tampered"]:
        assert f"{row_of(run.printed, re.escape(name))[1]:.5f}" in guide
    assert f"{row_of(run.printed, 'hidden layer times 3')[2]:.2f} or more" in guide


@pytest.mark.parametrize(
    ("name", "learns"),
    [("error_instead_of_delta", True), ("no_output_slope", True), ("output_slope_twice_bent", True), ("hidden_slope_twice_bent", True), ("no_hidden_slope", False)],
)
def test_which_broken_chains_learn(a4, name, learns):
    """The guide on q8: trained like the experiment from two starts, all broken chains but one get all corners right."""
    (wrong,) = [mistake.implementation for mistake in a4.mistakes if mistake.name == name]
    X, Y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[1.0, 0], [0, 1], [0, 1], [1, 0]])
    right = []
    for seed in (1, 2):
        draw = np.random.default_rng(seed)
        params = {"W1": draw.normal(size=(2, 8)), "b1": draw.normal(size=8), "W2": draw.normal(size=(8, 2)), "b2": np.zeros(2)}
        for _ in range(3000):
            grads = wrong(params, a4.reference.forward(params, X), Y, 0.0)
            params = {key: value - grads[key] for key, value in params.items()}
        right.append(np.sum(a4.reference.forward(params, X)["H2"].argmax(axis=1) == Y.argmax(axis=1)))
    assert (right == [4, 4]) == learns


def test_sigmoid_stack_forgets_and_the_others_do_not(run):
    """Ten layers: seven powers of ten are lost with sigmoids, less than two with tanh and ReLU."""
    sizes = {kind: [float(x) for x in found] for kind, *found in re.findall(r"(sigmoid|tanh|relu): first layer (\S+), last layer (\S+)", run.printed)}
    powers = {kind: np.log10(last / first) for kind, (first, last) in sizes.items()}
    assert 6.5 < powers["sigmoid"] < 7.5
    assert max(powers["tanh"], powers["relu"]) < 2


def test_published_training_looks_better_and_ends_worse(run):
    """After 500 steps the published code has the lower loss; at the end its loss is higher and its sum of squares has grown."""
    found = re.findall(r"(published|fixed): loss after 500 steps (\S+), at the end (\S+); sum of squares (\S+), at the end (\S+)", run.printed)
    rows = {name: [float(x) for x in numbers] for name, *numbers in found}
    assert rows["published"][0] < rows["fixed"][0]
    assert rows["published"][1] > rows["published"][0]
    assert rows["published"][1] > rows["fixed"][1]
    assert rows["published"][3] > 10 * rows["published"][2]
    assert rows["fixed"][3] < rows["fixed"][2]


def test_published_row_is_right_in_one_setting_only(run):
    """N = 1 and reg = 0: there, and only there, the published gradient is right."""
    published, fixed = run.names["table"]
    assert run.names["settings"][0] == (1, 0.0)
    assert published[0] < 1e-7
    assert min(published[1:]) > 0.5
    assert max(fixed) < 1e-7


def test_worked_numbers_of_the_affine_brick(reference):
    """q2 in full."""
    dZ, X = np.array([[1.0, 0, -1], [2, 1, 0]]), np.array([[3.0, 1], [0, 2]])
    dX, dW, db = reference.affine_backward(dZ, X, np.array([[1.0, 2, 3], [4, 5, 6]]))
    assert dX.tolist() == [[-2, -2], [4, 13]]
    assert dW.tolist() == [[3, 0, -3], [5, 2, -1]]
    assert db.tolist() == [3, 1, -1]


def test_table_of_slopes_is_true(a4, reference):
    """Every number of the worked table in q3."""
    text = text_of(a4, "q3")
    for z in (-1.0, 3.0):
        (row,) = re.findall(rf"\| slope at {z:g} \|(.+)\|", text)
        slopes = [float(cell) for cell in row.split("|")]
        times = [float(cell) for cell in re.findall(rf"\| slope at {z:g} \|.+\n.*\| times 8 \|(.+)\|", text)[0].split("|")]
        for kind, slope, eight in zip(("relu", "sigmoid", "tanh", "elu"), slopes, times, strict=True):
            right = reference.act_backward(np.ones((1, 1)), np.full((1, 1), z), kind)[0, 0]
            assert abs(slope - right) <= 5.1e-9
            assert abs(eight - 8 * right) <= 5.1e-9


def test_numbers_of_the_lego_questions_are_true(a4, reference):
    """Every number with eight decimals in q4, q5 and q6 belongs to the article's example."""
    X, Y = reference.xor_cloud()
    W1, W2 = reference.lego_weights()
    up = reference.bricks_forward(X[0], W1, W2)
    out = reference.bricks_output(Y[0], up["h1"], up["h2"])
    down = reference.bricks_hidden(X[0], up["h1"], W2, out["dz2"])
    known = np.concatenate([np.ravel(a) for a in (X[0], W1, W2, *up.values(), *out.values(), *down.values(), 1 - up["h1"], 1 - up["h2"])])
    numbers = [float(n) for q in ("q4", "q5", "q6") for n in re.findall(r"\d+\.\d{8}(?!\d)", text_of(a4, q))]
    assert len(numbers) > 30
    for number in numbers:
        assert np.min(np.abs(np.abs(known) - number)) <= 5.1e-9, number


def test_worked_numbers_of_forward_and_backward(reference):
    """q7: 0.75. q8: -0.125 and -0.0625, and the penalty 3 and -6."""
    params = {"W1": np.zeros((3, 2)), "b1": np.zeros(2), "W2": np.ones((2, 1)), "b2": np.array([np.log(3) - 1])}
    assert np.allclose(reference.forward(params, np.ones((1, 3)))["H2"], 0.75)
    zero = {"W1": np.zeros((1, 2)), "b1": np.zeros(2), "W2": np.zeros((2, 1)), "b2": np.zeros(1)}
    X, Y = np.ones((2, 1)), np.ones((2, 1))
    grads = reference.backward(zero, reference.forward(zero, X), Y, 6.0)
    assert grads["b2"].tolist() == [-0.125]
    assert grads["W2"].tolist() == [[-0.0625], [-0.0625]]
    heavy = {**zero, "W1": np.array([[1.0, -2.0]])}
    assert reference.backward(heavy, reference.forward(heavy, X), Y, 6.0)["W1"].tolist() == [[3.0, -6.0]]


def test_worked_numbers_of_the_stack(reference):
    """q9 and q10: outputs 12 and 23, and all gradients."""
    layers = [(np.array([[1.0, -1], [2, 0]]), np.array([0.0, 2]), "relu"), (np.array([[3.0], [5]]), np.array([-2.0]), "linear")]
    Z, caches = reference.mlp_forward(layers, np.array([[1.0, 1], [-3, 1]]))
    assert Z.ravel().tolist() == [12, 23]
    dX, ((dW1, db1), (dW2, db2)) = reference.mlp_backward(layers, caches, np.array([[1.0], [2]]))
    assert (dX.tolist(), dW1.tolist(), db1.tolist()) == ([[-2, 6], [-10, 0]], [[3, -25], [3, 15]], [3, 15])
    assert (dW2.ravel().tolist(), db2.tolist()) == ([3, 11], [3])


def test_errata_of_the_article(reference):
    """q13 and its rubric: which statements are wrong, and the numbers that show it."""
    X, Y = reference.xor_cloud()
    W1, W2 = reference.lego_weights()
    up = reference.bricks_forward(X[0], W1, W2)
    out = reference.bricks_output(Y[0], up["h1"], up["h2"])
    assert round(up["h2"].sum(), 4) == 0.8258
    assert np.all(out["s2"] > 0)
    assert out["dW2"].shape == (3, 2)
    as_labelled = reference.bricks_hidden(X[0], up["h1"], W2, out["s2"])["dh1"]
    assert np.allclose(as_labelled, [-0.1737, -0.1424, -0.0666], rtol=0, atol=5e-5)
    doubled = [np.sum((Y[0] - (up["h2"] + step * np.eye(2)[0])) ** 2) for step in (1e-6, -1e-6)]
    assert np.isclose((doubled[0] - doubled[1]) / 2e-6, 2 * out["dh2"][0], rtol=1e-6)


def test_pieces_and_kinds_are_those_of_the_checks(a4):
    """The tables of q11 list exactly the words the checks know."""
    import importlib

    checks = importlib.import_module(a4.public_checks[0].function.__module__)
    tables = re.findall(r"\| piece \|.*?(?=\n\n)|\| kind \|.*?(?=\n\n)", text_of(a4, "q11"), re.DOTALL)
    pieces, kinds = (re.findall(r'"([^"]+)"', "\n".join(line.split("|")[1] for line in table.splitlines())) for table in tables)
    assert tuple(pieces) == checks.PIECES
    assert tuple(kinds) == checks.KINDS


def test_number_of_defects_is_not_given_away(a4):
    """The prose before and in q11 does not say how many defects there are."""
    text = "\n".join(cell.source for cell in a4.cells).split("## The published code")[1].split("## The repair")[0]
    assert not re.search(r"\b(four|five|4|5) (defects|errors|mistakes)", text)


def test_hints_point_at_places_that_exist(a4):
    """The third hint of every mistake names a question whose text has what it speaks of."""
    signs = {
        "worked number": "**A worked number.**",
        "table of slopes": "| kind | act(z) | slope at z |",
        "paragraph on large numbers": "**Large numbers.**",
        "chain of three links": "three links",
        "list of three steps": "\n3. ",
        "formula in the docstring": "Formula:",
        "data term by hand": "**The data term, by hand.**",
        "penalty by hand": "**The penalty, by hand.**",
        "table with two layers": "Z of layer 1",
        "tables of pieces and kinds": "| piece | what it is |",
    }
    for entry in a4.mistakes:
        place = entry.hints[2]
        if place == "The conventions at the top of the notebook.":
            assert any(cell.source.startswith("## Conventions") for cell in a4.cells)
        elif "Returns" in place:
            assert "\n    Returns " in text_of(a4, a4.question_of(entry.function).id)
        else:
            questions = re.findall(r"\bq\d+\b", place)
            assert questions, place
            text = "\n".join(text_of(a4, question) for question in questions)
            named = [sign for words, sign in signs.items() if words in place]
            assert named, place
            for sign in named:
                assert sign in text or sign in " ".join(text.split()), (place, sign)


@pytest.fixture(scope="module")
def guide(a4):
    """The instructors' guide."""
    return (a4.private_dir / "guide.md").read_text(encoding="utf-8")


def test_guide_adds_up(a4, guide):
    """The rubrics add up to the points of the written questions; the timing table to its sums."""
    assert len(re.findall(r"^\| \d \| (?:wrong|right|does not fit) \|", guide, re.MULTILINE)) == a4.question("q13").points
    for title, points in re.findall(r"\*\*(Claim \d), [^*]+: (\d) points\*\*", guide):
        part = guide.split(f"**{title},")[1].split("**Claim")[0].split("Take half")[0]
        assert sum(int(n) for n in re.findall(r"^\| (\d) \|", part, re.MULTILINE)) == int(points)
    assert sum(int(n) for _, n in re.findall(r"\*\*(Claim \d), [^*]+: (\d) points\*\*", guide)) == a4.question("q14").points
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \| (\d+) \|", guide.split("## Timing")[1].split("## What")[0], re.MULTILINE)
    *parts, total = [(int(fast), int(slow)) for _, fast, slow in rows]
    assert (sum(fast for fast, _ in parts), sum(slow for _, slow in parts)) == total == (180, 360)


def test_helpers_may_be_handed_out_but_answers_may_not(a4):
    """The release's search for leaks lets the setup cells' helpers pass, and still finds an answer that stands in one."""
    from dataclasses import replace

    from autograder.release import find_leaks

    assert find_leaks(a4, {}) == ()
    slip = replace(a4.cells[-1], kind="code", source=reference_source(a4, "q2"), tags=("setup",))
    assert [leak.what for leak in find_leaks(replace(a4, cells=(*a4.cells, slip)), {})] == ["def affine_backward"]
