"""A session played through where sessions are forked from: Python adapts code to what it meets in its first rounds, and every
session would do so again, in pages of memory of its own."""

import os

import numpy as np

from .channel import Channel
from .codec import Encoder
from .errors import ChannelClosed
from .inner_channel import InnerChannel
from .shell import Shell
from .worker import Worker

_ROUNDS = 12  # Python adapts a loop in its second round, a function in its eighth call
_CELLS = (
    "import numpy as np\nfrom numpy import exp\n\n\ndef scaled(x, factor=2.0):\n    return {'y': factor * x, 'all': [x, (x.T, 1.0)]}\n",
    '"""Text."""\n\nx = np.ones((2, 3))\nx.sum(axis=0);',
    "scaled(x)['y']",
    "# A loop.\nfor i in range(2):\n    print(i)\n",
    "scaled.__name__.upper()",
)


def rehearse(shell: Shell) -> None:
    """Run some cells and calls as a session does. What they leave in the shell is the caller's to reset."""
    folder = os.memfd_create("requests"), os.memfd_create("printed"), os.open("/dev/null", os.O_WRONLY)
    requests, printed, nowhere = folder
    try:
        channel = Channel(requests, requests)
        for _ in range(_ROUNDS):
            for source in _CELLS:
                channel.send(["cell", 0, source.encode(), False])
            channel.send(["lookups", 0, ["scaled", "absent"]])
            _call(channel)
        os.lseek(requests, 0, os.SEEK_SET)
        Worker(InnerChannel(requests, nowhere), shell, shell.display_pub.printed, printed).serve()
    except ChannelClosed:
        pass
    finally:
        for fd in folder:
            os.close(fd)


def _call(channel: Channel) -> None:
    encoder = Encoder(lambda value: ["object", 0])
    cases = [[encoder.encode(argument) for argument in (np.ones((2, 3)), factor)] for factor in (1.5, 3)]
    channel.send(["call", 0, ["object", 0], cases, encoder.encode({})], encoder.buffers)
