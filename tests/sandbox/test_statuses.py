"""How a session ends when student code misbehaves: the exact status, and nobody else notices."""

import pytest
from autograder.sandbox import Limits, SessionLost
from autograder.sandbox import line

LOST = {
    "endless loop": ("while True: pass", "timeout", "no answer within 0.4 s"),
    "endless sleep": ("import time; time.sleep(1000)", "timeout", "no answer within 0.4 s"),
    "ignores signals": ("import signal\nfor s in (2, 15): signal.signal(s, signal.SIG_IGN)\nwhile True: pass", "timeout", "no answer within 0.4 s"),
    "os._exit": ("import os; os._exit(3)", "crashed", "the process ended itself with exit code 3"),
    "os._exit(0)": ("import os; os._exit(0)", "crashed", "the process ended itself with exit code 0"),
    "null pointer": ("import ctypes; ctypes.string_at(0)", "crashed", "the process was ended by SIGSEGV"),
    "closed channel": ("import os; os.closerange(3, 200)", "crashed", "the process ended itself with exit code 0"),
    "closed channel, goes on": ("import os; os.closerange(3, 200)\nwhile True: pass", "crashed", "the process closed its channel and went on"),
    "illegal system call": ("import ctypes\nctypes.CDLL(None).syscall(0x40000000 + 39)", "crashed", "the process was ended by SIGSYS"),
}


@pytest.mark.parametrize("name", LOST)
def test_a_lost_session_says_why(zygote, monkeypatch, name):
    """In a cell the status is the result's; in a call it is raised; either way the session stays lost, the next is fine."""
    source, status, reason = LOST[name]
    seconds = 0.4 if status == "timeout" else 20.0
    limits = Limits(call_seconds=seconds, cell_seconds=seconds, memory_mb=512)
    # Who ends by itself has all the time it needs to do so; who goes on is not waited for.
    monkeypatch.setattr(line, "_GRACE", 0.3 if "goes on" in name else 60.0)
    with zygote.session(limits) as session:
        result = session.run_cell(source)
        assert (result.status, result.message) == (status, reason)
        with pytest.raises(SessionLost) as lost:
            session.run_cell("1")
        assert (lost.value.status, lost.value.reason) == (status, reason)
    with zygote.session(limits) as session:
        session.run_cell("def f(source): exec(source, {})")
        with pytest.raises(SessionLost) as lost:
            session.observe_many(session.lookup("f"), [(source,)])
        assert (lost.value.status, lost.value.reason) == (status, reason)
    with zygote.session() as session:
        assert session.run_cell("1").status == "ok"


def test_an_abort_in_C_is_a_crash(zygote, limits):
    """A failed assertion of the C library ends the session as a crash by a signal."""
    with zygote.session(limits) as session:
        result = session.run_cell("import os; os.abort()")
        assert result.status == "crashed" and "was ended by SIG" in result.message


@pytest.mark.parametrize("source", ["x = []\nwhile True: x.append(bytearray(10**7))", "import numpy as np\nnp.ones(10**10)", "x = 'a' * 10**11"])
def test_too_much_memory_is_a_memory_error(zygote, limits, source):
    """The limit shows as Python's own MemoryError, and the session goes on."""
    with zygote.session(limits) as session:
        result = session.run_cell(f"def f():\n    {source.replace(chr(10), chr(10) + '    ')}\nf()")
        assert (result.status, result.error) == ("error", "MemoryError")
        assert session.run_cell("1").status == "ok"


def test_a_process_that_dies_full_of_memory_is_labelled_memory(zygote, limits):
    """A crash near the limit is reported as memory, not as a crash."""
    with zygote.session(limits) as session:
        result = session.run_cell("import os\nx = bytearray(450 << 20)\nos.abort()")
        assert (result.status, result.message) == ("memory", "more than 512 MB of memory were needed")


def test_unlimited_recursion_ends_within_its_limits(zygote):
    """Recursion with the limit lifted costs its own time or memory and nothing else."""
    with zygote.session(Limits(cell_seconds=2.0, memory_mb=256)) as session:
        result = session.run_cell("import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()")
        assert (result.status, result.error) in {("error", "MemoryError"), ("timeout", ""), ("memory", ""), ("crashed", "")}


def test_cpu_time_over_the_whole_session_is_bounded(zygote):
    """Threads that burn time between requests end with the session's CPU seconds."""
    with zygote.session(Limits(cpu_seconds=1, cell_seconds=10.0)) as session:
        result = session.run_cell("while True: pass")
        assert (result.status, result.message) == ("timeout", "more than 1 s of CPU time were used")


def test_the_deadline_includes_callbacks(zygote):
    """A function that calls back without end is held to the same deadline."""
    with zygote.session(Limits(call_seconds=0.5)) as session:
        session.run_cell("def f(g):\n    while True: g()")
        with pytest.raises(SessionLost) as lost:
            session.lookup("f")(lambda: None)
        assert lost.value.status == "timeout" and session.usage.cpu_seconds < 2


@pytest.mark.parametrize("source", ["import os; os.fork()", "import subprocess; subprocess.run(['ls'])", "import os; os.posix_spawn('/bin/ls', ['ls'], {})",
                                    "import os; os.execv('/bin/ls', ['ls'])", "import multiprocessing as m\np = m.Process(target=print); p.start()"])  # fmt: skip
def test_no_way_to_start_a_process_works(session, source):
    """Each way fails at once with PermissionError, and the session goes on."""
    result = session.run_cell(source)
    assert (result.status, result.error) == ("error", "PermissionError")
    assert session.run_cell("1").status == "ok"


def test_a_flood_of_threads_ends_with_an_error(session):
    """Threads work, a bomb of them meets a limit."""
    result = session.run_cell("import threading, time\nfor i in range(10**4): threading.Thread(target=time.sleep, args=(9,), daemon=True).start()")
    assert (result.status, result.error) == ("error", "RuntimeError")
    assert session.run_cell("x = []\nimport threading\nt = threading.Thread(target=lambda: x.append(1))").status == "ok"


def test_a_flood_of_output_is_cheap(zygote):
    """60 MB of output cost a moment of a core and are cut at the limit."""
    with zygote.session(Limits(output_bytes=1 << 16)) as session:
        result = session.run_cell("for i in range(60): print('x' * 10**6)")
        assert result.status == "ok" and len(result.stdout) == 1 << 16
    assert session.usage.cpu_seconds < 5
