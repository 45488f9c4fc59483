"""Run a script as an ordinary user, also when the interpreter lives where only root may look.

    python ordinary.py SCRIPT ARGUMENT...

Needs root and CAP_SYS_ADMIN. Each folder on the way to the interpreter, the packages and this repository that others may
not enter is replaced, in a mount namespace of this process alone, by an empty one that holds nothing but the way there.
"""

import ctypes
import os
import sys
from pathlib import Path

NOBODY = 65534
_NEWNS, _BIND, _PRIVATE, _REC = 0x20000, 4096, 1 << 18, 16384
_libc = ctypes.CDLL(None, use_errno=True)


def _mount(source: str, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    words = [word.encode() if word else None for word in (source, target, kind)]
    if _libc.mount(*words, ctypes.c_ulong(flags), data.encode() if data else None):
        raise OSError(ctypes.get_errno(), f"mount {source} on {target}")


def open_the_way(needed: list[Path]) -> None:
    """Make every path in `needed` reachable for everyone, in this mount namespace only."""
    if _libc.unshare(_NEWNS):
        raise OSError(ctypes.get_errno(), "unshare")
    _mount("none", "/", None, _REC | _PRIVATE)
    blocked: dict[Path, list[Path]] = {}
    for path in needed:
        shut = [parent for parent in reversed(path.parents) if not parent.stat().st_mode & 0o001]
        if shut:
            blocked.setdefault(shut[0], []).append(path)
    for folder, paths in blocked.items():
        held = {path: os.open(path, os.O_PATH) for path in paths}
        _mount("tmpfs", str(folder), "tmpfs", 0, "mode=755")
        for path, fd in held.items():
            path.mkdir(parents=True)
            _mount(f"/proc/self/fd/{fd}", str(path), None, _BIND | _REC)
            os.close(fd)


def main() -> None:
    os.umask(0o022)
    repository = Path(__file__).resolve().parents[2]
    open_the_way(sorted({Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve(), repository}))
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONPATH": str(repository), "PYTHONDONTWRITEBYTECODE": "1"}
    os.execve(sys.executable, [sys.executable, *sys.argv[1:]], environment)


if __name__ == "__main__":
    main()
