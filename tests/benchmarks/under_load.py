"""The same class graded on an idle and on a crowded machine: whether anybody's verdicts differ, and how long each took.

    python tests/benchmarks/under_load.py [--assignment a1] [--busy 16] [--timeout 2]

The class is that of the demo, and four more: right functions that compute for 60 % of the time a call may take, or sleep
as long, and functions that do either without end. Exits 1 if a verdict differs: what else a machine does must change none.
"""

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from autograder.course import Assignment, find_root, load, solutions, student_notebook
from autograder.grade_class import Options, grade_class
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade
from autograder.sample_class import write_class

# What the last graded function does before it is called for the first time: hardly anybody writes a slow one by mistake.
_WAYS = {
    "slow but right": "until = time.process_time() + {slow}\n    while time.process_time() < until: pass",
    "sleepy but right": "time.sleep({slow})",
    "endless": "while True: pass",
    "asleep": "time.sleep(10**6)",
}


def slowed(assignment: Assignment, way: str, slow: float) -> str:
    """The right notebook, with one function that does something else first, in its first call."""
    question = assignment.graded[-1]
    name = question.functions[0]
    wrapper = f"""

import time
_own_{name}, _called = {name}, []


def {name}(*args, **named):
    if not _called:
        _called.append(True)
        {_WAYS[way].format(slow=slow).replace(chr(10), chr(10) + "    ")}
    return _own_{name}(*args, **named)
"""
    right = solutions(assignment)
    return json.dumps(student_notebook(assignment, {**right, question.id: right[question.id] + wrapper}))


def graded(assignment: Assignment, folder: Path, out: Path, timeout: float) -> tuple[dict[str, Grade], float]:
    """The grades by name, and the seconds all of it took."""
    began = time.perf_counter()
    grade_class(assignment, [folder], out, Options(timeout=timeout, memory_mb=1024), io.StringIO())
    seconds = time.perf_counter() - began
    with Store(out / "results.sqlite") as store:
        return {grade.submission: grade for grade in store.grades()}, seconds


def verdicts(grade: Grade) -> dict[str, tuple[str, float]]:
    """Every verdict of a submission: check -> (status, points)."""
    return {f"{one.question}/{one.check}": (one.status, one.earned) for question in grade.questions for one in question.verdicts}


def main() -> int:
    """Grade the class twice and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assignment", default="a1")
    parser.add_argument("--busy", type=int, default=16, help="endless processes beside the second run")
    parser.add_argument("--timeout", type=float, default=2.0)
    args = parser.parse_args()
    assignment = load(find_root(), args.assignment)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name) / "class"
        write_class(assignment, folder)
        for way in _WAYS:
            (folder / f"{way.replace(' ', '-')}.ipynb").write_text(slowed(assignment, way, 0.6 * args.timeout))
        alone, quiet = graded(assignment, folder, Path(name) / "idle", args.timeout)
        busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(args.busy)]
        try:
            crowded, loud = graded(assignment, folder, Path(name) / "crowded", args.timeout)
        finally:
            for process in busy:
                process.kill()
                process.wait()
    print(f"{assignment.title}: {len(alone)} submissions; {quiet:.1f} s without and {loud:.1f} s with {args.busy} busy processes")
    print(f"{'submission':<34} {'points':>7} {'idle s':>7} {'busy s':>7}   verdicts that differ")
    differ = 0
    for who, grade in sorted(alone.items()):
        one, other = verdicts(grade), verdicts(crowded[who])
        changed = [f"{check}: {one.get(check)} -> {other.get(check)}" for check in sorted({*one, *other}) if one.get(check) != other.get(check)]
        changed += [f"{grade.status} -> {crowded[who].status}"] if grade.status != crowded[who].status else []
        differ += len(changed)
        spent = [each.seconds.get("total", 0.0) for each in (grade, crowded[who])]
        print(f"{who:<34} {grade.earned:>7g} {spent[0]:>7.2f} {spent[1]:>7.2f}   {'; '.join(changed)}")
    print(f"{differ} verdicts differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
