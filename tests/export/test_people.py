"""Rosters: what is read, who is meant by a name, and what is told when nobody can be chosen."""

import pytest

from autograder.export import ExportError
from autograder.export.people import owners, read_roster


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    "label", ["100", "alovelace", "ADA@example.org", "Ada Lovelace", "lovelace_ada", "Lovelace, Ada", "ada", "adalovelace", "LovelaceAda", "Ada-Lovelace"]
)
def test_a_person_is_found_by_everything_the_roster_says(tmp_path, label):
    """Id, login, email, name in either order, whatever stands between its parts."""
    roster = read_roster(written(tmp_path, "name,id,email,username\nAda Lovelace,100,ada@example.org,alovelace\nBlaise Pascal,200,b@example.org,bp\n"))
    assert roster.find(label).id == "100"


def test_the_submission_column_wins(tmp_path):
    """What the instructor wrote down beats every guess."""
    roster = read_roster(written(tmp_path, "name,id,submission\nAda,1,\nBlaise,2,ada\n"))
    assert roster.find("ada").id == "2"


def test_two_who_fit_are_both_named(tmp_path):
    """Nobody is chosen by chance."""
    roster = read_roster(written(tmp_path, "name,id\nKim Lee,1\nKim Lee,2\n"))
    assert "fits 2 people" in roster.find("kim lee") and "submission" in roster.find("kim lee")


def test_nobody_who_fits_is_a_sentence(tmp_path):
    """It says what to do."""
    assert "name it in the roster's column `submission`" in read_roster(written(tmp_path, "name\nAda\n")).find("zoe")


def test_letters_of_any_script_and_any_composition_are_compared(tmp_path):
    """A decomposed accent or a full-width letter is the same name."""
    roster = read_roster(written(tmp_path, "name,id\nJosé Núñez,1\n王 小明,2\n"))
    assert roster.find("JOSÉ_NÚÑEZ").id == "1"
    assert roster.find("王小明").id == roster.find("王\u3000小明").id == "2"


def test_canvas_gradebook_is_a_roster(tmp_path):
    """Its own ID is not the school's; the line with the points is nobody."""
    text = "Student,ID,SIS User ID,SIS Login ID,Section,a1 (7)\n    Points Possible,,,,,85\n\"Lovelace, Ada\",9001,100,ada,A,\n"
    roster = read_roster(written(tmp_path, text))
    (ada,) = roster.people
    assert (ada.canvas_id, ada.id, ada.username, ada.first_name, ada.last_name) == ("9001", "100", "ada", "Ada", "Lovelace")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_separators_are_found_out(tmp_path, delimiter):
    """Commas, semicolons and tabs; a byte order mark does no harm."""
    text = f"First name{delimiter}Surname{delimiter}Email address\nAda{delimiter}Lovelace{delimiter}ada@example.org\n"
    assert read_roster(written(tmp_path, text, "utf-8-sig")).find("ada lovelace").email == "ada@example.org"


@pytest.mark.parametrize(
    "text, words",
    [
        ("", "empty"),
        ("colour,shape\nred,round\n", "no column names people"),
        ("name,id\n", "names nobody"),
        ("name,id\nAda,1\nBlaise,1\n", "have the same id"),
        ('name,id\n"Ada,1\n', "not a CSV file"),
    ],
)
def test_a_faulty_roster_is_told(tmp_path, text, words):
    """What is wrong, in which file."""
    with pytest.raises(ExportError, match=words):
        read_roster(written(tmp_path, text))


def test_a_roster_in_another_encoding_is_told(tmp_path):
    """Instead of letters that are not there."""
    with pytest.raises(ExportError, match="UTF-8"):
        read_roster(written(tmp_path, "name\nJosé\n", "latin-1"))


def test_without_a_roster_everybody_is_who_the_file_says():
    """The download's name and id where there are any, else the file's."""
    assert [person.name for person in owners(None, "ada-2", "ada", ())] == ["ada"]
    first, second = owners(None, "x", "x", [{"name": "Kim Lee", "number": "501"}]), owners(None, "y", "y", [{"name": "Kim Lee", "number": "502"}])
    assert first != second and first[0].name == second[0].name == "Kim Lee"


ROSTER = "name,id,email,canvas id\nKim Lee,100,kim@example.org,9001\nAda Lovelace,200,ada@example.org,9002\n"


@pytest.mark.parametrize(
    "known, found",
    [
        ({"canvas_id": "9001", "name": "leekim"}, "100"),
        ({"name": "Ada L.", "email": "ADA@example.org"}, "200"),
        ({"name": "Kim Lee", "id": "200", "email": "kim@example.org"}, "fits 2 people"),
        ({"name": "Kim Lee", "canvas_id": "9009"}, "another id or email"),
    ],
)
def test_what_a_platform_says_is_surer_than_a_name(tmp_path, known, found):
    """Ids and emails decide; a namesake of whom the roster knows another id is not chosen."""
    person = read_roster(written(tmp_path, ROSTER)).find("9002", known=known)
    assert found in (person if isinstance(person, str) else person.id)


def test_each_member_of_a_group_is_found(tmp_path):
    """Or told by name."""
    roster = read_roster(written(tmp_path, ROSTER))
    kim, nobody = owners(roster, "x", "x", [{"name": "Kim Lee"}, {"name": "Zoe"}])
    assert kim.id == "100" and nobody.startswith("Zoe: nobody in the roster")
