"""Stand-ins for the importers of other systems: what each of them accepts, and what it takes a file to mean.

Written after the importers' own sources and documentation (Canvas `gradebook_importer.rb`, Moodle `grade/import/csv`,
nbgrader `plugins/export.py`, Gradescope's autograder specifications), as far as our files reach.
"""

from __future__ import annotations

import csv
import json
import re
from datetime import datetime
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
    entries = [dict(zip(header, row, strict=True)) for row in rows]
    for entry in entries:
        if entry["timestamp"] and datetime.fromisoformat(entry["timestamp"]).tzinfo is not None:
            raise ValueError(f"nbgrader: times are in UTC and do not say so: {entry['timestamp']}")
        if not 0 <= float(entry["score"]) <= float(entry["max_score"]):
            raise ValueError(f"nbgrader: a score outside of its range: {entry}")
    return entries


_GRADESCOPE_TESTS = {
    "score": (int, float), "max_score": (int, float), "name": str, "number": str, "output": str, "tags": list, "visibility": str,
    "status": str, "extra_data": dict, "name_format": str, "output_format": str,
}  # fmt: skip
_VISIBILITY = ("hidden", "after_due_date", "after_published", "visible")


def read_gradescope(path: Path) -> tuple[float, dict[str, float]]:
    """(score, score by test) of a results.json, or ValueError where Gradescope's specification is not kept."""
    data = json.loads(path.read_text(encoding="utf-8"))
    scores = {}
    for test in data["tests"]:
        for key, value in test.items():
            if key not in _GRADESCOPE_TESTS or not isinstance(value, _GRADESCOPE_TESTS[key]):
                raise ValueError(f"Gradescope: {key!r} is {value!r}")
        if test.get("visibility", "visible") not in _VISIBILITY or test.get("status", "passed") not in ("passed", "failed"):
            raise ValueError(f"Gradescope: {test}")
        if "score" in test:
            scores[test["name"]] = float(test["score"])
    if "score" not in data and not scores:
        raise ValueError("Gradescope: neither a score nor tests with scores")
    if data.get("visibility", "visible") not in _VISIBILITY or data.get("stdout_visibility", "visible") not in _VISIBILITY:
        raise ValueError("Gradescope: an unknown visibility")
    return float(data["score"]) if "score" in data else sum(scores.values()), scores


def read_plain(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    """The rows of our own CSV, by (student id or name, question)."""
    header, *rows = _rows(path)
    entries = [dict(zip(header, row, strict=True)) for row in rows]
    return {(entry["student_id"] or entry["name"], entry["question"]): entry for entry in entries}
