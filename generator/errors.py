"""Failures: what stops a command, with the exit code it ends in."""


class UserError(Exception):
    """A failure an officer can mend; its text says what happened and what to do. Ends in exit code 3."""

    exit_code = 3

    def __init__(self, message: str, tip: str = "") -> None:
        """Keep the message and, apart from it, the tip that says what to do."""
        super().__init__(message)
        self.message = message
        self.tip = tip


class UsageError(UserError):
    """A command was called in a way it does not know. Ends in exit code 2."""

    exit_code = 2


class RefusedError(UserError):
    """The material does not allow what was asked of it (a sample built as final). Ends in exit code 1."""

    exit_code = 1


class ToolMissing(UserError):  # noqa: N818 - what is wrong, in two words
    """A program that this needs is not on the machine. Ends in exit code 3."""


class InternalError(Exception):
    """The program contradicts itself: our defect, never the officer's."""
