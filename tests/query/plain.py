"""What filters choose, counted over reports in plain Python: slow, and plain to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dash_intel.model.report import Report
from dash_intel.query.filters import Filters
from dash_intel.query.periods import span
from dash_intel.vocab.areas import Area, places_of


@dataclass(frozen=True, slots=True)
class Counts:
    """As the row of ``totals``, without events."""

    reports: int
    reports_before: int
    first_on: date | None
    last_on: date | None
    undated: int


def places(report: Report) -> Iterator[tuple[str, bool, bool]]:
    """Yield each place with whether it is primary, and whether it mostly acts."""
    spans = report.contents.head.spans
    head = [one for one in (spans.title, spans.headline, spans.bluf) if one]
    for place in report.contents.places:
        yield place.iso3, place.role == "primary", place.actor_mentions > place.mentions / 2
    for region in report.contents.named_regions:
        starts = [one.start for one in region.spans]
        is_primary = any(one.start <= start < one.end for one in head for start in starts)
        yield f"~{region.key}", is_primary, False


def counted_places(report: Report, filters: Filters) -> set[str]:
    """Return the places that a report counts for."""
    return {
        place
        for place, is_primary, is_actor in places(report)
        if (is_primary or filters.counted == "mentioned")
        and not (filters.hides_actors and is_actor)
    }


def is_left(report: Report, filters: Filters) -> bool:
    """Tell whether all filters but the period and the text leave a report."""
    contents = report.contents
    wanted = [
        *(Area("country", code) for code in filters.countries),
        *(Area("region", code) for code in filters.regions),
        *(Area("group", code) for code in filters.groups),
    ]
    asked = set().union(*map(places_of, wanted))
    stated = {
        category.key
        for risk in contents.risks
        if risk.polarity != "opportunity"
        for category in risk.categories
    }
    confidence = contents.head.confidence or "not_stated"
    return (
        (not wanted or bool(asked & counted_places(report, filters)))
        and (not filters.tags or bool({one.name for one in contents.tags} & set(filters.tags)))
        and (not filters.categories or bool(stated & set(filters.categories)))
        and (
            not filters.techniques
            or bool({one.name for one in contents.techniques} & set(filters.techniques))
        )
        and (not filters.publishers or contents.head.publisher in filters.publishers)
        and (not filters.confidences or confidence in filters.confidences)
        and not set(filters.without) & set(report.flags)
    )


def counts(reports: list[Report], filters: Filters) -> Counts:
    """Return how much of recognised reports in their newest revision is looked at."""
    dated = [one.contents.head.published_on for one in reports]
    days = span(filters, max((one for one in dated if one), default=None))
    left = [one.contents.head.published_on for one in reports if is_left(one, filters)]
    days_left = [one for one in left if one]
    if days is None:
        inside, earlier = days_left, 0
    else:
        before = days.before()
        inside = [one for one in days_left if days.since <= one <= days.until]
        earlier = sum(before.since <= one < days.since for one in days_left)
    undated = len(left) - len(days_left)
    return Counts(
        len(inside) + (undated if days is None else 0),
        earlier,
        min(inside, default=None),
        max(inside, default=None),
        undated,
    )
