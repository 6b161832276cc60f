"""Reports that give advice and tell of events, for tests of groups."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dash_intel.model.items import Recommendation
from dash_intel.model.reading import ItemPlace, Place
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from dash_intel.parse.ids import document_id, identified
from tests.reports import report


def advising(
    *advice: str, names: Iterable[tuple[str, str]] = (), about: str | None = None, title: str = ""
) -> Report:
    """Return a report with this advice; ``names`` are words that mean countries, with ISO3.

    ``about`` is the country of the report, which advice that names none inherits.
    """
    text = "\n".join([title, *advice])
    made = report(text, source=f"{text[:40]}.txt")
    contents = Contents(
        head=Head(headline=title or None),
        recommendations=tuple(_recommendation(one, text, tuple(names), about) for one in advice),
    )
    own = identified(contents, document_id(made.content_hash))
    return replace(made, document_id=document_id(made.content_hash), contents=own)


def telling(
    headline: str, bluf: str, day: date | None, *countries: str, publisher: str = "Gazette"
) -> Report:
    """Return a report of something that happened in these countries."""
    text = f"{headline}\n{publisher}\n{day}\n{bluf}\n"
    start = len(text) - len(bluf) - 1
    made = report(text, source=f"{publisher} {headline}.txt")
    head = Head(headline=headline, publisher=publisher, published_on=day, bluf=bluf)
    spans = replace(
        head.spans, headline=Span(0, len(headline)), bluf=Span(start, start + len(bluf))
    )
    places = tuple(_place(iso3) for iso3 in countries)
    contents = Contents(head=replace(head, spans=spans), places=places)
    return replace(made, document_id=document_id(made.content_hash), contents=contents)


def _recommendation(
    advice: str, text: str, names: tuple[tuple[str, str], ...], about: str | None
) -> Recommendation:
    start = text.index(advice)
    places = [
        ItemPlace(iso3, inherited=False, spans=(Span(at, at + len(word)),))
        for word, iso3 in names
        if word in advice
        for at in [start + advice.index(word)]
    ]
    if not places and about:
        places = [ItemPlace(about, inherited=True)]
    return Recommendation("", advice, None, Span(start, start + len(advice)), places=tuple(places))


def _place(iso3: str) -> Place:
    return Place(iso3, "primary", 1, 0, 1.0, False, False, (), ())
