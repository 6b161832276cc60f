"""The items of some files' reports."""

from pathlib import Path

from dash_intel.query.items import of_files
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database
from tests.conftest import DatabaseOf
from tests.sample import reports_of

BOSASO = SAMPLE_DIRECTORY / "13-bosaso-dhow.txt"


def _database(database_of: DatabaseOf, *paths: Path) -> Database:
    return database_of(*(one for path in paths for one in reports_of(path)))


def test_items_of_the_files_are_subjects_with_their_words(database_of: DatabaseOf) -> None:
    (report,) = reports_of(BOSASO)
    found = of_files(_database(database_of, BOSASO), [BOSASO.name])
    assert {one.source for one in found} == {BOSASO.name}
    (document,) = [one for one in found if one.subject.kind == "document"]
    assert (document.text, document.subject.subject_id) == ("", report.document_id)
    scenarios = [one for one in found if one.subject.kind == "scenario"]
    assert [(one.text, one.subject.triggers) for one in scenarios] == [
        (one.text, tuple(trigger.text for trigger in one.triggers))
        for one in report.contents.scenarios
    ]
    advice = [one.subject.subject_id for one in found if one.subject.kind == "recommendation"]
    assert advice == [one.recommendation_id for one in report.contents.recommendations]
    assert {str(one.subject.published_on) for one in found} == {"2025-12-04"}


def test_other_files_are_left_out(database_of: DatabaseOf) -> None:
    database = _database(database_of, BOSASO)
    assert of_files(database, []) == ()
    assert of_files(database, ["another.txt"]) == ()
