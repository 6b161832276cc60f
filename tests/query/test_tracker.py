"""Recommendations and what became of them, against counts in plain Python."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel import pipeline
from dash_intel.model.ledger import RecommendationState, Status
from dash_intel.model.report import Report
from dash_intel.query import tracker as query
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.tracker import Quick, Wanted
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from tests.counting import chosen, newest
from tests.query.deciding import corrected, hold, state
from tests.query.filtering import filters

TODAY = date(2026, 3, 1)
ALL = Filters(period="all")
STATUSES: tuple[Status, ...] = (
    "new",
    "accepted",
    "in_progress",
    "partially_addressed",
    "implemented",
    "not_implemented",
)
QUICK: tuple[Quick, ...] = ("all", "mine", "due", "overdue", "stale", "recurring")
CLOSED = {"implemented", "not_implemented"}
DAYS = st.dates(date(2025, 2, 1), TODAY + timedelta(30))


@dataclass(frozen=True, slots=True)
class Plain:
    """A recommendation with its flags, as a reader of the rules would have them."""

    recommendation_id: str
    status: Status
    owner: str | None
    flags: frozenset[str]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("sample")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    build = current_build(folder)
    assert build is not None
    opened = open_build(build)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def reports(database: Database) -> tuple[Report, ...]:
    return newest(database.reports())


@pytest.fixture(scope="module")
def group_of(database: Database) -> dict[str, str]:
    found = database.rows("SELECT recommendation_id, group_id FROM advice_group")
    return dict(zip(found["recommendation_id"], found["group_id"], strict=True))


def closing_day(one: RecommendationState) -> date:
    assert one.status_since is not None
    return one.done_on or one.status_since.date()


def plain(
    reports: tuple[Report, ...],
    asked: Filters,
    decided: dict[str, RecommendationState],
    group_of: dict[str, str],
) -> list[Plain]:
    """Return the advice of the reports that filters choose, with its flags."""
    days, closings = defaultdict(list), defaultdict(list)
    for report in reports:
        for one in report.contents.recommendations:
            group = group_of.get(one.recommendation_id, one.recommendation_id)
            if report.contents.head.published_on:
                days[group].append(report.contents.head.published_on)
            known = decided.get(one.recommendation_id)
            if known and known.status in CLOSED:
                closings[group].append(closing_day(known))
    found = []
    for report in chosen(reports, asked):
        published = report.contents.head.published_on
        for one in report.contents.recommendations:
            group = group_of.get(one.recommendation_id, one.recommendation_id)
            known = decided.get(one.recommendation_id)
            status: Status = known.status if known else "new"
            touched = known.last.at.date() if known else published
            is_open, due = status not in CLOSED, known.due_on if known else None
            again = bool(closings[group]) and (
                (published is not None and published > min(closings[group]))
                if is_open
                else max(days[group]) > closing_day(known)  # type: ignore[arg-type]
            )
            flags = {
                "overdue": bool(is_open and due and due < TODAY),
                "due": bool(is_open and due and TODAY <= due <= TODAY + timedelta(14)),
                "stale": bool(is_open and touched and (TODAY - touched).days >= 90),
                "recurring": again,
                "mine": bool(known and known.owner and known.owner.lower() == "mira"),
            }
            found.append(
                Plain(
                    one.recommendation_id,
                    status,
                    known.owner if known else None,
                    frozenset(name for name, holds in flags.items() if holds),
                )
            )
    return found


def decisions(ids: list[str]) -> st.SearchStrategy[list[RecommendationState]]:
    one = st.builds(
        lambda item, on, status, owner, due, done: state(
            item, on, status=status, owner=owner, due_on=due, done_on=done
        ),
        st.sampled_from(ids),
        DAYS.filter(lambda day: day <= TODAY),
        st.sampled_from(STATUSES),
        st.sampled_from((None, "Mira", "mira", "Jon")),
        st.none() | DAYS,
        st.none() | DAYS,
    )
    return st.lists(one, max_size=60, unique_by=lambda it: it.recommendation_id)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.data(),
    asked=filters(),
)
def test_counts_and_lists_are_as_counted_one_by_one(
    database: Database,
    reports: tuple[Report, ...],
    group_of: dict[str, str],
    data: st.DataObject,
    asked: Filters,
) -> None:
    quick: Quick = data.draw(st.sampled_from(QUICK))
    statuses = data.draw(st.lists(st.sampled_from(STATUSES), unique=True, max_size=3))
    ids = [one.recommendation_id for it in reports for one in it.contents.recommendations]
    states = data.draw(decisions(ids))
    hold(database, states)
    told = plain(reports, asked, {one.recommendation_id: one for one in states}, group_of)
    counts = query.counts(database, asked, TODAY, quick, "MIRA").set_index("status")
    flags = ("mine", "due", "overdue", "stale", "recurring")
    expected = {
        status: (
            len(here),
            *(sum(flag in one.flags for one in here) for flag in flags),
            sum(quick == "all" or quick in one.flags for one in here),
        )
        for status in STATUSES
        if (here := [one for one in told if one.status == status])
    }
    columns = ["given", *flags, "wanted"]
    assert {at: tuple(map(int, row)) for at, row in counts[columns].T.items()} == expected
    wanted = Wanted("mira", quick, tuple(statuses))
    sought = {
        one.recommendation_id
        for one in told
        if (quick == "all" or quick in one.flags) and (not statuses or one.status in statuses)
    }
    first = query.listed(database, asked, TODAY, wanted, Part(50))
    rest = query.listed(database, asked, TODAY, wanted, Part(1_000, 50))
    assert sorted([*first["recommendation_id"], *rest["recommendation_id"]]) == sorted(sought)
    assert set(query.ids(database, asked, TODAY, wanted, 1_000)) == sought
    assert set(first["total"]) <= {len(sought)}


def test_board_has_the_first_of_each_status(database: Database) -> None:
    everything = query.listed(database, ALL, TODAY, Wanted("m"), Part(1_000))
    ids = list(everything["recommendation_id"])
    hold(
        database,
        [state(one, TODAY, status="accepted", owner="Jon") for one in ids[:10]]
        + [
            state(one, TODAY, status="implemented", owner="Jon", done_on=TODAY)
            for one in ids[10:12]
        ],
    )
    wanted = Wanted("m", "all", ("new", "accepted", "implemented"))
    found = query.board(database, ALL, TODAY, wanted, (3, 4, 5))
    assert found["status"].value_counts().to_dict() == {"accepted": 4, "new": 3, "implemented": 2}


def test_board_has_those_due_first_and_of_closed_ones_the_last(database: Database) -> None:
    ids = list(query.listed(database, ALL, TODAY, Wanted("m"), Part(4))["recommendation_id"])
    old, new = date(2026, 1, 1), date(2026, 2, 1)
    hold(
        database,
        [
            state(ids[0], TODAY, status="accepted", owner="J", due_on=new),
            state(ids[1], TODAY, status="accepted", owner="J", due_on=old),
            state(ids[2], old, status="not_implemented", due_on=old),
            state(ids[3], new, status="not_implemented", due_on=new),
        ],
    )
    wanted = Wanted("m", "all", ("accepted", "not_implemented"))
    found = query.board(database, ALL, TODAY, wanted, (9, 9)).set_index("status")
    columns = found["recommendation_id"].groupby(level=0).agg(list).to_dict()
    assert columns == {"accepted": [ids[1], ids[0]], "not_implemented": [ids[3], ids[2]]}


def test_due_come_first_and_open_before_closed(database: Database) -> None:
    ids = list(query.listed(database, ALL, TODAY, Wanted("m"), Part(4))["recommendation_id"])
    days = {"late": date(2026, 1, 1), "soon": date(2026, 3, 5)}
    hold(
        database,
        [
            state(ids[0], TODAY, status="accepted", owner="J", due_on=days["soon"]),
            state(ids[1], TODAY, status="accepted", owner="J", due_on=days["late"]),
            state(ids[2], TODAY, status="not_implemented", due_on=date(2025, 12, 1)),
        ],
    )
    found = query.listed(database, ALL, TODAY, Wanted("m"), Part(1_000))
    assert list(found["recommendation_id"])[:2] == [ids[1], ids[0]]
    assert found["recommendation_id"].iloc[-1] == ids[2]
    newest_first = query.listed(database, ALL, TODAY, Wanted("m", ranked="newest"), Part(1_000))
    assert newest_first["published_on"].dropna().is_monotonic_decreasing


def test_item_is_found_outside_the_filters_and_none_where_none_has_it(database: Database) -> None:
    first = query.listed(database, ALL, TODAY, Wanted("m"), Part(1)).iloc[0]
    nothing = Filters(period="days", since=date(1990, 1, 1), until=date(1990, 1, 2))
    (found,) = query.item(database, nothing, TODAY, first["recommendation_id"]).to_dict("records")
    assert (found["text"], found["report_id"]) == (first["text"], first["report_id"])
    assert query.item(database, nothing, TODAY, "advice-none").empty


def test_rejected_advice_is_left_out(database: Database) -> None:
    hold(database)
    first = query.listed(database, ALL, TODAY, Wanted("m"), Part(1)).iloc[0]
    item = first["recommendation_id"]
    hold(database, overrides=[corrected(item, "rejected", "yes")])
    found = query.listed(database, ALL, TODAY, Wanted("m"), Part(1_000))
    assert item not in set(found["recommendation_id"])
    assert set(found["total"]) == {first["total"] - 1}
    assert query.item(database, ALL, TODAY, item).empty


def test_group_of_an_item_counts_its_reports_corrections_in_force(
    database: Database, group_of: dict[str, str]
) -> None:
    hold(database)
    members = [one for one, group in group_of.items() if group == group_of[next(iter(group_of))]]
    of_first = query.item(database, ALL, TODAY, members[0]).iloc[0]
    assert of_first["group_reports"] == len(members)
    hold(database, overrides=[corrected(members[0], "group")])
    assert query.item(database, ALL, TODAY, members[0]).iloc[0]["group_reports"] == 1
    others = query.item(database, ALL, TODAY, members[1]).iloc[0]["group_reports"]
    assert others == len(members) - 1


def test_risks_and_scenarios_to_link_are_those_of_the_report_and_the_linked(
    database: Database, reports: tuple[Report, ...]
) -> None:
    one, other = (it for it in reports[:2])
    linked = other.contents.risks[0].risk_id
    found = query.linkable(database, (linked,), one.report_id)
    own = {it.risk_id for it in one.contents.risks} | {
        it.scenario_id for it in one.contents.scenarios
    }
    assert set(found["item_id"]) == own | {linked}
