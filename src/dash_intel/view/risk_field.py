"""A field of the likelihood and impact grid as it stands in an address: ``likely~4``."""

from dash_intel.query.sentences import NO_BAND, NOT_STATED, SEVERAL, About
from dash_intel.vocab.impact import LEVELS
from dash_intel.vocab.likelihood import TERMS

COLUMNS = (*TERMS, SEVERAL, NO_BAND)
ROWS = (*reversed(LEVELS), NOT_STATED)

_NEXT = "~"


def field_key(likelihood: str, level: int) -> str:
    """Return the key of a field."""
    return f"{likelihood}{_NEXT}{level}"


def field_about(about: About, key: str | None) -> About:
    """Return what a field's sentences are about, all of ``about`` where the key names no field."""
    fields = {field_key(term, level): (term, level) for term in COLUMNS for level in ROWS}
    if key not in fields:
        return About(about.area, about.category)
    likelihood, level = fields[key]
    return About(about.area, about.category, (level,), (likelihood,))
