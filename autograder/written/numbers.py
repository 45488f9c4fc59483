"""The numbers that a text quotes, with the precision they are quoted to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

# Not inside a word (h2, float32), not the end of a longer number. Thousands may be set apart by commas or narrow spaces.
_NUMBER = re.compile(
    r"""(?<![\w.\\])
    (?P<sign>(?<![\w)\]])[-+\u2212\u2013](?=[\d.]))?
    (?P<body>[1-9]\d{0,2}(?:(?:,|\u202f|\u00a0|\ (?=000))\d{3})+(?![\d])(?:\.\d+)?|0,\d+|\d*\.\d+|\d+)
    (?:[eE](?P<e>[-+\u2212]?\d{1,3})|\s?(?:[·×*x]|\\cdot|\\times)\s?10\s?\^\s?\{?\(?(?P<ten>[-+\u2212]?\d{1,3})\)?\}?)?
    (?P<percent>\s?(?:%|\\%|percent\b|per\ cent\b))?
    (?![\w])""",
    re.VERBOSE,
)
_CALL = re.compile(r"\b[A-Za-z_]\w*\(")
_LONGEST_CALL, _LONGEST_BODY, _MOST_CALLS = 300, 40, 200
# Whole numbers up to here are counts, list numbers, names of statements: they are not held against anything but whole numbers.
_SMALL = 20


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number in a text: where, how it stands there, its value (in parts of 1 if in percent), half a unit of its last digit.

    `counts` says that it is a small whole number, of which a text has many that state nothing.
    """

    start: int
    end: int
    text: str
    value: float
    half_unit: float
    counts: bool = False

    def agrees(self, value: float, tolerance: float = 0.0) -> bool:
        """Whether it is `value`, rounded as it is quoted, or within `tolerance` of that.

        A small whole number must be the value: "3" is no rounding of 3.27.

        >>> next(numbers_in("70 %")).agrees(0.698), next(numbers_in("3")).agrees(3.27)
        (True, False)
        """
        room = 0.0 if self.counts else self.half_unit
        return abs(self.value - value) <= (room + tolerance) * (1 + 1e-9) + 1e-14 * abs(value)


def numbers_in(text: str) -> Iterator[Quoted]:
    """The numbers of a text in order; those inside a call such as `f(2, 0.5)` are arguments and state nothing."""
    calls = list(calls_in(text))
    for found in _NUMBER.finditer(text):
        if not any(start < found.start() < end for start, end in calls) and len(found["body"]) <= _LONGEST_BODY:
            yield _quoted(found)


def calls_in(text: str) -> Iterator[tuple[int, int]]:
    """The places of everything that looks like a call, such as `f(2, (0.5, 1))`: from its name to its last parenthesis."""
    end = 0
    for found in islice(_CALL.finditer(text), _MOST_CALLS):
        if found.start() < end:
            continue
        depth, place = 1, found.end()
        while depth and place < min(len(text), found.start() + _LONGEST_CALL):
            depth += (text[place] in "([") - (text[place] in ")]")
            place += 1
        if not depth:
            end = place
            yield found.start(), end


def _quoted(found: re.Match) -> Quoted:
    body = found["body"]
    plain = body.replace(",", ".") if body.startswith("0,") else re.sub(r"[,\u202f\u00a0 ]", "", body)
    whole = "." not in plain
    exponent = int((found["e"] or found["ten"] or "0").replace("\u2212", "-"))
    scale = 10.0 ** max(min(exponent, 300), -300) / (100 if found["percent"] else 1)
    digits = len(plain.partition(".")[2])
    value = float(plain) * scale * (-1 if found["sign"] in ("-", "\u2212", "\u2013") else 1)
    counts = whole and not (found["e"] or found["ten"] or found["percent"]) and float(plain) <= _SMALL
    return Quoted(found.start(), found.end(), found[0], value, 0.5 * 10.0**-digits * scale, counts)
