"""Landlock: from now on this process reads and writes only the listed paths, whatever its file system holds."""

import ctypes
import os
import stat
import struct
from collections.abc import Iterable

from .syscalls import PR_SET_NO_NEW_PRIVS, call, prctl

_READ_FILE, _READ_DIR, _WRITE_FILE, _TRUNCATE = 1 << 2, 1 << 3, 1 << 1, 1 << 14
_MAKE = sum(1 << bit for bit in (4, 5, 7, 8, 12))  # remove dir, remove file, make dir, make regular file, make link
_REFER = 1 << 13
_FILE_ONLY = _READ_FILE | _WRITE_FILE | _TRUNCATE
# Rights known to each version of the interface. A right that is handled is denied unless a rule grants it.
_KNOWN = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
_NEWEST = (1 << 16) - 1


def version() -> int:
    """The version of Landlock that the kernel offers, 0 if none."""
    try:
        return call("landlock_create_ruleset", None, 0, 1)
    except OSError:
        return 0


def restrict(read: Iterable[str], write: Iterable[str]) -> None:
    """Allow reading below `read`, reading and writing below `write`, nothing else; no TCP, and from version 6 no signals
    and no abstract sockets to processes outside. Paths that do not exist are passed over. Raises OSError."""
    abi = version()
    if abi < 1:
        raise OSError("Landlock is not offered by this kernel")
    handled = _KNOWN.get(abi, _NEWEST)
    rules = struct.pack("=QQQ", handled, 3, 3)[: 24 if abi >= 6 else 16 if abi >= 4 else 8]
    ruleset = call("landlock_create_ruleset", rules, len(rules), 0)
    try:
        for path in read:
            _allow(ruleset, path, (_READ_FILE | _READ_DIR) & handled)
        for path in write:
            _allow(ruleset, path, (_FILE_ONLY | _READ_DIR | _MAKE | _REFER) & handled)
        prctl(PR_SET_NO_NEW_PRIVS, 1)
        call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(fd).st_mode):
            rights &= _FILE_ONLY
        call("landlock_add_rule", ruleset, 1, ctypes.create_string_buffer(struct.pack("=Qi", rights, fd), 12), 0)
    finally:
        os.close(fd)
