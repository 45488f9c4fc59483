"""The rehearsal needs no root: part of it once more as an ordinary user, by way of user namespaces."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.longest

TESTS = Path(__file__).resolve().parents[1]


def test_an_ordinary_user_can_rehearse():
    """The thief, the reference and the refusal, without root's powers; what needs root says so by its skip."""
    if os.geteuid() != 0:
        pytest.skip("not root: the rehearsal has just run as an ordinary user anyway")
    some = "thief_gains_nothing or nothing_handed_in or without_the_floor"
    command = [sys.executable, TESTS / "sandbox" / "ordinary.py", "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "-k", some]
    done = subprocess.run([*command, TESTS / "gradescope" / "test_rehearsal.py"], capture_output=True, text=True, cwd=TESTS.parent, timeout=3000)
    if "CAP_SYS_ADMIN" in done.stderr:
        pytest.skip("root without CAP_SYS_ADMIN cannot lend its interpreter to an ordinary user")
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert "3 passed, 1 skipped" in done.stdout
