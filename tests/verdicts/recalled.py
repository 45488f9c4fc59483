"""Grade right and wrong notebooks with and without what is remembered of checks that passed, in several orders, and compare.

    python -m tests.verdicts.recalled [--assignment a4] [--every 1] [--seed 0]

Variants, mistakes and cases of an assignment, in the real sandbox. Each is graded alone; then all with one memory, in
two orders, the second with all that the first has left. Grades and traces have to be equal; what is not is printed, and
the exit code is 1.
"""

import argparse
import json
import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from autograder.checking import Outcome
from autograder.course import Assignment, load, solutions, student_notebook
from autograder.course.functions import solutions_with
from autograder.grading import grade_one as module
from autograder.grading.foresight import Script, record
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Submission
from autograder.sandbox import Limits, Zygote
from tests.verdicts.case import ASSIGNMENTS, ROOT, cases

LIMITS = Limits(call_seconds=10.0, cell_seconds=10.0, memory_mb=1024)


def notebooks(assignment: Assignment) -> dict[str, dict]:
    """Whatever a learner may hand in, by what it is."""
    right = solutions(assignment)
    written = {f"{type(one).__name__} {one.name}": solutions_with(assignment, one) for one in (*assignment.variants, *assignment.mistakes)}
    for kind in ("right", "wrong"):
        for case in cases(kind):
            if case.assignment == assignment.id:
                question = assignment.question_of(case.function).id
                written[f"{kind} {case.id}"] = {**right, question: f"{right[question]}\n\n\n{case.source}"}
    return {"reference": student_notebook(assignment, right), **{what: student_notebook(assignment, one) for what, one in written.items()}}


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade without its times as text, and by check that passed in the first run what it has seen."""

    grade: str
    seen: Mapping[str, str]

    def is_like(self, other: "Graded") -> bool:
        """Whether the grades are the same and what was seen by checks that both have run to the end.

        Where all is asked ahead, a failure ends the session, and more is left to later sessions.
        """
        return self.grade == other.grade and all(self.seen[name] == other.seen[name] for name in self.seen.keys() & other.seen.keys())


class Graders:
    """Grades notebooks of one assignment as if nothing, or only what a script says, had happened before."""

    def __init__(self, assignment: Assignment, zygote: Zygote, limits: Limits = LIMITS) -> None:
        self._assignment, self._zygote, self._limits = assignment, zygote, limits
        self._mistakes, self._known = KnownMistakes(assignment), record(assignment).checks

    def script(self, streak: int = 0, *, ahead: bool = True) -> Script:
        """A new one; streak: of right submissions; ahead: whether calls are foreseen."""
        return Script(self._known if ahead else {}, streak)

    def grade(self, notebook: dict, script: Script, seconds: float = np.inf) -> Graded:
        """Grade one, in at most so many seconds."""
        submission = Submission("ada", "ada", notebook, "digest")
        with _set(script) as seen:
            grade = module.grade_one(self._zygote, self._assignment, submission, self._mistakes, self._limits, seconds=seconds).to_dict()
        grade.pop("seconds")
        for question in grade["questions"]:
            for verdict in question["verdicts"]:
                verdict.pop("seconds")
        return Graded(json.dumps(grade, indent=1, default=str), seen)


@contextmanager
def _set(script: Script) -> Iterator[dict[str, str]]:
    """Let the next grade use this script; yields what its checks have seen."""
    seen: dict[str, str] = {}
    run_all, script_of = module._run_all, module.script_of

    def watched(*args) -> Mapping[str, object]:
        ran = run_all(*args)
        seen.update({name: str([_told(outcome) for outcome in one.trace]) for name, one in ran.items() if one.verdict.status == "passed"})
        return ran

    module._run_all, module.script_of = watched, lambda assignment: script
    try:
        yield seen
    finally:
        module._run_all, module.script_of = run_all, script_of


def _told(outcome: Outcome) -> str:
    with np.printoptions(threshold=10**6, floatmode="unique"):
        return f"{_value(outcome.value)} {outcome.error} {outcome.message!r} {outcome.mutated} {outcome.stdout!r}"


def _value(value: object) -> str:
    if type(value) in (list, tuple):
        return f"{type(value).__name__}{[_value(item) for item in value]}"
    if type(value) is dict:
        return f"{ {key: _value(item) for key, item in value.items()} }"
    return f"{value!r}" if type(value).__repr__ is not object.__repr__ else type(value).__name__


def differing(pool: Mapping[str, dict], graders: Graders, seed: int) -> list[str]:
    """What of `pool` is graded otherwise once others have been graded before."""
    found = []
    alone = {what: graders.grade(notebook, graders.script()) for what, notebook in pool.items()}
    draw = random.Random(seed)
    script = graders.script()
    for turn in range(2):
        order = list(pool)
        draw.shuffle(order)
        for what in order:
            if not graders.grade(pool[what], script).is_like(alone[what]):
                found.append(f"{what}, turn {turn}")
    return found


def main() -> None:
    """Compare all of it and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assignment", choices=ASSIGNMENTS, default="a4")
    parser.add_argument("--every", type=int, default=1, help="take every n-th notebook only")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    assignment = load(ROOT, args.assignment)
    pool = dict(list(notebooks(assignment).items())[:: args.every])
    with grading_zygote([ROOT / "solutions"]) as zygote:
        found = differing(pool, Graders(assignment, zygote), args.seed)
    print(f"{args.assignment}: {len(pool)} notebooks graded alone and twice among the others; differing: {len(found)}", *found, sep="\n")
    raise SystemExit(bool(found))


if __name__ == "__main__":
    main()
