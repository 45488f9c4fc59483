"""A real JupyterLab on a learner's folder, and a person who opens the notebook in it, runs cells and types."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

TOKEN = "open-sesame"
_OFFLINE = ("--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate")


@contextmanager
def jupyterlab(folder: Path, home: Path, package: Path) -> Iterator[str]:
    """JupyterLab in a process of its own, on `folder`; its address without path.

    home: an empty folder for everything Jupyter writes. package: the folder kernels import the course's package from.
    """
    kernel = home / "data" / "kernels" / "python3" / "kernel.json"
    kernel.parent.mkdir(parents=True)
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    kernel.write_text(json.dumps({"argv": argv, "display_name": "Python 3", "language": "python"}), encoding="utf-8")
    no_news = home / "config" / "lab" / "user-settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    no_news.parent.mkdir(parents=True)
    no_news.write_text('{"fetchNews": "false"}', encoding="utf-8")  # a question that a learner answers once
    own = {"HOME": home, "IPYTHONDIR": home / "ipython", "MPLCONFIGDIR": home / "matplotlib", "PYTHONPATH": package}
    own |= {f"JUPYTER_{name}_DIR": home / name.lower() for name in ("CONFIG", "DATA", "RUNTIME")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "PYTEST", "MPLBACKEND"))}
    command = [sys.executable, "-m", "jupyterlab", "--ip=127.0.0.1", "--port=0", "--no-browser", "--allow-root", f"--IdentityProvider.token={TOKEN}"]
    log = home / "jupyterlab.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [*command, *_OFFLINE, f"--ServerApp.root_dir={folder}"],
            cwd=folder,
            env={**kept, **{name: str(value) for name, value in own.items()}},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield _address(home / "runtime", server, log)
    finally:
        server.send_signal(signal.SIGTERM)  # it ends its kernels
        try:
            server.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _address(runtime: Path, server: subprocess.Popen, log: Path, seconds: float = 600) -> str:
    """Where the server listens, once it answers: it has chosen a port that nobody else had, and written it down."""
    last = time.monotonic() + seconds
    while time.monotonic() < last and server.poll() is None:
        with suppress(OSError, ValueError, KeyError):  # nothing written, or not all of it; nobody answers
            for told in runtime.glob("jpserver-*.json"):
                address = f"http://127.0.0.1:{json.loads(told.read_text(encoding='utf-8'))['port']}"
                with urllib.request.urlopen(f"{address}/api/status?token={TOKEN}", timeout=60):
                    return address
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")


@dataclass(frozen=True, slots=True)
class Desk:
    """A notebook open in JupyterLab. Cells are counted from 0, as in the file."""

    page: object

    @classmethod
    def opened(cls, page: object, address: str, notebook: str) -> Desk:
        """Open a notebook and wait until its kernel can be used."""
        page.goto(f"{address}/lab/tree/{notebook}?token={TOKEN}")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=600_000)
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=600_000)  # in the status bar
        return cls(page)

    def cell(self, number: int) -> object:
        """The cell of that number."""
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{number}"]')

    def run(self, number: int, seconds: float = 600) -> object:
        """Run a cell as Shift+Enter does, wait for its end, and look at what it shows; its outputs."""
        cell = self.cell(number)
        cell.scroll_into_view_if_needed()
        before = self._count(cell)
        cell.locator(".jp-InputPrompt").click()
        self.page.keyboard.press("Shift+Enter")
        last = time.monotonic() + seconds
        while self._count(cell) in (before, "*"):
            assert time.monotonic() < last, f"cell {number} was not through after {seconds} s"
            self.page.wait_for_timeout(30)
        output = cell.locator(".jp-Cell-outputArea")
        if output.count() and output.is_visible():
            output.scroll_into_view_if_needed()
        return output

    def type(self, number: int, source: str) -> None:
        """Replace what stands in a cell."""
        cell = self.cell(number)
        cell.scroll_into_view_if_needed()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(source)
        self._wait(lambda: source.strip().splitlines()[-1].strip() in cell.locator(".cm-content").inner_text(), f"cell {number} to be written")

    def insert_below(self, number: int, source: str) -> None:
        """A new cell below one, with a source."""
        self.cell(number).locator(".jp-InputPrompt").click()
        self.page.keyboard.press("b")
        below = self.cell(number + 1).locator(".cm-content")
        self._wait(lambda: below.count() == 1 and not below.inner_text().strip(), f"an empty cell {number + 1}")
        self.type(number + 1, source)

    def remove(self, number: int) -> None:
        """Delete a cell."""
        cell = self.cell(number)
        cell.locator(".jp-InputPrompt").click()
        before = cell.inner_text()
        self.page.keyboard.press("x")  # cut; d, d is two letters only for as long as no second passes between them
        self._wait(lambda: cell.count() == 0 or cell.inner_text() != before, f"cell {number} to go")

    def _wait(self, there: Callable[[], bool], what: str, seconds: float = 300) -> None:
        last = time.monotonic() + seconds
        while not there():
            assert time.monotonic() < last, f"no sign of {what} after {seconds} s"
            self.page.wait_for_timeout(30)

    def _count(self, cell: object) -> str:
        return re.sub(r"[\[\]:\s]", "", cell.locator(".jp-InputPrompt").first.inner_text())
