"""Grading many: hand submissions to workers, a bounded number at a time, and store each grade when it is there.

Any `concurrent.futures.Executor` can do the work; only the caller's thread writes. Whatever a worker does, every
submission ends with a record.
"""

from __future__ import annotations

import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from dataclasses import dataclass, field, replace

from autograder.grading.agenda import Agenda, Job, Wish
from autograder.grading.basis import Basis
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade, Submission, Task


class RunEnded(Exception):
    """Raised by an executor's future when the whole run cannot go on: the submission gets no record."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run did: how many submissions, how many of them graded now and found in the store, by status.

    `partly`: of those graded now, how many kept some results. `outdated`: by question, how many results rest on
    earlier checks because only other questions were asked for.
    """

    total: int
    graded: int
    resumed: int
    statuses: dict[str, int]
    seconds: float
    partly: int = 0
    outdated: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finished:
    """One submission that has its record; `fresh` if it was graded now, not found in the store, and `ran` the questions
    that were."""

    grade: Grade
    fresh: bool
    count: int
    ran: tuple[str, ...] = ()


def grade_many(
    submissions: Iterable[Submission],
    store: Store,
    grade: Callable[[Task], Grade],
    executor: Executor,
    *,
    in_flight: int,
    on_done: Callable[[Finished], None] = lambda finished: None,
    wish: Wish = Wish(),
    renew: Callable[[Submission, Grade], Grade] = lambda submission, grade: grade,
) -> Summary:
    """Grade what the store does not hold yet, and what is wished for.

    Args:
        grade: called in the executor; if it raises, the submission gets a record with status "failed" (`RunEnded`
            ends the run instead).
        in_flight: how many submissions may be in the executor at once; bounds the memory used.
        on_done: called in the caller's thread after each record is stored.
        renew: brings up to date what a grade that stands on other checks says of the submission itself.

    On KeyboardInterrupt (or any other exception here) nothing more is started and the exception goes on; what was
    stored stays.
    """
    began = time.monotonic()
    running: dict[Future, tuple[Job, Submission]] = {}
    statuses: Counter[str] = Counter()
    outdated: Counter[str] = Counter()
    fresh = partly = 0

    def finish(job: Job, record: Grade, new: bool, ran: tuple[str, ...] = ()) -> None:
        nonlocal fresh, partly
        fresh += new
        partly += new and 0 < len(ran) < len(record.questions)
        statuses[record.status] += 1
        outdated.update(agenda.outdated(job, ran))
        on_done(Finished(record, new, sum(statuses.values()), ran))

    def collect(until: int) -> None:
        while len(running) > until:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                job, submission = running.pop(future)
                record = replace(_result(future, submission, store.basis), delivery=submission.delivery)
                finish(job, record, True, agenda.finish(job, record))

    try:
        with Agenda(store, wish) as agenda:
            for submission in submissions:
                job = agenda.job(submission)
                if job.done is not None:
                    finish(job, agenda.delivered(job, submission), False)
                elif submission.problem or job.grade is not None:
                    record = renew(submission, job.grade) if job.grade else unreadable(submission, store.basis)
                    record = replace(record, delivery=submission.delivery)
                    agenda.finish(job, record)
                    finish(job, record, job.grade is None)
                else:
                    collect(in_flight - 1)
                    running[executor.submit(grade, job.task)] = (job, submission)
            collect(0)
    finally:
        for future in running:
            future.cancel()
    total = sum(statuses.values())
    return Summary(total, fresh, total - fresh, dict(statuses), time.monotonic() - began, partly, dict(outdated))


def unreadable(submission: Submission, basis: Basis) -> Grade:
    """The record of a submission that could not be read."""
    return Grade(submission.name, submission.student, submission.digest, "unreadable", submission.problem, isolation=basis.isolation)


def failed(submission: Submission, basis: Basis, error: BaseException) -> Grade:
    """The record of a submission on which the grader itself failed; it is graded again in the next run."""
    if isinstance(error, CancelledError):
        what = "its worker was stopped"
    else:
        frames = traceback.extract_tb(error.__traceback__)
        where = f" at {frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else ""
        what = f"{type(error).__name__}{where}: {' '.join(str(error).split())[:300]}"
    problem = (
        f"The grader failed on this submission ({what}). This says nothing about the submission; "
        "it is graded again when the same command is run again."
    )
    return Grade(submission.name, submission.student, submission.digest, "failed", problem, isolation=basis.isolation)


def _result(future: Future, submission: Submission, basis: Basis) -> Grade:
    try:
        return future.result()
    except (KeyboardInterrupt, RunEnded):
        raise
    except BaseException as error:  # noqa: BLE001 - a worker's SystemExit is as little a reason to lose the batch
        return failed(submission, basis, error)
