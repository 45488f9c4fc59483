"""Checking a learner's functions: call them, compare what comes back, say in words what is wrong.

Pure numpy and the standard library, because this package is shipped to learners and imported by every public
check. Read it in this order: `observe` (one call), `compare` (two values), `tolerance` (how close is close),
`expect` (the sentences a check is written in), `errors` (the one about bad arguments), `slopes`, `gradients`, `judge`
(is a gradient right), `check` (a check and its verdict), `record` (a failure), `arrays`, `render` and `markup` (a failure for people),
`fingerprint` (which known mistake gives these numbers).
"""

from autograder.checking.check import Check, Mistake, Variant, check, checks_in, mistake, mistakes_in, variant, variants_in
from autograder.checking.expect import Call, each, expect
from autograder.checking.fingerprint import same_trace
from autograder.checking.observe import Outcome
from autograder.checking.record import Failure, Record
from autograder.checking.render import render_text
from autograder.checking.seeds import rng, shifted
from autograder.checking.tolerance import Expected, expected_from

__all__ = [
    "Call",
    "Check",
    "Expected",
    "Failure",
    "Mistake",
    "Outcome",
    "Record",
    "Variant",
    "check",
    "checks_in",
    "each",
    "each_error",
    "expect",
    "expect_error",
    "expected_from",
    "mistake",
    "mistakes_in",
    "points",
    "random_upstream",
    "render_html",
    "render_text",
    "rng",
    "same_trace",
    "shifted",
    "variant",
    "variants_in",
]

_LATER = {
    "each_error": "autograder.checking.errors",
    "expect_error": "autograder.checking.errors",
    "points": "autograder.checking.judge",
    "random_upstream": "autograder.checking.gradients",
    "render_html": "autograder.checking.markup",
}


def __getattr__(name: str) -> object:
    """What only some checks need is imported when it is first asked for: notebooks start faster."""
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
