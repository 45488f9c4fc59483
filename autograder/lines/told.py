"""What is said of a line: where it stands, the learner's own words there, and a question about the kind of change."""

from __future__ import annotations

import re
from collections.abc import Sequence


def line_told(
    question: str, function: str, line: int, code: str, hint: str, *, lines: int = 1, given: Sequence[str] = (), passes: str = "every check"
) -> str:
    """The sentences that name a line, from 1, of the cell that defines `function`.

    Args:
        code: what the learner wrote there, on one line and without backticks.
        hint: a question about it.
        lines: on how many lines the same change is needed.
        given: earlier functions that had to be right for it.
        passes: what the function passes with the change.
    """
    change = "one change there" if lines == 1 else f"the same change there and on {lines - 1} more line{'s'[: lines > 2]}"
    others = f" and right versions of {', '.join(given)}" if given else ""
    return f"Line {line} of your cell for {question}, `{code}`: {after_colon(hint)} With {change}{others}, {function} passes {passes}."


def after_colon(sentence: str) -> str:
    """A sentence as it follows a colon."""
    word = re.match(r"[A-Z][a-z]+\b", sentence)
    return sentence[0].lower() + sentence[1:] if word else sentence
