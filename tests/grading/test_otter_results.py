"""The Gradescope file is Otter's own, has our scores, and tells nothing about hidden inputs."""

from __future__ import annotations

import dataclasses
import json

import pytest

from autograder.grading.otter_results import gradescope_json, grading_results
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade, QuestionResult
from autograder.report.pages import write_gradescope
from tests.grading.grades import BASIS, SECRET, grade, partly, passed, unreadable, wrong


def by_name(made):
    return {test["name"]: test for test in made["tests"]}


def test_scores_per_question_and_in_all_are_ours():
    """Gradescope adds the scores of the tests that have one."""
    made = by_name(gradescope_json(BASIS, partly("ada")))
    assert {name: (test.get("score"), test.get("max_score")) for name, test in made.items()} == {
        "Public Tests": (None, None),
        "q1": (2.0, 2.0),
        "q2": (4.0, 10.0),
    }


def test_otter_agrees_about_totals():
    """The same objects, asked by Otter's own methods."""
    results = grading_results(BASIS, partly("ada"))
    assert (results.total, results.possible, results.get_score("q2")) == (6.0, 12.0, 4.0)
    assert results.passed_all_public  # the check that failed is hidden


def test_a_score_that_is_not_a_sum_of_whole_checks_is_kept():
    """Points carried forward can be any number."""
    one = grade("ada", QuestionResult("q2", 10.0, 3.5, "wrong", (passed("q2", 4.0), wrong("q2", 6.0))))
    assert by_name(gradescope_json(BASIS, one))["q2"]["score"] == 3.5


@pytest.mark.parametrize("status", ["passed", "wrong"])
def test_a_question_without_points_does_not_break_otter(status):
    """Otter divides by the points of a question when asked for its grade."""
    verdict = passed("q1", 0.0) if status == "passed" else wrong("q1", 0.0)
    one = grade("ada", QuestionResult("q1", 0.0, 0.0, status, (verdict,)))
    file = grading_results(BASIS, one).get_result("q1")
    assert (file.score, file.possible) == (0.0, 0.0)
    assert file.grade == (1 if status == "passed" else 0)
    assert by_name(gradescope_json(BASIS, one))["q1"]["max_score"] == 0.0


def test_a_hidden_check_shows_its_hint_and_nothing_of_its_input():
    """Hint, kind and title only; the named mistake stays with the instructor."""
    text = json.dumps(gradescope_json(BASIS, partly("ada")))
    assert SECRET not in text
    assert "The bias is not added." not in text
    assert "What is the image of the zero row?" in text
    assert "One row by hand" in text


def test_reveal_shows_everything():
    """For instructors who ask for it."""
    assert SECRET in json.dumps(gradescope_json(BASIS, partly("ada"), reveal=True))


def test_a_public_check_shows_what_was_got_and_expected():
    """Nothing about it is secret."""
    made = by_name(gradescope_json(BASIS, partly("ada", hidden=False)))
    assert f"expected {SECRET}" in made["Public Tests"]["output"]
    assert made["Public Tests"]["status"] == "failed"


def test_hidden_checks_wait_for_publication_and_public_ones_do_not():
    """And passing the public checks is never called passing."""
    made = by_name(gradescope_json(BASIS, partly("ada")))
    assert made["q2"]["visibility"] == "after_published"
    assert made["Public Tests"]["visibility"] == "visible"
    assert made["Public Tests"]["output"].endswith("The score also depends on hidden checks.")


def test_an_unreadable_submission_gets_nothing_and_the_reason():
    """0 on every question, and the sentence where the student looks."""
    made = gradescope_json(BASIS, unreadable("ada"))
    tests = by_name(made)
    assert [(tests[q]["score"], tests[q]["max_score"]) for q in ("q1", "q2")] == [(0.0, 2.0), (0.0, 10.0)]
    assert made["output"] == "ada.ipynb cannot be graded: it is empty."


def test_a_failure_of_the_grader_is_otters_autograder_failed():
    """The student is asked to tell the instructor; the score is 0 until it is graded again."""
    made = gradescope_json(BASIS, Grade("ada", "ada", "d", "failed", "The grader failed on this submission (ToolBroke)."))
    assert made["score"] == 0
    assert made["tests"][0]["name"] == "Autograder Failed"
    assert "ToolBroke" in made["tests"][1]["output"] and made["tests"][1]["visibility"] == "hidden"


def test_control_characters_do_not_reach_gradescope():
    """A student's exception text can hold anything."""
    record = wrong("q2", 6.0, hidden=False).record
    verdict = wrong("q2", 6.0, hidden=False)
    hostile = dataclasses.replace(verdict, record=dataclasses.replace(record, message="a\x1b[2Jb\x00\u202ec"))
    made = gradescope_json(BASIS, grade("ada", QuestionResult("q2", 10.0, 4.0, "wrong", (hostile,))))
    output = by_name(made)["q2"]["output"]
    assert "ab\u2400\u27e8U+202E\u27e9c" in output


def test_one_file_per_submission_and_none_of_an_older_run(tmp_path):
    """The folder holds what the store holds."""
    folder = tmp_path / "gradescope"
    folder.mkdir()
    (folder / "gone.json").write_text("{}")
    with Store(tmp_path / "results.sqlite", BASIS) as store:
        for one in (partly("ada"), unreadable("blaise")):
            store.put(one.submission, one)
        write_gradescope(folder, store)
    assert sorted(path.name for path in folder.iterdir()) == ["ada.json", "blaise.json"]
    assert json.loads((folder / "ada.json").read_text()) == gradescope_json(BASIS, partly("ada"))


def test_points_earned_on_right_earlier_functions_are_explained():
    """Beside the question they belong to, with what it would have been."""
    question = QuestionResult("q2", 10.0, 10.0, "passed", (passed("q2", 10.0),), own_earned=4.0, carried=("rotation",))
    made = by_name(gradescope_json(BASIS, grade("ada", question)))
    assert made["q2"]["score"] == 10.0
    assert made["q2"]["output"].endswith("(rotation), because that earns more: 10 instead of 4 points.")
    assert "rotation" not in made["q1"]["output"]
