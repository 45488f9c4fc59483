"""What course platforms hand out is recognised by its marks: whose each submission is, when it came, and what is no submission."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import pytest

from autograder.grading.intake import NOT_HANDED_IN, find_submissions, read_submission
from autograder.grading.limits import IntakeError
from tests.grading import downloads
from tests.grading.notebooks import text, zipped

NAMES = ("a1", "a1_layers_are_motions")


def listing(tmp_path, files, how="folder", names=NAMES):
    given = downloads.as_folder(files, tmp_path / "in") if how == "folder" else downloads.as_archive(files, tmp_path / "in.zip")
    return find_submissions([given], names)


def by_name(found):
    return {one.name: read_submission(one) for one in found.files}


def source(submission):
    return submission.notebook["cells"][0]["source"]


@pytest.fixture(params=["folder", "archive"])
def how(request):
    return request.param


def test_gradescope(tmp_path, how):
    """Submitters, ids and the time in UTC from the metadata; a group is a group; a submission without a notebook gets its record."""
    found = listing(tmp_path, downloads.gradescope(), how)
    made = by_name(found)
    assert "Gradescope (submission_metadata.yml), 3 submissions, 3 with their time, 1 without a notebook" in found.layouts[0]
    assert found.ignored == {NOT_HANDED_IN.format("Gradescope"): ["assignment_9_export/submission_101/helpers.ipynb"]}
    ada, both, carl = made["Ada_Lovelace"], made["Blaise_Pascal_Emmy_Noether"], made["Carl_Gauss"]
    assert source(ada) == "name = 'ada'" and ada.delivery.people == ({"name": "Ada Lovelace", "email": "ada@example.org", "id": "100"},)
    assert [person["id"] for person in both.delivery.people] == ["200", "300"] and both.student == "Blaise Pascal, Emmy Noether"
    assert both.delivery.when == datetime.fromisoformat("2026-10-01T18:00:00-07:00") and both.delivery.submitted.endswith("+00:00")
    assert "only essay.pdf" in carl.problem and "id" not in carl.delivery.people[0]


def test_canvas(tmp_path, how):
    """Name, user's number and LATE from the file's name; what is added when a file is handed in again is no part of it."""
    found = listing(tmp_path, downloads.canvas(), how)
    made = by_name(found)
    assert "Canvas" in found.layouts[0] and "2 marked late, 1 without a notebook" in found.layouts[0]
    assert {name: (one.delivery.late, one.delivery.people and one.delivery.people[0]["canvas_id"]) for name, one in made.items()} == {
        "lovelaceada": (False, "9001"),
        "pascalblaise": (True, "9002"),
        "noetheremmy": (False, "9003"),
        "anon_x9Z3k": (True, ()),
        "zhao_zoe": (False, "9005"),
    }
    assert source(made["zhao_zoe"]) == "name = 'emmy'" and "only noetheremmy" in made["noetheremmy"].problem


def test_moodle(tmp_path, how):
    """Namesakes are told apart by their number; folders and single files both count."""
    made = by_name(listing(tmp_path, downloads.moodle(), how))
    assert set(made) == {"Kim_Lee_501", "Kim_Lee_502", "José_Núñez", "Ada_Lovelace", "Emmy_Noether"}
    assert made["Kim_Lee_501"].student == made["Kim_Lee_502"].student == "Kim Lee"
    assert source(made["Kim_Lee_502"]) == "name = 'blaise'" and made["Emmy_Noether"].problem


def test_nbgrader(tmp_path, how):
    """Only the assignment that is graded; times in the zone that is written, in UTC if none is."""
    found = listing(tmp_path, downloads.nbgrader(), how)
    made = by_name(found)
    assert {name: one.delivery.submitted for name, one in made.items()} == {
        "ada": "2026-09-30T22:00:00.500000+00:00",
        "blaise": "2026-10-01T08:00:00+00:00",
        "emmy": "",
    }
    assert found.ignored == {NOT_HANDED_IN.format("nbgrader"): ["release/a1/a1.ipynb", "submitted/ada/ps2/ps2.ipynb"]}


def test_files_collected_by_hand(tmp_path, how):
    """Attempts and copies belong to one student and stay apart; a name that is only the notebook's is nobody's; the same
    name in two folders is two people."""
    found = listing(tmp_path, downloads.collected(), how)
    assert "files collected by hand, 9 submissions" in found.layouts[0]
    students = {one.name: one.student for one in found.files}
    assert students == {
        "ada": "ada",
        "ada_1": "ada",
        "Copy_of_ada": "ada",
        "blaise_2026_09_30T21_00_00_000001": "blaise",
        "blaise_2026_10_01T21_00_00_000001": "blaise",
        "a1_2026_09_30T22_15_00_123456": "a1_2026_09_30T22_15_00_123456",
        "a1": "emmy",
        "north_kim": "north_kim",
        "south_kim": "south_kim",
    }
    times = {one.name: one.delivery.submitted for one in found.files}
    assert times["blaise_2026_10_01T21_00_00_000001"] == "2026-10-01T21:00:00.000001" and times["ada"] == ""


@pytest.mark.parametrize("wrapped", ["export/", "export/again/"])
def test_a_download_below_a_folder_is_found(tmp_path, wrapped, how):
    """Unpacking often makes a folder around everything."""
    files = {wrapped + name: content for name, content in downloads.canvas().items()}
    assert "Canvas" in listing(tmp_path, files, how).layouts[0]


def test_a_folder_called_submitted_may_be_given_itself(tmp_path):
    """Not only the course folder above it."""
    downloads.as_folder(downloads.nbgrader(), tmp_path)
    assert [one.student for one in find_submissions([tmp_path / "submitted"], NAMES).files] == ["ada", "blaise", "emmy"]


def test_several_assignments_of_other_names_are_ambiguous(tmp_path):
    """Which there are, and what to do."""
    files = {name.replace("/a1/", "/ps1/"): content for name, content in downloads.nbgrader().items()}
    with pytest.raises(IntakeError, match=r"several assignments \(ps1, ps2\).*a1; rename"):
        listing(tmp_path, files)


def test_marks_of_two_platforms_are_ambiguous(tmp_path):
    """Both marks are named, and what to do."""
    with pytest.raises(IntakeError, match=r"marks of Canvas and of Moodle.*a folder of its own"):
        listing(tmp_path, downloads.canvas() | downloads.moodle())


@pytest.mark.parametrize(
    "file, content, words",
    [
        ("submission_metadata.yml", "a: [1\n", "submission_metadata.yml, line 2 is not YAML"),
        ("submission_metadata.yml", "- 1\n", "names no submissions"),
        ("submitted/ada/a1/timestamp.txt", "yesterday", "timestamp.txt: 'yesterday' is not a time"),
        ("submitted/ada/a1/timestamp.txt", "2026-09-30 22:00:00 Europe/Nowhere", "is not a time"),
    ],
)
def test_a_damaged_file_of_the_platform_is_told(tmp_path, file, content, words):
    """In one sentence, before anything is graded."""
    files = downloads.nbgrader() if "submitted" in file else {"submission_1/a1.ipynb": text("x")}
    with pytest.raises(IntakeError, match=words):
        listing(tmp_path, files | {file: content})


def test_what_one_student_packs_is_no_class(tmp_path):
    """Names of members impersonate nobody: an archive among others is one submission, and so is what one person hands in."""
    forged = zipped({"lovelaceada_9001_77001_a1.ipynb": text("0"), "pascalblaise_9002_77002_a1.ipynb": text("0")})
    downloads.as_folder({"ada.ipynb": downloads.ADA, "eve.zip": forged}, tmp_path)
    eve = by_name(find_submissions([tmp_path], NAMES))["eve"]
    assert eve.student == "eve" and "holds 2 notebooks" in eve.problem
    assert len(find_submissions([tmp_path / "ada.ipynb", tmp_path / "eve.zip"], NAMES).files) == 2
    folder = downloads.as_folder(downloads.gradescope(), tmp_path / "handed_in")
    (one, *others) = find_submissions([folder], downloads=False).files
    assert len(others) == 2 and one.delivery.people == ()


def test_names_that_students_choose_change_no_layout(tmp_path):
    """One file called like one of Canvas's, one time stamp, one folder called submitted by Moodle: still collected by hand, or still Moodle."""
    files = {"ada.ipynb": downloads.ADA, "blaise.ipynb": downloads.BLAISE, "emmy.ipynb": downloads.EMMY, "eve_1_2_x.ipynb": downloads.ADA}
    assert "by hand" in listing(tmp_path / "a", files).layouts[0]
    files = {"ada/a1.ipynb": downloads.ADA, "eve/a1/a1.ipynb": downloads.ADA, "eve/a1/timestamp.txt": "now"}
    assert "by hand" in listing(tmp_path / "b", files).layouts[0]
    inside = {"Eve X_9_assignsubmission_file_/submission_metadata.yml": "x: [", "Eve X_9_assignsubmission_file_/a_1_2_a1.ipynb": downloads.ADA}
    assert "Moodle" in listing(tmp_path / "c", downloads.moodle() | inside).layouts[0]


def test_a_file_beside_a_download_is_graded_too(tmp_path):
    """It came by mail, and was put where the others are."""
    found = listing(tmp_path, downloads.canvas() | {"zoe.ipynb": downloads.ADA})
    assert "1 other file" in found.layouts[0] and "zoe" in by_name(found)


def test_hostile_members_of_a_class_harm_nobody(tmp_path):
    """Paths that climb out, links and damaged members: each costs at most its own submission, and nothing is written."""
    files = downloads.moodle() | {"../../Eve X_9_assignsubmission_file_/a1.ipynb": downloads.ADA, "Mal X_8_assignsubmission_file_/a1.zip": b"PK\x03\x04 rubbish"}
    before = set(tmp_path.parent.rglob("*"))
    found = listing(tmp_path, files, "archive")
    made = by_name(found)
    assert "damaged" in made["Mal_X"].problem and source(made["Ada_Lovelace"]) == "name = 'ada'"
    assert set(tmp_path.parent.rglob("*")) - before == {tmp_path / "in.zip"}


def test_delivery_is_stored_with_the_grade_and_changes_no_key():
    """A submission downloaded again with its time is not graded again."""
    from autograder.grading.delivery import Delivery
    from autograder.grading.verdicts import Grade
    from tests.grading.grades import BASIS, grade, submission

    came = Delivery("Gradescope", "2026-10-01T10:00:00+00:00", False, ({"name": "Ada", "id": "100"},))
    one = dataclasses.replace(grade("ada"), delivery=came)
    assert Grade.from_dict(one.to_dict()) == one
    assert BASIS.key(dataclasses.replace(submission("ada"), delivery=came)) == BASIS.key(submission("ada"))
    old = {name: value for name, value in one.to_dict().items() if name != "delivery"}
    assert Grade.from_dict(old).delivery == Delivery()
