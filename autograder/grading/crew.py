"""Workers of one machine: threads that each own a zygote, start another when it dies, and try a submission twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from autograder.grading.verdicts import Grade, Task


class Tool(Protocol):
    """What a worker needs to keep in order to grade, such as a zygote."""

    def close(self) -> None: ...


class Crew:
    """A callable that carries out one task in the calling thread, with a tool that stays with the thread.

    Args:
        start: makes a tool; called once per thread, and again after a failure.
        work: carries out one task with a tool.
        final: errors that a second try would only repeat.

    If `work` raises, the tool is replaced and the task is tried once more; the second failure is the caller's.
    """

    def __init__(
        self, start: Callable[[], Tool], work: Callable[[Tool, Task], Grade], final: tuple[type[Exception], ...] = ()
    ) -> None:
        self._start = start
        self._work = work
        self._final = final
        self._mine = threading.local()
        self._all: set[Tool] = set()
        self._guard = threading.Lock()
        self._stopped = False

    def __call__(self, task: Task) -> Grade:
        try:
            return self._work(self._tool(), task)
        except Exception as error:
            self._drop()
            if self._stopped or isinstance(error, self._final):
                raise
        try:
            return self._work(self._tool(), task)
        except Exception:
            self._drop()
            raise

    def _tool(self) -> Tool:
        tool = getattr(self._mine, "tool", None)
        if tool is None:
            tool = self._start()
            with self._guard:
                self._all.add(tool)
                stopped = self._stopped
            self._mine.tool = tool
            if stopped:
                self._drop()
                raise RuntimeError("the crew has been stopped")
        return tool

    def _drop(self) -> None:
        tool = getattr(self._mine, "tool", None)
        self._mine.tool = None
        if tool is not None:
            with self._guard:
                self._all.discard(tool)
            tool.close()

    def close(self) -> None:
        """Close every tool; work in progress fails, and is not tried again."""
        with self._guard:
            self._stopped = True
            tools, self._all = self._all, set()
        for tool in tools:
            tool.close()


class ThreadCrew:
    """An executor of `jobs` threads and the crew that works in them, as one context manager.

    Leaving it normally waits for the work; leaving it by an exception (Ctrl-C) closes the tools first, so that no
    submission that loops for ever holds up the end.
    """

    def __init__(
        self, jobs: int, start: Callable[[], Tool], work: Callable[[Tool, Task], Grade], final: tuple[type[Exception], ...] = ()
    ) -> None:
        self.executor = ThreadPoolExecutor(jobs, thread_name_prefix="grader")
        self.grade = Crew(start, work, final)

    def __enter__(self) -> ThreadCrew:
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        if kind is not None:
            self.grade.close()
        self.executor.shutdown(wait=True, cancel_futures=True)
        self.grade.close()
