"""What the allow-list shows, and what it refuses to show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from autograder.sandbox.errors import SandboxError
from autograder.sandbox.limits import LAYERS, judge, open_to_others
from autograder.sandbox.view import visible


def test_the_view_holds_the_packages_and_not_the_repository():
    """site-packages and the standard library are in it; the repository, home folders and /usr as a whole are not."""
    view = visible()
    repository = str(Path(__file__).parents[2])
    for name in ("numpy", "os", "IPython"):
        place = os.path.realpath(sys.modules.get(name, __import__(name)).__file__)
        assert any(place.startswith(path + "/") for path in view.read), name
    for path in (repository, repository + "/solutions", repository + "/tests", "/usr", "/usr/src", "/home", "/root", "/etc", "/proc", "/"):
        assert path not in view.read and path not in view.import_path


def test_secrets_beside_the_virtual_environment_are_fine(tmp_path):
    """The usual layout: .venv and solutions side by side in the repository."""
    assert visible([Path(sys.prefix).parent / "solutions", tmp_path]).read == visible().read


def test_a_secret_inside_or_around_the_view_is_refused(tmp_path):
    """Also when a symbolic link hides that it is."""
    packages = Path(visible().import_path[-1])
    link = tmp_path / "link"
    link.symlink_to(packages)
    for secret in (packages, packages / "solutions", packages.parent, link, link / "solutions"):
        with pytest.raises(SandboxError, match="must stay hidden"):
            visible([secret])


def test_the_package_imports_where_there_is_no_linux():
    """On other systems everything imports, the probe says what is missing, and a zygote is refused with a sentence."""
    script = """
import sys
sys.platform = "darwin"
for name in ("fcntl", "resource"):
    sys.modules[name] = None
import autograder.sandbox as s
for name in s.__all__: getattr(s, name)
print(s.probe())
try: s.Zygote()
except s.SandboxError as error: print(error)
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert out.returncode == 0, out.stderr
    assert out.stdout.count("submissions can only be shut in on Linux") == 2 and "floor_met=False" in out.stdout


def test_the_floor(tmp_path):
    """A private root, or Landlock, or a user who cannot enter the secrets: any one is enough, none is not."""
    closed, opened = tmp_path / "closed", tmp_path / "open"
    closed.mkdir(0o700)
    opened.mkdir(0o755)
    base = {"process", "limits", "no-new-privileges", "seccomp"}
    assert judge(base | {"private-root"}).floor_met and judge(base | {"landlock"}).floor_met
    assert judge(base | {"uid"}, [closed]).floor_met
    assert not judge(base | {"uid"}).floor_met and not judge(base, [closed]).floor_met
    assert judge(LAYERS).description == "every isolation layer is active"
    assert "not active: uid" in judge(set(LAYERS) - {"uid"}).description


def test_who_can_enter_a_folder(tmp_path):
    """The permissions of the folder and of every folder on the way decide."""
    inner = tmp_path / "closed" / "inner"
    inner.mkdir(parents=True)
    inner.chmod(0o755)
    (tmp_path / "closed").chmod(0o750)
    assert not open_to_others(inner) and not open_to_others(tmp_path / "missing")
    assert open_to_others(Path("/")) and open_to_others(Path(os.__file__).parents[0]) == all(
        folder.stat().st_mode & 0o001 for folder in Path(os.__file__).resolve().parents
    )
