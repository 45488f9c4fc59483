"""Student code that takes over its own worker: it ends its own session, and no answer of its making is believed."""

import struct
from dataclasses import replace

import msgpack
import numpy as np
import pytest
from autograder.sandbox import SessionLost

WRITE = "import os, struct, msgpack\ndef frame(header, *parts):\n    h = header if type(header) is bytes else msgpack.packb(header)\n    os.write(101, struct.pack('<II', len(h), len(parts)) + struct.pack(f'<{len(parts)}Q', *map(len, parts)) + h + b''.join(parts))\n"

FORGED = {
    "oversized header": "os.write(101, struct.pack('<II', 2**31, 0))",
    "oversized buffer": "os.write(101, struct.pack('<IIQ', 1, 1, 2**40))",
    "no msgpack": "frame(b'\\xc1')",
    "no list": "frame({'done': 1})",
    "empty": "frame([])",
    "unknown kind": "frame(['hello', 0, []])",
    "old number": "frame(['done', 1, [True, 5]])",
    "wrong form": "frame(['done', NUMBER, 5])",
    "no outcome": "frame(['done', NUMBER, [[None, [5, ''], []]]])",
    "too many": "frame(['done', NUMBER, [[True, [5, ''], []]] * 2])",
    "impossible argument": "frame(['done', NUMBER, [[True, [5, ''], [7]]]])",
    "no text": "frame(['done', NUMBER, [[True, [5, 7], []]]])",
    "no generator": "frame(['done', NUMBER, [[True, [5, '', ['list', [6]]], []]]])",
    "forged reference": "frame(['done', NUMBER, [[True, [['object', -1, 'function', 'f'], ''], []]]])",
    "forged kind": "frame(['done', NUMBER, [[True, [['object', 1, 'eval', 'f'], ''], []]]])",
    "forged function": "frame(['callback', 99, [], ['dict', []]])",
    "function by name": "frame(['callback', '__import__', [], ['dict', []]])",
    "object array": "frame(['done', NUMBER, [[True, [['array', '|O', [1], False, b'x' * 8], ''], []]]])",
    "missing bytes": "frame(['done', NUMBER, [[True, [['array', '<f8', [9], False, 0], ''], []]]], b'x' * 8)",
    "buffer not sent": "frame(['done', NUMBER, [[True, [['array', '<f8', [1], False, 3], ''], []]]])",
    "deep": "frame(['done', NUMBER, [[True, [DEEP, ''], []]]])",
    "callback without names": "frame(['callback', 0, [], ['list', []]])",
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_answer_is_a_protocol_violation(zygote, limits, name):
    """Each forged frame loses the session with status protocol; another session at the same time notices nothing."""
    source = FORGED[name].replace("NUMBER", "number")
    with zygote.session(limits) as session, zygote.session(limits) as other:
        session.run_cell(WRITE + f"DEEP = 1\nfor i in range(60): DEEP = ['list', [DEEP]]\ndef f(number, g):\n    {source}\n    import time; time.sleep(9)")
        other.run_cell("def f(x): return x + 1")
        f = session.lookup("f")
        with pytest.raises(SessionLost) as lost:
            session.observe_many(f, [(session._line._number + 1, len)])
        assert lost.value.status == "protocol"
        assert other.lookup("f")(1) == 2


def test_a_second_answer_is_noticed(session):
    """An answer sent ahead of the next question is not taken for the answer to it."""
    session.run_cell(WRITE + "def f():\n    for i in range(9): frame(['done', i, [True, 'forged']])")
    f = session.lookup("f")
    with pytest.raises(SessionLost) as lost:
        session.observe_many(f, [()])
        session.lookup("f")
    assert lost.value.status == "protocol"


def test_a_well_formed_forgery_is_just_a_wrong_answer(session):
    """A worker that answers for itself can say what any wrong function could say, no more."""
    session.run_cell(WRITE + "def f(number):\n    frame(['done', number, [[True, [41, ''], []]]])\n    import time; time.sleep(9)")
    (result,) = session.observe_many(session.lookup("f"), [(session._line._number + 1,)])
    assert result.value == 41


PATCHES = {
    "encoder": "import autograder.sandbox.codec as c\nc.Encoder.encode = lambda self, value, depth=0: ['array', '|O', [1], False, b'12345678']",
    "channel": "import autograder.sandbox.inner_channel as c\nc.InnerChannel.send = lambda *a: None",
    "worker": "import autograder.sandbox.worker as w\nw.Worker._do_call = lambda self, *a: [[True, ['forged', ''], [-1]]]",
    "numpy": "import numpy as np\nnp.ndarray = np.frombuffer = np.dtype = None\nimport autograder.sandbox.codec as c\nc.np = None",
    "builtins": "import builtins\nbuiltins.type = builtins.list = builtins.len = lambda *a: 0",
    "garbage": "import gc, autograder.sandbox.worker as w\n[o.__dict__.clear() for o in gc.get_objects() if type(o) is w.Worker]",
}


@pytest.mark.parametrize("name", PATCHES)
def test_a_patched_worker_hurts_only_its_own_session(zygote, limits, name):
    """Whatever is replaced inside, the outcome is one of the known ways to lose a session, and the next is untouched."""
    with zygote.session(replace(limits, call_seconds=1.0, cell_seconds=1.0)) as session:
        try:
            session.run_cell("import numpy as np\ndef f(x): return x")
            session.run_cell(PATCHES[name])
            session.observe_many(session.lookup("f"), [(np.ones(5000),)])
            raise AssertionError("the patch did nothing")
        except SessionLost as lost:
            assert lost.status in ("protocol", "crashed", "timeout")
    with zygote.session(limits) as session:
        session.run_cell("def f(x): return x")
        assert np.array_equal(session.lookup("f")(np.ones(5000)), np.ones(5000))


def test_the_forging_helper_speaks_the_protocol():
    """The frames above are refused for what they say, not for their form: the helper's form is the channel's."""
    out = []
    space = {"out": out}
    exec(WRITE.replace("os.write(101, ", "out.append("), space)
    space["frame"](["x"], b"12")
    packed = msgpack.packb(["x"])
    assert out == [struct.pack("<IIQ", len(packed), 1, 2) + packed + b"12"]
