"""The zygote's process: a fresh interpreter that imports everything once, shuts itself in, and forks sessions (`server.py`).

It never runs student code and never holds anything private: no checks, no reference, no environment of the grader.
`main` is called by the few lines in zygote.py with a socket and the configuration that came over it.
"""

import contextvars
import gc
import importlib
import io
import os
import signal
import site
import socket
import sys
import tempfile
import types
import warnings

from . import landlock, namespaces, root, seccomp
from . import syscalls as sc
from .server import Server

_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "USER": "student", "LOGNAME": "student", "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
}  # fmt: skip


def main(control: socket.socket, config: dict) -> None:
    """Set up, say which layers there are, then serve requests until the grader hangs up. Never returns."""
    deny = set(config["deny"])
    gc.disable()  # what is imported stays
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
    gc.freeze()  # the little garbage among it, too: looking for it would take a tenth of the start
    gc.enable()
    Server(control, config, layers, warm, proc, base).serve()


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
