"""Whatever loads bring reports in whatever order, their groups are those of the whole."""

import random
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from dash_intel.model.report import Report
from dash_intel.store import current_build, open_build, publish, purge, reread
from dash_intel.store.duck import attach_file
from tests.store.advised import advising, telling

VERBS = ("Expand", "Reduce", "Do not expand", "Review", "Fund", "Lift", "Impose")
OBJECTS = (
    "coast guard patrols",
    "night patrols by the coast guard",
    "sanctions on fuel imports",
    "border radio posts",
    "shared imagery of fords and roads",
    "training of customs officers at ports",
)
PLACES = ("Mali", "Peru", "")
TAILS = ("", " within 30 days", " before the first rains", " at night", " with unions and shippers")
STORIES = (
    ("Dockers close the port of Vesna", "Dockers shut the fuel berth over unpaid wages."),
    ("Port of Vesna closed by dockers", "A walk-out of dockers shut the fuel berth."),
    ("Drones halt the airport of Vesna", "Two drones stopped flights at the airport."),
    ("Airport of Vesna halted by drones", "Flights were stopped after two drones were seen."),
)
TABLES = ("advice_wording", "advice_stem", "advice_pair", "advice_member", "advice_opposed")
EVENT_TABLES = ("event_stem", "event_pair", "event_member")


def _reports(number: int, seed: int) -> list[Report]:
    chance = random.Random(seed)  # noqa: S311
    made = []
    for at in range(number):
        advice = []
        for _ in range(3):
            place = chance.choice(PLACES)
            told = f"{chance.choice(VERBS)} {chance.choice(OBJECTS)}{chance.choice(TAILS)}"
            advice.append(f"{told} in {place}." if place else f"{told}.")
        made.append(
            advising(
                *dict.fromkeys(advice),
                names=(("Mali", "MLI"), ("Peru", "PER")),
                about=chance.choice(("MLI", None)),
                title=f"Advice {at}",
            )
        )
        headline, bluf = chance.choice(STORIES)
        day = date(2025, 6, 1) + timedelta(days=chance.randrange(12))
        country = chance.choice(("MDA", "ROU"))
        made.append(telling(headline, bluf, day, country, publisher=f"Paper {at}"))
    return made


def _groups(directory: Path) -> dict[str, list[tuple[object, ...]]]:
    build = current_build(directory)
    assert build is not None
    with closing(attach_file(build.path)) as connection:
        connection.execute("USE build")
        return {
            table: sorted(connection.execute(f"FROM {table}").fetchall(), key=repr)
            for table in (*TABLES, *EVENT_TABLES)
        }


def _loaded(directory: Path, *loads: Sequence[Report]) -> dict[str, list[tuple[object, ...]]]:
    for load in loads:
        publish(directory, load, ("reports",))
    return _groups(directory)


@pytest.mark.parametrize("seed", range(6))
def test_groups_of_several_loads_in_any_order_are_those_of_one(tmp_path: Path, seed: int) -> None:
    reports = _reports(25, seed)
    whole = _loaded(tmp_path / "whole", reports)
    assert all(whole[table] for table in (*TABLES, *EVENT_TABLES))
    random.Random(seed).shuffle(reports)  # noqa: S311
    parts = [reports[:7], reports[7:30], reports[30:31], reports[31:]]
    assert _loaded(tmp_path / "parts", *parts) == whole


def test_groups_after_a_purge_are_those_of_the_rest(tmp_path: Path) -> None:
    reports = _reports(12, 1)
    publish(tmp_path / "purged", reports, ("reports",))
    purge(tmp_path / "purged", reports[0].report_id, "a test")
    purge(tmp_path / "purged", reports[1].report_id, "a test")
    assert _groups(tmp_path / "purged") == _loaded(tmp_path / "rest", reports[2:])


def test_rereading_makes_the_same_groups(tmp_path: Path) -> None:
    reports = _reports(8, 2)
    before = _loaded(tmp_path, reports[:5], reports[5:])
    by_id = {one.text: one for one in reports}

    def read(runs):  # type: ignore[no-untyped-def]
        from dash_intel.store import texts  # noqa: PLC0415

        return (by_id[source.text] for run in runs for source in texts(run))

    reread(tmp_path, read)
    assert _groups(tmp_path) == before


def test_no_word_of_a_report_stands_in_the_tables_of_groups(tmp_path: Path) -> None:
    _loaded(tmp_path, _reports(3, 3))
    build = current_build(tmp_path)
    assert build is not None
    with closing(open_build(build)) as database:
        kinds = database.rows(
            "SELECT DISTINCT table_name, column_name FROM duckdb_columns() "
            "WHERE data_type LIKE 'VARCHAR%' AND (table_name LIKE 'advice_%' "
            "OR table_name LIKE 'event_%') AND table_name NOT IN ('advice_group', "
            "'advice_conflict')"
        )
    assert list(kinds.itertuples(index=False, name=None)) == [("event_wording", "countries")]
