"""Repairs: which one small change of the learner's own code makes it right, so that a mistake is named with its line.

`repairs` proposes changes of a learner's source, the likeliest first; the caller tries them in a sandbox, and with `stages` pairs
of them too; where none of these is enough, `refilled` looks for an expression in the place of one of the learner's own, by the values
that are there when the code runs; `words` says of the one that passes every check what kind of thing it changes, never how.
Nothing here executes or imports what learners wrote.
"""

from autograder.repair.aims import Failing
from autograder.repair.evidence import Evidence, line_raised
from autograder.repair.holes import Filling, Holed, holed
from autograder.repair.model import Repair
from autograder.repair.probe import PROBE
from autograder.repair.propose import repairs
from autograder.repair.refill import refilled
from autograder.repair.results import agree
from autograder.repair.stages import chosen, stages
from autograder.repair.words import Words, words

__all__ = ["PROBE", "Evidence", "Failing", "Filling", "Holed", "Repair", "Words"]
__all__ += ["agree", "chosen", "holed", "line_raised", "refilled", "repairs", "stages", "words"]
