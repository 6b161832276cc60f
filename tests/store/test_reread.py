"""Rereading keeps texts, places and history, and makes all readings anew."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from dash_intel import pipeline
from dash_intel.errors import BuildVersionError, StoreError
from dash_intel.export import reports_jsonl
from dash_intel.model.report import Report
from dash_intel.query import loads as query
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import (
    LOOKS_ALIKE,
    Database,
    Texts,
    builds,
    current_build,
    open_build,
    publish,
    reread,
)
from dash_intel.store.builds import kept_builds
from tests.reports import report
from tests.sample import TEXTS


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Give a database of the sample, loaded in two loads, with a rejection."""
    files = sorted(SAMPLE_DIRECTORY.glob("*.txt"))
    pipeline.load([*files[:5], tmp_path / "none.txt"], tmp_path / "db", jobs=1)
    pipeline.load([SAMPLE_DIRECTORY], tmp_path / "db", jobs=1)
    return tmp_path / "db"


def _of_the_first_version(directory: Path) -> None:
    """Make the current build one of the first version: one file, no later columns, no index."""
    build = kept_builds(directory)[-1]
    with closing(duckdb.connect(build.path)) as connection:
        connection.execute("UPDATE meta SET schema_version = 1")
        connection.execute("DROP INDEX report_by_key")
        for table, column in (
            ("report", "is_newest"),
            ("report", "superseded_in"),
            ("report", "bytes_hash"),
            ("source", "load_number"),
            ("source", "bytes_hash"),
            ("load", "revised"),
            ("load", "program_version"),
            ("meta", "built_on"),
            ("brief_section", "sentiment_span_start"),
            ("brief_section", "sentiment_span_end"),
            ("brief_section", "policy_span_start"),
            ("brief_section", "policy_span_end"),
        ):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    build.path.rename(directory / "build-000009.duckdb")
    (directory / "current").write_text("build-000009.duckdb\n", encoding="ascii")


def _export(directory: Path) -> str:
    with closing(_opened(directory)) as database:
        return "".join(reports_jsonl.lines(database.reports()))


def _opened(directory: Path) -> Database:
    build = current_build(directory)
    assert build is not None
    return open_build(build)


def test_build_of_the_first_version_is_read_anew(directory: Path) -> None:
    before = _export(directory)
    _of_the_first_version(directory)
    with pytest.raises(BuildVersionError, match="--reread"):
        _opened(directory)
    done = pipeline.reread(directory, jobs=1)
    assert (done.number, done.reports, done.changed) == (10, TEXTS, ())
    assert _export(directory) == before
    with closing(_opened(directory)) as database:
        history = query.loads(database)
        assert len(query.rejections(database)) == 1
    assert history[["number", "added", "rejected"]].to_numpy().tolist() == [
        [2, TEXTS - 5, 0],
        [1, 5, 1],
    ]
    assert history["origins"][0] == [str(SAMPLE_DIRECTORY)]
    pipeline.load([SAMPLE_DIRECTORY], directory, jobs=1)
    assert _export(directory) == before


def test_workers_change_nothing_in_what_is_reread(directory: Path, tmp_path: Path) -> None:
    before = _export(directory)
    assert pipeline.reread(directory, jobs=2).changed == ()
    assert _export(directory) == before


def test_what_is_read_otherwise_is_named(directory: Path) -> None:
    def read(runs: tuple[Texts, ...]) -> Iterator[Report]:
        for number, one in enumerate(_stored(directory)):
            parsed = _as_parsed(one)
            yield parsed if number else replace(parsed, language="fr", contents=_without_tags(one))

    first = _stored(directory)[0].report_id
    done = reread(directory, read)
    assert [(one.report_id, one.parts) for one in done.changed] == [(first, ("report", "tag"))]


def test_reading_that_fails_leaves_the_last_build(directory: Path) -> None:
    before = builds(directory)

    def read(runs: tuple[Texts, ...]) -> Iterator[Report]:
        yield report("Another text.")

    with pytest.raises(StoreError, match="is not what it was"):
        reread(directory, read)
    assert builds(directory) == before


def test_build_of_a_newer_version_is_left_alone(directory: Path) -> None:
    with closing(duckdb.connect(kept_builds(directory)[-1].path)) as connection:
        connection.execute("UPDATE meta SET schema_version = 999")
    with pytest.raises(BuildVersionError, match="newer version"):
        pipeline.reread(directory, jobs=1)


def test_nothing_to_reread_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no database"):
        pipeline.reread(tmp_path, jobs=1)


def test_empty_database_is_reread(tmp_path: Path) -> None:
    publish(tmp_path, [], ("nothing",))
    assert pipeline.reread(tmp_path, jobs=1).reports == 0


def _stored(directory: Path) -> list[Report]:
    with closing(_opened(directory)) as database:
        ids = database.rows("SELECT report_id FROM report")["report_id"].tolist()
        return list(database.reports(ids))


def _as_parsed(one: Report) -> Report:
    """Return ``one`` without the warnings that the store adds."""
    own = tuple(warning for warning in one.parse.warnings if warning.code != LOOKS_ALIKE)
    return replace(one, parse=replace(one.parse, warnings=own))


def _without_tags(one: Report) -> object:
    return replace(one.contents, tags=())
