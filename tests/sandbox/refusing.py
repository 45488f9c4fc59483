"""A kernel that refuses system calls: to this process and all its children, from now on."""

import ctypes
import errno
import json
import os
import struct
from collections.abc import Callable, Sequence

from autograder.sandbox.syscalls import call, prctl

NUMBERS = {
    "x86_64": {"unshare": 272, "mount": 165, "pivot_root": 155, "setns": 308, "landlock": 444, "seccomp": 317, "mount_setattr": 442},
    "aarch64": {"unshare": 97, "mount": 40, "pivot_root": 41, "setns": 268, "landlock": 444, "seccomp": 277, "mount_setattr": 442},
}


def refuse(numbers: Sequence[int]) -> None:
    """The system calls with these numbers fail with EPERM."""
    lines = [(0x20, 0, 0, 0)]
    for number in numbers:
        lines += [(0x15, 0, 1, number), (0x06, 0, 0, 0x50000 | errno.EPERM)]
    lines += [(0x06, 0, 0, 0x7FFF0000)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(lines), ctypes.addressof(code)))
    prctl(38, 1)
    call("seccomp", 1, 0, program)


def told_by_a_fork(look: Callable[[], object]) -> object:
    """What a function returns, as JSON, in a fork of this process, which then ends; a text if it raises."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(write, json.dumps(look()).encode())
        except BaseException as error:
            os.write(write, json.dumps(repr(error)).encode())
        finally:
            os._exit(0)
    os.close(write)
    with open(read, "rb") as told:
        text = told.read()
    os.waitpid(pid, 0)
    return json.loads(text)
