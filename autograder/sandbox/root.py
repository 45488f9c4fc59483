"""A private root: a mount namespace whose file system holds the allow-list, read-only, and nothing else."""

import os
import struct

from . import syscalls as sc

HOME = "/session"
# One of these is covered while the new root is put together; whatever lies below it is not needed.
_STAGING = ("/tmp", "/mnt", "/var/tmp", "/opt", "/srv", "/media")
_AT_RECURSIVE, _AT_FDCWD = 0x8000, -100
_INHERITED = 1024 | 2048 | sc.MS_NOSUID | sc.MS_NODEV | sc.MS_NOEXEC
_RELATIME, _ST_RELATIME = 1 << 21, 4096


def enter(read: list[str], links: list[tuple[str, str]]) -> None:
    """Replace the root of this mount namespace. Needs CAP_SYS_ADMIN and a namespace of one's own.

    Raises OSError when that is not possible; the root is then what it was."""
    sc.mount("none", "/", flags=sc.MS_REC | sc.MS_PRIVATE)
    new = _staging(read)
    sc.mount("tmpfs", new, "tmpfs", sc.MS_NOSUID | sc.MS_NODEV, "size=4m,nr_inodes=4k,mode=755")
    try:
        _fill(new, read, links)
        os.chdir(new)
        sc.call("pivot_root", b".", b".")
    except OSError:
        os.chdir("/")
        sc.unmount(new)
        raise
    sc.unmount(".")
    os.chdir("/")


def _fill(new: str, read: list[str], links: list[tuple[str, str]]) -> None:
    for path in read:
        _show(path, new + path)
    for link, target in links:
        if not os.path.lexists(new + link):
            os.makedirs(os.path.dirname(new + link), exist_ok=True)
            os.symlink(target, new + link)
    os.mkdir(new + HOME)
    if not os.path.lexists(new + "/tmp"):
        os.symlink(f"{HOME.lstrip('/')}/tmp", new + "/tmp")


def seal() -> None:
    """No more writing to the root itself."""
    _read_only("/", recursive=False)  # the devices below stay devices


def make_home(size: int, inodes: int, uid: int) -> None:
    """An empty writable home of `size` bytes and `inodes` files, in a mount namespace of the session's own."""
    sc.unshare(sc.NEWNS)
    options = f"size={size},nr_inodes={inodes},mode=700,uid={uid},gid={uid if uid != os.getuid() else os.getgid()}"
    sc.mount("tmpfs", HOME, "tmpfs", sc.MS_NOSUID | sc.MS_NODEV | sc.MS_NOEXEC, options)


def _staging(read: list[str]) -> str:
    for path in _STAGING:
        if os.path.isdir(path) and not os.path.islink(path) and not any(shown.startswith(path + "/") for shown in read):
            return path
    raise OSError("no folder is free to build the private root in")


def _show(path: str, target: str) -> None:
    folder = os.path.isdir(path)
    os.makedirs(target if folder else os.path.dirname(target), exist_ok=True)
    if not folder:
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
    # Recursive: in a user namespace a mount may not be torn from those below it.
    sc.mount(path, target, flags=sc.MS_BIND | sc.MS_REC)
    if not path.startswith("/dev/"):
        _read_only(target)


def _read_only(target: str, recursive: bool = True) -> None:
    attributes = struct.pack("=QQQQ", sc.MS_RDONLY | sc.MS_NOSUID | sc.MS_NODEV, 0, 0, 0)
    try:
        sc.call("mount_setattr", _AT_FDCWD, os.fsencode(target), _AT_RECURSIVE * recursive, attributes, len(attributes))
    except OSError:  # before Linux 5.12; flags a user namespace has locked must be repeated
        now = os.statvfs(target).f_flag
        kept = now & _INHERITED | (_RELATIME if now & _ST_RELATIME else 0)
        flags = sc.MS_REMOUNT | sc.MS_BIND | sc.MS_RDONLY | sc.MS_NOSUID | sc.MS_NODEV
        sc.mount("none", target, flags=flags | kept)
