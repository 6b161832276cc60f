"""Recognises the language of a text."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dash_intel.model.span import Span

FEWEST_LETTERS = 60
SAMPLE_LENGTH = 600
FIRST_LENGTH = 200
"""Characters that are looked at first: they cost a third, and decide where they leave no doubt."""
CERTAIN = 0.9
BEYOND_DOUBT = 0.99


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str, passage: Span) -> str | None:
    """Return the ISO 639-1 code of ``passage``, or None where it is too short or unclear."""
    words = text[passage.start : min(passage.end, passage.start + SAMPLE_LENGTH)]
    if sum(map(str.isalpha, words)) < FEWEST_LETTERS:
        return None
    first = words[:FIRST_LENGTH]
    code, probability = _identifier().classify(first)
    is_like_the_rest = probability >= BEYOND_DOUBT and first.isupper() == words.isupper()
    if len(words) > FIRST_LENGTH and not is_like_the_rest:
        code, probability = _identifier().classify(words)
    return str(code) if probability >= CERTAIN else None
