"""The line that shows what a command is at: on a terminal only, and gone when it is done."""

import io

import pytest

from autograder.steps import steps


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def known_terminal(monkeypatch):
    """The kind of terminal these tests stand on."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


def at_work(stream, quiet=False, step="Otter [builds] it"):
    with steps("releasing a1", stream, quiet=quiet) as on_step:
        on_step(step)
    return stream.getvalue()


def test_a_terminal_shows_the_step_and_then_nothing():
    """The step stands there as it was told, brackets too, and the last thing that is written takes the line away."""
    written = at_work(Terminal())
    assert "releasing a1: Otter [builds] it" in written
    assert "releasing" not in written.rpartition("\x1b[2K")[2] and written.endswith("\x1b[2K")


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO, False), (Terminal, True)], ids=["pipe", "quiet"])
def test_nothing_is_written_to_a_pipe_or_to_those_who_want_none(stream, quiet):
    """A log holds no line that was meant to go again."""
    assert at_work(stream(), quiet) == ""


def test_a_terminal_that_cannot_draw_is_left_alone(monkeypatch):
    """TERM=dumb: an editor's window, for example."""
    monkeypatch.setenv("TERM", "dumb")
    assert at_work(Terminal()) == ""
