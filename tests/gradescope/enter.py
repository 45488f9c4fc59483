"""Run a command in a root of its own, with no network and nothing of this machine but what is bound there.

    python enter.py '{"root": ..., "binds": [[source, target, "ro"], ...], "level": ..., "env": ..., "cwd": ..., "argv": ...}'

As root at once, otherwise by way of a user namespace in which this user is root. Levels, from rich to poor:

    machine      whatever this kernel grants
    container    what Docker grants by default: no namespaces, no mounts, few capabilities; and no Landlock, as on
                 kernels before 5.13
    bare         a container that cannot change its user either
"""

import ctypes
import errno
import json
import os
import struct
import sys

from autograder.sandbox import syscalls as sc

# The capabilities Docker leaves to root, by number: chown, dac_override, fowner, fsetid, kill, setgid, setuid, setpcap,
# net_bind_service, net_raw, sys_chroot, mknod, audit_write, setfcap.
DOCKER = {0, 1, 3, 4, 5, 6, 7, 8, 10, 13, 18, 27, 29, 31}
SETGID, SETUID = 6, 7
REFUSED = {
    "x86_64": {"unshare": 272, "mount": 165, "pivot_root": 155, "setns": 308, "landlock": 444},
    "aarch64": {"unshare": 97, "mount": 40, "pivot_root": 41, "setns": 268, "landlock": 444},
}
DEVICES = ("null", "zero", "full", "random", "urandom")


def own_namespaces() -> None:
    """Namespaces of our own, ours to mount in; the process that goes on is the first one in them."""
    uid, gid = os.geteuid(), os.getegid()
    if uid:
        sc.unshare(sc.NEWUSER)
        for name, text in (("setgroups", "deny"), ("uid_map", f"0 {uid} 1"), ("gid_map", f"0 {gid} 1")):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)
    sc.unshare(sc.NEWNS | sc.NEWNET | sc.NEWPID | sc.NEWIPC | sc.NEWUTS)
    child = os.fork()
    if child:
        os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 0xFF)
    sc.prctl(sc.PR_SET_PDEATHSIG, 9)


def own_root(root: str, binds: list[list[str]]) -> None:
    """Make `root` the root, with `binds` in it, and lose sight of the old one."""
    sc.mount("none", "/", flags=sc.MS_REC | sc.MS_PRIVATE)
    sc.mount(root, root, flags=sc.MS_BIND | sc.MS_REC)
    for source, target, mode in [*binds, *([f"/dev/{name}", f"/dev/{name}", "rw"] for name in DEVICES)]:
        place = root + target
        if os.path.isdir(source):
            os.makedirs(place, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            os.close(os.open(place, os.O_CREAT, 0o644))
        sc.mount(source, place, flags=sc.MS_BIND | sc.MS_REC)
        if mode == "ro":
            sc.call("mount_setattr", -100, os.fsencode(place), 0x8000, struct.pack("=QQQQ", sc.MS_RDONLY, 0, 0, 0), 32)
    os.makedirs(root + "/proc", exist_ok=True)
    sc.mount("proc", root + "/proc", "proc")
    os.chdir(root)
    sc.call("pivot_root", b".", b".")
    sc.unmount(".")
    os.chdir("/")


def refuse(calls: list[int]) -> None:
    """From now on the kernel refuses these system calls, to this process and its children."""
    lines = [(0x20, 0, 0, 0)]
    for number in calls:
        lines += [(0x15, 0, 1, number), (0x06, 0, 0, 0x50000 | errno.EPERM)]
    lines += [(0x06, 0, 0, 0x7FFF0000)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(lines), ctypes.addressof(code)))
    sc.prctl(sc.PR_SET_NO_NEW_PRIVS, 1)
    sc.call("seccomp", 1, 0, program)


def impoverish(level: str) -> None:
    """Take away what this level does not have; what is left is what `execve` gives to root."""
    if level == "machine":
        return
    kept = DOCKER if level == "container" else DOCKER - {SETGID, SETUID}
    for capability in set(range(41)) - kept:
        sc.prctl(sc.PR_CAPBSET_DROP, capability)
    refuse(list(REFUSED[sc.MACHINE].values()))


def main(plan: dict) -> None:
    os.umask(0o022)
    own_namespaces()
    own_root(plan["root"], plan["binds"])
    impoverish(plan["level"])
    os.chdir(plan["cwd"])
    os.execvpe(plan["argv"][0], plan["argv"], plan["env"])


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
