"""Scenarios of an area by day: the chart, its table, and the words of each month."""

from datetime import datetime

import pandas as pd

from dash_intel.view.item import Chip
from dash_intel.view.scenario_times import months, scenario_chart

ROW = {
    "report_id": "report-1",
    "title": "Talks on the Logone",
    "publisher": "Logone Courier",
    "published_on": datetime(2026, 2, 12),
    "total": 3,
    "all_stated": 1,
    "scenario_id": "future-1",
    "kind": "worst",
    "label": None,
    "text": "Convoys stop.",
    "probability": None,
    "likelihood_basis": None,
    "likelihood_term": None,
    "likelihood_low": None,
    "likelihood_high": None,
}
ROWS = pd.DataFrame(
    [
        ROW,
        ROW | {"scenario_id": "future-2", "kind": "most_likely", "probability": 0.4},
        ROW
        | {
            "scenario_id": "future-3",
            "published_on": datetime(2026, 1, 5),
            "likelihood_basis": "hedge",
            "likelihood_term": "may",
        },
    ]
)


def test_scenario_without_a_probability_has_no_place_on_the_scale() -> None:
    found = scenario_chart(ROWS, "Chad")
    ends = {one.key: (one.low, one.high) for one in found.bands}
    assert ends == {"future-1": (None, None), "future-2": (0.4, 0.4), "future-3": (None, None)}
    assert found.rows == (("worst", "Worst"), ("likely", "Most likely"))


def test_title_says_how_many_state_any() -> None:
    found = scenario_chart(ROWS, "Chad")
    assert found.caption.title == "Chad: 1 of 3 scenarios states a probability"
    none = scenario_chart(ROWS.assign(all_stated=0), "Chad")
    assert none.caption.title == "Chad: none of 3 scenarios states a probability"


def test_foot_says_where_not_all_are_drawn() -> None:
    assert "are drawn" not in scenario_chart(ROWS, "Chad").caption.foot
    found = scenario_chart(ROWS.assign(total=1_204), "Chad").caption.foot
    assert "n = 1,204 scenarios" in found
    assert "The newest 3 of them are drawn." in found


def test_table_has_a_row_a_mark() -> None:
    found = scenario_chart(ROWS, "Chad")
    assert found.table.keys == tuple(one.key for one in found.bands)
    assert [row[3:7] for row in found.table.rows] == [
        ("No probability stated", None, None, None),
        ("40%", "recorded by an analyst", 40, 40),
        ("No probability stated", "“may”: a hedge, no probability", None, None),
    ]


def test_months_hold_worst_and_most_likely_in_their_words() -> None:
    february, january = months(ROWS)
    assert (february.name, january.name) == ("February 2026", "January 2026")
    assert february.scope == (
        "1 worst case, none with a probability; 1 most likely case, 1 with a probability"
    )
    assert [one.item_id for one in february.worst] == ["future-1"]
    assert [one.chips for one in february.likely] == [(Chip("40%", "blue"),)]
    assert january.likely == ()


def test_nothing_is_drawn_of_nothing() -> None:
    found = scenario_chart(ROWS.iloc[:0], "Chad")
    assert (found.bands, found.rows) == ((), ())
    assert found.caption.title == "Chad: no scenario"
