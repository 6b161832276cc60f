"""Corrections come into force in what filters choose and what is counted."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pytest

from dash_intel.errors import StoreError
from dash_intel.model.items import Risk
from dash_intel.model.ledger import Decisions, Last, Override
from dash_intel.model.reading import Basis, Category, Impact, ItemPlace, Likelihood, Place
from dash_intel.model.report import Report
from dash_intel.query import chosen
from dash_intel.query.filters import Filters
from dash_intel.store import Database
from dash_intel.store.search import SearchIndex
from dash_intel.vocab.likelihood import SEVERAL
from tests.conftest import DatabaseOf
from tests.reports import full_report, other_report, span

AT = datetime(2025, 6, 4, tzinfo=UTC)
LAST = Last(1, AT, "Mira", None, None)
FULL = full_report()
OTHER = other_report()
ALL = Filters(period="all")

READ = {
    ("risk-1", None, None, None, True),
    ("risk-2", "MDA", "energy", 3, True),
    ("risk-2", "MDA", "society", 3, True),
    ("risk-2", "ROU", "energy", 3, True),
    ("risk-2", "ROU", "society", 3, True),
    ("risk-2", "~balkans", "energy", 3, True),
    ("risk-2", "~balkans", "society", 3, True),
    ("risk-2", "~sahel", "energy", 3, True),
    ("risk-2", "~sahel", "society", 3, True),
}


def hold(database: Database, *corrections: tuple[str, str, Sequence[str]], number: int = 1) -> None:
    overrides = tuple(
        Override(subject, field, tuple(value), "Read it.", "Mira", AT, LAST)
        for subject, field, value in corrections
    )
    database.hold(Decisions(number, overrides=overrides))


def found(database: Database, sql: str) -> set[tuple[object, ...]]:
    rows = database.chosen_rows(chosen.choice(database, ALL), sql, {}).astype(object)
    return set(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def risks(database: Database) -> set[tuple[object, ...]]:
    return found(
        database,
        "SELECT risk_id, place, category, risk_in_force.impact_level, is_risk FROM risk_in_force "
        "JOIN risk USING (report_key, position)",
    )


def places(database: Database) -> set[tuple[object, ...]]:
    return found(database, "SELECT place, is_primary, is_actor FROM place_in_force")


def tags(database: Database) -> set[tuple[object, ...]]:
    return found(database, "SELECT name FROM tag_in_force")


def reports(database: Database, filters: Filters) -> int:
    return int(chosen.totals(database, filters)["reports"].iloc[0])


def test_readings_are_in_force_where_nothing_is_corrected(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    assert risks(database) == READ
    assert places(database) == {
        ("MDA", True, False),
        ("ROU", False, False),
        ("~sahel", False, False),
    }
    assert tags(database) == {("ports",), ("labour",)}


def test_corrected_impact_keeps_every_place(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    hold(database, ("risk-2", "impact", ["5"]))
    assert risks(database) == {
        (name, place, category, 5 if name == "risk-2" else level, is_risk)
        for name, place, category, level, is_risk in READ
    }
    hold(database, ("risk-2", "impact", []), number=2)
    assert {level for *_, level, _ in risks(database)} == {None}


def test_corrected_categories_take_the_place_of_those_read(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    hold(database, ("risk-2", "category", ["cyber"]), ("risk-1", "category", ["health", "cyber"]))
    assert {(one[0], one[2]) for one in risks(database)} == {
        ("risk-2", "cyber"),
        ("risk-1", "cyber"),
        ("risk-1", "health"),
    }
    assert reports(database, replace(ALL, categories=("energy",))) == 0
    assert reports(database, replace(ALL, categories=("health",))) == 1
    hold(database, ("risk-2", "category", []), number=2)
    assert {one[2] for one in risks(database)} == {None}


def test_corrected_polarity_takes_opportunities_out_of_categories(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    assert reports(database, replace(ALL, categories=("energy",))) == 1
    hold(database, ("risk-2", "polarity", ["opportunity"]))
    assert {one[4] for one in risks(database) if one[0] == "risk-2"} == {False}
    assert reports(database, replace(ALL, categories=("energy",))) == 0


def test_rejected_risk_is_gone_until_that_is_undone(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    hold(database, ("risk-2", "rejected", ["yes"]))
    assert risks(database) == {("risk-1", None, None, None, True)}
    assert reports(database, replace(ALL, categories=("energy",))) == 0
    hold(database, number=2)
    assert risks(database) == READ
    assert reports(database, replace(ALL, categories=("energy",))) == 1


@pytest.mark.parametrize(
    ("basis", "mark", "is_judged"),
    [
        ("stated", "@", True),
        ("number", "@", True),
        ("hedge", "@", True),
        ("stated", SEVERAL, False),
        ("forecast_verb", "@", False),
        ("present", "@", False),
    ],
)
def test_one_likelihood_in_words_or_figures_is_a_judgement(
    database_of: DatabaseOf, basis: Basis, mark: str, is_judged: bool
) -> None:
    first, *others = FULL.contents.risks
    said = Likelihood(basis, "likely", None, None, None, first.span, f"likelihood.x{mark}1")
    contents = replace(FULL.contents, risks=(replace(first, likelihood=said), *others))
    database = database_of(replace(FULL, contents=contents))
    judged = "SELECT is_judged FROM risk_in_force JOIN risk USING (report_key, position)"
    for correction in ((), (("risk-1", "impact", ("4",)),)):
        hold(database, *correction, number=1 + len(correction))
        assert found(database, f"{judged} WHERE risk_id = 'risk-1'") == {(is_judged,)}


@pytest.mark.parametrize(("term", "is_judged"), [(("likely",), True), ((), False)])
def test_corrected_likelihood_says_whether_there_is_one(
    database_of: DatabaseOf, term: tuple[str, ...], is_judged: bool
) -> None:
    database = database_of(FULL)
    judged = "SELECT risk_id, is_judged FROM risk_in_force JOIN risk USING (report_key, position)"
    before = found(database, judged)
    hold(database, ("risk-1", "likelihood", term))
    assert found(database, judged) == {
        (risk, is_judged if risk == "risk-1" else was) for risk, was in before
    }
    hold(database, number=2)
    assert found(database, judged) == before


def test_corrected_places_of_a_risk_take_the_place_of_all(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    hold(database, ("risk-2", "place", ["KEN", "KEN"]))
    assert {one[1] for one in risks(database)} == {None, "KEN"}
    hold(database, ("risk-2", "place", []), number=2)
    assert {one[1] for one in risks(database)} == {None}


def test_corrected_places_of_a_report_are_its_primary_ones(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    hold(database, (FULL.document_id, "place", ["KEN", "SOM"]))
    assert places(database) == {("KEN", True, False), ("SOM", True, False)}
    assert reports(database, replace(ALL, countries=("MDA",), counted="mentioned")) == 0
    assert reports(database, replace(ALL, countries=("SOM",))) == 1


def _inheriting(**changes: object) -> Report:
    risk = Risk("risk-3", "Fuel", None, span("Fuel"), **changes)  # type: ignore[arg-type]
    return replace(FULL, contents=replace(FULL.contents, risks=(risk,)))


@pytest.mark.parametrize(
    ("own", "regions", "corrected", "expected"),
    [
        ((ItemPlace("MDA", inherited=True),), (), ["KEN"], {"KEN"}),
        ((ItemPlace("MDA", inherited=True),), ("sahel",), ["KEN"], {"KEN", "~sahel"}),
        ((ItemPlace("MDA", inherited=True),), (), [], {None}),
        ((ItemPlace("MDA", False, (span("Vesna"),)),), (), ["KEN"], {"MDA"}),
        ((ItemPlace("MDA", False, (span("Vesna"),)),), ("sahel",), [], {"MDA", "~sahel"}),
        ((), (), ["KEN"], {"KEN"}),
    ],
)
def test_risk_without_a_country_inherits_the_corrected_ones(
    database_of: DatabaseOf,
    own: tuple[ItemPlace, ...],
    regions: tuple[str, ...],
    corrected: list[str],
    expected: set[str | None],
) -> None:
    database = database_of(_inheriting(places=own, named_regions=regions))
    hold(database, (FULL.document_id, "place", corrected))
    assert {one[1] for one in risks(database)} == expected


def test_opportunities_and_categories_are_as_read_where_only_places_are_corrected(
    database_of: DatabaseOf,
) -> None:
    impact = Impact(4, ("Fuel",), (span("Fuel"),), "impact.noun@1")
    category = Category("energy", ("Fuel",), (span("Fuel"),), "category.words@1")
    report = _inheriting(polarity="opportunity", impact=impact, categories=(category,))
    database = database_of(report)
    hold(database, (FULL.document_id, "place", ["KEN"]))
    assert risks(database) == {("risk-3", "KEN", "energy", 4, False)}


def test_corrected_tags_take_the_place_of_those_read(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    hold(database, (FULL.document_id, "tag", ["tankers"]))
    assert tags(database) == {("tankers",)}
    assert reports(database, replace(ALL, tags=("ports",))) == 0
    assert reports(database, replace(ALL, tags=("tankers",))) == 1
    hold(database, (FULL.document_id, "tag", []), number=2)
    assert tags(database) == set()


def test_state_that_acts_in_more_than_half_of_its_mentions_is_an_actor(
    database_of: DatabaseOf,
) -> None:
    half = Place("MDA", "primary", 2, 1, 0.5, True, False, (span("Vesna"), span("Harbour")))
    more = replace(half, iso3="ROU", actor_mentions=2)
    database = database_of(replace(FULL, contents=replace(FULL.contents, places=(half, more))))
    assert {one[:1] + one[2:] for one in places(database)} >= {("MDA", False), ("ROU", True)}
    hiding = replace(ALL, hides_actors=True)
    assert reports(database, replace(hiding, countries=("ROU",))) == 0
    assert reports(database, replace(hiding, countries=("MDA",))) == 1


def events(database: Database) -> list[set[object]]:
    rows = found(database, "SELECT event, report_id FROM chosen JOIN report USING (report_key)")
    groups: dict[object, set[object]] = {}
    for event, report_id in rows:
        groups.setdefault(event, set()).add(report_id)
    return sorted(groups.values(), key=lambda one: sorted(map(str, one)))


ONE, TWO, THREE = (
    replace(
        FULL,
        report_id=f"report-{name}",
        document_id=f"document-{name}",
        content_hash=name,
        contents=replace(
            FULL.contents, head=replace(FULL.contents.head, headline=f"{name} strike in Vesna")
        ),
    )
    for name in ("one", "two", "three")
)


@pytest.mark.parametrize(
    ("corrections", "expected"),
    [
        ({"one": [], "two": [], "three": []}, [{"one"}, {"two"}, {"three"}]),
        ({"one": [], "two": [], "three": ["document-one"]}, [{"one", "three"}, {"two"}]),
        (
            {"one": ["document-two"], "two": ["document-three"], "three": []},
            [{"one", "two", "three"}],
        ),
        (
            {"one": ["document-two"], "two": ["document-one"], "three": []},
            [{"one", "two"}, {"three"}],
        ),
        (
            {"one": ["document-gone"], "two": [], "three": ["document-one"]},
            [{"one", "three"}, {"two"}],
        ),
    ],
)
def test_corrected_events_are_followed_to_the_end(
    database_of: DatabaseOf, corrections: dict[str, list[str]], expected: list[set[str]]
) -> None:
    database = database_of(ONE, TWO, THREE)
    hold(database, *((f"document-{name}", "event", value) for name, value in corrections.items()))
    named = [{f"report-{one}" for one in group} for group in expected]
    assert events(database) == sorted(named, key=sorted)
    units = replace(ALL, unit="events")
    assert chosen.totals(database, units)["events"].tolist() == [len(expected)]


def test_corrections_of_what_is_not_here_change_nothing(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    hold(
        database,
        *(("risk-gone", field, ["4"]) for field in ("impact", "category", "rejected")),
        *(("document-gone", field, ["x"]) for field in ("place", "tag", "event")),
    )
    assert risks(database) == READ


def test_place_that_no_vocabulary_of_today_knows_breaks_nothing(database_of: DatabaseOf) -> None:
    database = database_of(FULL)
    hold(database, (FULL.document_id, "place", ["XQQ", "KEN"]), ("risk-2", "place", ["XQQ", "KEN"]))
    assert {one[0] for one in places(database)} == {"KEN"}
    assert {one[1] for one in risks(database) if one[0] == "risk-2"} == {"KEN"}
    hold(database, ("risk-2", "place", ["XQQ"]), number=2)
    assert {one[1] for one in risks(database) if one[0] == "risk-2"} == {None}


def test_corrections_that_fail_once_come_into_force_the_next_time(
    database_of: DatabaseOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = database_of(FULL)

    def fail(_: object) -> None:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr("dash_intel.store.database.correct", fail)
        with pytest.raises(StoreError, match="no room"):
            found(database, "SELECT 1")
    assert found(database, "SELECT 1") == {(1,)}


def test_index_is_opened_once_however_many_ask(
    database_of: DatabaseOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = database_of(FULL)
    opened: list[SearchIndex] = []

    def slow(path: Path) -> SearchIndex:
        sleep(0.05)
        opened.append(SearchIndex(path))
        return opened[-1]

    monkeypatch.setattr("dash_intel.store.database.SearchIndex", slow)
    with ThreadPoolExecutor(4) as threads:
        given = {id(one) for one in threads.map(lambda _: database.index, range(4))}
    assert (len(opened), len(given)) == (1, 1)


def kept_by_report(database: Database) -> dict[str, set[tuple[object, ...]]]:
    """Return what the tables by report and by sentence say, without their numbers."""
    sets = (
        "SELECT report_key, category, says::VARCHAR FROM risk_of_report "
        "JOIN risk_set USING (risk_set)"
    )
    counted = (
        f"SELECT report_key, '{name}', places::VARCHAR "  # noqa: S608 - names of our own columns
        f"FROM places_of_report JOIN place_set ON {name} = place_set"
        for name in ("mentioned", "main", "mentioned_but_actors", "main_but_actors")
    )
    sentences = (
        "SELECT report_key, position, impact_level, basis, term, low, high, is_corrected, "
        "is_one_of_several FROM risk_sentence JOIN risk_reading USING (risk_reading)"
    )
    stated = (
        "SELECT report_key, position, risk_stated.place, category, impact_level, named "
        "FROM risk_stated JOIN risk_cell USING (risk_cell)"
    )
    return {
        "sets": found(database, sets),
        "places": found(database, " UNION ALL ".join(counted)),
        "areas": found(
            database,
            "SELECT places::VARCHAR, kind, code FROM area_of_set JOIN place_set USING (place_set) "
            "WHERE place_set IN (SELECT mentioned FROM places_of_report)",
        ),
        "sentences": found(database, sentences),
        "stated": found(database, stated),
        "tallies": found(database, "FROM report_tally"),
    }


CORRECTIONS = (
    ("risk-2", "impact", ["5"]),
    ("risk-2", "category", ["cyber"]),
    ("risk-2", "polarity", ["opportunity"]),
    ("risk-2", "place", ["UKR"]),
    ("risk-2", "likelihood", ["likely"]),
    ("risk-2", "likelihood", []),
    ("risk-2", "rejected", []),
    ("risk-1", "category", ["energy", "cyber"]),
    (FULL.document_id, "place", ["UKR", "ROU"]),
    (FULL.document_id, "place", []),
    ("future-1", "rejected", []),
    ("advice-1", "rejected", []),
)


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda one: f"{one[1]} {one[2]}")
def test_what_is_kept_by_report_follows_a_correction_and_its_end(
    database_of: DatabaseOf, correction: tuple[str, str, Sequence[str]]
) -> None:
    followed, fresh = database_of(FULL, OTHER), database_of(FULL, OTHER)
    read = kept_by_report(followed)
    hold(followed, correction)
    hold(fresh, correction)
    corrected = kept_by_report(followed)
    assert corrected == kept_by_report(fresh)
    assert corrected != read
    hold(followed, number=2)
    assert kept_by_report(followed) == read
