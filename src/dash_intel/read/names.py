"""Names of files and members: which are clutter, which are safe, how they are shown."""

import unicodedata
from pathlib import PurePosixPath

_CLUTTER = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_NOT_SHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNS_TEXT = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def suffix(name: str) -> str:
    """Return what follows the last dot of ``name``, with the dot and in lower case, or ``""``."""
    if "/" in name:
        return PurePosixPath(name).suffix.lower()
    dot = name.rfind(".")
    return name[dot:].lower() if 0 < dot < len(name) - 1 else ""


def is_clutter(name: str) -> bool:
    """Tell whether a file or folder of this name is left out without a word.

    Hidden files, Office's lock files, and what macOS and Windows leave behind.
    """
    return name.startswith((".", "~$")) or name.lower() in _CLUTTER


def printable(name: str) -> str:
    """Return ``name`` as text that can be stored and shown on one line.

    Bytes that are no UTF-8, control characters and marks that turn the direction of text become
    U+FFFD.
    """
    if name.isprintable():
        return name
    return "".join(map(_shown, name))


def _shown(character: str) -> str:
    is_hidden = (
        unicodedata.category(character) in _NOT_SHOWN
        or unicodedata.bidirectional(character) in _TURNS_TEXT
    )
    return "\ufffd" if is_hidden else character
