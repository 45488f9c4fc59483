"""What the notebook of a1 says is what the code does: numbers in the text, in predictions and in the guide."""

import re

import numpy as np
import pytest


def test_opening_table_is_one_layer(run, reference):
    """The twelve points after the layer are the twelve before it, sent through one layer; seven on the border, three at 0."""
    names = run.names
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
    assert said in run.printed


def test_mix_up_of_rows_and_columns(run):
    """59.845 degrees belongs to the article's drawing, 66.674 to its transpose; the area is 1.2 in both."""
    W_seed = run.names["W_seed"]
    angles = [np.degrees(np.arccos(u @ v / np.linalg.norm(u) / np.linalg.norm(v))) for u, v in (W_seed.T, W_seed)]
    assert np.allclose(angles, [59.845, 66.674], rtol=0, atol=5e-4)


def test_mirrors_of_the_svd(run):
    """det W < 0 means exactly one mirror, det W > 0 none or two: on any linear algebra library."""
    assert run.names["counts"][0] == 0, "the last picture's counts: no point of the far cloud is untouched"
    printed = run.printed
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
    change = float(re.search(r"after adding 100: (\S+)", run.printed).group(1))
    assert change < 1e-12


@pytest.fixture(scope="module")
def guide(a1):
    """The instructors' guide."""
    return (a1.private_dir / "guide.md").read_text(encoding="utf-8")


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
