"""What student code may see of this machine's file system: the interpreter's library, the packages, shared libraries."""

import importlib.util
import os
import site
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import SandboxError

NEEDED = ("numpy", "matplotlib", "IPython", "matplotlib_inline", "msgpack")
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
_LINKER = ("/etc/ld.so.cache", "/usr/share/zoneinfo")
_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")


@dataclass(frozen=True, slots=True)
class View:
    """import_path: the sys.path of sessions; read: every folder and file that can be read, as real paths without symbolic
    links; links: (link, target) for each symbolic link on the way to them."""

    import_path: tuple[str, ...]
    read: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def visible(secrets: Sequence[Path] = ()) -> View:
    """The allow-list. Raises SandboxError when it would show one of `secrets`, or lies inside one."""
    imports = [*_standard_library(), *_packages()]
    wanted = [*imports, *_shared_libraries(), *_LINKER, *DEVICES]
    real, links = [], {}
    for path in wanted:
        target = _follow(path, links)
        if target is not None and target not in real:
            real.append(target)
    real = [path for path in real if not any(_inside(path, other) and path != other for other in real)]
    for secret in secrets:
        _refuse_overlap(Path(secret), real)
    return View(tuple(imports), tuple(real), tuple(links.items()))


def _standard_library() -> list[str]:
    """The folders of the standard library that exist, in the order of sys.path."""
    paths = [sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"), os.path.dirname(os.__file__)]
    folders = [folder for path in paths for folder in (path, os.path.join(path, "lib-dynload"))]
    return [folder for folder in dict.fromkeys(folders) if os.path.isdir(folder)]


def _packages() -> list[str]:
    """site-packages, and wherever else the packages live that a session needs."""
    folders = [path for path in (sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *site.getsitepackages()) if path]
    for name in NEEDED:
        spec = importlib.util.find_spec(name)
        if spec is None or not spec.origin:
            raise SandboxError(f"the sandbox needs the package {name}, which is not installed here")
        folder = Path(spec.origin).parent
        folders.append(str(folder.parent if spec.submodule_search_locations else folder))
    return [path for path in dict.fromkeys(folders) if os.path.isdir(path)]


def _shared_libraries() -> list[str]:
    """Folders of the shared libraries in use, and the system's own; without the rest of /usr."""
    folders = set()
    try:
        with open("/proc/self/maps") as maps:
            names = [line.split(maxsplit=5)[5].strip() for line in maps if "/" in line]
    except OSError:
        names = []
    for folder, _, name in (path.rpartition("/") for path in names):
        if name.startswith("lib") and ".so" in name:
            folders.add(folder)
    triplet = sysconfig.get_config_var("MULTIARCH") or ""
    if triplet:
        folders.update(os.path.join(root, triplet) for root in _LIBRARIES)
    loader = ("/lib64", "/usr/lib64")  # beside the triplet these hold the loader only; without one, all libraries
    folders.update(loader)
    folder = sysconfig.get_config_var("LIBDIR")
    library = sysconfig.get_config_var("LDLIBRARY")
    files = [os.path.join(folder, library)] if folder and library else []
    return sorted(path for path in folders if path not in ("", "/")) + files


def _follow(path: str, links: dict[str, str]) -> str | None:
    """The real path of `path`, or None if there is none; the symbolic links met on the way are added to `links`."""
    done, left = "/", [part for part in os.path.abspath(path).split("/") if part]
    for _ in range(200):
        if not left:
            return done
        step = os.path.join(done, left.pop(0))
        if os.path.islink(step):
            target = os.readlink(step)
            links[step] = target
            whole = os.path.normpath(os.path.join(done, target))
            done, left = "/", [part for part in whole.split("/") if part] + left
        elif os.path.exists(step):
            done = step
        else:
            return None
    raise SandboxError(f"{path}: too many symbolic links")


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _refuse_overlap(secret: Path, real: Iterable[str]) -> None:
    secret = str(secret.resolve())
    for path in real:
        if _inside(secret, path):
            raise SandboxError(
                f"{secret} must stay hidden from student code but lies inside {path}, which the interpreter needs; "
                "move the course to a folder of its own"
            )
        if _inside(path, secret):
            raise SandboxError(
                f"{path} is needed by the interpreter but lies inside {secret}, which must stay hidden from student code; "
                "name a folder that holds nothing else, or put the virtual environment elsewhere"
            )
