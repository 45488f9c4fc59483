"""What is said of a line: where it stands, the learner's own words there, and a question about the kind of change."""

from __future__ import annotations

import re
from collections.abc import Sequence


def line_told(
    question: str,
    function: str,
    line: int,
    code: str,
    hint: str,
    *,
    lines: int = 1,
    given: Sequence[str] = (),
    also: Sequence[tuple[int, str, str]] = (),
    passes: str = "every check",
) -> str:
    """The sentences that name a line, from 1, of the cell that defines `function`.

    Args:
        code: what the learner wrote there, on one line and without backticks.
        hint: a question about it.
        lines: on how many lines the same change is needed.
        given: earlier functions that had to be right for it.
        also: further lines that need a change of their own, each with the code and the question that belong to it.
        passes: what the function passes with the change.
    """
    change = "one change there" if lines == 1 else f"the same change there and on {lines - 1} more line{'s'[: lines > 2]}"
    others = f" and right versions of {', '.join(given)}" if given else ""
    place = f"Line {line} of your cell for {question}, `{code}`: {after_colon(hint)}"
    for another, written, asked in also:
        place += f" And {'once more on this line' if another == line else f'line {another}, `{written}`'}: {after_colon(asked)}"
        change = "two changes there" if another == line else "one change in each of these places"
    return f"{place} With {change}{others}, {function} passes {passes}."


def after_colon(sentence: str) -> str:
    """A sentence as it follows a colon."""
    word = re.match(r"[A-Z][a-z]+\b", sentence)
    return sentence[0].lower() + sentence[1:] if word else sentence
