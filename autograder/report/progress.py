"""What a person or a script sees while a class is graded: a bar, lines, or one JSON object per submission."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Mapping
from typing import TextIO

from autograder.grading.feedback import hint_of
from autograder.grading.plain import one_line
from autograder.grading.schedule import Finished
from autograder.grading.verdicts import Grade


class Lines:
    """One plain line per finished submission; for logs and pipes."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream = stream
        self._total = total

    def __call__(self, finished: Finished) -> None:
        digits = len(str(self._total))
        known = "" if finished.fresh else "  (already graded)"
        self._stream.write(f"[{finished.count:>{digits}}/{self._total}] {summary_line(finished.grade)}{known}\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left to write."""


class Json:
    """One JSON object per finished submission, on a line of its own; for scripts."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream = stream

    def __call__(self, finished: Finished) -> None:
        self._stream.write(json.dumps({**summary_object(finished.grade), "resumed": not finished.fresh, "ran": list(finished.ran)}) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left to write."""


class Silence:
    """Nothing, for those who asked for it."""

    def __call__(self, finished: Finished) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Nothing is left to write."""


class Terminal:
    """A bar with the rate and the time left, and below it what did not pass, counted by status; for terminals."""

    def __init__(self, stream: TextIO, total: int) -> None:
        from rich.console import Console, Group
        from rich.live import Live
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
        from rich.table import Column
        from rich.text import Text

        told = TextColumn(" {task.fields[pace]}", table_column=Column(no_wrap=True))
        self._bar = Progress(BarColumn(bar_width=None), MofNCompleteColumn(), told, expand=True, auto_refresh=False)
        self._task = self._bar.add_task("", total=total, pace="")
        self._missed = Text(no_wrap=True, overflow="ellipsis")
        self._live = Live(Group(self._bar, self._missed), console=Console(file=stream), refresh_per_second=8, redirect_stdout=False, redirect_stderr=False)
        self._live.start()
        self._total = total
        self._began = time.monotonic()
        self._fresh = 0
        self._submissions: Counter[str] = Counter()
        self._questions: Counter[str] = Counter()

    def __call__(self, finished: Finished) -> None:
        self._fresh += finished.fresh
        self._submissions[finished.grade.status] += finished.grade.status != "graded"
        self._questions.update(question.status for question in finished.grade.questions if question.status != "passed")
        told = pace(self._fresh, time.monotonic() - self._began, self._total - finished.count)
        self._bar.update(self._task, completed=finished.count, pace=told)
        self._missed.plain = missed(self._submissions, self._questions)

    def close(self) -> None:
        """Leave the last state on the terminal."""
        self._live.stop()


def pace(graded: int, seconds: float, left: int) -> str:
    """The rate and the time left; "" as long as there is nothing to go by."""
    if not graded or seconds < 0.5:
        return ""
    rate = graded / seconds
    minutes, rest = divmod(round(left / rate), 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
    return f"{rate:.1f}/s" + (f"  {clock} left" if left else "")


def missed(submissions: Mapping[str, int], questions: Mapping[str, int]) -> str:
    """What did not pass, by status: submissions as a whole, then questions."""
    whole = [f"{number} {status}" for status, number in sorted(submissions.items()) if number]
    parts = [f"{number} {status}" for status, number in sorted(questions.items(), key=lambda item: (-item[1], item[0])) if number]
    return "; ".join([*([", ".join(whole)] if whole else []), *([f"questions: {', '.join(parts)}"] if parts else [])])


def progress(stream: TextIO, total: int, *, as_json: bool = False, quiet: bool = False) -> Lines | Json | Silence | Terminal:
    """What fits the stream: JSON lines or nothing if asked for, a bar on a terminal, lines elsewhere."""
    if as_json:
        return Json(stream, total)
    if quiet:
        return Silence()
    drawable = stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    return Terminal(stream, total) if drawable else Lines(stream, total)


def summary_line(grade: Grade) -> str:
    """A grade in one line: name, points, and the questions that did not pass."""
    name = one_line(grade.submission, 60)
    if grade.status != "graded":
        return f"{name}  {grade.status}: {one_line(grade.problem)}"
    missed = Counter(question.status for question in grade.questions if question.status != "passed")
    details = [f"{number} {status}" for status, number in missed.items()]
    return f"{name}  {grade.earned:g} of {grade.possible:g}" + (f"  ({', '.join(details)})" if details else "")


def summary_object(grade: Grade) -> dict:
    """A grade for scripts: points, status and hint per question; numbers as numbers."""
    return {
        "submission": grade.submission,
        "student": grade.student,
        "status": grade.status,
        "problem": grade.problem,
        "score": grade.earned,
        "possible": grade.possible,
        "questions": [
            {"question": q.question, "score": q.earned, "possible": q.possible, "status": q.status, "hint": hint_of(q)} for q in grade.questions
        ],
        "seconds": grade.seconds,
        "isolation": grade.isolation,
    }
