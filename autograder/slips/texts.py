"""What a learner is told of a slip: the sentence with a question for its kind, the rule, where to look."""

from __future__ import annotations

_HINTS: dict[str, tuple[str, str, str]] = {
    "sign": (
        "Which sign belongs there, and which way round is the difference?",
        "a - b and b - a have opposite signs, and a minus sign before a bracket belongs to all of it.",
        "Look at every plus and minus in that part of your code.",
    ),
    "dropped": (
        "Where does that come in, in your code?",
        "Every term and every factor of the definition has its part in the result.",
        "Go through the definition term by term, and find each of them in your code.",
    ),
    "operator": (
        "Which operation is meant there, and in which order?",
        "*, @ and / do different things, and for matrices the order counts.",
        "Compare that step with the definition, operation by operation.",
    ),
    "function": (
        "Which function is meant in that step?",
        "Functions of the same kind often give results that look alike.",
        "Compare the name of every function you call with the definition.",
    ),
    "axis": (
        "Along which axis should that run, and is the axis kept?",
        "axis=0 goes down the rows and leaves one number for each column; axis=1 goes across; without an axis everything becomes one number.",
        "Write the shape of each array beside that line.",
    ),
    "comparison": (
        "Which side does the border itself belong to, and which case is which?",
        "< and <= differ only at the border, and there they decide.",
        "Look at every comparison and condition, and try the border itself.",
    ),
    "constant": (
        "Which number belongs there?",
        "Every number in a formula is there for a reason: half, one, the first or the last turn of a loop.",
        "Compare the numbers in your code with those of the definition, and count the turns of your loops.",
    ),
    "name": (
        "Which variable is meant there?",
        "Values before and after a step often have the same shape, so that nothing complains.",
        "Go through the variables on the right hand sides, one by one.",
    ),
    "statement": (
        "Is every step there, once, and in the right order?",
        "A step that changes something changes what all later steps see.",
        "Read your code line by line, and note the value of each variable.",
    ),
    "length": (
        "What is divided by, and how often?",
        "An average divides by the number of samples, exactly once.",
        "Look for `len`, `size`, `shape` and `mean` in your code.",
    ),
    "inserted": (
        "Is that in the definition?",
        "What the definition does not do may not be done, even where it looks harmless.",
        "Look for what your code does besides the definition.",
    ),
    "whole": (
        "Does that happen on the way, and is it meant to?",
        "What the definition does not do may not be done, even where it looks harmless.",
        "Follow that argument, or that result, through your code.",
    ),
    "step": (
        "Is that step written as in the question about it?",
        "A step that was right on its own is easily written anew with a mistake.",
        "Compare that step with the function you wrote for it before.",
    ),
}


def sentence(clause: str) -> str:
    """The sentence about a change: true of every code that gives the same numbers."""
    return f"Right code would give exactly these results with one change: {clause.removesuffix('.')}."


def hints(kind: str, clause: str) -> tuple[str, str, str]:
    """The sentence with a question, the rule, where to look: the question asks about "that", which the sentence says."""
    question, rule, where = _HINTS[kind]
    return f"{sentence(clause)} {question}", rule, where
