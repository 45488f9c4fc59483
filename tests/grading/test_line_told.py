"""How the line with a mistake is told: the same words for page, table and Gradescope, and nothing of it too early."""

from dataclasses import replace

import pytest

from autograder.checking import Record
from autograder.grading.feedback import hint_of, mistakes_of, shared_hints
from autograder.grading.otter_results import gradescope_json
from autograder.grading.verdicts import Mend, QuestionResult, Verdict
from autograder.report.student import student_page
from autograder.slips.texts import hints, sentence
from tests.grading.grades import BASIS, grade

MEND = Mend("affine", 4, "db = dout.mean(axis=0) + '<b>'", "reduction", ("Sum, mean, or something else?", "A mean is a sum divided."))


def _result(mend=MEND, **fields):
    """A question with a failed public and a failed hidden check, and what the numbers say of both."""
    records = [Record("value", "no", "q2", f"c{hidden}", "t", bool(hidden), **fields) for hidden in (0, 1)]
    verdicts = tuple(Verdict("q2", record.check, "t", record.hidden, 5.0, 0.0, "wrong", record) for record in records)
    return QuestionResult("q2", 10.0, 0.0, "wrong", verdicts, mend=mend)


GUESSED = {"mistake": "Too large by a factor.", "hints": ("Which factor?", "rule", "where"), "relation": "factor"}
KNOWN = {"mistake": "The mean is taken.", "hints": ("Is it a mean?", "rule", "where")}


def test_the_line_comes_before_what_the_numbers_say():
    """Line, own words, question and what is certain; then the rule; a diagnosis from numbers is not counted any more."""
    result = _result(**GUESSED)
    said, rule = shared_hints(result)
    assert said == (
        "Line 4 of your cell for q2, `db = dout.mean(axis=0) + '<b>'`: sum, mean, or something else? "
        "With one change there, affine passes every check."
    )
    assert rule == MEND.hints[1]
    assert hint_of(result) == said
    assert mistakes_of(grade("ada", result)) == (("q2", "One change makes it right: sum, mean, or something else?"),)


def test_a_known_mistake_keeps_its_hint_and_gets_its_line():
    """What somebody wrote about a mistake is told first, with the line before it."""
    said, *more = shared_hints(_result(**KNOWN))
    assert "`: is it a mean? With one" in said
    assert more == ["rule", "where"]
    assert mistakes_of(grade("ada", _result(**KNOWN))) == (("q2", "The mean is taken."),)


@pytest.mark.parametrize(("lines", "words"), [(2, "the same change there and on 1 more line,"), (3, "the same change there and on 2 more lines,")])
def test_more_than_one_line_is_said(lines, words):
    """What has to be changed in several places is not called one change."""
    assert words in hint_of(_result(replace(MEND, lines=lines)))


def test_right_versions_of_earlier_functions_are_said():
    """What passes only behind right earlier functions is told so."""
    assert "With one change there and right versions of double, affine passes" in hint_of(_result(replace(MEND, given=("double",))))


def test_a_question_about_a_slip_follows_the_sentence_that_says_which():
    """"Where does that come in?" says nothing without what "that" is, and both are said once."""
    said = "Right code would give exactly these results with one change: z is left out."
    slip = {"mistake": sentence("z is left out"), "hints": hints("dropped", "z is left out"), "relation": "slip.dropped"}
    assert hint_of(_result(mend=None, **slip)) == f"{said} Where does that come in, in your code?"


def test_gradescope_tells_it_with_the_scores_and_not_before():
    """Nothing that is visible at once depends on whether a change passes hidden checks."""
    made = gradescope_json(BASIS, grade("ada", _result(**GUESSED)))
    at_once = [test for test in made["tests"] if test["visibility"] == "visible"]
    (later,) = [test for test in made["tests"] if test["name"] == "q2"]
    assert at_once
    assert "Line 4" not in str([made["output"], at_once])
    assert "Hint: Line 4 of your cell for q2, `db = dout.mean" in later["output"]
    assert later["visibility"] == "after_published"


def test_the_page_says_it_once_and_escapes_it():
    """At the head of the question, as code, in place of the hints of its checks."""
    page = student_page(BASIS, grade("ada", _result(**GUESSED)))
    assert page.count("Line 4 of your cell") == 1
    assert "<code>db = dout.mean(axis=0) + &#x27;&lt;b&gt;&#x27;</code>: sum, mean" in page
    assert "Which factor?" not in page
