"""Systems that refuse a layer: the kernel itself says no here, to a zygote that has not been told."""

import os

import pytest
from autograder.sandbox import LAYERS, Zygote
from autograder.sandbox.syscalls import MACHINE

from tests.sandbox.refusing import NUMBERS, refuse, told_by_a_fork


def looked_around(numbers):
    """What a zygote says that has not been told what the kernel refuses, and what a cell in it does."""
    refuse(numbers)
    with Zygote() as zygote, zygote.session() as session:
        result = session.run_cell("import os\nopen('x', 'w').write('x')\nprint(os.listdir('.'))")
        return [sorted(zygote.isolation.layers), zygote.isolation.floor_met, result.stdout.strip(), result.status]


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
    layers, floor_met, listing, status = told_by_a_fork(lambda: looked_around(numbers))
    # A user of its own is root's to give, and needs an interpreter that others can read unless the root is private.
    assert set(LAYERS) - set(layers) - {"uid"} == missing
    assert floor_met == floor
    assert status == "ok" and "'x'" in listing
    if os.geteuid() == 0 and "private-root" not in missing:
        assert "uid" in layers
