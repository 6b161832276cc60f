"""The words around a name."""

import re

_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")
_LONGEST = 30
_OPENING = "\"'“”‘(-–—["


def word_before(text: str, start: int) -> tuple[str, int]:
    """Return the word right before ``start`` on one space, and where it begins; else ``""``."""
    if start < 2 or text[start - 1] != " ":
        return "", start
    return word_to(text, start - 1)


def word_to(text: str, end: int) -> tuple[str, int]:
    """Return the word that ends at ``end``, without opening marks, and where it begins."""
    lowest = max(0, end - _LONGEST)
    space, line = text.rfind(" ", lowest, end), text.rfind("\n", lowest, end)
    word = text[max(space + 1, line + 1, lowest) : end].lstrip(_OPENING)
    return word, end - len(word)


def word_after(text: str, end: int) -> tuple[str, int]:
    """Return the word right after ``end`` on one space, and where it ends; else ``""``."""
    if end >= len(text) or text[end] != " ":
        return "", end
    found = _WORD.match(text, end + 1, min(len(text), end + 40))
    return (found.group(), found.end()) if found else ("", end)


def is_name_like(word: str) -> bool:
    """Tell whether ``word`` is written like a name: one capital, then small letters."""
    return len(word) > 2 and word[0].isupper() and word[1:].islower() and word.isalpha()
