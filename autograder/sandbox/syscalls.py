"""The system calls of Linux that Python has no function for, as functions that raise OSError.

Imports anywhere; on a system without them every function raises OSError(ENOSYS).
"""

import ctypes
import errno
import os
import platform
import struct
import sys

NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = (
    0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000,
)  # fmt: skip
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = (
    1, 2, 4, 8, 32, 4096, 16384, 1 << 18,
)  # fmt: skip
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_CHILD_SUBREAPER = 1, 4, 24, 36
PR_GET_SECCOMP, PR_SET_SECUREBITS, PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS = 21, 28, 38, 39
SECUREBITS_LOCKED = 0b11101111  # uid 0 means nothing, for good; ambient capabilities cannot be raised

MACHINE = platform.machine() if sys.platform == "linux" else ""
# name -> number, where the two families of numbers differ
_NUMBERS = {
    "x86_64": {"pivot_root": 155, "capset": 126, "capget": 125, "seccomp": 317},
    "aarch64": {"pivot_root": 41, "capset": 91, "capget": 90, "seccomp": 277},
}
_SAME = {"mount_setattr": 442, "landlock_create_ruleset": 444, "landlock_add_rule": 445, "landlock_restrict_self": 446}

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
if _libc is not None:
    _libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)


def _check(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def call(name: str, *args: object) -> int:
    """A raw system call by name; integers are passed as 64-bit words, bytes as pointers."""
    number = _SAME.get(name) or _NUMBERS.get(MACHINE, {}).get(name)
    if _libc is None or number is None:
        raise OSError(errno.ENOSYS, f"{name}: not known on this machine")
    words = [ctypes.c_long(arg) if isinstance(arg, int) else arg for arg in args]
    return _check(_libc.syscall(ctypes.c_long(number), *words), name)


def unshare(flags: int) -> None:
    _need()
    _check(_libc.unshare(flags), "unshare")


def setns(fd: int, kind: int) -> None:
    _need()
    _check(_libc.setns(fd, kind), "setns")


def mount(source: str, target: str, kind: str = "", flags: int = 0, data: str = "") -> None:
    _need()
    words = [os.fsencode(text) or None for text in (source, target, kind)]
    _check(_libc.mount(*words, ctypes.c_ulong(flags), os.fsencode(data) or None), f"mount {target}")


def unmount(target: str, flags: int = MNT_DETACH) -> None:
    _need()
    _check(_libc.umount2(os.fsencode(target), flags), f"unmount {target}")


def prctl(option: int, value: int = 0) -> int:
    _need()
    return _check(_libc.prctl(option, value, 0, 0, 0), "prctl")


def flush_stdio() -> None:
    """Write out what C code has printed and the C library still holds."""
    _libc.fflush(None)


def bar_capabilities() -> None:
    """From now on no capability can be gained: not from uid 0, not from a file, not by inheritance."""
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:  # past the last one, or an ordinary user's
            break
    try:
        prctl(PR_SET_SECUREBITS, SECUREBITS_LOCKED)
    except OSError:  # an ordinary user has none to bar
        pass
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def drop_capabilities() -> None:
    """Give up every capability this process has."""
    call("capset", struct.pack("=Ii", 0x20080522, 0), bytes(24))


def capabilities() -> int:
    """The effective and permitted capabilities of this process as one bit set."""
    out = ctypes.create_string_buffer(24)
    call("capget", ctypes.create_string_buffer(struct.pack("=Ii", 0x20080522, 0), 8), out)
    effective_low, permitted_low, _, effective_high, permitted_high, _ = struct.unpack("=6I", out.raw)
    return effective_low | permitted_low | (effective_high | permitted_high) << 32


def _need() -> None:
    if _libc is None:
        raise OSError(errno.ENOSYS, "not Linux")
