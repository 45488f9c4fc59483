"""From the bytes of an .ipynb file to the few cells that matter, without trusting any of it.

nbformat's schema validation is not used: it costs more than grading a notebook does, and refuses notebooks that
Jupyter opens. Outputs, other metadata and kernel names are dropped here and never looked at; of attachments, small
pictures stay, because a written answer may show one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from autograder.course.cells import without_files
from autograder.grading.limits import IntakeLimits, Unreadable

_LOOKS_LIKE = (
    (b"%PDF", "it is a PDF, not a notebook"),
    (b"PK\x03\x04", "it is a zip archive with the name of a notebook"),
    (b"<", "it is a web page, not a notebook: it was probably saved from the browser; download the file itself"),
    (b"version https://git-lfs", "it is a git-lfs pointer, not the notebook itself"),
)


def parse_notebook(raw: bytes, limits: IntakeLimits) -> dict:
    """The reduced nbformat 4 notebook in `raw`: code and markdown cells, with id, tags and source.

    Raises `Unreadable` with the reason.
    """
    if len(raw) > limits.file_bytes:
        raise Unreadable(f"it is larger than {limits.file_bytes >> 20} MB")
    data = _decode_json(raw, limits)
    if not isinstance(data, dict) or type(data.get("nbformat")) is not int:
        raise Unreadable("it is JSON but not a Jupyter notebook (it has no nbformat number)")
    cells = [_reduced(*found) for found in _cells(data, limits) if found[1]["cell_type"] in ("code", "markdown")]
    code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
    if not any(source.strip() for source in code):
        raise Unreadable("it has no code cells" if not code else "all its code cells are empty")
    if sum(map(len, code)) > limits.code_bytes:
        raise Unreadable(f"its code cells hold more than {limits.code_bytes >> 20} MB of code")
    _bound_prose(cells, limits)
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def _bound_prose(cells: list[dict], limits: IntakeLimits) -> None:
    """Cut what markdown cells hold to the limits, in the order of the cells: nobody's code is refused for its prose."""
    characters, images = limits.prose_characters, limits.images
    for cell in cells:
        if cell["cell_type"] != "code":
            cell["source"] = cell["source"][:characters]
            characters -= len(cell["source"])
            kept = {name: one for name, one in cell.pop("attachments").items() if len(one[1]) <= limits.image_bytes}
            kept = dict(list(kept.items())[:images])
            images -= len(kept)
            if kept:
                cell["attachments"] = kept


def _decode_json(raw: bytes, limits: IntakeLimits) -> object:
    if not raw.strip():
        raise Unreadable("it is empty")
    for start, reason in _LOOKS_LIKE:
        if raw.lstrip()[:64].startswith(start):
            raise Unreadable(reason)
    if raw.count(b"[") + raw.count(b"{") > limits.containers:
        raise Unreadable("its JSON holds more than a million lists and objects")
    if raw.count(b",") > limits.values:
        raise Unreadable("its JSON holds more than two million values; clear the outputs, save it and hand it in again")
    encoding = json.detect_encoding(raw)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"it is not UTF-8 text (byte {error.start + 1}); save it again as UTF-8") from error
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
            raise Unreadable("it is not complete: the file ends in the middle of the notebook; hand it in again") from error
        what = error.msg.removesuffix(" at").lower()
        raise Unreadable(f"it is not valid JSON: {what} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise Unreadable("its JSON is nested too deeply") from error
    except MemoryError as error:
        raise Unreadable("there is not enough memory to read it; clear the outputs, save it and hand it in again") from error
    except ValueError as error:
        raise Unreadable("it is not valid JSON: it holds a number of thousands of digits") from error


def _cells(data: dict, limits: IntakeLimits) -> Iterator[tuple[int, dict, str]]:
    """(position, cell, name of the field with the source) of every cell, for nbformat 3 and 4."""
    version = data["nbformat"]
    if version == 4:
        cells, field = data.get("cells"), "source"
    elif version == 3:
        sheets = data.get("worksheets")
        if not isinstance(sheets, list) or not all(isinstance(s, dict) and isinstance(s.get("cells"), list) for s in sheets):
            raise Unreadable("it has no list of cells")
        cells, field = [cell for sheet in sheets for cell in sheet["cells"]], "input"
    else:
        shown = version if -1000 < version < 1000 else "no number Jupyter has ever used"
        raise Unreadable(f"its nbformat is {shown}, and only 3 and 4 are understood; open and save it with a current Jupyter")
    if not isinstance(cells, list):
        raise Unreadable("it has no list of cells")
    if len(cells) > limits.cells:
        raise Unreadable(f"it has more than {limits.cells:,} cells")
    for position, cell in enumerate(cells, 1):
        if not isinstance(cell, dict) or not isinstance(cell.get("cell_type"), str):
            raise Unreadable(f"cell {position} is not a notebook cell")
        yield position, cell, field if cell["cell_type"] == "code" else "source"


def _reduced(position: int, cell: dict, field: str) -> dict:
    kind, tags = cell["cell_type"], _tags(cell.get("metadata"))
    identity = cell.get("id")
    return {
        "cell_type": kind,
        "id": _text(identity) if isinstance(identity, str) and len(identity) <= 64 else "",
        "metadata": {"tags": tags} if tags else {},
        "source": without_files(_source(cell.get(field), position)),
        **({"outputs": [], "execution_count": None} if kind == "code" else {"attachments": _pictures(cell.get("attachments"))}),
    }


def _pictures(attachments: object) -> dict[str, list[str]]:
    """The attached PNG and JPEG pictures: [media type, base64] by name."""
    found = {}
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        for kind in ("image/png", "image/jpeg"):
            data = bundle.get(kind) if isinstance(bundle, dict) else None
            data = "".join(data) if isinstance(data, list) and all(isinstance(line, str) for line in data) else data
            if isinstance(data, str) and data.isascii() and len(name) <= 200:
                found[_text(name)] = [kind, "".join(data.split())]
                break
    return found


def _source(value: object, position: int) -> str:
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        value = "".join(value)
    if not isinstance(value, str):
        raise Unreadable(f"cell {position} has no source text")
    return _text(value)


def _tags(metadata: object) -> list[str]:
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return [_text(tag) for tag in tags if isinstance(tag, str) and len(tag) <= 64][:32] if isinstance(tags, list) else []


def _text(value: str) -> str:
    """`value` with half characters (lone surrogates, which JSON can spell) replaced: nothing can store or print them."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value
