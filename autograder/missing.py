"""What a learner's notebook needs around it, and the sentence that says what is missing.

Runs before anything else of this package, on whatever Python opened the notebook: nothing here needs a new one.
"""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec

OLDEST = (3, 11)
LISTING = "files.json"  # in the folder of tests: the files that were handed out with the notebook


def require_python() -> None:
    """Raises ImportError if this Python is too old for the checks."""
    if sys.version_info < OLDEST:
        runs_on = ".".join(str(part) for part in sys.version_info[:2])
        needed = ".".join(str(part) for part in OLDEST)
        raise in_one_sentence(
            ImportError("this notebook runs on Python %s and needs %s or newer: README.md says how to install the course with it" % (runs_on, needed))
        )


def require_libraries(*names: str) -> None:
    """Raises ModuleNotFoundError for the first library of these that is not installed; imports none of them."""
    for name in names:
        if find_spec(name) is None:
            raise ModuleNotFoundError(name=name)


def library_missing(error: ImportError) -> ImportError:
    """The error to raise in the place of the one that a library's import raised."""
    name = error.name or "a library"
    if isinstance(error, ModuleNotFoundError):
        what = "%s is not installed for the Python of this notebook" % name
    else:
        what = "%s is installed, but cannot be imported (%s)" % (name, error)
    return in_one_sentence(ImportError(what + ": run `%pip install -r requirements.txt` in a new cell, then restart the kernel"))


def require_tests(folder: str) -> None:
    """Raises FileNotFoundError if the folder of the public tests is not here."""
    if not os.path.isdir(folder):
        here = os.getcwd()
        raise in_one_sentence(
            FileNotFoundError("the folder `tests` is not in %s: open the notebook from the folder it was handed out in, with everything beside it" % here)
        )


def require_files(tests: str) -> None:
    """Raises FileNotFoundError unless everything is here that was handed out with the notebook; `tests` is the folder of the public tests."""
    require_tests(tests)
    absent = [name for name in _listed(tests) if not os.path.exists(name)]
    if absent:
        more = " and %d more" % (len(absent) - 1) if len(absent) > 1 else ""
        raise in_one_sentence(
            FileNotFoundError("%s%s is not in %s: unpack the zip file you were given once more, and open the notebook in there" % (absent[0], more, os.getcwd()))
        )


def in_one_sentence(error: Exception) -> Exception:
    """The same error; Jupyter shows its message alone, without the lines of code it came from."""
    error._render_traceback_ = lambda: ["%s: %s" % (type(error).__name__, error)]
    return error


def _listed(tests: str) -> list[str]:
    try:
        with open(os.path.join(tests, LISTING), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):  # an older release, or stock Otter's folder
        return []
