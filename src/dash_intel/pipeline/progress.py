"""How far a long task is."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load is: files read of how many, and what they brought so far."""

    files_done: int
    files: int
    reports: int
    rejected: int


class Watcher(Protocol):
    """Is told how far a load is: at its start, after every file, and inside long files."""

    def __call__(self, progress: Progress) -> None:
        """Take note; called often, so it must be quick."""


def unwatched(progress: Progress) -> None:
    """Take no note."""
