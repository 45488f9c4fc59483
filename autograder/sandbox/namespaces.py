"""Namespaces of Linux, each entered if this system grants it: as root at once, otherwise by way of a user namespace."""

import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from . import syscalls as sc


def enter(deny: set[str], control: socket.socket) -> set[str]:
    """Enter the namespaces this system grants, except those in `deny`: the names of the layers entered.

    The process that returns lives in all of them; it may be a child of the caller, who then only waits. Needs a single
    thread. control: closed by whoever only waits."""
    wanted = {
        "private-root": sc.NEWNS | sc.NEWUTS,
        "net-namespace": sc.NEWNET,
        "ipc-namespace": sc.NEWIPC,
        "pid-namespace": sc.NEWPID,
    }
    wanted = {name: flags for name, flags in wanted.items() if name not in deny}
    entered = set() if os.geteuid() else _enter(wanted)
    if not entered and wanted and "user-namespace" not in deny and _works(_own_user_namespace):
        _own_user_namespace()
        entered = _enter(wanted)
    if "private-root" in entered:
        with suppress(OSError):
            socket.sethostname("sandbox")
    if "pid-namespace" in entered:
        _become_first(control)
    else:
        sc.prctl(sc.PR_SET_CHILD_SUBREAPER, 1)
    return entered


def _enter(wanted: dict[str, int]) -> set[str]:
    entered = set()
    for name, flags in wanted.items():
        if name == "pid-namespace" and not _works(_enter_and_return):
            continue
        try:
            sc.unshare(flags)
        except OSError:
            continue
        entered.add(name)
    return entered


def _works(action: Callable[[], None]) -> bool:
    """Whether `action` succeeds, tried in a child: half of it done could leave this process unable to go on."""
    child = os.fork()
    if child == 0:
        try:
            action()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _enter_and_return() -> None:
    """Enter a pid namespace as its first process, and turn back, as is needed before every session but the first."""
    sc.unshare(sc.NEWPID)
    turns_back = _works(lambda: sc.setns(os.open("/proc/self/ns/pid", os.O_RDONLY), sc.NEWPID))
    if not turns_back:
        raise OSError("no way back")


def _own_user_namespace() -> None:
    uid, gid = os.geteuid(), os.getegid()
    sc.unshare(sc.NEWUSER)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def _become_first(control: socket.socket) -> None:
    """Fork: the child is the first process of the new pid namespace and goes on; the parent waits and dies with it."""
    child = os.fork()
    if child:
        control.close()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 0xFF)
    sc.prctl(sc.PR_SET_PDEATHSIG, signal.SIGKILL)
