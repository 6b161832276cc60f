"""The invented decisions of the sample: every line holds, and there is enough to look at."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from dash_intel import pipeline
from dash_intel.errors import InputError
from dash_intel.ledger import Ledger, open_ledger, remove_invented, set_recommendation
from dash_intel.ledger import RecommendationChange as Change
from dash_intel.model.ledger import Decisions, Editing, Outcome, Person, Status
from dash_intel.model.signpost import SignpostMark
from dash_intel.query.decisions import BuildSubjects
from dash_intel.settings import SAMPLE_DECISIONS, SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build

MIRA = Person("Mira", "analyst")
TODAY = datetime.now(UTC).date()
SCORED = {"occurred", "did_not_occur"}


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    return folder


@pytest.fixture(scope="module")
def build(directory: Path) -> Iterator[Database]:
    found = current_build(directory)
    assert found is not None
    with closing(open_build(found)) as database:
        yield database


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")) as opened:
        yield opened


@pytest.fixture
def decisions(directory: Path, ledger: Ledger) -> Decisions:
    assert pipeline.put_with_sample(directory, ledger, MIRA) > 300
    return ledger.decisions()


def test_every_line_finds_its_item_and_is_allowed_by_the_rules(build: Database) -> None:
    done = pipeline.sample_rehearsal(build, TODAY)
    assert done.refused == {}
    assert all(event.at < datetime.now(UTC) for event in done.events)


def test_file_says_that_it_is_invented_and_so_do_the_names_in_it() -> None:
    lines = [json.loads(line) for line in SAMPLE_DECISIONS.read_text("utf-8").splitlines()]
    assert "invented" in lines[0]["about"]
    told = [line for line in lines if "about" not in line]
    people = {line["who"] for line in told} | {line["owner"] for line in told if "owner" in line}
    assert all(name.endswith(" (invented)") for name in people)


def test_no_folder_of_reports_holds_it() -> None:
    assert SAMPLE_DIRECTORY not in SAMPLE_DECISIONS.parents


def test_everything_is_marked_as_invented_and_the_chain_is_empty(
    decisions: Decisions, ledger: Ledger
) -> None:
    held = (
        *decisions.recommendations,
        *decisions.scenarios,
        *decisions.signposts,
        *decisions.notes,
        *decisions.matrices,
    )
    assert all(one.last.is_invented for one in held)
    assert ledger.head().number == 0


def test_advice_has_every_status_and_every_kind_of_delay(decisions: Decisions) -> None:
    advice = decisions.recommendations
    assert {one.status for one in advice} == set(get_args(Status))
    still_open = [one for one in advice if one.is_open]
    days = [(one.due_on - TODAY).days for one in still_open if one.due_on]
    assert sum(day < 0 for day in days) >= 5
    assert sum(0 <= day <= 14 for day in days) >= 5
    old = datetime.now(UTC) - timedelta(days=90)
    assert sum(bool(one.status_since and one.status_since < old) for one in still_open) >= 5
    closed = [one for one in advice if one.status == "not_implemented"]
    assert {one.reason for one in closed} == {
        "rejected",
        "no_longer_applicable",
        "superseded",
        "duplicate",
        "unacceptable_action",
    }
    assert sum(one.successor_id is not None for one in advice) >= 3


def test_advice_was_closed_before_it_recurred(build: Database, decisions: Decisions) -> None:
    found = build.rows(
        "SELECT recommendation_id FROM recommendation WHERE text LIKE '%weekly cattle markets%'"
    )
    ids = set(found["recommendation_id"])
    statuses = Counter(
        one.status for one in decisions.recommendations if one.recommendation_id in ids
    )
    assert statuses["implemented"] == 1
    assert statuses["accepted"] + statuses["in_progress"] >= 2


def test_enough_scenarios_were_forecast_and_resolved_for_a_curve(decisions: Decisions) -> None:
    scored = [
        one
        for one in decisions.scenarios
        if one.outcome in SCORED
        and one.probability_at
        and one.first_resolved_at
        and one.probability_at < one.first_resolved_at
    ]
    assert len(scored) >= 35
    shares = Counter(one.outcome for one in scored)
    assert min(shares.values()) >= 10
    assert {one.outcome for one in decisions.scenarios} == {None, *get_args(Outcome)}


def test_scenarios_are_due_open_and_forecast_too_late(decisions: Decisions) -> None:
    horizons = [one.horizon_on for one in decisions.scenarios if not one.outcome]
    assert sum(day < TODAY for day in horizons if day) >= 3
    assert sum(day >= TODAY for day in horizons if day) >= 5
    assert any(
        one.probability_at and one.first_resolved_at and one.probability_at > one.first_resolved_at
        for one in decisions.scenarios
    )


def test_probabilities_of_one_report_leave_room_for_each_other(
    build: Database, decisions: Decisions
) -> None:
    reports = build.rows("SELECT scenario_id, report_key FROM scenario")
    key_of = dict(zip(reports["scenario_id"], reports["report_key"], strict=True))
    sums: Counter[int] = Counter()
    for one in decisions.scenarios:
        sums[key_of[one.scenario_id]] += round((one.probability or 0) * 100)
    assert max(sums.values()) <= 100


def test_signposts_have_all_marks_and_there_are_two_matrices(decisions: Decisions) -> None:
    assert {one.mark for one in decisions.signposts} == set(get_args(SignpostMark))
    of_report, of_question = sorted(decisions.matrices, key=lambda one: one.document_id is None)
    assert of_report.document_id is not None
    assert of_question.document_id is None
    for one in (of_report, of_question):
        assert len(one.hypotheses) >= 3
        assert len(one.evidence) >= 6


def test_they_are_put_in_once_unless_asked(directory: Path, ledger: Ledger) -> None:
    number = pipeline.put_with_sample(directory, ledger, MIRA)
    assert pipeline.put_with_sample(directory, ledger, MIRA) == 0
    assert remove_invented(ledger, MIRA) == number
    assert pipeline.put_with_sample(directory, ledger, MIRA) == 0
    assert not ledger.decisions().has_invented
    assert pipeline.put_sample_decisions(directory, ledger, MIRA) == number
    assert pipeline.put_sample_decisions(directory, ledger, MIRA) == number


def test_real_decision_on_an_invented_one_works(
    directory: Path, build: Database, ledger: Ledger
) -> None:
    pipeline.put_with_sample(directory, ledger, MIRA)
    state = next(one for one in ledger.decisions().recommendations if one.status == "in_progress")
    editing = Editing(MIRA, state.recommendation_id, state.last.revision)
    done = Change(status="implemented", evidence="Seen.", done_on=TODAY)
    event = set_recommendation(ledger, BuildSubjects(build), editing, done)
    assert (event.number, event.revision) == (1, state.last.revision + 1)


def test_viewer_who_loads_the_sample_puts_nothing_in(directory: Path, ledger: Ledger) -> None:
    assert pipeline.put_with_sample(directory, ledger, Person("Vi", "viewer")) == 0


def test_items_that_are_not_there_are_left_out(tmp_path: Path, ledger: Ledger) -> None:
    one = SAMPLE_DIRECTORY / "13-bosaso-dhow.txt"
    pipeline.load([one], tmp_path / "db", jobs=1)
    number = pipeline.put_sample_decisions(tmp_path / "db", ledger, MIRA)
    assert 5 < number < 30
    with pytest.raises(InputError, match="The sample is not loaded"):
        pipeline.put_sample_decisions(tmp_path / "none", ledger, MIRA)


def test_only_the_folder_of_the_sample_itself_brings_them(tmp_path: Path) -> None:
    assert pipeline.is_sample([tmp_path, SAMPLE_DIRECTORY])
    assert pipeline.is_sample([f"{SAMPLE_DIRECTORY}/../sample/"])
    assert not pipeline.is_sample([tmp_path, SAMPLE_DIRECTORY / "13-bosaso-dhow.txt"])
    assert not pipeline.is_sample(["-"])


def test_day_before_the_sample_is_over_gives_no_event_of_later(build: Database) -> None:
    done = pipeline.sample_rehearsal(build, date(2026, 3, 1))
    assert all(event.at.date() <= TODAY for event in done.events)
