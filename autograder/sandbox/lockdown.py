"""The last steps before student code: a fresh fork gives up everything it does not need, then checks that it did."""

import fcntl
import os
import resource
import socket
from contextlib import suppress
from dataclasses import dataclass

from . import landlock, root, seccomp
from . import syscalls as sc

READ_FD, WRITE_FD = 100, 101
_FILES_OPEN = 128
_PROCESSES, _PROCESSES_SHARED = 256, 4096  # with a user of its own; where the user's other processes count, too


@dataclass(frozen=True, slots=True)
class Plan:
    """What one session gets. layers: those the zygote has entered or found usable; uid: -1 to keep the user;
    address_space: bytes; disk: bytes; home: its folder when there is no private root."""

    layers: frozenset[str]
    uid: int
    home: str
    read: tuple[str, ...]
    devices: tuple[str, ...]
    address_space: int
    cpu_seconds: int
    disk: int
    files: int
    output_bytes: int


def take_over(read_fd: int, write_fd: int, output_bytes: int) -> None:
    """Keep the channel only: it moves to READ_FD and WRITE_FD, stdin becomes empty, stdout and stderr a bounded file in
    memory; everything else is closed."""
    os.setsid()
    os.dup2(read_fd, READ_FD, inheritable=False)
    os.dup2(write_fd, WRITE_FD, inheritable=False)
    empty = os.open("/dev/null", os.O_RDONLY)
    printed = os.memfd_create("output", os.MFD_ALLOW_SEALING)
    os.ftruncate(printed, output_bytes)
    fcntl.fcntl(printed, fcntl.F_ADD_SEALS, fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL)
    for fd, source in ((0, empty), (1, printed), (2, printed)):
        os.dup2(source, fd)
    os.closerange(3, READ_FD)
    os.closerange(WRITE_FD + 1, 1 << 20)


def settle(plan: Plan) -> None:
    """Enter the session's own namespaces, home and user. Raises OSError."""
    home = plan.home
    if "ipc-namespace" in plan.layers:
        sc.unshare(sc.NEWIPC)
    if "private-root" in plan.layers:
        root.make_home(plan.disk, plan.files, plan.uid if plan.uid >= 0 else os.getuid())
        home = root.HOME
    sc.bar_capabilities()
    if plan.uid >= 0:
        os.setgroups([])
        os.setresgid(plan.uid, plan.uid, plan.uid)
        os.setresuid(plan.uid, plan.uid, plan.uid)
    sc.drop_capabilities()
    os.umask(0o077)
    os.chdir(home)
    os.mkdir("tmp")
    os.environ.update(HOME=home, TMPDIR=f"{home}/tmp", MPLCONFIGDIR=f"{home}/tmp", IPYTHONDIR=f"{home}/tmp")


def limit(plan: Plan) -> None:
    """The resource limits, soft and hard the same: none of them can be raised again."""
    shared = plan.uid < 0
    for kind, value in (
        (resource.RLIMIT_AS, plan.address_space),
        (resource.RLIMIT_CPU, plan.cpu_seconds),
        (resource.RLIMIT_FSIZE, plan.disk),
        (resource.RLIMIT_NOFILE, _FILES_OPEN),
        (resource.RLIMIT_NPROC, _PROCESSES_SHARED if shared else _PROCESSES),
        (resource.RLIMIT_STACK, 64 << 20),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def close_doors(plan: Plan) -> None:
    """Landlock and seccomp, which hold from here to the end. A door that does not close is found by `standing`."""
    home = os.environ["HOME"]
    sc.prctl(sc.PR_SET_DUMPABLE, 0)
    sc.prctl(sc.PR_SET_PDEATHSIG, 9)
    if "landlock" in plan.layers:
        with suppress(OSError):
            landlock.restrict(plan.read, (home, *plan.devices))
    if "seccomp" in plan.layers:
        with suppress(OSError):
            seccomp.restrict()


def standing(plan: Plan, names_before: list[str] | None) -> list[str]:
    """The layers that a look around shows to be in force now. names_before: network interfaces seen before the doors
    were closed."""
    home = os.environ["HOME"]
    disk = os.statvfs(home)
    tests = {
        "process": True,
        "limits": resource.getrlimit(resource.RLIMIT_AS)[1] <= plan.address_space,
        "no-new-privileges": sc.prctl(sc.PR_GET_NO_NEW_PRIVS) == 1 and sc.capabilities() == 0,
        "private-root": "private-root" in plan.layers and not any(map(os.path.lexists, ("/proc", "/sys", "/etc/passwd", "/usr/bin"))),
        "quota": "private-root" in plan.layers and disk.f_blocks * disk.f_frsize <= plan.disk + (1 << 16) and 0 < disk.f_files <= plan.files,
        "pid-namespace": os.getpid() == 1,
        "net-namespace": names_before is not None and set(names_before) <= {"lo"},
        "ipc-namespace": "ipc-namespace" in plan.layers,
        "landlock": _refused(lambda: os.listdir("/")),
        "seccomp": sc.prctl(sc.PR_GET_SECCOMP) == 2 and _refused(lambda: os.kill(0, 0)),
        "uid": plan.uid >= 0 and set(os.getresuid()) == {plan.uid} and set(os.getresgid()) == {plan.uid} and not os.getgroups(),
    }
    return [name for name, holds in tests.items() if holds]


def interfaces() -> list[str] | None:
    """The names of the network interfaces, None if they cannot be listed."""
    try:
        return [name for _, name in socket.if_nameindex()]
    except OSError:
        return None


def _refused(action) -> bool:
    try:
        action()
    except PermissionError:
        return True
    except OSError:
        return False
    return False
