"""Stand-ins for the importers of other systems: what each of them accepts, and what it takes a file to mean.

Written after the importers' own sources (Canvas `gradebook_importer.rb`, Moodle `grade/import/csv`, nbgrader
`plugins/export.py`), as far as our files reach.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path


def _rows(path: Path) -> list[list[str]]:
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.reader(stream))


def read_canvas(path: Path, students: list[dict]) -> tuple[str, float, dict[str, float]]:
    """(assignment id or title, points possible, score by Canvas id), or ValueError as Canvas refuses the file."""
    header, *rows = _rows(path)
    if "Student" not in header[0] or "ID" not in header[1] or len(header) <= 3:
        raise ValueError("Canvas: not a gradebook")
    if "Section" not in header:
        raise ValueError("Canvas: no Section column")
    first = header.index("Section") + 1
    (title,) = header[first:]
    number = re.search(r"\((\d+)\)$", title)
    possible, scores = 0.0, {}
    for row in rows:
        if "Points Possible" in row[0]:
            possible = float(row[first])
            continue
        info = dict(zip(header[:first], row, strict=False))
        by = (("ID", "id"), ("SIS User ID", "sis"), ("SIS Login ID", "login"), ("Student", "name"))
        found = [s["id"] for column, key in by if info.get(column) for s in students if s[key] == info[column]]
        if not found:
            raise ValueError(f"Canvas: unknown student {info}")
        scores[found[0]] = float(row[first])
    return (number.group(1) if number else title), possible, scores


def read_moodle(path: Path, users: dict[str, str], column: str) -> tuple[dict[str, float], dict[str, str]]:
    """(grade by user id, feedback by user id), users by id number. One unknown user aborts all, as in Moodle."""
    header, *rows = _rows(path)
    grades, feedback = {}, {}
    for row in rows:
        entry = dict(zip(header, row, strict=True))
        if entry["ID number"] not in users:
            raise ValueError(f"Moodle: user mapping error {entry}")
        user = users[entry["ID number"]]
        if entry[column] not in ("", "-"):
            grades[user] = float(entry[column])
        feedback[user] = entry[f"Feedback: {column}"]
    return grades, feedback


def read_nbgrader(path: Path) -> list[dict]:
    """The rows of a file as `nbgrader export` writes it."""
    header, *rows = _rows(path)
    wanted = "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score"
    if ",".join(header) != wanted:
        raise ValueError(f"nbgrader: unexpected columns {header}")
    return [dict(zip(header, row, strict=True)) for row in rows]
