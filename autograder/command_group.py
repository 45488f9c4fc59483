"""The group of all commands: what a user can do something about is told in one sentence, and Ctrl-C ends each of them soon."""

from __future__ import annotations

import errno
from collections.abc import Sequence

import click

from autograder import stopping

# Errors that are a sentence for the person at the terminal (exit code 2), by module and name: nothing is imported
# to find out that nothing went wrong.
_USER_ERRORS = {
    ("autograder.course.model", "CourseError"),
    ("autograder.export.errors", "ExportError"),
    ("autograder.grading.agenda", "WishError"),
    ("autograder.grading.cluster", "ClusterError"),
    ("autograder.grading.limits", "IntakeError"),
    ("autograder.grading.store", "StoreError"),
    ("autograder.release.errors", "ReleaseError"),
    ("autograder.sandbox.errors", "SandboxError"),
    ("autograder.check_notebook", "NotebookError"),
    ("autograder.grade_class", "OutputError"),
}
# What a disk has against a file that is to be written.
_OBSTACLES = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}


class Commands(click.Group):
    """A group that turns our own errors into one sentence on stderr and exit code 2, and ends soon when it is stopped."""

    def main(self, args: Sequence[str] | None = None, *others: object, **named: object) -> object:
        if args is not None:  # called by other code, whose signals are its own
            return super().main(args, *others, **named)
        stopping.listen()
        try:
            return super().main(args, *others, **named)
        finally:
            stopping.ended()

    def invoke(self, ctx: click.Context) -> object:
        try:
            return self._explained(ctx)
        finally:
            if stopping.received():
                stopping.end()

    def _explained(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("autograder"):
                raise
            raise click.UsageError(f"{error.name} is not installed: pip install -e '.[instructor]' in the folder of the course") from error
        except Exception as error:
            kinds = {(kind.__module__, kind.__name__) for kind in type(error).__mro__}
            if kinds & _USER_ERRORS:
                raise click.UsageError(str(error)) from error
            if isinstance(error, OSError) and error.errno in _OBSTACLES and error.filename:
                from autograder.grading.files import not_written

                what = not_written(error.filename, error.strerror)
                raise click.UsageError(f"{what}: make room and run the same command again") from error
            if isinstance(error, PermissionError) and error.filename:
                what = f"{error.filename} may not be read or written by this user ({error.strerror})"
                raise click.UsageError(f"{what}: check the permissions of it and of its folder, or choose another one") from error
            raise

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order a newcomer needs them, not by the alphabet
