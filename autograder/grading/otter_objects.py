"""Otter's result objects, without the rest of Otter.

`import otter` brings widgets, notebook conversion, PDF and data frames: over a second and 80 MB, for classes of a few
hundred lines that need none of it. So the modules that hold these classes are imported by themselves.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec, module_from_spec
from types import ModuleType


@dataclass(frozen=True, slots=True)
class OtterObjects:
    """Otter's classes for results, and its configuration that says how they are told."""

    GradingResults: type
    OttrTestFile: type
    TestCase: type
    TestCaseResult: type
    AutograderConfig: type


@cache
def otter_objects() -> OtterObjects:
    """The classes, as the installed Otter defines them."""
    if "otter" in sys.modules:
        return _imported()
    try:
        with _without_the_rest():
            return _imported()
    except (ImportError, AttributeError):  # an Otter that is built in another way: all of it, then
        return _imported()


def _imported() -> OtterObjects:
    from otter.run.run_autograder.autograder_config import AutograderConfig
    from otter.test_files import GradingResults
    from otter.test_files.abstract_test import TestCase, TestCaseResult
    from otter.test_files.ottr_test import OttrTestFile

    return OtterObjects(GradingResults, OttrTestFile, TestCase, TestCaseResult, AutograderConfig)


@contextmanager
def _without_the_rest() -> Iterator[None]:
    """Inside, Otter's packages are empty, but their modules can be imported; nbformat and IPython are the one name that
    these take from each. Afterwards none of them has been imported: who needs them gets the real ones."""
    before = {name: module for name, module in sys.modules.items() if _is_replaced(name)}
    stand_ins = {name: ModuleType(name) for name in ("nbformat", "IPython", "IPython.core", "IPython.core.getipython")}
    stand_ins["nbformat"].NotebookNode = dict  # annotates
    stand_ins["IPython.core.getipython"].get_ipython = lambda: None  # there is no notebook here
    try:
        sys.modules.update(stand_ins)
        for name in ("otter", "otter.run", "otter.run.run_autograder"):
            sys.modules[name] = module_from_spec(find_spec(name))
        yield
    finally:
        for name in [name for name in sys.modules if _is_replaced(name)]:
            del sys.modules[name]
        sys.modules.update(before)


def _is_replaced(name: str) -> bool:
    return name.partition(".")[0] in ("otter", "nbformat", "IPython")
