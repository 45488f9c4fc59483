"""Repairs: which one small change of the learner's own code makes it right, so that a mistake is named with its line.

`repairs` proposes changes of a learner's source, the likeliest first; `search` has each of them tried by the caller, who runs
it in a sandbox; `words` says of the one that passes every check where it is and what kind of thing it changes, never how.
Nothing here executes or imports what learners wrote.
"""

from autograder.repair.model import Repair
from autograder.repair.propose import repairs
from autograder.repair.search import Found, search
from autograder.repair.words import Words, words

__all__ = ["Found", "Repair", "Words", "repairs", "search", "words"]
