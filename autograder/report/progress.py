"""What a person or a script sees while a class is graded: a bar, lines, or one JSON object per submission."""

from __future__ import annotations

import json
import time
from collections import Counter, deque
from collections.abc import Mapping
from typing import TextIO

from autograder.grading.feedback import hint_of
from autograder.grading.plain import one_line
from autograder.grading.schedule import Finished
from autograder.grading.verdicts import Grade
from autograder.steps import is_drawable

# The submissions that the rate is taken from, and how many say something within seconds.
_RECENT, _FEW = 200, 4
_LONG = 48  # hours from which on days are told


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
        from rich.progress import BarColumn, Progress, TextColumn
        from rich.table import Column
        from rich.text import Text

        told = TextColumn("{task.completed}/{task.total}  {task.fields[pace]}", table_column=Column(no_wrap=True))
        self._bar = Progress(BarColumn(bar_width=None), told, expand=True, auto_refresh=False)
        self._task = self._bar.add_task("", total=total, pace="")
        self._missed = Text(no_wrap=True, overflow="ellipsis")
        self._drawn = Group(self._bar, self._missed)
        self._total, self._count = total, 0
        self._recent = Recent()
        self._submissions: Counter[str] = Counter()
        self._questions: Counter[str] = Counter()
        console = Console(file=stream)
        self._live = Live(get_renderable=self._now, console=console, refresh_per_second=8, redirect_stdout=False, redirect_stderr=False)
        self._live.start()

    def __call__(self, finished: Finished) -> None:
        self._count = finished.count
        if finished.fresh:
            self._recent.add(time.monotonic())
        self._submissions[finished.grade.status] += finished.grade.status != "graded"
        self._questions.update(question.status for question in finished.grade.questions if question.status != "passed")
        self._missed.plain = missed(self._submissions, self._questions)

    def _now(self) -> Group:
        """What is drawn, eight times a second: while nothing gets finished, the rate falls."""
        told = pace(*self._recent.seen(time.monotonic()), self._total - self._count)
        self._bar.update(self._task, completed=self._count, pace=told)
        return self._drawn

    def close(self) -> None:
        """Leave the last state on the terminal."""
        self._live.stop()


class Recent:
    """How many submissions were graded in how many seconds, of late: neither the start nor what was in the store already
    says how fast it goes now. Times in seconds of one clock."""

    def __init__(self) -> None:
        self._ends: deque[float] = deque(maxlen=_RECENT)

    def add(self, now: float) -> None:
        """One has been graded."""
        self._ends.append(now)

    def seen(self, now: float) -> tuple[int, float]:
        """(graded, seconds) from the end of the first of them until `now`."""
        return (len(self._ends) - 1, now - self._ends[0]) if self._ends else (0, 0.0)


def pace(graded: int, seconds: float, left: int) -> str:
    """The rate and the time left; "" as long as there is nothing to go by."""
    if not graded or seconds < (0.5 if graded >= _FEW else 10.0):
        return ""
    rate = graded / seconds
    told = f"{rate:.1f}/s" if rate >= 1 else f"{60 * rate:.1f}/min" if rate >= 1 / 60 else f"{3600 * rate:.1f}/h"
    return told + (f"  {_clock(round(left / rate))} left" if left else "")


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours >= _LONG:
        return f"{hours // 24} days"
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


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
    return Terminal(stream, total) if is_drawable(stream) else Lines(stream, total)


def summary_line(grade: Grade) -> str:
    """A grade in one line: name, points, the questions that did not pass, and what else a person should know."""
    name = one_line(grade.submission, 60)
    if grade.status != "graded":
        return f"{name}  {grade.status}: {one_line(grade.problem)}"
    missed = Counter(question.status for question in grade.questions if question.status != "passed")
    details = [f"{number} {status}" for status, number in missed.items()]
    said = f": {one_line(grade.problem)}" if grade.problem else ""
    return f"{name}  {grade.earned:g} of {grade.possible:g}" + (f"  ({', '.join(details)})" if details else "") + said


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
