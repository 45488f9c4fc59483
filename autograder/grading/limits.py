"""How much a file may ask of the grader before anything of it has been understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IntakeLimits:
    """Caps on what is read. Notebooks with tens of megabytes of pictures are normal; the code in them is small."""

    file_bytes: int = 48 << 20
    code_bytes: int = 2 << 20
    prose_characters: int = 1 << 20  # of all markdown cells; what comes after is left out
    image_bytes: int = 512 << 10  # of one picture attached to a markdown cell, in base64; a larger one is left out
    images: int = 12  # attached pictures of a notebook
    cells: int = 5_000
    containers: int = 1_000_000  # lists and objects in the JSON text: 50 to 250 bytes of memory each
    values: int = 2_000_000  # what stands between commas: up to 120 bytes of memory each
    archive_files: int = 2_000
    archive_bytes: int = 256 << 20
    archive_ratio: int = 200


class Unreadable(Exception):
    """A file that is not a gradable notebook; the text says why, as the end of a sentence."""


class IntakeError(Exception):
    """The request itself makes no sense: a path that does not exist, a folder without notebooks."""
