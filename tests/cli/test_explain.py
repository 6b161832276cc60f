"""``explain`` on the command line, and what own words change."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, Run, process


def _report_id(run: Run) -> str:
    return str(json.loads(run("export", "reports").out.splitlines()[0])["report_id"])


def test_every_reading_is_told_with_words_place_and_rule(run: Run) -> None:
    run("load", CLEAN)
    done = run("explain", _report_id(run))
    assert (done.status, done.err) == (0, "")
    assert "read as " in done.out
    assert "Somalia: primary" in done.out
    assert "[place.country@1" in done.out
    assert "risk-" in done.out


def test_json_gives_an_object_a_reading_whose_words_stand_at_its_spans(run: Run) -> None:
    run("load", CLEAN)
    text = json.loads(run("export", "reports").out.splitlines()[0])["text"]
    found = [
        json.loads(line) for line in run("explain", _report_id(run), "--json").out.splitlines()
    ]
    assert found
    for reading in found:
        assert reading["words"] == [text[start:end] for start, end in reading["spans"]]


def test_correction_is_told_with_what_was_read_until_it_is_undone(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    run("load", CLEAN)
    exported, report_id = run("export", "reports").out, _report_id(run)
    before = run("explain", report_id, "--json").out
    assert {json.loads(line)["correction"] for line in before.splitlines()} == {None}
    risk_id = json.loads(exported.splitlines()[0])["risks"][0]["risk_id"]
    run("override", "set", risk_id, "impact", "5", "--reason", "The only port")
    (found,) = [
        one
        for one in map(json.loads, run("explain", report_id, "--json").out.splitlines())
        if one["correction"]
    ]
    assert (found["item_id"], found["subject"]) == (risk_id, "Impact")
    assert found["correction"]["who"] == "mira"
    assert found["correction"]["reason"] == "The only port"
    assert found["correction"]["at"].endswith("Z")
    assert f"Impact: {found['value']} · Corrected by mira, " in run("explain", report_id).out
    assert run("export", "reports").out == exported
    run("override", "undo", risk_id, "impact")
    assert run("explain", report_id, "--json").out == before


def test_unknown_report_is_said_with_a_way_on(run: Run) -> None:
    run("load", CLEAN)
    done = run("explain", "report-none")
    assert (done.status, done.out) == (2, "")
    assert "There is no report report-none" in done.err


def test_own_words_make_reports_outdated_until_they_are_read_again(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("load", CLEAN)
    own = tmp_path / "own"
    own.mkdir()
    header = "alias,name,family,match,describes_scenarios\n"
    (own / "techniques.csv").write_text(
        f"{header}Tide Table Analysis,Tide Table Analysis,Foresight,exact,no\n", encoding="utf-8"
    )
    monkeypatch.setenv("DASH_INTEL_VOCAB", str(own))
    told = _told("builds")
    assert "1 report was read with other words or rules" in told
    assert "`dash-intel load --reread`" in told
    assert "1 text read again" in _told("load", "--reread")
    assert "other words" not in _told("builds")


def test_broken_own_words_stop_a_load_and_change_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "tags.csv").write_text("key,label\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_VOCAB", str(own))
    told = _told("load", CLEAN)
    assert f"{own / 'tags.csv'}:1: the columns must be" in told
    assert "load reports with" in run("builds").err


def _told(*arguments: object) -> str:
    out, err = process(*arguments).communicate(timeout=120)
    return out + err
