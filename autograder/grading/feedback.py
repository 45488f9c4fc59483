"""Which failed check speaks for a question, and what it may say."""

from __future__ import annotations

from autograder.checking import Record
from autograder.grading.verdicts import Grade, QuestionResult


def shown(record: Record, *, reveal: bool) -> Record:
    """The record as it may be shown: everything for an instructor who asked for it, else hidden checks redacted."""
    return record if reveal else record.redacted()


def speaking(question: QuestionResult) -> Record | None:
    """The record that says most: the first that names a mistake, else the first with a hint, else the first."""
    records = [verdict.record for verdict in question.failed if verdict.record is not None]
    for wanted in (lambda r: r.mistake, lambda r: r.hints, lambda r: True):
        for record in records:
            if wanted(record):
                return record
    return None


def shared_hints(question: QuestionResult) -> tuple[str, ...]:
    """The hints of a question if all its failed checks that have hints have the same, so that they are told once."""
    different = {verdict.record.hints for verdict in question.failed if verdict.record is not None and verdict.record.hints}
    return next(iter(different)) if len(different) == 1 else ()


def hint_of(question: QuestionResult, *, reveal: bool = False) -> str:
    """One sentence for the learner about a question: the first hint, or what is wrong; "" if it passed."""
    record = speaking(question)
    if record is None:
        return ""
    return record.hints[0] if record.hints else shown(record, reveal=reveal).message


def carried_note(question: QuestionResult) -> str:
    """The sentence that goes with points earned on right earlier functions; "" if nothing was replaced."""
    if not question.carried:
        return ""
    functions = ", ".join(question.carried)
    return f"Graded with right versions of earlier functions ({functions}), because that earns more: {question.earned:g} instead of {question.own:g} points."


def mistakes_of(grade: Grade) -> tuple[tuple[str, str], ...]:
    """(question, mistake) for every mistake named in a grade, each once."""
    named = ((v.question, v.record.mistake) for q in grade.questions for v in q.failed if v.record and v.record.mistake)
    return tuple(dict.fromkeys(named))
