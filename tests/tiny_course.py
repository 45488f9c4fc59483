"""A course of one tiny assignment, a9, as files: small enough to see through, and to break on purpose."""

from pathlib import Path
from textwrap import dedent

NOTEBOOK = '''
# %% [markdown]
# # a9 A tiny assignment

# %% tags=["setup"]
import numpy as np

# %% [markdown] question="q1" points=5 functions="double"
# ## Double it
# Double every entry.

# %% tags=["stub"]
def double(A):
    """2 * A, same shape as A."""
    raise NotImplementedError("q1: write double")

# %% tags=["picture"]
print(double(np.ones(2)))

# %% [markdown] question="q2" points=10 manual=true
# ## Say why

# %% [markdown] tags=["answer"]
# Type here.
'''
PUBLIC = '''
import numpy as np
from autograder.checking import check, expect

@check("q1", points=2)
def by_hand(double):
    """[1, 2] becomes [2, 4]."""
    expect(double, np.array([1.0, 2.0])).equals(np.array([2.0, 4.0]))
'''
HIDDEN = '''
import numpy as np
from autograder.checking import check, expect, expected_from
from . import reference

@check("q1", points=3, hidden=True)
def any_array(double):
    """Any array is doubled."""
    A = np.arange(6.0).reshape(2, 3)
    expect(double, A).equals(expected_from(reference.double, A)).unchanged()
'''
REFERENCE = '''
"""Reference of a9."""
import numpy as np

_FACTOR = 2

def _times(A, k):
    return A * k

def double(A):
    """2 * A, same shape as A."""
    return _times(A, _FACTOR)
'''
MISTAKES = '''
from autograder.checking import mistake

@mistake("double", hints=("what?", "the rule", "where"))
def squares(A):
    """Squares instead of doubling."""
    return A**2
'''
VARIANTS = '''
from autograder.checking import variant

@variant("double")
def adds(A):
    """A + A."""
    B = A
    return A + B
'''

SOURCES = {
    "assignments/a9_tiny/notebook.py": NOTEBOOK,
    "assignments/a9_tiny/checks.py": PUBLIC,
    "solutions/a9_tiny/reference.py": REFERENCE,
    "solutions/a9_tiny/checks.py": HIDDEN,
    "solutions/a9_tiny/mistakes.py": MISTAKES,
    "solutions/a9_tiny/variants.py": VARIANTS,
}


def write_course(root: Path, sources: dict[str, str] = SOURCES) -> Path:
    """Write the course below `root` and return it."""
    for name, text in sources.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip(), encoding="utf-8")
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace text in a source file; fails if it is not there."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
