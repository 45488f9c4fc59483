"""Functions that compute nothing earn nothing: a part of the audit."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.audit.inprocess import accepts
from autograder.audit.model import Part
from autograder.course import Assignment


def _like(args: tuple, value: float) -> np.ndarray:
    """An array filled with `value`, of the shape of the first argument that is an array."""
    return np.full(next((arg.shape for arg in args if isinstance(arg, np.ndarray)), (2, 2)), value)


# What somebody returns to see whether a check looks at all, by name.
ANSWERS: dict[str, Callable] = {
    "None": lambda *args, **named: None,
    "nan": lambda *args, **named: np.float64("nan"),
    "0": lambda *args, **named: 0.0,
    "1": lambda *args, **named: 1.0,
    "a fraction": lambda *args, **named: 0.37,
    "zeros": lambda *args, **named: _like(args, 0.0),
    "ones": lambda *args, **named: _like(args, 1.0),
    "nans": lambda *args, **named: _like(args, np.nan),
    "infinities": lambda *args, **named: _like(args, np.inf),
    "complex zeros": lambda *args, **named: _like(args, 0.0).astype(complex),
    "an empty array": lambda *args, **named: np.empty(0),
    "True": lambda *args, **named: True,
    "False": lambda *args, **named: False,
    "text": lambda *args, **named: "right",
    "two arrays of zeros": lambda *args, **named: (_like(args, 0.0), _like(args, 0.0)),
    "an empty dict": lambda *args, **named: {},
    "an empty list": lambda *args, **named: [],
    "a function": lambda *args, **named: lambda *more: _like(more, 0.0),
    "an object": lambda *args, **named: object(),
}


def audit_constants(assignment: Assignment) -> Part:
    """No check that is worth points passes a function that returns the same thing whatever it is given.

    Earlier functions are right, so that nothing else can be the reason of a verdict.
    """
    part = Part("constants")
    right = assignment.right_functions
    for question in assignment.graded:
        for name, answer in ANSWERS.items():
            env = {**right, **dict.fromkeys(question.functions, answer)}
            for check in assignment.checks_of(question.id):
                part.cases += 1
                if check.points and question.points and accepts(check, env):
                    part.hole(f"{question.id}/{check.name}", f"passes when {', '.join(question.functions)} returns {name}: let it look at the numbers too")
    return part
