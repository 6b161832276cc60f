"""Advice of an area, as it is shown."""

from datetime import datetime

import pandas as pd

from dash_intel.view.item import Chip
from dash_intel.view.outlook import advice, advice_scope

ADVICE = {
    "report_id": "report-1",
    "title": "Talks on the Logone",
    "publisher": None,
    "published_on": datetime(2026, 2, 12),
    "recommendation_id": "advice-1",
    "text": "Keep the markets open.",
    "instrument": "economic",
    "horizon": "medium_term",
    "addressee": "governors",
    "owner": None,
    "due_on": None,
    "is_overdue": False,
    "status": "new",
    "group_key": "17",
    "units": 3,
    "recommendations": 4,
    "total": 1,
    "all_recommendations": 4,
}


def test_advice_says_where_it_stands() -> None:
    (found,) = advice(pd.DataFrame([ADVICE]))
    assert found.quote.chips == (Chip("Open – New", "gray"),)
    assert found.facts == "Economic · Medium term · to governors"
    assert (found.group, found.number, found.quote.item_id) == ("17", 3, "advice-1")


def test_overdue_advice_says_when_it_was_due() -> None:
    rows = [ADVICE | {"status": "accepted", "due_on": datetime(2026, 1, 5), "is_overdue": True}]
    (found,) = advice(pd.DataFrame(rows))
    assert found.quote.chips == (
        Chip("Open – Accepted", "blue"),
        Chip("Due 2026-01-05, overdue", "red"),
    )


def test_scope_of_advice_says_how_much_of_it_differs() -> None:
    assert advice_scope(pd.DataFrame([ADVICE])).startswith("4 recommendations, 1 of them different")
    alone = ADVICE | {"all_recommendations": 1}
    assert advice_scope(pd.DataFrame([alone])) == "1 recommendation, the newest first."
    assert advice_scope(pd.DataFrame([], columns=list(ADVICE))).startswith("0 recommendations")
