"""All that the words of one risk mean, from one pass over them."""

from dataclasses import dataclass

from dash_intel.enrich.categories import read_categories
from dash_intel.enrich.cues import sentence
from dash_intel.enrich.impact import consequences, read_impact
from dash_intel.enrich.likelihood import read_likelihood
from dash_intel.enrich.polarity import read_polarity
from dash_intel.model.items import Polarity
from dash_intel.model.reading import Category, Evidence, Impact, Likelihood
from dash_intel.model.span import Span


@dataclass(frozen=True, slots=True)
class Meaning:
    """The likelihood, impact, categories and polarity of a sentence, each with its words."""

    likelihood: Likelihood | None
    impact: Impact | None
    categories: tuple[Category, ...]
    polarity: Polarity
    polarity_evidence: Evidence | None


def meaning(text: str, span: Span) -> Meaning:
    """Return what the words at ``span`` of ``text`` mean: the same as the four readings alone."""
    words = sentence(text, span)
    named = consequences(words)
    polarity, evidence = read_polarity(words, named)
    return Meaning(
        read_likelihood(words),
        read_impact(words, named),
        read_categories(words),
        polarity,
        evidence,
    )
