"""What reading ends in: a text, or the reason why there is none."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import IO, Literal

from dash_intel.errors import DashIntelError
from dash_intel.model.source import Rejection, SourceText
from dash_intel.read.limits import Limits

Outcome = SourceText | Rejection

Code = Literal[
    "archive_bomb",
    "archive_too_deep",
    "binary",
    "broken_archive",
    "broken_csv",
    "broken_docx",
    "broken_encoding",
    "broken_html",
    "broken_json",
    "broken_link",
    "broken_parquet",
    "broken_pdf",
    "broken_record",
    "broken_workbook",
    "empty",
    "encrypted",
    "folder_too_deep",
    "line_too_long",
    "link_circle",
    "link_outside",
    "link_to_folder",
    "nested_too_deeply",
    "no_permission",
    "no_text_column",
    "no_text_layer",
    "not_a_file",
    "not_found",
    "read_error",
    "text_too_long",
    "too_large",
    "too_many_columns",
    "too_many_broken_records",
    "too_many_lines",
    "too_many_members",
    "too_many_pages",
    "too_many_records",
    "too_many_rows",
    "too_slow",
    "unknown_encoding",
    "unknown_schema_version",
    "unsafe_name",
    "unsupported_compression",
    "unsupported_format",
    "vanished",
    "wrong_extension",
]
"""Why something was rejected. Codes are permanent."""

Reader = Callable[[IO[bytes], str, Limits], Iterator[Outcome]]
"""A format: takes a stream that can seek, the source's name and limits."""


class UnreadableError(DashIntelError):
    """Ends the reading of one file, member or record; it never leaves this package.

    ``code`` and ``reason`` become those of the ``Rejection``.
    """

    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason

    def rejection(self, source: str) -> Rejection:
        """Return this as what was found at ``source``."""
        return Rejection(source, self.code, self.reason)


def rejecting(read: Reader) -> Reader:
    """Return a reader that gives a ``Rejection`` where ``read`` raises ``UnreadableError``."""

    @wraps(read)
    def outcomes(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
        try:
            yield from read(stream, source, limits)
        except UnreadableError as unreadable:
            yield unreadable.rejection(source)

    return outcomes
