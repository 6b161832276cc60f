"""Scenarios and advice of an area, as they are shown."""

from datetime import datetime

import pandas as pd
import pytest

from dash_intel.view.item import Chip
from dash_intel.view.outlook import NO_PROBABILITY, Card, advice, advice_scope, futures

SCENARIO = {
    "report_id": "report-1",
    "title": "Talks on the Logone",
    "publisher": "Logone Courier",
    "published_on": datetime(2026, 2, 12),
    "total": 1,
    "scenario_id": "future-1",
    "kind": "most_likely",
    "label": "Most-Likely",
    "text": "Convoys get through one week in two.",
    "origin": "outlook",
    "likelihood_basis": None,
    "likelihood_term": None,
    "likelihood_low": None,
    "likelihood_high": None,
    "horizon": None,
    "horizon_on": None,
    "probability": None,
    "drivers": [],
    "outcome": "open",
    "triggers": ["a mined bridge"],
}
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


def card(**changes: object) -> Card:
    (found,) = futures(pd.DataFrame([SCENARIO | changes]))
    return found.cards[0]


@pytest.mark.parametrize("basis", [None, "hedge", "forecast_verb", "asserted", "present"])
def test_no_probability_is_made_up(basis: str | None) -> None:
    found = card(likelihood_basis=basis, likelihood_term=basis and "may")
    assert (found.chance, found.band) == (NO_PROBABILITY, None)


def test_hedge_is_called_one() -> None:
    found = card(likelihood_basis="hedge", likelihood_term="may")
    assert found.basis == "“may”: a hedge, no probability"


def test_stated_likelihood_has_its_word_and_its_figures() -> None:
    found = card(likelihood_basis="stated", likelihood_term="likely")
    assert (found.chance, found.band) == ("likely (55–80%)", (0.55, 0.8))


def test_corrected_likelihood_is_said_to_be_corrected() -> None:
    found = card(likelihood_basis="corrected", likelihood_term="unlikely")
    assert (found.chance, found.band) == ("unlikely (20–45%)", (0.2, 0.45))
    assert found.basis == "corrected by an analyst"
    nothing = card(likelihood_basis="corrected", likelihood_term=None)
    assert (nothing.chance, nothing.band) == (NO_PROBABILITY, None)
    assert nothing.basis == "corrected by an analyst"


def test_figure_of_the_report_stands_as_it_is() -> None:
    found = card(
        likelihood_basis="number", likelihood_term="60%", likelihood_low=0.6, likelihood_high=0.6
    )
    assert (found.chance, found.basis, found.band) == ("60%", "a figure of the report", (0.6, 0.6))


def test_recorded_probability_is_said_to_be_recorded() -> None:
    found = card(probability=0.35, likelihood_basis="stated", likelihood_term="likely")
    assert (found.chance, found.basis) == ("35%", "recorded by an analyst")


def test_cards_stand_best_to_worst_with_their_edges() -> None:
    rows = [
        SCENARIO | {"kind": kind, "scenario_id": kind}
        for kind in ("unlabelled", "worst", "most_likely", "best")
    ]
    (found,) = futures(pd.DataFrame(rows))
    assert [one.edge for one in found.cards] == ["best", "likely", "worst", "none"]
    assert found.meta == "2026-02-12 · Logone Courier"


def test_due_scenario_says_since_when() -> None:
    found = card(outcome="due", horizon_on=datetime(2026, 1, 31))
    assert found.state == Chip("Due 2026-01-31", "orange")
    assert found.facts == (("Horizon", "To 2026-01-31"),)
    assert card().facts == (("Horizon", "not stated"),)


def test_advice_says_where_it_stands() -> None:
    (found,) = advice(pd.DataFrame([ADVICE]))
    assert found.quote.chips == (Chip("Open – New", "gray"),)
    assert found.facts == "Economic · Medium term · to governors"
    assert (found.group, found.number, found.quote.item_id) == ("17", 3, "advice-1")


def test_overdue_advice_says_since_when() -> None:
    rows = [ADVICE | {"status": "accepted", "due_on": datetime(2026, 1, 5), "is_overdue": True}]
    (found,) = advice(pd.DataFrame(rows))
    assert found.quote.chips == (
        Chip("Open – Accepted", "blue"),
        Chip("Overdue since 2026-01-05", "red"),
    )


def test_scope_of_advice_says_how_much_of_it_differs() -> None:
    assert advice_scope(pd.DataFrame([ADVICE])).startswith("4 recommendations, 1 of them different")
    alone = ADVICE | {"all_recommendations": 1}
    assert advice_scope(pd.DataFrame([alone])) == "1 recommendation, the newest first."
    assert advice_scope(pd.DataFrame([], columns=list(ADVICE))).startswith("0 recommendations")
