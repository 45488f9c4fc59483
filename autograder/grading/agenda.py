"""What is left to do for a submission: which of the results in the store stand, and which are to be made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from autograder.grading.basis import Basis
from autograder.grading.store import Store
from autograder.grading.verdicts import STATUSES, Grade, QuestionResult, Submission, Task

_WHOLE = ("graded", "unreadable", "failed")


class WishError(Exception):
    """A question or status that does not exist; the text names those that do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to grade again although it is graded: these questions only, the submissions with these statuses only."""

    only: frozenset[str] = frozenset()
    retry: frozenset[str] = frozenset()

    @classmethod
    def of(cls, basis: Basis, only: str = "", retry: str = "") -> Wish:
        """From comma-separated lists. Raises WishError for what is not there."""
        questions = [question.id for question in basis.questions]
        return cls(
            _listed(only, questions, f"{basis.assignment} has no question {{}} that code checks; it has"),
            _listed(retry, [*STATUSES, *_WHOLE], "there is no status {}; the statuses are"),
        )

    def __bool__(self) -> bool:
        return bool(self.only or self.retry)

    def __str__(self) -> str:
        return f"only {','.join(sorted(self.only))}; retry {','.join(sorted(self.retry))}"

    def questions(self, basis: Basis) -> frozenset[str]:
        """The questions that may be run."""
        return self.only or frozenset(basis.digests)

    def means(self, grade: Grade) -> bool:
        """Whether a graded submission is to be graded again."""
        if not self.retry:
            return bool(self.only)
        looked_at = (result.status for result in grade.questions if not self.only or result.question in self.only)
        return grade.status in self.retry or not self.retry.isdisjoint(looked_at)


@dataclass(frozen=True, slots=True)
class Job:
    """What is left for one submission: nothing (`done` is its grade), to store what stands (`grade`), or a task."""

    key: str
    done: Grade | None = None
    grade: Grade | None = None
    task: Task | None = None
    again: bool = False  # there is a grade on this basis already
    digests: dict[str, str] = field(default_factory=dict)  # what the earlier results rest on
    made_in: int | None = None  # the order they were made in


class Agenda:
    """What is left to do on the basis of a store. With a wish, use it as a context manager: leaving it without an
    exception, and without a failure of the grader itself, means that the wish has been fulfilled; else the next agenda of
    the same wish goes on where this one was."""

    def __init__(self, store: Store, wish: Wish = Wish()) -> None:
        self._store = store
        self._wish = wish
        self._order = store.order(str(wish)) if wish else 0
        self._failed = False

    def __enter__(self) -> Agenda:
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        if self._wish and kind is None and not self._failed:
            self._store.fulfil(self._order)

    def job(self, submission: Submission) -> Job:
        """What is left to do for a submission."""
        basis, wish = self._store.basis, self._wish
        key = basis.key(submission)
        current = self._store.done(key)
        base = current or self._store.earlier(submission)
        if base is None:
            return Job(key, task=Task(submission))
        asked = wish.questions(basis)
        again = {question for question in asked if base.digests.get(question) != basis.digests[question]}
        if wish.means(base.grade) and not (current and current.made_in >= self._order):
            again |= asked
        if current and not again:
            return Job(key, done=base.grade, digests=base.digests, made_in=base.made_in)
        known = {result.question: result for result in base.grade.questions}
        again |= set(basis.digests) - set(known)
        if base.grade.status != "graded" or base.grade.problem or again == set(basis.digests):
            return Job(key, task=Task(submission), again=current is not None)
        earlier = tuple(known[question] for question in basis.digests if question in known)
        if not again:
            return Job(key, grade=replace(base.grade, questions=earlier), digests=base.digests)
        return Job(key, task=Task(submission, earlier, frozenset(again)), again=current is not None, digests=base.digests)

    def finish(self, job: Job, grade: Grade) -> tuple[str, ...]:
        """Store the grade of a job; says which questions were run for it. If the grader failed, an earlier grade stays."""
        if grade.status == "failed":
            self._failed = True
            if not job.again:
                self._store.put(job.key, grade)
            return ()
        now = self._store.basis.digests
        ran = ran_now(job.task, grade) if job.task else ()
        rests = {question: now[question] if question in ran else job.digests.get(question, "") for question in now} if job.digests else None
        self._store.put(job.key, grade, rests)
        return ran

    def delivered(self, job: Job, submission: Submission) -> Grade:
        """The grade of a job that is done, with what is known now of how the submission was handed in."""
        if job.done.delivery == submission.delivery:
            return job.done
        grade = replace(job.done, delivery=submission.delivery)  # downloaded again, now with its time
        self._store.put(job.key, grade, job.digests, made_in=job.made_in)
        return grade

    def outdated(self, job: Job, ran: tuple[str, ...]) -> list[str]:
        """The questions of which the stored result rests on earlier checks, because only others were asked for."""
        now = self._store.basis.digests
        return [question for question in now if job.digests and question not in ran and job.digests.get(question) != now[question]]


def ran_now(task: Task, grade: Grade) -> tuple[str, ...]:
    """The questions of a grade that were run for it: those asked for, and those whose result has changed."""
    return tuple(result.question for result in grade.questions if result.question in task.again or result not in task.earlier)


def grade_task(task: Task, builds_on: Mapping[str, frozenset[str]], grade: Callable[[Mapping[str, QuestionResult]], Grade]) -> Grade:
    """Grade what a task asks for, and then what rests on its outcome.

    Errors are carried forward: a question that builds on another is judged by whether that one passed. So if a question
    passes now and did not before, or the other way round, those that build on it are run again too.

    Args:
        builds_on: by question, the earlier questions it builds on.
        grade: grades the submission; takes the results to keep, by question.
    """
    results: dict[str, QuestionResult] = {result.question: result for result in task.earlier}
    again = set(task.again)
    while True:
        made = grade({question: result for question, result in results.items() if question not in again})
        now = {result.question: result for result in made.questions}
        turned = {question for question in again & set(results) if _passed(results[question]) != _passed(now[question])}
        again = {question for question in now if builds_on[question] & turned and now[question] in task.earlier}
        results = now
        if not again:
            return made


def _passed(result: QuestionResult) -> bool:
    return result.status == "passed"


def _listed(text: str, known: list[str], complaint: str) -> frozenset[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise WishError(f"{complaint.format(', '.join(map(repr, unknown)))} {', '.join(known)}")
    return frozenset(names)
