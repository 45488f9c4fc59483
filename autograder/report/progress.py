"""What a person or a script sees while a class is graded: a bar, lines, or one JSON object per submission."""

from __future__ import annotations

import json
import time
from collections import Counter
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


class Bar:
    """A bar that stays on its line, with the rate, the time left and what went wrong; for terminals."""

    def __init__(self, stream: TextIO, total: int, width: int = 30) -> None:
        self._stream = stream
        self._total = max(total, 1)
        self._width = width
        self._began = time.monotonic()
        self._drawn = 0.0
        self._fresh = 0
        self._statuses: Counter[str] = Counter()

    def __call__(self, finished: Finished) -> None:
        self._fresh += finished.fresh
        self._statuses[finished.grade.status] += 1
        now = time.monotonic()
        # Drawing is not free on slow terminals; ten times a second is as much as anyone sees.
        if now - self._drawn > 0.1 or finished.count >= self._total:
            self._drawn = now
            self._stream.write("\r\x1b[K" + self._text(finished.count, now - self._began))
            self._stream.flush()

    def _text(self, count: int, seconds: float) -> str:
        filled = self._width * count // self._total
        parts = [f"[{'#' * filled}{'.' * (self._width - filled)}] {count}/{self._total}"]
        if self._fresh and seconds > 0.5:
            rate = self._fresh / seconds
            parts.append(f"{rate:.1f}/s")
            if count < self._total:
                left = (self._total - count) / rate
                parts.append(f"{int(left // 60)}:{int(left % 60):02d} left")
        parts += [f"{number} {status}" for status, number in sorted(self._statuses.items()) if status != "graded"]
        return "  ".join(parts)

    def close(self) -> None:
        """End the line, so that what follows starts on its own."""
        if self._statuses:
            self._stream.write("\n")
            self._stream.flush()


def progress(stream: TextIO, total: int, *, as_json: bool = False) -> Lines | Json | Bar:
    """What fits the stream: JSON lines if asked for, a bar on a terminal, lines elsewhere."""
    if as_json:
        return Json(stream, total)
    return Bar(stream, total) if stream.isatty() else Lines(stream, total)


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
