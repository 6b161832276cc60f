"""Plain text and Markdown, which are read as they stand."""

from collections.abc import Iterator
from hashlib import sha256
from typing import IO

from dash_intel.model.source import SourceText
from dash_intel.read.checks import checked, whole
from dash_intel.read.decode import decode
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import Outcome, rejecting


@rejecting
def read(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give the one text that ``stream`` holds."""
    data = whole(stream, limits.text_bytes)
    yield SourceText(checked(decode(data), limits), (source,), bytes_hash=sha256(data).hexdigest())
