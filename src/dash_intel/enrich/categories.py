"""Categories: what kinds of risk a sentence speaks of, as many as it has words of."""

from functools import cache

from dash_intel.enrich.cues import CATEGORY, Sentence, sentence
from dash_intel.model.reading import Category
from dash_intel.model.span import Span
from dash_intel.vocab.categories import category_phrases

RULE = "category.words@1"


def categories(text: str, span: Span) -> tuple[Category, ...]:
    """Return the categories of the words at ``span`` of ``text``, in order of their first word."""
    return read_categories(sentence(text, span))


def read_categories(words: Sentence) -> tuple[Category, ...]:
    """Return the categories of a sentence whose words are found."""
    found: dict[str, list[Span]] = {}
    keys = _keys()
    for start, end, number in words.hits[CATEGORY]:
        if keys[number]:
            span = words.span(start, end)
            for key in keys[number]:
                found.setdefault(key, []).append(span)
    text = words.text
    return tuple(
        [
            Category(key, tuple([text[start:end] for start, end in spans]), tuple(spans), RULE)
            for key, spans in found.items()
        ]
    )


@cache
def _keys() -> tuple[tuple[str, ...], ...]:
    return tuple(entry.keys for entry in category_phrases())
