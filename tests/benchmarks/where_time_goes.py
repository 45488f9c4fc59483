"""Where the milliseconds of one submission go: CPU time by stage in the grader, in the zygote and in the sessions.

    python tests/benchmarks/where_time_goes.py [--assignment a4] [--copies 40] [--handed-in reference|blank|mistakes]

One job, so that times add up. Every stage is charged its own time only: what `codec` takes inside `checks` is the codec's.
The last lines compare with the cells and checks of the same notebook in one warm process, without a sandbox.
"""

import argparse
import contextlib
import io
import json
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
os.environ.setdefault("MPLBACKEND", "agg")

from autograder import grade_class as grading, silent
from autograder.checking import Check, compare, explain, gradients, shrink, slopes, tolerance
from autograder.checking.memo import Memo
from autograder.course import Assignment, find_root, load, solutions, student_notebook, substitute
from autograder.grading import grade_one, known_mistakes, recall, replay, store
from autograder.sandbox import Session, Zygote
from autograder.sandbox.channel import Channel
from autograder.sandbox.codec import Decoder, Encoder
from tests.benchmarks import stopwatch

_ME = "tests.benchmarks.stopwatch"


def watched(assignment: Assignment) -> stopwatch.Stopwatch:
    """A stopwatch on every stage of the grader's own process."""
    watch = stopwatch.Stopwatch()
    watch.watch("start a session", Zygote, "begin")
    watch.watch("end a session", Zygote, "end")
    watch.watch("frames", Channel, "send", "send_packed", "write", "receive", "receive_packed")
    watch.watch("codec", Encoder, "encode")
    watch.watch("codec", Decoder, "decode")
    watch.watch("reference, with tolerances", tolerance, "_compute")
    watch.watch("slopes of the reference", gradients, "_measure")
    watch.watch("memory of both", Memo, "get")
    watch.watch("slopes, the arithmetic", slopes, "slopes")
    watch.watch("comparison", compare, *(name for name in vars(compare) if name.endswith("_difference") or name == "difference"))
    watch.watch("diagnosis", explain, "explain_value", "explain_gradient")
    watch.watch("diagnosis", shrink, "shrink")
    watch.watch("diagnosis", known_mistakes.KnownMistakes, "name", "name_from")
    watch.watch("checks, the rest", Check, "trace")
    watch.watch("what is remembered", recall.Recall, "trace")
    watch.watch("reading submissions", grading, "read_submission")
    watch.watch("store", store.Store, "put", "done")
    watch.watch("results, report", grading, "write_outputs")
    watch.watch("one submission, the rest", grade_one, "grade_one")
    for name in assignment.functions:
        function = getattr(assignment.reference, name, None)
        if function is not None:
            setattr(assignment.reference, name, watch.timed("reference, called by checks", function))
    return watch


class Sessions:
    """What all sessions report when they are closed: seconds and entries by stage, and the CPU time the kernel counts."""

    def __init__(self) -> None:
        self.seconds, self.entries, self.zygote = Counter(), Counter(), {}
        self.cpu = self.count = 0
        close = Session.close

        def told(session: Session) -> None:
            if session.lost is None and session.usage is None:
                with contextlib.suppress(Exception):
                    self._add(*stopwatch.read(session))
            close(session)
            if session.usage is not None:
                self.cpu += session.usage.cpu_seconds
                self.count += 1

        Session.close = told

    def _add(self, seconds: dict, entries: dict) -> None:
        for stage in seconds:
            if stage.startswith("zygote"):
                self.zygote[stage] = max(self.zygote.get(stage, (0.0, 0)), (seconds[stage], entries.get(stage, 0)))
            else:
                self.seconds[stage] += seconds[stage]
                self.entries[stage] += entries.get(stage, 0)


def notebooks(assignment: Assignment, handed_in: str, copies: int) -> list[str]:
    """The submissions: the reference, the blank notebook, or one known mistake after the other in right notebooks."""
    right = solutions(assignment)
    if handed_in == "reference":
        kinds = [right]
    elif handed_in == "blank":
        kinds = [{}]
    else:
        kinds = [{**right, assignment.question_of(one.function).id: substitute(one)} for one in assignment.mistakes]
    texts = [json.dumps(student_notebook(assignment, kinds[i % len(kinds)])) for i in range(copies)]
    return [text.replace("import numpy as np", f"import numpy as np  # {i}", 1) for i, text in enumerate(texts)]


def warm(assignment: Assignment, text: str, repeats: int = 10) -> tuple[float, float, float]:
    """CPU seconds in this process: the cells by exec, the cells in an IPython shell, the checks on their functions."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    untouched = {cell.source.strip() for cell in assignment.cells if "picture" in cell.tags}
    cells = ["".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    cells = [source for source in cells if source.strip() not in untouched]
    kept = {name: sys.modules.get(name) for name in ("otter", "autograder.notebook")}
    sys.modules.update(dict.fromkeys(kept, silent))
    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell(config=config)
    by_exec = in_shell = checks = 0.0
    with contextlib.chdir(assignment.public_dir), contextlib.redirect_stdout(io.StringIO()):
        for repeat in range(repeats + 1):
            if repeat == 1:  # the first round imports what all others have
                by_exec = in_shell = checks = 0.0
            names = {"__name__": "__main__"}
            began = time.process_time()
            for source in cells:
                exec(compile(source, "cell", "exec"), names)
            by_exec += time.process_time() - began
            began = time.process_time()
            for source in cells:
                shell.run_cell(source, store_history=False)
            in_shell += time.process_time() - began
            began = time.process_time()
            for one in (*assignment.public_checks, *assignment.hidden_checks):
                one.run(names)
            checks += time.process_time() - began
    for name, module in kept.items():
        del sys.modules[name]
        sys.modules.update({} if module is None else {name: module})
    return by_exec / repeats, in_shell / repeats, checks / repeats


def main() -> None:
    """Grade copies of one notebook under the stopwatch and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assignment", default="a4")
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--handed-in", choices=("reference", "blank", "mistakes"), default="reference")
    args = parser.parse_args()
    assignment = load(find_root(), args.assignment)
    texts = notebooks(assignment, args.handed_in, args.copies)
    alone = warm(assignment, texts[0])
    if sys.platform != "linux":
        raise SystemExit("sessions exist on Linux only")
    replay._PRELOAD = (*replay._PRELOAD, _ME)
    watch, sessions = watched(assignment), Sessions()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name) / "class"
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"s{number:05d}.ipynb").write_text(text)
        watch.forget()
        began, cpu, before = time.perf_counter(), time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN)
        grading.grade_class(assignment, [folder], Path(name) / "out", grading.Options(jobs=1), io.StringIO())
        seconds, cpu, after = time.perf_counter() - began, time.process_time() - cpu, resource.getrusage(resource.RUSAGE_CHILDREN)
    children = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    _print(args, watch, sessions, seconds, cpu, children, alone)


def _print(args, watch, sessions: Sessions, seconds: float, cpu: float, children: float, alone: tuple[float, float, float]) -> None:
    per = 1000 / args.copies

    def row(stage: str, spent: float, entries: float | str = "") -> None:
        count = f"{entries / args.copies:.1f}" if entries != "" else ""
        print(f"{stage:<48} {per * spent:>9.2f} {count:>10}")

    print(f"{args.assignment}, {args.handed_in}: {args.copies} submissions, 1 job; {per * seconds:.0f} ms each, under the stopwatch")
    print(f"{'stage':<48} {'ms of CPU':>9} {'times':>10}")
    for stage, spent in sorted(watch.seconds.items(), key=lambda item: -item[1]):
        row(f"grader: {stage}", spent, watch.entries[stage])
    row("grader: in all, with the start", cpu)
    for stage, (spent, entries) in sorted(sessions.zygote.items()):
        row(stage, spent, entries)
    for stage, spent in sorted(sessions.seconds.items(), key=lambda item: -item[1]):
        row(stage, spent, sessions.entries[stage])
    row("session: in all, by the kernel's count", sessions.cpu, sessions.count)
    row("zygote and sessions, in all, with the start", children)
    row("everything", cpu + children)
    for stage, spent in zip(("cells, by exec", "cells, in a shell", "checks"), alone, strict=True):
        print(f"{'in one warm process: ' + stage:<48} {1000 * spent:>9.2f}")


if __name__ == "__main__":
    main()
