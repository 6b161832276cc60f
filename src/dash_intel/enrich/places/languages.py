"""Languages: “he speaks Spanish”, “in French”, “the Russian language” name no country."""

from collections.abc import Sequence

from dash_intel.enrich.places.around import word_after, word_before
from dash_intel.enrich.places.matching import Mention
from dash_intel.vocab.places import context_words

_INTO = frozenset({"in", "into", "from"})


def drop_languages(text: str, found: Sequence[Mention]) -> None:
    """Take the country from every mention that names a language."""
    for mention in found:
        if "language" in mention.name.flags and _is_language(text, mention):
            mention.countries = ()
            mention.rule = "place.language@1"


def _is_language(text: str, mention: Mention) -> bool:
    before, after = word_before(text, mention.start)[0], word_after(text, mention.end)[0]
    if after in context_words("tongue") or before in context_words("speaking"):
        return True
    ends = not after and not text.startswith("-", mention.end)
    return before in _INTO and (ends or after in context_words("going_on"))
