"""Groups and loose ends in words."""

import pandas as pd

from dash_intel.view.tracker_groups import groups, groups_scope, similar
from dash_intel.view.tracker_loose import loose_scope, opposed, unanswered

GROUP = {
    "group_key": "7",
    "recommendation_id": "advice-1",
    "text": "Hold the\nmarkets open.",
    "instrument": "economic",
    "recommendations": 3,
    "reports": 3,
    "first_on": pd.Timestamp(2025, 5, 1),
    "last_on": pd.Timestamp(2025, 6, 3),
    "new": 1,
    "accepted": 0,
    "in_progress": 2,
    "partially_addressed": 0,
    "implemented": 0,
    "not_implemented": 0,
    "overdue": 1,
    "is_recurring": True,
    "regions": ["145", "015", "017", "014"],
    "total": 1,
}


def test_group_says_how_often_when_where_and_what_became_of_it() -> None:
    (found,) = groups(pd.DataFrame([GROUP]))
    assert found.text == "Hold the markets open."
    assert found.scope == "3 reports looked at, 2025-05-01 to 2025-06-03"
    assert found.facts == "Western Asia, Northern Africa, Middle Africa and 1 more · Economic"
    assert [chip.text for chip in found.chips] == [
        "New 1",
        "In progress 2",
        "Overdue 1",
        "Recurring",
    ]
    assert groups_scope(pd.DataFrame([GROUP])).startswith("1 piece of advice recurs")


def test_no_group_is_said_to_be_none() -> None:
    assert groups_scope(pd.DataFrame()) == "No advice recurs in these reports."


def test_similar_advice_leaves_out_members() -> None:
    row = {
        "recommendation_id": "advice-2",
        "report_id": "report-2",
        "published_on": pd.NaT,
        "text": "Keep markets open.",
        "similarity": 0.616,
    }
    found = pd.DataFrame([row, row | {"recommendation_id": "advice-3"}])
    (one,) = similar(found, frozenset({"advice-3"}))
    assert (one.recommendation_id, one.alike) == ("advice-2", "62% alike")


def test_risk_without_advice_says_its_impact_and_whether_its_report_advises_at_all() -> None:
    row = {
        "risk_id": "risk-1",
        "text": "Fuel could run short.",
        "impact_level": 4,
        "report_id": "report-1",
        "title": "Port",
        "publisher": None,
        "published_on": pd.NaT,
        "has_advice": False,
        "total": 1,
    }
    (quote, facts), (other, none) = unanswered(
        pd.DataFrame([row, row | {"impact_level": 0, "has_advice": True}])
    )
    assert (quote.chips[0].text, facts) == (
        "Impact 4 Significant",
        "Its report gives no advice at all.",
    )
    assert (other.chips[0].text, none) == ("No impact stated", "")


def test_pair_says_where_and_how_alike() -> None:
    row = {
        "one_id": "a",
        "other_id": "b",
        "countries": ["KEN", "PER"],
        "similarity": 0.9,
        "total": 1,
    }
    (pair,) = opposed(pd.DataFrame([row]))
    assert pair.facts == "Kenya and Peru · 90% alike but for the verb"
    assert loose_scope("opposed", pd.DataFrame([row])) == "1 pair, the most alike first."
    assert loose_scope("untied", pd.DataFrame()) == (
        "All advice is tied to a risk that its report states."
    )


def test_nothing_opposed_found_says_only_what_was_looked_for() -> None:
    said = loose_scope("opposed", pd.DataFrame())
    assert said.startswith("No pair was found")
    assert "Others may contradict each other in other words" in said
