"""The process that looks for lines: `main` reads what is wanted, and writes a line of JSON for each question.

What is wanted (JSON): `sources`, the cells as they were run; `checks`, the file of the public checks; `failed`, by question
what failed in the notebook, as in `ask.Failed`; `until`, the time by which it has to end, and `seconds`, which it may take
at most. What comes back: `question`, `line`, `hint`, `rule`, the text that is told; never the change itself. `hint` is empty if no change was found although there was time.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

from autograder.checking import Check, checks_in
from autograder.lines.harmless import answers_only, computes_only
from autograder.lines.order import failing, most_asked
from autograder.lines.own_code import Own, changed_lines, needed, one_argument, own_code
from autograder.lines.stopwatch import Stopwatch
from autograder.lines.told import line_told
from autograder.lines.trial import Trial, trial_of
from autograder.repair import Evidence, Repair, line_raised, repairs, words

_MOST_CANDIDATES = 400


def main() -> None:
    """Look for the lines that standard input asks for."""
    wanted = json.load(sys.stdin)
    watch = Stopwatch(min(wanted["seconds"], wanted["until"] - time.time()))
    answers = answers_only()
    checks = checks_in(_module(wanted["checks"]))
    computes_only()
    for number, (question, failed) in enumerate(wanted["failed"].items()):
        kept = watch.left * (1 - 1 / (len(wanted["failed"]) - number))  # for the questions after this one
        told = _told(question, failed, wanted["sources"], checks, watch, kept)
        if told or watch.left > kept:
            print(json.dumps({"question": question, "line": 0, "hint": "", "rule": "", **told}), file=answers, flush=True)


def _told(question: str, failed: Mapping, sources: Sequence[str], checks: Sequence[Check], watch: Stopwatch, kept: float) -> Mapping[str, object]:
    """What is said of a question; empty if nothing was found until only the seconds to be kept are left."""
    asked = [check for check in checks if check.question == question]
    names = frozenset(failed["checks"])
    for function in _functions(question, names, checks):
        own = own_code(sources, function)
        if own is None:
            continue
        surroundings = needed(sources, [own.function, *(name for check in asked for name in check.parameters)])
        trial = trial_of(surroundings, own.source, asked, names, watch)
        evidence = Evidence(failed["kind"], tuple(failed["relations"]), line_raised(failed["detail"], function))
        candidates = repairs(own.source, function, known=_steps(function, checks, surroundings), evidence=evidence, most=_MOST_CANDIDATES)
        repair = trial and _found(own, trial, candidates, kept)
        if repair:
            return _said(question, own, repair)
    return {}


def _functions(question: str, failed: frozenset[str], checks: Sequence[Check]) -> list[str]:
    """The functions that are written in a question and that its failed checks call, those that most of them call first.

    A function is written where checks ask for it first.
    """
    written: dict[str, str] = {}
    for check in checks:
        for name in check.parameters:
            written.setdefault(name, check.question)
    own = (name for name, where in written.items() if where == question)
    return most_asked(own, failing((check for check in checks if check.question == question), failed))


def _steps(function: str, checks: Sequence[Check], surroundings: str) -> tuple[str, ...]:
    """The other functions of one argument that the notebook has."""
    others = dict.fromkeys(name for check in checks for name in check.parameters if name != function)
    return tuple(name for name in others if one_argument(surroundings, name))


def _found(own: Own, trial: Trial, candidates: Iterable[Repair], kept: float) -> Repair | None:
    """The first change that passes, unless one in another line passes too and makes another function of it."""
    passing = _passing(trial, candidates, kept)
    first = next(passing, None)
    if first is None:
        return None
    calls = trial.calls(first.source, own.function)
    for rival in passing:
        if rival.line != first.line and trial.tells_apart(first.source, rival.source, own.function, calls):
            return None
    return first


def _passing(trial: Trial, candidates: Iterable[Repair], kept: float) -> Iterator[Repair]:
    for repair in candidates:
        if trial.watch.left <= kept:
            return
        if trial.passes(repair.source) and trial.confirms(repair.source):
            yield repair


def _said(question: str, own: Own, repair: Repair) -> Mapping[str, object]:
    said = words(repair)
    code = " ".join(repair.before.split()).replace("`", "'")
    hint = line_told(
        question, own.function, repair.line, code, said.question, lines=changed_lines(own.source, repair.source), passes="every public check"
    )
    return {"line": repair.line, "hint": hint, "rule": said.rule}


def _module(path: str) -> ModuleType:
    spec = spec_from_file_location("public_checks", path)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
