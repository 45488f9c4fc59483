"""The bonus: its candidates are what they are said to be, verdicts cannot be guessed, and the texts quote true numbers."""

import ast
import importlib
import inspect
import re

import numpy as np
import pytest

from autograder.checking.trial import REJECTS, on_trial
from tests.course.notebooks import variants

SIZES = ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (5, 4, 3))


@pytest.fixture(scope="module")
def hidden(bonus):
    """The module of hidden checks, which holds the candidates."""
    return importlib.import_module(bonus.hidden_checks[0].function.__module__)


@pytest.fixture(scope="module")
def public(bonus):
    """The module of public checks."""
    return importlib.import_module(bonus.public_checks[0].function.__module__)


@pytest.fixture(scope="module")
def candidates(hidden):
    """(right, wrong) candidates by the name of the test."""
    return {
        "test_affine_backward": (hidden.AFFINE_RIGHT, [c for family in hidden.AFFINE_WRONG.values() for c in family]),
        "test_cross_entropy": (hidden.ENTROPY_RIGHT, [c for family in hidden.ENTROPY_WRONG.values() for c in family]),
    }


@pytest.fixture(scope="module")
def guide(bonus):
    """The instructors' guide."""
    return (bonus.private_dir / "guide.md").read_text(encoding="utf-8")


def layers(draw):
    """Random inputs of affine_backward, with the results by the definition: sums over indices."""
    for N, D, M in SIZES:
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX = [[sum(dZ[n, m] * W[d, m] for m in range(M)) for d in range(D)] for n in range(N)]
        dW = [[sum(X[n, d] * dZ[n, m] for n in range(N)) for m in range(M)] for d in range(D)]
        yield (dZ, X, W), (dX, dW, [sum(dZ[n, m] for n in range(N)) for m in range(M)])


def losses(draw):
    """Inputs of cross_entropy, floats and integers, small and large, with the results in 50 digits."""
    from decimal import Decimal, getcontext

    getcontext().prec = 50
    for N, C in ((1, 2), (1, 4), (3, 2), (4, 3), (5, 4), (2, 2)):
        for kind in (float, int):
            Z = draw.normal(size=(N, C)).astype(kind)
            y = draw.permutation(np.arange(N)[::-1] % C)
            if N == 2:  # one row with a gap of 1000, one far below it
                Z, y = np.array([[1000, 0], [-1000, -1000]], dtype=kind), np.array([1, 0])
            rows = [[Decimal(float(z)).exp() for z in row] for row in Z]
            shares = [[e / sum(row) for e in row] for row in rows]
            loss = sum(-shares[n][y[n]].ln() for n in range(N)) / N
            yield (Z, y), (float(loss), [[float((p - (c == y[n])) / N) for c, p in enumerate(row)] for n, row in enumerate(shares)])


def deviation(got, right):
    """The largest difference, relative to the largest entry or 1; infinite for another shape, NaN or an error."""
    found = 0.0
    for one, other in zip(got, right, strict=True):
        if np.shape(one) != np.shape(other) or not np.all(np.isfinite(one)):
            return np.inf
        found = max(found, np.max(np.abs(np.asarray(one) - other)) / (1 + np.max(np.abs(other))))
    return found


def worst(candidate, inputs):
    """The largest deviation over all inputs."""
    found = 0.0
    for args, right in inputs:
        try:
            with np.errstate(all="ignore"):
                found = max(found, deviation(candidate(*args), right))
        except (ValueError, IndexError):
            return np.inf
    return found


@pytest.mark.parametrize(("name", "inputs"), [("test_affine_backward", layers), ("test_cross_entropy", losses)])
def test_right_is_right_and_wrong_is_wrong(candidates, name, inputs):
    """Against the definitions: right candidates are off by rounding, wrong ones by more than the 1e-4 that is promised."""
    right, wrong = candidates[name]
    for seed in range(5):
        assert max(worst(candidate, inputs(np.random.default_rng(seed))) for candidate in right) < 1e-13
        assert {candidate.__name__ for candidate in wrong if worst(candidate, inputs(np.random.default_rng(seed))) < 1.1e-4} == set()


@pytest.mark.parametrize("name", ["test_affine_backward", "test_cross_entropy"])
def test_every_wrong_candidate_is_accepted_by_a_poor_test(bonus, reference, candidates, name):
    """No wrong candidate is for nothing: some test in the list of mistakes lets it pass, not only those that look at nothing; two exceptions."""
    blind = {"only_calls_it", "returns_its_verdict", "answers_instead_of_raising"}
    poor = [entry.implementation for entry in bonus.mistakes if entry.function == name and entry.name not in blind]
    with np.errstate(all="ignore"):
        table = reference.verdict_table(poor, candidates[name][1])
    assert {c.__name__ for c, column in zip(candidates[name][1], table.T, strict=True) if not column.any()} <= {"dW_and_dX_exchanged", "losses_one_by_one"}


@pytest.mark.parametrize("name", ["test_affine_backward", "test_cross_entropy"])
@pytest.mark.parametrize("constant", [lambda candidate: None, lambda candidate: False, lambda candidate: 1 / 0])
def test_one_verdict_for_all_earns_nothing(bonus, failures, name, constant):
    """Always yes, always False, always no: no check of the question passes."""
    assert len(failures(**{name: constant})) == len(bonus.checks_of(bonus.question_of(name).id))


@pytest.mark.parametrize("name", ["test_affine_backward", "test_cross_entropy"])
def test_guessing_by_a_coin_earns_nothing(bonus, failures, name):
    """A test that calls its candidate and then tosses a coin."""
    for seed in range(20):
        draw = np.random.default_rng(seed)

        def coin(candidate, draw=draw):
            assert draw.random() < 0.5

        passed = len(bonus.checks_of(bonus.question_of(name).id)) - len(failures(**{name: coin}))
        assert passed <= 2


def formula_on(sizes, scale=1.0, rtol=1e-8):
    """A test of affine_backward by the formula, at some sizes."""

    def test(candidate):
        draw = np.random.default_rng(99)
        for N, D, M in sizes:
            dZ, X, W = scale * draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
            for one, other in zip(candidate(dZ, X, W), (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)), strict=True):
                assert np.shape(one) == other.shape
                assert np.allclose(one, other, rtol=rtol, atol=rtol * scale)

    return test


@pytest.mark.parametrize(
    ("sizes", "lost"),
    [
        (SIZES, []),
        (SIZES[1:], []),
        ([(3, 3, 3), (5, 4, 3)], ["layers_wrong_in_corners"]),
        ([(1, 1, 1), (1, 3, 2), (1, 2, 2)], ["layers_that_average", "layers_wrong_for_some_values"]),
        ([(1, 3, 2), (4, 1, 2), (5, 2, 1)], ["layers_that_mix_up_axes"]),
    ],
)
def test_each_family_needs_its_inputs(failures, sizes, lost):
    """A test by the formula loses exactly the families that its sizes cannot show."""
    found = failures(test_affine_backward=formula_on(sizes))
    assert [check for check in found if check.startswith("layers")] == lost


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
@pytest.mark.parametrize("rtol", [1e-5, 1e-8, 1e-11])
def test_any_tolerance_in_the_window_is_fine(failures, scale, rtol):
    """From 1e-11 to 1e-5, and whatever the size of the upstream gradient."""
    assert failures(test_affine_backward=formula_on(SIZES, scale, rtol)) == []


def test_the_opening_table_is_what_the_tests_say(run, reference):
    """The picture before the first question is typed in; it is the table that q2 computes."""
    assert np.array_equal(run.names["opening"], reference.verdict_table(run.names["WEAK"], run.names["LAYERS"]))


def test_the_notebook_shows_the_candidates_of_the_public_checks(bonus, public):
    """Every candidate of the public checks of q4 and q5 stands in the notebook, source and all."""
    cells = [ast.parse(cell.source) for cell in bonus.cells if "setup" in cell.tags]
    shown = {node.name: ast.unparse(node) for cell in cells for node in cell.body if isinstance(node, ast.FunctionDef)}
    used = {name for check in bonus.public_checks if check.question in ("q4", "q5") for name in check.function.__code__.co_names}
    used &= {name for name, value in vars(public).items() if inspect.isfunction(value)} - {on_trial.__name__}
    assert len(used) == 16
    for name in used:
        assert shown[name] == ast.unparse(ast.parse(inspect.getsource(getattr(public, name)))), name


@pytest.mark.parametrize(
    "said",
    [
        "(1, 2) and a number  allclose True   same False",
        "forgets_to_transpose   caught by one_row\n",
        "36 mutants; shapes_only catches 0.11 of them",
        "your test catches 34 of 36 mutants",
        "for d in reversed(range(D)):\n    dX, dW, db = np.zeros((N, D)), np.zeros((D, M)), np.zeros((1, M))[0]\nyou",
        "class_zero_for_all   passes worked_number, measured_slopes, rows_cancel, log_of_c, no_overflow\n",
        "naive                passes worked_number, measured_slopes, rows_cancel, log_of_c\n",
        "sums_everything      passes measured_slopes, rows_cancel, no_overflow\n",
        "smallest suite: shapes_only, one_example, one_row\n",
        "together the five catch 33 of 36 mutants",
    ],
)
def test_predictions_have_the_answers_the_text_relies_on(run, said):
    """The verdicts and numbers that predictions end with, and that text and guide speak of."""
    assert said in run.printed


def test_windows_of_tolerance(run):
    """Compared with a formula right code passes from about 1e-15 on, compared with measured slopes from about 1e-10."""
    formula, slopes = (float(number) for number in re.findall(r"from rtol = (\S+) on", run.printed))
    assert 1e-17 <= formula <= 1e-14
    assert 1e-12 <= slopes <= 1e-9


def test_scores_named_in_the_text(run):
    """equal_bits catches all, squares most of the others, shapes_only least; squares is not in the smallest suite."""
    scores = dict(zip([test.__name__ for test in run.names["WEAK"]], run.names["scores"], strict=True))
    assert scores["equal_bits"] == 1
    assert max(list(scores)[:5], key=scores.get) == "squares"
    assert round(scores["squares"], 2) == 0.83
    assert min(scores, key=scores.get) == "shapes_only"
    verdicts = run.names["verdict_table"](run.names["WEAK"], run.names["LAYERS"][:2])
    assert not verdicts[5].any()
    assert verdicts[:5].all()


def test_the_mutant_that_stays_is_the_one_of_four_rows(run):
    """Of the three mutants that no honest test catches, two are equivalent and the third stops after four rows."""
    left = [text for text, found in zip(run.names["texts"], run.names["caught"].any(axis=0), strict=True) if not found]
    assert sorted(sign in text for text in left for sign in ("min(N, 4)", "reversed", "np.zeros((1, M))")) == [False] * 6 + [True] * 3
    (short,) = [layer for layer, text in zip(run.names["LAYER_MUTANTS"], run.names["texts"], strict=True) if "min(N, 4)" in text]
    with pytest.raises(AssertionError):
        run.names["test_affine_backward"](short)


def squeezed(dZ, X, W):
    """The strong sample answer's layer."""
    return np.squeeze(dZ @ W.T), np.squeeze(X.T @ dZ), np.squeeze(dZ.sum(axis=0))


def unsummed(dZ, X, W):
    """The fair sample answer's layer."""
    return dZ @ W.T, X.T @ dZ, dZ if len(dZ) == 1 else dZ.sum(axis=0)


def averaged_dX(dZ, X, W):
    """The weak sample answer's layer."""
    return dZ @ W.T / W.shape[1], X.T @ dZ, dZ.sum(axis=0)


def test_layers_of_the_sample_answers(run, reference):
    """Six tests accept the squeezed and the unsummed layer, one the averaged one; the reference's test rejects all three."""
    table = reference.verdict_table([*run.names["WEAK"], reference.test_affine_backward], [squeezed, unsummed, averaged_dX])
    assert table[:6].sum(axis=0).tolist() == [6, 6, 1]
    assert not table[6].any()
    dX, _, _ = squeezed(np.ones((1, 2)), np.ones((1, 3)), np.ones((3, 2)))
    assert dX.shape == (3,)


def test_worked_numbers(reference):
    """Of q1, q2, q4; those of q3, q5 and q6 are in docstrings and checks."""
    assert reference.same(np.array([1, 2 + 2.9e-6]), np.array([1.0, 2.0]), 1e-6)
    assert not reference.same(np.array([1, 2 + 3.1e-6]), np.array([1.0, 2.0]), 1e-6)

    def a(candidate):
        assert candidate(1) == 1

    def b(candidate):
        assert candidate(2) == 4

    assert reference.verdict_table([a, b], [lambda x: x * x, lambda x: x + x]).tolist() == [[True, False], [True, True]]
    dZ, X, W = np.array([[2.0, 3.0]]), np.array([[5.0]]), np.array([[7.0, 11.0]])
    assert (dZ @ W.T).tolist() == [[47]]
    assert (X.T @ dZ).tolist() == [[10, 15]]


def test_three_wrong_layers_are_right_at_the_worked_number(public):
    """The question under the worked number of q4: three of the six."""
    args = np.array([[2.0, 3.0]]), np.array([[5.0]]), np.array([[7.0, 11.0]])
    right = np.array([[47.0]]), np.array([[10.0, 15.0]]), np.array([2.0, 3.0])
    wrong = ["averages_db", "forgets_to_transpose", "keeps_an_axis", "ignores_signs", "slightly_long", "only_zeros"]
    assert sum(deviation(getattr(public, name)(*args), right) < 1e-12 for name in wrong) == 3


@pytest.mark.parametrize("variant", variants("bonus", "smallest_suite"))
def test_suites_agree(reference, variant):
    """On random tables every variant finds the suite of the reference."""
    draw = np.random.default_rng(12)
    for _ in range(150):
        caught = draw.random((draw.integers(1, 7), draw.integers(0, 9))) < draw.choice([0.1, 0.3, 0.6])
        assert tuple(variant.implementation(caught)) == reference.smallest_suite(caught)


@pytest.mark.parametrize("variant", variants("bonus", "mutants"))
def test_mutants_agree(reference, variant):
    """On random texts and swaps every variant finds the texts of the reference."""
    draw = np.random.default_rng(13)
    for _ in range(100):
        source = "".join(draw.choice(list("ab+-() "), size=8))
        swaps = [("".join(draw.choice(list("ab+-"), size=draw.integers(1, 3))), str(draw.choice(["", "a", "+", "ab", "b-"]))) for _ in range(4)]
        assert variant.implementation(source, swaps) == reference.mutants(source, swaps)


def test_rubric_adds_up(bonus, guide):
    """Five points for each part, fifteen in all."""
    rubric = guide.split("## q7: rubric")[1].split("### Sample")[0]
    points = [sum(map(int, re.findall(r"^\| (\d) \|", part, re.MULTILINE))) for part in rubric.split("**(")[1:]]
    assert points == [5, 5, 5]
    assert bonus.question("q7").points == 15
    assert bonus.points == 100


def test_calls_stay_far_below_the_limit(reference):
    """The reference's tests call a right candidate a few dozen times."""
    calls = []

    def counted(Z, y):
        calls.append(1)
        loss = -np.log(np.exp(Z - Z.max(1, keepdims=True)) / np.exp(Z - Z.max(1, keepdims=True)).sum(1, keepdims=True))[np.arange(len(y)), y]
        return loss.mean(), Z

    with pytest.raises(AssertionError):
        reference.test_cross_entropy(counted)
    assert REJECTS and len(calls) < 50
