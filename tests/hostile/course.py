"""A course of four small questions to attack, and one way to grade an attack on it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.course import Assignment, load, student_notebook
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Grade, Submission
from autograder.sandbox import Limits
from tests.tiny_course import HIDDEN, MISTAKES, NOTEBOOK, PUBLIC, REFERENCE, write_course
from tests.tiny_course import SOURCES as TINY

# More than it takes, on a busy machine too.
PATIENT = Limits(call_seconds=8.0, cell_seconds=4.0, memory_mb=400)
RIGHT = {
    "q1": "def double(A):\n    return 2 * A",
    "q3": "def quadruple(A):\n    return 4 * A",
    "q4": "def halves(A):\n    return A / 2, A - A / 2",
}
# A file that attacks try to leave wherever one can be left.
MARK = ".mark_of_mallory"
POINTS = {"q1": 5.0, "q3": 4.0, "q4": 3.0}
_MORE = '''
# %% [markdown] question="q3" points=4 functions="quadruple" builds_on="double"
# ## Quadruple it

# %% tags=["stub"]
def quadruple(A):
    """4 * A."""
    raise NotImplementedError("q3: write quadruple")

# %% [markdown] question="q4" points=3 functions="halves"
# ## Halve it

# %% tags=["stub"]
def halves(A):
    """Two halves of A."""
    raise NotImplementedError("q4: write halves")
'''
_PUBLIC = '''
@check("q3", points=1)
def four_times(quadruple):
    """[1, 2] becomes [4, 8]."""
    expect(quadruple, np.array([1.0, 2.0])).equals(np.array([4.0, 8.0]))

@check("q4", points=0)
def half_of_two(halves):
    """[2] becomes [1] and [1]."""
    expect(halves, np.array([2.0])).equals((np.array([1.0]), np.array([1.0])))
'''
_HIDDEN = '''
@check("q3", points=3, hidden=True)
def four_times_any(quadruple):
    """Any array is quadrupled."""
    A = np.arange(7.0)
    expect(quadruple, A).equals(expected_from(reference.quadruple, A))

@check("q4", points=3, hidden=True)
def two_halves(halves):
    """Both halves, again and again."""
    for n in range(1, 9):
        expect(halves, np.arange(n + 0.0)).equals((np.arange(n) / 2, np.arange(n) / 2))
'''
_REFERENCE = '''
def quadruple(A):
    """4 * A."""
    return double(double(A))

def halves(A):
    """Two halves of A."""
    return A / 2, A - A / 2
'''
SOURCES = {
    **TINY,
    "assignments/a9_tiny/notebook.py": NOTEBOOK + _MORE,
    "assignments/a9_tiny/checks.py": PUBLIC + _PUBLIC,
    "solutions/a9_tiny/checks.py": HIDDEN + _HIDDEN,
    "solutions/a9_tiny/reference.py": REFERENCE + _REFERENCE,
    "solutions/a9_tiny/mistakes.py": MISTAKES,
}


@cache
def _assignment() -> Assignment:
    with tempfile.TemporaryDirectory() as folder:
        return load(write_course(Path(folder), SOURCES), "a9")


def right_notebook(code: Mapping[str, str] = {}, first: Sequence[str] = (), last: Sequence[str] = ()) -> dict:
    """A notebook that earns everything, with these sources in place of some, and further cells at its ends."""
    notebook = student_notebook(_assignment(), {**RIGHT, **code})
    cells = [[{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": source} for source in sources] for sources in (first, last)]
    notebook["cells"] = [*cells[0], *notebook["cells"], *cells[1]]
    return notebook


@dataclass(frozen=True, slots=True)
class Case:
    """A submission whose code is right: sources of the questions it changes, and cells to run first."""

    name: str
    code: dict[str, str]
    first: tuple[str, ...] = ()


class Bench:
    """A course on disk and some zygotes; grades one notebook at a time per zygote."""

    def __init__(self, folder: Path, zygotes: int, temporary: Path) -> None:
        self.root, self.temporary = write_course(folder, SOURCES), temporary
        self.assignment: Assignment = load(self.root, "a9")
        self._mistakes = KnownMistakes(self.assignment)
        self._stack = ExitStack()
        before, tempfile.tempdir = tempfile.tempdir, str(temporary)
        start = [grading_zygote([self.root / "solutions"]) for _ in range(zygotes)]
        tempfile.tempdir = before
        self.zygotes = [self._stack.enter_context(zygote) for zygote in start]

    def grade(
        self, code: dict[str, str], first: Sequence[str] = (), last: Sequence[str] = (), limits: Limits = PATIENT, zygote: int = 0
    ) -> Grade:
        """Grade a notebook with these sources in place of the right ones."""
        notebook = right_notebook(code, first, last)
        return grade_one(self.zygotes[zygote], self.assignment, Submission("mallory", "mallory", notebook, "d"), self._mistakes, limits)

    def close(self) -> None:
        """End the zygotes."""
        self._stack.close()


def outcome(grade: Grade) -> dict[str, tuple[float, str]]:
    """(points, status) of every question."""
    return {question.question: (question.earned, question.status) for question in grade.questions}


def children() -> list[str]:
    """The process ids of this process's children."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # a thread that has just ended
            found += (task / "children").read_text().split()
    return found


def settled(look: Callable[[], object], wanted: object, seconds: float = 120) -> object:
    """What a look finds, once it finds what is wanted; after `seconds`, whatever it finds: what ends may take its time."""
    end = time.monotonic() + seconds
    while (found := look()) != wanted and time.monotonic() < end:
        time.sleep(0.02)
    return found
