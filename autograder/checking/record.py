"""The record of one failed check: the single source of every message shown to a person."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace

KINDS = (
    "missing",
    "not_attempted",
    "raised",
    "none",
    "type",
    "shape",
    "dtype",
    "not_finite",
    "value",
    "mutated",
    "property",
    "error",
    "timeout",
    "memory",
    "crashed",
    "protocol",
    "skipped",
)

# What may be said about a failure on a hidden input: the kind of failure, never the input or the numbers.
_REDACTED = {
    "missing": "the function is not defined",
    "not_attempted": "not attempted yet",
    "raised": "your function raised an error on a hidden input",
    "none": "your function returned None on a hidden input: did you forget a `return`?",
    "type": "the result has the wrong type on a hidden input",
    "shape": "the result has the wrong shape on a hidden input",
    "dtype": "the result has the wrong dtype on a hidden input",
    "not_finite": "the result holds NaN or infinity on a hidden input",
    "value": "the numbers are wrong on a hidden input",
    "mutated": "your function changed one of its inputs",
    "property": "the result does not have this property on a hidden input",
    "error": "your function should have raised an error on a hidden input: of the kind that was asked for, with a message",
    "timeout": "your function did not finish in time",
    "memory": "your function ran out of memory",
    "crashed": "your function ended the Python process",
    "protocol": "your code interfered with the grader's channel",
    "skipped": "not run: earlier checks of this question had already ended its sessions",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One failed check.

    Every field is plain text, so that a record can be stored as JSON and shown in a notebook, a terminal, a web
    page or on Gradescope. `hints` holds up to three levels: a question, the rule, where to look. `mistake` is the
    name of a known mistake that gives exactly the learner's results, else what the numbers themselves show (then
    `relation` is the id of that diagnosis), or "". `detail` is long text to fold away.
    """

    kind: str
    message: str
    question: str = ""
    check: str = ""
    title: str = ""
    hidden: bool = False
    call: str = ""
    got: str = ""
    expected: str = ""
    tolerance: str = ""
    mistake: str = ""
    hints: tuple[str, ...] = ()
    detail: str = ""
    relation: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of failure {self.kind!r}; known: {', '.join(KINDS)}")

    def redacted(self) -> Record:
        """The record as it may be shown to the learner: on a hidden check, no input, number or text of the call."""
        if not self.hidden:
            return self
        return replace(self, message=_REDACTED[self.kind], call="", got="", expected="", tolerance="", detail="")

    def with_mistake(self, name: str, hints: tuple[str, ...]) -> Record:
        """The same record with the mistake named."""
        return replace(self, mistake=name, hints=tuple(hints), relation="")

    def to_dict(self) -> dict:
        """Plain JSON types; the inverse of `from_dict`."""
        return {**asdict(self), "hints": list(self.hints)}

    @classmethod
    def from_dict(cls, data: dict) -> Record:
        """Rebuild a record from `to_dict`; keys that are not fields are ignored."""
        known = {f.name for f in fields(cls)}
        kept = {key: value for key, value in data.items() if key in known}
        return cls(**{**kept, "hints": tuple(kept.get("hints", ()))})


class Failure(AssertionError):
    """A check that did not pass; carries its `Record`. Its text is safe to show: hidden checks are redacted."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.message)
        self.record = record

    def __str__(self) -> str:
        from autograder.checking.render import UNWRAPPED, render_text

        return render_text(self.record.redacted(), width=UNWRAPPED)
