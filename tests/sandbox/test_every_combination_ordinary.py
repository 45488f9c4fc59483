"""Every combination of missing layers once more as an ordinary user, who has no users to give."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.longest

HERE = Path(__file__).parent


def test_every_combination_as_an_ordinary_user():
    """test_every_combination passes as `nobody`, nothing skipped."""
    if os.geteuid() != 0:
        pytest.skip("not root: those tests have just run as an ordinary user anyway")
    command = [sys.executable, HERE / "ordinary.py", "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", HERE / "test_every_combination.py"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE.parents[1], timeout=3000)
    if "CAP_SYS_ADMIN" in done.stderr:
        pytest.skip("root without CAP_SYS_ADMIN cannot lend its interpreter to an ordinary user")
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert re.search(r"\d\d\d passed", done.stdout) and "skipped" not in done.stdout
