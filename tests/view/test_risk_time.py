"""Risk over time as it is shown."""

from datetime import date

from dash_intel.query.periods import Span
from dash_intel.query.risk_time import RiskMonth, RiskTime
from dash_intel.query.sentences import About
from dash_intel.query.timeline import timeline
from dash_intel.view.chart import LineChart
from dash_intel.view.risk_time import headline, month_span, risk_time_chart
from dash_intel.vocab.areas import Area

SAHEL = About(Area("group", "sahel"), "terrorism")
QUIET = RiskMonth(date(2025, 11, 1), 10, 2, 0.1, 0.36)
NONE = RiskMonth(date(2025, 12, 1), 0, 0, 0.02, 0.98)
GRAVE = RiskMonth(date(2025, 12, 1), 12, 9, 0.57, 0.88)
PARTIAL = RiskMonth(date(2026, 1, 1), 4, 1, 0.09, 0.53)


def found(*months: RiskMonth, end: date = date(2026, 1, 20)) -> RiskTime:
    counts = {one.started_on: 20 for one in months}
    return RiskTime(timeline("month", end, None, counts), months)


def view(*months: RiskMonth) -> LineChart:
    return risk_time_chart(found(*months), SAHEL, "reports")


def test_point_has_its_share_interval_and_number() -> None:
    point = view(QUIET, GRAVE, PARTIAL).lines[0].points[0]
    assert (point.value, point.low, point.high, point.small) == (0.2, 0.1, 0.36, "10")
    assert point.hover == (
        "November 2025",
        "2 of 10 reports at impact 4 or 5: 20%",
        "80% interval 10% to 36%",
    )


def test_month_without_a_report_has_no_point_and_no_interval() -> None:
    point = view(QUIET, NONE, PARTIAL).lines[0].points[1]
    assert (point.value, point.low, point.high, point.small) == (None, None, None, "0")
    assert point.hover == ("December 2025", "No reports")


def test_month_that_is_not_complete_is_said() -> None:
    chart = view(QUIET, GRAVE, PARTIAL)
    assert chart.is_last_partial
    assert "Dotted: 20 of 31 days of January." in chart.caption.measure


def test_title_says_all_months_together() -> None:
    said = "Sahel, terrorism: 12 of 26 reports since November 2025 speak of a level 4 or 5"
    assert view(QUIET, GRAVE, PARTIAL).caption.title == f"{said} consequence"
    assert view(NONE).caption.title == "Sahel, terrorism: no reports"


def test_headline_is_a_rise_whose_intervals_do_not_meet() -> None:
    rise = "Sahel, terrorism: rose from 20% in November to 75% in December"
    assert headline(found(QUIET, GRAVE, PARTIAL), SAHEL) == rise


def test_no_headline_where_intervals_meet_or_reports_lack() -> None:
    assert headline(found(QUIET, NONE, PARTIAL), SAHEL) is None
    assert headline(found(QUIET, PARTIAL), SAHEL) is None
    meeting = RiskMonth(date(2025, 12, 1), 12, 6, 0.35, 0.66)
    assert headline(found(QUIET, meeting, PARTIAL), SAHEL) is None


def test_table_has_every_month() -> None:
    rows = view(QUIET, NONE, PARTIAL).table.rows
    assert rows[0] == ("November 2025", 20, 10, 2, "10% to 36%")
    assert rows[1] == ("December 2025", None, 0, 0, None)


def test_point_and_row_lead_to_the_days_of_their_month() -> None:
    chart, time = view(QUIET, NONE, PARTIAL), found(QUIET, NONE, PARTIAL)
    assert chart.table.keys == ("2025-11", "", "2026-01")
    assert month_span(time, "2025-11") == Span(date(2025, 11, 1), date(2025, 11, 30))
    assert month_span(time, "2026-01") == Span(date(2026, 1, 1), date(2026, 1, 20))
    assert month_span(time, "") is month_span(time, "2025-10") is None
    assert chart.caption.hint == "Select a month for its sentences."


def test_events_of_several_months_are_not_summed() -> None:
    chart = risk_time_chart(found(QUIET, GRAVE, PARTIAL), SAHEL, "events")
    assert chart.caption.foot.startswith("n = 4 to 12 events a month, 3 months.")
    assert "26" not in chart.caption.title


def test_all_areas_are_a_grey_line_and_two_columns() -> None:
    months = (QUIET, NONE, PARTIAL)
    chart = risk_time_chart(found(*months), SAHEL, "reports", found(GRAVE, QUIET, PARTIAL))
    grey, own = chart.lines
    assert (grey.name, grey.colour, own.colour) == ("All areas", None, 0)
    assert [point.value for point in grey.points] == [0.75, 0.2, 0.25]
    assert all((point.low, point.high, point.small) == (None, None, "") for point in grey.points)
    assert grey.points[0].hover[:2] == ("All areas", "December 2025")
    assert "Grey line: all areas, to compare with." in chart.caption.measure
    assert chart.table.columns[-2:] == ("All areas, %", "All areas, reports")
    assert chart.table.rows[1] == ("December 2025", None, 0, 0, None, 20, 10)
    assert len(chart.table.widths) == len(chart.table.columns)


def test_without_all_areas_there_is_no_grey_line() -> None:
    chart = view(QUIET, GRAVE, PARTIAL)
    assert len(chart.lines) == 1
    assert "Grey" not in chart.caption.measure
