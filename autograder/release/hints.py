"""The sealed hints of an assignment: what a learner's notebook needs to name a known mistake, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import numpy as np

from autograder.checking import Check, Mistake, Outcome
from autograder.checking.audience import explanations
from autograder.checking.offline_hints import seal
from autograder.course import Assignment


def sealed_hints(assignment: Assignment) -> bytes:
    """The book of sealed hints as JSON: every known mistake in every public check that it fails."""
    with np.errstate(all="ignore"):  # mistakes overflow; that is no news to whoever releases
        book = seal(assignment.digest, _failures(assignment))
    return (json.dumps(book, indent=0, sort_keys=True) + "\n").encode("utf-8")


def _failures(assignment: Assignment) -> Iterator[tuple[str, Sequence[Outcome], str, tuple[str, ...]]]:
    right = assignment.right_functions
    for mistake in assignment.mistakes:
        for check in assignment.public_checks:
            if check.question == assignment.question_of(mistake.function).id:
                trace = _trace(check, mistake, right)
                if _tells(trace):
                    yield check.name, trace, mistake.description, mistake.hints


def _trace(check: Check, mistake: Mistake, right: dict) -> Sequence[Outcome]:
    """What the mistake returns in a check it fails; nothing if it passes, or if the check stumbles over it."""
    try:
        with explanations(False):  # what a failure says beside that is nobody's to read here, and takes most of the time
            record, trace = check.trace({**right, mistake.function: mistake.implementation})
    except Exception:
        return ()
    return trace if record is not None else ()


def _tells(trace: Sequence[Outcome]) -> bool:
    """Whether a trace says more than the name of an error, which many different mistakes raise."""
    return any(outcome.error is None and outcome.value is not None for outcome in trace)
