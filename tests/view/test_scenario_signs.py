"""Signs of scenarios as cards of a board."""

from datetime import datetime

import pandas as pd

from dash_intel.view.item import Chip
from dash_intel.view.scenario_headlines import TITLE, scenarios, sign_headline
from dash_intel.view.scenario_signs import MARKS, Sign, moves, signs

SIGN = {
    "report_id": "report-1",
    "title": "Talks on the Logone",
    "publisher": "Logone Courier",
    "published_on": datetime(2026, 2, 12),
    "scenario_id": "future-1",
    "kind": "worst",
    "label": "Worst",
    "text": "Convoys stop.",
    "indicator": "a mined bridge",
    "origin": "report",
    "mark": "not_seen",
    "seen_on": None,
    "evidence": None,
    "marked_by": None,
    "revision": 0,
    "outcome": "open",
    "horizon_on": None,
    "total": 1,
}


def sign(**changes: object) -> Sign:
    (found,) = signs(pd.DataFrame([SIGN | changes]))
    return found


def test_sign_that_nobody_saw_has_no_day() -> None:
    found = sign()
    assert (found.seen, found.origin, found.chips) == ("", "trigger of the report", ())
    assert (found.kind, found.scenario) == ("Worst case", "Convoys stop.")
    assert found.meta == "Talks on the Logone, 2026-02-12"


def test_seen_sign_says_when_by_what_and_by_whom() -> None:
    found = sign(
        mark="observed", seen_on=datetime(2026, 5, 2), evidence="Port office", marked_by="Mira"
    )
    assert found.seen == "2026-05-02: Port office – Mira"


def test_scenario_that_is_no_longer_open_says_so() -> None:
    assert sign(outcome="occurred").chips == (Chip("Occurred", "violet"),)


def test_sign_never_moves_to_unseen_from_there() -> None:
    assert moves("not_seen") == ("emerging", "observed")
    assert moves("emerging") == MARKS


def totals(**changes: int) -> pd.DataFrame:
    none = dict.fromkeys(("reports", "scenarios", "stated", "dated", "due", "resolved"), 0)
    return pd.DataFrame([none | changes])


def test_headline_says_how_many_state_a_probability() -> None:
    assert scenarios(totals()) == TITLE
    assert scenarios(totals(reports=2, scenarios=6)) == (
        "6 scenarios in 2 reports: none states a probability"
    )
    assert scenarios(totals(reports=2, scenarios=6, stated=1)) == (
        "6 scenarios in 2 reports: 1 states a probability"
    )
    assert scenarios(totals(reports=2, scenarios=6, stated=3)) == (
        "6 scenarios in 2 reports: 3 state a probability"
    )


def test_headline_says_what_is_due_first() -> None:
    found = totals(reports=1, scenarios=3, stated=3, due=1)
    assert scenarios(found) == "3 scenarios in 1 report: 1 is due for an outcome"


def test_headline_of_signs_says_how_many_were_seen() -> None:
    def said(number: int, emerging: int, observed: int) -> str:
        row = {"signs": number, "emerging": emerging, "observed": observed}
        return sign_headline(pd.DataFrame([row]))

    assert said(0, 0, 0) == TITLE
    assert said(9, 0, 0) == "None of 9 signposts observed"
    assert said(9, 2, 1) == "1 of 9 signposts observed, 2 emerging"
