"""What is probably wrong: the simplest relation of a wrong result to the right one, in words. No reference is needed.

The right result is an expected value or a measured gradient. A diagnosis states a relation that holds in every entry
that is known, asks for its likely cause, gives the rule, and says where to look; it never shows numbers of the input,
so that it may accompany a failure of a hidden check. Where nothing fits, nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from autograder.checking.arguments import right_elsewhere
from autograder.checking.hints import TEXTS
from autograder.checking.patterns import argument_term, inverted_mask, order, pattern
from autograder.checking.relations import RELATIONS, close
from autograder.checking.scene import Scene
from autograder.checking.shapes import wrong_shape
from autograder.checking.spread import SPREAD, by_line


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A named relation. `id` is stable: dotted words, the general one first; `hints`: the sentence with a question, the rule,
    where to look."""

    id: str
    sentence: str
    hints: tuple[str, str, str]


def diagnose(scene: Scene, about: str = "the result") -> Diagnosis | None:
    """The simplest relation that explains the claim, or None. `about`: what the claim is called, "dW"."""
    with np.errstate(all="ignore"):
        found = of_numbers(scene)
    return None if found is None else worded(found[0], about, found[1], scene.is_gradient)


def worded(name: str, about: str, other: str = "", is_gradient: bool = False) -> Diagnosis:
    """The diagnosis with that id in words; the most special text there is for it."""
    kind = ("gradient." if is_gradient else "value.") + name
    words = {"it": about, "other": other or "one of the arguments"}
    for whole in (kind, name):
        parts = whole.split(".")
        for length in range(len(parts), 0, -1):
            texts = TEXTS.get(".".join(parts[:length]))
            if texts is not None:
                sentence, question, rule, where = (_upper(text.format(**words)) for text in texts)
                return Diagnosis(name, sentence, (f"{sentence} {question}", rule, where))
    raise KeyError(f"no words for {name}")


def of_numbers(scene: Scene) -> tuple[str, str] | None:
    """The id of the diagnosis, and the name of the argument it is about; None if nothing fits."""
    chance = scene.chance() if scene.chance is not None else None
    if chance:
        return chance, ""
    if scene.unsteady is not None and scene.unsteady():
        return "state", ""
    if not np.all(np.isfinite(scene.claimed)):
        return "not-finite", ""
    if scene.claimed.shape != scene.right.shape:
        found = wrong_shape(scene)
        return (found, "") if found else None
    if not np.any(scene.wrong):
        found = close(scene)
        return (found, "") if found else None
    for relation in (*RELATIONS, inverted_mask, *SPREAD):
        found = relation(scene)
        if found:
            return found, ""
    if scene.is_gradient:
        from autograder.checking.causes import CAUSES

        for cause in CAUSES:
            named = cause(scene)
            if named:
                return named
    term = argument_term(scene)
    if term:
        return term
    for relation in (by_line,) if scene.is_gradient else (by_line, order):
        found = relation(scene)
        if found:
            return found, ""
    ignored = scene.ignored() if scene.ignored is not None else None
    if ignored:
        return "argument.ignored", ignored
    moved = right_elsewhere(scene)
    if moved:
        return moved
    found = pattern(scene) or order(scene)
    return (found, "") if found else None


def _upper(text: str) -> str:
    """A sentence starts with a capital letter, unless it starts with a name: dW stays dW."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() else text
