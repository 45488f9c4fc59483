"""Run notebook cells and call functions of people nobody knows, in processes that can do no harm.

Knows nothing of courses, checks or points. See README.md in this folder for who is trusted with what.
"""

from importlib import import_module

# Public name -> module. Looked up when asked for: the process that forks sessions imports this package, too, and has no
# use for the trusted side.
_WHERE = {
    "Zygote": "zygote", "probe": "looking", "look": "looking", "Session": "session",
    "Remote": "replies", "CellResult": "replies", "CallResult": "replies",
    "Limits": "limits", "Isolation": "limits", "Usage": "limits", "LAYERS": "limits",
    "SandboxError": "errors", "SessionLost": "errors", "StudentError": "errors", "NameMissing": "errors", "ZygoteDied": "errors",
}  # fmt: skip
__all__ = list(_WHERE)


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_WHERE[name]}", __name__), name)
