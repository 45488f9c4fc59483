"""Pages that say what they were made from, so that one that would only become the same again is left alone.

The last line of a page holds two digests: of what it was made from, and of the page above it. A page stands if the first is
that of today and the second is right: nobody has changed the file since.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path

import autograder
from autograder.grading.basis import Basis

# How long checks took, in a grade's JSON. No page tells it, and it is never the same twice. Within a text every quotation
# mark has a backslash before it, so that the words of a student cannot look like this.
_SECONDS = re.compile(rb'"seconds":(?:[-+.\deE]+|\{[^{}]*\})')
_LAST_LINE = "\n<!-- made from {}, page {} -->\n"


def stamped(page: str, made_from: str) -> str:
    """The page with its last line."""
    return page + _LAST_LINE.format(made_from, _sha256(page.encode()))


def stands(path: Path, made_from: str) -> bool:
    """Whether the file is there, was made from this, and is whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    page = data[: -len(_LAST_LINE.format(made_from, made_from))]
    return data[len(page) :].decode(errors="replace") == _LAST_LINE.format(made_from, _sha256(page))


def general(basis: Basis, reveal: bool) -> str:
    """The digest of what all pages of a class are made from: its basis, what may be shown, and the code that makes pages."""
    return _sha256(json.dumps([basis.to_dict(), reveal, _code()]).encode())


def digest_of(general: str, text: bytes, *others: object) -> str:
    """The digest of what one page is made from.

    Args:
        text: the grade's JSON. others: whatever else is on the page, told apart by its `repr`.
    """
    return _sha256(b"\0".join([general.encode(), _SECONDS.sub(b"", text), repr(others).encode(errors="surrogatepass")]))


@cache
def _code() -> str:
    """The digest of the packages that have a part in what a page says."""
    root = Path(autograder.__file__).parent
    files = sorted(path for name in ("checking", "grading", "report") for path in (root / name).rglob("*") if path.suffix in (".py", ".html", ".css"))
    return _sha256(b"\0".join(path.read_bytes() for path in files))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
