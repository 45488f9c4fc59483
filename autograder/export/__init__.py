"""Grades on their way to other systems: whose they are, what lateness costs, and the file each system reads.

`people` (a roster, and who handed in what), `rules` (`course.toml`: due dates, late penalty, attempts), `scores` (one
score per person, of all `attempts`), `formats` (one writer per system), `run` (the command).
"""

from autograder.export.errors import ExportError
from autograder.export.run import FORMATS, export

__all__ = ["FORMATS", "ExportError", "export"]
