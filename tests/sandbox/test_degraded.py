"""Systems that refuse a layer: the kernel itself says no here, to a zygote that has not been told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from autograder.sandbox import LAYERS
from autograder.sandbox.syscalls import MACHINE

# Run in a process of its own: first forbid system calls to it and all its children, then start a zygote as usual.
SCRIPT = """
import ctypes, errno, json, struct, sys
from autograder.sandbox import Zygote
from autograder.sandbox.syscalls import call, prctl

refused = json.loads(sys.argv[1])
lines = [(0x20, 0, 0, 0)]
for number in refused:
    lines += [(0x15, 0, 1, number), (0x06, 0, 0, 0x50000 | errno.EPERM)]
lines += [(0x06, 0, 0, 0x7FFF0000)]
code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
program = ctypes.create_string_buffer(struct.pack("@HP", len(lines), ctypes.addressof(code)))
prctl(38, 1)
call("seccomp", 1, 0, program)
with Zygote() as zygote, zygote.session() as session:
    result = session.run_cell("import os\\nopen('x', 'w').write('x')\\nprint(os.listdir('.'))")
    print(json.dumps([sorted(zygote.isolation.layers), zygote.isolation.floor_met, result.stdout.strip(), result.status]))
"""
NUMBERS = {
    "x86_64": {"unshare": 272, "mount": 165, "pivot_root": 155, "setns": 308, "landlock": 444, "seccomp": 317, "mount_setattr": 442},
    "aarch64": {"unshare": 97, "mount": 40, "pivot_root": 41, "setns": 268, "landlock": 444, "seccomp": 277, "mount_setattr": 442},
}
SPACES = {"private-root", "quota", "pid-namespace", "net-namespace", "ipc-namespace"}
ROOTS = {"private-root", "quota"}
CASES = [
    # refused by the kernel, layers that are then missing, floor
    (["unshare"], SPACES, True),
    (["mount"], ROOTS, True),
    (["pivot_root"], ROOTS, True),
    (["setns"], {"pid-namespace"}, True),
    (["landlock"], {"landlock"}, True),
    (["mount_setattr"], set(), True),
    (["mount", "landlock"], ROOTS | {"landlock"}, False),
    (["unshare", "landlock"], SPACES | {"landlock"}, False),
]


@pytest.mark.parametrize(("refused", "missing", "floor"), CASES, ids=lambda value: "+".join(value) if type(value) is list else "")
def test_what_the_kernel_refuses_is_missing_from_the_record(refused, missing, floor):
    """The record names exactly the layers that still hold, sessions work, and the floor is judged by them."""
    numbers = [NUMBERS[MACHINE][name] for name in refused]
    done = subprocess.run([sys.executable, "-c", SCRIPT, json.dumps(numbers)], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr[-2000:]
    layers, floor_met, listing, status = json.loads(done.stdout)
    # A user of its own is root's to give, and needs an interpreter that others can read unless the root is private.
    assert set(LAYERS) - set(layers) - {"uid"} == missing
    assert floor_met == floor
    assert status == "ok" and "'x'" in listing
    if os.geteuid() == 0 and "private-root" not in missing:
        assert "uid" in layers
