"""The boundaries hold for an ordinary user as they do for root: the same tests, run once more without root's powers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.longest

HERE = Path(__file__).parent
FILES = ["test_isolation.py", "test_statuses.py"]


def test_the_boundaries_hold_for_an_ordinary_user():
    """test_isolation and test_statuses pass as `nobody`, none of them skipped."""
    if os.geteuid() != 0:
        pytest.skip("not root: those tests have just run as an ordinary user anyway")
    command = [sys.executable, HERE / "ordinary.py", "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *(HERE / name for name in FILES)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE.parents[1], timeout=3000)
    if "CAP_SYS_ADMIN" in done.stderr:
        pytest.skip("root without CAP_SYS_ADMIN cannot lend its interpreter to an ordinary user")
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert re.search(r"\d\d+ passed", done.stdout) and "skipped" not in done.stdout
