"""`autograder written`: the page, from start to Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def run_written(folder: Path, port: int, *, open_page: bool, echo: Callable[[str], None]) -> None:
    """Serve the written answers of the results in `folder` until Ctrl-C.

    Raises:
        StoreError: there are no results, or the port is taken.
        CourseError: the assignment is not in this copy, or nothing of it is graded by hand.
    """
    from autograder.written.desk import desk_of
    from autograder.written.server import serve

    desk = desk_of(folder)

    def ready(address: str) -> None:
        for question in desk.overview():
            echo(f"{question['id']} {question['title']}: {question['graded']} of {question['answers']} graded")
        echo(f"open {address}")
        echo("Whoever has this address on this machine can see the answers and give points. Everything is saved at once; stop with Ctrl-C.")
        if open_page:
            import webbrowser

            webbrowser.open(address)

    try:
        serve(desk, port, ready)
    finally:
        desk.close()
    echo(f"\nto put the points into the pages and results.csv: autograder report {folder}")
