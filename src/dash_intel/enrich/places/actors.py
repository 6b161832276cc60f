"""Mentions of a state as an actor: Washington, Russian officials, the Kremlin."""

from collections.abc import Sequence

from dash_intel.enrich.places.around import word_after, word_before
from dash_intel.enrich.places.matching import Mention
from dash_intel.vocab.places import context_words

_STATES = frozenset({"demonym", "country", "alias"})


def mark_actors(text: str, found: Sequence[Mention]) -> None:
    """Mark every mention that names a state or an armed group as one who acts."""
    for mention in found:
        kind = mention.name.kind
        if not mention.countries:
            continue
        if kind == "actor":
            mention.is_actor = True
        elif kind == "capital" and mention.rule == "place.capital@1":
            mention.is_actor = _is_government(text, mention)
        elif kind in _STATES:
            mention.is_actor = word_after(text, mention.end)[0] in context_words("government")


def _is_government(text: str, mention: Mention) -> bool:
    if text.startswith((",", " ("), mention.end):
        return False
    return word_before(text, mention.start)[0] not in context_words("locative")
