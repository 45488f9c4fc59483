"""Written answers, graded by people: a page on this machine, with the rubric, by keyboard. See README.md.

`rubric` (what the guide asks for), `numbers` (what an answer quotes), `facts` (what such numbers are), `calls` (what a
quoted call gives), `text` (answers as harmless HTML), `groups` (answers that say the same), `evidence` (what stands beside
an answer), `desk` (one class and its marks), `server` (the page).
"""

from autograder.written.facts import facts, printed

__all__ = ["facts", "printed"]
