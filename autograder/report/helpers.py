"""Pieces of a class made by several processes, or by this one where starting others would take longer."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from autograder.grading.store import Store
from autograder.report.piece import Made, Maker, Order, make, maker

_SIZE = 50  # submissions in a piece
_WORTH_IT = 10  # pieces from which on helpers are started: each takes about as long to start as to write two pieces
_MOST = 8  # helpers; more would wait for the disk

Piece = tuple[str, str | None]
_mine: Maker | None = None  # in a helper: what it works with


def made_in_pieces(order: Order, store: Store, jobs: int = 1) -> Iterator[Made]:
    """What `order` makes of the whole class, piece by piece, in the order of the names: the same however many `jobs`.

    The names of a class are read here once; helpers read the results file themselves, and are gone when this ends, however
    it ends. Raises what `make` does.
    """
    pieces = store.pieces(_SIZE)
    if jobs < 2 or len(pieces) < _WORTH_IT:
        own = maker(order, store)
        yield from (make(own, *piece) for piece in pieces)
    else:
        yield from _shared_out(order, store, pieces, min(jobs, _MOST))


def _shared_out(order: Order, store: Store, pieces: list[Piece], jobs: int) -> Iterator[Made]:
    # Spawned, not forked: this process has threads and an open database.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(order,))
    waiting: deque[tuple[Piece, Future[Made] | None]] = deque()
    try:
        for piece in pieces:
            if len(waiting) == 2 * jobs:  # what is made and not yet fetched stays bounded
                yield _result(*waiting.popleft(), order, store)
            waiting.append((piece, _submitted(pool, piece)))
        while waiting:
            yield _result(*waiting.popleft(), order, store)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, piece: Piece) -> Future[Made] | None:
    try:
        return pool.submit(_help, piece)
    except BrokenProcessPool:
        return None


def _result(piece: Piece, future: Future[Made] | None, order: Order, store: Store) -> Made:
    """What a helper made of a piece; if the helpers have died, for lack of memory for example, it is made here."""
    try:
        if future is not None:
            return future.result()
    except BrokenProcessPool:
        pass
    return make(maker(order, store), *piece)


def _begin(order: Order) -> None:
    """In a helper, first of all. Ctrl-C reaches every process of a terminal; the one that was started by a person decides."""
    global _mine
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _mine = maker(order, Store(order.results))


def _help(piece: Piece) -> Made:
    return make(_mine, *piece)
