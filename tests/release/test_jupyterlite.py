"""A learner's notebook asks for nothing that Python in a browser (Pyodide, as in JupyterLite) does not have.

No Pyodide runs here. The notebook runs in a Python from which everything is taken that Pyodide's documentation lists as
removed or not working, and what Otter itself leaves out there.
"""

import ast
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from autograder.course import reference_source, student_notebook, substitute
from autograder.release import archive
from autograder.release.colab import imported

ROOT = Path(__file__).resolve().parents[2]
REMOVED = {"curses", "dbm", "ensurepip", "fcntl", "grp", "idlelib", "lib2to3", "msvcrt", "pty", "pwd", "readline", "resource", "syslog"}
REMOVED |= {"termios", "tkinter", "tty", "turtle", "turtledemo", "venv", "webbrowser", "winreg", "winsound"}
LOADED_APART = {"sqlite3", "ssl", "lzma"}  # there, if somebody asked for them
NOT_WORKING = {"asyncio.subprocess", "concurrent", "multiprocessing", "select", "selectors", "signal", "socket", "socketserver", "subprocess"}
ABSENT = REMOVED | LOADED_APART | {"nbconvert", "zmq", "jupyter_client", "ipykernel", "psutil"}
LACKING = ("import fcntl", "import sqlite3", "import subprocess; subprocess.run(['true'])", "import threading; threading.Thread().start()")
SESSION = """
    import importlib.abc, json, os, sys

    class Absent(importlib.abc.MetaPathFinder):
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] in ABSENT:
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    sys.meta_path.insert(0, Absent())
    for name in [name for name in sys.modules if name.partition(".")[0] in ABSENT]:
        del sys.modules[name]

    import multiprocessing, socket, subprocess, threading

    def refuse(*args, **kwargs):
        raise OSError("a browser has no processes, threads or sockets")

    subprocess.Popen.__init__ = multiprocessing.Process.start = threading.Thread.start = socket.socket.__init__ = refuse
    os.fork = os.system = refuse

    from pyodide_kernel.interpreter import Interpreter
    from IPython.utils.capture import capture_output

    shell, said = Interpreter.instance(), []
    for source in json.load(sys.stdin):
        with capture_output() as shown:
            result = shell.run_cell(source, store_history=True)
        said.append(shown.stdout + "".join(str(out) for out in shown.outputs))
    print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def learners_part():
    """The modules of this package that notebooks and public checks import, by path."""
    package = {f"autograder/{path}": content for path, content in archive.read_folder(ROOT / "autograder").items()}
    return imported([path.read_text(encoding="utf-8") for path in (ROOT / "assignments").rglob("*.py")], package)


def imports(source):
    """Names of all modules that a source imports, wherever it does."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_our_modules_import_nothing_that_a_browser_lacks(learners_part):
    """Nothing on a learner's path imports what is removed, loaded apart, or there without working."""
    lacking = REMOVED | LOADED_APART | NOT_WORKING | {"ctypes"}
    found = [(path, name) for path, source in learners_part.items() for name in imports(source) if {name, name.partition(".")[0]} & lacking]
    assert found == []


def test_our_modules_start_no_thread(learners_part):
    """`threading` may be asked which thread this is; none is started."""
    assert [path for path, source in learners_part.items() if b"Thread(" in source or b"Timer(" in source or b"ThreadPool" in source] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("assignments/[!_]*/*.py")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_assignments_import_little(path):
    """Notebooks and public checks import numpy, matplotlib, this package, and of the standard library what computes."""
    allowed = {"numpy", "matplotlib", "autograder", "math", "itertools", "functools", "pathlib", "dataclasses", "collections", "re", "time"}
    assert {name.partition(".")[0] for name in imports(path.read_text(encoding="utf-8"))} <= allowed


@pytest.fixture(scope="module")
def said(tiny, released, tmp_path_factory):
    """What each cell shows in a Python like that of a browser: q1 right, q2 wrong, q3 untouched; and the folder afterwards."""
    kernel, folder = tmp_path_factory.mktemp("kernel"), tmp_path_factory.mktemp("folder") / "t1"
    shell = "from IPython.core.interactiveshell import InteractiveShell\nclass Interpreter(InteractiveShell): pass\n"
    archive.write_folder(kernel, {"pyodide_kernel/__init__.py": b"", "pyodide_kernel/interpreter.py": shell.encode()})
    archive.write_folder(folder, archive.read_folder(released.student))
    notebook = student_notebook(tiny, {"q1": reference_source(tiny, "q1"), "q2": substitute(tiny.mistakes[0])})
    cells = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    cells[-2:-2] = ['grader.hint("q2")', *LACKING]
    program = f"ABSENT = {ABSENT!r}\n" + textwrap.dedent(SESSION)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(kernel), str(ROOT), os.environ["PYTHONPATH"]]), "MPLBACKEND": "agg"}
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment, input=json.dumps(cells), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(zip(cells, json.loads(done.stdout.splitlines()[-1]), strict=True)), folder


@pytest.mark.parametrize("cell", LACKING)
def test_this_python_lacks_what_a_browser_lacks(said, cell):
    """The Python of these tests cannot do what Pyodide cannot do."""
    assert "Error" in said[0][cell]


def test_checks_and_hints_work(said):
    """Right, wrong and untouched are told, the known mistake is named, and the next hint comes."""
    shown, _ = said
    assert "q1: all checks passed" in shown['grader.check("q1")']
    assert "What happens to 3?" in shown['grader.check("q2")']
    assert "q3: not attempted yet" in shown['grader.check("q3")']
    assert "Twice means times two." in shown['grader.hint("q2")']
    assert "q1" in shown["grader.check_all()"] and "Error" not in shown["grader.check_all()"]


def test_export_works(said):
    """The zip is written; of what Otter does elsewhere only its log is lost."""
    shown, folder = said
    assert "The zip file holds t1.ipynb" in shown["grader.export(pdf=False)"]
    assert list(folder.glob("t1_*.zip")) and not (folder / ".OTTER_LOG").exists()
