"""What bands of likelihood and levels of impact mean, from the vocabularies they are read by."""

from dataclasses import dataclass

from dash_intel.settings import yardstick
from dash_intel.view.risk_grid import likelihood_name
from dash_intel.vocab.impact import LEVELS, impact_label, impact_phrases
from dash_intel.vocab.likelihood import TERMS, likelihood_phrases, yardsticks

EXAMPLES = 6
_YARDSTICKS = {"icd203": "ICD 203", "phia": "the PHIA yardstick"}


@dataclass(frozen=True, slots=True)
class Definition:
    """What a band or level is called, and words that are read as it."""

    name: str
    words: tuple[str, ...]


def yardstick_name() -> str:
    """Return what the yardstick is called that the figures of bands are of."""
    return _YARDSTICKS[yardstick()]


def band_definitions() -> tuple[Definition, ...]:
    """Return the seven bands of the yardstick, the likeliest first."""
    labels = yardsticks()[yardstick()]
    return tuple(
        Definition(
            likelihood_name(term),
            tuple(
                one.phrase.words
                for one in likelihood_phrases()
                if one.term == term and one.phrase.words != labels[term].label
            )[:EXAMPLES],
        )
        for term in reversed(TERMS)
    )


def level_definitions() -> tuple[Definition, ...]:
    """Return the five levels of impact, the gravest first."""
    return tuple(
        Definition(
            f"{level} {impact_label(level)}",
            tuple(one.phrase.words for one in impact_phrases() if one.level == level)[:EXAMPLES],
        )
        for level in reversed(LEVELS)
    )
