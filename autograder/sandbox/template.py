"""The zygote's process: a fresh interpreter that imports everything once, shuts itself in, and forks sessions.

It never runs student code and never holds anything private: no checks, no reference, no environment of the grader.
`main` is called by the few lines in zygote.py with a socket and the configuration that came over it.
"""

import contextvars
import gc
import importlib
import io
import json
import os
import resource
import shutil
import signal
import site
import socket
import sys
import tempfile
import time
import traceback
import types
import warnings

import numpy as np

from . import landlock, namespaces, root, seccomp
from . import syscalls as sc
from .start import begin

_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "USER": "student", "LOGNAME": "student", "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
}  # fmt: skip


def main(control: socket.socket, config: dict) -> None:
    """Set up, say which layers there are, then serve requests until the grader hangs up. Never returns."""
    deny = set(config["deny"])
    gc.disable()  # what is imported stays: looking for garbage in it takes a tenth of the start
    sys.argv[:], sys.orig_argv[:] = [""], []
    os.environ.clear()
    os.environ.update(_ENVIRONMENT)
    proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) if os.path.isdir("/proc") else -1
    layers = namespaces.enter(deny, control)
    sc.prctl(sc.PR_SET_DUMPABLE, 0)
    if config["warm"]:
        from . import rehearsal, shell, worker  # noqa: F401  before it is forgotten where they are: half of a start, for those who run code
    _preload(config)
    if "private-root" in layers:
        try:
            root.enter(config["read"], config["links"])
        except OSError:
            layers.discard("private-root")
    base, home = ("", root.HOME) if "private-root" in layers else _homes(config["temporary"])
    os.environ.update(HOME=home, TMPDIR=home, MPLCONFIGDIR=home, IPYTHONDIR=home)
    os.chdir(home)
    warm = _warm(config) if config["warm"] else None
    if "private-root" in layers:
        root.seal()
    if landlock.version() and "landlock" not in deny:
        layers.add("landlock")
    if seccomp.supported() and "seccomp" not in deny:
        layers.add("seccomp")
    if "uid" not in deny and _uid_works(config["uid"], [*config["read"], *filter(None, [base])]):
        layers.add("uid")
    gc.collect()
    gc.freeze()
    gc.enable()
    _Server(control, config, layers, warm, proc, base).serve()


def _homes(temporary: str) -> tuple[str, str]:
    """Without a private root: a new folder for the homes of sessions, and one in it for this process."""
    base = tempfile.mkdtemp(prefix="hidden-layers-", dir=temporary)
    os.chmod(base, 0o711)
    home = os.path.join(base, "template")
    os.mkdir(home, 0o700)
    return base, home


def _preload(config: dict) -> None:
    """Import what sessions may use, then forget the folder it came from: solutions may live beside it."""
    for name in config["preload"]:
        importlib.import_module(name)
    if config["root"] not in config["import_path"]:
        sys.path.remove(config["root"])
        tops = {name.partition(".")[0] for name in (__name__, *config["preload"])}
        for name, module in list(sys.modules.items()):
            if name.partition(".")[0] in tops and hasattr(module, "__path__"):
                module.__path__ = []
        sys.path_importer_cache.clear()
    for name, source in config["modules"].items():
        parent, _, last = name.rpartition(".")
        sys.modules[name] = module = types.ModuleType(name)
        exec(compile(source, f"<{name}>", "exec"), module.__dict__)
        if parent in sys.modules:
            setattr(sys.modules[parent], last, module)


def _warm(config: dict) -> object:
    """Import the big libraries and use each once, so that no session pays for it; returns the shell."""
    import matplotlib.pyplot as plt  # here: now only the fonts that come with it are found

    from matplotlib import font_manager

    from .rehearsal import rehearse
    from .shell import make_shell, run_cell

    site.setquit()
    site.setcopyright()
    site.sethelper()
    sys.path.append("")  # modules that a notebook writes can be imported, but not in place of a library's
    warnings.filterwarnings("ignore", message="To exit: use")  # what the shell says after sys.exit()
    shell = make_shell()
    figure, axes = plt.subplots()
    axes.plot([1, 2])
    axes.set_title("$x$")
    figure.savefig(io.BytesIO())
    plt.close("all")
    context = contextvars.copy_context()
    for source in ("import numpy as np\nnp.ones((2, 2)) @ np.ones((2, 2))", "1 / 0", "def f(:", "plt.plot([1]);"):
        shell.user_ns["plt"] = plt
        run_cell(shell, context, source, True)
    rehearse(shell)
    if hasattr(plt.draw_if_interactive, "called"):  # or %run would show a figure that was drawn here
        plt.draw_if_interactive.called = False
    shell.reset(new_session=True)
    shell.display_pub.restart(False)
    sys.stdout.take()
    font_manager._get_font.cache_clear()  # every fork does, and would free them page by page
    return shell


def _uid_works(uid: int, needed: list[str]) -> bool:
    """Whether a session could change to `uid` and would still reach everything it needs."""
    if os.geteuid() != 0 or uid < 0:
        return False
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
            for path in (*needed, *(os.path.dirname(sys.modules[name].__file__) for name in ("os", "numpy", "json"))):
                os.chdir(path) if os.path.isdir(path) else os.close(os.open(path, os.O_RDONLY))
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


class _Server:
    """Forks and ends sessions on request."""

    def __init__(self, control: socket.socket, config: dict, layers: set[str], warm: object, proc: int, base: str):
        self._control, self._config, self._layers, self._warm = control, config, layers, warm
        self._proc, self._own, self._base = proc, -1, base
        self._sessions: set[int] = set()
        self._size = self._address_space()
        if "pid-namespace" in layers:
            seccomp.assembled(1)
            self._own = os.open("self/ns/pid", os.O_RDONLY | os.O_CLOEXEC, dir_fd=proc)

    def serve(self) -> None:
        """Answer until the grader hangs up; then leave nothing behind."""
        try:
            self._answer({"number": self._config["number"], "layers": sorted(self._layers), "base": self._base})
            self._serve()
        except ConnectionError:
            for pid in list(self._sessions):
                self._end(pid, 0.0)
            if self._base:
                shutil.rmtree(self._base, ignore_errors=True)
        os._exit(0)

    def _answer(self, message: dict) -> None:
        fds = [message.pop("pidfd")] if "pidfd" in message else []
        socket.send_fds(self._control, [json.dumps(message).encode()], fds)
        for fd in fds:
            os.close(fd)

    def _serve(self) -> None:
        while True:
            message, fds, _, _ = socket.recv_fds(self._control, 1 << 16, 2)
            if not message:
                raise ConnectionError("the grader is gone")
            request = json.loads(message)
            try:
                answer = self._begin(request, fds) if request["op"] == "begin" else self._end(request["pid"], request["grace"])
            except OSError as error:  # no more processes or memory: the grader may try again
                answer = {"error": str(error)}
            self._answer({"number": request["number"], **answer})

    def _begin(self, request: dict, fds: list[int]) -> dict:
        try:
            if self._own >= 0:
                sc.unshare(sc.NEWPID)
            # A state that no other session has seen, made where that costs no pages of its own. `random` sees to itself.
            np.random.seed()
            pid = os.fork()
            if pid == 0:
                self._session(request, fds)
        finally:
            if self._own >= 0:
                sc.setns(self._own, sc.NEWPID)  # children of the next request get a namespace of their own again
            for fd in fds:
                os.close(fd)
        self._sessions.add(pid)
        try:
            return {"pid": pid, "pidfd": os.pidfd_open(pid)}  # by which the grader finds its own number for the process
        except OSError:  # before Linux 5.3
            return {"pid": pid}

    def _session(self, request: dict, fds: list[int]) -> None:
        try:
            begin(self._config, frozenset(self._layers), self._warm, request, fds, self._size)
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
            sys.__stderr__.flush()
        finally:
            os._exit(0)

    def _address_space(self) -> int:
        """Bytes of address space this process takes: a session starts with the same."""
        if self._proc < 0:
            return 1 << 30
        return int(self._read("self/statm").split()[0]) * resource.getpagesize()

    def _end(self, pid: int, grace: float) -> dict:
        """Kill session `pid` with everything it has started; how it ended and what it used.

        grace: seconds left to a process that seems to be dying, an eighth of them to compute in, so that it is its own end that
        is told."""
        if pid not in self._sessions:
            return {"error": f"{pid} is no session"}
        self._sessions.discard(pid)
        clock = ~pid << 3 | 2  # the process's own: clock_getcpuclockid(3)
        until, computed = time.monotonic() + grace, time.clock_gettime(clock) + grace / 8
        while not (gone := os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)):
            if time.monotonic() >= until or time.clock_gettime(clock) >= computed:
                break
            time.sleep(0.001)
        os.kill(pid, signal.SIGKILL)
        _, status, usage = os.wait4(pid, 0)
        if self._own < 0:
            self._sweep()
        return {
            "exit": os.waitstatus_to_exitcode(status),
            "cpu": usage.ru_utime + usage.ru_stime,
            "rss_kb": usage.ru_maxrss,
            "killed": gone is None,
        }

    def _sweep(self) -> None:
        """Without a pid namespace: whatever a dead session has left behind is now a child of this process."""
        for _ in range(1000):
            strays = [pid for pid in self._children() if pid not in self._sessions]
            if not strays:
                return
            for pid in strays:
                try:
                    os.kill(pid, signal.SIGKILL)
                    os.waitpid(pid, 0)
                except (ProcessLookupError, ChildProcessError):
                    pass

    def _children(self) -> list[int]:
        names = os.listdir(self._proc) if self._proc >= 0 else []
        return [int(name) for name in names if name.isdigit() and self._parent(name) == os.getpid()]

    def _parent(self, pid: str) -> int:
        try:
            return int(self._read(f"{pid}/stat").rpartition(b")")[2].split()[1])
        except OSError:  # it has ended meanwhile
            return -1

    def _read(self, name: str) -> bytes:
        fd = os.open(name, os.O_RDONLY, dir_fd=self._proc)
        try:
            return os.read(fd, 4096)
        finally:
            os.close(fd)
