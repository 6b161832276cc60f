"""Recognises the language of a text."""

from functools import cache
from typing import TYPE_CHECKING

from dash_intel.model.span import Span

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FEWEST_LETTERS = 60
SAMPLE_LENGTH = 600
FIRST_LENGTH = 120
"""Characters that are looked at first: they cost a fifth, and decide where they leave no doubt."""
CERTAIN = 0.9
BEYOND_DOUBT = 0.99

_SMALL_WORDS = """
    a after an and are as at be been but by for from had has have if in into is it its may not of on
    or than that the their there they this to was were when which who will with would could
"""
_ENGLISH = frozenset(_SMALL_WORDS.split())
"""Words that English prose is held together by; no other language has many of them."""
FEWEST_ENGLISH = 6
"""Different ones of these words in a text that is plainly English."""
ENGLISH_SHARE = 5
"""At least every fifth word of such a text is one of them."""
FOREIGN_SHARE = 20
"""At most every twentieth of its characters is none of ASCII: a dash, or of another alphabet."""


@cache
def _identifier() -> "LanguageIdentifier":
    # Its model takes longer to load than a hundred reports, and most loads never ask it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str, passage: Span) -> str | None:
    """Return the ISO 639-1 code of ``passage``, or None where it is too short or unclear."""
    words = text[passage.start : min(passage.end, passage.start + SAMPLE_LENGTH)]
    first = words[:FIRST_LENGTH]
    if _letters(first) < FEWEST_LETTERS and _letters(words) < FEWEST_LETTERS:
        return None
    if is_plainly_english(words):
        return "en"
    code, probability = _identifier().classify(first)
    is_like_the_rest = probability >= BEYOND_DOUBT and first.isupper() == words.isupper()
    if len(words) > FIRST_LENGTH and not is_like_the_rest:
        code, probability = _identifier().classify(words)
    return str(code) if probability >= CERTAIN else None


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


def is_plainly_english(passage: str) -> bool:
    """Tell whether the small words of ``passage`` leave no doubt that it is English.

    Where they do not, it may be English all the same.
    """
    words = passage.lower().split()
    small = [word for word in words if word in _ENGLISH]
    if len(small) * ENGLISH_SHARE < len(words) or len(set(small)) < FEWEST_ENGLISH:
        return False
    foreign = len(passage) - len(passage.encode("ascii", "ignore"))
    return foreign * FOREIGN_SHARE <= len(passage)
