"""From a fresh fork of the template to a session that serves: shut in, look around, say what holds, serve."""

import os
import sys

from . import lockdown
from .errors import ChannelClosed
from .inner_channel import InnerChannel
from .limits import OUT_OF_MEMORY
from .lockdown import Plan


def begin(config: dict, layers: frozenset[str], shell: object, request: dict, fds: list[int], size: int) -> None:
    """Serve one session on the channel `fds`; returns when it closes. shell: None in a session that runs nothing and only says
    what holds. size: bytes of address space already in use."""
    limits = request["limits"]
    plan = Plan(
        layers=layers,
        uid=request["uid"] if "uid" in layers else -1,
        home=request["home"],
        read=tuple(config["read"]),
        devices=tuple(config["devices"]),
        address_space=size + (limits["memory_mb"] << 20),
        cpu_seconds=limits["cpu_seconds"],
        disk=request["disk"],
        files=request["files"],
        output_bytes=limits["output_bytes"],
    )
    lockdown.take_over(*fds, plan.output_bytes)
    channel = InnerChannel(lockdown.READ_FD, lockdown.WRITE_FD)
    try:
        layers = _shut_in(plan, shell)
    except Exception as error:  # nothing of a student's is here yet: the text may be told
        channel.send(["failed", 0, f"{type(error).__name__}: {error}"[:500]])
        return
    channel.send(["hello", 0, layers])
    try:
        if shell is None:  # it was asked what holds, and nothing else: it waits for its end
            channel.receive()
            return
        from .worker import Worker  # imported long ago, by the template

        Worker(channel, shell, sys.stdout, 1).serve()
    except ChannelClosed:
        os._exit(0)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _shut_in(plan: Plan, shell: object) -> list[str]:
    """Give everything up that student code must not have: the layers in force."""
    lockdown.settle(plan)
    names = lockdown.interfaces()
    if shell is not None:
        sys.stdout.limit = plan.output_bytes
        sys.stdout.take()
    lockdown.limit(plan)
    lockdown.close_doors(plan)
    return lockdown.standing(plan, names)
