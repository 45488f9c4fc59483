"""Ctrl-C and its like: one sentence, an exit code, and an end that nothing can put off. Each in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
ROOT = Path(__file__).parents[1]
# A command that is in the middle of something, and whose cleaning up never ends.
STUCK = """
import time
from autograder import stopping
stopping._LATEST = {latest}
stopping.listen()
{before}
try:
    print("ready", flush=True)
    time.sleep(600)
except KeyboardInterrupt:
    print("cleaning up", flush=True)
    {cleanup}
stopping.end()
"""


def started(before="", cleanup="time.sleep(600)", hangup=signal.SIG_DFL, latest=1.5):
    """The command, when it has begun. hangup: what whoever starts it wants to be done about SIGHUP; latest: seconds it may take to stop."""
    code = STUCK.format(before=before, cleanup=cleanup, latest=latest)
    command, env = [sys.executable, "-c", code], {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env, preexec_fn=lambda: signal.signal(signal.SIGHUP, hangup))
    assert running.stdout.readline() == "ready\n"
    return running


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=lambda one: str(int(one)))
def test_a_signal_ends_it_with_a_sentence_and_a_second_one_changes_nothing(number, code):
    """Not even when cleaning up never ends; there is no traceback."""
    running = started()
    running.send_signal(number)
    assert running.stdout.readline() == "cleaning up\n"
    running.send_signal(signal.SIGINT)
    running.send_signal(number)
    told, errors = running.communicate(timeout=300)
    assert (running.returncode, told, errors) == (code, "", "stopped: run the same command again to go on\n")


def test_an_end_without_trouble_is_not_put_off():
    """What was said for this step is told, and the exit code is the same."""
    running = started(before='stopping.once_stopped("three of five are done")', cleanup='print("closed")', latest=600)
    running.send_signal(signal.SIGINT)
    told, errors = running.communicate(timeout=300)
    assert (running.returncode, told, errors) == (130, "cleaning up\nclosed\n", "three of five are done\n")


def test_what_is_to_be_ignored_stays_ignored():
    """As `nohup` asks for it."""
    running = started(hangup=signal.SIG_IGN)
    running.send_signal(signal.SIGHUP)
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=300)
    assert running.returncode == 143


def test_once_the_work_is_done_a_signal_says_nothing():
    """While the interpreter is taken down nobody needs a traceback."""
    running = started(before="stopping.ended()")
    running.send_signal(signal.SIGINT)
    assert (running.communicate(timeout=300)[1], running.returncode) == ("", -signal.SIGINT)


def test_a_command_that_one_leaves_with_ctrl_c_sees_it_and_nothing_else():
    """No sentence, no deadline."""
    running = started(before="stopping.leave_to_python()", cleanup="raise SystemExit(0)")
    running.send_signal(signal.SIGINT)
    assert (running.communicate(timeout=300)[1], running.returncode) == ("", 0)
