"""Which hypotheses were preferred over time, as it is shown."""

from dataclasses import replace
from datetime import date

import pandas as pd

from dash_intel.query.hypotheses_time import Weighed, weighed
from dash_intel.query.periods import Span
from dash_intel.view.chart import MatrixChart
from dash_intel.view.hypotheses_said import preferred, said_scope, said_title
from dash_intel.view.hypotheses_time import (
    Looked,
    named,
    time_chart,
    time_headline,
    undated_note,
)

COLUMNS = (
    "folded", "known_as", "names", "all_units", "all_preferred", "month", "units", "preferred",
    "refused",
)  # fmt: skip
FOUND = pd.DataFrame(
    [
        ("luck", "Luck", 3, 3, 1, "2025-06", 2, 1, 0),
        ("luck", "Luck", 3, 3, 1, "2025-08", 1, 0, 1),
        ("skill", "Skill", 3, 1, 0, "2025-08", 1, 0, 0),
    ],
    columns=COLUMNS,
)


def looked(where: str = "Italy", units: int = 4, undated: int = 0) -> Looked:
    counts = pd.DataFrame([{"units": units, "stated_units": 1, "undated": undated}])
    return Looked(where, "reports", counts, "all dates. Data to 2025-08-30")


def chart(found: pd.DataFrame = FOUND, there_are: int = 3) -> MatrixChart:
    return time_chart(named(found), looked(), there_are)


def test_rows_are_in_the_order_that_hypotheses_came_up() -> None:
    assert [name for _, name in chart().rows] == ["Luck", "Skill"]


def test_names_that_are_cut_to_the_same_words_are_longer() -> None:
    alike = "Crime for profit, with entry through a stolen "
    found = FOUND.assign(known_as=[f"{alike}laptop", f"{alike}laptop", f"{alike}password"])
    assert [name for _, name in chart(found).rows] == [f"{alike}laptop", f"{alike}password"]
    assert chart(found.iloc[:2]).rows[0][1] == "Crime for profit, with entry through a …"


def test_columns_are_all_months_up_to_the_last() -> None:
    assert [key for key, _ in chart().columns] == [
        "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08",
    ]  # fmt: skip


def test_only_the_newest_months_are_drawn() -> None:
    old = FOUND.assign(month=["2023-01", "2025-08", "2025-08"])
    assert len(chart(old).columns) == 13
    assert chart(old).columns[0][0] == "2024-08"


def test_columns_are_the_months_of_the_period_and_no_other() -> None:
    about = replace(looked(), days=Span(date(2025, 6, 28), date(2025, 9, 26)))
    months = [key for key, _ in time_chart(named(FOUND), about, 3).columns]
    assert months == ["2025-06", "2025-07", "2025-08", "2025-09"]


def test_period_of_twelve_months_is_drawn_whole() -> None:
    about = replace(looked(), days=Span(date(2025, 2, 27), date(2026, 2, 26)))
    months = [key for key, _ in time_chart(named(FOUND), about, 3).columns]
    assert (months[0], months[-1], len(months)) == ("2025-02", "2026-02", 13)


def test_open_period_ends_with_the_last_report_and_begins_not_before_itself() -> None:
    about = replace(looked(), days=Span(date(2025, 5, 2), date(9999, 12, 31)))
    months = [key for key, _ in time_chart(named(FOUND), about, 3).columns]
    assert months == ["2025-05", "2025-06", "2025-07", "2025-08"]


def test_cell_says_how_many_prefer_of_those_that_weigh() -> None:
    cells = {(one.row, one.column): one for one in chart().cells}
    june = cells["luck", "2025-06"]
    assert (june.text, june.small, june.level) == ("1", "of 2", 2)
    assert june.hover == ("Luck, Jun 2025", "2 reports: 1 prefers it and 1 does not say")
    assert (cells["luck", "2025-08"].text, cells["luck", "2025-08"].level) == ("0", 0)


def test_cell_of_reports_that_do_not_say_is_a_question_mark() -> None:
    cells = {(one.row, one.column): one for one in chart().cells}
    assert (cells["skill", "2025-08"].text, cells["skill", "2025-08"].level) == ("?", 0)


def test_month_in_which_nobody_weighed_it_is_empty() -> None:
    cells = {(one.row, one.column): one for one in chart().cells}
    assert cells["skill", "2025-06"].level is None
    assert cells["skill", "2025-06"].hover[1] == "No report weighs it"


def test_every_cell_and_row_leads_to_its_sentences() -> None:
    view = chart()
    assert {weighed(one.key) for one in view.cells} == {
        Weighed(name, month) for name, _ in view.rows for month, _ in view.columns
    }
    assert view.table.rows[0] == ("Luck", "Jun 2025", 2, 1, 0, 1)
    assert weighed(view.table.keys[0]) == Weighed("luck", "2025-06")


def test_caption_says_what_is_left_out_and_how_many_are_not_stated() -> None:
    caption = chart(there_are=20).caption
    assert "The 2 that most reports weigh, of 20." in caption.measure
    assert caption.foot.startswith("n = 4 reports with hypotheses, 1 of them say")
    assert "letters of one report" in caption.method


def test_headline_is_the_hypothesis_that_is_weighed_most() -> None:
    rows = named(FOUND)
    assert time_headline(rows, looked()) == "“Luck” on Italy: weighed in 3 reports, preferred in 1"
    assert time_headline(rows, looked("")) == "“Luck”: weighed in 3 reports, preferred in 1"


def test_headline_says_where_no_two_weigh_the_same() -> None:
    once = named(FOUND[2:])
    assert time_headline(once, looked()) == "No two reports on Italy weigh the same hypothesis"
    one = time_headline(once, looked(units=1))
    assert one == "One report on Italy weighs hypotheses"
    assert time_headline((), looked(units=0)) == "Nothing on Italy weighs competing hypotheses"


def test_undated_reports_are_said() -> None:
    assert undated_note(looked()) == ""
    assert undated_note(looked(undated=1)) == (
        "1 report with hypotheses has no date and stands in no month."
    )


def test_sentence_has_its_stance_and_its_rivals() -> None:
    row = {
        "report_id": "report-1", "published_on": pd.Timestamp("2025-06-03"), "publisher": "Gazette",
        "title": "Strike", "position": 1, "known_as": "Luck", "preferred": None, "total": 2,
        "units": 1, "text": "Luck. It was luck.", "rivals": ["Skill", "Fate"],
    }  # fmt: skip
    (found,) = preferred(pd.DataFrame([row]))
    assert (found.quote.item_id, found.quote.text) == ("hypothesis-2", "Luck. It was luck.")
    assert found.quote.chips[0].text == "Preference not stated"
    assert found.rivals == "Weighed against “Skill” and “Fate”."
    assert said_scope(pd.DataFrame([row]), "reports") == "2 sentences of 1 report."


def test_list_is_titled_by_what_was_clicked() -> None:
    rows = named(FOUND)
    assert said_title(Weighed(), rows) == "What was preferred, the newest first"
    assert (
        said_title(Weighed("luck", "2025-06"), rows) == "“Luck”, Jun 2025: the sentences behind it"
    )
    assert said_title(Weighed("gone"), rows) == "“gone”: the sentences behind it"
    assert said_scope(pd.DataFrame(), "reports") == "No report says so."
