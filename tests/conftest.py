"""Settings of the whole test run."""

import gc
import os
import re
import signal
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

# What is imported wherever it is there, and used by no test, is not there. JupyterLab brings a package that parses a grammar of
# addresses when nbformat imports it: more than a second of every process that reads a notebook. A kernel imports a debugger.
# pandas, which Otter imports with itself and uses for tables, waits in the same folder until something of it is used.
_ABSENT = str(Path(__file__).with_name("absent"))
sys.path.insert(0, _ABSENT)
os.environ["PYTHONPATH"] = os.pathsep.join([_ABSENT, *filter(None, [os.environ.get("PYTHONPATH")])])

# The test processes keep every core busy as it is: threads of the linear algebra would wait for each other, at twice the cost.
# Set before numpy is imported, and for every process that a test starts.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

# Who starts the tests in the background may have them ignore Ctrl-C: every command that a test stops by it would ignore it too.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, and no verdict that depends on how busy the machine is.
settings.register_profile(
    "steady", deadline=None, derandomize=True, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


def pytest_collection_modifyitems(items):
    """The longest files first, those of half a minute or more: all processes then finish at about the same time."""
    items.sort(key=lambda item: item.get_closest_marker("longest") is None)


def pytest_collection_finish():
    """What collecting has made stays to the end: looking for garbage in it, again and again, takes a tenth of what tests compute."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers():
    """One process more than there are cores: tests wait for other processes and for clocks a quarter of their time."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + 1


def scope(nodeid):
    """Tests of one scope run in one process: those of a file, all that look at the run of one assignment's notebook, or all
    that look at the release of a tiny one.

    What takes minutes for an assignment, its audit, is a scope of its own.
    """
    file, _, test = nodeid.partition("::")
    folder, parameter = re.match(r"tests/course_(\w+)/", file), re.search(r"\[(\w+)", test)
    if file == "tests/audit/test_course.py":
        return nodeid
    if file == "tests/course/test_every_notebook.py" and parameter:
        return f"tests/course_{parameter[1]}"
    if file.startswith("tests/release/"):
        return "tests/release"
    return f"tests/course_{folder[1]}" if folder else file


def pytest_xdist_make_scheduler(config, log):
    """Distribute by `scope`."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return scope(nodeid)

    return Scheduling(config, log)
