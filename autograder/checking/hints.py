"""Words for every diagnosis: a sentence, then a question, the rule, where to look.

{it} is the wrong result, {other} the argument a cause is about. The sentence states what was found to hold; the rule
is true in general; a question may be answered with no. None of them holds a number of the input or the right formula.
A text with the prefix "gradient." or "value." is for that kind of result only; a dotted id falls back to its beginning.
"""

from __future__ import annotations

from autograder.checking import hints_arguments, hints_calls, hints_factors, hints_places, hints_slopes

TEXTS: dict[str, tuple[str, str, str, str]] = {
    **hints_arguments.TEXTS,
    **hints_calls.TEXTS,
    **hints_factors.TEXTS,
    **hints_slopes.TEXTS,
    **hints_places.TEXTS,
}
