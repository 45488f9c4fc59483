"""Every combination of missing layers: what is recorded, what is refused, what still holds. As root, and as an ordinary user."""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from autograder.grade_class import Options, checked_isolation
from autograder.sandbox import LAYERS, Limits, SandboxError, Zygote
from autograder.sandbox import landlock
from autograder.sandbox.limits import open_to_others
from autograder.sandbox.syscalls import MACHINE

from tests.sandbox.probes import PROBES, SEALED
from tests.sandbox.refusing import NUMBERS, refuse, told_by_a_fork
from tests.sandbox.test_degraded import ROOTS, SPACES

pytestmark = pytest.mark.longest


ROOT = os.geteuid() == 0
# What can be missing by itself, and what goes with it.
SWITCHES = {
    "private-root": {"private-root", "quota"}, "pid-namespace": {"pid-namespace"}, "net-namespace": {"net-namespace"},
    "ipc-namespace": {"ipc-namespace"}, "landlock": {"landlock"}, "seccomp": {"seccomp"}, **({"uid": {"uid"}} if ROOT else {}),
}  # fmt: skip
# A session that changes its user needs an interpreter that others can read, unless its root is private.
OPEN = all(open_to_others(Path(folder)) for folder in (sys.base_prefix, sys.prefix, os.__file__))


def combinations(names) -> list[tuple[str, ...]]:
    return [some for count in range(len(names) + 1) for some in itertools.combinations(names, count)]


def left(missing: tuple[str, ...]) -> set[str]:
    """The layers that hold when some are missing."""
    layers = set(LAYERS) - set().union(*(SWITCHES[name] for name in missing)) - (set() if ROOT else {"uid"})
    return layers if "private-root" in layers or OPEN else layers - {"uid"}


@pytest.fixture(scope="module")
def secret():
    """A closed folder with a secret in it, on the way to which everybody may pass."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder) / "solutions" / "reference.py"
        path.parent.mkdir(mode=0o700)
        path.write_text("answer = 42")
        yield path


@pytest.mark.parametrize("missing", combinations(SWITCHES), ids=lambda names: "+".join(names) or "nothing")
def test_the_record_names_what_holds_and_the_floor_is_judged_by_it(secret, missing):
    """Exactly the layers that are left are recorded, in words too; the floor is met by private root, Landlock or a user of
    its own outside a closed folder, and by nothing else."""
    with Zygote(secrets=[secret.parent], deny=frozenset(missing), warm=False) as zygote:
        isolation = zygote.isolation
    assert isolation.layers == left(missing)
    assert isolation.floor_met == bool({"private-root", "landlock", "uid"} & isolation.layers)
    gone = [name for name in LAYERS if name not in isolation.layers]
    said = f"not active: {', '.join(gone)}" if gone else "every isolation layer is active"
    assert isolation.description.endswith(said) and ("low isolation" in isolation.description) == (not isolation.floor_met)


# The namespaces are four layers that keep others away, in the same way: here they come and go together.
NAMESPACES = ("pid-namespace", "net-namespace", "ipc-namespace")
BOUNDARIES = {**{name: (name,) for name in SWITCHES if name not in NAMESPACES}, "namespaces": NAMESPACES}


@pytest.fixture(scope="module")
def zygotes(secret):
    """A zygote without some layers. What a session puts on by itself is left out where it begins, as beside a start with `deny`
    (test_isolation.py leaves each out by a start), so that only root and namespaces take a start each time."""
    with ExitStack() as open_until_the_end:
        started = {}

        def without(deny):
            inside = frozenset({"landlock", "seccomp", "uid"}) & deny
            if deny - inside not in started:
                started[deny - inside] = open_until_the_end.enter_context(Zygote(secrets=[secret.parent], deny=deny - inside))
            return started[deny - inside].another(inside)

        yield without


@pytest.mark.parametrize("missing", combinations(BOUNDARIES), ids=lambda names: "+".join(names) or "nothing")
def test_what_still_holds(secret, zygotes, missing):
    """The secret is out of reach wherever the floor is met; memory and environment of the grader always; and every other
    thing as long as one of the layers that guard it is there."""
    deny = frozenset(itertools.chain(*(BOUNDARIES[name] for name in missing)))
    with zygotes(deny) as zygote:
        layers, floor = zygote.isolation.layers, zygote.isolation.floor_met
        facts = {"SECRET": str(secret), "PARENT": os.getpid(), "PORT": 9, "NAME": "nobody", "KEY": 1, "OUTSIDE": str(secret.parent.parent / "written")}
        with zygote.session(Limits(memory_mb=512)) as other, zygote.session(Limits(memory_mb=512)) as session:
            other.run_cell("import os\nopen('private', 'w').write('x')\npath = os.path.abspath('private')")
            place = other.lookup("path")
            facts["OTHER"] = "/session/private" if place.startswith("/session/") else place
            setup = "\n".join(f"{name} = {value!r}" for name, value in facts.items())
            assert session.run_cell(f"{setup}\n{PROBES}").status == "ok"
            found = session.lookup("found")
    assert layers == left(tuple(itertools.chain(*(BOUNDARIES[name] for name in missing))))
    files = {"private-root", "landlock", "uid"} & layers
    guards = {
        "secret": files, "secret folder": files, "other session": files, "outside": files,
        "environment": True, "memory": True, "trace": True,
        "fork": {"seccomp"} & layers, "signal": {"seccomp", "pid-namespace", "uid", *(["landlock"] if landlock.version() >= 6 else [])} & layers,
    }  # fmt: skip
    (secret.parent.parent / "written").unlink(missing_ok=True)
    assert floor == bool(files)
    assert {name: found[name] in SEALED for name in guards} == {name: bool(guard) for name, guard in guards.items()}, found


REFUSED = {"unshare": SPACES, "mount": ROOTS, "setns": {"pid-namespace"}, "landlock": {"landlock"}, "seccomp": {"seccomp"}}


def found_where_refused(numbers: list[int]) -> list:
    """The layers and the floor, where the kernel refuses the system calls with these numbers."""
    refuse(numbers)
    with Zygote(warm=False) as zygote, zygote.session():
        return [sorted(zygote.isolation.layers), zygote.isolation.floor_met]


@pytest.mark.parametrize("refused", combinations(REFUSED), ids=lambda names: "+".join(names) or "nothing")
def test_what_the_kernel_refuses_is_found_out(refused):
    """The same when nobody says so: the kernel refuses the system calls, to a zygote that expects every layer."""
    layers, floor = told_by_a_fork(lambda: found_where_refused([NUMBERS[MACHINE][name] for name in refused]))
    assert set(LAYERS) - set(layers) - {"uid"} == set().union(*(REFUSED[name] for name in refused))
    assert floor == bool({"private-root", "landlock"} & set(layers))
    if ROOT and "private-root" in layers:
        assert "uid" in layers


def test_below_the_floor_grading_is_refused_with_a_sentence(secret):
    """It names what is missing and every way out; who accepts it gets it, and every record then says "low isolation"."""
    deny = frozenset({"private-root", "landlock", "uid"})
    with pytest.raises(SandboxError) as refusal:
        checked_isolation(Options(deny=deny), [secret.parent])
    for word in ("cannot keep the solutions from submitted code", "not active: private-root", "Docker", "WSL", "Gradescope", "--isolation process"):
        assert word in str(refusal.value)
    assert "low isolation" in checked_isolation(Options(deny=deny, isolation="process"), [secret.parent])
