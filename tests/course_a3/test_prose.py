"""What the notebook of a3 says is what the code does: numbers in the text, in predictions and in the guide."""

import re

import numpy as np
import pytest


def prose(a3):
    """All markdown of the notebook, one space between words."""
    return " ".join(" ".join(cell.source.split()) for cell in a3.cells if cell.kind == "markdown")


@pytest.mark.parametrize(
    "said",
    [
        "columns sum to [2. 3. 0. 3. 0.]",
        "the first class gets one half at z = 0.693; log 2 = 0.693",
        "plus 100     [[0.090031 0.244728 0.665241]]",
        "as they are  [[0.090031 0.244728 0.665241]]",
        "each row of dZ sums to [0. 0. 0.]",
        "   10 classes: loss 2.302585",
        " 1000 classes: loss 6.907755",
        "slopes at z = -10: cross-entropy -0.999955, half the square -0.000045",
        "smallest at p = 0.70 and p = 0.70",
        "lam =    30: smallest at w = 1.000",
        "as it is       w = 2.197225  b = -1.098612  odds ratio 9.000",
        "in half boxes  w = 1.098612  b = -1.098612  odds ratio 3.000",
        "with lam = 10  w = 0.387824  b = -0.357382  odds ratio 1.474",
    ],
)
def test_predictions_have_the_answers_the_text_relies_on(run, said):
    """The numbers that predictions end with, and that the text and the guide speak of."""
    assert said in run.printed


def test_u_curve_is_what_the_text_says(run):
    """eps squared on the right, best near 1e-5 with eleven digits, rounding on the left; one-sided eight digits at best."""
    names = run.names
    steps, central, one_sided = names["steps"], names["central"], names["one_sided"]
    assert np.allclose(central[:3], 0.00589 * steps[:3] ** 2, rtol=0.01)
    third = names["true"] * (1 - 6 * names["true"])
    assert abs(third) / 6 == pytest.approx(0.00589, rel=0.001)
    assert round(-np.log10(steps[central.argmin()])) in (4, 5, 6)
    assert 1e-13 < central.min() / names["true"] < 4e-10
    assert central[-1] > 1e-7
    assert 1e-9 < one_sided.min() / names["true"] < 1e-7
    assert np.allclose(one_sided[:4] / steps[:4], one_sided[0] / steps[0], rtol=0.02)


def test_learning_rates_on_both_sides_of_the_limit(run):
    """Below the limit gradient descent comes closer, above it runs away; half the limit is the fastest of the three."""
    near = dict(re.findall(r" *([\d.]+) of the limit: .*distance (\S+)", run.printed))
    first = np.linalg.norm(run.names["best"])
    assert float(near["0.5"]) < 1e-6 < float(near["0.99"]) < 0.01 * first
    assert float(near["1.01"]) > 100 * first


def test_limit_is_two_over_the_largest_eigenvalue(reference):
    """Around 2 / (largest eigenvalue of X^T X / N): just below it the loss falls for ever, just above it grows."""
    draw = np.random.default_rng(5)
    X, y = draw.normal(size=(8, 2)), draw.normal(size=8)
    limit = 2 / np.linalg.eigvalsh(X.T @ X / 8).max()
    ends = []
    for share in (0.999, 1.001):
        w = np.linalg.lstsq(X, y, rcond=None)[0] + draw.normal(size=2)
        losses = []
        for _ in range(4000):
            losses.append(reference.mse_ridge(y, X @ w, [], 0.0))
            w = w - share * limit * X.T @ reference.mse_grad(y, X @ w)
        ends.append(losses[-1] < losses[2000])
    assert ends == [True, False]


def test_wrong_gradients_that_learn(run):
    """Three of four wrong gradients end as accurate as the right one with nearly its loss; the fourth does not; all are found."""
    rows = re.findall(r"^(.{18}) loss (\S+) -> (\S+)   accuracy (\S+)   max_rel (\S+)$", run.printed, re.M)
    table = {name.strip(): tuple(map(float, rest)) for name, *rest in rows}
    loss, accuracy, error = ({name: row[column] for name, row in table.items()} for column in (1, 2, 3))
    good = ["half", "class 2 left out", "times p (1 - p)"]
    assert [accuracy[name] for name in good] == [accuracy["right"]] * 3
    assert all(loss[name] < 1.1 * loss["right"] for name in good)
    assert accuracy["not averaged"] < accuracy["right"] - 0.1
    assert error["right"] < 1e-8
    assert min(error[name] for name in error if name != "right") >= 0.499


def test_two_outputs_learn_at_half_the_rate(run):
    """The softmax layer at rate 0.5 and fit_logistic at rate 1 take the same steps, up to rounding."""
    assert float(re.search(r"largest difference over 60 steps: (\S+);", run.printed).group(1)) < 1e-13


def test_best_ridge_weight(reference):
    """2 * 30 / (30 + lam) has zero slope for any lam, by the two sides of it."""
    x = np.arange(1.0, 5.0)
    for lam in (0.0, 30.0, 300.0, 7.0):
        best = 60 / (30 + lam)
        below, at, above = (reference.mse_ridge(2 * x, w * x, [np.array([w])], lam) for w in (best - 0.01, best, best + 0.01))
        assert at < min(below, above)
        assert below == pytest.approx(above, rel=1e-9)


def test_worked_numbers_of_the_text(reference):
    """The cube of q7, the square of q8, the first step of q9."""
    assert (9.261 - 6.859) / 0.2 == pytest.approx(12.01)
    report = reference.gradcheck(lambda x: np.sum(x**2), lambda x: np.array([2.0, 12.0]), np.array([1.0, 3.0]))
    assert (round(report["max_rel"], 6), report["worst_index"]) == (0.5, (1,))
    w, b = reference.fit_logistic(np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0, 0, 0, 1]), 0.0, 1, 0.1)
    assert (round(float(w[0]), 12), round(b, 12)) == (-0.025, -0.025)


def test_relative_errors_named_in_the_text(reference):
    """A wrong sign gives 2, a claim of 0 gives 1, half or double gives 0.5; rounding at a slope of 0 gives 1."""
    x = np.array([1.0])
    for factor, error in ((-1, 2), (0, 1), (0.5, 0.5), (2, 0.5)):
        assert reference.gradcheck(lambda x: x[0] ** 2, lambda x: factor * 2 * x, x)["max_rel"] == pytest.approx(error, abs=1e-8)
    at = np.array([0.1])
    flat = reference.gradcheck(lambda x: 1e5 + (x[0] - at[0]) ** 2, lambda x: 2 * (x - at), at)
    assert flat["max_rel"] in (0.0, 1.0)


def test_kink_of_the_text():
    """A central difference of |x| at 0 gives 0, which is neither slope."""
    assert (abs(0 + 1e-5) - abs(0 - 1e-5)) / 2e-5 == 0


def test_hints_point_to_places_that_exist(a3):
    """Sections, docstrings and questions named by the last hint are in the notebook."""
    text = prose(a3)
    for entry in a3.mistakes:
        place = entry.hints[2]
        for section in re.findall(r"Section '([^']+)'", place):
            assert any(question.title.startswith(section) for question in a3.questions), place
        for paragraph in re.findall(r"the paragraph about ([^.]+)\.", place):
            title = {"moving a row": "**Moving a row.**", "the logarithm of a fraction": "**The logarithm of a fraction.**"}
            assert title.get(paragraph, f"**{paragraph}.**") in text, place
        for number in re.findall(r"worked number of (q\d+)", place):
            cells = [cell.source for cell in a3.cells if cell.question == number]
            assert "**A worked number.**" in "".join(cells), place
        for number in re.findall(r"docstring of (q\d+)", place):
            assert '"""' in a3.stub_source(number), place
            if "ValueError" in place:
                assert "Raises ValueError" in a3.stub_source(number), place
            if "nothing is added" in place:
                assert "Nothing is added and nothing is clipped" in a3.stub_source(number), place


def test_no_picture_needs_the_network_or_a_file(a3):
    """Cells import nothing and open nothing: the notebook runs offline, alone in a folder."""
    for cell in a3.cells:
        if cell.kind == "code" and "setup" not in cell.tags:
            assert not re.search(r"\b(import|open|urllib|loadtxt|read_csv)\b", cell.source)


def test_sample_answers_quote_true_numbers(a3, reference):
    """The report in the strong answer to (c), the float32 step in (a), the shares in (b)."""
    guide = (a3.private_dir / "guide.md").read_text(encoding="utf-8")

    def f(x):
        return np.maximum(x[0], 0) ** 2

    assert reference.gradcheck(f, lambda x: 2 * x, np.array([2.0]))["max_rel"] < 1e-10
    assert reference.gradcheck(f, lambda x: 2 * x, np.array([-2.0]))["max_rel"] == 1
    one, true = np.float32(1), 0.19661193324148185
    steps = np.array([0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 1e-4, 1e-5], dtype=np.float32)
    error = [abs((float(one / (one + np.exp(-one - e))) - float(one / (one + np.exp(-one + e)))) / (2 * float(e)) - true) for e in steps]
    assert 3e-3 <= steps[int(np.argmin(error))] <= 3e-2
    assert "near 1e-2. Accept 1e-3 to 3e-2" in guide
    assert (12 / 16, 6 / 24) == (0.75, 0.25)
