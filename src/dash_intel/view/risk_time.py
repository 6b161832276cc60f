"""A region's risk over time: the share of reports that reach impact 4 or 5, month by month."""

from dataclasses import replace

from dash_intel.query.filters import Unit
from dash_intel.query.periods import Span
from dash_intel.query.risk import THIN
from dash_intel.query.risk_time import RiskMonth, RiskTime
from dash_intel.query.sentences import About
from dash_intel.view.chart import Caption, Line, LineChart, Point
from dash_intel.view.chosen_cell import area_name, cell_key, cell_name
from dash_intel.view.periods import days_held, percent, period_name, several
from dash_intel.view.risk_words import QUALITY, TRUTH
from dash_intel.view.table import TableView
from dash_intel.view.words import count, day

EVERYWHERE = "All areas"


def risk_time_chart(
    found: RiskTime, about: About, unit: Unit, everywhere: RiskTime | None = None
) -> LineChart:
    """Return the line of ``query.risk_time.risk_time``, and in grey that of all areas if given."""
    line = found.timeline
    last = next((one for one in reversed(found.months) if one.reports), None)
    title = _title(found, about, unit)
    dotted = f" Dotted: {days_held(line)}." if line.is_partial else ""
    grey = " Grey line: all areas, to compare with." if everywhere else ""
    return LineChart(
        Caption(
            title=title,
            measure=f"Share of {unit} that speak of a level 4 or 5 consequence, of those that"
            " state such a risk, by month, as counted: not drawn towards any other."
            f" Bars: 80% interval; under them, how many {unit}.{grey}{dotted}",
            hint="Select a month for its sentences.",
            foot=f"{_number(found, unit)} Data to {day(line.end)}. {TRUTH}",
            method=(
                f"Of the {unit} of a month that state a risk of the area and category, the share"
                " that speaks of a level 4 or 5 consequence; the interval is the middle 80% of a"
                f" beta distribution. {QUALITY}"
            ),
            alt=f"Line by month. {title}. {_said(last, unit)}",
        ),
        _table(found, unit, everywhere),
        (
            *_to_compare(everywhere, unit),
            Line(
                cell_key(about.area, about.category),
                area_name(about.area),
                tuple(_point(one, unit) for one in found.months),
                0,
                percent(last.high / last.reports) if last else "",
            ),
        ),
        "share",
        line.is_partial,
    )


def headline(found: RiskTime, about: About) -> str | None:
    """Return how the share moved in the last complete month, None where it is no clear change.

    The interval of its share and that of the month before do not meet.
    """
    whole = found.months[:-1] if found.timeline.is_partial else found.months
    if len(whole) < 2 or min(one.reports for one in whole[-2:]) < THIN:
        return None
    before, now = whole[-2:]
    word = "rose" if now.low > before.top else "fell" if now.top < before.low else ""
    return (
        f"{cell_name(about)}: {word} from {_share(before)} in {before.started_on:%B}"
        f" to {_share(now)} in {now.started_on:%B}"
        if word
        else None
    )


def month_span(found: RiskTime, key: str) -> Span | None:
    """Return the days of the month of a point's or a row's key, None where there is no such."""
    return next(
        (found.timeline.span(one.started_on) for one in found.months if key and _key(one) == key),
        None,
    )


def _key(one: RiskMonth) -> str:
    return f"{one.started_on:%Y-%m}" if one.reports else ""


def _number(found: RiskTime, unit: Unit) -> str:
    """Return how much there is; an event is in several months, so events are never summed."""
    held = [one.reports for one in found.months]
    months = count(len(held), "month")
    if unit == "reports":
        return f"n = {count(sum(held), 'report')} in {months}."
    return f"n = {several(held, 'event')} a month, {months}."


def _title(found: RiskTime, about: About, unit: Unit) -> str:
    total, high = (sum(getattr(one, name) for one in found.months) for name in ("reports", "high"))
    where = cell_name(about)
    if not total:
        return f"{where}: no {unit}"
    since = period_name(found.months[0].started_on, "month")
    if unit == "events":
        return f"{where}: share of events that speak of a level 4 or 5 consequence since {since}"
    return (
        f"{where}: {high:,} of {total:,} {unit} since {since} speak of a level 4 or 5 consequence"
    )


def _to_compare(everywhere: RiskTime | None, unit: Unit) -> tuple[Line, ...]:
    if everywhere is None:
        return ()
    points = (
        replace(_point(one, unit), low=None, high=None, small="") for one in everywhere.months
    )
    named = (replace(one, hover=(EVERYWHERE, *one.hover)) for one in points)
    return (Line("", EVERYWHERE, tuple(named)),)


def _point(one: RiskMonth, unit: Unit) -> Point:
    if not one.reports:
        when = period_name(one.started_on, "month")
        return Point(one.started_on, None, (when, f"No {unit}"), small="0")
    return Point(
        one.started_on,
        one.high / one.reports,
        (
            period_name(one.started_on, "month"),
            f"{one.high:,} of {one.reports:,} {unit} at impact 4 or 5: {_share(one)}",
            f"80% interval {percent(one.low)} to {percent(one.top)}",
        ),
        _key(one),
        one.low,
        one.top,
        f"{one.reports:,}",
    )


def _table(found: RiskTime, unit: Unit, everywhere: RiskTime | None) -> TableView:
    """Return a row a month; of all areas, where they are given, the share and how many."""
    to_compare = [_counted(one) for one in everywhere.months] if everywhere else []
    names = (f"{EVERYWHERE}, %", f"{EVERYWHERE}, {unit}") if everywhere else ()
    rows = [
        (
            period_name(one.started_on, "month"),
            *_counted(one),
            one.high,
            f"{percent(one.low)} to {percent(one.top)}" if one.reports else None,
        )
        for one in found.months
    ]
    return TableView(
        f"{count(len(found.months), 'month')}, oldest first",
        ("Month", "Share, %", unit.capitalize(), "Level 4–5", "80% interval", *names),
        tuple((*row, *to_compare[at]) for at, row in enumerate(rows))
        if everywhere
        else tuple(rows),
        (200, 110, 110, 140, 160, *(140 for _ in names)),
        tuple(_key(one) for one in found.months),
    )


def _counted(one: RiskMonth) -> tuple[int | None, int]:
    return round(100 * one.high / one.reports) if one.reports else None, one.reports


def _said(last: RiskMonth | None, unit: Unit) -> str:
    if last is None:
        return f"No {unit} in any month."
    when = period_name(last.started_on, "month")
    return f"Last, {when}: {last.high:,} of {last.reports:,} {unit}."


def _share(one: RiskMonth) -> str:
    return percent(one.high / one.reports)
