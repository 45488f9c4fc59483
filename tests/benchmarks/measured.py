"""One `autograder grade`, report and export in a process of its own, measured from inside: `python -m tests.benchmarks.measured`.

Standard input: a JSON object with assignment, submissions (folder), out, options, made_up (number of made-up grades, 0 to
grade for real). Standard output: a JSON object with seconds and memory of each step.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from autograder.checking import Mistake
from autograder.course import Assignment, find_root, load, solutions, solutions_with, student_notebook
from autograder.export import export
from autograder.grade_class import Options, grade_class, write_outputs
from autograder.grading.schedule import grade_many
from autograder.grading.store import Store
from autograder.grading.verdicts import Submission

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of wall time: of grading, of what `autograder report` writes into an empty folder, of writing it again, of an
    export. CPU seconds: of grading, sessions included, and of the first report, helpers included. The most memory (MB):
    of the grader after grading with its outputs and after everything, and of the largest process it started itself
    (zygote or helper). The size of the store (MB)."""

    grade: float
    cpu: float
    memory: float
    report: float
    report_cpu: float
    report_again: float
    export: float
    memory_at_the_end: float
    helper_memory: float
    store: float


def measured(assignment: str, submissions: Path, out: Path, made_up: int = 0, **options: object) -> Measured:
    """Run it in a fresh process; `options` are those of `Options`."""
    order = {"assignment": assignment, "submissions": str(submissions), "out": str(out), "options": options, "made_up": made_up}
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-m", "tests.benchmarks.measured"], input=json.dumps(order), capture_output=True, text=True, env=env)
    if done.returncode:
        raise SystemExit(done.stderr)
    return Measured(**json.loads(done.stdout))


def hand_in(assignment: Assignment, folder: Path, size: int) -> None:
    """A class: three of four notebooks right, the others each with one of the known mistakes; no two the same."""
    folder.mkdir(parents=True)
    wrong = [one for one in assignment.mistakes if isinstance(one, Mistake)]
    for number in range(size):
        sources = solutions_with(assignment, wrong[number // 4 % len(wrong)]) if number % 4 == 3 else solutions(assignment)
        sources = {question: f"# submission {number}\n{source}" for question, source in sources.items()}
        (folder / f"s{number:05}.ipynb").write_text(json.dumps(student_notebook(assignment, sources)))


def main() -> None:
    """Do what standard input says."""
    order = json.loads(sys.stdin.read())
    out = Path(order["out"])
    assignment = load(find_root(ROOT), order["assignment"])
    helpers = Helpers()
    helpers.start()
    began, cpu = time.perf_counter(), _cpu()
    if order["made_up"]:
        _made_up(out, order["made_up"])
    else:
        grade_class(assignment, [Path(order["submissions"])], out, Options(quiet=True, **order["options"]), io.StringIO())
    graded, cpu, memory = time.perf_counter() - began, _cpu() - cpu, _memory()
    with Store(out / "results.sqlite") as store:
        for name in ("report", "gradescope"):
            shutil.rmtree(out / name)
        began, report_cpu = time.perf_counter(), _cpu()
        write_outputs(store, out)
        report, report_cpu = time.perf_counter() - began, _cpu() - report_cpu
        began = time.perf_counter()
        write_outputs(store, out)
        again = time.perf_counter() - began
    began = time.perf_counter()
    export(out, "csv")
    exported = time.perf_counter() - began
    size = sum(path.stat().st_size for path in out.glob("results.sqlite*")) / 1e6
    made = Measured(graded, cpu, memory, report, report_cpu, again, exported, _memory(), helpers.most, size)
    print(json.dumps(dataclasses.asdict(made)))


def _made_up(out: Path, size: int) -> None:
    """Copies of the grades that are in `out`, up to `size`, through schedule, store and outputs; no session is opened."""
    with Store(out / "results.sqlite") as store:
        basis, models = store.basis, list(store.grades())

    def grade(task):
        one = task.submission
        return dataclasses.replace(models[int(one.digest) % len(models)], submission=one.name, student=one.student, digest=one.digest)

    class_ = (Submission(f"m{number:05}", f"m{number:05}", {"cells": []}, str(number)) for number in range(size))
    with Store(out / "results.sqlite", basis) as store, ThreadPoolExecutor(2) as executor:
        grade_many(class_, store, grade, executor, in_flight=4)
        write_outputs(store, out)


class Helpers(threading.Thread):
    """Looks ten times a second at the processes that this one has started. `most` is the most memory (MB) that one of them
    used. What the system says of children that have ended is no good: it counts what this process had when it started them."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0.0

    def run(self) -> None:
        """Look until the process ends."""
        while True:
            for tasks in Path("/proc/self/task").glob("*/children"):
                with contextlib.suppress(OSError, IndexError):
                    for child in tasks.read_text().split():
                        status = Path(f"/proc/{child}/status").read_text()
                        if Path(f"/proc/{child}/cmdline").read_bytes() != Path("/proc/self/cmdline").read_bytes():  # has begun its own work
                            self.most = max(self.most, int(status.partition("VmHWM:")[2].split()[0]) / 1024)
            time.sleep(0.1)


def _cpu() -> float:
    """Seconds of this process and of those it has waited for."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
