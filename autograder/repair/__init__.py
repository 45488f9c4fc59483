"""Repairs: which one small change of the learner's own code makes it right, so that a mistake is named with its line.

`repairs` proposes changes of a learner's source, the likeliest first; the caller tries them in a sandbox, and with `stages` pairs
of them too; `words` says of the one that passes every check what kind of thing it changes, never how.
Nothing here executes or imports what learners wrote.
"""

from autograder.repair.evidence import Evidence, line_raised
from autograder.repair.model import Repair
from autograder.repair.propose import repairs
from autograder.repair.stages import chosen, stages
from autograder.repair.words import Words, words

__all__ = ["Evidence", "Repair", "Words", "chosen", "line_raised", "repairs", "stages", "words"]
