"""setup.sh finds an interpreter: Gradescope's default image has one that is too old."""

import pytest

from tests.gradescope import machine as machines

SETUP = machines.REPOSITORY / "autograder" / "gradescope" / "setup.sh"
# Ubuntu 22.04: python3 is 3.10; 3.12 is not to be had, 3.11 is. What is installed here only says that it was chosen.
APT = """#!/bin/bash
echo "$*" >> /apt.log
case "$*" in
    *"python3.11 python3.11-venv"*)
        printf '#!/bin/bash\\n[ "$1" = -c ] && exit 0\\necho "chosen: python3.11 $*"\\nexit 9\\n' > /old/python3.11
        chmod +x /old/python3.11 ;;
    update) ;;
    *) exit 100 ;;
esac
"""


@pytest.fixture
def old(machine):
    """Run setup.sh where every interpreter is too old, with this apt-get: (how it ended, the calls of apt-get)."""
    here = machine.root / "old"
    here.mkdir()
    (machine.root / "autograder" / "source").mkdir(exist_ok=True)
    for name in ("chmod", "chown"):
        (here / name).symlink_to(f"/usr/bin/{name}")
    (here / "python3").write_text("#!/bin/bash\nexit 1\n")
    (here / "python3").chmod(0o755)

    def run(apt):
        (here / "apt-get").write_text(apt)
        (here / "apt-get").chmod(0o755)
        done = machine.run("/bin/bash", "/setup.sh", binds=[(SETUP, "/setup.sh", "ro")], env={"PATH": "/old"})
        return done, (machine.root / "apt.log").read_text().splitlines()

    yield run
    for path in [*here.iterdir(), machine.root / "apt.log"]:
        path.unlink()
    here.rmdir()


def test_an_old_image_gets_a_newer_python(old):
    """The newest the system's packages have, with venv; and that one makes the environment."""
    done, calls = old(APT)
    assert calls == ["update", "install -y python3.12 python3.12-venv", "install -y python3.11 python3.11-venv"]
    assert done.stdout.strip() == "chosen: python3.11 -m venv /opt/hidden-layers" and done.returncode == 9


def test_without_a_python_the_image_is_not_built(old):
    """A sentence that says what to do, and a status that stops the build."""
    done, _ = old('#!/bin/bash\necho "$*" >> /apt.log\n[ "$*" = update ]\n')
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr and "newer base image" in done.stderr
