"""How much a session may use, what contains it, and what it used in the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import SandboxError

# Layer -> what it takes away. The names are what `deny` and the records of results use.
LAYERS = {
    "process": "a process of its own, without inherited descriptors or environment",
    "limits": "resource limits on memory, time, files and processes",
    "no-new-privileges": "no capabilities, and none to be gained",
    "private-root": "a file system that holds only the interpreter and its libraries",
    "quota": "a private home of bounded size that vanishes with the session",
    "pid-namespace": "no sight of other processes, none left behind",
    "net-namespace": "no network interface",
    "ipc-namespace": "no shared memory or queues with others",
    "landlock": "access to files and TCP by an allow-list in the kernel",
    "seccomp": "system calls by an allow-list: threads yes; processes, sockets, signals to others no",
    "uid": "a user of its own",
}
# Switching this one off makes the namespaces unavailable to an ordinary user, as some systems do.
USER_NAMESPACE = "user-namespace"
OUT_OF_MEMORY = 77  # exit code of a session that had no memory left to answer


@dataclass(frozen=True, slots=True)
class Limits:
    """What one session may use. Seconds are those of one request, callbacks included, in which somebody computes or sleeps
    (`deadline.py`); except cpu_seconds: CPU time of the whole session."""

    call_seconds: float = 10.0
    cell_seconds: float = 30.0
    cpu_seconds: int = 120
    memory_mb: int = 2048
    output_bytes: int = 1 << 20
    disk_mb: int = 16
    files: int = 1000


@dataclass(frozen=True, slots=True)
class Isolation:
    """The layers that were seen to work inside a session, and whether they suffice."""

    layers: frozenset[str]
    floor_met: bool
    description: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a closed session used; exit says how its process ended ("was ended by SIGKILL": by the grader,
    as every session that does not end itself)."""

    cpu_seconds: float
    max_rss_mb: float
    exit: str


def unknown_layers(deny: Iterable[str]) -> None:
    """Raise SandboxError when `deny` names something that is not a layer."""
    allowed = set(LAYERS) - {"process"} | {USER_NAMESPACE}
    unknown = sorted(set(deny) - allowed)
    if unknown:
        raise SandboxError(f"no such isolation layer: {', '.join(unknown)}; choose from {', '.join(sorted(allowed))}")


def judge(layers: Iterable[str], secrets: Sequence[Path] = ()) -> Isolation:
    """The floor: student code must be kept from files it has no business with, by the file
    system it sees, by Landlock, or by a user of its own that cannot read any of `secrets`."""
    layers = frozenset(layers)
    by_uid = "uid" in layers and bool(secrets) and not any(open_to_others(path) for path in secrets)
    floor = bool({"private-root", "landlock"} & layers) or by_uid
    missing = [name for name in LAYERS if name not in layers]
    if not missing:
        description = "every isolation layer is active"
    elif floor:
        description = f"isolation suffices; not active: {', '.join(missing)}"
    else:
        description = (
            "low isolation: student code can read this machine's files; "
            f"not active: {', '.join(missing)}"
        )
    return Isolation(layers, floor, description)


def open_to_others(path: Path) -> bool:
    """Whether a user who owns nothing and is in no group here can enter or read `path`."""
    path = Path(path).resolve()
    if not path.exists():
        return False
    if any(not parent.stat().st_mode & 0o001 for parent in path.parents):
        return False
    return bool(path.stat().st_mode & 0o005)
