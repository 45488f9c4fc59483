"""A Dask cluster of processes of this machine, to grade on and to kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from tests.grading.killing import children


class Dask:
    """A scheduler and workers of one thread each, started again if they were killed. Bundles are unpacked below `folder`.

    nanny: whether each worker has a process of Dask's own that starts it again. settings: of Dask, as environment
    variables. They do not see this checkout: what they need of it has to be shipped.
    """

    def __init__(self, folder: Path, size: int = 2, *, nanny: bool = False, settings: Mapping[str, str] = MappingProxyType({})) -> None:
        self.folder = folder
        self._size, self._nanny, self._settings = size, nanny, settings
        self.scheduler, self.workers = None, []

    def ensure(self) -> Dask:
        """All of them run, or are starting."""
        if self.scheduler is None or self.scheduler.poll() is not None:
            self.close()
            told = self.folder / "scheduler.json"
            told.unlink(missing_ok=True)
            self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
            self.address = _address(told, self.scheduler)
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        while len(self.workers) < self._size:
            self.workers.append(self._start("dask_worker", self.address, "--nthreads", "1", "--nanny" if self._nanny else "--no-nanny", "--local-directory", str(self.folder)))
        return self

    def ready(self) -> Dask:
        """All of them run, and the workers have come to the scheduler."""
        from distributed import Client

        self.ensure()
        with Client(self.address, timeout=300, set_as_default=False) as client:
            client.wait_for_workers(self._size, timeout=300)
        return self

    def pids(self) -> list[int]:
        """The processes that work, without their nannies."""
        if not self._nanny:
            return [worker.pid for worker in self.workers]
        below = [Path(f"/proc/{pid}") for worker in self.workers for pid in children(worker.pid)]
        return [int(one.name) for one in below if one.exists() and b"spawn_main" in (one / "cmdline").read_bytes()]

    def _start(self, name: str, *options: str) -> subprocess.Popen:
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        command = [sys.executable, "-m", f"distributed.cli.{name}", *options, "--no-dashboard"]
        return subprocess.Popen(command, cwd=self.folder, env={**env, **self._settings, "TMPDIR": str(self.folder)}, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def close(self) -> None:
        """Kill them, also those that have been stopped and would not see that their nanny is gone."""
        for pid in self.pids():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for process in [*self.workers, *([self.scheduler] if self.scheduler else [])]:
            process.kill()
            process.wait()
        self.workers = []

    def shipped(self) -> list[Path]:
        """The folders that bundles were unpacked to."""
        return list(self.folder.glob("grading-*"))


def _address(told: Path, scheduler: subprocess.Popen, seconds: float = 300) -> str:
    """Where a scheduler listens, once it does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and scheduler.poll() is None:
        with suppress(OSError, ValueError):  # not there, or not all of it
            return json.loads(told.read_text())["address"]
        time.sleep(0.02)
    raise RuntimeError("the scheduler has not started")
