"""What was found on disk: texts that can be parsed, and what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """One report's text as decoded, before anything is read from it.

    ``sources`` holds every place this text came from, the first first: a path relative to the
    loaded folder, a member of an archive (``a.zip!b.txt``), a record of a table
    (``a.csv!3``, counted from 1) or an address. ``bytes_hash`` is the SHA-256 of the original
    bytes, None where the text was a field of a larger file. ``declared`` holds the readings that
    an object of the exchange format brought along; they are compared, never trusted.
    """

    text: str
    sources: tuple[str, ...]
    bytes_hash: str | None = None
    declared: Mapping[str, object] | None = None

    @property
    def source(self) -> str:
        """The first place this text came from."""
        return self.sources[0]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file, archive member or record that could not be read, and why.

    ``code`` is a permanent lower snake case id of the reason; ``reason`` one plain sentence that
    says what is wrong and what to do, without the file's name; ``source`` names the file.
    """

    source: str
    code: str
    reason: str
