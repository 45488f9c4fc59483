"""The executed solution: outputs put on the canonical notebook, freed of everything that changes from run to run."""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Mapping

from autograder.course import Assignment
from autograder.release.errors import ReleaseError

_PNG = b"\x89PNG\r\n\x1a\n"
# Chunks a picture consists of; the others tell who drew it and when.
_DRAWN = {b"IHDR", b"PLTE", b"tRNS", b"pHYs", b"IDAT", b"IEND"}
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def executed(assignment: Assignment, notebook: Mapping, run: Mapping) -> dict:
    """The solution `notebook` with the outputs of `run`, an execution of it by Otter, which adds cells of its own.

    Raises:
        ReleaseError: a cell raised an error, or was not executed.
    """
    outputs = {cell["id"]: cell.get("outputs", []) for cell in run["cells"]}
    cells, count = [], 0
    for number, cell in enumerate(notebook["cells"]):
        cell = dict(cell)
        if cell["cell_type"] == "code":
            count += 1
            if cell["id"] not in outputs:
                raise ReleaseError(f"{assignment.id}: cell {number} of the solution was not executed")
            cell["execution_count"] = count
            cell["outputs"] = [_clean(output, count) for output in _merged(outputs[cell["id"]])]
            _refuse_errors(assignment, number, cell)
        cells.append(cell)
    return {**notebook, "cells": cells}


def _refuse_errors(assignment: Assignment, number: int, cell: Mapping) -> None:
    for output in cell["outputs"]:
        if output["output_type"] == "error":
            first = cell["source"].strip().splitlines()[0]
            raise ReleaseError(
                f"{assignment.public_dir / 'notebook.py'}: with the reference, cell {number} ({first!r}) raises {output['ename']}: {output['evalue']}"
            )


def _merged(outputs: list) -> list[dict]:
    """Outputs without stderr (paths and process numbers), with neighbouring pieces of stdout joined."""
    merged: list[dict] = []
    for output in outputs:
        output = dict(output)
        if output["output_type"] == "stream":
            if output["name"] == "stderr":
                continue
            output["text"] = "".join(output["text"])
            if merged and merged[-1]["output_type"] == "stream":
                merged[-1]["text"] += output["text"]
                continue
        merged.append(output)
    return merged


def _clean(output: dict, count: int) -> dict:
    if output["output_type"] == "stream":
        return {**output, "text": _ADDRESS.sub(" at 0x...", output["text"])}
    if "data" not in output:
        return output
    data = {mime: _clean_data(mime, value) for mime, value in output["data"].items()}
    numbered = {"execution_count": count} if output["output_type"] == "execute_result" else {}
    return {**output, "data": data, "metadata": {}, **numbered}


def _clean_data(mime: str, value: object) -> object:
    if mime == "image/png":
        return base64.b64encode(plain_png(base64.b64decode("".join(value)))).decode("ascii")
    if mime.startswith("text/"):
        return _ADDRESS.sub(" at 0x...", "".join(value))
    return value


def plain_png(image: bytes) -> bytes:
    """A PNG with the chunks that make the picture and no others (no software name, no date)."""
    if not image.startswith(_PNG):
        return image
    kept, at = [_PNG], len(_PNG)
    while at + 8 <= len(image):
        length, kind = struct.unpack(">I4s", image[at : at + 8])
        end = at + 12 + length
        if kind in _DRAWN:
            kept.append(image[at:end])
        at = end
    return b"".join(kept)
