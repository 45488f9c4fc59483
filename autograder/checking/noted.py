"""Values and calls as a person would note them on one line: numbers where they are few, shapes where they are many."""

from __future__ import annotations

import numpy as np

from autograder.checking.arrays import number

FEW = 12  # entries of an array that are written out
_PARTS = 8  # of a list, tuple or dict
_TEXT, _LINE = 60, 400  # characters of a text, and of a call with its numbers


def is_number(value: object) -> bool:
    """Whether a value is a plain or numpy number (bool included), not an array."""
    return isinstance(value, bool | int | float | complex | np.number | np.bool_)


def type_name(value: object) -> str:
    """What a value is, in a learner's words."""
    if value is None:
        return "None"
    if type(value) is np.ndarray:
        return f"an array of shape {value.shape}"
    if is_number(value):
        return f"the number {value}"
    if isinstance(value, tuple | list):
        return f"a {type(value).__name__} of {len(value)}"
    name = type(value).__name__
    described = getattr(value, "described", None)  # an opaque object of another process says what it is
    return described if isinstance(described, str) else f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def signature(name: str, args: tuple) -> str:
    """A call: arrays of up to a dozen numbers in full, rounded to six digits; shapes instead where the line would get long."""
    line = f"{name}({_joined(args, FEW)})"
    return line if len(line) <= _LINE else f"{name}({_joined(args, 0)})"


def noted(value: object, few: int = FEW) -> str:
    """What a value is made of; arrays of up to `few` entries in full, of others the shape, and the dtype where it is unusual."""
    if isinstance(value, np.ndarray):
        return _array(value, few)
    if is_number(value):
        return _number(value, 12)
    if isinstance(value, list | tuple):
        inner = _joined(value[:_PARTS], few) + (f", ... ({len(value)} in all)" if len(value) > _PARTS else "")
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        kept = ", ".join(f"{key!r}: {noted(value[key], few)}" for key in list(value)[:_PARTS])
        return "{" + kept + (", ..." if len(value) > _PARTS else "") + "}"
    if isinstance(value, str | bytes):
        return repr(value) if len(value) <= _TEXT else f"{value[:_TEXT]!r}..."
    if isinstance(value, np.random.Generator):
        return "rng"
    own_name = getattr(value, "__name__", None) if callable(value) else None
    return own_name if isinstance(own_name, str) else type_name(value)


def _joined(values: list | tuple, few: int) -> str:
    return ", ".join(noted(value, few) for value in values)


def _array(value: np.ndarray, few: int) -> str:
    if 0 < value.size <= few and value.dtype.kind in "biufc":
        return _nested(value)
    return f"array {value.shape}" + ("" if value.dtype == np.float64 else f" {value.dtype}")


def _nested(value: np.ndarray) -> str:
    return f"[{', '.join(map(_nested, value))}]" if np.ndim(value) else _number(value, 6)


def _number(value: object, digits: int) -> str:
    """A number as Python writes it: floats have a point, so that they are told from integers."""
    text = number(value, digits)
    return f"{text}.0" if np.asarray(value).dtype.kind == "f" and text.lstrip("-").isdigit() else text
