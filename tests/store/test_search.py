"""The search index is part of a build: published, linked, rolled back and mended with it."""

import os
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dash_intel.errors import StoreError
from dash_intel.model.items import Tag
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from dash_intel.store import (
    Clause,
    Database,
    Segment,
    Wanted,
    current_build,
    open_build,
    publish,
    purge,
    rollback,
)
from dash_intel.store.builds import kept_builds
from dash_intel.store.search import SearchIndex
from tests.conftest import DatabaseOf
from tests.reports import report


def _found(database: Database, *clauses: Clause, **days: date) -> list[str]:
    matches = database.index.matches(Wanted(clauses, **days), 100)
    assert matches.total == len(matches.found)
    ids = database.rows("SELECT report_key, report_id FROM report").set_index("report_key")
    return [str(ids.loc[match.key, "report_id"]) for match in matches.found]


def _current(directory: Path) -> Database:
    build = current_build(directory)
    assert build is not None
    return open_build(build)


def _about(text: str, **head: object) -> Report:
    return report(text, contents=Contents(head=Head(**head)))  # type: ignore[arg-type]


PORT = _about("The port is shut.", headline="Vesna", published_on=date(2025, 1, 5))
RAIL = _about("Rail staff left the port.", headline="Rail port", published_on=date(2025, 2, 5))
COAST = _about("A Côte d’Ivoire report.", publisher="Harbour Gazette")


def test_words_in_the_title_count_more(database_of: DatabaseOf) -> None:
    assert _found(database_of(PORT, RAIL, COAST), Clause("port")) == [
        RAIL.report_id,
        PORT.report_id,
    ]


def test_words_are_found_without_case_and_accents(database_of: DatabaseOf) -> None:
    database = database_of(PORT, COAST)
    for words in ("cote", "CÔTE", "cote d ivoire", "Côte d'Ivoire"):
        assert _found(database, Clause(words)) == [COAST.report_id]


def test_words_of_a_clause_stand_side_by_side(database_of: DatabaseOf) -> None:
    database = database_of(PORT, RAIL)
    assert _found(database, Clause("rail staff")) == [RAIL.report_id]
    assert _found(database, Clause("staff rail")) == []


def test_prefix_is_found_in_one_word_and_at_the_end_of_a_phrase(database_of: DatabaseOf) -> None:
    database = database_of(PORT, RAIL)
    assert _found(database, Clause("sta", is_prefix=True)) == [RAIL.report_id]
    assert _found(database, Clause("rail sta", is_prefix=True)) == [RAIL.report_id]
    assert _found(database, Clause("sta")) == []


def test_excluded_words_alone_leave_all_others_newest_first(database_of: DatabaseOf) -> None:
    database = database_of(PORT, RAIL, COAST)
    assert _found(database, Clause("shut", is_excluded=True)) == [RAIL.report_id, COAST.report_id]


def test_fields_are_apart(database_of: DatabaseOf) -> None:
    tagged = replace(PORT, contents=Contents(tags=(Tag("labour disputes", "x", Span(0, 1)),)))
    database = database_of(tagged, COAST)
    assert _found(database, Clause("harbour gazette", "publisher")) == [COAST.report_id]
    assert _found(database, Clause("labour", "tag")) == [tagged.report_id]
    assert _found(database, Clause("harbour")) == []
    assert len(_found(database, Clause("sat", "template"))) == 2


def test_days_are_inclusive_and_leave_the_undated_out(database_of: DatabaseOf) -> None:
    database = database_of(PORT, RAIL, COAST)
    day = date(2025, 1, 5)
    assert _found(database, since=day, until=day) == [PORT.report_id]
    assert _found(database, since=day) == [RAIL.report_id, PORT.report_id]
    assert _found(database, until=date(2025, 1, 4)) == []


def test_only_the_newest_revision_is_found(tmp_path: Path) -> None:
    head = {"headline": "Strike", "publisher": "Gazette", "published_on": date(2025, 6, 3)}
    words = " ".join(f"word{number}" for number in range(40))
    first, edited = _about(f"{words} first", **head), _about(f"{words} second", **head)
    publish(tmp_path, [first], ())
    publish(tmp_path, [edited], ())
    with closing(_current(tmp_path)) as database:
        assert _found(database, Clause("word1")) == [edited.report_id]
    purge(tmp_path, edited.report_id, "wrong")
    with closing(_current(tmp_path)) as database:
        assert _found(database, Clause("word1")) == [first.report_id]


def test_old_builds_find_what_they_hold(tmp_path: Path) -> None:
    publish(tmp_path, [PORT], ())
    with closing(_current(tmp_path)) as older:
        publish(tmp_path, [RAIL], ())
        assert _found(older, Clause("port")) == [PORT.report_id]
    rollback(tmp_path)
    with closing(_current(tmp_path)) as database:
        assert _found(database, Clause("port")) == [PORT.report_id]


def test_segments_that_stay_the_same_are_linked(tmp_path: Path) -> None:
    for one in (PORT, RAIL):
        publish(tmp_path, [one], ())
    older, newer = (
        {path.name: path.stat().st_ino for path in build.index.iterdir()}
        for build in kept_builds(tmp_path)
    )
    segments = {name for name in older if "json" not in name}
    assert segments
    assert {name: newer[name] for name in segments} == {name: older[name] for name in segments}
    assert newer["meta.json"] != older["meta.json"]


def test_published_index_is_never_written_to(tmp_path: Path) -> None:
    publish(tmp_path, [PORT], ())
    (build,) = kept_builds(tmp_path)
    before = {path.name: path.read_bytes() for path in build.index.iterdir()}
    publish(tmp_path, [RAIL, COAST], ())
    assert {path.name: path.read_bytes() for path in build.index.iterdir()} == before


def test_index_that_may_not_be_written_to_is_searched(tmp_path: Path) -> None:
    publish(tmp_path, [PORT], ())
    (build,) = kept_builds(tmp_path)
    build.index.chmod(0o555)
    was = os.geteuid()
    if was == 0:
        for path in (tmp_path, *tmp_path.parents):
            if path.owner() == "root":
                path.chmod(path.stat().st_mode | 0o011)
        os.seteuid(65534)
    try:
        index = SearchIndex(build.index)
        assert index.matches(Wanted((Clause("port"),)), 10).total == 1
        index.close()
    finally:
        os.seteuid(was)
        build.index.chmod(0o755)


def test_damaged_index_says_how_to_mend_it(tmp_path: Path) -> None:
    publish(tmp_path, [PORT], ())
    (build,) = kept_builds(tmp_path)
    (build.index / "meta.json").write_text("{", encoding="utf-8")
    with closing(_current(tmp_path)) as database:
        assert database.report(PORT.report_id) == PORT
        with pytest.raises(StoreError, match="`dash-intel load --reread`"):
            _found(database, Clause("port"))
    with pytest.raises(StoreError, match="`dash-intel load --reread`"):
        publish(tmp_path, [RAIL], ())


def test_snippet_marks_what_was_looked_for_and_is_plain(database_of: DatabaseOf) -> None:
    database = database_of(PORT)
    text = "é" * 300 + ". <b>Žluť</b> closed\nthe  port &amp; quay."
    wanted = Wanted((Clause("port"), Clause("zlu", is_prefix=True), Clause("x", is_excluded=True)))
    assert "".join(one.text for one in database.index.snippet(wanted, text, 60)).count("<b>") <= 1
    assert database.index.snippet(Wanted((Clause("the port"),)), text, 60)[-4:] == (
        Segment("the", is_hit=True),
        Segment(" ", is_hit=False),
        Segment("port", is_hit=True),
        Segment(" &amp; quay", is_hit=False),
    )
    assert database.index.snippet(Wanted((Clause("sat", "template"),)), text, 60) == ()
