"""The corpus, handed in as one class: every file gets exactly what it says, tells nothing, and leaves nothing behind."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import tempfile
import threading
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from autograder.course import load
from autograder.export import export
from autograder.grade_class import Options, grade_class
from autograder.grading.basis import Basis
from autograder.grading.intake import find_submissions
from autograder.grading.otter_results import gradescope_json
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade
from autograder.report.class_page import sort_script
from autograder.report.csv_file import rows
from autograder.report.progress import summary_object
from autograder.report.student import student_page
from autograder.similar.run import similar
from tests.hostile.cases import CORPUS, Case, cases
from tests.hostile.course import MARK, SOURCES, children, outcome, settled
from tests.tiny_course import write_course

pytestmark = pytest.mark.longest

_JOBS = 4
# Those that wait for the clock get little of it; the others get more than they need on a busy machine.
_PACES = {"hurried": 0.5, "patient": 8.0}
_FORMULA = ("=", "+", "-", "@", "|", "%", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Batch:
    """What grading the corpus left. `names`: case -> name of its record; `outs`: the folders of results."""

    basis: Basis
    names: dict[str, str]
    grades: dict[str, Grade]
    outs: tuple[Path, ...]
    printed: str
    left: dict[str, object]

    def of(self, case: Case) -> Grade:
        """The grade of a case."""
        return self.grades[self.names[case.name]]


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    root, temporary = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("temporary")
    assignment = load(write_course(root, SOURCES), "a9")
    before, before_threads, outs, names, grades, printed = set(children()), set(threading.enumerate()), [], {}, {}, io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(temporary))
        for pace, seconds in _PACES.items():
            folder, out = tmp_path_factory.mktemp("handed_in"), tmp_path_factory.mktemp("out")
            some = {case.file: case for case in cases() if case.hurried == (pace == "hurried")}
            for name, case in some.items():
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(case.content)
            grade_class(assignment, [folder], out, Options(jobs=_JOBS, timeout=seconds, memory_mb=400), printed)
            similar(assignment, out, least=0.1)
            for system in ("csv", "nbgrader"):
                export(out, system)
            names |= {some[os.path.basename(found.path)].name: found.name for found in find_submissions([folder]).files}
            with Store(out / "results.sqlite") as store:
                basis = store.basis
                grades |= {grade.submission: grade for grade in store.grades()}
            outs.append(out)
    left = {
        "processes": settled(lambda: set(children()) - before, set()),
        "threads": settled(lambda: set(threading.enumerate()) - before_threads, set()),
        "temporary": settled(lambda: sorted(temporary.rglob("*")), []),
        "in the course": sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts and str(path.relative_to(root)) not in SOURCES),
        "marks": [place for place in ("/tmp", "/var/tmp", "/dev/shm", "/", str(Path(os.__file__).parent), os.path.expanduser("~")) if os.path.lexists(f"{place}/{MARK}")],
    }
    return Batch(basis, names, grades, tuple(outs), printed.getvalue(), left)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_submission_gets_exactly_what_its_file_says(batch, case):
    """Points and status of every question, or the sentence of the refusal."""
    grade = batch.of(case)
    assert grade.status == ("unreadable" if case.refused else "graded")
    assert outcome(grade) == case.expected
    if case.refused:
        assert grade.problem.partition(" cannot be graded: ")[2] == f"{case.refused}."


@pytest.mark.parametrize("case", [case for case in cases() if case.secret], ids=lambda case: case.name)
def test_a_hidden_call_tells_nothing(batch, case):
    """No text a hidden call chooses reaches the student page, the Gradescope file, the tables or the list of cells."""
    basis, grade = batch.basis, batch.of(case)
    bare = replace(grade, cells=())  # which quote the learner's own source
    told = [student_page(basis, bare), json.dumps(gradescope_json(basis, bare)), str(list(rows(basis, [bare]))), json.dumps(summary_object(bare))]
    assert "SECRET" not in "\n".join(told)
    assert not any("SECRET" in cell.stdout + cell.error for cell in grade.cells)


def test_every_submission_has_one_record(batch):
    """As many records, pages, Gradescope files and groups of rows as files, each under a name of its own."""
    assert len(batch.grades) == len(batch.names) == len(cases())
    pages = [page.stem for out in batch.outs for page in (out / "report" / "students").iterdir()]
    assert sorted(pages) == sorted(path.stem for out in batch.outs for path in (out / "gradescope").iterdir()) == sorted(batch.grades)
    tables = [list(csv.reader((out / "results.csv").open(newline="", encoding="utf-8-sig"))) for out in batch.outs]
    found = [(row[0], row[2]) for table in tables for row in table[1:]]
    assert sorted(found) == sorted((name, question.id) for name in batch.grades for question in batch.basis.questions)


def test_nothing_is_left(batch):
    """No process, thread, temporary file or mark, in no place where one could be left."""
    assert batch.left == {"processes": set(), "threads": set(), "temporary": [], "in the course": [], "marks": []}


def test_the_folders_of_results_hold_results_only(batch):
    """Whatever the submissions were called."""
    for out in batch.outs:
        assert {path.name for path in out.iterdir()} == {"export", "gradescope", "report", "results.csv", "results.sqlite"}
        assert all(re.fullmatch(r"[\w.-]{1,90}", path.stem) for path in (out / "gradescope").iterdir())


class _Elements(HTMLParser):
    """The elements and attributes of a page, and the places its links lead to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.links: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found |= {(tag, ""), *((tag, name) for name, _ in attrs)}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href", "srcset", "data")}


def test_no_page_holds_an_element_that_is_not_ours(batch):
    """Parsed as a browser does, pages have the elements and attributes of pages of harmless submissions, and lead to pages beside them."""
    harmless = [student_page(batch.basis, batch.of(case)) for case in cases("files", "cheating", "lying", "ending", "patching")]
    known = set().union(*(_Elements(page).found for page in harmless))
    assert not {("script", ""), ("img", ""), ("iframe", ""), ("svg", "onload")} & known
    for case in cases():
        page = _Elements(student_page(batch.basis, batch.of(case)))
        assert page.found <= known, case.name
        assert not [link for link in page.links if not re.fullmatch(r"#[\w-]+|\.\./index\.html", link)], case.name
    side_by_side = False
    for out in batch.outs:
        text = (out / "report" / "index.html").read_text(encoding="utf-8")
        text, scripts = re.subn(f"<script>{re.escape(sort_script()[0])}</script>", "", text)  # ours, which sorts the table
        assert scripts == 1
        page = _Elements(text)
        assert not [link for link in page.links if not re.fullmatch(r"#[\w-]+|students/[\w.%-]+\.html(#q\d)?", link)]
        pairs = _Elements((out / "report" / "similar.html").read_text(encoding="utf-8"))
        side_by_side |= ("pre", "") in pairs.found
        assert not {tag for tag, _ in page.found | pairs.found} & {"script", "img", "iframe", "object", "base", "form"}
        assert not [name for _, name in page.found | pairs.found if name.startswith("on")]
    assert side_by_side


def test_no_text_acts_on_page_terminal_or_file(batch):
    """Nothing that is written holds a control, bidi or invisible character."""
    texts = {"terminal": batch.printed}
    for out in batch.outs:
        for path in [*out.rglob("*.html"), *out.rglob("*.csv")]:
            texts[path.name] = path.read_text(encoding="utf-8-sig")
        for path in out.rglob("*.json"):
            texts[path.name] = "\n".join(_strings(json.loads(path.read_text(encoding="utf-8"))))
    for name, text in texts.items():
        assert {char for char in set(text) - {"\n", "\t"} if not char.isprintable()} <= ({"\r"} if name.endswith(".csv") else set()), name


def test_no_cell_of_a_table_is_a_formula(batch):
    """As many cells in each row as in the first, and none begins like a formula; nor in what is exported."""
    tables = [path for out in batch.outs for path in out.rglob("*.csv")]
    assert len(tables) >= 3 * len(batch.outs)
    for path in tables:
        head, *rest = csv.reader(path.open(newline="", encoding="utf-8-sig"))
        assert {len(row) for row in rest} <= {len(head)}, path
        assert not [cell for row in rest for cell in row if cell.startswith(_FORMULA)], path


def test_gradescope_takes_every_text_as_text(batch):
    """Its formats html and md, in which text could act, are never asked for."""
    for out in batch.outs:
        for path in (out / "gradescope").iterdir():
            made = json.loads(path.read_text(encoding="utf-8"))
            assert {test.get(name, "text") for test in [made, *made["tests"]] for name in ("output_format", "name_format", "test_output_format", "test_name_format")} == {"text"}


def test_the_right_notebook_of_the_corpus_is_right(batch):
    """A case that changes nothing has all points, so that those without them lost them by what they do."""
    untouched = [case for case in cases() if not case.refused and not {name for name, _ in case.changes} & {"q1", "q3", "q4"}]
    assert len(untouched) > 20 and all(batch.of(case).earned == 12.0 for case in untouched)


def test_the_table_names_every_file():
    """README.md lists the items an attacker may try against the files that try them, every file once or more."""
    table = CORPUS.parent.joinpath("README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`(\w+/\w+)`", table))
    assert listed == {case.name for case in cases()}


def test_every_file_says_what_it_tries():
    """One sentence each, and no two the same."""
    sentences = [case.tries for case in cases()]
    assert all(re.fullmatch(r"[A-Z].*[.]", sentence) for sentence in sentences)
    assert len(set(sentences)) == len(sentences)


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in _strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in _strings(part)]
    return [value] if isinstance(value, str) else []
