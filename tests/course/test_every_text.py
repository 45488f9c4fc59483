"""What holds for the words of every assignment: docstrings, examples, tables, the places that hints name, the guide."""

import ast
import doctest
import inspect
import re

import numpy as np
import pytest

from autograder.written.facts import read_facts
from autograder.written.numbers import numbers_in
from autograder.written.rubric import read_rubric
from tests.course.notebooks import IDS, assignment, text_of

pytestmark = pytest.mark.parametrize("name", IDS)

# Words of a third hint, and what stands in the text of the question it names.
SIGNS = {
    r"worked (number|example)": r"\*\*A worked (number|example)",
    r"docstring": r'"""',
    r"ormula in the docstring": r"Formula:|\w = \w",
    r"docstring.*Returns|Returns.*docstring": r"Returns ",
    r"docstring.*ValueError|ValueError.*docstring": r"Raises ValueError",
    r"xample in the docstring": r">>> ",
    r"\blist\b": r"(?m)^(- |1\. )",
    r"\btables?\b(?<!notation table)": r"\|---\|",
}


@pytest.fixture
def course(name):
    """The assignment with its private half."""
    return assignment(name)


@pytest.fixture
def guide(course):
    """The instructors' guide."""
    return (course.private_dir / "guide.md").read_text(encoding="utf-8")


def test_stub_documents_what_the_reference_does(course):
    """Signature and docstring of every stub are those of the reference."""
    for question in course.graded:
        names = {"np": np}
        exec(course.stub_source(question.id), names)
        for function in question.functions:
            right = getattr(course.reference, function)
            assert inspect.signature(names[function]) == inspect.signature(right)
            assert inspect.getdoc(names[function]) == inspect.getdoc(right)


def test_stub_names_its_question(course):
    """Calling an unfinished stub says which question it is and what to write."""
    for question in course.graded:
        names = {"np": np}
        exec(course.stub_source(question.id), names)
        for function in question.functions if question.points else ():
            with pytest.raises(NotImplementedError, match=f"^{question.id}: write {function}"):
                names[function](*inspect.signature(names[function]).parameters)


def test_examples_in_docstrings_are_true(course):
    """Every function that learners write has an example, and every example gives what it says."""
    runner, finder = doctest.DocTestRunner(), doctest.DocTestFinder()
    for function in course.functions:
        assert inspect.getdoc(getattr(course.reference, function)).count(">>> "), function
    # Not testmod: it finds nothing once another test has loaded the assignment again.
    for example in finder.find(course.reference, "reference", module=False, globs=dict(vars(course.reference))):
        runner.run(example)
    assert runner.summarize(verbose=False).failed == 0


def test_helpers_handed_out_are_those_of_the_reference(course):
    """A function that a setup cell and the reference both define has the same source in both."""
    for cell in course.cells:
        for node in ast.parse(cell.source).body if "setup" in cell.tags else ():
            if isinstance(node, ast.FunctionDef) and hasattr(course.reference, node.name):
                assert ast.unparse(node) == ast.unparse(ast.parse(inspect.getsource(getattr(course.reference, node.name)))), node.name


def test_every_row_of_the_notation_table_has_four_cells(course):
    """Code, mathematics, shape and meaning, for every symbol."""
    (table,) = [cell.source for cell in course.cells if "| code | mathematics |" in cell.source]
    rows = [line for line in table.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {5}


def test_hints_point_at_places_that_exist(course):
    """The third hint of every mistake names a place, and what it speaks of stands there."""
    cells = [cell.source for cell in course.cells]
    for entry in course.mistakes:
        place = entry.hints[2]
        named = re.findall(r"\bq\d+\b", place)
        sections = [q.id for title in re.findall(r"Section '([^']+)'", place) for q in course.questions if q.title.startswith(title)]
        assert set(named) <= {question.id for question in course.questions}, place
        assert len(sections) == place.count("Section '"), place
        texts = [text_of(course, question) for question in [*named, *sections] or [course.question_of(entry.function).id]]
        if re.search(r"notation table|conventions at the top", place, re.IGNORECASE):
            texts += [source for source in cells if source.startswith("## Conventions")]
        else:
            assert named or sections or re.search(r"docstring|public check", place), place
        text = " ".join(" ".join(texts).split())
        for words, sign in SIGNS.items():
            if re.search(words, place) and "np." not in place:
                assert re.search(sign, "\n".join(texts)), (place, sign)
        for topic in re.findall(r"paragraph (?:on|about) (.+?)(?:\.$|,| in q\d)", place):
            assert f"**{topic}" in text or f"**{topic[0].upper()}{topic[1:]}" in text, place


def test_prose_has_no_line_that_is_the_answer(course):
    """No cell but the stubs computes what a stub asks for by the reference's own last line."""
    prose = "\n".join(cell.source for cell in course.cells if "stub" not in cell.tags)
    for question in course.graded:
        for function in question.functions if question.points else ():
            last = ast.parse(inspect.getsource(getattr(course.reference, function))).body[0].body[-1]
            computes = any(isinstance(node, ast.BinOp | ast.Call | ast.Compare) for node in ast.walk(last))
            assert not computes or ast.unparse(last) not in prose, function


def test_guide_names_the_mistakes_of_every_question(course, guide):
    """Under "Common errors" every question names all its mistakes, each as a group's member once, and none that does not exist."""
    section = guide.split("## Common errors")[1].split("\n## ")[0]
    own_words = {name for source in [guide, *(cell.source for cell in course.cells)] for name in re.findall(r"\b(\w+)(?:\(| =)", source)}
    known = {entry.name for entry in course.mistakes} | set(course.functions) | own_words | set(dir(np))
    for question in course.graded:
        (part,) = re.findall(rf"\*\*{question.id}[.*].*?(?=\n\*\*q|\Z)", section, re.DOTALL)
        named = set(re.findall(r"`(\w+)`", part))
        own = {entry.name for entry in course.mistakes if entry.function in question.functions}
        assert own <= named, (question.id, own - named)
        grouped = [name for item in re.findall(r"^- (.*?):\s", part, re.MULTILINE | re.DOTALL) for name in re.findall(r"`(\w+)`", item)]
        assert sorted(grouped) == sorted(own), question.id
        assert {name for name in named if "_" in name} <= known, question.id


def test_timing_in_the_guide_adds_up(guide):
    """The last row of the timing table is the sum of the others: three to six hours at the most."""
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \| (\d+) \|", guide.split("## Timing")[1].split("\n## ")[0], re.MULTILINE)
    *parts, total = [(int(fast), int(slow)) for _, fast, slow in rows]
    assert (sum(fast for fast, _ in parts), sum(slow for _, slow in parts)) == total
    assert total[0] < total[1] <= 360


def test_every_written_question_has_a_rubric(course):
    """Its lines add up to the question's points (reading checks that), and the guide's sample answers come along."""
    for question in course.questions:
        if question.manual:
            rubric = read_rubric(course, question)
            assert rubric.problem == ""
            assert sum(item.points for item in rubric.items) == question.points
            assert all(item.text for item in rubric.items) and len(rubric.items) > 1 and rubric.notes


def test_facts_are_what_the_reference_computes(course):
    """Every number that facts.py declares for written answers comes out as declared."""
    assert [(fact.name, fact.quoted.text, fact.value) for one in read_facts(course) for fact in one.computed() if fact.off] == []


def test_facts_know_what_strong_answers_quote(course):
    """Each written question has facts, and they explain most numbers of the guide's strong sample answers."""
    facts = {question.id: [] for question in course.questions if question.manual}
    for one in read_facts(course):
        facts[one.question] += one.facts
    for question, known in facts.items():
        assert known, f"{question} has no facts"
        notes = read_rubric(course, course.question(question)).notes
        strong = " ".join(re.findall(r"\*\*?Strong \([^)]*\)\.\*\*?(.*?)(?=\n\n|\Z)", notes, re.S))
        stated = [number for number in numbers_in(strong) if not number.counts]
        unknown = [number.text for number in stated if not any(fact.fits(number) for fact in known)]
        assert len(unknown) <= len(stated) / 2, f"{question}: {unknown}"
