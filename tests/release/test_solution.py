"""The executed solution notebook and its web page."""

import base64
import json
import re
import struct
import zlib

import pytest

from autograder.course import load
from autograder.release import ReleaseError
from autograder.release.compose import solution_notebook
from autograder.release.page import page
from autograder.release.solution import executed, plain_png


@pytest.fixture(scope="module")
def solution(released):
    """The solution notebook as released."""
    return json.loads(released.solution.read_text(encoding="utf-8"))


def test_it_has_the_reference_and_what_it_gives(solution):
    """Every stub is the reference, every check passed, the picture is drawn."""
    cells = {cell["id"]: cell for cell in solution["cells"]}
    sources = ["".join(cell["source"]) for cell in cells.values()]
    assert any("_secret_helper(A, 2)" in source for source in sources)
    assert not any("NotImplementedError" in source for source in sources)
    outputs = [output for cell in cells.values() for output in cell.get("outputs", [])]
    said = ["".join(output["data"]["text/plain"]) for output in outputs if output["output_type"] == "execute_result"]
    assert said == ["q1: all checks passed", "q2: all checks passed", "q3: all checks passed"]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 1


def test_cells_are_numbered_without_gaps(solution):
    """The cells Otter adds while it grades leave no trace in the numbering."""
    counts = [cell["execution_count"] for cell in solution["cells"] if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))


def test_a_cell_that_fails_with_the_reference_stops_the_release(tiny):
    """A picture that the reference cannot draw is a fault of the notebook, told with the cell."""
    notebook = solution_notebook(tiny)
    run = json.loads(json.dumps(notebook))
    run["cells"][9]["outputs"] = [{"output_type": "error", "ename": "ValueError", "evalue": "no axes", "traceback": []}]
    with pytest.raises(ReleaseError, match=r"notebook\.py: with the reference, cell 9 .* raises ValueError: no axes"):
        executed(tiny, notebook, run)


def test_what_changes_from_run_to_run_is_taken_out(tiny):
    """Addresses, warnings with paths, pieces of a stream and execution numbers do not reach the file."""
    notebook = solution_notebook(tiny)
    run = json.loads(json.dumps(notebook))
    run["cells"][1]["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": "one "},
        {"output_type": "stream", "name": "stderr", "text": "/somewhere/ipykernel_77/3.py:1: Warning"},
        {"output_type": "stream", "name": "stdout", "text": "two"},
        {"output_type": "execute_result", "execution_count": 41, "data": {"text/plain": "<thing at 0x7f00aa>"}, "metadata": {}},
    ]
    made = executed(tiny, notebook, run)["cells"][1]
    assert made["outputs"] == [
        {"output_type": "stream", "name": "stdout", "text": "one two"},
        {"output_type": "execute_result", "execution_count": 1, "data": {"text/plain": "<thing at 0x...>"}, "metadata": {}},
    ]


def chunk(kind, data):
    """A PNG chunk."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_picture_keeps_its_pixels_and_loses_its_maker():
    """Text and time chunks go, everything that is drawn stays in order."""
    drawn = [chunk(b"IHDR", b"x" * 13), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")]
    told = [chunk(b"tEXt", b"Software\0Somebody 1.0"), chunk(b"tIME", b"1234567")]
    start = b"\x89PNG\r\n\x1a\n"
    assert plain_png(start + drawn[0] + told[0] + drawn[1] + told[1] + drawn[2]) == start + b"".join(drawn)
    assert plain_png(b"GIF89a") == b"GIF89a"


def test_released_pictures_still_open(solution):
    """The picture in the solution is a PNG that a reader accepts, without a note of its maker."""
    import io

    import matplotlib.image

    (image,) = [o["data"]["image/png"] for c in solution["cells"] for o in c.get("outputs", []) if "image/png" in o.get("data", {})]
    png = base64.b64decode("".join(image))
    assert b"Software" not in png and b"atplotlib" not in png
    assert matplotlib.image.imread(io.BytesIO(png)).ndim == 3


def test_the_page_needs_nothing_else(released):
    """The page loads nothing: no script, no address in a `src`, `href` or style but its own anchors and data."""
    text = released.solution_html.read_text(encoding="utf-8")
    assert "<script" not in text and "@import" not in text and "url(" not in text
    links = re.findall(r"""\b(?:src|href)=["']([^"']*)""", text)
    assert links and all(link.startswith(("#", "data:")) for link in links)
    assert "data:image/png;base64," in text


def test_the_page_escapes_its_title():
    """A title with markup in it is shown, not obeyed."""
    assert "<title>a &lt; b</title>" in page("a < b", {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []})


def test_an_assignment_without_its_private_half_is_not_released(course, tmp_path):
    """A copy of the course without solutions says so."""
    from autograder.release import release

    with pytest.raises(ReleaseError, match="t1 has no private half in this copy"):
        release(load(course, "t1", private=False), tmp_path)
