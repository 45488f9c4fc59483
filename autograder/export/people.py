"""The roster: who is in the class, and which submission belongs to whom."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from autograder.export.errors import ExportError

# What the columns are called in our documentation and in the rosters that Canvas, Moodle and Gradescope give out.
_COLUMNS = {
    "submission": ("submission", "file"),
    "id": ("id", "student id", "student_id", "id number", "sid", "sis user id"),
    "username": ("username", "login", "sis login id"),
    "email": ("email", "email address", "e-mail"),
    "first_name": ("first name", "first_name", "firstname", "given name"),
    "last_name": ("last name", "last_name", "lastname", "surname", "family name"),
    "name": ("name", "student", "full name"),
    "section": ("section",),
    "canvas_id": ("canvas id", "canvas_id"),
}
_BOOKKEEPING = ("points possible", "student, test")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the class, as the roster names them; "" for what it does not say."""

    name: str = ""
    id: str = ""
    email: str = ""
    username: str = ""
    first_name: str = ""
    last_name: str = ""
    section: str = ""
    canvas_id: str = ""
    submission: str = ""

    @property
    def shown(self) -> str:
        """The name, or whatever else the roster has."""
        return self.name or self.email or self.username or self.id or self.submission


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody in the class, and for each way of naming a person who is meant by it, the surest way first."""

    people: tuple[Person, ...]
    tiers: tuple[Mapping[str, tuple[int, ...]], ...]

    def find(self, *labels: str, known: Mapping[str, str] = MappingProxyType({})) -> Person | str:
        """The one person that a label names, or a sentence that says why nobody can be chosen.

        Args:
            known: what a platform's download says: name, id, email, canvas_id. It is surer than any label, and nobody of
                whom the roster says otherwise is chosen.
        """
        sure = {field: known[field].casefold() for field in ("canvas_id", "id", "email") if known.get(field)}
        keys = [key for key in map(folded, (*labels, known.get("name", ""))) if key]
        tiers = [{key: numbers for key, numbers in tier.items() if key in keys} for tier in self.tiers]
        tiers.insert(1, {"": tuple(number for number, person in enumerate(self.people) if any(_says(person, *one) for one in sure.items()))})
        for tier in tiers:
            named = sorted({number for numbers in tier.values() for number in numbers})
            found = [number for number in named if tier is tiers[0] or not _contradicts(self.people[number], sure)]
            if named and not found:
                other = self.people[named[0]].shown
                return f"has the name of {other}, of whom the roster knows another id or email; name it in the roster's column `submission`"
            if len(found) == 1:
                return self.people[found[0]]
            if found:
                named = ", ".join(self.people[number].shown for number in found[:4])
                return f"fits {len(found)} people of the roster: {named}; name the submission in the roster's column `submission`"
        return "nobody in the roster has this name, id, user name or email; name it in the roster's column `submission`"


def _says(person: Person, field: str, value: str) -> bool:
    return getattr(person, field).casefold() == value


def _contradicts(person: Person, sure: Mapping[str, str]) -> bool:
    """Whether the roster knows other ids of a person, and none of these: somebody else of that name."""
    told = [field for field in sure if getattr(person, field)]
    return bool(told) and not any(_says(person, field, sure[field]) for field in told)


def folded(text: str) -> str:
    """What of a name is compared: letters and digits in lower case, whatever stands between them, as one space.

    >>> folded(" Lovelace,  ADA ")
    'lovelace ada'
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))


def read_roster(path: Path) -> Roster:
    """Read a roster: a CSV file with a header, separated by commas, semicolons or tabs.

    Known columns, in any order and letter case: name (or first name and last name), id, email, username, section,
    submission, canvas id; also as Canvas, Moodle and Gradescope export them. Others are left aside.

    Raises:
        ExportError: the file cannot be read, has no column that names people, or names two people alike.
    """
    rows = _rows(path)
    if not rows:
        raise ExportError(f"{path}: the roster is empty; its first line must name the columns, such as name,id,email")
    columns = _known_columns(rows[0])
    if not set(columns) & {"id", "username", "email", "name", "last_name", "submission"}:
        raise ExportError(f"{path}, line 1: no column names people; there is {', '.join(rows[0]) or 'nothing'}, known are {', '.join(_COLUMNS)}")
    people = []
    for row in rows[1:]:
        values = {field: row[number].strip() for field, number in columns.items() if number < len(row)}
        if any(values.values()) and not values.get("name", "").casefold().startswith(_BOOKKEEPING):
            people.append(_person(values))
    if not people:
        raise ExportError(f"{path}: the roster names nobody; below its header must be one line per person")
    _refuse_doubles(path, people)
    return Roster(tuple(people), _tiers(people))


def _rows(path: Path) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ExportError(f"{path}: the roster cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ExportError(f"{path}: the roster is not UTF-8 text; save it as CSV UTF-8") from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if any(map(str.strip, row))]
    except csv.Error as error:
        raise ExportError(f"{path}: the roster is not a CSV file ({error})") from error


def _known_columns(header: list[str]) -> dict[str, int]:
    """Field -> number of its column. In a Canvas gradebook `ID` is Canvas's own, and the school's is `SIS User ID`."""
    names = [" ".join(name.split()).casefold() for name in header]
    found: dict[str, int] = {}
    if "sis user id" in names:
        found["id"] = names.index("sis user id")
        if "id" in names:
            found["canvas_id"] = names.index("id")
    for field, known in _COLUMNS.items():
        for name in known:
            if field not in found and name in names:
                found[field] = names.index(name)
    return found


def _person(values: dict[str, str]) -> Person:
    first, last, name = (values.get(field, "") for field in ("first_name", "last_name", "name"))
    if not name:
        name = f"{first} {last}".strip()
    elif not (first or last):
        if "," in name:
            last, _, first = (part.strip() for part in name.partition(","))
        elif " " in name:
            first, _, last = name.rpartition(" ")
    return Person(**{**values, "name": name, "first_name": first, "last_name": last})


def _refuse_doubles(path: Path, people: list[Person]) -> None:
    for field in ("id", "username", "email", "submission"):
        seen: dict[str, Person] = {}
        for person in people:
            value = getattr(person, field).casefold()
            if value and value in seen:
                raise ExportError(f"{path}: {seen[value].shown} and {person.shown} have the same {field}, {value!r}")
            seen[value] = person


def _tiers(people: list[Person]) -> tuple[dict[str, tuple[int, ...]], ...]:
    def tier(*labels_of) -> dict[str, tuple[int, ...]]:
        made = defaultdict(set)
        for number, person in enumerate(people):
            for label in labels_of:
                key = folded(label(person))
                if key:
                    made[key].add(number)
        return {key: tuple(sorted(numbers)) for key, numbers in made.items()}

    return (
        tier(lambda p: p.submission),
        tier(lambda p: p.id, lambda p: p.username, lambda p: p.email, lambda p: p.canvas_id),
        tier(lambda p: p.name, lambda p: f"{p.first_name} {p.last_name}", lambda p: f"{p.last_name} {p.first_name}"),
        tier(
            lambda p: p.email.partition("@")[0],
            lambda p: folded(p.name).replace(" ", ""),
            lambda p: folded(p.first_name + p.last_name).replace(" ", ""),
            lambda p: folded(p.last_name + p.first_name).replace(" ", ""),
        ),
    )


def owners(roster: Roster | None, submission: str, student: str, people: Sequence[Mapping[str, str]]) -> list[Person | str]:
    """Whose a submission is: one person or the members of a group; a sentence for each who cannot be found in the roster.

    Args:
        roster: None if there is none; then everybody is who the download or the file says.
        submission, student: what the submission is called. people: whom the platform's download names.
    """
    if roster is None:
        named = [Person(**{"id": one.get("number", ""), **_fields(one)}) for one in people]
        return [*named] or [Person(name=student, submission=student)]
    if len(people) > 1:
        return [found if isinstance(found := roster.find(known=one), Person) else f"{Person(**_fields(one)).shown}: {found}" for one in people]
    return [roster.find(submission, student, known=people[0] if people else {})]


def _fields(known: Mapping[str, str]) -> dict[str, str]:
    return {field: known[field] for field in ("name", "id", "email", "canvas_id") if field in known}
