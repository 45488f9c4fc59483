"""From source to what is handed out: compose an Otter master, let Otter build, prove the result, hand it over.

Read it in this order: `compose` (the master and the files beside it), `otter_worker` (Otter builds and grades, in a
process of its own), `verify` (what Otter made is what was asked for), `handout` (the student folder), `leaks`
(nothing private is in it), `solution` (the executed notebook and its page), `gradescope` (the bundle for Gradescope),
`build` (all of it in order).
"""

from autograder.release.build import Released, release
from autograder.release.errors import ReleaseError
from autograder.release.leaks import Leak, find_leaks

__all__ = ["Leak", "ReleaseError", "Released", "find_leaks", "release"]
