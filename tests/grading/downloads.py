"""Small downloads as the course platforms hand them out: made here, file by file, as a dict from path to content."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.grading.notebooks import text, zipped

Files = dict[str, str | bytes]

ADA, BLAISE, EMMY = text("name = 'ada'"), text("name = 'blaise'"), text("name = 'emmy'")
EXPORT = "a1_2026_09_30T22_15_00_123456.zip"

METADATA = """---
submission_101:
  :submitters:
  - :name: Ada Lovelace
    :sid: '100'
    :email: ada@example.org
  :created_at: 2026-09-30 21:58:41.419402000 Z
  :score: 0.0
  :status: processed
submission_102:
  :submitters:
  - :name: Blaise Pascal
    :sid: '200'
    :email: blaise@example.org
  - :name: Emmy Noether
    :sid: '300'
    :email: emmy@example.org
  :created_at: 2026-10-01 18:00:00.000000000 -07:00
submission_103:
  :submitters:
  - :name: Carl Gauss
    :sid:
    :email: carl@example.org
  :created_at: 2026-09-29 08:00:00.000000000 Z
"""


def gradescope() -> Files:
    """Ada alone, Blaise and Emmy as a group (their export was unpacked by the platform), Carl without a notebook."""
    return {
        "assignment_9_export/submission_metadata.yml": METADATA,
        "assignment_9_export/submission_101/a1.ipynb": ADA,
        "assignment_9_export/submission_101/helpers.ipynb": EMMY,
        "assignment_9_export/submission_102/work/a1.ipynb": BLAISE,
        "assignment_9_export/submission_102/__zip_filename__": EXPORT,
        "assignment_9_export/submission_103/essay.pdf": b"%PDF-1.7",
    }


def canvas() -> Files:
    """Ada in time, Blaise late with his second file name, Emmy only with a PDF, somebody anonymous, the grader's export by Zoe."""
    return {
        "lovelaceada_9001_77001_a1.ipynb": ADA,
        "pascalblaise_LATE_9002_77002_a1-1.ipynb": BLAISE,
        "noetheremmy_9003_77003_essay.pdf": b"%PDF-1.7",
        "LATE_anon_x9Z3k_77004_a1.ipynb": EMMY,
        f"zhao_zoe_9005_77005_{EXPORT}": zipped({"a1.ipynb": EMMY}),
        "lovelaceada_9001_77006_notes.txt": "notes",
    }


def moodle() -> Files:
    """Two people called Kim Lee, a name with an accent, one file beside the folders, one folder with a PDF."""
    return {
        "Kim Lee_501_assignsubmission_file_/a1.ipynb": ADA,
        "Kim Lee_502_assignsubmission_file_/a1.ipynb": BLAISE,
        "José Núñez_503_assignsubmission_file_/mine.ipynb": EMMY,
        "Ada Lovelace_504_assignsubmission_file_a1.ipynb": ADA,
        "Emmy Noether_505_assignsubmission_file_/essay.pdf": b"%PDF-1.7",
    }


def nbgrader() -> Files:
    """A course folder: two assignments, three students, one without a time stamp."""
    return {
        "submitted/ada/a1/a1.ipynb": ADA,
        "submitted/ada/a1/timestamp.txt": "2026-09-30 22:00:00.500000 UTC\n",
        "submitted/blaise/a1/a1.ipynb": BLAISE,
        "submitted/blaise/a1/timestamp.txt": "2026-10-01 10:00:00 Europe/Berlin",
        "submitted/emmy/a1/a1.ipynb": EMMY,
        "submitted/ada/ps2/ps2.ipynb": EMMY,
        "submitted/ada/ps2/timestamp.txt": "2026-11-30 22:00:00 UTC",
        "release/a1/a1.ipynb": text("the released one"),
    }


def collected() -> Files:
    """Files that came by mail: two attempts and a copy by ada, exports that name nobody, a folder for emmy."""
    return {
        "ada.ipynb": ADA,
        "ada (1).ipynb": ADA,
        "Copy of ada.ipynb": ADA,
        "blaise_2026_09_30T21_00_00_000001.zip": zipped({"a1.ipynb": BLAISE}),
        "blaise_2026_10_01T21_00_00_000001.zip": zipped({"a1.ipynb": BLAISE}),
        EXPORT: zipped({"a1.ipynb": EMMY}),
        "emmy/a1.ipynb": EMMY,
        "north/kim.ipynb": ADA,
        "south/kim.ipynb": BLAISE,
    }


def as_folder(files: Files, folder: Path) -> Path:
    """Write the files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def as_archive(files: Files, path: Path) -> Path:
    """Pack the files into one archive."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path
