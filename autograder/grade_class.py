"""Grade a class from files to report: what `autograder grade` does, and what the demo does with its own class."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from autograder.cores import available_cores
from autograder.course import Assignment
from autograder.grading.agenda import Wish
from autograder.grading.answers import answers_in
from autograder.grading.basis import basis_of
from autograder.grading.crew import ThreadCrew
from autograder.grading.files import not_written
from autograder.grading.foresight import foresee
from autograder.grading.intake import Found, find_submissions, read_submission
from autograder.grading.plain import one_line
from autograder.grading.processes import Processes
from autograder.grading.schedule import Summary, grade_many
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade, Submission, Task
from autograder.grading.workshop import Workshop
from autograder.grading.zygotes import Zygotes
from autograder.natural import natural
from autograder.report.pages import write_everything
from autograder.report.progress import progress
from autograder.report.table import table
from autograder.sandbox import Isolation, Limits, SandboxError, look
from autograder.stopping import once_stopped, say

# More jobs than this are processes, which do not take turns as threads do, from so many submissions for each on: a process
# takes a second to start, 100 MB, and computes the reference results for itself.
_THREADS, _WORTH = 2, 8


@dataclass(frozen=True, slots=True)
class Options:
    """How to grade: seconds per request, megabytes per submission, sessions at once, how strict about isolation."""

    jobs: int | None = None
    timeout: float = 10.0
    memory_mb: int = 2048
    isolation: str = "full"  # "process" grades even below the floor; every result then says so
    deny: frozenset[str] = frozenset()  # layers switched off, for tests and benchmarks
    reveal: bool = False
    as_json: bool = False
    note: str = ""
    only: str = ""  # questions to grade again, comma-separated
    retry: str = ""  # statuses of which to grade the submissions again, comma-separated
    dask: str = ""  # address of a scheduler; its workers grade in place of this machine
    repairs: bool = True  # look for the line with the mistake in the learner's own code
    quiet: bool = False  # no progress and no table

    @property
    def talks(self) -> bool:
        """Whether there is somebody to read more than is asked for."""
        return not (self.as_json or self.quiet)

    @property
    def limits(self) -> Limits:
        """What one session may use."""
        return Limits(call_seconds=self.timeout, cell_seconds=3 * self.timeout, memory_mb=self.memory_mb)

    @property
    def settings(self) -> dict[str, object]:
        """Those of the options that can change a grade."""
        return {"timeout": self.timeout, "memory_mb": self.memory_mb, "isolation": self.isolation, "repairs": self.repairs}


class OutputError(Exception):
    """What is derived from the grades cannot be written; the text says why and what to do."""


def grade_class(assignment: Assignment, paths: Sequence[Path], out: Path, options: Options, stream: TextIO) -> Summary:
    """Grade every submission below `paths` that `out` does not hold yet, and write all results to `out`.

    Raises:
        CourseError: the private half of the assignment is not in this copy.
        IntakeError: there is nothing to grade.
        SandboxError: the system offers less isolation than the options ask for.
        ClusterError: the Dask cluster cannot be used, or not any longer; what was graded is kept.
        WishError: a question or status that is to be graded again does not exist.
        StoreError, OutputError: the results cannot be written.
        KeyboardInterrupt: as it came; what was graded is kept, and somebody has been told how to go on.
    """
    if options.only or options.retry:
        Wish.of(basis_of(assignment, options.settings), options.only, options.retry)  # a slip of the pen costs no waiting
    secrets = secret_places(assignment, [*paths, out])
    files = listed(assignment, paths, stream if options.talks else None)

    def renew(submission: Submission, grade: Grade) -> Grade:
        return replace(grade, answers=answers_in(assignment, submission.notebook))

    with graders(assignment, options, secrets, len(files)) as crew:
        for line in crew.remarks if options.talks else ():
            stream.write(line + "\n")
        basis = basis_of(assignment, options.settings, note=options.note, by_question=True)  # takes a while, as does what starts meanwhile
        basis = replace(basis, isolation=crew.isolation())
        wish = Wish.of(basis, options.only, options.retry)
        with Store(out / "results.sqlite", basis) as store:
            display = progress(stream, len(files), as_json=options.as_json, quiet=options.quiet)
            try:
                once_stopped("")
                summary = grade_many(
                    map(read_submission, files), store, crew.grade, crew.executor, in_flight=crew.in_flight, on_done=display, wish=wish, renew=renew
                )
            except KeyboardInterrupt:
                display.close()
                say(f"stopped; {len(store)} submissions have their record: run the same command again to go on")
                raise
            finally:
                display.close()
            once_stopped(f"stopped; every grade is in {store.path}: run the same command again for what is made of them")
            write_outputs(store, out, reveal=options.reveal, jobs=options.jobs)
            for line in table(basis, store.grades(), len(store)) if options.talks else ():
                stream.write(line + "\n")
            for line in closing_lines(summary, out) if not options.as_json else ():
                stream.write(line + "\n")
    return summary


def listed(assignment: Assignment, paths: Sequence[Path], stream: TextIO | None) -> tuple[Found, ...]:
    """The files to grade; what was found, and what was left aside, is told on `stream`."""
    listing = find_submissions(paths, (assignment.id, assignment.slug))
    if stream is not None:
        for line in listing.layouts:
            stream.write(f"{one_line(line)}\n")
        for reason, names in listing.ignored.items():
            some = ", ".join(map(one_line, names[:5])) + (f" and {len(names) - 5:,} more" if len(names) > 5 else "")
            stream.write(f"left aside, because {reason}: {some}\n")
    return listing.files


@dataclass(frozen=True, slots=True)
class Graders:
    """Who grades: an executor, what it is given to carry out a task, how many tasks it may hold, how to find out what isolates
    submissions there (raises SandboxError if that is too little), and what a person should know about it."""

    executor: Executor
    grade: Callable[[Task], Grade]
    in_flight: int
    isolation: Callable[[], str]
    remarks: tuple[str, ...] = ()


@contextmanager
def graders(assignment: Assignment, options: Options, secrets: tuple[Path, ...], count: int) -> Iterator[Graders]:
    """Threads of this machine for `count` submissions, many of them with a process each, or the workers of a Dask cluster."""
    if options.dask:
        from autograder.grading.cluster import Cluster, grade_elsewhere

        with Cluster(options.dask, assignment, options.limits, options.isolation, options.deny, repairs=options.repairs) as cluster:
            workers = f"{len(cluster.threads)} workers at {options.dask}, {sum(cluster.threads.values())} submissions at a time"
            remarks = [workers, *(f"not used: {worker}: {reason}" for worker, reason in cluster.refused.items())]
            # Enough to keep every thread busy, and for a cluster that grows with the work to see that there is some.
            in_flight = max(64, 2 * sum(cluster.threads.values()))
            yield Graders(cluster, grade_elsewhere, in_flight, lambda: cluster.isolation, tuple(map(one_line, remarks)))
        return
    jobs = max(1, min(options.jobs or available_cores(), count))
    if jobs > _THREADS and count >= _WORTH * jobs:
        isolation = checked_isolation(options, secrets)
        pool = Processes(assignment, options.limits, secrets, options.isolation, options.deny, repairs=options.repairs)
        with ThreadCrew(jobs, pool.start, pool.work) as crew:
            yield Graders(crew.executor, crew.grade, 2 * jobs, lambda: isolation)
        return
    shop = Workshop(assignment, options.limits, secrets, options.deny, repairs=options.repairs)
    with Zygotes(shop.start) as zygotes, ThreadCrew(jobs, zygotes.start, shop.work) as crew:
        if count >= _WORTH * jobs:
            foresee(assignment)  # while the first of them starts
        yield Graders(crew.executor, crew.grade, 2 * jobs, lambda: _enough(zygotes.isolation, options))


def write_outputs(store: Store, out: Path, *, reveal: bool = False, jobs: int | None = None) -> None:
    """Everything derived from the store: results.csv, gradescope/NAME.json, report/index.html with its pages. A large class
    is shared out to `jobs` processes, one per core if it is None.

    Raises:
        OutputError: something cannot be written; the store holds every grade all the same.
    """
    try:
        write_everything(out, store, reveal=reveal, jobs=jobs)
    except OSError as error:
        raise OutputError(
            f"{not_written(error.filename or out, error.strerror)}. Every grade is safe in {store.path}: "
            f"make room, or check the permissions, and run `autograder report {out}`"
        ) from error


def secret_places(assignment: Assignment, others: Sequence[Path]) -> tuple[Path, ...]:
    """What student code must never see: the solutions, and the folders and files of submissions and results."""
    from autograder.course import CourseError

    if assignment.private_dir is None:
        raise CourseError(f"{assignment.id} cannot be graded from this copy: it has no solutions/{assignment.slug}")
    return tuple(sorted({assignment.private_dir.parent.resolve(), *(path.resolve() for path in others)}))


def checked_isolation(options: Options, secrets: Sequence[Path]) -> str:
    """What isolates submissions here, in words; raises SandboxError below the floor unless the options allow it."""
    return _enough(look(secrets if options.isolation == "full" else (), options.deny), options)


def _enough(isolation: Isolation, options: Options) -> str:
    if not isolation.floor_met and options.isolation == "full":
        raise SandboxError(
            f"this system cannot keep the solutions from submitted code ({isolation.description}). "
            "Grade on a Linux with user namespaces or Landlock, as root, in Docker or WSL (autograder/gradescope/Dockerfile), "
            "or on Gradescope; or accept it with --isolation process: every result will say so"
        )
    return isolation.description


def closing_lines(summary: Summary, out: Path) -> Iterator[str]:
    """What a run did and where to look."""
    told = [f"{summary.resumed} were already graded"] if summary.resumed else []
    told += [f"{summary.partly} only where it was needed"] if summary.partly else []
    aside = f" ({', '.join(told)})" if told else ""
    if failed := summary.statuses.get("failed"):
        yield f"the grader itself failed on {failed} of them, results.csv says how; run the same command again to try these again"
    if summary.outdated:
        counts = ", ".join(f"{question} in {number}" for question, number in sorted(summary.outdated.items(), key=lambda item: natural(item[0])))
        yield f"results that rest on earlier checks: {counts}; run the command without --only to bring them up to date"
    yield f"{summary.total} submission{'s' * (summary.total != 1)} in {summary.seconds:.1f} s{aside}; report: {out / 'report' / 'index.html'}"
