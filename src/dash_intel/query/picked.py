"""What was picked of tags: reports that carry one, of a period, of an area, beside another tag."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.query.regions import Part
from dash_intel.query.trends import Look
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, AreaKind, areas

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

WORDS = 5
"""Places of a text that support a tag, of which the words are shown."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A number that was clicked: the reports that carry ``tag``.

    They are those of the days of ``span``, without it those that are looked at. ``area`` and
    ``other``, another tag, narrow them down.
    """

    tag: str
    span: Span | None = None
    area: Area | None = None
    other: str | None = None

    @property
    def key(self) -> str:
        """The name of the mark that shows this number."""
        days = written_span(self.span) if self.span else ""
        place = written_area(self.area) if self.area else ""
        return json.dumps([self.tag, days, place, self.other or ""], ensure_ascii=False)


def pick(key: str) -> Pick | None:
    """Return what a mark of this name shows; None for a name that no mark has."""
    with suppress(ValueError, TypeError):
        tag, days, place, other = map(str, json.loads(key))
        return Pick(tag, read_span(days), read_area(place), other or None)
    return None


def read_span(written: str) -> Span | None:
    """Return the days that an address names, None where it names none."""
    try:
        since, until = map(date.fromisoformat, written.split(".."))
    except ValueError:
        return None
    return Span(since, until) if since <= until else None


def written_span(span: Span) -> str:
    """Return days as an address names them."""
    return f"{span.since.isoformat()}..{span.until.isoformat()}"


def read_area(written: str) -> Area | None:
    """Return the area that an address names, None where there is no such area."""
    kind, _, code = written.partition(".")
    return next(
        (
            area
            for one in get_args(AreaKind)
            if one == kind and (area := Area(one, code)) in areas()
        ),
        None,
    )


def written_area(area: Area) -> str:
    """Return an area as an address names it."""
    return f"{area.kind}.{area.code}"


def tag_reports(
    database: Database, filters: Filters, look: Look, wanted: Pick, part: Part
) -> "pd.DataFrame":
    """Return a part of the reports behind a number, newest first, undated last.

    Columns: ``report_id``, ``title``, ``publisher``, ``published_on``, ``supported``, ``words``
    (that support it), ``tag_position`` (of the tag in the report, empty where it was put there by
    a correction), and the same in every row: ``reports`` and ``units``, how many there are.
    """
    span = wanted.span
    return rows(
        database,
        filters,
        "tag_reports",
        tag=wanted.tag,
        other=wanted.other or "",
        kind=wanted.area.kind if wanted.area else "",
        code=wanted.area.code if wanted.area else "",
        is_dated=span is not None,
        since=span.since if span else date.min,
        until=span.until if span else date.max,
        most=part.at_most,
        skipped=part.skipped,
        most_words=WORDS,
        has_unsupported=look.has_unsupported,
    )


def related(
    database: Database, filters: Filters, look: Look, tag: str, most: int
) -> "pd.DataFrame":
    """Return tags of the reports that carry ``tag``, at ``most``, the most frequent first.

    It stands before them itself. ``tag``, ``units`` (that carry both, in the days that are looked
    at).
    """
    return rows(
        database,
        filters,
        "tag_related",
        tag=tag,
        most=most,
        has_unsupported=look.has_unsupported,
    )
