"""Right code loses nothing; a submission costs a bounded time and memory, whatever it does; nothing is left."""

from __future__ import annotations

import json
import threading
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import pytest

from autograder.grading.verdicts import Grade
from autograder.sandbox import Limits
from tests.hostile.course import PATIENT, POINTS, Bench, Case, children, outcome, settled
from tests.hostile.harmless import CELLS, FORMS, PAIRS

pytestmark = pytest.mark.longest

_ZYGOTES = 4
_NP = "import numpy as np"
RIGHT = [
    *(Case(f"form_{name}", {"q1": source}, (_NP,)) for name, source in FORMS.items()),
    *(Case(f"pair_{name}", {"q4": source}, (_NP,)) for name, source in PAIRS.items()),
    *(Case(f"cell_{name}", {}, (_NP, source)) for name, source in CELLS.items()),
]


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    before = set(children()), set(threading.enumerate())
    bench = Bench(tmp_path_factory.mktemp("course"), _ZYGOTES, temporary=tmp_path_factory.mktemp("temporary"))
    bench.before = before
    yield bench
    bench.close()


@pytest.fixture(scope="module")
def grades(bench):
    """Every case graded, four at a time: name -> future of its grade."""
    free: SimpleQueue[int] = SimpleQueue()
    for number in range(_ZYGOTES):
        free.put(number)

    def grade(case: Case) -> Grade:
        zygote = free.get()
        try:
            return bench.grade(case.code, case.first, limits=PATIENT, zygote=zygote)
        finally:
            free.put(zygote)

    with ThreadPoolExecutor(_ZYGOTES) as pool:
        yield {case.name: pool.submit(grade, case) for case in RIGHT}


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case.name)
def test_right_code_loses_nothing(grades, case):
    """However it is written and whatever is done around it."""
    assert {question: earned for question, (earned, _) in outcome(grades[case.name].result()).items()} == POINTS


def test_every_endless_function_leaves_time_for_the_others(bench):
    """A submission costs 15 times the time of one request and one last cell, whatever it does; a right question is not drawn in."""
    limits = Limits(call_seconds=0.5, cell_seconds=1.5, memory_mb=400)
    began = time.monotonic()
    sleep = "    import time\n    time.sleep(0.4)\n"
    grade = bench.grade({"q1": f"def double(A):\n{sleep * 999}", "q4": f"def halves(A):\n{sleep}    return A / 2, A / 2"}, limits=limits)
    assert time.monotonic() - began < 200  # of the clock on the wall, where a single call would take twice as long
    assert outcome(grade) == {"q1": (0.0, "timeout"), "q3": (4.0, "passed"), "q4": (0.0, "timeout")}


def test_a_notebook_that_sleeps_is_given_up(bench):
    """A thousand cells of a second each do not take a thousand seconds, nor that for each question."""
    began = time.monotonic()
    grade = bench.grade({"q1": "def double(A): return A"}, ["import time; time.sleep(0.2)"] * 1000, limits=Limits(call_seconds=0.2, cell_seconds=1.0))
    assert time.monotonic() - began < 100  # of the clock on the wall, where the cells alone would take twice as long
    assert grade.earned == 0 and {question.status for question in grade.questions} == {"timeout"}


def test_what_is_defined_before_the_time_is_over_is_checked(bench):
    """Right functions above endless experiments keep their points, and the grade says in a sentence what was left out."""
    # A tenth of the 12 s is what the checks are left with: more than whoever watches the cells is late on a busy machine.
    limits = Limits(call_seconds=0.8, cell_seconds=60.0, memory_mb=400)
    for last in (["import time; time.sleep(0.2)"] * 1000, ["while True: pass"]):
        grade = bench.grade({}, last=last, limits=limits)
        assert grade.earned == grade.possible
        assert grade.problem.startswith("Not all of this notebook was run and checked, because all of it may take 12 s; what was done by then counts")
    assert bench.grade({}).problem == ""


def test_what_cells_print_is_bounded_for_all_of_them_together(bench):
    """Two hundred cells that print a megabyte each make a small record."""
    grade = bench.grade({}, last=["print('x' * 10**6)\nraise ValueError('y' * 10**6)"] * 200)
    assert grade.earned == grade.possible and len(json.dumps(grade.to_dict())) < 500_000


def test_large_results_are_not_kept(bench):
    """While one check after the other gets sixty megabytes, the grader never holds more than six: what one sentence compares, and what that takes."""
    tracemalloc.start()
    try:
        body = "(*args):\n    return np.ones(7 * 10**6)"
        bench.grade({"q1": f"def double{body}", "q3": f"def quadruple{body}", "q4": f"def halves{body}"})
        assert tracemalloc.get_traced_memory()[1] < 6 * 64e6
    finally:
        tracemalloc.stop()


def test_long_texts_in_records_are_cut(bench):
    """A message that names sixty thousand keys of a dict does not fill the store."""
    grade = bench.grade({"q4": "def halves(A): return {f'{i:05d}' * 20: 1 for i in range(60_000)}"})
    assert len(json.dumps(grade.to_dict())) < 100_000


def test_nothing_is_left(bench, grades):
    """When all is graded there is no process, thread, temporary folder or open session left of it."""
    for future in grades.values():
        future.result()
    processes, threads = bench.before
    assert settled(lambda: len(set(children()) - processes), _ZYGOTES) == _ZYGOTES
    assert settled(lambda: [path for path in bench.temporary.rglob("*") if not path.match("hidden-layers-*") and not path.match("hidden-layers-*/template")], []) == []
    assert not list(Path(bench.root).rglob(".mark_of_mallory"))
    assert len(set(threading.enumerate()) - threads) <= _ZYGOTES

