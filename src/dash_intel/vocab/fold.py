"""The form in which words of a report and phrases of a vocabulary are compared."""

_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_MARKS = ("’", "‘", "“", "”", "–", "—", "\u00a0", "…", "•", "‑")


def plain(words: str) -> str:
    """Return ``words`` in lower case with a space for all that is no letter or digit.

    The length never changes, so offsets into the result are offsets into ``words``: a letter whose
    lower case is longer stands as it is.
    """
    if words.isascii():
        return words.translate(_ASCII)
    lowered = words.lower()
    if len(lowered) != len(words):
        lowered = "".join(low if len(low := sign.lower()) == 1 else sign for sign in words)
    for mark in _MARKS:
        lowered = lowered.replace(mark, " ")
    if lowered.isascii():
        return lowered.translate(_ASCII)
    return "".join(sign if sign.isalnum() else " " for sign in lowered)
