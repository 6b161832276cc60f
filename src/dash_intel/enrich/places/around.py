"""The words around a name."""

_LONGEST = 30
_OPENING = "\"'“”‘(-–—["
_CLOSING = ',;:!?)]}"”–—'


def word_before(text: str, start: int) -> tuple[str, int]:
    """Return the word right before ``start`` on one space, and where it begins; else ``""``."""
    if start < 2 or text[start - 1] != " ":
        return "", start
    return word_to(text, start - 1)


def word_to(text: str, end: int) -> tuple[str, int]:
    """Return the word that ends at ``end``, without opening marks, and where it begins."""
    lowest = max(0, end - _LONGEST)
    word = text[max(text.rfind(" ", lowest, end) + 1, lowest) : end]
    if "\n" in word:
        word = word.rpartition("\n")[2]
    word = word.lstrip(_OPENING)
    return word, end - len(word)


def word_after(text: str, end: int) -> tuple[str, int]:
    """Return the word right after ``end`` on one space, and where it ends; else ``""``.

    A full stop at its end stays, other closing marks do not.
    """
    if not text.startswith(" ", end):
        return "", end
    word = text[end + 1 : end + _LONGEST].partition(" ")[0]
    if "\n" in word:
        word = word.partition("\n")[0]
    word = word.rstrip(_CLOSING)
    if not word[:1].isalpha():
        return "", end
    return word, end + 1 + len(word)


def is_name_like(word: str) -> bool:
    """Tell whether ``word`` is written like a name: one capital, then small letters."""
    return len(word) > 2 and word[0].isupper() and word[1:].islower() and word.isalpha()
