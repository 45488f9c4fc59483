"""Start a process that grades (see `agent`), ask it, end it. Nothing here may use another module of this package: Dask sends
it to workers by value."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading

BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from autograder.grading.agent import main; main(sys.argv[2])"


class Agent:
    """One grading process. `refusal`: why it will not grade here; `isolation`: what shuts submissions in.

    engine: the folder to import the package from. config: see `agent.serve`. folder: what it removes when this process
    has died, "" for nothing. start: seconds until it must be ready.
    """

    def __init__(self, engine: str, config: dict, folder: str = "", start: float = 120.0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", BOOT, engine, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=engine,
            text=True,
            encoding="utf-8",
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            start_new_session=True,  # a Ctrl-C is for whoever has started it
        )
        self.refusal = self.isolation = ""
        answer = json.loads(self.ask(json.dumps(config), start) or "{}")
        self.isolation = answer.get("ready", "")
        if "ready" not in answer:
            self.refusal = answer.get("refused", "its grading process does not start; what it wrote to stderr, the log of a worker, says why")

    def ask(self, text: str, seconds: float) -> str:
        """The answer to one line; "" if the process has ended, or is silent for so long that it is ended."""
        clock = threading.Timer(min(seconds, threading.TIMEOUT_MAX), self.process.kill)
        clock.daemon = True
        clock.start()
        try:
            self.process.stdin.write(text + "\n")
            self.process.stdin.flush()
            return self.process.stdout.readline()
        except (OSError, ValueError):
            return ""
        finally:
            clock.cancel()

    def close(self) -> None:
        """End the process; its sessions end with it."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                stream.close()
