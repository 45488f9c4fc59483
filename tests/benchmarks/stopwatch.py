"""A stopwatch for stages that lie inside each other: every stage is charged its own CPU time, without that of inner stages.

A zygote that preloads this module measures its sessions from inside, and `read` asks a session for the times.
"""

import functools
import sys
import threading
import time
from collections import defaultdict

_READ = "__stopwatch__"


class _Open(threading.local):
    """The stages a thread is in, and when it last entered or left one."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.last = time.thread_time()


class Stopwatch:
    """Seconds of CPU time and number of entries by stage, of all threads together."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.entries: dict[str, int] = defaultdict(int)
        self._open = _Open()

    def forget(self, prefix: str = "") -> None:
        """Start anew: no stage is open, and what was measured for stages that begin with `prefix` is forgotten."""
        for times in (self.seconds, self.entries):
            for stage in [stage for stage in times if stage.startswith(prefix)]:
                del times[stage]
        self._open = _Open()

    def _charge(self, now: _Open) -> list[str]:
        moment = time.thread_time()
        if now.stack:
            self.seconds[now.stack[-1]] += moment - now.last
        now.last = moment
        return now.stack

    def timed(self, stage: str, function):
        """`function`, with what it takes charged to `stage`; when it calls itself that counts as one entry."""

        @functools.wraps(function)
        def measured(*args, **kwargs):
            here = self._open
            if here.stack and here.stack[-1] == stage:
                return function(*args, **kwargs)
            self._charge(here).append(stage)
            self.entries[stage] += 1
            try:
                return function(*args, **kwargs)
            finally:
                self._charge(here).pop()

        return measured

    def watch(self, stage: str, owner: object, *names: str) -> None:
        """Charge functions of a module, wherever the engine has imported them, or methods of a class to `stage`."""
        for name in names:
            before = getattr(owner, name)
            after = self.timed(stage, before)
            setattr(owner, name, after)
            if not isinstance(owner, type):
                for module in [one for key, one in sys.modules.items() if key.startswith("autograder.")]:
                    for other in [key for key, value in vars(module).items() if value is before]:
                        setattr(module, other, after)


def install_in_session() -> None:
    """Watch the session's side of the sandbox; called where the zygote has its modules, before it forks."""
    from autograder.sandbox import inner_values, lockdown, mutation, shell, template
    from autograder.sandbox.inner_channel import InnerChannel
    from autograder.sandbox.codec import Decoder, Encoder
    from autograder.sandbox.worker import Worker

    watch = Stopwatch()
    watch.watch("zygote: fork", template._Server, "_begin")
    watch.watch("zygote: kill and reap", template._Server, "_end")
    watch.watch("session: layers", lockdown, "take_over", "settle", "limit", "close_doors")
    watch.watch("session: look around", lockdown, "standing", "interfaces")
    watch.watch("session: cells", shell, "run_cell")
    watch.watch("session: calls, the functions among them", Worker, "_observe")
    watch.watch("session: frames", InnerChannel, "send", "receive")
    watch.watch("session: codec", Encoder, "encode")
    watch.watch("session: codec", Decoder, "decode")
    watch.watch("session: codec", inner_values, "arguments")
    watch.watch("session: inputs untouched?", mutation, "as_seen", "unchanged", "overwritten")
    lookup, begin = Worker._do_lookup, template.begin

    def answer(self, encoder, buffers, name):
        if name == _READ:
            return [True, encoder.encode([dict(watch.seconds), dict(watch.entries)])]
        return lookup(self, encoder, buffers, name)

    def fresh(*args):
        watch.forget("session")  # what the zygote has measured came along with the fork, and is kept
        return watch.timed("session: the rest", begin)(*args)

    Worker._do_lookup, template.begin = answer, fresh


def read(session) -> tuple[dict[str, float], dict[str, int]]:
    """(seconds, entries) by stage of a session: its own, and what its zygote has spent on all sessions so far."""
    return session.lookup(_READ)


if "autograder.sandbox.template" in sys.modules:  # this is a zygote
    install_in_session()
