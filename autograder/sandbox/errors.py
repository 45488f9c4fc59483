"""What can go wrong when code runs in a sandbox."""


class SandboxError(Exception):
    """The sandbox could not do what was asked; the sentence says what and what to do."""


class ProtocolViolation(SandboxError):
    """Bytes from the other side that are not a well-formed message."""


class ChannelClosed(SandboxError):
    """The other side of the channel is gone."""


class DeadlinePassed(SandboxError):
    """The other side did not answer in time."""


class ZygoteDied(SandboxError):
    """The process that forks sessions is gone: its owner should start another."""


class NameMissing(SandboxError):
    """The session defines no such name."""

    def __init__(self, name: str):
        self.name = name
        super().__init__(f"the session defines no name {name!r}")


class SessionLost(SandboxError):
    """The session has ended and every further use of it raises this again.

    status: "timeout", "memory", "crashed" or "protocol"; reason: one sentence
    written on the trusted side.
    """

    def __init__(self, status: str, reason: str):
        self.status, self.reason = status, reason
        super().__init__(f"{status}: {reason}")


class StudentError(Exception):
    """Student code raised: error is the name of the exception's class."""

    def __init__(self, error: str, message: str, traceback: str = ""):
        self.error, self.message, self.traceback = error, message, traceback
        super().__init__(f"{error}: {message}" if message else error)
