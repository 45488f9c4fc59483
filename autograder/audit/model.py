"""What an audit finds: holes, each with the assignment, the part that is not right, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hole:
    """One thing that is wrong with an assignment or its checks."""

    part: str  # which of the audit's parts found it
    subject: str  # the question, function, check, mistake or file it is about
    message: str


@dataclass(slots=True)
class Part:
    """One part of an audit: how many cases it looked at, the holes it found, and a remark for the table."""

    name: str
    cases: int = 0
    holes: list[Hole] = field(default_factory=list)
    remark: str = ""
    seconds: float = 0.0

    def hole(self, subject: str, message: str) -> None:
        """Note a hole."""
        self.holes.append(Hole(self.name, subject, message))
