"""Learners' functions that work together: a backward pass is called on what the learner's own forward pass returned.

A cache may hold anything its owner needs, so no check looks into it, and it is no part of a fingerprint: only
what `view` and `after` hand on is seen, compared and remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from autograder.checking.observe import Named, Outcome


class View:
    """A function seen through `look`: results become ``look(result)`` before anyone sees them."""

    def __init__(self, function: Callable, look: Callable[[object], object]) -> None:
        self.function = _named(function)
        self.look = look
        self.__name__ = self.function.__name__

    def observe_many(self, cases: Sequence[tuple]) -> list[Outcome]:
        """Call the function on each tuple of arguments, in one batch; a result that cannot be looked at stays as it is."""
        return [outcome if outcome.error else replace(outcome, value=self._seen(outcome.value)) for outcome in self.function.observe_many(cases)]

    def _seen(self, value: object) -> object:
        try:
            return self.look(value)
        except (TypeError, KeyError, IndexError, ValueError):
            return value


class After:
    """``backward(first, take(forward(first, second)), *rest)`` as one function of ``(first, second, *rest)``."""

    def __init__(self, forward: Callable, backward: Callable, take: Callable[[object], object]) -> None:
        self.forward, self.backward, self.take = _named(forward), _named(backward), take
        self._seen = View(self.forward, take)
        self.__name__ = self.backward.__name__

    def observe_many(self, cases: Sequence[tuple]) -> list[Outcome]:
        """All forward calls in one batch, then all backward calls; a case whose forward call fails ends there.

        `mutated` counts the arguments of the backward function, in which the cache is the second one.
        """
        made = self._seen.observe_many([case[:2] for case in cases])
        ready = [i for i, outcome in enumerate(made) if outcome.error is None and outcome.value is not None]
        results = self.backward.observe_many([(cases[i][0], made[i].value, *cases[i][2:]) for i in ready])
        outcomes = [outcome if outcome.error else self._nothing_made() for outcome in made]
        for i, result in zip(ready, results, strict=True):
            outcomes[i] = result
        return outcomes

    def _nothing_made(self) -> Outcome:
        return Outcome(error="TypeError", message=f"{self.forward.__name__} returned None, so there is nothing to go back through")


def view(function: Callable, look: Callable[[object], object]) -> View:
    """`function`, with `look` applied to every result: for results of which only a part is promised.

    look: a function of a result; where it raises TypeError, KeyError, IndexError or ValueError, the result is
    handed on as it is, so that the check can say what is wrong with it.
    """
    return View(function, look)


def after(forward: Callable, backward: Callable, take: Callable[[object], object] = lambda result: result) -> After:
    """`backward` on the learner's own cache: a function of ``(params, X, *rest)`` to use in `expect` and `each`.

    forward: called as ``forward(params, X)``. take: what of its result is the cache, by default all of it.
    backward: called as ``backward(params, cache, *rest)``.
    """
    return After(forward, backward, take)


def _named(function: Callable) -> Callable:
    return function if hasattr(type(function), "observe_many") else Named(getattr(function, "__name__", "the function"), function)
