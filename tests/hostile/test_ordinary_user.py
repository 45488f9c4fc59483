"""The same attacks on a grader run by an ordinary user."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.longest

ROOT = Path(__file__).parents[2]


def test_attacks_get_no_further_when_an_ordinary_user_grades():
    """The corpus, and all but the cases of right code and of time, which know no users, pass as `nobody`, nothing skipped."""
    if os.geteuid() != 0:
        pytest.skip("not root: those tests have just run as an ordinary user anyway")
    files = [ROOT / "tests" / "hostile" / name for name in ("test_corpus.py", "test_hostile.py", "test_files.py")]
    command = [sys.executable, ROOT / "tests" / "sandbox" / "ordinary.py", "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "-k", "not right_code and not endless_function and not notebook_that_sleeps and not time_is_over", *files]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=3000)
    if "CAP_SYS_ADMIN" in done.stderr:
        pytest.skip("root without CAP_SYS_ADMIN cannot lend its interpreter to an ordinary user")
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert re.search(r"\d\d\d passed", done.stdout) and "skipped" not in done.stdout
