"""The audit finds holes: each kind is planted in the tiny course and has to be caught, and a sound course has none."""

from pathlib import Path

import pytest

from autograder.audit import parity, run
from autograder.audit.constants import audit_constants
from autograder.audit.inprocess import audit_determinism, audit_distinct, audit_seeds
from autograder.audit.mutants import mutants
from autograder.audit.run import _Graders, _time_per_question, audit, table
from autograder.audit.sample import independent_mistakes, replaced, sampled
from autograder.audit.static import audit_counts, audit_hints
from autograder.course import load, solutions
from autograder.grading.replay import grading_zygote
from tests.tiny_course import SOURCES, edit, write_course

pytestmark = pytest.mark.longest

NOTEBOOK, PUBLIC = "assignments/a9_tiny/notebook.py", "assignments/a9_tiny/checks.py"
HIDDEN, MISTAKES, VARIANTS = (f"solutions/a9_tiny/{name}.py" for name in ("checks", "mistakes", "variants"))

MORE_MISTAKES = '''
@mistake("double", hints=("what{n}?", "the rule {n}", "where {n}"))
def adds_{n}(A):
    """Adds {n} instead of doubling."""
    return A + {n}
'''
MORE_VARIANTS = '''
@variant("double")
def times_{n}(A):
    """{n} times a part."""
    return A * {n} / ({n} / 2)
'''


@pytest.fixture(scope="module")
def zygote(tmp_path_factory):
    """A process that forks sessions, for all audits here: what it must not see are all their courses."""
    with grading_zygote([tmp_path_factory.getbasetemp()]) as made:
        yield made


@pytest.fixture(autouse=True)
def lent(zygote, monkeypatch):
    """Every audit gets that process instead of starting one, which takes longer than most of them, and leaves it running."""
    monkeypatch.setattr(run, "grading_zygote", lambda secrets: zygote)
    monkeypatch.setattr(run._Graders, "__exit__", lambda *_: None)


@pytest.fixture
def course(tmp_path):
    """The tiny course with as many mistakes and variants as the audit asks for: it has no holes."""
    sources = dict(SOURCES)
    sources[MISTAKES] += "".join(MORE_MISTAKES.format(n=n) for n in (3, 4, 5, 6, 7))
    sources[VARIANTS] += "".join(MORE_VARIANTS.format(n=n) for n in (4, 8, 16))
    return write_course(tmp_path, sources)


def holes(parts):
    """Every hole as text."""
    return [f"{hole.part} {hole.subject} {hole.message}" for part in parts for hole in part.holes]


@pytest.fixture(params=["complete", "quick"])
def found(request):
    """A function that gives the holes of a course, found without building a release, in both modes of the audit."""
    return lambda course: holes(audit(load(course, "a9"), jobs=1, released=False, quick=request.param == "quick"))


@pytest.mark.parametrize("quick", [False, True])
def test_sound_course_has_no_holes(course, quick, monkeypatch):
    """Every part runs and finds nothing, release and comparison with stock Otter included; those of the quick mode are in test_course."""
    every = parity.mixed_cases  # stock Otter takes seconds for each of them: it sees the last one of every kind
    monkeypatch.setattr(parity, "mixed_cases", lambda assignment: {case.kind: case for case in every(assignment)}.values())
    parts = audit(load(course, "a9"), jobs=1, quick=quick, released=not quick)
    assert holes(parts) == []
    released = set() if quick else {"leaks", "parity"}
    assert {part.name for part in parts} >= {"blank", "reference", "variant", "mistake", "mutants", "seeds", "time"} | released
    assert all(part.cases for part in parts), [part.name for part in parts if not part.cases]
    assert list(table(parts))[-1] == "no holes"


def test_stock_otter_meets_every_mistake_and_variant_once(course):
    """And the blank notebook, and the reference."""
    assignment = load(course, "a9")
    blank, *seen = [case.replacements for case in parity.mixed_cases(assignment)]
    assert blank == {} and solutions(assignment) in seen
    for entry in (*assignment.variants, *assignment.mistakes):
        question = assignment.question_of(entry.function).id
        assert sum(one[question] == replaced(assignment, [entry])[question] for one in seen) == 1


def test_wrong_variant_is_caught(course, found):
    """A variant that is not right is told with the check it fails."""
    edit(course, VARIANTS, "return A + B", "return A + B + 1e-3")
    seen = found(course)
    assert any("variant double.adds fails q1/by_hand" in hole for hole in seen), seen


def test_mistake_that_passes_is_caught(course, found):
    """A mistake that no check rejects is a hole."""
    edit(course, MISTAKES, "return A**2", "return A * 2")
    seen = found(course)
    assert any("mistake double.squares passes q1" in hole for hole in seen), seen


def test_hint_of_another_mistake_is_caught(course, found):
    """Two mistakes with the same numbers: one of them is told the other's name."""
    edit(course, MISTAKES, "return A + 4", "return A + 3")
    seen = found(course)
    assert any(hole.startswith("distinct q1 adds_3 and adds_4") for hole in seen), seen
    assert any("is told" in hole for hole in seen), seen


def test_points_for_a_blank_notebook_are_caught(course, found):
    """A check that the stub passes is a hole."""
    edit(course, NOTEBOOK, 'raise NotImplementedError("q1: write double")', "return A + A")
    assert any(hole.startswith("blank q1 a blank notebook earns 5") for hole in found(course))


def test_points_for_a_constant_are_caught(course):
    """A check that only asks for the shape passes an array of zeros: a hole, with the check and what it let through."""
    edit(course, HIDDEN, ".equals(expected_from(reference.double, A)).unchanged()", ".has_shape(A.shape).unchanged()")
    assert any("q1/any_array passes when double returns zeros" in hole for hole in holes([audit_constants(load(course, "a9"))]))


def test_weak_checks_let_mutants_through(course, found):
    """Checks that see zeros only let mutants live, and the audit says which."""
    edit(course, PUBLIC, "np.array([1.0, 2.0])).equals(np.array([2.0, 4.0]))", "np.zeros(2)).equals(np.zeros(2))")
    edit(course, HIDDEN, "np.arange(6.0).reshape(2, 3)", "np.zeros((2, 3))")
    seen = found(course)
    assert any(hole.startswith("mutants double") for hole in seen), seen


def test_mutants_that_reach_the_outcome_are_right(course):
    """Of a function graded by its outcome a mutant that passes every check is no hole, and is counted as such."""
    edit(course, PUBLIC, "np.array([1.0, 2.0])).equals(np.array([2.0, 4.0]))", "np.zeros(2)).equals(np.zeros(2))")
    edit(course, HIDDEN, "np.arange(6.0).reshape(2, 3)", "np.zeros((2, 3))")
    edit(course, "solutions/a9_tiny/reference.py", "_FACTOR = 2", '_FACTOR = 2\nGRADED_BY_OUTCOME = ("double",)')
    (mutants_part,) = (part for part in audit(load(course, "a9"), jobs=1, released=False) if part.name == "mutants")
    assert not mutants_part.holes
    assert "reach the outcome" in mutants_part.remark


def test_check_that_changes_its_mind_is_caught(course):
    """A check whose inputs differ from run to run is not deterministic."""
    edit(course, HIDDEN, "np.arange(6.0).reshape(2, 3)", "np.random.default_rng().normal(size=(2, 3))")
    assert holes([audit_determinism(load(course, "a9"))]) != []


def test_lucky_seeds_are_caught(course):
    """A check that rejects right code under other seeds hangs on its own."""
    edit(course, HIDDEN, "expect(double, A).equals", "assert_lucky(expect(double, A), A).equals")
    path = course / HIDDEN
    path.write_text(
        path.read_text().replace("np.arange(6.0).reshape(2, 3)", "rng(1).normal(size=(2, 3))").replace("import check, expect,", "import check, expect, rng,")
        + "\n\ndef assert_lucky(call, A):\n    return call.holds(A[0, 0] > LUCK, 'unlucky')\n\n\nLUCK = rng(1).normal(size=(2, 3))[0, 0] - 1e-9\n"
    )
    assert any("rejects the reference" in hole for hole in holes([audit_seeds(load(course, "a9"))]))


def test_too_few_mistakes_and_variants_are_caught(tmp_path):
    """The tiny course as it stands has one of each."""
    found = holes([audit_counts(load(write_course(tmp_path), "a9"))])
    assert found == ["counts double mistakes: 1, at least 6 are needed", "counts double variants: 1, at least 4 are needed"]


def test_bad_hints_are_caught(course):
    """A first hint that is no question, and one that two mistakes share."""
    edit(course, MISTAKES, '"what3?"', '"what4?"')
    edit(course, MISTAKES, '"what5?"', '"do this."')
    found = holes([audit_hints(load(course, "a9"))])
    assert len(found) == 2, found


def test_slow_checks_are_caught(course, monkeypatch):
    """A question whose checks take longer than their budget is a hole."""
    monkeypatch.setattr(run, "SECONDS_PER_QUESTION", 0.25)
    edit(course, HIDDEN, "    A = np.arange", "    import time; time.sleep(0.3)\n    A = np.arange")
    assignment = load(course, "a9")
    with _Graders(assignment, 1) as graders:
        graders.grade_reference()
        assert "q1" in holes([_time_per_question(graders)])[0]


def test_distinct_mistakes_are_no_hole(course):
    """Mistakes with different numbers are told apart."""
    assert holes([audit_distinct(load(course, "a9"))]) == []


def test_mutants_differ_from_the_source_and_from_each_other():
    """Each mutant is one change; none is the function itself; none appears twice."""
    source = 'def f(A, b):\n    """Doc."""\n    c = A.T @ b\n    d = np.sum(c, axis=0)\n    return c - d, d\n'
    found = list(mutants(source, "f"))
    texts = [mutant.source for mutant in found]
    assert len(texts) == len(set(texts)) >= 15
    for lost in (".T dropped", "MatMult -> Mult", "argument axis dropped", "0 -> 1", "Sub -> Add", "first two results swapped", "sum -> mean"):
        assert any(lost in mutant.change for mutant in found), lost


def test_a_sample_stays_the_same():
    """The quick mode looks at the same things as long as their names stay, whatever stands between them."""
    few = sampled("abcdefgh", str, 3)
    assert len(few) == 3 and few == sorted(few)
    assert sampled([name for name in "hgfedcba" if name in few or name > "c"], str, 3) == few[::-1]


def test_mistakes_share_a_notebook_only_if_neither_question_builds_on_the_other():
    """a4 is built brick by brick: every question has its mistake, and none stands beside one it is built on."""
    assignment = load(Path(__file__).parents[2], "a4")
    groups = list(independent_mistakes(assignment))
    assert sorted(assignment.question_of(one.function).id for group in groups for one in group) == sorted(q.id for q in assignment.graded)
    for group in groups:
        functions = {one.function for one in group}
        for one in group:
            assert not functions & set(assignment.question_of(one.function).builds_on)
