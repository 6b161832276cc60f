"""Errors in the code of third parties, told by whose they are."""

from types import TracebackType

from dash_intel.errors import DashIntelError, ProfileError


class Blamed:
    """Gives whatever is raised inside as a ``ProfileError`` with the profile and the source.

    What ends a process, such as an interrupt, passes.
    """

    def __init__(self, profile: str, source: str) -> None:
        self._profile = profile
        self._source = source

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """Name the profile."""
        if isinstance(error, Exception) and not isinstance(error, DashIntelError):
            raise ProfileError(
                f"Profile “{self._profile}” fails on {self._source} "
                f"({type(error).__name__}: {error}): mend or remove its package."
            ) from error
