"""A process that grades, for a Dask worker or for one of many threads of this machine: JSON lines in and out.

The first line in says what to grade and how. The first line out is {"ready": isolation in words} or {"refused": reason}.
After that a task comes in and a grade goes out, until standard input ends: with it whoever has started this process is
gone, and this process, and the bundle with the solutions on a worker, go too.
"""

from __future__ import annotations

import json
import os
import platform
import queue
import shutil
import sys
import threading
import time
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    from autograder.course import Assignment
    from autograder.sandbox import Limits

NEEDED = ("numpy",)  # of which the version must be the same, because verdicts depend on it


def main(folder: str) -> None:
    """Serve until standard input ends, then remove `folder`; "" for none."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever prints by accident must not get between the answers
    config = json.loads(sys.stdin.readline() or _vanish(folder))
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin, lines, folder), daemon=True).start()
    try:
        differences = different_versions(config["versions"])
        if differences:
            _say(answers, refused=f"{', '.join(differences)}; give the workers the environment of the machine that runs `autograder grade`")
            return
        serve(config, lines, answers)
    except BrokenPipeError:  # nobody is left to answer
        _vanish(folder)
    except ModuleNotFoundError as error:
        _say(answers, refused=f"{error.name} is not installed there: give the workers the packages of the extra `instructor`")


def versions() -> dict[str, str]:
    """What has to be the same wherever submissions of one class are graded."""
    return {"Python": ".".join(platform.python_version_tuple()[:2]), **{name: _installed(name) for name in NEEDED}}


def different_versions(expected: dict[str, str]) -> list[str]:
    """The differences to `expected`, in words."""
    here = versions()
    return [f"{name} {here[name]} instead of {wanted}" for name, wanted in expected.items() if here[name] != wanted]


def agent_config(assignment: Assignment, limits: Limits, isolation: str, deny: frozenset[str], repairs: bool) -> dict:
    """What a grading process has to know (see `serve`), but for the folders it finds it in."""
    return {
        "assignment": assignment.slug,
        "digest": assignment.digest,
        "limits": asdict(limits),
        "isolation": isolation,
        "deny": sorted(deny),
        "repairs": repairs,
        "versions": versions(),
    }


def serve(config: dict, lines: queue.SimpleQueue[str], answers: TextIO) -> None:
    """Grade what comes in. `config`: the folder of the course, the assignment and its digest, secrets, limits, isolation, deny,
    repairs."""
    from autograder.course import load
    from autograder.grading.crew import Crew
    from autograder.grading.verdicts import Task
    from autograder.grading.workshop import Workshop
    from autograder.sandbox import Limits, SandboxError

    assignment = load(Path(config["course"]), config["assignment"])
    if assignment.digest != config["digest"]:
        _say(answers, refused=f"{assignment.id} has been changed since the run began: run the same command again")
        return
    workshop = Workshop(assignment, Limits(**config["limits"]), tuple(map(Path, config["secrets"])), frozenset(config["deny"]), repairs=config["repairs"])
    try:
        first = workshop.start()
    except SandboxError as error:
        _say(answers, refused=str(error))
        return
    if not first.isolation.floor_met and config["isolation"] == "full":
        _say(answers, refused=f"it cannot keep the solutions from submitted code ({first.isolation.description})")
        return
    _say(answers, ready=first.isolation.description)
    spare = [first]
    crew = Crew(lambda: spare.pop() if spare else workshop.start(), workshop.work)
    while True:
        try:
            _say(answers, grade=crew(Task.from_dict(json.loads(lines.get()))).to_dict())
        except Exception as error:
            _say(answers, error=f"{type(error).__name__}: {error}")


def _listen(stream: TextIO, lines: queue.SimpleQueue[str], folder: str) -> None:
    for line in stream:
        lines.put(line)
    _vanish(folder)


def _vanish(folder: str) -> NoReturn:
    """End this process and leave nothing behind: whoever has started it has ended."""
    for _ in range(100 if folder else 0):  # another thread may be writing compiled modules into it
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):
            break
        time.sleep(0.05)
    os._exit(0)  # zygotes end their sessions when the process they belong to hangs up


def _say(answers: TextIO, **message: object) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
