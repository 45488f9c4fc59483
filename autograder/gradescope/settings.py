"""How the bundle grades: which assignment, and within which limits. Instructors may edit grading.json in the zip."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from autograder.sandbox import Limits

_MEMORY_FILES = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
_GRADER_MB = 300  # what the grader and the process it forks sessions from take themselves
_LEAST_MB, _MOST_MB = 256, 2048


@dataclass(frozen=True, slots=True)
class Settings:
    """grading.json. Seconds of wall time: of one call, of one cell, and of the whole run.

    Gradescope ends a run after ten minutes unless the assignment says otherwise; `total_seconds` leaves room before that.
    """

    assignment: str
    call_seconds: float = 10.0
    cell_seconds: float = 30.0
    total_seconds: float = 480.0

    def to_json(self) -> str:
        """The text of grading.json."""
        return json.dumps(asdict(self), indent=1) + "\n"

    @classmethod
    def read(cls, path: Path) -> Settings:
        """Read grading.json. Raises OSError, ValueError or TypeError with the reason."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def limits(self) -> Limits:
        """What one session may use in this container."""
        return Limits(call_seconds=self.call_seconds, cell_seconds=self.cell_seconds, memory_mb=session_memory())

    def that_matter(self) -> dict[str, object]:
        """Those that can change a grade."""
        return {"call_seconds": self.call_seconds, "cell_seconds": self.cell_seconds, "isolation": "full"}


def session_memory(files: tuple[str, ...] = _MEMORY_FILES) -> int:
    """Megabytes a session may take: Gradescope's smallest containers have 768 in all, and kill whoever asks for more."""
    limits = []
    for name in files:
        try:
            limits.append(int(Path(name).read_text()) >> 20)
        except (OSError, ValueError):  # another version of cgroups, or "max"
            continue
    return max(_LEAST_MB, min([_MOST_MB, *(limit - _GRADER_MB for limit in limits)]))
