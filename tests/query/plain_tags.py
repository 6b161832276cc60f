"""Tags over time, counted over reports in plain Python: slow, and plain to read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dash_intel.model.report import Report
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span, span
from dash_intel.vocab.areas import Area, places_of
from tests.query import plain


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports, and the event of each by its id."""

    reports: tuple[Report, ...]
    events: Mapping[str, str]

    def unit(self, report: Report, filters: Filters) -> str:
        is_report = filters.unit == "reports"
        return (
            report.report_id if is_report else self.events.get(report.report_id, report.report_id)
        )

    @property
    def newest(self) -> date | None:
        return max((day for one in self.reports if (day := on(one))), default=None)


def on(report: Report) -> date | None:
    return report.contents.head.published_on


def days(corpus: Corpus, filters: Filters) -> Span | None:
    return span(filters, corpus.newest)


def in_period(corpus: Corpus, filters: Filters) -> list[Report]:
    """Return what is looked at."""
    chosen = days(corpus, filters)
    return [
        one
        for one in corpus.reports
        if plain.is_left(one, filters)
        and (chosen is None or ((day := on(one)) and chosen.since <= day <= chosen.until))
    ]


def up_to(corpus: Corpus, filters: Filters, end: date) -> list[tuple[date, Report]]:
    """Return what is looked at and before, up to a day."""
    left = [one for one in corpus.reports if plain.is_left(one, filters)]
    return [(day, one) for one in left if (day := on(one)) and day <= end]


def tags(report: Report, *, has_unsupported: bool = True) -> set[str]:
    return {
        tag.name for tag in report.contents.tags if has_unsupported or tag.supported is not False
    }


def period(day: date, scale: str) -> tuple[int, int]:
    """Return a name of the period of a day."""
    if scale == "week":
        year, week, _ = day.isocalendar()
        return year, week
    return (day.year, day.month) if scale == "month" else (day.year, (day.month + 2) // 3)


def is_complete(end: date, scale: str) -> bool:
    """Tell whether the period of a day ends with it."""
    return period(end, scale) != period(end + timedelta(1), scale)


@dataclass(frozen=True, slots=True)
class Windows:
    """Counts now and before: of all, and by tag."""

    of_now: int
    of_before: int
    by_tag: dict[str, tuple[int, int]]


def windows(
    corpus: Corpus, filters: Filters, scale: str, end: date, *, has_unsupported: bool
) -> Windows:
    """Return what is compared: the last complete period, and the last six before with reports."""
    dated = up_to(corpus, filters, end)
    held: dict[tuple[int, int], list[Report]] = defaultdict(list)
    for day, report in dated:
        held[period(day, scale)].append(report)
    last = end
    while not is_complete(last, scale):
        last -= timedelta(1)
    now_name = period(last, scale)
    before_names = sorted(name for name in held if name < now_name)[-6:]
    if not any(name <= now_name for name in held):
        return Windows(0, 0, {name: (0, 0) for _, one in dated for name in tags(one)})
    now = held.get(now_name, [])
    before = [one for name in before_names for one in held[name]]

    def units(reports: Iterable[Report], tag: str | None = None) -> int:
        return len(
            {
                corpus.unit(one, filters)
                for one in reports
                if tag is None or tag in tags(one, has_unsupported=has_unsupported)
            }
        )

    names = {name for one in (*now, *before) for name in tags(one, has_unsupported=has_unsupported)}
    return Windows(
        units(now),
        units(before),
        {name: (units(now, name), units(before, name)) for name in names},
    )


def in_area(report: Report, area: Area, filters: Filters) -> bool:
    return bool(plain.counted_places(report, filters) & places_of(area))
