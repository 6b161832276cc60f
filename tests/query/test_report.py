"""One report, and those before and after it."""

from datetime import date, datetime

import pandas as pd

from dash_intel.query import report as query
from tests.conftest import DatabaseOf
from tests.reports import dated, full_report, report

JANUARY = dated(date(2025, 1, 1), "January")
FEBRUARY = dated(date(2025, 2, 1), "February")
UNDATED = dated(None, "undated")
STRANGE = report("Strange.", source="strange.txt", template="unrecognised")


def test_report_is_whole(database_of: DatabaseOf) -> None:
    full = full_report()
    assert query.report(database_of(full), full.report_id) == full


def test_texts_that_are_there_are_known(database_of: DatabaseOf) -> None:
    database = database_of(JANUARY, STRANGE)
    asked = (JANUARY.report_id, STRANGE.report_id, FEBRUARY.report_id, "'; DROP TABLE report")
    assert query.known(database, asked) == {JANUARY.report_id, STRANGE.report_id}
    assert query.known(database, ()) == frozenset()


def test_unknown_report_is_none_and_alone(database_of: DatabaseOf) -> None:
    database = database_of(JANUARY)
    assert query.report(database, "'; DROP TABLE report") is None
    assert query.neighbours(database, "'; DROP TABLE report") == (None, None)


def test_neighbours_are_newer_and_older(database_of: DatabaseOf) -> None:
    database = database_of(UNDATED, STRANGE, JANUARY, FEBRUARY)
    january, february, undated = JANUARY.report_id, FEBRUARY.report_id, UNDATED.report_id
    assert query.neighbours(database, february) == (None, january)
    assert query.neighbours(database, january) == (february, undated)
    assert query.neighbours(database, undated) == (january, None)
    assert query.neighbours(database, STRANGE.report_id) == (None, None)


def test_index_lists_all_unrecognised_last(database_of: DatabaseOf) -> None:
    database = database_of(STRANGE, UNDATED, JANUARY, FEBRUARY)
    found = query.index(database)
    assert found[["report_id", "title"]].to_numpy().tolist() == [
        [FEBRUARY.report_id, "February"],
        [JANUARY.report_id, "January"],
        [UNDATED.report_id, "undated"],
        [STRANGE.report_id, "strange.txt"],
    ]
    assert list(found["published_on"][:2]) == [datetime(2025, 2, 1), datetime(2025, 1, 1)]
    assert found["published_on"][2] is pd.NaT
