"""Tags over time in words, as a ranking and as lines."""

from datetime import date

import pytest

from dash_intel.query.periods import Span
from dash_intel.query.picked import Pick, pick
from dash_intel.query.trends import Look, Trends
from dash_intel.view.periods import change, percent, percents, period_name
from dash_intel.view.trend_lines import drawn, one_line, trend_lines
from dash_intel.view.trends import headline, notices, scope, sentence, table
from tests.view.trending import BUSY, CALM, END, ranking_of, trends


def test_headline_names_what_rose_appeared_and_faded() -> None:
    said = "Drones and disinformation rose, sabotage appeared, election security faded"
    assert headline(ranking_of(BUSY)) == said


def test_headline_says_that_nothing_stands_out() -> None:
    assert headline(ranking_of(CALM)) == "No tag rose or faded more than by chance"


def test_headline_is_the_name_of_the_page_where_nothing_is_ranked() -> None:
    assert headline(ranking_of(trends({"drones": (3,)}, (5,)))) == "Tag trends"
    assert headline(None) == "Tag trends"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (trends({"drones": (3,)}, (20,)), "No month with reports is complete yet"),
        (trends({"drones": (3, 0, 3)}, (20, 0, 20)), "No report in August 2025, the last complete"),
        (trends({"drones": (3, 3)}, (20, 20)), "No earlier month holds reports"),
        (trends({"drones": (3,) * 4}, (9, 20, 20, 20)), "Some months hold fewer than 10 reports"),
        (
            trends({"drones": (3,) * 3}, (20,) * 3, days=Span(date(2025, 8, 30), END)),
            "August 2025 is the last complete month; it begins before the days",
        ),
    ],
)
def test_what_a_reader_must_know_is_said(found: Trends, said: str) -> None:
    (line,) = notices(ranking_of(found))
    assert line.startswith(said)


def test_nothing_is_said_where_there_is_nothing_to_know() -> None:
    assert notices(ranking_of(BUSY)) == ()


def test_rows_have_counts_shares_z_and_lead_to_the_reports_of_now() -> None:
    view = table(ranking_of(BUSY))
    row = dict(zip(view.columns, view.rows[0], strict=True))
    z = row.pop("z")
    assert row == {
        "Tag": "drones",
        "Trend": "surging",
        "Now": "20 of 100",
        "Now %": 20,
        "Before": "24 of 600",
        "Before %": 4,
        "Change": "large increase",
        "Not supported": 0,
    }
    assert z == round(ranking_of(BUSY).rows[0].z, 2)
    assert pick(view.keys[0]) == Pick("drones", Span(date(2025, 8, 1), date(2025, 8, 31)))
    assert len(view.keys) == len(view.rows)
    assert len(view.widths) == len(view.columns)


def test_a_tag_of_no_report_now_leads_to_all_that_is_looked_at() -> None:
    view = ranking_of(trends({"ports": (4, 4, 0, 4), "drones": (1, 1, 1, 1)}, (20,) * 4))
    assert view.usual("ports") == Pick("ports")
    assert view.usual("drones").span is not None


def test_the_tag_that_is_shown_first_has_reports_to_list() -> None:
    faded = {"ports": (9, 9, 9, 0, 0), "drones": (4, 4, 4, 4, 4)}
    all_days = ranking_of(trends(faded, (20,) * 5))
    assert (all_days.telling[0], all_days.first) == ("ports", "ports")
    late = Span(date(2025, 8, 5), date(2025, 9, 29))
    assert ranking_of(trends(faded, (20,) * 5, days=late)).first == "drones"
    gone = trends({"ports": (9, 9, 9, 0, 0)}, (20,) * 5, days=late)
    assert ranking_of(gone).first == "ports"


def test_what_is_compared_is_said_with_its_counts() -> None:
    said = scope(ranking_of(BUSY), Look(is_strict=True), ("regional focus",))
    assert "Now: August 2025 (100 reports). Before: the 6 months before (600 reports)." in said
    assert "Strict: " in said
    assert "regional focus" in said


def test_months_with_a_gap_are_named_by_their_ends() -> None:
    view = ranking_of(trends({"drones": (3, 0, 3, 3)}, (20, 0, 20, 20)))
    assert "(20 reports)" in scope(view, Look(), ())
    assert "June 2025 (20 reports)" in scope(view, Look(), ())
    view = ranking_of(trends({"drones": (3, 0, 3, 3, 3)}, (20, 0, 20, 20, 20)))
    assert "the last 2 months with reports before it, May 2025 to July 2025" in scope(
        view, Look(), ()
    )


def test_a_tag_is_told_in_a_sentence() -> None:
    view = ranking_of(BUSY)
    row = view.row("election security")
    assert row is not None
    assert sentence(view, row) == (
        "On 1 of 100 reports of August 2025 (1%), on 120 of 600 in the 6 months before (20%):"
        f" fading, z −{abs(row.z):.2f}."
    )


def test_four_tags_at_most_are_in_colour_and_eight_in_grey() -> None:
    chart = trend_lines(ranking_of(BUSY), BUSY.counts, "share", None)
    colours = [line.colour for line in chart.lines]
    assert colours == [0, 1, 2, 3, *[None] * 8]
    assert {line.key for line in chart.lines[:4]} == {
        "drones",
        "disinformation",
        "sabotage",
        "election security",
    }


def test_the_chosen_tag_is_in_colour() -> None:
    coloured, grey = drawn(ranking_of(BUSY), "quiet 7")
    assert (len(coloured), coloured[-1], "quiet 7" in grey) == (4, "quiet 7", False)


def test_title_says_how_the_most_telling_tag_moved_or_what_is_measured() -> None:
    chart = trend_lines(ranking_of(BUSY), BUSY.counts, "share", None)
    assert chart.caption.title == ("Drones rose from 4% to 20% of reports in August 2025")
    calm = trend_lines(ranking_of(CALM), CALM.counts, "share", None)
    assert calm.caption.title == "Share of reports carrying a tag, by month"
    volume = trend_lines(ranking_of(CALM), CALM.counts, "volume", None)
    assert volume.caption.title == "Number of reports carrying a tag, by month"


def test_a_period_that_is_not_complete_is_said() -> None:
    chart = trend_lines(ranking_of(BUSY), BUSY.counts, "share", None)
    assert chart.is_last_partial
    assert "Dotted: September not complete." in chart.caption.measure
    assert chart.caption.foot == (
        "n = 800 reports, 100 a month, 1 Feb–29 Sep 2025; 29 of 30 days of September."
        " Data to 2025-09-29."
    )


def test_a_share_of_no_report_has_no_value_and_a_number_is_0() -> None:
    found = trends({"drones": (3, 0, 3)}, (20, 0, 20), end=date(2025, 9, 30))
    lines = {
        axis: trend_lines(ranking_of(found), found.counts, axis, None).lines[0].points
        for axis in ("share", "volume")
    }
    assert [one.value for one in lines["share"]] == [0.15, None, 0.15]
    assert [one.value for one in lines["volume"]] == [3, 0, 3]


def test_the_table_of_lines_has_what_the_lines_have() -> None:
    chart = one_line(ranking_of(BUSY), ranking_of(BUSY).rows[0], BUSY.counts, "share")
    (line,) = chart.lines
    assert [row[2:] for row in chart.table.rows][-2:] == [(20, 100, 20), (12, 100, 12)]
    assert [one.value for one in line.points][-2:] == [0.2, 0.12]
    assert tuple(one.key for one in line.points) == chart.table.keys
    assert chart.table.rows[-1][1] == "September 2025, not complete"


@pytest.mark.parametrize(
    ("now", "share_now", "share_before", "said"),
    [
        (5, 0.126, 0.1, "large increase"),
        (5, 0.12, 0.1, "moderate increase"),
        (5, 0.11, 0.1, "limited change"),
        (5, 0.08, 0.1, "limited change"),
        (5, 0.07, 0.1, "large decrease"),
        (0, 0.0, 0.1, "none now"),
        (5, 0.1, 0.0, "none before"),
        (0, None, 0.1, "nothing to compare"),
        (5, 0.1, None, "nothing to compare"),
    ],
)
def test_what_a_change_is_called(
    now: int, share_now: float | None, share_before: float | None, said: str
) -> None:
    assert change(now, share_now, share_before) == said


def test_shares_have_no_decimals_unless_they_would_read_the_same() -> None:
    assert [percent(one) for one in (0.0, 0.004, 0.006, 0.126, 1.0, None)] == [
        "0%",
        "under 1%",
        "1%",
        "13%",
        "100%",
        "–",
    ]
    assert percents(0.036, 0.044) == ("3.6%", "4.4%")
    assert percents(0.03, 0.06) == ("3%", "6%")


def test_periods_are_called_as_people_call_them() -> None:
    assert period_name(date(2025, 8, 1), "month") == "August 2025"
    assert period_name(date(2025, 7, 1), "quarter") == "Q3 2025"
    assert period_name(date(2025, 8, 4), "week") == "week of 4 Aug 2025"
