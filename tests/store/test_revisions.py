"""A text that is edited is a revision of its report; what only looks so is warned of."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from dash_intel.export import reports_jsonl
from dash_intel.model.items import Risk
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from dash_intel.parse.ids import document_id, identified
from dash_intel.pipeline import load
from dash_intel.query import overview
from dash_intel.query import report as query
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import current_build, open_build, publish
from tests.conftest import DatabaseOf
from tests.reports import report

WORDS = tuple(f"word{number}" for number in range(20))
HEAD = Head(headline="Strike", publisher="Gazette", published_on=date(2025, 6, 3))


def _text(*, changed: int) -> Report:
    """Return a report of 20 words, the last of them changed: 20 pairs, as many not in common."""
    words = [*WORDS[: 20 - changed], *(f"other{changed}{number}" for number in range(changed))]
    text = " ".join(words)
    made = report(text, source=f"{changed}.txt")
    risk = Risk("", words[0], None, Span(0, len(words[0])))
    contents = identified(Contents(head=HEAD, risks=(risk,)), document_id(made.content_hash))
    return replace(made, document_id=document_id(made.content_hash), contents=contents)


def _headed(one: Report, **changes: object) -> Report:
    head = replace(HEAD, **changes)  # type: ignore[arg-type]
    return replace(one, contents=replace(one.contents, head=head))


FIRST, EDITED, OTHER = _text(changed=0), _text(changed=4), _text(changed=5)


def test_older_revisions_are_counted_apart(database_of: DatabaseOf) -> None:
    (row,) = overview.counts(database_of(FIRST, EDITED)).to_dict("records")
    assert (row["reports"], row["superseded"]) == (1, 1)


def test_revision_shares_document_and_ids_of_items(database_of: DatabaseOf) -> None:
    database = database_of(FIRST, EDITED)
    first, edited = database.reports()
    assert first == FIRST
    assert edited.report_id == EDITED.report_id
    assert (edited.document_id, edited.revision) == (FIRST.document_id, 2)
    assert edited.contents.risks == first.contents.risks
    assert edited.parse.warnings == ()


@pytest.mark.parametrize("in_one_load", [True, False])
def test_revisions_are_numbered_in_order_of_arrival(
    database_of: DatabaseOf, in_one_load: bool
) -> None:
    arriving = [FIRST, _text(changed=1), EDITED, _text(changed=2)]
    loads = [arriving] if in_one_load else [[one] for one in arriving]
    database = [database_of(*brought) for brought in loads][-1]
    found = query.revisions(database, FIRST.report_id)
    assert found["report_id"].tolist() == [one.report_id for one in reversed(arriving)]
    assert found["revision"].tolist() == [4, 3, 2, 1]
    assert found["is_newest"].tolist() == [True, False, False, False]


def test_body_just_too_different_is_another_report_that_looks_alike(
    database_of: DatabaseOf,
) -> None:
    database = database_of(FIRST, OTHER)
    found = {one.report_id: one for one in database.reports()}
    assert [one.revision for one in found.values()] == [1, 1]
    for one, alike in ((FIRST, OTHER), (OTHER, FIRST)):
        (warning,) = found[one.report_id].parse.warnings
        assert warning.code == "looks_alike"
        assert warning.message == (
            f"It has the headline, publisher and date of {alike.report_id}, but only 75 % of its "
            "wording."
        )


@pytest.mark.parametrize(
    "change",
    [
        {"publisher": None},
        {"published_on": None},
        {"publisher": "Courier"},
        {"published_on": date(2025, 6, 4)},
    ],
)
def test_head_that_differs_is_another_report_that_looks_alike(
    database_of: DatabaseOf, change: dict[str, object]
) -> None:
    database_of(FIRST)
    database = database_of(_headed(EDITED, **change))
    for one in database.reports():
        assert one.revision == 1
        assert [warning.code for warning in one.parse.warnings] == ["looks_alike"]


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Talks", "publisher": "Courier"},
        {"headline": None},
    ],
)
def test_other_headline_or_none_is_not_compared(
    database_of: DatabaseOf, change: dict[str, object]
) -> None:
    database = database_of(_headed(FIRST, **change), EDITED)
    assert [(one.revision, one.parse.warnings) for one in database.reports()] == [(1, ())] * 2


def test_series_of_one_headline_does_not_look_alike(database_of: DatabaseOf) -> None:
    weekly = [
        _headed(_text(changed=19 - number), published_on=date(2025, 1, 1 + 7 * number))
        for number in range(4)
    ]
    far_apart = [weekly[0], _headed(FIRST, published_on=date(2025, 3, 1))]
    database = database_of(*far_apart)
    assert [one.parse.warnings for one in database.reports()] == [(), ()]


def test_same_reports_are_kept_in_any_order(tmp_path: Path) -> None:
    arriving = [FIRST, EDITED, OTHER, _headed(_text(changed=1), publisher=None)]
    kept = set()
    for number, order in enumerate(permutations(arriving)):
        if number % 4 == 0:
            directory = tmp_path / str(number)
            publish(directory, order, ())
            kept.add(frozenset(one.text for one in _reports(directory)))
    assert kept == {frozenset(one.text for one in arriving)}


def test_only_the_newest_revision_counts(database_of: DatabaseOf) -> None:
    database_of(FIRST)
    database = database_of(EDITED, OTHER)
    assert overview.counts(database)[["reports", "risks"]].to_numpy().tolist() == [[2, 2]]
    assert overview.counts(database, 1)[["reports", "risks"]].to_numpy().tolist() == [[1, 1]]
    newest = {EDITED.report_id, OTHER.report_id}
    assert set(overview.newest(database, 10)["report_id"]) == newest
    assert set(query.index(database)["report_id"]) == newest
    assert overview.publishers(database, 10)["reports"].tolist() == [2]


def test_older_revision_has_the_neighbours_of_the_newest(database_of: DatabaseOf) -> None:
    later = report("Later.", contents=Contents(head=Head(published_on=date(2025, 7, 1))))
    database = database_of(FIRST, EDITED, later)
    for one in (FIRST, EDITED):
        assert query.neighbours(database, one.report_id) == (later.report_id, None)
    assert query.neighbours(database, later.report_id) == (None, EDITED.report_id)


def test_older_text_again_stays_the_older_revision(database_of: DatabaseOf) -> None:
    database_of(FIRST, EDITED)
    database = database_of(replace(FIRST, sources=("again.txt",)))
    found = query.revisions(database, FIRST.report_id)
    assert found[["revision", "is_newest"]].to_numpy().tolist() == [[2, True], [1, False]]
    assert query.provenance(database, FIRST.report_id)["load_number"].tolist() == [1, 2]


def test_load_counts_revisions(tmp_path: Path) -> None:
    done = publish(tmp_path, [FIRST, EDITED, OTHER], ())
    assert (done.added, done.revised, done.warned) == (3, 1, 3)


@pytest.mark.parametrize("backwards", [True, False])
def test_export_of_a_load_of_an_export_is_identical_with_revisions(
    tmp_path: Path, backwards: bool
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    source = next(SAMPLE_DIRECTORY.glob("01-*.txt")).read_text(encoding="utf-8")
    lines = source.splitlines(keepends=True)
    short = "".join([*lines[:6], *lines[-3:]])
    edits = [source, f"{source}\nA line.\n", f"{source}\nMore.\n", short]
    for number, text in enumerate(reversed(edits) if backwards else edits):
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
    load([texts, SAMPLE_DIRECTORY], tmp_path / "first", jobs=1)
    exported = "".join(reports_jsonl.lines(_reports(tmp_path / "first")))
    assert '"revision":3' in exported
    (tmp_path / "export.jsonl").write_text(exported, encoding="utf-8")
    done = load([tmp_path / "export.jsonl"], tmp_path / "second", jobs=1)
    assert done.differences == ()
    assert "".join(reports_jsonl.lines(_reports(tmp_path / "second"))) == exported


def _reports(directory: Path) -> list[Report]:
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        return list(database.reports())
