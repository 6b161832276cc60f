"""Recognises the language of a text."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dash_intel.model.span import Span

FEWEST_LETTERS = 60
SAMPLE_LENGTH = 600
CERTAIN = 0.9


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str, passage: Span) -> str | None:
    """Return the ISO 639-1 code of ``passage``, or None where it is too short or unclear."""
    words = text[passage.start : min(passage.end, passage.start + SAMPLE_LENGTH)]
    if sum(map(str.isalpha, words)) < FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(words)
    return str(code) if probability >= CERTAIN else None
