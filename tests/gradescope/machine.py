"""A small machine of its own for rehearsals: the system's programs, an interpreter, no network, an empty /autograder.

The scripts under test are the real ones. Only the network is missing, so `python3 -m venv` gives the new environment a
pip that takes packages of an index from the ones installed here; everything else it passes on to the real pip.
"""

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ENTER = Path(__file__).with_name("enter.py")
REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGES = sysconfig.get_path("purelib")
PATH = "/stubs:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

_PYTHON = f"""#!/bin/sh
{os.path.realpath(sys.executable)} "$@" || exit
if [ "$1 $2" = "-m venv" ] && [ ! -e "$3/bin/pip-itself" ]; then
    mv "$3/bin/pip" "$3/bin/pip-itself"
    cp /stubs/pip "$3/bin/pip"
fi
"""
_PIP = f"""#!/bin/bash
echo "pip $*" >> /pip.log
here=$(dirname "$0")
for argument; do
    if [ "$argument" = -r ]; then
        echo {PACKAGES} > "$("$here/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/rehearsal.pth"
        exit
    fi
done
# What is installed already includes this very package, from the checkout.
exec "$here/pip-itself" --disable-pip-version-check "$@" --ignore-installed
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A root file system below `root`; every command sees it in fresh namespaces. As root when `is_root`."""

    root: Path
    is_root: bool = os.geteuid() == 0

    def run(
        self,
        *argv: str,
        level: str = "machine",
        binds: Sequence[tuple[Path, str, str]] = (),
        env: Mapping[str, str] = {},
        cwd: str = "/autograder",
    ) -> subprocess.CompletedProcess:
        """Run a command; see enter.py for levels. binds: (folder or file here, path there, "ro" or "rw")."""
        plan = {
            "root": str(self.root), "binds": [[str(part) for part in bind] for bind in (*_system(), *binds)], "level": level,
            "env": {"PATH": PATH, "HOME": "/root", **env}, "cwd": cwd, "argv": argv,
        }  # fmt: skip
        command = [sys.executable, str(ENTER), json.dumps(plan)]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=1200)


def make(root: Path) -> Machine:
    """An empty machine below `root`."""
    root.chmod(0o755)
    for name in ("autograder/results", "autograder/submission", "root", "tmp", "mnt", "opt", "etc", "stubs"):
        (root / name).mkdir(parents=True)
    (root / "tmp").chmod(0o1777)
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        if os.path.islink(f"/{name}"):
            (root / name).symlink_to(os.readlink(f"/{name}"))
    (root / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/bash\n")
    for name, text in (("python3", _PYTHON), ("pip", _PIP)):
        (root / "stubs" / name).write_text(text)
        (root / "stubs" / name).chmod(0o755)
    return Machine(root)


def _system() -> list[tuple[str, str, str]]:
    """The programs and libraries of this machine, and the packages the tests run with."""
    folders = ["/usr", sys.base_prefix, PACKAGES, *(f"/{name}" for name in ("bin", "lib", "lib64") if not os.path.islink(f"/{name}"))]
    kept = [folder for folder in dict.fromkeys(map(os.path.realpath, folders)) if os.path.isdir(folder)]
    inside = [folder for folder in kept if not any(folder != other and folder.startswith(other + "/") for other in kept)]
    files = [name for name in ("/etc/ld.so.cache",) if os.path.isfile(name)]
    return [(path, path, "ro") for path in (*inside, *files)]
