"""What wrong code costs: a class in which everybody wrote other mistakes, beside one in which everybody is right.

    python -m tests.benchmarks.wrong_class [a5 ...] [--size 24] [--wrong 3] [--seed 0]

Every submission is the reference with `--wrong` functions of different questions written as in the wrong code of tests/verdicts
(second to fourth set), no piece twice while there are others; one job, each assignment in a process of its own. Printed are CPU seconds (the
grader's and what its sessions computed) by stage, and the ten pieces that cost most with what their learners were told. What is
computed once for a class is a stage of its own and counts for no piece. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import functools
import io
import json
import multiprocessing
import os
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np

from autograder.course import Assignment, find_root, list_assignments, load, replace_function, solutions, student_notebook
from autograder.grade_class import Options, grade_class
from autograder.grading import grade_one, mend
from autograder.grading.budget import Budget
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.store import Store
from autograder.grading.verdicts import QuestionResult
from tests.benchmarks.stopwatch import Stopwatch
from tests.verdicts.case import FOURTH, Case, fourth, second, third
from tests.verdicts.second_blind_wrong import CASES as SECOND
from tests.verdicts.third_blind_wrong import CASES as THIRD

ONCE = "known mistakes, run once"
STAGES = (
    "everything run once", "confirmed, explained", "errors carried forward", ONCE, "known mistakes, compared", "relations over calls",
    "slips", "lines", "fillings", "the rest",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Handed:
    """One submission: its name, and the wrong piece by question."""

    name: str
    pieces: dict[str, Case]
    notebook: dict


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one class: its size, CPU seconds of the grader, of its sessions and their zygote, wall seconds, CPU seconds by stage (both together),
    the most memory of the grader (MB) and what it was before; and the CPU seconds and the hint of every piece, by submission and question."""

    size: int
    grader: float
    sessions: float
    wall: float
    stages: dict[str, float]
    memory: float
    before: float
    pieces: dict[tuple[str, str], tuple[float, str]]


def wrong_pieces(name: str) -> list[Case]:
    """All wrong code of an assignment in the second to fourth set."""
    sets = ((SECOND, second), (THIRD, third), (FOURTH, fourth))
    return [case for there, pieces in sets if name in there for case in pieces("wrong", name)]


def wrong_class(assignment: Assignment, size: int, wrong: int, rng: np.random.Generator) -> list[Handed]:
    """So many submissions, each with `wrong` wrong pieces in questions of its own (fewer if there are not as many questions)."""
    right = solutions(assignment)
    waiting: dict[str, list[Case]] = defaultdict(list)
    handed = []
    for case in wrong_pieces(assignment.id):
        if assignment.question_of(case.function).points:
            waiting[assignment.question_of(case.function).id].append(case)
    left = {question: list(rng.permutation(len(pieces))) for question, pieces in waiting.items()}
    for number in range(size):
        # Questions with many pieces come in often, so that few pieces come twice.
        order = sorted(left, key=lambda question: (-len(left[question]), rng.random()))[:wrong]
        chosen = {}
        for question in order:
            if not left[question]:
                left[question] = list(rng.permutation(len(waiting[question])))
            chosen[question] = waiting[question][left[question].pop()]
        sources = {question: replace_function(right[question], case.function, case.source) for question, case in chosen.items()}
        handed.append(Handed(f"wrong{number:03}", chosen, student_notebook(assignment, {**right, **sources})))
    return handed


def right_class(assignment: Assignment, size: int) -> list[Handed]:
    """So many right submissions, no two the same text."""
    made = [{question: f"# submission {number}\n{source}" for question, source in solutions(assignment).items()} for number in range(size)]
    return [Handed(f"right{number:03}", {}, student_notebook(assignment, sources)) for number, sources in enumerate(made)]


class _Watch(Stopwatch):
    """Stages in the grader, with what the sessions compute meanwhile; and the same by submission and question."""

    def __init__(self) -> None:
        super().__init__()
        self.by_piece: dict[tuple[str, str], float] = defaultdict(float)
        self.submission = ""

    def start(self) -> None:
        """Watch from now on."""
        self.watch(STAGES[0], grade_one, "_run_all")
        self.watch(STAGES[1], grade_one, "_confirm")
        self.watch(STAGES[2], grade_one, "_carried")
        self.watch(ONCE, KnownMistakes, "_run")
        self.watch(STAGES[4], KnownMistakes, "name", "name_from")
        self.watch(STAGES[5], KnownMistakes, "believed")
        self.watch(STAGES[6], KnownMistakes, "with_slip")
        self.watch(STAGES[7], mend._Search, "find")
        self.watch(STAGES[8], mend._Search, "refill")
        self._of_pieces(grade_one, "_settle", lambda args: args[2].id)
        self._of_pieces(grade_one, "_carried", lambda args: args[2].id)
        self._of_pieces(mend.Mender, "_mend", lambda args: args[1].question.id)
        charge, graded = Budget.charge, grade_one.grade_one

        def charged(budget: Budget, seconds: float) -> None:
            charge(budget, seconds)
            stack = self._open.stack
            self.seconds[stack[-1] if stack else STAGES[-1]] += seconds

        def grading(zygote: object, assignment: Assignment, submission: object, *args: object, **named: object) -> object:
            self.submission = submission.name
            return graded(zygote, assignment, submission, *args, **named)

        Budget.charge = charged
        from autograder.grading import workshop

        workshop.grade_one = self.timed(STAGES[-1], grading)

    def _of_pieces(self, owner: object, name: str, question: Callable[[tuple], str]) -> None:
        before = getattr(owner, name)

        @functools.wraps(before)
        def measured(*args: object) -> object:
            began = self._all()
            try:
                return before(*args)
            finally:
                self.by_piece[self.submission, question(args)] += self._all() - began

        setattr(owner, name, measured)

    def _all(self) -> float:
        self._charge(self._open)
        return sum(seconds for stage, seconds in self.seconds.items() if stage != ONCE)


def graded(assignment: Assignment, handed: list[Handed], watch: _Watch) -> Cost:
    """Grade a class with one job."""
    watch.forget()
    watch.by_piece.clear()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder, out = Path(name) / "class", Path(name) / "out"
        folder.mkdir()
        for one in handed:
            (folder / f"{one.name}.ipynb").write_text(json.dumps(one.notebook))
        before, began, cpu, children = _memory(), time.perf_counter(), _cpu(resource.RUSAGE_SELF), _cpu(resource.RUSAGE_CHILDREN)
        grade_class(assignment, [folder], out, Options(jobs=1, quiet=True), io.StringIO())
        wall, cpu, children = time.perf_counter() - began, _cpu(resource.RUSAGE_SELF) - cpu, _cpu(resource.RUSAGE_CHILDREN) - children
        with Store(out / "results.sqlite") as store:
            results = {(grade.submission, result.question): result for grade in store.grades() for result in grade.questions}
    pieces = {(one.name, question): (watch.by_piece[one.name, question], _told(results[one.name, question])) for one in handed for question in one.pieces}
    return Cost(len(handed), cpu, children, wall, dict(watch.seconds), _memory(), before, pieces)


def _told(result: QuestionResult) -> str:
    """What a learner is told first: a name, a line, the message of the first check."""
    if result.status == "passed":
        return "(passes)"
    named = next((verdict.record.mistake for verdict in result.failed if verdict.record and verdict.record.mistake), "")
    line = f"line {result.mend.line} ({result.mend.aspect})" if result.mend else ""
    first = result.failed[0].record
    return "; ".join(filter(None, (named, line))) or f"({first.kind}: {first.message})"


def _cpu(who: int) -> float:
    return sum(resource.getrusage(who)[:2])


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def rows(name: str, handed: list[Handed], wrong: Cost, right: Cost) -> Iterator[str]:
    """The table of one assignment."""
    yield f"{name}: {wrong.size} submissions with up to {max(len(one.pieces) for one in handed)} wrong functions each, beside {right.size} right ones; 1 job"
    yield f"{'':<34}{'wrong':>10}{'right':>10}"
    for title, attribute, per in (("CPU s per submission, grader", "grader", True), ("CPU s per submission, sessions", "sessions", True), ("wall s in all", "wall", False)):
        numbers = [getattr(cost, attribute) / (cost.size if per else 1) for cost in (wrong, right)]
        yield f"{title:<34}{numbers[0]:>10.2f}{numbers[1]:>10.2f}"
    yield f"{'most memory of the grader, MB':<34}{wrong.memory:>10.0f}{right.memory:>10.0f}"
    for stage in STAGES:
        yield f"  {stage + ', CPU s':<32}{wrong.stages.get(stage, 0.0):>10.2f}{right.stages.get(stage, 0.0):>10.2f}"
    costs = sorted((seconds for seconds, _ in wrong.pieces.values()), reverse=True)
    yield f"a wrong function, CPU s: median {np.median(costs):.2f}, nine of ten within {np.quantile(costs, 0.9):.2f}, most {costs[0]:.2f}"
    by_name = {one.name: one for one in handed}
    for (submission, question), (seconds, told) in sorted(wrong.pieces.items(), key=lambda item: -item[1][0])[:10]:
        case = by_name[submission].pieces[question]
        yield f"  {seconds:6.2f}  {case.function}: {case.what[:70]}\n          {told[:150]}"


def _one(name: str, size: int, wrong: int, seed: int) -> list[str]:
    assignment = load(find_root(), name)
    handed, watch = wrong_class(assignment, size, wrong, np.random.default_rng(seed)), _Watch()
    watch.start()
    # The right ones first: what is remembered of checks is there for both, and memory only grows.
    right = graded(assignment, right_class(assignment, size), watch)
    return list(rows(name, handed, graded(assignment, handed, watch), right))


def main() -> None:
    """Grade and print, one assignment after the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignments", nargs="*", default=[])
    parser.add_argument("--size", type=int, default=24)
    parser.add_argument("--wrong", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    for name in chosen.assignments or [one.id for one in list_assignments(find_root()) if wrong_pieces(one.id)]:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            print("\n".join(pool.apply(_one, (name, chosen.size, chosen.wrong, chosen.seed))), flush=True)


if __name__ == "__main__":
    main()
