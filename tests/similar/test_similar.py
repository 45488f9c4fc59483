"""Similar submissions: what a disguise does not hide, what the class has in common, and the page."""

import json

import numpy as np
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from autograder.cli import main
from autograder.course import list_assignments, load
from autograder.grading.basis import basis_of
from autograder.grading.store import Store
from autograder.grading.verdicts import CellReport, Grade, Submission
from autograder.similar.pairs import alike
from autograder.similar.run import similar
from autograder.similar.shapes import shapes
from tests.benchmarks.similarity import ROOT, made_up_class, renamed

CODE = '''
def affine_forward(X, W, b):
    """Z = X W + b."""
    rows = []
    for x in X:
        rows.append([sum(x[i] * W[i, j] for i in range(len(x))) + b[j] for j in range(len(b))])
    return np.array(rows)
'''


@pytest.fixture(scope="module")
def a1():
    """An assignment with its private half."""
    return load(ROOT, "a1")


@pytest.mark.parametrize("seed", range(5))
def test_renaming_reformatting_and_documentation_change_no_shape(seed):
    """Other local names, other spacing, no comments, another docstring."""
    other = renamed(CODE, np.random.default_rng(seed), {"affine_forward"}).replace("Z = X W + b.", "Mine.")
    assert shapes([other], ["affine_forward"]) == shapes([CODE], ["affine_forward"])


def test_order_of_cells_does_not_count():
    """Functions in any order."""
    second = CODE.replace("affine_forward", "relu").replace("sum", "max")
    assert shapes([CODE, second]) == shapes([second, CODE])


def test_one_mistake_in_common_is_no_evidence():
    """Two of ten who forget the same thing in one line share that line's shape and nothing else."""
    common = {f"{i:016x}": 9 for i in range(50)}
    class_ = {f"w{i}": dict(common) for i in range(10)}
    for name in ("w1", "w2"):
        class_[name]["the same short mistake"] = 9
    assert alike(class_, {}, 0.0) == []
    for name in ("w1", "w2"):
        class_[name] |= {f"and much more, {i}": 9 for i in range(4)}
    assert [(pair.first, pair.second, pair.shared) for pair in alike(class_, {}, 0.6)] == [("w1", "w2", 5)]


def test_what_the_code_does_counts():
    """Another operator, number or library function makes another shape."""
    for old, new in (("* W", "/ W"), ("sum(", "max("), ("[i, j]", "[j, i]"), ("range(len(x))", "range(1, len(x))")):
        assert shapes([CODE.replace(old, new)]) != shapes([CODE])


@pytest.mark.parametrize("source", ["def f(:", "%matplotlib inline", "\x00", "(" * 5000, "-" * 50_000 + "1", "x = " + "[" * 150 + "]" * 150, "x = " + "1+" * 3000 + "1"])
def test_code_that_is_not_python_is_no_trouble(source):
    """Broken, magic, or nested deeper than a stack: other cells are compared all the same."""
    assert shapes([source, CODE]).keys() >= shapes([CODE]).keys()


def test_copies_are_found_and_independent_writers_are_not(a1):
    """On a made-up class: every renamed or reordered copy is above every independent pair."""
    class_, copied = made_up_class(a1, np.random.default_rng(5))
    pairs = alike({name: shapes(cells, a1.functions) for name, cells in class_.items()}, {}, least=0.0)
    disguised = {pair for pair, kind in copied.items() if kind != "a third rewritten"}
    assert disguised <= {(p.first, p.second) for p in pairs[: len(copied)]}


def test_idioms_and_what_was_given_do_not_count():
    """What all wrote alike makes nobody suspicious, nor does what the notebook came with."""
    same = shapes([CODE])
    everybody = {f"s{k:02d}": {**same, f"own{k}": 8} for k in range(20)}
    assert alike(everybody, {}) == []
    two = {"ada": {**same, "a": 9}, "blaise": {**same, "b": 9}}
    assert alike(two, {}) and not alike(two, same)


def test_likeness_is_symmetric_and_at_most_one():
    """Names say nothing about who copied."""
    mine, other = shapes([CODE]), shapes([CODE, "y = np.einsum('ij,jk->ik', np.eye(3), np.ones((3, 2))) + 1"])
    (one,) = alike({"a": mine, "b": other}, {}, least=0)
    (swapped,) = alike({"a": other, "b": mine}, {}, least=0)
    assert one.likeness == pytest.approx(swapped.likeness) and 0 < one.likeness < 1
    (same,) = alike({"a": mine, "b": dict(mine)}, {}, least=0)
    assert same.likeness == pytest.approx(1)


HOSTILE = 'x = "</code><script>alert(1)</script>" + str(np.einsum("ij,jk->ik", np.eye(3), np.ones((3, 2))))'


@pytest.fixture
def results(tmp_path, a1):
    """Ada and Eve hand in the same under other names; the others are independent."""
    class_, _ = made_up_class(a1, np.random.default_rng(3))
    cells = {name: class_[name] for name in list(class_)[:8]}
    cells["eve"] = [renamed(cell, np.random.default_rng(1), set(a1.functions)) for cell in cells["w000"]] + [HOSTILE]
    cells["w000"] = [*cells["w000"], HOSTILE]
    with Store(tmp_path / "results.sqlite", basis_of(a1, {})) as store:
        for name, code in cells.items():
            reports = tuple(CellReport(number, source, "ok") for number, source in enumerate(code))
            store.put(store.basis.key(Submission(name, name, {}, name)), Grade(name, name, name, "graded", cells=reports))
    return tmp_path


def test_the_page_shows_the_pair_side_by_side_and_says_what_it_is(results, a1):
    """Evidence for a conversation; everything escaped; no script."""
    found = similar(a1, results)
    assert [(pair.first, pair.second) for pair in found.pairs] == [("eve", "w000")] and found.compared == 9
    tree = BeautifulSoup(found.page.read_text(encoding="utf-8"), "html.parser")
    assert "not a verdict" in tree.get_text() and not tree.find_all("script")
    beside = tree.find_all(class_="beside")
    assert len(beside) >= 5 and all(len(row.find_all("pre")) == 2 for row in beside)
    assert HOSTILE in tree.get_text()


def test_the_command_lists_the_pairs(results):
    """How many were compared, which pairs, where the page is."""
    ran = CliRunner().invoke(main, ["similar", str(results)])
    assert ran.exit_code == 0 and "9 submissions compared, 1 pair to look at" in ran.output and "eve and w000" in ran.output


def test_every_assignment_has_a_stock_to_be_measured_on():
    """The benchmark can be run for each: its variants and mistakes can be pasted and parsed."""
    for name in list_assignments(ROOT):
        class_, _ = made_up_class(load(ROOT, name), np.random.default_rng(0), writers=9, copies=1)
        assert all(shapes(cells) for cells in class_.values())
        json.dumps(class_)
