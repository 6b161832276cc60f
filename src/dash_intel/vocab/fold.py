"""The form in which words of a report and phrases of a vocabulary are compared."""

_ASCII = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
_MARKS = ("’", "‘", "“", "”", "–", "—", "\u00a0", "…", "•", "‑")


def plain(words: str) -> str:
    """Return ``words`` in lower case with a space for all that is no letter or digit.

    The length never changes, so offsets into the result are offsets into ``words``: a letter whose
    lower case is longer stands as it is.
    """
    lowered = words.lower()
    if len(lowered) != len(words):
        lowered = "".join(low if len(low := sign.lower()) == 1 else sign for sign in words)
    if lowered.isascii():
        return lowered.translate(_ASCII)
    for mark in _MARKS:
        lowered = lowered.replace(mark, " ")
    if lowered.isascii():
        return lowered.translate(_ASCII)
    return "".join(sign if sign.isalnum() else " " for sign in lowered)
