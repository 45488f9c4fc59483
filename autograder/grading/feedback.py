"""Which failed check speaks for a question, and what it may say."""

from __future__ import annotations

from autograder.checking import Record
from autograder.grading.verdicts import Grade, Mend, QuestionResult
from autograder.lines.told import after_colon, line_told


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
    """The hints that stand for all failed checks of a question, so that they are told once; () if each has its own.

    Those of the line with the mistake, if it was found; else those of the checks, if all that have any have the same.
    """
    if question.mend is not None:
        return _with_line(question.mend, question)
    different = {verdict.record.hints for verdict in question.failed if verdict.record is not None and verdict.record.hints}
    return next(iter(different)) if len(different) == 1 else ()


def hint_of(question: QuestionResult) -> str:
    """One sentence for the learner about a question: the first hint, or what is wrong; "" if it passed."""
    record = speaking(question)
    if record is None:
        return ""
    if question.mend is not None:
        return shared_hints(question)[0]
    if not record.hints:
        return shown(record, reveal=False).message
    return record.hints[0]


def carried_note(question: QuestionResult) -> str:
    """The sentence that goes with points earned on right earlier functions; "" if nothing was replaced."""
    if not question.carried:
        return ""
    functions = ", ".join(question.carried)
    return f"Graded with right versions of earlier functions ({functions}), because that earns more: {question.earned:g} instead of {question.own:g} points."


def line_note(question: QuestionResult) -> str:
    """The hint that names the line with the mistake, for where hints stand with their checks; "" if it was not found."""
    return f"Hint: {shared_hints(question)[0]}" if question.mend is not None else ""


def mistakes_of(grade: Grade) -> tuple[tuple[str, str], ...]:
    """(question, mistake) for every mistake named in a grade, each once.

    Where the line with the mistake was found, what the numbers alone say counts no longer; a known mistake keeps its name.
    """
    named = ((q.question, mistake) for q in grade.questions for mistake in _named(q))
    return tuple(dict.fromkeys(named))


def _named(question: QuestionResult) -> list[str]:
    records = [verdict.record for verdict in question.failed if verdict.record is not None and verdict.record.mistake]
    if question.mend is None:
        return [record.mistake for record in records]
    return [record.mistake for record in records if _is_known(record)] or [_in_a_sentence(question.mend)]


def _in_a_sentence(mend: Mend) -> str:
    questions = [mend.hints[0], *(asked for _, _, asked in mend.also)]
    count = "One change makes" if len(questions) == 1 else "Two changes make"
    return f"{count} it right: {' '.join(map(after_colon, questions))}"


def _is_known(record: Record) -> bool:
    """Whether its hints are those of a mistake that somebody described, which nobody can say better."""
    return bool(record.mistake) and not record.relation


def _with_line(mend: Mend, question: QuestionResult) -> tuple[str, ...]:
    record = speaking(question)
    # Of two mistakes nobody knows which one the record speaks of.
    first, *others = record.hints if record is not None and _is_known(record) and not mend.also else mend.hints
    told = line_told(question.question, mend.function, mend.line, mend.code, first, lines=mend.lines, given=mend.given, also=mend.also)
    return (told, *others)
