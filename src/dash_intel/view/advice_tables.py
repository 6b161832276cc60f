"""What became of advice in tables: by month, by area, and one measure of areas by month."""

from dash_intel.query.advice_measures import AdviceMeasures, AdviceMonth, Months
from dash_intel.query.timeline import Timeline, last_day
from dash_intel.view.advice_kinds import Kind
from dash_intel.view.periods import period_name
from dash_intel.view.table import TableView
from dash_intel.view.words import count, long_day
from dash_intel.vocab.areas import Area, areas

COLUMNS = (
    *("Given", "Open", "Closed, %", "Median age, days", "Median days to close"),
    *("Open with a due day", "Overdue, %"),
)
WIDTHS = (70, 70, 85, 130, 150, 150, 95)


def months_table(months: Months, line: Timeline) -> TableView:
    """Return all measures of all advice, month by month."""
    return TableView(
        f"{count(len(months), 'month')}, oldest first",
        ("Month", *COLUMNS),
        tuple(
            (period_name(start, "month"), *_cells(one))
            for start, one in zip(line.history, months, strict=True)
        ),
        (150, *WIDTHS),
    )


def areas_table(found: AdviceMeasures, noun: str) -> TableView:
    """Return all measures of every area at the end; ``noun`` is what an area is called."""
    return TableView(
        "All advice, then the one with the most open advice first",
        (noun.capitalize(), *COLUMNS),
        (
            ("All advice", *_cells(found.all_[-1])),
            *((areas()[area], *_cells(months[-1])) for area, months in found.areas),
        ),
        (190, *WIDTHS),
        ("", *(area_key(area) for area, _ in found.areas)),
    )


def panels_table(found: AdviceMeasures, kind: Kind, noun: str) -> TableView:
    """Return one measure of every area, month by month."""
    starts = found.timeline.history
    return TableView(
        f"{kind.label}, a column a month",
        (noun.capitalize(), *(f"{start:%Y-%m}" for start in starts)),
        tuple(
            (areas()[area], *(_value(kind, one) for one in months)) for area, months in found.areas
        ),
        (190, *(80 for _ in starts)),
        tuple(area_key(area) for area, _ in found.areas),
    )


def area_key(area: Area) -> str:
    """Return the key of an area's marks and rows."""
    return f"{area.kind}:{area.code}"


def when(one: AdviceMonth) -> str:
    """Return which end of a month is meant, or up to which day of it there is anything."""
    start = one.until.replace(day=1)
    is_whole = one.until == last_day(start, "month")
    return f"End of {period_name(start, 'month')}" if is_whole else f"Up to {long_day(one.until)}"


def _cells(one: AdviceMonth) -> tuple[int | None, ...]:
    return (
        one.given,
        one.open_,
        _percent(one.closure),
        _whole(one.age),
        _whole(one.days),
        one.due,
        _percent(one.lateness),
    )


def _value(kind: Kind, one: AdviceMonth) -> int | None:
    value = kind.value(one)
    return _percent(value) if kind.unit == "share" else _whole(value)


def _percent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
