"""Reports that were chosen, kept as tables while they are asked about."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Event

import pytest

from dash_intel.errors import StoreError
from dash_intel.model.ledger import Decisions, Last, Override
from dash_intel.query import chosen
from dash_intel.query.filters import Filters
from dash_intel.query.statement import statement
from dash_intel.store import Choice, Database
from dash_intel.store.selection import MOST_KEPT
from tests.conftest import DatabaseOf
from tests.reports import dated, full_report

FIRST = date(2025, 1, 1)
COUNT = statement("totals")


def days(number: int) -> Filters:
    return Filters(period="days", since=FIRST, until=FIRST + timedelta(number))


def reports(database: Database, filters: Filters) -> int:
    return int(chosen.totals(database, filters)["reports"].iloc[0])


def kept(database: Database) -> int:
    found = database.rows(
        "SELECT count(*) AS n FROM duckdb_schemas() WHERE schema_name LIKE 's!_%' ESCAPE '!'"
    )
    return int(found["n"].iloc[0])


@pytest.fixture
def database(database_of: DatabaseOf) -> Database:
    return database_of(*(dated(FIRST + timedelta(at), f"report {at}") for at in range(40)))


def test_same_choice_is_made_once(database: Database) -> None:
    for _ in range(3):
        assert reports(database, days(9)) == 10
    assert kept(database) == 1


def test_no_more_selections_stay_than_most(database: Database) -> None:
    for number in range(MOST_KEPT + 9):
        assert reports(database, days(number)) == number + 1
        assert kept(database) <= MOST_KEPT
    assert kept(database) == MOST_KEPT


def test_selection_asked_for_again_outlives_those_asked_for_once(database: Database) -> None:
    choice = chosen.choice(database, days(0))
    for number in range(1, MOST_KEPT + 9):
        reports(database, days(0))
        reports(database, days(number))
    names = database.rows("SELECT schema_name FROM duckdb_schemas()")["schema_name"]
    assert f"s_{choice.digest((0, 0))}" in set(names)


def test_many_threads_find_what_one_finds(database: Database) -> None:
    def ask(number: int) -> tuple[int, int]:
        return number, reports(database, days(number))

    asked = [number % 31 for number in range(120)]
    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(ask, asked)) == [(number, number + 1) for number in asked]
    assert kept(database) == MOST_KEPT


def test_selection_in_use_is_not_dropped(database: Database) -> None:
    choice = chosen.choice(database, days(4))
    is_asked, may_answer = Event(), Event()

    def slow() -> int:
        with database._cursor() as cursor:
            revision = database._derive(cursor)
            with database._selections.used(cursor, choice, revision, database._found):
                is_asked.set()
                assert may_answer.wait(20)
                (row,) = cursor.execute("SELECT count(*) FROM chosen WHERE span = 0").fetchall()
                return int(row[0])

    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(slow)
        assert is_asked.wait(20)
        for number in range(5, 5 + 2 * MOST_KEPT):
            reports(database, days(number))
        may_answer.set()
        assert answer.result() == 5
    assert kept(database) == MOST_KEPT


def test_corrections_while_others_ask_are_in_force_afterwards(database_of: DatabaseOf) -> None:
    full = full_report()
    database = database_of(full)
    every = Filters(period="all", tags=("tankers",))
    start = Barrier(5)

    def ask(_: int) -> set[int]:
        start.wait()
        return {reports(database, every) for _ in range(30)}

    def decide() -> None:
        start.wait()
        for number in range(1, 31):
            database.hold(corrected(full.document_id, number, "tankers" if number % 2 else "ports"))

    with ThreadPoolExecutor(5) as threads:
        asking = threads.map(ask, range(4))
        threads.submit(decide).result()
        assert set().union(*asking) <= {0, 1}
    assert reports(database, every) == 0
    database.hold(corrected(full.document_id, 31, "tankers"))
    assert reports(database, every) == 1
    assert database.ledger_version == (0, 31)


def corrected(document_id: str, number: int, tag: str) -> Decisions:
    at = datetime(2025, 6, 4, tzinfo=UTC)
    last = Last(number, at, "Mira", None, None)
    return Decisions(number, overrides=(Override(document_id, "tag", (tag,), "", "M", at, last),))


def test_selection_that_fails_leaves_nothing_behind(database: Database) -> None:
    choice = chosen.choice(database, replace(days(2), text="report"))

    def fails(_: object) -> None:
        raise StoreError("The index is gone.")

    found, database._found = database._found, fails  # type: ignore[method-assign,assignment]
    for _ in range(2):
        with pytest.raises(StoreError):
            database.chosen_rows(choice, COUNT, {})
    assert kept(database) == 0
    database._found = found  # type: ignore[method-assign]
    assert database.chosen_rows(choice, COUNT, {})["reports"].tolist() == [3]


def test_broken_statement_leaves_nothing_behind(database: Database) -> None:
    broken = Choice((("chosen", "SELECT no_such_column FROM report"),))
    for _ in range(2):
        with pytest.raises(Exception, match="no_such_column"):
            database.chosen_rows(broken, COUNT, {})
    assert kept(database) == 0


def test_digest_tells_choices_and_revisions_apart(database: Database) -> None:
    one, other = chosen.choice(database, days(1)), chosen.choice(database, days(2))
    assert len({one.digest(0), other.digest(0), one.digest(1)}) == 3
    assert chosen.choice(database, days(1)).digest(0) == one.digest(0)
