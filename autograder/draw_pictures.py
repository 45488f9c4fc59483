"""Draw the pictures of a graded class with the learners' own code: what `autograder report --pictures` does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, as_completed
from itertools import islice

from autograder.cores import available_cores
from autograder.course import Assignment
from autograder.grade_class import Options, checked_isolation, secret_places
from autograder.grading.crew import ThreadCrew
from autograder.grading.pictures import Picture, draw, keep_pictures, lacks_pictures
from autograder.grading.replay import grading_zygote
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade
from autograder.grading.zygotes import Zygotes
from autograder.sandbox import Zygote

# Submissions in memory at once, per job.
_BATCH = 8


def draw_pictures(
    assignment: Assignment,
    store: Store,
    *,
    only: Collection[str] = (),
    jobs: int | None = None,
    on_done: Callable[[str], None] = lambda line: None,
) -> int:
    """Draw what is missing, with the limits and the isolation of the grading; returns of how many submissions.

    What was drawn is kept beside the results file as it is finished, so that an interrupted run goes on where it was.

    Args:
        only: names of submissions; empty for all. on_done: told a line per submission.

    Raises:
        SandboxError: the system offers less isolation than the grading had.
    """
    results = store.path.parent
    options = options_of(store.basis.settings)
    secrets = secret_places(assignment, [results])
    missing = [g.submission for g in store.grades() if (not only or g.submission in only) and lacks_pictures(results, g, assignment)]
    if not missing:
        return 0
    checked_isolation(options, secrets)

    def start() -> Zygote:
        return grading_zygote(secrets, options.deny)

    def work(zygote: Zygote, grade: Grade) -> list[Picture]:
        return draw(zygote, assignment, grade, options.limits)

    wanted, done = set(missing), 0
    grades = (grade for grade in store.grades() if grade.submission in wanted)
    jobs = max(1, min(jobs or available_cores(), len(missing)))
    with Zygotes(start) as zygotes, ThreadCrew(jobs, zygotes.start, work) as crew:
        while batch := list(islice(grades, _BATCH * jobs)):
            for grade, future in _finished({crew.executor.submit(crew.grade, grade): grade for grade in batch}):
                done += 1
                try:
                    pictures = future.result()
                except Exception as error:  # noqa: BLE001 - one submission's pictures are not worth the others'
                    on_done(f"[{done}/{len(missing)}] {grade.submission}  not drawn: {type(error).__name__}: {error}")
                    continue
                keep_pictures(results, grade, assignment, pictures)
                on_done(f"[{done}/{len(missing)}] {grade.submission}  {len(pictures)} pictures")
    return len(missing)


def _finished(running: dict[Future, Grade]) -> Iterator[tuple[Grade, Future]]:
    return ((running[future], future) for future in as_completed(running))


def options_of(settings: dict[str, str]) -> Options:
    """The options of a grading, from what its results say about it."""
    return Options(
        timeout=float(settings.get("timeout", 10.0)), memory_mb=int(settings.get("memory_mb", 2048)), isolation=settings.get("isolation", "full")
    )
