"""What a learner's notebook file says about its questions, for every assignment; and files that are no notebooks."""

import json

import pytest

from autograder.course import student_notebook
from autograder.saved_notebook import questions_in_file, saved_questions
from tests.course.notebooks import IDS, assignment


@pytest.mark.parametrize("name", IDS)
def test_every_question_is_found(name):
    """Ids, titles and points are those of the course, and no answer counts as written before somebody wrote it."""
    course = assignment(name)
    found = saved_questions(student_notebook(course))
    assert [(one.id, one.title, one.points) for one in found] == [(one.id, one.title, one.points) for one in course.questions]
    assert [one.answered for one in found] == [False if one.manual else None for one in course.questions]


@pytest.mark.parametrize("name", IDS)
def test_a_text_counts_once_it_is_another(name):
    """Adding a word is an answer; adding white space, or taking everything away, is not."""
    notebook = student_notebook(assignment(name))
    cells = [cell for cell in notebook["cells"] if "answer" in cell["metadata"].get("tags", ())]
    for change, answered in ((" \n\n", False), ("", False), ("\nbecause", True)):
        for cell in cells:
            cell["source"] = [cell["source"] + change] if isinstance(cell["source"], str) else [*cell["source"], change]
        assert {one.answered for one in saved_questions(notebook)} - {None} <= {answered}
    for cell in cells:
        cell["source"] = []
    assert True not in {one.answered for one in saved_questions(notebook)}


@pytest.mark.parametrize("content", [None, "", "{", "[]", "7", json.dumps({"cells": 3}), json.dumps({"cells": [{}, {"cell_type": "markdown"}]})])
def test_other_files_have_no_questions(tmp_path, content):
    """A file that is missing, broken or something else is passed over."""
    path = tmp_path / "a1.ipynb"
    if content is not None:
        path.write_text(content)
    assert questions_in_file(path) == ()
    assert questions_in_file(None) == ()
