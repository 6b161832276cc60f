"""What every text has to pass, whatever format it came in."""

import re
from typing import IO

from dash_intel.read.limits import Limits
from dash_intel.read.outcome import UnreadableError

_VISIBLE = re.compile(r"[^\s\ufeff\u200b]")
_CONTROLS = bytes((*range(9), *range(14, 32), 127))
_FIRST_BYTES = 65_536
"""Read first: more than nearly every report has, and far less room than a limit to set aside."""
_CONTROL_SHARE = 100
"""One control character in so many characters makes a text binary."""


def whole(stream: IO[bytes], limit: int) -> bytes:
    """Return all bytes of ``stream``.

    Raises:
        UnreadableError: There are more than ``limit``.
    """
    data = stream.read(min(_FIRST_BYTES, limit + 1))
    if len(data) == _FIRST_BYTES:
        data += stream.read(limit + 1 - _FIRST_BYTES)
    if len(data) > limit:
        raise UnreadableError("too_large", f"It is larger than {limit:,} bytes: split it.")
    return data


def checked(text: str, limits: Limits) -> str:
    r"""Return ``text`` with every line ending as ``\n`` and nothing else changed.

    Raises:
        UnreadableError: The text is empty, binary, broken or passes a limit.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _VISIBLE.search(text):
        raise UnreadableError("empty", "It holds no text.")
    if is_binary(text):
        raise UnreadableError("binary", "It holds binary data, not text.")
    _refuse_lone_surrogates(text)
    _refuse_sizes(text, limits)
    return text


def is_binary(text: str) -> bool:
    """Tell whether ``text`` holds a NUL or more control characters than prose does."""
    data = text.encode("utf-8", "surrogatepass")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return b"\0" in data or controls * _CONTROL_SHARE > len(text)


def _refuse_lone_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(
            "broken_encoding",
            f"Character {error.start + 1:,} is one half of a surrogate pair: write the text anew.",
        ) from error


def _refuse_sizes(text: str, limits: Limits) -> None:
    lines = text.split("\n")
    longest = max(lines, key=len)
    if len(longest) > limits.line_characters:
        raise UnreadableError(
            "line_too_long",
            f"Line {lines.index(longest) + 1:,} has {len(longest):,} characters, and at most "
            f"{limits.line_characters:,} are read: break it into lines.",
        )
    if len(lines) > limits.text_lines:
        raise UnreadableError(
            "too_many_lines",
            f"It has {len(lines):,} lines, and at most {limits.text_lines:,} are read as one "
            "report: split it.",
        )
    if len(text) > limits.text_characters:
        raise UnreadableError(
            "text_too_long",
            f"It has {len(text):,} characters, and at most {limits.text_characters:,} are read as "
            "one report: split it.",
        )
