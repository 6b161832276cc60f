"""What an area's page counts, over reports in plain Python."""

from collections.abc import Iterable

from dash_intel.model.report import Report
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Behind, Subject
from dash_intel.vocab.areas import Area, places_of
from tests.counting import counted_places
from tests.query.plain import is_left


def reports_on(reports: Iterable[Report], filters: Filters, area: Area) -> list[Report]:
    """Return the reports of the period that count for an area."""
    inside = places_of(area)
    return [
        report
        for report in reports
        if is_left(report, filters)
        and is_in_time(report, filters)
        and inside & counted_places(report, filters)
    ]


def is_in_time(report: Report, filters: Filters) -> bool:
    """Tell whether a report is of the period, which is all dates or from day to day."""
    day = report.contents.head.published_on
    if filters.period == "all":
        return True
    since, until = filters.since or day, filters.until or day
    return bool(day and since and until and since <= day <= until)


def names(report: Report, subject: Subject) -> set[str]:
    """Return what of a subject a report speaks of."""
    contents = report.contents
    found: dict[Subject, Iterable[str | None]] = {
        "entity": (one.name for one in contents.entities if one.type != "place"),
        "tag": (one.name for one in contents.tags),
        "publisher": (contents.head.publisher or "",),
        "technique": (one.name for one in contents.techniques),
        "report": ("",),
    }
    return {one for one in found[subject] if one is not None}


def having(reports: Iterable[Report], number: Behind) -> set[str]:
    """Return the ids of the reports behind a number."""
    return {one.report_id for one in reports if number.name in names(one, number.subject)}
