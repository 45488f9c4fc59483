"""Attacks on the grader by q1, `double`: what each tries, and exactly what it gets. The right q3 and q4 keep their points."""

from __future__ import annotations

from textwrap import indent

from tests.hostile.course import Case

_WRONG, _RAISED = (0.0, "wrong"), (0.0, "raised")
_CRASHED, _PROTOCOL, _TIMEOUT, _MEMORY = (0.0, "crashed"), (0.0, "protocol"), (0.0, "timeout"), (0.0, "memory")


def _body(name: str, tries: str, body: str, outcome: tuple[float, str] = _WRONG) -> Case:
    return Case(name, tries, {"q1": "def double(A):\n" + indent(body, "    ")}, {"q1": outcome})


def _cell(name: str, tries: str, cell: str, body: str = "return 3 * A", outcome: tuple[float, str] = _WRONG) -> Case:
    return Case(name, tries, {"q1": "def double(A):\n" + indent(body, "    ")}, {"q1": outcome}, first=("import numpy as np", cell))


READING = (
    _body("import_reference", "Use the reference by importing it.", "try:\n    from solutions.a9_tiny.reference import double as right\n    return right(A)\nexcept ImportError:\n    return 3 * A"),
    _body("find_reference", "Find the reference anywhere on the disk and run it.", "import os\nfor folder, _, names in os.walk('/'):\n    for name in names:\n        if name in ('reference.py', 'mistakes.py', 'guide.md') and 'site-packages' not in folder and 'lib/python' not in folder:\n            space = {}\n            exec(open(os.path.join(folder, name)).read(), space)\n            return space['double'](A)\nreturn 3 * A"),
    _body("other_processes", "Read the grader's memory or command line.", "import glob\nfor path in glob.glob('/proc/*/mem') + glob.glob('/proc/*/cmdline') + glob.glob('/proc/*/environ'):\n    open(path, 'rb').read(1)\n    return 2 * A\nreturn 3 * A"),
    _body("own_memory", "Look for reference or checks among the objects of this process.", "import gc\nfor one in gc.get_objects():\n    if callable(one) and getattr(one, '__module__', '') and 'reference' in str(one.__module__) and getattr(one, '__name__', '') == 'double':\n        return one(A)\nreturn 3 * A"),
    _body("frames", "Walk up the stack to whoever knows the expected value.", "import sys\nframe = sys._getframe()\nwhile frame:\n    for value in frame.f_locals.values():\n        if hasattr(value, 'tolerance'):\n            return value.value\n    frame = frame.f_back\nreturn 3 * A"),
    _body("descriptors", "Read what the grader left open.", "import os\nfor fd in range(3, 256):\n    try:\n        if fd not in (100, 101) and os.pread(fd, 1, 0):\n            return 2 * A\n    except OSError:\n        pass\nreturn 3 * A"),
    _body("network", "Ask somebody outside.", "import socket\nsocket.create_connection(('1.1.1.1', 53), 1)\nreturn 2 * A", _RAISED),
    _body("shared_memory", "Open a shared memory segment or a queue.", "import ctypes\nlibc = ctypes.CDLL(None)\nreturn 2 * A if libc.shmget(4711, 4096, 0o1666) != -1 else 3 * A"),
    _body("environment", "Find a hint to the grader in the environment.", "import os, sys\nsecret = [v for v in (*os.environ.values(), *sys.argv, *sys.path) if 'solutions' in v or 'ROOT' in v]\nreturn 2 * A if secret else 3 * A"),
)
CHEATING = (
    _cell("patch_numpy", "Make every comparison of numpy come out right.", "np.allclose = np.array_equal = np.all = lambda *a, **k: True\nnp.abs = lambda *a, **k: 0"),
    _cell("patch_checking", "Make the copy of the checking module in this process accept everything.", "import autograder.checking.expect as e, autograder.checking.compare as c\ne.Call.equals = lambda self, *a, **k: self\nc.difference = lambda *a, **k: None"),
    _body("patch_worker", "Make the worker report success from now on.", "from autograder.sandbox import worker\nworker.Worker._observe = lambda *a: [True, [None, ''], []]\nreturn 3 * A"),
    _body("subclass", "Return an array that says it equals everything.", "class Liar(np.ndarray):\n    __eq__ = __le__ = lambda self, other: True\n    def __array_function__(self, *a): return True\nreturn A.view(Liar)"),
    _body("lying_object", "Return an object that answers to everything.", "class Liar:\n    shape, dtype, ndim, size = A.shape, A.dtype, A.ndim, A.size\n    __eq__ = __le__ = lambda self, other: True\n    def __getattr__(self, name): return lambda *a, **k: True\n    def __array__(self, *a, **k): return 2 * A\nreturn Liar()"),
    _body("forged_reply", "Answer a question before it is asked.", "import os, struct, msgpack\nfor n in range(40):\n    h = msgpack.packb(['done', n, [[True, [['array', '<f8', [2], False, (2 * A).tobytes()], ''], []]]])\n    os.write(101, struct.pack('<II', len(h), 0) + h)\nreturn 3 * A", _PROTOCOL),
    _body("forged_callback", "Call functions of the grader that were never given.", "import os, struct, msgpack\nh = msgpack.packb(['callback', 0, [], ['dict', []]])\nos.write(101, struct.pack('<II', len(h), 0) + h)\nreturn 3 * A", _PROTOCOL),
    _body("garbage", "Send bytes that are no message.", "import os\nos.write(101, b'x' * 1000)\nreturn 2 * A", _PROTOCOL),
    _body("giant_frame", "Announce more data than will ever come.", "import os, struct\nos.write(101, struct.pack('<IIQ', 10, 1, 1 << 40))\nreturn 2 * A", _PROTOCOL),
    _body("impossible_shape", "Return an array of no bytes with a gigantic shape.", "return np.ones((2**40, 0))"),
    _body("complex_bools", "Return the right numbers as another kind of number.", "return (2 * A).astype(complex)"),
    Case("oracle_for_itself", "Be wrong on purpose, so that the right `double` is given to q3, and return it.", {"q1": "def double(A): return 3 * A", "q3": "def quadruple(A): return double"}, {"q1": _WRONG, "q3": _WRONG}),
    Case("oracle_with_objects", "Hand the right `double` things that were never meant for it, itself among them.", {"q1": "def double(A): return 3 * A", "q3": "def quadruple(A):\n    for odd in (lambda: 1, double, object(), {}, [[]], 'x', np.ones(10**6), type):\n        try: double(odd)\n        except Exception: pass\n    return 5 * A"}, {"q1": _WRONG, "q3": _WRONG}),
    Case("oracle_for_ever", "Call the right `double` without end.", {"q1": "def double(A): return 3 * A", "q3": "def quadruple(A):\n    while True: double(A)"}, {"q1": _WRONG, "q3": _TIMEOUT}),
    Case("grader_cells", "Replace the grader's own cells and objects.", {"q1": "class grader:\n    check = export = check_all = lambda *a, **k: 1e9\ndef double(A): return 3 * A"}, {"q1": _WRONG}),
)
ENDING = (
    _body("exit", "End the process.", "import os\nos._exit(0)", _CRASHED),
    _body("segfault", "Crash the interpreter.", "import ctypes\nctypes.string_at(0)", _CRASHED),
    _body("close_channel", "Hang up on the grader and go on.", "import os, time\nos.close(101); os.close(100)\ntime.sleep(60)", _CRASHED),
    _body("sleep", "Never answer.", "import time\ntime.sleep(1000)", _TIMEOUT),
    _body("deaf", "Never answer and ignore every signal.", "import signal\nfor s in (1, 2, 3, 10, 12, 14, 15):\n    signal.signal(s, signal.SIG_IGN)\nwhile True: pass", _TIMEOUT),
    _body("trickle", "Answer one byte at a time.", "import os, struct, time\nos.write(101, struct.pack('<II', 1000, 0))\nwhile True:\n    os.write(101, b'x'); time.sleep(0.05)", _TIMEOUT),
    _body("endless_message", "Raise an error whose text never ends.", "class Endless(Exception):\n    def __str__(self):\n        while True: pass\nraise Endless", _TIMEOUT),
    _body("memory", "Take all memory.", "taken = []\nwhile True: taken.append(np.ones(10**6))", _MEMORY),
    _body("forks", "Start processes without end.", "import os\nwhile True: os.fork()", _RAISED),
    _body("threads", "Start threads without end.", "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(60,), daemon=True).start()", _RAISED),
    _body("disk", "Fill the disk.", "with open('x', 'wb') as f:\n    while True: f.write(b'x' * 10**6)", _RAISED),
    _body("inodes", "Use up all file names.", "for i in range(10**7): open(f'f{i}', 'w').close()", _RAISED),
    _body("kill_everyone", "Kill the zygote, the grader and everybody else.", "import os\nfor pid in (-1, 0, *range(2, 3000)):\n    try: os.kill(pid, 9)\n    except OSError: pass\nreturn 3 * A"),
    _body("handles", "Return a hundred thousand functions.", "return [lambda: 0] * 10**5", _PROTOCOL),
    _body("deep", "Return a tree with a billion leaves.", "tree = []\nfor _ in range(30): tree = [tree, tree]\nreturn tree"),
    _body("large", "Return as many numbers as fit into a message.", "return np.ones(7 * 10**6)"),
    _body("keys", "Return a dict with sixty thousand long keys.", "return {f'{i:05d}' * 30: 1 for i in range(60_000)}"),
    _body("colliding_keys", "Return a dict whose keys collide.", "return {(i, 0): i for i in range(10_000)}", _PROTOCOL),
    _body("flood", "Print without end.", "while True: print('x' * 10**5)", _TIMEOUT),
    _body("long_error", "Raise an error with a text of a hundred megabytes.", "raise ValueError('x' * 10**8)", _RAISED),
    _body("chain_of_errors", "Raise an error with ten thousand causes.", "e = None\nfor i in range(10_000):\n    n = ValueError(i); n.__cause__ = e; e = n\nraise e", _RAISED),
    _cell("fatal_cell", "End the process before anything can be checked.", "import os; os._exit(3)"),
)
PERSISTING = tuple(
    Case(f"persist_{name}", "Be right only if an earlier session has left a mark.", {"q1": "def double(A): return (2 if found else 3) * A"}, {"q1": _WRONG}, first=("import numpy as np", source))
    for name, source in {
        "files": "import os\nfolders = ('.', '/tmp', '/var/tmp', '/dev/shm', os.path.expanduser('~'), os.path.dirname(np.__file__), os.path.dirname(os.__file__), '/')\nmarks = [os.path.join(folder, '.mark_of_mallory') for folder in folders]\nfound = any(map(os.path.exists, marks))\nfor mark in marks:\n    try: open(mark, 'w').close()\n    except OSError: pass",
        "modules": "import os, builtins, numpy\nfound = hasattr(builtins, 'mark') or hasattr(numpy, 'mark') or 'MARK' in os.environ\nbuiltins.mark = numpy.mark = 1\nos.environ['MARK'] = '1'",
        "process": "import os, threading, time\nfound = threading.active_count() > 2 or os.getppid() not in (0, os.getppid())\nthreading.Thread(target=time.sleep, args=(100,), daemon=True).start()",
        "sysv": "import ctypes\nlibc = ctypes.CDLL(None)\nfound = libc.msgget(4711, 0o666) != -1\nlibc.msgget(4711, 0o1666)",
    }.items()
)
ATTACKS = READING + CHEATING + ENDING + PERSISTING

# What the hidden call does with the text SECRET, which must not reach anything a learner sees.
LEAKS = {
    "error_name": "raise type('SECRET' + str(A.size), (Exception,), {})('SECRET')",
    "error_text": "raise ValueError('SECRET')",
    "stub_text": "raise NotImplementedError('SECRET')",
    "printed": "print('SECRET'); return 3 * A",
    "below_python": "import os; os.write(1, b'SECRET'); return 3 * A",
    "displayed": "from IPython.display import display; display('SECRET'); return 3 * A",
    "warned": "import warnings; warnings.warn('SECRET'); return 3 * A",
    "type_name": "return type('SECRET', (), {})()",
    "function_name": "f = lambda: 0; f.__name__ = f.__qualname__ = 'SECRET'; return f",
    "keys": "return {'SECRET': A}",
    "text": "return 'SECRET'",
    "file_name": "open('SECRET', 'w').write('SECRET'); return 3 * A",
    "exit_text": "import sys; sys.exit('SECRET')",
    "frame": "import os; os.write(101, b'SECRET' * 100); return 3 * A",
    "own_name": "double.__name__ = double.__doc__ = 'SECRET'; return 3 * A",
}
