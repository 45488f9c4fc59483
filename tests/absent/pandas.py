"""pandas, imported when something of it is first used: Otter imports it wherever it is imported itself, for tables few tests see."""

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

_loaded = []


def __getattr__(name):
    if not _loaded:
        elsewhere = [folder for folder in sys.path if Path(folder) != Path(__file__).parent]
        spec = PathFinder.find_spec(__name__, elsewhere)
        if spec is None:
            raise ModuleNotFoundError(f"No module named {__name__!r}", name=__name__)
        _loaded.append(module_from_spec(spec))
        sys.modules[__name__] = _loaded[0]
        spec.loader.exec_module(_loaded[0])
    return getattr(_loaded[0], name)
