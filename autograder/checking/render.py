"""A failed check as text: what is wrong first, then the evidence, then the likely mistake as a question and what to try."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from autograder.checking.arrays import MARK, read_grid
from autograder.checking.next_step import next_step
from autograder.checking.record import Record

HINT_NAMES = ("Hint", "The rule", "Where to look")
WIDTH = 80
UNWRAPPED = 1_000_000  # where something else breaks the lines
_LABEL = 12  # columns of indent and label


def render_text(record: Record, hint_levels: int = 1, width: int = WIDTH) -> str:
    """The record for a terminal of `width` columns; `hint_levels` (0 to 3) says how many hint levels are unfolded."""
    lines = list(wrapped(heading(record), width=width))
    for label, text in evidence(record):
        lines += _labelled(label, text, width, verbatim=read_grid(text) is not None)
    lines += wrapped(legend(record), " " * _LABEL, width=width)
    for name, hint in list(zip(HINT_NAMES, record.hints, strict=False))[:hint_levels]:
        lines += wrapped(f"{name}: {hint}", "  ", "    ", width)
    step = next_step(record)
    if step:
        lines += wrapped(f"Try next: {step}", "  ", "    ", width)
    for line in record.detail.rstrip().splitlines():
        lines += wrapped(line, "  | ", width=width, keep_spaces=True)
    return "\n".join(lines)


def heading(record: Record) -> str:
    """What is wrong, in a sentence."""
    lead = "Not attempted yet" if record.kind == "not_attempted" else "Not yet"
    return f"{lead}: {record.message.removeprefix(f'{record.question}: ')}"


def evidence(record: Record) -> Iterator[tuple[str, str]]:
    """What was checked and how it came out, as (label, text); numbers that the message has already told are left out."""
    sides = () if told_in_message(record) else (("got", record.got), ("expected", record.expected))
    for label, text in (("checked", record.title), ("called", "" if record.kind == "missing" else record.call), *sides):
        if text:
            yield label, text


def told_in_message(record: Record) -> bool:
    """Whether the message gives both sides in full, as it does for single numbers, shapes and dtypes."""
    both = (record.got.removeprefix("shape "), record.expected.removeprefix("shape "))
    return "\n" not in "".join(both) and all(side and side in record.message for side in both) and not read_grid(record.got)


def legend(record: Record) -> str:
    """How close is close, and what the marks mean; "" if there is nothing to say."""
    marked = any(MARK in text and read_grid(text) for text in (record.got, record.expected))
    if marked and record.kind == "not_finite":
        return f"{MARK} marks NaN and infinity"
    if marked:
        return f"{MARK} marks entries that differ" + (f" by more than {record.tolerance}" if record.tolerance else "")
    return f"a difference of up to {record.tolerance} counts as equal" if record.tolerance else ""


def wrapped(text: str, indent: str = "", hang: str | None = None, width: int = WIDTH, *, keep_spaces: bool = False) -> Iterator[str]:
    """The lines of a text, each at most `width` columns wide; `hang` goes before the lines that follow the first."""
    first = indent
    for line in text.splitlines():
        lines = textwrap.wrap(
            line,
            width,
            initial_indent=first,
            subsequent_indent=indent if hang is None else hang,
            replace_whitespace=not keep_spaces,
            drop_whitespace=not keep_spaces,
            break_on_hyphens=False,
        )
        yield from (kept.rstrip() for kept in lines or [first])
        first = indent if hang is None else hang


def _labelled(label: str, text: str, width: int, verbatim: bool = False) -> Iterator[str]:
    indent, hang = f"  {label:<{_LABEL - 2}}", " " * _LABEL
    if verbatim:  # rows of numbers stand below each other
        for number, line in enumerate(text.split("\n")):
            yield (hang if number else indent) + line
    else:
        yield from wrapped(text, indent, hang, width)
