"""The rubric is read from the guide as it is written, and a guide without one is told what to write."""

from dataclasses import replace

import pytest

from autograder.course import Question
from autograder.written.rubric import read_rubric
from tests.course.notebooks import assignment

QUESTION = Question("q9", "Say why", 6, manual=True)


@pytest.fixture
def rubric(tmp_path):
    """The rubric of q9 (6 points) from a guide of that text."""

    def read(text, question=QUESTION):
        (tmp_path / "guide.md").write_text(text, encoding="utf-8")
        return read_rubric(replace(assignment("a1"), private_dir=tmp_path), question)

    return read


def test_tables_under_bold_lines(rubric):
    """Groups, points with halves, code and bars in a cell; a heading below ends it."""
    text = """## q9: rubric (6 points)

**First: 4 points**

| points | for |
|---|---|
| 1.5 | a `claim` with \\|c\\| |
| 2.5 | an argument |

**Second: 2 points**

| points | for |
|---|---|
| 2 | the rest |

### Sample answers

| points | for |
|---|---|
| 99 | none of the rubric |

## Something else
"""
    made = rubric(text)
    assert [(item.points, item.text, item.group) for item in made.items] == [
        (1.5, "a `claim` with |c|", "First: 4 points"),
        (2.5, "an argument", "First: 4 points"),
        (2.0, "the rest", "Second: 2 points"),
    ]
    assert "Sample answers" in made.notes and "Something else" not in made.notes


def test_points_for_each_part(rubric):
    """One table for all parts is repeated for each."""
    made = rubric("## q9: rubric (6 points, 3 for each part)\n\n| points of each part | for |\n|---|---|\n| 1 | claim |\n| 2 | number |\n")
    assert [(item.points, item.group) for item in made.items] == [(1, "(a)"), (2, "(a)"), (1, "(b)"), (2, "(b)")]


def test_points_each(rubric):
    """`2 each, three of them` is three lines."""
    made = rubric("## Rubric of q9\n\n| points | for |\n|---|---|\n| 2 each, three of them | an argument |\n")
    assert [item.points for item in made.items] == [2, 2, 2]
    assert len({item.text for item in made.items}) == 3


def test_statements_are_worth_the_same(rubric):
    """A table without points has a line per row."""
    made = rubric("## q9: rubric\n\n| statement | verdict | why |\n|---|---|---|\n| 1 | wrong | the sign |\n| 2 | right | the shape |\n")
    assert [(item.points, item.text) for item in made.items] == [(3, "1, wrong: the sign"), (3, "2, right: the shape")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Guide\n", "has no rubric for q9: write a heading such as `## q9: rubric (6 points)`"),
        ("## q90: rubric (6 points)\n\n| points | for |\n|---|---|\n| 6 | all |\n", "has no rubric for q9"),
        ("\n\n## q9: rubric\n\n| points | for |\n|---|---|\n| 5 | all |\n", "guide.md, line 3: the points of the rubric add up to 5, and the question has 6"),
        ("## q9: rubric\n\nNo table.\n", "there is no table: its first column must be called points"),
        ("## q9: rubric\n\n| points | for |\n|---|---|\n| many | all |\n", '"many" is no number of points'),
        ("## q9: rubric\n\n| points of each part | for |\n|---|---|\n| 3 | all |\n", "how the 6 points are shared"),
        ("## q9: rubric (4 for each part)\n\n| points of each part | for |\n|---|---|\n| 4 | all |\n", "how the 6 points are shared"),
        ("## q9: rubric\n\n| points | for |\n|---|---|\n| 2 each, umpteen of them | all |\n", "number of lines as a word"),
    ],
)
def test_a_guide_that_cannot_be_used_is_told_what_to_write(text, told, rubric):
    """The question can be graded all the same: one line with all points."""
    made = rubric(text)
    assert told in made.problem
    assert [(item.points, item.text) for item in made.items] == [(6.0, "The whole answer")]


def test_without_a_guide(tmp_path):
    """The place where it should be is named."""
    made = read_rubric(replace(assignment("a1"), private_dir=tmp_path), QUESTION)
    assert made.problem.startswith("solutions/a1_layers_are_motions/guide.md is missing")
    assert len(made.items) == 1


def test_the_digest_follows_points_and_words(rubric):
    """A rubric whose lines changed is another rubric; prose around it is not."""
    table = "## q9: rubric\n\n| points | for |\n|---|---|\n| 2 | a |\n| 4 | b |\n"
    assert rubric(table).digest == rubric(table + "\nMore prose.\n").digest
    assert len({rubric(text).digest for text in (table, table.replace("| a", "| c"), table.replace("2", "4", 1).replace("4 | b", "2 | b"))}) == 3
