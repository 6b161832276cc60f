"""Exit statuses, the same for all commands."""

from enum import IntEnum


class Status(IntEnum):
    """What the exit status says."""

    DONE = 0
    WARNINGS = 1
    REJECTED = 2
    FAILED = 3
    USAGE = 64
    INTERRUPTED = 130
    PIPE_CLOSED = 141


STATUSES = (
    "Exit status: 0 done; 1 done, and check found warnings, or verify a broken ledger; 2 something "
    "could not be read (the rest was), or there was nothing to read; 3 nothing was done, such as "
    "when the database cannot be used; 64 the command was called wrongly; 130 interrupted."
)


def epilog(example: str) -> str:
    """Return what stands below a command's help."""
    return f"\b\nExample:\n  {example}\n\n{STATUSES}"
