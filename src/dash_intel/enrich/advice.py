"""Reads advice: which instrument of power it would use, and whom it addresses."""

from dash_intel.enrich.addressee import addressee_of
from dash_intel.enrich.clause import clause
from dash_intel.enrich.instrument import instrument_of
from dash_intel.model.reading import Evidence
from dash_intel.model.span import Span


def instrument(text: str, span: Span) -> tuple[str, Evidence] | None:
    """Return the key of the instrument that the advice at ``span`` would use, or None."""
    return instrument_of(text, clause(text, span))


def addressee(text: str, span: Span) -> tuple[str, Evidence] | None:
    """Return the words that name whom the advice at ``span`` addresses, or None."""
    return addressee_of(text, clause(text, span))
