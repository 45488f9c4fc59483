"""The zygote's process at work: it forks and ends sessions, and other servers like itself, as the grader asks."""

import json
import os
import resource
import shutil
import signal
import socket
import sys
import time
import traceback
from typing import NoReturn

import numpy as np

from . import seccomp
from . import syscalls as sc
from .start import begin

_LEAVE_SECONDS = 4.0  # to end all sessions in

class Server:
    """Forks and ends sessions on request."""

    def __init__(self, control: socket.socket, config: dict, layers: set[str], warm: object, proc: int, base: str):
        self._control, self._config, self._layers, self._warm = control, config, layers, warm
        self._proc, self._own, self._base = proc, -1, base
        self._sessions: set[int] = set()
        self._others: set[int] = set()  # servers like this one, forked from it
        self._size = self._address_space()
        if "pid-namespace" in layers:
            seccomp.assembled(1)
            self._own = self._own_namespace()

    def serve(self) -> None:
        """Answer until the grader hangs up; then leave nothing behind."""
        try:
            self._answer({"number": self._config["number"], "layers": sorted(self._layers), "base": self._base})
            self._serve()
        except ConnectionError:
            self._leave()

    def _leave(self) -> NoReturn:
        for pid in list(self._sessions):
            self._end(pid, 0.0)
        until = time.monotonic() + _LEAVE_SECONDS
        for pid in self._others:  # to which the grader has hung up, too
            while not os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) and time.monotonic() < until:
                time.sleep(0.001)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        if self._base:
            shutil.rmtree(self._base, ignore_errors=True)
        os._exit(0)

    def _answer(self, message: dict) -> None:
        fds = [message.pop("pidfd")] if "pidfd" in message else []
        socket.send_fds(self._control, [json.dumps(message).encode()], fds)
        for fd in fds:
            os.close(fd)

    def _serve(self) -> None:
        while True:
            message, fds, _, _ = socket.recv_fds(self._control, 1 << 16, 2)
            if not message:
                raise ConnectionError("the grader is gone")
            request = json.loads(message)
            try:
                answer = self._end(request["pid"], request["grace"]) if request["op"] == "end" else self._begin(request, fds)
            except OSError as error:  # no more processes or memory: the grader may try again
                answer = {"error": str(error)}
            self._answer({"number": request["number"], **answer})

    def _begin(self, request: dict, fds: list[int]) -> dict:
        """Fork a session, or another server."""
        another = request["op"] == "another"
        if another:
            self._others -= {pid for pid in self._others if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG)}
        try:
            if self._own >= 0:
                sc.unshare(sc.NEWPID)
            # A state that no other session has seen, made where that costs no pages of its own. `random` sees to itself.
            np.random.seed()
            pid = os.fork()
            if pid == 0:
                self._settle(request, fds[0]) if another else self._session(request, fds)
        finally:
            if self._own >= 0:
                sc.setns(self._own, sc.NEWPID)  # children of the next request get a namespace of their own again
            for fd in fds:
                os.close(fd)
        (self._others if another else self._sessions).add(pid)
        try:
            return {"pid": pid, "pidfd": os.pidfd_open(pid)}  # by which the grader finds its own number for the process
        except OSError:  # before Linux 5.3
            return {"pid": pid}

    def _settle(self, request: dict, control: int) -> NoReturn:
        """Be a server of one's own, which answers on `control` and lives no longer than the one it was forked from."""
        try:
            sc.prctl(sc.PR_SET_PDEATHSIG, signal.SIGKILL)
            self._control.close()
            self._control, self._base = socket.socket(fileno=control), request["base"]
            self._sessions, self._others = set(), set()
            if self._own >= 0:
                os.close(self._own)
                self._own = self._own_namespace()
            else:
                sc.prctl(sc.PR_SET_CHILD_SUBREAPER, 1)
            self._serve()
        except ConnectionError:
            self._leave()
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
            sys.__stderr__.flush()
        finally:
            os._exit(0)

    def _session(self, request: dict, fds: list[int]) -> None:
        try:
            begin(self._config, frozenset(self._layers.difference(request["deny"])), self._warm, request, fds, self._size)
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
            sys.__stderr__.flush()
        finally:
            os._exit(0)

    def _own_namespace(self) -> int:
        return os.open("self/ns/pid", os.O_RDONLY | os.O_CLOEXEC, dir_fd=self._proc)

    def _address_space(self) -> int:
        """Bytes of address space this process takes: a session starts with the same."""
        if self._proc < 0:
            return 1 << 30
        return int(self._read("self/statm").split()[0]) * resource.getpagesize()

    def _end(self, pid: int, grace: float) -> dict:
        """Kill session `pid` with everything it has started; how it ended and what it used.

        grace: seconds left to a process that seems to be dying, an eighth of them to compute in, so that it is its own end that
        is told."""
        if pid not in self._sessions:
            return {"error": f"{pid} is no session"}
        self._sessions.discard(pid)
        clock = ~pid << 3 | 2  # the process's own: clock_getcpuclockid(3)
        until, computed = time.monotonic() + grace, time.clock_gettime(clock) + grace / 8
        while not (gone := os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)):
            if time.monotonic() >= until or time.clock_gettime(clock) >= computed:
                break
            time.sleep(0.001)
        os.kill(pid, signal.SIGKILL)
        _, status, usage = os.wait4(pid, 0)
        if self._own < 0:
            self._sweep()
        return {
            "exit": os.waitstatus_to_exitcode(status),
            "cpu": usage.ru_utime + usage.ru_stime,
            "rss_kb": usage.ru_maxrss,
            "killed": gone is None,
        }

    def _sweep(self) -> None:
        """Without a pid namespace: whatever a dead session has left behind is now a child of this process."""
        for _ in range(1000):
            strays = [pid for pid in self._children() if pid not in self._sessions | self._others]
            if not strays:
                return
            for pid in strays:
                try:
                    os.kill(pid, signal.SIGKILL)
                    os.waitpid(pid, 0)
                except (ProcessLookupError, ChildProcessError):
                    pass

    def _children(self) -> list[int]:
        names = os.listdir(self._proc) if self._proc >= 0 else []
        return [int(name) for name in names if name.isdigit() and self._parent(name) == os.getpid()]

    def _parent(self, pid: str) -> int:
        try:
            return int(self._read(f"{pid}/stat").rpartition(b")")[2].split()[1])
        except OSError:  # it has ended meanwhile
            return -1

    def _read(self, name: str) -> bytes:
        fd = os.open(name, os.O_RDONLY, dir_fd=self._proc)
        try:
            return os.read(fd, 4096)
        finally:
            os.close(fd)
