"""From inside a session nothing of the grader, of others or of this machine can be reached, with every layer on and with
each one off. Run as it is, and by test_ordinary_user.py once more as an ordinary user."""

import ctypes
import os
import shutil
import socket
import tempfile
import time
from pathlib import Path

import pytest
from autograder.sandbox import LAYERS, Limits, SandboxError, Zygote

from tests.sandbox.probes import PROBES, SEALED

ROOT = os.geteuid() == 0
NEEDS_ROOT = {"uid"} if not ROOT else set()
# Switching one layer off takes these away: the named layer, and what cannot work without it.
TAKEN = {
    "private-root": {"private-root", "quota"}, "pid-namespace": {"pid-namespace"}, "net-namespace": {"net-namespace"},
    "ipc-namespace": {"ipc-namespace"}, "landlock": {"landlock"}, "seccomp": {"seccomp"}, "uid": {"uid"},
    "user-namespace": set() if ROOT else {"private-root", "quota", "pid-namespace", "net-namespace", "ipc-namespace"},
}  # fmt: skip
ALL_OFF = frozenset(TAKEN)


@pytest.fixture(scope="module")
def world():
    """Things to be found: a readable secret, a listening socket, shared memory, this process."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    secrets = folder / "solutions"
    secrets.mkdir()
    (secrets / "reference.py").write_text("answer = 42")
    libc = ctypes.CDLL(None)
    key = 0x4C4C0000 | os.getpid() & 0xFFFF
    block = libc.shmget(key, 4096, 0o1600 | 0o066)
    name = f"hidden-layers-{os.getpid()}"
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as unix:
        unix.bind("\0" + name)
        unix.listen()
        yield {"SECRET": str(secrets / "reference.py"), "PARENT": os.getpid(), "PORT": tcp.getsockname()[1], "NAME": name, "KEY": key,
               "OUTSIDE": str(folder / "written")}  # fmt: skip
    libc.shmctl(block, 0, None)
    shutil.rmtree(folder)


def look_around(zygote, world):
    """What each probe found, while another session has a file of its own."""
    limits = Limits(memory_mb=512)
    with zygote.session(limits) as other, zygote.session(limits) as session:
        other.run_cell("import os\nopen('private', 'w').write('x')\npath = os.path.abspath('private')")
        facts = world | {"OTHER": other.lookup("path")}
        if facts["OTHER"].startswith("/session/"):  # the same path in every private root: it would be one's own
            facts["OTHER"] = "/session/private"
        setup = "\n".join(f"{name} = {value!r}" for name, value in facts.items())
        result = session.run_cell(f"{setup}\n{PROBES}")
        assert result.status == "ok", result
        return session.lookup("found")


@pytest.mark.parametrize("off", [None, *TAKEN])
def test_nothing_can_be_reached(world, off):
    """Every probe ends at a boundary, with all layers and with any single one off; the record says which are on."""
    deny = frozenset({off} - {None})
    with Zygote(secrets=[Path(world["SECRET"]).parent], deny=deny) as zygote:
        expected = set(LAYERS) - NEEDS_ROOT - TAKEN.get(off, set())
        if off == "private-root" and ROOT and "uid" not in zygote.isolation.layers:
            expected -= {"uid"}  # the interpreter may live where only root can read
        assert zygote.isolation.layers == expected
        assert zygote.isolation.floor_met
        found = look_around(zygote, world)
    reached = {name: outcome for name, outcome in found.items() if outcome not in SEALED}
    allowed = {
        # Without seccomp the calls exist, but lead nowhere: an empty network, an empty view, a process that dies with its session.
        "seccomp": {"fork": "FORKED", "tcp": "OSError 101", "abstract socket": "OSError 111"},
    }.get(off, {})
    if off == "seccomp":
        reached.pop("mount", None)  # a user namespace of one's own holds no way out of it
    assert reached.items() <= allowed.items(), reached
    assert not Path(world["OUTSIDE"]).exists()


def test_without_layers_the_probes_do_reach_things(world):
    """The probes above can fail: with every layer off they read, fork and connect, and the floor is not met."""
    with Zygote(secrets=[Path(world["SECRET"]).parent], deny=ALL_OFF) as zygote:
        assert zygote.isolation.layers == {"process", "limits", "no-new-privileges"}
        assert not zygote.isolation.floor_met and "low isolation" in zygote.isolation.description
        found = look_around(zygote, world)
    for name, outcome in {"secret": "READ", "secret folder": "LISTED", "passwords": "READ", "other session": "READ", "fork": "FORKED",
                          "tcp": "CONNECTED", "abstract socket": "CONNECTED", "shared memory": "ATTACHED", "signal": "REACHED", "outside": "WRITTEN"}.items():  # fmt: skip
        assert found[name] == outcome, (name, found)
    # Even so the grader's memory and environment stay its own: it is not dumpable, and sessions have no capabilities.
    assert {found[name] for name in ("environment", "memory", "trace")} == {"refused"}
    Path(world["OUTSIDE"]).unlink()


def test_without_private_root_and_landlock_the_floor_is_not_met(world):
    """Either of the two keeps the files away; without both only a user of its own could, and only if the folder is closed."""
    deny = frozenset({"private-root", "landlock"})
    with Zygote(secrets=[Path(world["SECRET"]).parent], deny=deny) as zygote:
        assert not zygote.isolation.floor_met
        assert look_around(zygote, world)["secret"] == "READ"


def test_the_environment_of_a_session_holds_nothing_of_the_graders(zygote, monkeypatch, session):
    """Variables, arguments and descriptors of the grader are not in a session."""
    session.run_cell("import os, sys\nnames = sorted(os.environ)\nargv = sys.argv + sys.orig_argv\n"
                     "def is_open(fd):\n    try: os.fstat(fd)\n    except OSError: return False\n    return True\nfds = [fd for fd in range(300) if is_open(fd)]")  # fmt: skip
    assert session.lookup("names") == sorted(
        ["HOME", "IPYTHONDIR", "LANG", "LOGNAME", "MKL_NUM_THREADS", "MPLBACKEND", "MPLCONFIGDIR", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PATH", "TMPDIR", "USER"]
    )
    assert session.lookup("argv") == [""]
    assert session.lookup("fds") == [0, 1, 2, 100, 101]  # the standard three, the channel's two


def test_the_memory_of_a_session_holds_nothing_of_the_graders(monkeypatch):
    """A variable set in the grader before it starts the zygote is nowhere in the memory of a session."""
    secret = "correct" + "-horse-" + "battery"
    monkeypatch.setenv("HIDDEN_LAYERS_TEST", secret)
    scan = """
import ctypes
def find(word, landmark):
    base = ctypes.CDLL(None)
    spans = [line.split()[0].split("-") for line in open("/proc/self/maps") if line.split()[1][0] == "r" and "[v" not in line]
    hits = [0, 0]
    for a, b in spans:
        a, b = int(a, 16), int(b, 16)
        data = ctypes.string_at(a, b - a)
        hits[0] += sum(data.count(w) for w in word)
        hits[1] += data.count(landmark)
    return hits
"""
    # Only without a private root can a session look at its own map of memory.
    with Zygote(deny=frozenset({"private-root", "landlock", "uid"})) as zygote, zygote.session() as session:
        assert session.run_cell("import os\nos.environ['LANDMARK'] = 'planted-landmark'\n" + scan).status == "ok"
        result = session.run_cell("x = find([bytes(reversed(b'" + secret[::-1] + "'))], b'planted-landmark')")
        assert result.status == "ok", result
        hits = session.lookup("x")
        # The word built for the search is itself in memory, once or a few times; planting shows that hits are counted.
        assert hits[1] > 0 and hits[0] <= 4


def test_code_of_the_grader_cannot_be_imported(session):
    """What was preloaded works; the rest of the engine, the tests and the solutions are not there."""
    assert session.run_cell("import autograder.checking, otter, autograder.notebook\nautograder.notebook.Notebook('x.ipynb')").status == "ok"
    for name in ("autograder.grading", "autograder.course", "autograder.release", "solutions", "tests", "otter.assign"):
        result = session.run_cell(f"import {name}")
        assert (result.status, result.error) == ("error", "ModuleNotFoundError"), name


def test_the_disk_quota_holds(session):
    """Neither size nor number of files can be exceeded, by one file or by many."""
    limits = Limits()
    for source, most in (
        ("open('a', 'wb').write(bytes(40 << 20))", limits.disk_mb + 1), ("for i in range(9): open(f'b{i}', 'wb').write(bytes(4 << 20))", limits.disk_mb + 1),
        ("for i in range(9999): open(f'tmp/c{i}', 'w')", limits.disk_mb + 1),
    ):  # fmt: skip
        assert session.run_cell(source).error == "OSError"
        session.run_cell("import os\nsizes = [os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk('.') for f in fs]")
        sizes = session.lookup("sizes")
        assert sum(sizes) <= most << 20 and len(sizes) <= limits.files + 16


def test_nothing_stays_on_disk(zygote, limits):
    """A second session finds none of what the first has written, wherever it wrote."""
    write = "import os, tempfile\nfor p in ('~/x', tempfile.gettempdir() + '/y', '~/.ipython/startup/z.py', '~/.matplotlib/w'):\n    p = os.path.expanduser(p)\n    os.makedirs(os.path.dirname(p), exist_ok=True)\n    open(p, 'w').write('x')"
    find = "found = [f for d, _, fs in os.walk(os.path.expanduser('~')) for f in fs]"
    with zygote.session(limits) as session:
        session.run_cell(write + "\n" + find)
        assert len(session.lookup("found")) == 4
    with zygote.session(limits) as session:
        session.run_cell("import os\n" + find)
        assert session.lookup("found") == []


@pytest.mark.parametrize("deny", [("seccomp",), ("seccomp", "pid-namespace")], ids=str)
def test_no_process_is_left_behind(deny):
    """Daemons that left their session and their parent are gone when the session closes, with or without a pid namespace."""
    name = f"left-{os.getpid()}"  # the same test may run beside this one, as another user
    daemon = f"""
import ctypes, os, time
for i in range(5):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            ctypes.CDLL(None).prctl(15, b"{name}", 0, 0, 0)
            time.sleep(1000)
        os._exit(0)
"""
    with Zygote(deny=frozenset(deny)) as zygote:
        with zygote.session() as session:
            assert session.run_cell(daemon).status == "ok"
            deadline = time.monotonic() + 60
            while named(name) < 5 and time.monotonic() < deadline:
                time.sleep(0.01)
            assert named(name) == 5
        deadline = time.monotonic() + 60
        while named(name) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert named(name) == 0


def named(name: str) -> int:
    """How many processes of this machine bear `name`."""
    count = 0
    for path in Path("/proc").glob("[0-9]*/comm"):
        try:
            count += path.read_text().strip() == name
        except OSError:
            pass
    return count


def test_a_zygote_whose_view_holds_a_secret_does_not_start(tmp_path):
    """Secrets among the packages, or around the interpreter, are refused with a sentence."""
    import numpy

    with pytest.raises(SandboxError, match="must stay hidden"):
        Zygote(secrets=[Path(numpy.__file__).parent])
    with pytest.raises(SandboxError, match="must stay hidden"):
        Zygote(secrets=[Path("/")])
