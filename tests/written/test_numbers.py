"""Numbers in prose, with the precision they are quoted to, and the facts they are held against."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course import CourseError
from autograder.written import facts, printed
from autograder.written.facts import read_facts
from autograder.written.numbers import calls_in, numbers_in


def values(text):
    return [number.value for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("det W = -1.2, det S = 1.5.", [-1.2, 1.5]),
        ("(0.715, 0.036), (-2.915,-1.836)", [0.715, 0.036, -2.915, -1.836]),
        ("[0.23353037 0.2478971]", [0.23353037, 0.2478971]),
        ("of 20,000 points, of 20 000, of 1,234,567", [20000, 20000, 1234567]),
        ("0,698 with a comma", [0.698]),
        ("61.5 % and 27% and 3 percent", [0.615, 0.27, 0.03]),
        ("5.8e-10, 6·10^-10, $7 \\times 10^{-10}$, \u22124", [5.8e-10, 6e-10, 7e-10, -4]),
        ("W1, h2, float32, x_0, v1.2.3, q10, 1st", []),
        ("pages 3-5 and 2\u20133", [3, 5, 2, 3]),
        ("explosion_report(0.1, 0.003, False) is 120", [120]),
        ("make_layer(30, (0.8, -1.5), -20, (0, 0)) has -1.2", [-1.2]),
        (".5 and 1.", [0.5, 1]),
        ("f(2 and 3", [2, 3]),
    ],
)
def test_numbers_as_people_write_them(text, found):
    """Signs, thousands, percent, powers; no names, no arguments of calls."""
    assert values(text) == pytest.approx(found, rel=1e-12)


@given(st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 6))
def test_a_rounded_number_agrees_with_what_was_rounded(value, digits):
    """Whatever is quoted to some digits fits the full value, unless it is a small whole number, which must be exact."""
    (quoted,) = numbers_in(f"it is {value:.{digits}f} here")
    assert quoted.agrees(value) or (quoted.counts and value != quoted.value)
    assert not quoted.agrees(value + 3 * quoted.half_unit + 1e-9)


@given(st.text(max_size=300))
def test_any_text_has_numbers_in_order_and_in_place(text):
    """No text breaks the search; what is found stands where it is said to stand."""
    found = list(numbers_in(text))
    assert all(text[number.start : number.end] == number.text for number in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert all(text[start:end].endswith(")") for start, end in calls_in(text))


def test_small_whole_numbers_are_counts():
    """They fit only the same whole number: "3 cures" is no rounding of 3.27."""
    three, ten, share = numbers_in("3 cures, 31 of them, 3 %")
    assert (three.counts, ten.counts, share.counts) == (True, False, False)
    assert three.agrees(3.0) and not three.agrees(3.27) and ten.agrees(31.4)


def course(tmp_path, body):
    """A stand-in for an assignment whose facts.py has that body."""
    package = tmp_path / f"facts_of_{tmp_path.name}"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "facts.py").write_text(f"from autograder.written import facts, printed\n{body}\n")
    questions = (SimpleNamespace(id="q1", manual=True), SimpleNamespace(id="q2", manual=False))
    return SimpleNamespace(private_dir=package, slug="a0_x", questions=questions, reference=SimpleNamespace(__package__=package.name))


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    return lambda body: read_facts(course(tmp_path, body))


def test_facts_are_declared_and_computed(read):
    """By name, with the value as quoted, tolerance and source; what is computed takes its place."""
    (one,) = read('@facts("q1", "half: 0.33", "seed: 0.69 ± 0.02", "share: 27 %")\ndef thirds():\n    """1 / 3"""\n    return [1 / 3, 0.7, 0.2691]')
    declared, computed = one.facts, one.computed()
    assert [fact.name for fact in declared] == ["half", "seed", "share"] and declared[0].source == "1 / 3"
    assert [fact.off for fact in computed] == [False, False, False]
    (three, off, percent, bare) = numbers_in("0.3333 and 0.34 and 27 percent or 27")
    assert computed[0].fits(three) and not computed[0].fits(off)
    assert computed[2].fits(percent) and computed[2].fits(bare)
    assert declared[1].fits(next(numbers_in("0.71"))) and not declared[1].fits(next(numbers_in("0.74")))


def test_a_wrong_declaration_is_off(read):
    """What comes out otherwise than declared is seen."""
    (one,) = read('@facts("q1", "half: 0.34")\ndef thirds():\n    return [1 / 3]')
    assert one.computed()[0].off


def test_printed_facts_have_nothing_to_compute(read):
    """They stand as declared."""
    (one,) = read('A = printed("q1", "steps: 1151")')
    assert one.computed() == one.facts and one.facts[0].fits(next(numbers_in("1151")))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('A = printed("q1", "no number: none")', "must read"),
        ('A = printed("q1", "1151")', "must read"),
        ('A = printed("q2", "steps: 1151")', "written questions are q1"),
        ("1 / 0", "cannot be imported: ZeroDivisionError"),
    ],
)
def test_faults_in_facts_are_told(body, told, read):
    """With the place."""
    with pytest.raises(CourseError, match=told):
        read(body)


def test_a_function_gives_as_many_values_as_it_declares(read):
    """One too few is an error, not a fact left out."""
    (one,) = read('@facts("q1", "a: 1", "b: 2")\ndef both():\n    return [1]')
    with pytest.raises(CourseError, match="gives 1 values and declares 2"):
        one.computed()


def test_without_the_file_there_are_none(tmp_path):
    """An assignment may go without."""
    empty = course(tmp_path, "")
    (empty.private_dir / "facts.py").unlink()
    assert read_facts(empty) == ()


def test_the_decorator_leaves_the_function_as_it_is():
    """It can be called."""
    assert facts("q1", "two: 2")(lambda: [2])() == [2]
    assert printed("q1", "two: 2").function is None
