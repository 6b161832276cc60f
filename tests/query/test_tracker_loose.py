"""Groups and loose ends among advice and risks."""

from dataclasses import replace
from datetime import date

import pytest

from dash_intel.model.items import Risk
from dash_intel.model.reading import ItemPlace
from dash_intel.model.report import Report
from dash_intel.model.span import Span
from dash_intel.query import tracker_groups, tracker_loose
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.store import Database
from tests.conftest import DatabaseOf
from tests.query.deciding import corrected, hold, state
from tests.query.test_groups import AGAINST, PATROLS, REWORDED
from tests.store.advised import advising

TODAY = date(2026, 3, 1)
ALL = Filters(period="all")
PART = Part(100)
NAMES = (("Kenya", "KEN"), ("Peru", "PER"))


def risky(report: Report, *risks: tuple[str, str | None]) -> Report:
    """Return a report with risks, each with the country that it is about."""
    made = tuple(
        Risk(
            f"risk-{report.report_id}-{at}",
            words,
            None,
            Span(0, 1),
            places=(ItemPlace(iso3, inherited=False),) if iso3 else (),
        )
        for at, (words, iso3) in enumerate(risks)
    )
    return replace(report, contents=replace(report.contents, risks=made))


def untied(database: Database) -> list[str]:
    return list(tracker_loose.untied(database, ALL, TODAY, PART)["text"])


def unanswered(database: Database) -> list[str]:
    return list(tracker_loose.unanswered(database, ALL, TODAY, PART)["text"])


@pytest.fixture
def database(database_of: DatabaseOf) -> Database:
    both = advising("Fund ports in Kenya.", "Fund ports in Peru.", names=NAMES, title="Both")
    bare = advising("Fund schools.", title="Bare")
    return database_of(
        risky(both, ("Kenya could lose fuel.", "KEN"), ("Chad could flood.", "TCD")),
        risky(bare, ("Mali could flood.", "MLI")),
        advising("Fund trains in Peru.", names=NAMES, title="No risk"),
        risky(advising(title="No advice"), ("Nothing helps.", None)),
    )


def test_advice_is_tied_by_a_country_that_both_are_about(database: Database) -> None:
    assert sorted(untied(database)) == ["Fund ports in Peru.", "Fund trains in Peru."]


def test_risk_is_answered_by_a_country_that_both_are_about(database: Database) -> None:
    assert sorted(unanswered(database)) == ["Chad could flood.", "Nothing helps."]
    found = tracker_loose.unanswered(database, ALL, TODAY, PART).set_index("text")["has_advice"]
    assert found.to_dict() == {"Chad could flood.": True, "Nothing helps.": False}


def test_link_ties_whatever_the_countries_are(database: Database) -> None:
    rows = tracker_loose.untied(database, ALL, TODAY, PART).set_index("text")
    item = rows.loc["Fund trains in Peru.", "recommendation_id"]
    risk = tracker_loose.unanswered(database, ALL, TODAY, PART).set_index("text")
    linked = risk.loc["Nothing helps.", "risk_id"]
    hold(database, [state(str(item), TODAY, links=(str(linked),))])
    assert untied(database) == ["Fund ports in Peru."]
    assert unanswered(database) == ["Chad could flood."]


def test_corrected_country_ties(database: Database) -> None:
    rows = tracker_loose.untied(database, ALL, TODAY, PART).set_index("text")
    item = str(rows.loc["Fund ports in Peru.", "recommendation_id"])
    hold(database, overrides=[corrected(item, "place", "TCD")])
    assert untied(database) == ["Fund trains in Peru."]
    assert unanswered(database) == ["Nothing helps."]


def test_loose_ends_come_part_by_part(database: Database) -> None:
    parts = [tracker_loose.untied(database, ALL, TODAY, Part(1, at)) for at in range(3)]
    assert [len(one) for one in parts] == [1, 1, 0]
    assert set(parts[0]["total"]) == {2}


def test_opposed_advice_is_left_out_once_one_is_rejected(database_of: DatabaseOf) -> None:
    database = database_of(advising(PATROLS, about="KEN"), advising(AGAINST, about="KEN"))
    (pair,) = tracker_loose.opposed(database, ALL, TODAY, PART).itertuples()
    assert pair.countries == ["KEN"]
    hold(database, overrides=[corrected(pair.one_id, "rejected", "yes")])
    assert tracker_loose.opposed(database, ALL, TODAY, PART).empty


def test_group_is_counted_with_the_statuses_of_its_members(database_of: DatabaseOf) -> None:
    database = database_of(
        advising(PATROLS), advising(REWORDED), advising(PATROLS, title="Third"), advising(AGAINST)
    )
    (group,) = tracker_groups.groups(database, ALL, TODAY, PART).itertuples()
    assert (group.reports, group.recommendations, group.new, group.total) == (3, 3, 3, 1)
    members = tracker_groups.members(database, ALL, TODAY, group.group_key, PART)
    assert sorted(members["text"]) == sorted([PATROLS, PATROLS, REWORDED])
    one = members["recommendation_id"].iloc[0]
    hold(database, [state(one, TODAY, status="accepted", owner="Jon", due_on=date(2026, 1, 1))])
    (group,) = tracker_groups.groups(database, ALL, TODAY, PART).itertuples()
    assert (group.new, group.accepted, group.overdue) == (2, 1, 1)
    hold(database, overrides=[corrected(one, "group")])
    (group,) = tracker_groups.groups(database, ALL, TODAY, PART).itertuples()
    assert group.reports == 2


def test_advice_that_is_joined_is_of_the_group(database_of: DatabaseOf) -> None:
    database = database_of(advising(PATROLS), advising("Fund schools in the north."))
    assert tracker_groups.groups(database, ALL, TODAY, PART).empty
    found = database.rows("SELECT recommendation_id FROM recommendation ORDER BY 1")
    one, other = found["recommendation_id"]
    hold(database, overrides=[corrected(one, "group", other)])
    (group,) = tracker_groups.groups(database, ALL, TODAY, PART).itertuples()
    assert (group.reports, group.recommendations) == (2, 2)
