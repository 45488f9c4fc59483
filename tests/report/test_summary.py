"""The class in numbers: discrimination and time per question, and what the guide says about a mistake."""

import dataclasses
from functools import cache

import numpy as np
import pytest

from autograder.course import list_assignments, load
from autograder.grading.advice import advice_key, advice_on, guide_advice
from autograder.grading.basis import basis_of
from autograder.grading.verdicts import QuestionResult
from autograder.report.correlation import Correlation
from autograder.report.guide import guide_page, rendered
from tests.grading.grades import BASIS, grade, partly
from tests.report.made_up import class_page, summarise
from tests.report.test_pages import ROOT, soup


@cache
def loaded(assignment_id):
    """An assignment of the course, once for both tests that need it."""
    return load(ROOT, assignment_id)


def discrimination(solved, rest):
    """Of a question that is solved by some, with the points of everything else."""
    made = Correlation()
    for pair in zip(solved, rest, strict=True):
        made.add(*map(float, pair))
    return made.value


def test_discrimination_is_the_correlation_with_the_rest():
    """Numpy's correlation coefficient, also of points that hardly differ."""
    draw = np.random.default_rng(1)
    for middle, spread in ((50, 10), (1e6, 1e-3)):
        solved, rest = draw.integers(0, 2, 40), draw.normal(middle, spread, 40)
        assert discrimination(solved, rest) == pytest.approx(np.corrcoef(solved, rest)[0, 1])


def test_the_question_itself_is_left_out_of_its_discrimination():
    """The class page correlates with the points of the rest: those who solved q1 here have less elsewhere."""
    lost = QuestionResult("q1", 2.0, 0.0, "wrong")
    made = summarise(BASIS, [grade("ada", lost), partly("blaise"), partly("carl")])
    assert made.questions[0].discrimination == pytest.approx(-1.0)


@pytest.mark.parametrize("solved, rest", [([1], [5]), ([1, 1, 1], [1, 2, 3]), ([0, 0], [1, 2]), ([0, 1], [5, 5])])
def test_discrimination_is_not_invented(solved, rest):
    """One submission, all or nobody solved it, or nobody differs elsewhere: no number."""
    assert discrimination(solved, rest) is None


def test_questions_carry_their_median_time():
    """The middle of the sums of seconds of a question's checks."""
    made = summarise(BASIS, [partly("ada"), partly("blaise"), grade("carl")])
    assert made.questions[1].seconds == 0.25 and made.questions[0].seconds == 0.0


def test_class_page_shows_what_the_guide_says():
    """Under the mistake, folded, names in code type, with a link to the line of the guide."""
    basis = dataclasses.replace(BASIS, advice={advice_key("q2", "The bias is not added."): "guide.md, line 7: `no_bias`: ask for the <zero> row."})
    (folded,) = [d for d in soup(class_page(summarise(basis, [partly("ada")]))).find_all("details") if "guide" in d.summary.get_text()]
    assert folded.p.get_text() == "no_bias: ask for the <zero> row." and not folded.a
    assert folded.code.get_text() == "no_bias"
    (linked,) = soup(class_page(summarise(dataclasses.replace(basis, guide="# Guide"), [partly("ada")]))).find_all("a", href="guide.html#line-7")
    assert linked.get_text() == "Guide, line 7"


@pytest.mark.parametrize("assignment_id", list_assignments(ROOT))
def test_advice_is_the_sentence_of_the_guide_that_names_the_mistake(assignment_id):
    """Every known mistake has an entry, which names it, on the line it says, where the guide speaks of its question."""
    assignment = loaded(assignment_id)
    lines = (assignment.private_dir / "guide.md").read_text(encoding="utf-8").splitlines()
    made = guide_advice(assignment)
    names = {advice_key(assignment.question_of(m.function).id, m.description): m.name for m in assignment.mistakes}
    assert set(made) == set(names)
    for key, text in made.items():
        number, sentence = int(text.split("line ")[1].split(":")[0]), text.partition(": ")[2]
        assert f"`{names[key]}`" in lines[number - 1]
        assert f"`{names[key]}`" in sentence
        about = [line for line in lines[:number] if line.startswith("**q")][-1]
        assert about.startswith(f"**{key.partition(':')[0]}")


def test_a_mistake_that_the_guide_does_not_mention_is_told_with_its_rule():
    """Every mistake has something said about it; the page calls the rule a rule, and leads to no line."""
    assignment = loaded("a1")
    made, mentioned = advice_on(assignment), guide_advice(assignment)
    rules = {advice_key(assignment.question_of(m.function).id, m.description): m.hints[1] for m in assignment.mistakes}
    assert made == rules | mentioned
    basis = dataclasses.replace(BASIS, guide="# Guide", advice={advice_key("q2", "The bias is not added."): "Every output adds its own bias."})
    page = soup(class_page(summarise(basis, [partly("ada")])))
    told = next(one for one in page.find_all("details") if "Every output adds its own bias." in one.get_text())
    assert told.summary.get_text() == "The rule" and told.find("a") is None


@pytest.mark.parametrize("assignment_id", list_assignments(ROOT))
def test_every_line_that_advice_names_is_an_anchor_of_the_guide_s_page(assignment_id):
    """On the very block that names the mistake."""
    basis = basis_of(loaded(assignment_id), {})
    tree = soup(guide_page(basis))
    for text in guide_advice(loaded(assignment_id)).values():
        number = text.split("line ")[1].split(":")[0]
        (anchor,) = tree.find_all(id=f"line-{number}")
        assert text.split("`")[1] in anchor.parent.get_text()


def test_tags_in_a_guide_are_text():
    """Markdown yes, HTML no."""
    assert "<b>" not in rendered("a <b>bold</b> word") and "<strong>" in rendered("a **bold** word")
