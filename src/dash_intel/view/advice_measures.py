"""What became of advice, as it is shown: five measures over time, of all advice and by area."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dash_intel.query.advice_measures import AdviceMeasures, AdviceMonth, Months
from dash_intel.view.advice_kinds import FEW, MEASURES, Kind, Measure
from dash_intel.view.advice_tables import area_key, areas_table, months_table, panels_table, when
from dash_intel.view.chart import Caption, Line, LineChart, Panel, PanelChart, Point
from dash_intel.view.periods import days_held
from dash_intel.view.table import TableView
from dash_intel.view.words import count, day
from dash_intel.vocab.areas import Area, AreaKind, areas

MOST_PANELS = 9

KINDS: Mapping[AreaKind, str] = MappingProxyType(
    {"region": "Regions", "group": "Groups", "country": "Countries"}
)
ONE: Mapping[AreaKind, str] = MappingProxyType(
    {"region": "region", "group": "group", "country": "country"}
)


@dataclass(frozen=True, slots=True)
class Number:
    """A measure of all advice now; ``note`` says of how much."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """The measures of all advice, one of them over time, and those of the areas.

    ``panels`` and ``table`` are None where no area
    has any advice; ``drawn`` says which areas are drawn where not all are, ``now`` are title and
    scope of the table.
    """

    scope: str
    numbers: tuple[Number, ...]
    line: LineChart
    panels: PanelChart | None
    drawn: str
    table: TableView | None
    now: tuple[str, str]


def measures_view(found: AdviceMeasures, kind: AreaKind, measure: Measure) -> MeasuresView:
    """Return the measures of ``query.advice_measures.advice_measures``."""
    last = found.all_[-1]
    return MeasuresView(
        _scope(found, last),
        tuple(_number(one, last) for one in MEASURES.values()),
        _line(found, MEASURES[measure]),
        _panels(found, MEASURES[measure], kind) if found.areas else None,
        _drawn(len(found.areas), kind),
        areas_table(found, ONE[kind]) if found.areas else None,
        (
            f"All measures by {ONE[kind]}",
            f"{when(last)}. Select a {ONE[kind]} to look at it alone.",
        ),
    )


def _number(kind: Kind, last: AdviceMonth) -> Number:
    few = " Few." if 0 < kind.of(last) < FEW else ""
    return Number(kind.label, kind.short(last), f"{kind.said(last)}.{few}")


def _scope(found: AdviceMeasures, last: AdviceMonth) -> str:
    undated = found.undated
    earlier = last.given + undated - found.in_period
    said = count(last.given, "recommendation")
    if earlier > 0:
        said += (
            f": {found.in_period:,} of the reports of the period and {earlier:,} of earlier ones,"
            " since what is open does not end with a period"
        )
    left_out = f" {undated:,} of reports without a date left out." if undated else ""
    return f"{said}.{left_out}"


def area_of(key: str) -> Area | None:
    """Return the area of a key, None where there is no such."""
    return next((area for area in areas() if area_key(area) == key), None)


def _line(found: AdviceMeasures, kind: Kind) -> LineChart:
    last = found.all_[-1]
    return LineChart(
        _caption(found, kind, kind.said(last), found.all_),
        months_table(found.all_, found.timeline),
        (Line("all", "All advice", _points(found, found.all_, kind), 0, kind.short(last)),),
        kind.unit,
        found.timeline.is_partial,
    )


def _panels(found: AdviceMeasures, kind: Kind, area_kind: AreaKind) -> PanelChart:
    shown = found.areas[:MOST_PANELS]
    title = f"{kind.label} by {ONE[area_kind]}"
    return PanelChart(
        _caption(found, kind, title, *(months for _, months in shown)),
        panels_table(found, kind, ONE[area_kind]),
        tuple(
            Panel(
                area_key(area),
                f"{areas()[area]}\n{kind.short(months[-1])}{kind.joined}{kind.of(months[-1]):,}",
                (
                    Line(
                        area_key(area),
                        areas()[area],
                        _points(found, months, kind, area),
                        0,
                        kind.short(months[-1]),
                    ),
                ),
            )
            for area, months in shown
        ),
        kind.unit,
        found.timeline.is_partial,
    )


def _drawn(areas_held: int, kind: AreaKind) -> str:
    noun = KINDS[kind].lower()
    if areas_held <= MOST_PANELS:
        return ""
    return f"Drawn are the {MOST_PANELS} {noun} with the most open advice, of {areas_held:,}."


def _caption(found: AdviceMeasures, kind: Kind, title: str, *shown: Months) -> Caption:
    line = found.timeline
    held = [kind.of(one) for months in shown for one in months]
    low, high = min(held), max(held)
    dotted = f" Dotted: {days_held(line)}." if line.is_partial else ""
    many = f"{low:,} to {high:,}" if low < high else f"{high:,}"
    return Caption(
        title=title,
        measure=f"{kind.measure}{dotted}",
        foot=f"n = {many} {kind.noun}. Decisions to {day(line.end)}.",
        method=(
            f"{kind.method} A month shows how every recommendation stood when its last day (UTC)"
            " ended, as the ledger had it then: what was recorded later changes no earlier month."
            " A recommendation is given on the day of its report and counts in each area that its"
            " report counts for, so areas are never summed. Shares and medians of fewer than five"
            " say little."
        ),
        alt=f"Line by month. {title}.",
    )


def _points(
    found: AdviceMeasures, months: Months, kind: Kind, area: Area | None = None
) -> tuple[Point, ...]:
    return tuple(
        Point(
            start,
            kind.value(one),
            (
                *((areas()[area],) if area else ()),
                when(one),
                kind.said(one),
                *((f"Of {kind.of(one):,} only",) if 0 < kind.of(one) < FEW else ()),
            ),
            area_key(area) if area else None,
        )
        for start, one in zip(found.timeline.history, months, strict=True)
    )
