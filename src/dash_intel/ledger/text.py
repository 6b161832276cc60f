"""What people type, made fit to be kept: no control characters, no endless text."""

import unicodedata

from dash_intel.errors import LedgerError

LONGEST_LINE = 200
LONGEST_TEXT = 5_000
_REFUSED = frozenset({"Cc", "Cs"})


def line(name: str, text: str, longest: int = LONGEST_LINE) -> str | None:
    """Return ``text`` on one line, None where it is empty; ``LedgerError`` where it cannot be."""
    return _checked(name, " ".join(text.split()), longest)


def passage(name: str, text: str | None) -> str | None:
    """Return ``text`` with its lines, None where it is empty; ``LedgerError`` as for a line."""
    if text is None:
        return None
    lines = (" ".join(part.split()) for part in text.replace("\r", "\n").split("\n"))
    return _checked(name, "\n".join(lines).strip(), LONGEST_TEXT)


def lines(name: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return each of ``texts`` on one line, without the empty and the repeated ones."""
    found = (line(name, text, LONGEST_TEXT) for text in texts)
    return tuple(dict.fromkeys(one for one in found if one))


def _checked(name: str, text: str, longest: int) -> str | None:
    if len(text) > longest:
        raise LedgerError(f"The {name} has {len(text):,} characters; it can have {longest:,}.")
    for character in text:
        if character != "\n" and unicodedata.category(character) in _REFUSED:
            raise LedgerError(
                f"The {name} holds a character that cannot be kept: U+{ord(character):04X}."
            )
    return text or None
