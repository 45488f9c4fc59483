"""The rubric of a written question, read from the instructors' guide.

    ## q12: rubric (15 points)             the heading names the question and says "rubric"

    **Claim 1, midpoints: 9 points**       a line in bold groups the tables below it; may be left out

    | points | for |                       first column: the points of the line, or "2 each, three of them"
    |---|---|
    | 3 | an argument for every W and b |

"(15 points, 5 for each part)" in the heading with "points of each part" over the table repeats the table for the parts
(a), (b), (c). Where no table has points, each row of the first table is a line, and all are worth the same. What stands
under a lower heading, such as sample answers, is shown to the grader and holds no points.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from autograder.course import Assignment, Question

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NUMBER_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_POINTS = re.compile(r"(?P<points>\d+(?:\.\d+)?)(?: each(?:, (?P<count>\w+)(?: of them)?)?)?$")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a rubric: most points, and what they are for, in Markdown. `group` is the heading it stands under."""

    points: float
    text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Rubric:
    """What a written question is held against.

    `notes` is the guide's whole section, in Markdown, sample answers included. If the guide has no usable rubric,
    `problem` says why and what to write, and there is one item with all points.
    """

    question: str
    items: tuple[Item, ...]
    notes: str = ""
    problem: str = ""

    @property
    def digest(self) -> str:
        """Changes with the points and the words of its lines."""
        return hashlib.sha256(json.dumps([[item.points, item.text] for item in self.items]).encode()).hexdigest()


class _Fault(Exception):
    """Why a section is no rubric, as the end of a sentence."""


def read_rubric(assignment: Assignment, question: Question) -> Rubric:
    """The rubric of `question` in the guide of its assignment; never raises for what the guide says."""
    path = assignment.private_dir / "guide.md" if assignment.private_dir else None
    place = f"solutions/{assignment.slug}/guide.md"
    wanted = f"write a heading such as `## {question.id}: rubric ({question.points:g} points)` and a table `| points | for |` below it"
    if path is None or not path.is_file():
        return _whole(question, "", f"{place} is missing: {wanted}")
    line, title, section = _section(path.read_text(encoding="utf-8"), question.id)
    if not title:
        return _whole(question, "", f"{place} has no rubric for {question.id}: {wanted}")
    try:
        return Rubric(question.id, tuple(_items(title, section, question.points)), section)
    except _Fault as fault:
        return _whole(question, section, f"{place}, line {line}: {fault}")


def _whole(question: Question, notes: str, problem: str) -> Rubric:
    return Rubric(question.id, (Item(float(question.points), "The whole answer"),), notes, problem)


def _section(text: str, question: str) -> tuple[int, str, str]:
    """Line number, heading and text of the section that holds the rubric of a question; (0, "", "") if there is none."""
    tokens, lines = _parser().parse(text), text.splitlines()
    headings = [
        (token.map[0], int(token.tag[1:]), tokens[number + 1].content) for number, token in enumerate(tokens) if token.type == "heading_open"
    ]
    for number, (line, level, title) in enumerate(headings):
        if re.search(r"\brubric\b", title, re.I) and re.search(rf"\b{re.escape(question)}\b", title):
            end = next((start for start, other, _ in headings[number + 1 :] if other <= level), len(lines))
            return line + 1, title, "\n".join(lines[line + 1 : end]).strip()
    return 0, "", ""


def _items(title: str, section: str, possible: float) -> Iterator[Item]:
    tables = list(_tables(section))
    scored = [table for table in tables if "points" in table[1].lower()]
    if not scored:
        made = _equal(tables, possible)
    elif "each part" in scored[0][1].lower():
        made = _repeated(title, scored, possible)
    else:
        made = [item for group, _, rows in scored for row in rows for item in _lines(group, row)]
    total = sum(item.points for item in made)
    if abs(total - possible) > 1e-9:
        raise _Fault(f"the points of the rubric add up to {total:g}, and the question has {possible:g}: correct the table")
    yield from made


def _equal(tables: list[tuple[str, str, list[list[str]]]], possible: float) -> list[Item]:
    if not tables or not tables[0][2]:
        raise _Fault("there is no table: its first column must be called points")
    group, _, rows = tables[0]
    return [Item(possible / len(rows), ": ".join(filter(None, (", ".join(row[:2]), *row[2:]))), group) for row in rows]


def _repeated(title: str, tables: list, possible: float) -> list[Item]:
    worth = re.search(r"(\d+(?:\.\d+)?) for each part", title)
    if not worth or not float(worth[1]) or possible % float(worth[1]):
        raise _Fault(f'the heading must say how the {possible:g} points are shared, such as "(15 points, 5 for each part)"')
    parts = [f"({chr(ord('a') + number)})" for number in range(round(possible / float(worth[1])))]
    return [item for part in parts for _, _, rows in tables for row in rows for item in _lines(part, row)]


def _lines(group: str, row: list[str]) -> Iterator[Item]:
    found = _POINTS.match(row[0])
    if not found or len(row) < 2:
        raise _Fault(f'"{row[0]}" is no number of points, such as 2 or "2 each, three of them"')
    word = found["count"]
    if word and word not in _NUMBER_WORDS and not word.isdigit():
        raise _Fault(f'"{row[0]}": write the number of lines as a word up to nine or in digits')
    count = int(word) if word and word.isdigit() else _NUMBER_WORDS.index(word) if word else 1
    for number in range(1, count + 1):
        yield Item(float(found["points"]), (f"{number} of {count}: " if count > 1 else "") + row[1], group)


def _tables(section: str) -> Iterator[tuple[str, str, list[list[str]]]]:
    """(the line in bold above it, first column's name, rows of cells in Markdown) of each table before a lower heading."""
    group, rows, in_head = "", [], False
    for token, content in _with_content(section):
        if token.type == "heading_open":
            return
        if token.type == "paragraph_open" and (bold := re.fullmatch(r"\*\*(.+)\*\*", content.strip())):
            group = bold[1]
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(content.strip())
        elif token.type == "table_close":
            yield group, rows[0][0] if rows and rows[0] else "", rows[1:]


def _with_content(section: str) -> Iterator[tuple[Token, str]]:
    tokens = _parser().parse(section)
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        yield token, following.content if following is not None and following.type == "inline" else ""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")
