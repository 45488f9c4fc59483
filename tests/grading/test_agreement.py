"""A diagnosis is believed when two failed checks agree on it."""

from autograder.checking import Record
from autograder.grading.agreement import agreed


def record(relation):
    """A failed check with a diagnosis."""
    return Record(kind="value", message="m", mistake=f"named {relation}" if relation else "", hints=("a?",) if relation else (), relation=relation)


def relations(*given):
    """What is left of the relations of a question's failed checks."""
    return [one.relation for one in agreed([record(relation) for relation in given])]


def test_two_checks_that_agree_are_believed():
    """The common relation stays, a different one goes."""
    assert relations("sign", "", "sign", "transpose") == ["sign", "", "sign", ""]


def test_relations_that_stand_alone_are_not():
    """Where every check says something else, nothing is said: neither name nor hints."""
    told = agreed([record("sign"), record("transpose")])
    assert [(one.relation, one.mistake, one.hints) for one in told] == [("", "", ()), ("", "", ())]


def test_an_only_failed_check_is_believed():
    """A question with a single failed check has nothing to compare with."""
    assert relations("sign") == ["sign"]


def test_records_without_diagnosis_stay():
    """What a check itself says is left alone."""
    assert relations("", "") == ["", ""]


def test_what_cannot_be_an_accident_stands_alone():
    """Some relations need many numbers or a second call to hold: one check is enough."""
    assert relations("state", "transpose", "line.rows.factor") == ["state", "", "line.rows.factor"]
