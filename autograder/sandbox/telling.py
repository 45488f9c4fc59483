"""What is told about an error of student code: bounded, printable, without the frames of the sandbox."""

import os
import traceback

from ..error_names import base_name

_MESSAGE, _TRACEBACK = 2000, 8000


def describe(error: BaseException) -> tuple[str, str, str]:
    """(class name, message, traceback) of an error, bounded; frames of the sandbox itself are left out.

    A class that is not Python's own is named with the one it comes from: "BadLabel(ValueError)".
    """
    kind = type(error)
    base = base_name(kind)
    name = clip(kind.__name__, 60) + (f"({base})" if base != kind.__name__ else "")
    try:
        message = clip(str(error), _MESSAGE)
    except BaseException:
        message = "<no readable message>"
    try:
        text = _traceback(error)
    except BaseException:
        text = f"{name}: {message}"
    return name, message, text


def _traceback(error: BaseException) -> str:
    story = traceback.TracebackException.from_exception(error, limit=-40)
    for part in (story, story.__cause__, story.__context__):
        if part is not None:
            part.stack = traceback.StackSummary.from_list([f for f in part.stack if not _ours(f.filename)])
    return clip("".join(story.format()), _TRACEBACK)


def _ours(filename: str) -> bool:
    folder = os.path.dirname(filename)
    return folder == os.path.dirname(__file__) or f"{os.sep}IPython{os.sep}core{os.sep}" in filename


def clip(text: str, limit: int) -> str:
    """`text` as valid Unicode of at most `limit` characters; the middle is left out."""
    if len(text) > limit:
        text = f"{text[: limit // 2]}\n...\n{text[-limit // 2 :]}"
    return text.encode("utf-8", "backslashreplace").decode()
