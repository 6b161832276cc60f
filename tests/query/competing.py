"""Competing hypotheses counted over reports in plain Python: slow, and plain to read."""

import re
from collections.abc import Iterable, Iterator

from dash_intel.model.items import Hypothesis
from dash_intel.model.report import Report
from dash_intel.query.filters import Filters
from dash_intel.vocab.areas import Area, places_of
from tests.counting import counted_places
from tests.query.area_counts import is_in_time
from tests.query.plain import is_left

Weighing = tuple[Report, Hypothesis]


def competing_reports(
    reports: Iterable[Report], filters: Filters, area: Area | None = None
) -> list[Report]:
    """Return the reports of the period with hypotheses, on an area or anywhere."""
    inside = places_of(area) if area else frozenset()
    return [
        one
        for one in reports
        if one.contents.hypotheses
        and is_left(one, filters)
        and is_in_time(one, filters)
        and (area is None or inside & counted_places(one, filters))
    ]


def is_stated(report: Report) -> bool:
    """Tell whether a report says which hypothesis it prefers."""
    return any(one.preferred for one in report.contents.hypotheses)


def weighed(reports: Iterable[Report]) -> Iterator[Weighing]:
    """Yield every hypothesis with its report."""
    for report in reports:
        yield from ((report, one) for one in report.contents.hypotheses)


def folded(hypothesis: Hypothesis) -> str:
    """Return what a hypothesis without a name of its own is compared by: its first words."""
    words = hypothesis.label if len(hypothesis.label) > 2 else hypothesis.text.replace("**", "")
    first = re.split(r"[.:;!?](?:\s|$)|\n", words.strip())[0]
    return " ".join(re.sub(r"[\W_]+", " ", first.lower()).split())


def month(report: Report) -> str:
    """Return the month of a report, empty where it has no date."""
    day = report.contents.head.published_on
    return f"{day:%Y-%m}" if day else ""
