"""What was loaded, and what could not be read."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dash_intel.model.load import Difference
from dash_intel.model.problem import Problem
from dash_intel.model.report import ParseReport
from dash_intel.model.source import Rejection
from dash_intel.query import loads
from dash_intel.store import Database, current_build, open_build, publish
from tests.conftest import DatabaseOf
from tests.reports import report

EMPTY_FILE = Rejection("empty.txt", "empty", "The file is empty.")
NO_TEXT = Rejection("scan.pdf", "no_text", "The PDF has no text.")
STRANGE = report(
    "Strange – 港.",
    source="strange.txt",
    template="unrecognised",
    parse=ParseReport(warnings=(Problem("one", "First."), Problem("two", "Second."))),
)


@contextmanager
def opened(directory: Path) -> Iterator[Database]:
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        yield database


def test_loads_come_newest_first_with_what_they_brought(database_of: DatabaseOf) -> None:
    database_of(report("One."), EMPTY_FILE, NO_TEXT)
    found = loads.loads(database_of(report("One."), STRANGE))
    assert found.drop(columns="loaded_at").to_dict("records") == [
        {
            "number": 2,
            "origins": ["reports"],
            "added": 1,
            "known": 1,
            "unrecognised": 1,
            "warned": 0,
            "revised": 0,
            "rejected": 0,
        },
        {
            "number": 1,
            "origins": ["reports"],
            "added": 1,
            "known": 0,
            "unrecognised": 0,
            "warned": 0,
            "revised": 0,
            "rejected": 2,
        },
    ]
    assert str(found["loaded_at"].dt.tz) == "UTC"
    assert found["loaded_at"].is_monotonic_decreasing


def test_load_that_rejects_everything_is_listed(database_of: DatabaseOf) -> None:
    database = database_of(EMPTY_FILE)
    assert loads.loads(database)[["added", "rejected"]].to_numpy().tolist() == [[0, 1]]


def test_rejections_come_newest_load_first_then_in_order(tmp_path: Path) -> None:
    publish(tmp_path, [NO_TEXT], ("a",))
    publish(tmp_path, [NO_TEXT, EMPTY_FILE], ("b",))
    with opened(tmp_path) as database:
        found = loads.rejections(database)
    assert found.drop(columns="loaded_at").to_numpy().tolist() == [
        [2, "scan.pdf", "no_text", "The PDF has no text."],
        [2, "empty.txt", "empty", "The file is empty."],
        [1, "scan.pdf", "no_text", "The PDF has no text."],
    ]
    assert str(found["loaded_at"].dt.tz) == "UTC"


def test_of_loads_from_one_place_only_the_newest_counts(tmp_path: Path) -> None:
    publish(tmp_path, [NO_TEXT, EMPTY_FILE], ("a",))
    publish(tmp_path, [NO_TEXT], ("a", "b"))
    publish(tmp_path, [EMPTY_FILE], ("a",))
    with opened(tmp_path) as database:
        found = loads.rejections(database)
    assert found[["load_number", "source"]].to_numpy().tolist() == [
        [3, "empty.txt"],
        [2, "scan.pdf"],
    ]


def test_build_without_rejections_has_no_rows(database_of: DatabaseOf) -> None:
    assert loads.rejections(database_of()).empty


def test_unrecognised_tell_size_in_characters_and_reason(database_of: DatabaseOf) -> None:
    plain = report("Plain.", source="plain.txt", template="unrecognised")
    found = loads.unrecognised(database_of(report("Known."), STRANGE, plain))
    assert found.to_dict("records") == [
        {
            "report_id": STRANGE.report_id,
            "source": "strange.txt",
            "size": 12,
            "reason": "First. Second.",
            "load_number": 1,
        },
        {
            "report_id": plain.report_id,
            "source": "plain.txt",
            "size": 6,
            "reason": "",
            "load_number": 1,
        },
    ]


def test_differences_come_with_their_load(database_of: DatabaseOf) -> None:
    differing = Difference("a.jsonl!1", "title", 'declared "A", read "B"')
    assert loads.differences(database_of(differing)).to_numpy().tolist() == [
        [1, "a.jsonl!1", "title", 'declared "A", read "B"']
    ]
