"""Bytes to characters: UTF-8, UTF-16 and Windows-1252, decided by the bytes alone."""

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from dash_intel.read.checks import is_binary
from dash_intel.read.outcome import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPED = re.compile("[\udc80-\udcff]")
_HEAD_BYTES = 65_536
_JUDGED_LETTERS = 32
"""So many letters tell whether a text is of a western language; fewer do not."""


def decode(data: bytes) -> str:
    """Return the characters of ``data``, without a byte order mark.

    A byte order mark decides; else NUL bytes on one side of every pair mean UTF-16; else what is
    valid UTF-8 is UTF-8; else it is Windows-1252, unless it looks like UTF-8 that broke or like
    another 8-bit encoding.

    Raises:
        UnreadableError: The bytes are binary, broken or of another encoding.
    """
    mark, codec = _marked(data)
    if codec:
        return _strict(data[len(mark) :], codec)
    if b"\0" in data:
        return _strict(data, _utf_16_codec(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(data, error)


@contextmanager
def text_of(stream: IO[bytes]) -> Iterator[io.TextIOWrapper]:
    """Give ``stream`` as text, decoded as it is read, with its line endings as they are.

    Bytes that are not UTF-8 come as lone surrogates; ``mended`` decodes a line or cell of them.

    Raises:
        UnreadableError: The stream starts as binary data, or its UTF-16 breaks further on.
    """
    head = stream.read(_HEAD_BYTES)
    mark, codec = _marked(head)
    if not codec:
        codec = _utf_16_codec(head[: len(head) // 2 * 2]) if b"\0" in head else "utf-8"
    stream.seek(len(mark))
    errors = "surrogateescape" if codec == "utf-8" else "strict"
    text = io.TextIOWrapper(stream, encoding=codec, errors=errors, newline="")
    try:
        yield text
    except UnicodeDecodeError as error:
        raise _broken(codec, "further on") from error
    finally:
        text.detach()


def mended(text: str) -> str:
    """Return a line or cell from ``text_of`` with its bytes that are not UTF-8 decoded.

    Raises:
        UnreadableError: They are broken or of an encoding that is not read.
    """
    if text.isascii() or not _ESCAPED.search(text):
        return text
    return decode(text.encode("utf-8", "surrogateescape"))


def _marked(data: bytes) -> tuple[bytes, str]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return mark, codec
    return b"", ""


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _broken(codec, f"at byte {error.start + 1:,}") from error


def _broken(codec: str, where: str) -> UnreadableError:
    return UnreadableError(
        "broken_encoding",
        f"It is {codec[:6].upper().rstrip('-')} that breaks {where}: it was cut off or damaged, "
        "save it again as UTF-8.",
    )


def _utf_16_codec(data: bytes) -> str:
    if len(data) % 2 == 0:
        if _are_high_bytes(data[1::2], data[::2]):
            codec = "utf-16-le"
        elif _are_high_bytes(data[::2], data[1::2]):
            codec = "utf-16-be"
        else:
            codec = ""
        if codec and not is_binary(data.decode(codec, "replace")):
            return codec
    raise UnreadableError("binary", "It holds binary data, not text.")


def _are_high_bytes(high: bytes, low: bytes) -> bool:
    """Tell whether ``high`` are the high halves of prose: nearly all of Latin and one script."""
    counts = Counter(high)
    latin = counts.pop(0, 0)
    script = max((counts[byte] for byte in range(1, 0x20)), default=0)
    return low.count(0) * 20 <= latin and (latin + script) * 10 >= len(high) * 9


def _windows_1252(data: bytes, error: UnicodeDecodeError) -> str:
    if _was_utf_8(data, error):
        raise _broken("utf-8", f"at byte {error.start + 1:,}") from error
    unknown = UnreadableError(
        "unknown_encoding",
        "Its encoding is neither UTF-8, UTF-16 nor Windows-1252: save it as UTF-8.",
    )
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as undefined:
        raise unknown from undefined
    if _is_foreign(text):
        raise unknown
    return text


def _was_utf_8(data: bytes, error: UnicodeDecodeError) -> bool:
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_ESCAPED.findall(text))
    valid = len(text) - broken - len(text.encode("ascii", "ignore"))
    is_cut_off = error.reason == "unexpected end of data" and len(data) - error.start > 1
    return is_cut_off or 0 < valid >= broken


def _is_foreign(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    plain = sum(map(str.isalpha, text.encode("ascii", "ignore").decode()))
    return letters >= _JUDGED_LETTERS and (letters - plain) * 4 > letters
