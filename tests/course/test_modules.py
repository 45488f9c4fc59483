"""Known mistakes in a folder, a module for each function, instead of in one file."""

import re

import pytest

from autograder.course import CourseError, load
from autograder.course.modules import mistake_modules, module_of
from autograder.grading.question_digests import question_digests
from tests.tiny_course import MISTAKES, edit, write_course

FOLDER = "solutions/a9_tiny/mistakes"
OTHER = '"""Other."""\n\nfrom autograder.checking import mistake\n\nfrom ..reference import double as right\n\n' + MISTAKES.partition("\n\n")[2].replace(
    "squares", "quadruples"
).replace("Squares instead of doubling", "Four times").replace("A**2", "2 * right(A)").replace("what?", "how often?")


@pytest.fixture
def course(tmp_path):
    """The tiny course with its mistakes in two modules of a folder."""
    write_course(tmp_path)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER).with_suffix(".py").rename(tmp_path / FOLDER / "double.py")
    (tmp_path / FOLDER / "more.py").write_text(OTHER)
    return tmp_path


def test_mistakes_of_every_module_are_loaded(course):
    """With what they take from the reference one folder above."""
    mistakes = load(course, "a9").mistakes
    assert [(one.name, module_of(one)) for one in mistakes] == [("squares", "mistakes.double"), ("quadruples", "mistakes.more")]
    assert mistakes[1].implementation(3) == 12


def test_mistakes_come_in_the_order_of_the_course(course):
    """Not in the order of the files' names: `more` is about the first function, `double` about one that is asked for later."""
    edit(course, "assignments/a9_tiny/notebook.py", 'functions="double"', 'functions="double twice"')
    edit(course, "assignments/a9_tiny/notebook.py", "def double(A):", "def twice(A):\n    raise NotImplementedError\n\n\ndef double(A):")
    edit(course, "solutions/a9_tiny/reference.py", "def double(A):", "def twice(A):\n    return 2 * A\n\n\ndef double(A):")
    edit(course, f"{FOLDER}/double.py", '"double"', '"twice"')
    assert [one.function for one in load(course, "a9").mistakes] == ["double", "twice"]


def test_a_fault_is_told_with_the_module_it_is_in(course):
    """File and line below the folder."""
    edit(course, f"{FOLDER}/more.py", '"double"', '"triple"')
    with pytest.raises(CourseError, match=r"mistakes.more\.py:8: quadruples is about 'triple'"):
        load(course, "a9")


def test_a_name_in_two_modules_is_told(course):
    """A learner's name for a mistake has to be one mistake."""
    edit(course, f"{FOLDER}/more.py", "def quadruples", "def squares")
    with pytest.raises(CourseError, match=r"more\.py:8: mistakes.double already has a mistake called squares: rename one"):
        load(course, "a9")


def test_a_file_beside_the_folder_is_told(course):
    """Else its mistakes would be overlooked, or those of the folder."""
    (course / FOLDER).with_suffix(".py").write_text(MISTAKES)
    with pytest.raises(CourseError, match=r"mistakes\.py stands beside a folder of the same name: .* remove it"):
        mistake_modules(course / "solutions" / "a9_tiny")


@pytest.mark.parametrize(
    ("file", "old", "new", "touched"),
    [
        ("mistakes/more.py", "2 * right(A)", "right(right(A))", True),
        ("reference.py", "A, _FACTOR", "_FACTOR, A", True),
        ("mistakes/more.py", '"""Other."""', '"""Others."""', False),
        ("mistakes/more.py", "\n\n\n", "\n\n# a remark\n\n", False),
    ],
)
def test_a_question_rests_on_what_its_mistakes_use(course, file, old, new, touched):
    """A change in a module of the folder, or in what it takes from above, changes the question; layout does not."""
    before = question_digests(load(course, "a9"), {})
    path = course / "solutions" / "a9_tiny" / file
    text = path.read_text()
    assert re.search(re.escape(old), text) or not touched
    path.write_text(text.replace(old, new))
    assert (question_digests(load(course, "a9"), {}) != before) == touched
