"""Causes of a wrong gradient that show when something is measured or called again under other circumstances.

Most mistakes of a backward pass give the right gradient of a slightly different question: with another upstream
gradient (of ones, of the first row only), or at other inputs (the output in place of the input, a bias of zero, a
weight matrix transposed, no penalty). So these questions are asked, on a handful of entries.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checking.gradients import random_upstream
from autograder.checking.scene import Scene

Cause = tuple[str, str]  # the id of the diagnosis, and the name of the argument it is about


def reaction_to_upstream(s: Scene) -> Cause | None:
    """How the learner's function reacts to another upstream gradient: a gradient is linear in it."""
    if s.again is None or s.upstream is None or not s.upstream.ndim:
        return None
    other = random_upstream(np.random.default_rng(11), s.upstream.shape)
    one, two = s.again(other), s.again(2 * other)
    if one is None or two is None or one.shape != s.claimed.shape or not np.any(one):
        return None
    if np.array_equal(one, two) and np.array_equal(one, s.claimed):
        return "upstream.missing", ""
    if np.allclose(two, 4 * one, rtol=1e-9, atol=1e-12 * np.max(np.abs(two))):
        return "upstream.twice", ""
    if one.shape == other.shape and np.allclose(two - one, other, rtol=1e-9, atol=1e-12):
        return "upstream.added", ""
    return None


def other_upstream(s: Scene) -> Cause | None:
    """The claim is the right gradient for another upstream gradient."""
    if s.slopes is None or s.upstream is None or not s.upstream.ndim:
        return None
    for name, upstream in _upstreams(s.upstream):
        if not np.array_equal(upstream, s.upstream) and _agrees(s, s.slopes.measure(upstream=upstream)):
            return name, ""
    return None


def _upstreams(g: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    yield "upstream.missing", np.ones(g.shape)
    if len(g) > 1:
        for name, row in (("batch.first", 0), ("batch.last", -1)):
            only = np.zeros(g.shape)
            only[row] = g[row]
            yield name, only
            if len(g) > 2:  # of two rows, all but the last is the first
                yield f"batch.without-{name.removeprefix('batch.')}", g - only
    if g.ndim == 2 and g.shape[0] == g.shape[1] and len(g) > 1:
        yield "upstream.transposed", g.T
    yield "upstream.absolute", np.abs(g)
    yield "upstream.averaged", np.broadcast_to(g.mean(axis=0), g.shape)
    yield "upstream.averaged", np.full(g.shape, g.mean())


def other_inputs(s: Scene) -> Cause | None:
    """The claim is the right gradient at other inputs."""
    if s.slopes is None:
        return None
    for name, path, value, told in _inputs(s):
        if _agrees(s, s.slopes.measure(path=path, value=value)):
            return name, told
    return None


def _inputs(s: Scene) -> Iterator[tuple[str, tuple, object, str]]:
    again = s.slopes
    if s.own is not None and s.output is not None and s.output.shape == s.own.shape:
        yield "local.at-output", again.own, s.output, ""
    for path, (name, number) in again.numbers.items():
        for what, value in (("ignored", 0.0), ("doubled", 2 * number), ("halved", number / 2), ("negative", -number)):
            if number:
                yield f"number.{what}", path, value, name
    for path, (name, array) in again.arrays.items():
        if path != again.own and np.any(array):
            yield "operand.ignored", path, np.zeros(array.shape), name
            yield "operand.negative", path, -array, name
            if array.ndim == 2 and array.shape[0] == array.shape[1] and len(array) > 1:
                yield "operand.transposed", path, array.T.copy(), name
    if s.own is not None and s.own.ndim == 2 and s.own.shape[0] == s.own.shape[1] and len(s.own) > 1:
        yield "operand.transposed", again.own, s.own.T.copy(), again.arrays.get(again.own, ("", None))[0]


def _agrees(s: Scene, measured: tuple[np.ndarray, np.ndarray] | None) -> bool:
    """Whether the claim has these numbers, in at least three entries in which the right gradient has others."""
    if measured is None:
        return False
    value, slack = measured
    claimed, right = s.claimed.ravel()[s.slopes.indices], s.right.ravel()[s.slopes.indices]
    usable = np.isfinite(value) & np.isfinite(slack)
    bar = slack + 1e-6 * np.abs(value) + 1e-7 * np.max(np.abs(value[usable]), initial=0.0)
    with np.errstate(invalid="ignore"):
        same, telling = np.abs(claimed - value) <= bar, np.abs(value - right) > 100 * bar
    enough = min(3, len(value))
    return bool(usable.sum() >= enough and np.all(same[usable]) and np.sum(telling & usable & (value != 0)) >= min(2, enough))


CAUSES = (reaction_to_upstream, other_upstream, other_inputs)
