"""Names of submissions are unique and safe in every file system, and say whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.grading.intake import find_submissions
from autograder.grading.names import safe_name, student_of, unique_names
from tests.grading.notebooks import hand_in, text


@settings(max_examples=200, deadline=None, derandomize=True)
@given(labels=st.lists(st.text(max_size=120), max_size=12))
def test_names_are_unique_and_safe_whatever_the_labels(labels):
    """Also where letter case does not count; never a path, never hidden, never an option, never too long."""
    names = unique_names(labels)
    assert len({name.casefold() for name in names}) == len(labels)
    for name in names:
        assert name and len(name.encode()) <= 90
        assert not set(name) & set("/\\:*?\"<>|\0\n\r\t ")
        assert name[0] not in ".-" and ".." not in name


@pytest.mark.parametrize(
    ("text_", "name"),
    [("ada", "ada"), ("../../etc/passwd", "etc_passwd"), ("-rf", "rf"), ("con", "con_"), ("NUL.txt", "NUL.txt_"), ("e\u0301te\u0301", "\u00e9t\u00e9"), ("\u202eadA", "adA"), ("\ud800", "unnamed"), ("", "unnamed"), ("\u6f22\u5b57", "\u6f22\u5b57")],
)
def test_a_name_stays_readable(text_, name):
    """Letters of any script stay; what file systems and terminals take for something else goes."""
    assert safe_name(text_) == name


@pytest.mark.parametrize(("stem", "student"), [("ada_2026_01_31T12_00_00_123456", "ada"), ("ada", "ada"), ("2026_01_31", "2026_01_31")])
def test_the_time_stamp_of_an_export_is_not_part_of_the_name(stem, student):
    """Only Otter's own pattern at the end is taken off."""
    assert student_of(stem) == student


def listed(folder):
    return [(found.student, found.name) for found in find_submissions([folder]).files]


def test_exports_without_a_student_keep_their_time_stamps(tmp_path):
    """Two exports of a1.ipynb would both be called a1; the full stems tell them apart."""
    stems = ("a1_2026_01_31T12_00_00_123456", "a1_2026_01_31T12_00_00_654321")
    hand_in(tmp_path, **{stem: text("x") for stem in stems})
    assert [student for student, _ in listed(tmp_path)] == list(stems)


def test_the_same_file_name_in_two_folders_is_told_apart_by_the_folder(tmp_path):
    """Course platforms make one folder per student."""
    for student in ("ada", "blaise"):
        hand_in(tmp_path / student, a1=text("x"))
    assert listed(tmp_path) == [("ada_a1", "ada_a1"), ("blaise_a1", "blaise_a1")]


def test_names_that_look_alike_after_cleaning_get_numbers(tmp_path):
    """Two files never share a record, also when only odd characters set them apart."""
    for stem in ("a b", "a?b", "A_B"):
        (tmp_path / f"{stem}.ipynb").write_text(text("x"))
    names = [name for _, name in listed(tmp_path)]
    assert sorted(name.casefold() for name in names) == ["a_b", "a_b-2", "a_b-3"]
