"""Error carried forward: earlier functions a question builds on, replaced by the reference for one run of its checks.

The reference is called back and never shipped: the learner's session gets functions that send their arguments here,
and the reference answers from a session of its own, under the same limits of time and memory. What a session learns
from it counts for one question alone, and ends with the session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from autograder.course import Assignment, reference_cells
from autograder.grading.budget import Budget
from autograder.sandbox import Limits, Session, Zygote

# Defined in the reference's session: what the function returns, and the generators it was given, moved on by its draws.
_ASK = "_ask_reference"
_ASK_SOURCE = f"""
def {_ASK}(name, args, kwargs):
    result = globals()[name](*args, **kwargs)
    return result, [arg for arg in (*args, *kwargs.values()) if type(arg).__name__ == "Generator"]
"""

# Defined in the learner's session, where its globals are the notebook's names. Arguments are copied on their way to the
# reference, so a generator is moved on here: else the learner's next draw would repeat the last one.
_REPLACE = "_replace_by_reference"
_REPLACE_SOURCE = f"""
def {_REPLACE}(name, function):
    def reference(*args, **kwargs):
        result, moved = function(*args, **kwargs)
        given = [arg for arg in (*args, *kwargs.values()) if type(arg).__name__ == "Generator"]
        for own, other in zip(given, moved):
            own.bit_generator.state = other.bit_generator.state
        return result

    globals()[name] = reference
"""


@contextmanager
def reference_functions(
    zygote: Zygote, assignment: Assignment, names: tuple[str, ...], limits: Limits, budget: Budget
) -> Iterator[dict[str, Callable]]:
    """Functions that answer as the reference does, by name; they work inside the block.

    A function raises RuntimeError with the name of the error if the reference raises, or if what it was given makes
    the reference exceed the limits, or leaves nothing of the submission's budget.
    """
    with zygote.session(limits, charge=budget.charge) as desk:
        for source in reference_cells(assignment):
            desk.run_cell(source)
        desk.run_cell(_ASK_SOURCE)
        desk.allow(lambda: budget.left, budget.until)
        yield {name: _asking(desk, name) for name in names}


def _asking(desk: Session, name: str) -> Callable:
    ask = desk.lookup(_ASK)

    def reference(*args: object, **kwargs: object) -> object:
        (result,) = desk.observe_many(ask, [(name, args, kwargs)])
        if result.error is not None:
            raise RuntimeError(result.error)
        return result.value

    return reference


def replacing(functions: dict[str, Callable]) -> Callable[[Session], None]:
    """What makes a session whose cells have run use `functions` instead of the learner's of the same names."""

    def prepare(session: Session) -> None:
        session.run_cell(_REPLACE_SOURCE)
        session.observe_many(session.lookup(_REPLACE), list(functions.items()))

    return prepare
