"""Decisions beside what the reports say, through loads, revisions, rollbacks and rereadings.

``desk`` loads one real report and opens its database and ledger.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from dash_intel import ledger as ledgers
from dash_intel.ledger import Ledger, RecommendationChange, ScenarioChange
from dash_intel.model.ledger import Editing, Person, Subject
from dash_intel.pipeline import load, reread
from dash_intel.query import decisions as query
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build, purge, rollback

CLEAN = SAMPLE_DIRECTORY / "06-benin-telephone-masts.txt"
TODAY = date(2026, 1, 1)
MIRA = Person("Mira", "admin")


class Desk:
    """A database and a ledger with someone who decides."""

    def __init__(self, directory: Path, ledger: Ledger, stack: ExitStack) -> None:
        self.directory, self.ledger, self.stack = directory, ledger, stack

    @property
    def database(self) -> Database:
        build = current_build(self.directory)
        assert build is not None
        opened = self.stack.enter_context(closing(open_build(build)))
        opened.hold(self.ledger.decisions())
        return opened

    def load(self, text: str) -> None:
        folder = self.directory.parent / "reports"
        folder.mkdir(exist_ok=True)
        (folder / CLEAN.name).write_text(text, encoding="utf-8")
        load([folder / CLEAN.name], self.directory, jobs=1)

    @property
    def advice(self) -> dict[str, Any]:
        """The first recommendation of the report."""
        return cast("dict[str, Any]", query.recommendations(self.database, TODAY).iloc[0].to_dict())

    def subject(self, subject_id: str) -> Subject | None:
        return query.BuildSubjects(self.database).subject(subject_id)

    def decide(self) -> str:
        """Decide something of every kind about the report; return the id of the advice."""
        advice_id = str(self.advice["recommendation_id"])
        known = query.BuildSubjects(self.database)
        risk_id = self.database.rows("SELECT risk_id FROM risk")["risk_id"].iloc[0]
        future_id = self.database.rows("SELECT scenario_id FROM scenario")["scenario_id"].iloc[0]
        report_id = self.database.rows("SELECT report_id FROM report")["report_id"].iloc[0]
        ledgers.set_recommendation(
            self.ledger,
            known,
            Editing(MIRA, advice_id),
            RecommendationChange(status="accepted", owner="Jon", due_on=date(2025, 12, 31)),
        )
        change = ScenarioChange(horizon_on=date(2025, 12, 31), probability=0.2)
        ledgers.set_scenario(self.ledger, known, Editing(MIRA, future_id), change)
        because = Editing(MIRA, risk_id, reason="Read it.")
        ledgers.set_override(self.ledger, known, because, "impact", ("4",))
        ledgers.add_note(self.ledger, known, Editing(MIRA, report_id, note="See also June."))
        ledgers.mark_reviewed(self.ledger, known, Editing(MIRA, report_id))
        return advice_id


def _reworded(desk: Desk) -> str:
    """Return the report with its first recommendation in other words, all else as it was."""
    words = str(desk.advice["text"])
    return CLEAN.read_text(encoding="utf-8").replace(words, f"Soon: {words}")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with ExitStack() as stack:
        ledger = ledgers.open_ledger(f"sqlite:///{tmp_path / 'db' / 'ledger.sqlite'}")
        found = Desk(tmp_path / "db", stack.enter_context(closing(ledger)), stack)
        found.load(CLEAN.read_text(encoding="utf-8"))
        yield found


def test_subjects_are_found_by_id_of_any_kind(desk: Desk) -> None:
    (report,) = desk.database.reports()
    published_on = report.contents.head.published_on
    for kind, subject_id in (
        ("recommendation", report.contents.recommendations[0].recommendation_id),
        ("scenario", report.contents.scenarios[0].scenario_id),
        ("risk", report.contents.risks[0].risk_id),
        ("document", report.document_id),
    ):
        found = desk.subject(subject_id)
        assert found == Subject(subject_id, kind, report.report_id, 1, published_on)  # type: ignore[arg-type]
    of_report = desk.subject(report.report_id)
    assert of_report is not None
    assert of_report.subject_id == report.document_id


@pytest.mark.parametrize("unknown", ["", "advice-none", "'; DROP TABLE ledger.note; --"])
def test_unknown_id_is_no_subject(desk: Desk, unknown: str) -> None:
    assert desk.subject(unknown) is None


def test_undecided_recommendation_is_new(desk: Desk) -> None:
    row = desk.advice
    assert (row["status"], row["is_open"], row["revision"]) == ("new", True, 0)
    assert (row["links"], row["is_overdue"], row["is_orphaned"]) == ([], False, False)


def test_decision_stands_beside_its_sentence(desk: Desk) -> None:
    desk.decide()
    row = desk.advice
    assert (row["status"], row["owner"], row["is_overdue"]) == ("accepted", "Jon", True)
    scenario = query.scenarios(desk.database, TODAY).dropna(subset=["probability"]).iloc[0]
    assert (scenario["probability"], scenario["outcome"]) == (0.2, "due")
    (override,) = query.overrides(desk.database).to_dict("records")
    assert (override["field"], override["value"], override["is_orphaned"]) == (
        "impact",
        ["4"],
        False,
    )
    assert query.orphans(desk.database).empty


def test_loading_again_and_rereading_leave_every_decision_where_it_was(desk: Desk) -> None:
    desk.decide()
    before = query.recommendations(desk.database, TODAY)
    desk.load(CLEAN.read_text(encoding="utf-8"))
    reread(desk.directory, jobs=1)
    build = current_build(desk.directory)
    assert build is not None
    assert build.number == 3
    assert query.recommendations(desk.database, TODAY).equals(before)
    assert query.orphans(desk.database).empty


def test_revision_keeps_decisions_and_orphans_the_one_whose_sentence_is_gone(desk: Desk) -> None:
    advice_id = desk.decide()
    first_report = desk.advice["report_id"]
    desk.load(_reworded(desk))
    assert desk.advice["status"] == "new"
    listed = query.recommendations(desk.database, TODAY)
    (orphan,) = listed[listed["is_orphaned"]].to_dict("records")
    assert (orphan["recommendation_id"], orphan["owner"]) == (advice_id, "Jon")
    (gone,) = query.orphans(desk.database).to_dict("records")
    assert (gone["aspect"], gone["subject_id"]) == ("recommendation", advice_id)
    assert (gone["report_id"], gone["report_revision"]) == (first_report, 1)
    newest = gone["newest_report_id"]
    assert newest == desk.advice["report_id"] != first_report
    (note,) = desk.database.rows("SELECT * FROM ledger.note").to_dict("records")
    of_report = desk.subject(newest)
    assert of_report is not None
    assert note["subject_id"] == of_report.subject_id
    found = desk.subject(advice_id)
    assert found is not None
    assert not found.is_current


def test_rollback_brings_back_the_sentence_of_an_orphan(desk: Desk) -> None:
    desk.load(_reworded(desk))
    rollback(desk.directory)
    desk.decide()
    rollback(desk.directory, 2)
    assert len(query.orphans(desk.database)) == 1
    rollback(desk.directory, 1)
    assert query.orphans(desk.database).empty
    assert desk.advice["owner"] == "Jon"


def test_decisions_outlive_the_purge_of_their_report(desk: Desk) -> None:
    desk.decide()
    purge(desk.directory, desk.advice["report_id"], "names a source")
    assert set(query.orphans(desk.database)["aspect"]) == {
        "recommendation",
        "scenario",
        "override",
        "note",
        "review",
    }
    (row,) = query.recommendations(desk.database, TODAY).to_dict("records")
    assert (row["owner"], row["is_orphaned"], row["text"]) == ("Jon", True, None)


def test_rejected_item_is_marked(desk: Desk) -> None:
    known = query.BuildSubjects(desk.database)
    editing = Editing(MIRA, str(desk.advice["recommendation_id"]), reason="A heading.")
    ledgers.set_override(desk.ledger, known, editing, "rejected", ("yes",))
    assert desk.advice["is_rejected"]


def test_subject_of_a_scenario_knows_its_triggers(desk: Desk) -> None:
    desk.load((SAMPLE_DIRECTORY / "13-bosaso-dhow.txt").read_text(encoding="utf-8"))
    database = desk.database
    found = database.rows(
        "SELECT scenario_id, list(t.text ORDER BY t.position) AS triggers FROM scenario AS s "
        "JOIN scenario_trigger AS t ON s.report_key = t.report_key AND s.position = t.scenario "
        "GROUP BY scenario_id"
    )
    known = query.BuildSubjects(database)
    assert len(found) == 3
    for row in found.itertuples():
        subject = known.subject(str(row.scenario_id))
        assert subject is not None
        assert subject.triggers == tuple(row.triggers)
    advice = known.subject(str(desk.advice["recommendation_id"]))
    assert advice is not None
    assert advice.triggers == ()


def test_every_indicator_of_a_scenario_is_listed_once_with_its_mark(desk: Desk) -> None:
    desk.load((SAMPLE_DIRECTORY / "13-bosaso-dhow.txt").read_text(encoding="utf-8"))
    known = query.BuildSubjects(desk.database)
    marked = "an arrest in Bosaso"
    read = query.signposts(desk.database)
    scenario_id = str(read.loc[read["indicator"] == marked, "scenario_id"].iloc[0])
    editing = Editing(MIRA, scenario_id)
    added = ScenarioChange(indicators=("lamps at sea", marked))
    ledgers.set_scenario(desk.ledger, known, editing, added)
    seen = ledgers.SignpostChange("observed", date(2026, 1, 5), "Radio, 5 January")
    ledgers.set_signpost(desk.ledger, known, editing, marked, seen)
    found = query.signposts(desk.database)
    own = found[found["scenario_id"] == scenario_id]
    assert own["indicator"].tolist() == [marked, "motors for sale below cost", "lamps at sea"]
    assert own["mark"].tolist() == ["observed", "not_seen", "not_seen"]
    assert own["revision"].tolist() == [1, 1, 1]
    assert len(found) == len(read) + 1
