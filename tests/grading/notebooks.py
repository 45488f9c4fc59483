"""Small notebooks and archives for the tests of intake."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path


def code(source: object, **extra: object) -> dict:
    """A code cell of nbformat 4."""
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None, **extra}


def notebook(*cells: dict, **extra: object) -> dict:
    """A notebook of nbformat 4.5 with these cells."""
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells), **extra}


def text(*sources: str) -> str:
    """The JSON text of a notebook with code cells of these sources."""
    return json.dumps(notebook(*map(code, sources)))


def zipped(members: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def hand_in(folder: Path, **files: str | bytes) -> Path:
    """Write files into `folder`; `ada="..."` becomes ada.ipynb, bytes of an archive become ada.zip."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem, data in files.items():
        raw = data.encode() if isinstance(data, str) else data
        (folder / f"{stem}{'.zip' if raw.startswith(b'PK') else '.ipynb'}").write_bytes(raw)
    return folder
