"""Grading in many processes of this machine, one for each thread of a `Crew`: threads of one interpreter take turns in all that
is not numpy, so that beyond a few cores more threads grade nothing faster."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

import autograder
from autograder.course import Assignment
from autograder.grading.agent import agent_config
from autograder.grading.agent_process import Agent
from autograder.grading.verdicts import Grade, Task
from autograder.sandbox import Limits, SandboxError


_START_SECONDS = 600.0  # one for each of many cores, all at once, on a slow disk


class AgentError(Exception):
    """A grading process has ended, or could not carry out a task; the text says more."""


class Processes:
    """What a `Crew` needs: `start` makes the grading process that a thread keeps, `work` has it carry out a task.

    secrets: folders that no session may see. isolation: "full" refuses to grade below the floor. deny: isolation layers that
    are left out. repairs: whether the lines with the mistakes are looked for.
    """

    def __init__(
        self, assignment: Assignment, limits: Limits, secrets: Sequence[Path], isolation: str, deny: frozenset[str] = frozenset(), *, repairs: bool = True
    ) -> None:
        config = agent_config(assignment, limits, isolation, deny, repairs)
        self._config = {**config, "course": str(assignment.public_dir.parents[1]), "secrets": list(map(str, secrets))}

    def start(self) -> Agent:
        """A process that is ready. Raises SandboxError if it refuses."""
        agent = Agent(str(Path(autograder.__file__).parents[1]), self._config, start=_START_SECONDS)
        if agent.refusal:
            agent.close()
            raise SandboxError(agent.refusal)
        return agent

    def work(self, agent: Agent, task: Task) -> Grade:
        """Carry out a task. Raises AgentError. However long it takes: the time of a submission is counted over there, where
        waiting for a core is left out."""
        answer = json.loads(agent.ask(json.dumps(task.to_dict()), math.inf) or '{"error": "the process that graded it has ended"}')
        if "error" in answer:
            raise AgentError(answer["error"])
        return Grade.from_dict(answer["grade"])
