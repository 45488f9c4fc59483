"""Pieces of a class made by several processes, or by this one where starting others would take longer."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress

from autograder.cores import available_cores
from autograder.grading.store import Store
from autograder.report.piece import Made, Order, make, maker

_SIZE = 50  # submissions in a piece
_WORTH_IT = 10  # pieces from which on helpers are started: each takes as long to start as to write some pieces
_MOST = 8  # helpers; more would wait for the disk
_BEGIN = "import sys; sys.path[:] = sys.argv[1:]; from autograder.report.helpers import help_out; help_out()"

Piece = tuple[str, str | None]


def made_in_pieces(order: Order, store: Store, jobs: int | None = None) -> Iterator[Made]:
    """What `order` makes of the whole class, piece by piece, in the order of the names: the same however many `jobs`
    (processes; one per core if None).

    Helpers read the results file themselves, and have ended when this ends, however it ends. Raises what `make` does.
    """
    jobs = min(jobs or available_cores(), _MOST)
    pieces = store.pieces(_SIZE)
    own = maker(order, store)
    if jobs < 2 or len(pieces) < _WORTH_IT:
        yield from (make(own, *piece) for piece in pieces)
        return
    helpers = [_Helper(order, pieces[number::jobs]) for number in range(jobs)]
    try:
        for number, piece in enumerate(pieces):
            # A helper that has died, for lack of memory for example, costs time and nothing else.
            yield helpers[number % jobs].made() or make(own, *piece)
    finally:
        for helper in helpers:
            helper.end()


class _Helper:
    """A process that makes some pieces, one after the other. What it has made waits in a pipe, which holds a piece or two:
    it never gets far ahead."""

    def __init__(self, order: Order, pieces: Sequence[Piece]) -> None:
        # In a session of its own: Ctrl-C on the terminal is for the process that a person has started.
        self._process = subprocess.Popen(
            [sys.executable, "-c", _BEGIN, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            start_new_session=True,
        )
        with suppress(OSError), self._process.stdin as stream:
            pickle.dump((order, list(pieces)), stream)

    def made(self) -> Made | None:
        """Its next piece; None if it has died. Raises what was raised while making it."""
        try:
            answer = pickle.load(self._process.stdout)  # noqa: S301 - from our own process
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def end(self) -> None:
        """Let it come to its end: the piece at hand, if it is not through."""
        self._process.stdout.close()
        self._process.wait()


def help_out() -> None:
    """What a helper does: read an order and pieces from standard input, write what it makes of each to standard output."""
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever else is said does not get between
    order, pieces = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    try:
        with Store(order.results) as store:
            own = maker(order, store)
            for piece in pieces:
                _answer(answers, make(own, *piece))
    except BrokenPipeError:  # nobody waits for it any longer
        os._exit(0)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told to the process that waits
        with suppress(BrokenPipeError):
            _answer(answers, error)


def _answer(stream, answer: Made | Exception) -> None:
    pickle.dump(answer, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()
