"""The trusted side of the template process: start it, ask it for sessions, end them."""

import contextlib
import copy
import itertools
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from . import syscalls
from .channel import Channel
from .deadline import Deadline, Progress, watch
from .errors import SandboxError, ZygoteDied
from .limits import Limits, judge, unknown_layers
from .replies import how_it_ended
from .session import Session
from .view import DEVICES, visible

# The template learns everything else over the socket: its command line and environment say nothing.
_BOOT = """
import json, socket, sys
control = socket.socket(fileno=int(sys.argv[1]))
config = json.loads(control.recv(1 << 20))
sys.path[:] = [*config["import_path"], config["root"]]
from autograder.sandbox.template import main
main(control, config)
"""
_START_SECONDS, _ANSWER_SECONDS = 60.0, 20.0
_ROOM = 1 << 17  # for the folders a session needs itself, in bytes; and the same in files:
_ROOM_FILES = 16
# User ids that systemd sets aside for passing processes: no account owns them. One after the other, so that sessions
# that overlap differ; where each process begins depends on its own id.
_PUT_ON = frozenset({"landlock", "seccomp", "uid"})  # layers that each session puts on by itself
_UIDS = range(61184, 65519)
_next_uid = itertools.cycle(range(_UIDS.start + os.getpid() % 4000, _UIDS.stop))


@dataclass(slots=True)
class Begun:
    """A forked session: its process id at the template, its channel, its folder ("" in a private root), its layers, what it does."""

    pid: int
    channel: Channel
    home: str
    layers: frozenset[str] = frozenset()
    progress: Progress | None = None


class Zygote:
    """A warm interpreter that forks sessions, with every isolation layer this system has.

    secrets: folders that student code must never see; SandboxError if what it may see overlaps one.
    preload: modules to import for every session. modules: name -> source of stub modules placed in sys.modules.
    deny: layers to leave out (names in `limits.LAYERS`, or "user-namespace"). Safe to share between threads.
    """

    def __init__(
        self,
        secrets: Sequence[Path] = (),
        preload: Sequence[str] = (),
        deny: frozenset[str] = frozenset(),
        modules: Mapping[str, str] | None = None,
        warm: bool = True,
    ):
        if sys.platform != "linux":
            raise SandboxError("submissions can only be shut in on Linux: grade in Docker or WSL (autograder/gradescope/Dockerfile), or on Gradescope")
        unknown_layers(deny)
        view = visible(secrets)
        self._lock = threading.Lock()
        self._seen: frozenset[str] = frozenset()
        self._secrets, self._deny = secrets, deny
        self._number = 0
        self._closing = False
        self._pidfd = -1  # of the process, if another zygote's has forked it
        self._base = ""  # folder for the homes of sessions, where there is no private root
        config = {
            "import_path": view.import_path, "read": view.read, "links": view.links, "devices": DEVICES,
            "root": str(Path(__file__).parents[2]), "temporary": tempfile.gettempdir(), "deny": sorted(deny),
            "preload": list(preload), "modules": dict(modules or {}), "warm": warm, "uid": _UIDS.start,
        }  # fmt: skip
        # Neither a debugger nor /proc lets another process of this user look into the grader's memory.
        syscalls.prctl(syscalls.PR_SET_DUMPABLE, 0)
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(_START_SECONDS)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _BOOT, str(theirs.fileno())],
                pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                cwd="/", env=_environment(), start_new_session=True,
            )  # fmt: skip
            theirs.close()
            answer = self._ask(config)
            self._usable, self._base = frozenset(answer["layers"]), answer["base"]
            self._judge()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Zygote":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def another(self, deny: frozenset[str] = frozenset()) -> "Zygote":
        """A zygote like this one, forked from its process in a hundredth of the time a start takes. Sessions of neither are
        the other's; it ends with this one at the latest. Raises SandboxError, ZygoteDied.

        deny: layers that its sessions leave out besides, of those that each session puts on by itself."""
        if deny - _PUT_ON:
            raise SandboxError(f"too late to leave out {', '.join(sorted(deny - _PUT_ON))}: only {', '.join(sorted(_PUT_ON))} can be")
        made = copy.copy(self)
        made._deny = self._deny | deny
        made._lock, made._number, made._process = threading.Lock(), 0, None
        made._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs:
                if self._base:
                    made._base = tempfile.mkdtemp(dir=self._base)
                    os.chmod(made._base, 0o711)
                made._pidfd = self._ask({"op": "another", "base": made._base}, [theirs.fileno()]).get("pidfd", -1)
        except BaseException:
            made._control.close()
            raise
        if deny:
            try:
                made._judge()
            except BaseException:
                made.close()
                raise
        return made

    def _judge(self) -> None:
        """Look at the layers that hold in a first session: every later one has to have them."""
        self._seen = frozenset()
        begun = self.begin(Limits(), 0, 0)
        begun.channel.close()
        self.end(begun)
        self._seen = begun.layers
        self.isolation = judge(self._seen, self._secrets)

    def session(
        self, limits: Limits = Limits(), files: Mapping[str, bytes] | None = None, charge: Callable[[float], None] = lambda seconds: None
    ) -> Session:
        """A new session; `files`: relative path -> content, placed in its home. Raises SandboxError, ZygoteDied.

        charge: told, now and then, how many more seconds the session has computed or slept."""
        return Session(self, limits, files or {}, charge)

    def begin(self, limits: Limits, extra_bytes: int, extra_files: int) -> "Begun":
        """Fork a session with room for files of the grader's own. For `Session`, which is what others should use."""
        home, uid = "", next(_next_uid) if "uid" in self._usable - self._deny else -1
        if self._base:
            try:
                home = tempfile.mkdtemp(dir=self._base)
            except FileNotFoundError:
                raise ZygoteDied("the process that forks sessions is gone, and its folder too") from None
            if uid >= 0:
                os.chown(home, uid, uid)
        request = {
            "op": "begin", "limits": asdict(limits), "uid": uid, "home": home, "deny": sorted(self._deny),
            "disk": (limits.disk_mb << 20) + extra_bytes + _ROOM, "files": limits.files + extra_files + _ROOM_FILES,
        }  # fmt: skip
        (read, their_write), (their_read, write) = os.pipe2(os.O_CLOEXEC), os.pipe2(os.O_CLOEXEC)
        channel = Channel(read, write)
        import fcntl  # not on every system this module is imported on

        for fd in (write, their_write):
            with contextlib.suppress(OSError):  # a user may only have so many pages in pipes
                fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, 1 << 20)
        try:
            answer = self._ask(request, [their_read, their_write])
        except BaseException:
            channel.close()
            raise
        finally:
            os.close(their_read)
            os.close(their_write)
        begun = Begun(answer["pid"], channel, home, progress=watch(answer["pidfd"]) if answer.get("pidfd", -1) >= 0 else None)
        try:
            header, _ = channel.receive(Deadline(_ANSWER_SECONDS))
            if header[0] != "hello":
                raise SandboxError(str(header[-1]))
            begun.layers = frozenset(header[2])
            if self._seen - begun.layers:
                raise SandboxError(f"layers missing: {', '.join(sorted(self._seen - begun.layers))}")
        except SandboxError as error:
            channel.close()
            ended = self.end(begun)
            raise SandboxError(f"a session could not be set up: {error} ({how_it_ended(ended['exit'])})") from None
        return begun

    def end(self, begun: "Begun", grace: float = 0.0) -> dict:
        """Kill a session with everything it started: exit code (negative: signal), cpu (s), rss_kb, and whether it was
        killed, after `grace` seconds, or had ended before."""
        try:
            return self._ask({"op": "end", "pid": begun.pid, "grace": grace})
        finally:
            if begun.home:
                _remove(begun.home)

    def _ask(self, message: dict, fds: Sequence[int] = ()) -> dict:
        with self._lock:
            self._number += 1
            try:
                socket.send_fds(self._control, [json.dumps({"number": self._number, **message}).encode()], fds)
                self._control.settimeout(_START_SECONDS if "root" in message else _ANSWER_SECONDS)
                answer = self._receive()
                while answer["number"] != self._number:  # left over from a request that was interrupted
                    if answer.get("pidfd", -1) >= 0:
                        os.close(answer["pidfd"])
                    answer = self._receive()
            except OSError as error:
                raise ZygoteDied(f"the process that forks sessions is gone: {error}{self._last_words()}") from None
        if "error" in answer:
            raise SandboxError(f"the process that forks sessions could not do it: {answer['error']}")
        return answer

    def _receive(self) -> dict:
        answer, fds, _, _ = socket.recv_fds(self._control, 1 << 16, 1)
        if not answer:
            raise ConnectionError("it hung up")
        return {**json.loads(answer), **({"pidfd": fds[0]} if fds else {})}

    def _last_words(self) -> str:
        if self._closing or self._process is None:  # it goes by itself, and takes its sessions along
            return ""
        with contextlib.suppress(ValueError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            text = self._process.communicate(timeout=5)[1].decode(errors="replace").strip()
            return f": {text[-1000:]}" if text else ""
        return ""

    def close(self) -> None:
        """End every session and the template; more than once does no harm. A thread that waits for an answer gets ZygoteDied."""
        self._closing = True
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # closing alone would not reach the template while a thread waits here
        self._control.close()
        process = getattr(self, "_process", None)
        if self._pidfd >= 0:
            pidfd, self._pidfd = self._pidfd, -1
            if not select.select([pidfd], [], [], 5)[0]:
                signal.pidfd_send_signal(pidfd, signal.SIGKILL)
            os.close(pidfd)
        if process is not None:
            try:
                process.wait(5)  # it ends its sessions and leaves by itself when the grader hangs up
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(5)
            if process.stderr:
                process.stderr.close()
        if self._base:
            _remove(self._base)


def _remove(folder: str) -> None:
    """Remove a folder whose owner may have closed parts of it. Nobody writes there any more."""
    for path, folders, _ in os.walk(folder):
        for name in folders:
            inner = os.path.join(path, name)
            if not os.path.islink(inner):
                with contextlib.suppress(OSError):
                    os.chmod(inner, 0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _environment() -> dict[str, str]:
    """What the interpreter itself may need to start; the template clears even that."""
    kept = ("LD_LIBRARY_PATH",)
    return {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"} | {
        name: os.environ[name] for name in kept if name in os.environ
    }
