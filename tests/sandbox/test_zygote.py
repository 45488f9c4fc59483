"""The life of a zygote: what it can be asked, how it dies, and that nothing outlives it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from autograder.sandbox import Limits, SandboxError, SessionLost, Zygote, ZygoteDied, probe
from autograder.sandbox import looking as module


def test_a_session_has_the_big_libraries_in_memory(session):
    """What costs half a second to import has been imported before the fork: importing it in a cell loads no module.
    (How long a session takes is the business of tests/benchmarks/sessions.py.)"""
    result = session.run_cell("import sys; before = set(sys.modules)\nimport numpy as np, matplotlib.pyplot as plt, IPython, numpy.linalg\nprint(set(sys.modules) - before)")
    assert result.stdout == "set()\n"


def test_sessions_draw_different_random_numbers(zygote):
    """No session can foretell what another one draws without a seed."""
    drawn = set()
    for _ in range(3):
        with zygote.session() as session:
            drawn.add(session.run_cell("import random, numpy as np; print(random.random(), np.random.random())").stdout)
    assert len({number for text in drawn for number in text.split()}) == 6


def test_sessions_may_overlap_and_come_from_several_threads(zygote):
    """Eight sessions at once from four threads each see their own state."""

    def work(number):
        with zygote.session(Limits(memory_mb=512)) as session:
            session.run_cell(f"x = {number}\nimport time; time.sleep(0.05)")
            return session.lookup("x")

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(8))) == list(range(8))


def test_each_session_starts_from_the_same_state(zygote):
    """What one session does to its interpreter is unknown to the next, and random numbers differ."""
    with zygote.session() as session:
        session.run_cell("import numpy as np, builtins\nbuiltins.planted = 1\nnp.planted = 1\nimport random\nx = [np.random.rand(), random.random()]")
        first = session.lookup("x")
    with zygote.session() as session:
        session.run_cell("import numpy as np, random, builtins\nx = [np.random.rand(), random.random()]\ny = [hasattr(np, 'planted'), hasattr(builtins, 'planted'), len(In)]")
        second = session.lookup("x")
        assert session.lookup("y") == [False, False, 2]
    assert first[0] != second[0] and first[1] != second[1]


def test_a_dead_zygote_says_so():
    """When the process that forks sessions is gone its sessions are lost, and a new one is refused with ZygoteDied."""
    with Zygote() as zygote:
        session = zygote.session()
        zygote._process.send_signal(signal.SIGKILL)
        zygote._process.wait()
        with pytest.raises((SessionLost, ZygoteDied)):
            for _ in range(100):
                session.run_cell("1")
        with pytest.raises(ZygoteDied):
            zygote.session()


@pytest.mark.parametrize("deny", [(), ("pid-namespace",), ("private-root", "pid-namespace")], ids=str)
def test_what_a_zygote_has_forked_lives_for_itself(deny):
    """Sessions of two zygotes, one forked from the other, have the same layers and see nothing of each other; closing the one
    ends its own."""
    with Zygote(deny=frozenset(deny)) as zygote:
        other, last = zygote.another(), zygote.another()
        with zygote.session() as first, other.session() as second, last.session() as third:
            assert first.run_cell("x = 1").status == second.run_cell("y = 2").status == "ok"
            other.close()
            with pytest.raises((SessionLost, ZygoteDied)):
                second.lookup("y")
            assert third.run_cell("import os\nnames = os.listdir()").status == "ok"
            assert (first.lookup("x"), third.lookup("names")) == (1, ["tmp"])
        with pytest.raises(ZygoteDied):
            other.session()
        assert last.isolation == zygote.isolation
    with pytest.raises(ZygoteDied):
        last.session()


def test_a_stub_that_does_not_import_is_reported():
    """The template's own error is in the message."""
    with pytest.raises(ZygoteDied, match="NameError"):
        Zygote(modules={"otter": "undefined_name"})


def test_unknown_layers_are_refused():
    """A misspelt layer is an error, not a layer that is silently left on."""
    with pytest.raises(SandboxError, match="no such isolation layer: landlok; choose from"):
        Zygote(deny=frozenset({"landlok"}))


def test_a_zygote_may_leave_layers_out_that_its_sessions_put_on(zygote):
    """Those of the one it was forked from keep them; what holds for the whole process cannot be left out any more."""
    with zygote.another(deny=frozenset({"seccomp"})) as other, other.another() as last:
        assert other.isolation.layers == last.isolation.layers == zygote.isolation.layers - {"seccomp"}
        assert "not active: seccomp" in other.isolation.description
        for one, forks in ((zygote, False), (other, True), (last, True)):
            with one.session() as session:
                result = session.run_cell("import os\nif os.fork() == 0: os._exit(0)")
                assert (result.status == "ok") == forks
    with pytest.raises(SandboxError, match="too late to leave out private-root"):
        zygote.another(deny=frozenset({"private-root", "seccomp"}))


def test_probing_twice_costs_once():
    """The isolation of this machine is looked at once per process."""
    assert probe() is probe()
    assert probe().layers >= {"process", "limits", "no-new-privileges"}


@pytest.mark.parametrize("deny", [(), ("private-root", "pid-namespace")], ids=str)
def test_nothing_outlives_a_grader_that_is_killed(deny):
    """After kill -9 of the grader its zygote and sessions are gone, and so are their folders."""
    script = f"""
import sys, time
from autograder.sandbox import Zygote
zygote = Zygote(deny=frozenset({deny!r}))
other = zygote.another()
sessions = [zygote.session(), other.session()]
for session in sessions:
    session.run_cell("open('x', 'w').write('x')")
print(zygote._process.pid, zygote._base, sep=",", flush=True)
session.run_cell("while True: pass")
"""
    grader = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    pid, base = grader.stdout.readline().strip().split(",")
    assert bool(base) == ("private-root" in deny)
    group = descendants(int(pid))
    assert len(group) >= 4
    time.sleep(0.1)
    grader.kill()
    grader.wait()
    grader.stdout.close()
    deadline = time.monotonic() + 60
    while any(alive(pid) for pid in group) or (base and os.path.exists(base)):
        assert time.monotonic() < deadline, "something is left"
        time.sleep(0.02)


@pytest.mark.parametrize("deny", [(), ("private-root",)], ids=str)
@pytest.mark.parametrize("after", [0.05, 0.3, 0.5])
def test_a_grader_killed_while_the_zygote_starts_leaves_nothing(tmp_path, deny, after):
    """At no moment of the start does a kill -9 of the grader leave a folder or a process."""
    script = f"from autograder.sandbox import Zygote\nprint(flush=True)\nZygote(deny=frozenset({deny!r}))\nimport time; time.sleep(99)"
    grader = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2], env=os.environ | {"TMPDIR": str(tmp_path)}
    )
    grader.stdout.readline()
    time.sleep(after)
    group = descendants(grader.pid)[1:]
    grader.kill()
    grader.wait()
    grader.stdout.close()
    deadline = time.monotonic() + 60
    while any(map(alive, group)) or os.listdir(tmp_path):
        assert time.monotonic() < deadline, (os.listdir(tmp_path), [pid for pid in group if alive(pid)])
        time.sleep(0.02)


def test_closing_leaves_no_folder(tmp_path, monkeypatch):
    """A zygote without a private root keeps its homes in one temporary folder and removes it, locked parts included."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Zygote(deny=frozenset({"private-root"})) as zygote, zygote.another() as other:
        for one in (zygote, other):
            with one.session() as session:
                session.run_cell("import os\nos.mkdir('a'); open('a/b', 'w').write('x'); os.chmod('a', 0)")
                assert session.lookup("os").kind == "module"
                assert len(os.listdir(tmp_path)) == 1
    assert os.listdir(tmp_path) == []


def descendants(pid: int) -> list[int]:
    """pid and every process below it."""
    children = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            children.setdefault(int(path.read_text().rpartition(")")[2].split()[1]), []).append(int(path.parent.name))
        except OSError:
            pass
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_look_at_the_system_survives_a_kill(monkeypatch):
    """What the sandbox offers is looked at once more if somebody kills the process that looks."""
    real, tries = module.Zygote, []

    def killed_at_first(*args, **kwargs):
        tries.append(args)
        if len(tries) == 1:
            raise ZygoteDied("it hung up")
        return real(*args, **kwargs)

    monkeypatch.setattr(module, "Zygote", killed_at_first)
    module.probe.cache_clear()
    try:
        assert "hung up" not in module.probe().description and len(tries) == 2
    finally:
        module.probe.cache_clear()
