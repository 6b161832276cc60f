"""Worst cases that several reports describe, the first and the last of them quoted."""

from dataclasses import dataclass

from dash_intel.query.filters import Unit
from dash_intel.query.scenario_recurring import Recurrences, Recurring
from dash_intel.view import cells
from dash_intel.view.quotes import Quote, quote
from dash_intel.view.words import count, listed, period
from dash_intel.vocab.countries import countries

MOST_COUNTRIES = 6


@dataclass(frozen=True, slots=True)
class RecurringCase:
    """A worst case that recurs: how often, where and when, and who says it in which words.

    ``between`` are those that are neither the newest nor the oldest.
    """

    title: str
    meta: str
    last: Quote
    first: Quote
    between: tuple[Quote, ...]


def recurring_cases(found: Recurrences, unit: Unit) -> tuple[RecurringCase, ...]:
    """Return the worst cases that recur, in their order."""
    rows = tuple(cells.records(found.cases))
    return tuple(_case(one, rows, unit) for one in found.found)


def recurring_scope(found: Recurrences, unit: Unit) -> str:
    """Return what was compared, and what it was compared by."""
    compared = len(found.cases)
    if compared == 1:
        return "There is one worst case, and nothing to compare it with."
    which = (
        f"All {count(compared, 'worst case')} were compared"
        if compared == found.total
        else f"The newest {compared:,} of {count(found.total, 'worst case')} were compared"
    )
    return (
        f"{which}, each with each, by the words that they share: those of {unit} on one country"
        " whose likeness is 0.55 or more, of 1. Alike in words is not always alike in meaning:"
        " read both."
    )


def recurring_headline(found: Recurrences, unit: Unit) -> str:
    """Return how many worst cases recur, empty where there is none to compare."""
    if not found.total:
        return ""
    number = len(found.found)
    if not number:
        return f"No worst case recurs in two or more {unit}"
    recurs = "recurs" if number == 1 else "recur"
    return f"{count(number, 'worst case')} {recurs} in two or more {unit}"


def _case(one: Recurring, rows: tuple[cells.Row, ...], unit: Unit) -> RecurringCase:
    quotes = tuple(
        quote(rows[at], cells.text(rows[at]["scenario_id"]), cells.text(rows[at]["text"]))
        for at in one.rows
    )
    days = [on for on in (cells.day(rows[at]["published_on"]) for at in one.rows) if on]
    noun = unit.removesuffix("s")
    where = _where(one)
    when = period(min(days), max(days)) if days else "no date stated"
    return RecurringCase(
        f"{count(one.units, noun)}{f' on {where}' if where else ''}",
        when,
        quotes[0],
        quotes[-1],
        quotes[1:-1],
    )


def _where(one: Recurring) -> str:
    names = tuple(
        f"{countries()[code].name}{f' ({number:,})' if number < one.units else ''}"
        for code, number in one.countries
        if code in countries()
    )
    more = len(names) - MOST_COUNTRIES
    kept = names[:MOST_COUNTRIES] if more > 1 else names
    return listed((*kept, f"{more} more") if more > 1 else kept)
