"""Written answers are found wherever in their question they were typed, and nothing else is taken for one."""

import base64
import json
from dataclasses import replace

import pytest

from autograder.course import find_root, load, student_notebook
from autograder.grading.answers import answers_in
from autograder.grading.digests import digest_of_cells
from autograder.grading.limits import IntakeLimits
from autograder.grading.notebook_json import parse_notebook
from autograder.grading.verdicts import Grade, WrittenAnswer

LIMITS = IntakeLimits()


@pytest.fixture(scope="module")
def a5():
    """An assignment with two written questions, each with a cell for computations."""
    return load(find_root(), "a5")


def handed_in(assignment, edit=lambda cells: None, limits=LIMITS):
    """The reduced notebook of a learner who did `edit` to the cells as released."""
    notebook = student_notebook(assignment)
    edit(notebook["cells"])
    return parse_notebook(json.dumps(notebook).encode(), limits)


def rooms(cells):
    """The places of the cells to type answers in."""
    return [number for number, cell in enumerate(cells) if "answer" in cell["metadata"].get("tags", ())]


def markdown(source, **more):
    return {"cell_type": "markdown", "id": "new", "metadata": {}, "source": source, **more}


def texts(assignment, edit, limits=LIMITS):
    return [answer.text for answer in answers_in(assignment, handed_in(assignment, edit, limits))]


def test_as_released_every_answer_is_empty(a5):
    """The line that says where to write is not an answer."""
    assert texts(a5, lambda cells: None) == ["", ""]


def test_typed_in_place_of_the_line(a5):
    """The usual case."""

    def edit(cells):
        for number, place in enumerate(rooms(cells)):
            cells[place]["source"] = f"Because of step {number}."

    assert texts(a5, edit) == ["Because of step 0.", "Because of step 1."]


def test_typed_below_the_line_and_in_new_cells(a5):
    """The line stays where it was; a new cell below and one above belong to the answer as well."""

    def edit(cells):
        place = rooms(cells)[0]
        cells[place]["source"] += "\n\nIn the middle."
        cells.insert(place + 1, markdown("At the end."))
        cells.insert(place, markdown("At the beginning."))

    assert texts(a5, edit) == ["At the beginning.\n\nIn the middle.\n\nAt the end.", ""]


def test_typed_into_the_question_itself(a5):
    """Only what was added to it counts."""

    def edit(cells):
        (place,) = [number for number, cell in enumerate(cells) if cell["source"].startswith("## q17")]
        cells[place]["source"] += "\n\nDear author, it was the penalty."

    assert texts(a5, edit) == ["", "Dear author, it was the penalty."]


def test_a_note_in_another_question_is_no_answer(a5):
    """Markdown in a question that code checks, and after the last question, belongs to no answer."""

    def edit(cells):
        (place,) = [number for number, cell in enumerate(cells) if cell["source"].startswith("## q2 ")]
        cells.insert(place + 1, markdown("A note to myself."))
        cells.append(markdown("Thank you."))

    assert texts(a5, edit) == ["", ""]


def test_without_ids_and_headings_answers_come_in_order(a5):
    """Cells tagged as answers are enough."""

    def edit(cells):
        cells[:] = [cell for cell in cells if cell["cell_type"] == "code"]
        for text in ("first", "second"):
            cells.append(markdown(text, metadata={"tags": ["answer"]}))

    assert texts(a5, edit) == ["first", "second"]


def test_released_lines_may_be_quoted(a5):
    """A learner who repeats a line of the question in the answer keeps it."""
    line = "## What the theorem says, and what it does not"

    def edit(cells):
        cells[rooms(cells)[0]]["source"] = f"{line}\n\nIt says little."

    assert texts(a5, edit)[0] == f"{line}\n\nIt says little."


def test_code_of_the_question_is_found(a5):
    """Own cells from the heading on; the cell as released and other questions' cells are left out."""

    def edit(cells):
        first, second = rooms(cells)
        cells[second - 1]["source"] = "explosion_report(0.01, 0.003, False)"

    reduced = handed_in(a5, edit)
    first, second = answers_in(a5, reduced)
    code = [cell["source"] for cell in reduced["cells"] if cell["cell_type"] == "code"]
    assert first.cells == () and [code[number] for number in second.cells] == ["explosion_report(0.01, 0.003, False)"]


def test_small_pictures_come_along_and_change_the_digest(a5):
    """PNG and JPEG only, up to a size and a number; another picture is another submission."""
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(40)).decode()
    bundle = {"a.png": {"image/png": picture}, "b.svg": {"image/svg+xml": "<svg/>"}, "c.png": {"image/png": picture * 99}, "d": 7}

    def edit(cells):
        cells[rooms(cells)[0]] |= {"source": "![a](attachment:a.png)", "attachments": bundle}

    reduced = handed_in(a5, edit, replace(LIMITS, image_bytes=1000))
    assert answers_in(a5, reduced)[0].images == (("a.png", "image/png", picture),)
    bundle["a.png"]["image/png"] = picture[4:]
    assert digest_of_cells(handed_in(a5, edit, replace(LIMITS, image_bytes=1000))["cells"]) != digest_of_cells(reduced["cells"])


def test_endless_prose_is_cut_and_costs_no_code(a5):
    """Megabytes in a markdown cell are left out, the code stays."""

    def edit(cells):
        cells[rooms(cells)[1]]["source"] = "x" * 100_000

    whole, cut = handed_in(a5, edit), handed_in(a5, edit, replace(LIMITS, prose_characters=50_000))
    assert sum(len(cell["source"]) for cell in cut["cells"] if cell["cell_type"] == "markdown") == 50_000
    assert [c for c in cut["cells"] if c["cell_type"] == "code"] == [c for c in whole["cells"] if c["cell_type"] == "code"]
    assert answers_in(a5, whole)[1].text.endswith("[cut: 100,000 characters in all]")


def test_answers_survive_storage():
    """A grade with answers comes back equal, and one stored before answers were kept has none."""
    grade = Grade("ada", "ada", "d", "graded", answers=(WrittenAnswer("q2", "why", (("a.png", "image/png", "aa"),), (3,)),))
    stored = json.loads(json.dumps(grade.to_dict()))
    assert Grade.from_dict(stored) == grade
    del stored["answers"]
    assert Grade.from_dict(stored) == replace(grade, answers=())


def test_below_the_first_of_two_like_lines():
    """The line that says where to write is the same in both questions of a2: a cell below the first answers the first."""
    a2 = load(find_root(), "a2")

    def edit(cells):
        cells.insert(rooms(cells)[0] + 1, markdown("A dog on a bus."))

    assert texts(a2, edit) == ["A dog on a bus.", ""]
