"""The zygotes of one run: workers get their own, forked from one that is started once, and again when it dies."""

import os
import signal

import pytest
from autograder.grading.zygotes import Zygotes
from autograder.sandbox import Limits, SandboxError, Zygote, ZygoteDied

_LIMITS = Limits()


def started(count: list) -> Zygote:
    """A zygote that runs no code, counted."""
    count.append(None)
    return Zygote(warm=False)


def test_one_start_is_enough_for_all_workers():
    """Three workers' zygotes come of one start; what one of them loses is not the others'."""
    count = []
    with Zygotes(lambda: started(count)) as zygotes:
        one, two, three = (zygotes.start() for _ in range(3))
        one.close()
        two.end(two.begin(_LIMITS, 0, 0))
        assert three.isolation == zygotes.isolation
        three.end(three.begin(_LIMITS, 0, 0))
    assert len(count) == 1
    with pytest.raises(ZygoteDied):
        two.begin(_LIMITS, 0, 0)


def test_one_that_is_killed_is_started_again():
    """When the process that all zygotes come from is killed, whoever asks for another gets it from a new one."""
    count = []
    with Zygotes(lambda: started(count)) as zygotes:
        zygotes.start()
        os.kill(zygotes._first._process.pid, signal.SIGKILL)
        zygotes._first._process.wait()
        again = zygotes.start()
        again.end(again.begin(_LIMITS, 0, 0))
    assert len(count) == 2


def test_a_start_that_fails_says_why_to_everyone():
    """The error of a start is raised where a zygote or its isolation is asked for."""

    def refuse() -> Zygote:
        raise SandboxError("there is no sandbox here")

    with Zygotes(refuse) as zygotes:
        for ask in (zygotes.start, lambda: zygotes.isolation):
            with pytest.raises(SandboxError, match="no sandbox here"):
                ask()
