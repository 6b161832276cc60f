"""Deciding on the Report page, and what the Data and Audit pages show of it."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel.ledger import (
    RecommendationChange,
    ViewDraft,
    open_ledger,
    save_view,
    set_recommendation,
)
from dash_intel.model.ledger import Decisions, Editing, Person
from dash_intel.query.decisions import BuildSubjects
from dash_intel.store import current_build, open_build, publish
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, unescaped
from tests.reports import full_report

REPORT = full_report()
ADVICE = REPORT.contents.recommendations[0].recommendation_id
RISK = REPORT.contents.risks[0].risk_id


@pytest.fixture
def loaded(page: Page, load: LoadOutcomes, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    load(REPORT)
    return page


def opened(page: Page, item: str = ADVICE) -> AppTest:
    app = page("report", report=REPORT.report_id, item=item)
    assert not app.exception
    return app


def field(app: AppTest, label: str) -> object:
    kinds = (app.selectbox, app.text_input, app.text_area, app.date_input)
    return next(one for kind in kinds for one in kind if one.label == label)


def fill(app: AppTest, label: str, value: object) -> None:
    field(app, label).set_value(value)  # type: ignore[attr-defined]


def press(app: AppTest, label: str) -> AppTest:
    pressed = next(button for button in app.button if button.label == label).click().run()
    assert not pressed.exception
    return pressed


def decided(database: Path) -> Decisions:
    with closing(open_ledger(f"sqlite:///{database / 'ledger.sqlite'}")) as ledger:
        return ledger.decisions()


def decide_elsewhere(database: Path, owner: str) -> None:
    build = current_build(database)
    assert build is not None
    address = f"sqlite:///{database / 'ledger.sqlite'}"
    with closing(open_ledger(address)) as ledger, closing(open_build(build)) as opened_build:
        editing = Editing(Person("Ada", "analyst"), ADVICE, note="I see to it.")
        change = RecommendationChange(status="accepted", owner=owner)
        set_recommendation(ledger, BuildSubjects(opened_build), editing, change)


def corrected_readings(app: AppTest) -> list[dict[str, Any]]:
    view = json.loads(app.get("bidi_component")[0].proto.json)["view"]
    return [
        reading
        for section in view["sections"]
        for group in section["groups"]
        for item in group["items"]
        for reading in item["readings"]
        if reading["is_corrected"]
    ]


def history(app: AppTest) -> list[list[object]]:
    return [list(row) for row in app.dataframe[-1].value.itertuples(index=False)]


def test_looking_decides_nothing(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    assert "Nothing was decided about this yet" in unescaped(markdown(app))
    assert decided(database) == Decisions()


def test_status_is_set_and_stands_in_the_history(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    fill(app, "Status", "accepted")
    fill(app, "Owner", "Jon")
    fill(app, "Note", "Agreed.")
    app = press(app, "Save")
    (state,) = decided(database).recommendations
    assert (state.recommendation_id, state.status, state.owner) == (ADVICE, "accepted", "Jon")
    (row,) = history(app)
    assert row[1:] == [
        "mira",
        "Recommendation changed",
        "Status: – → Open – Accepted; Owner: – → Jon",
        "Agreed.",
    ]
    assert field(app, "Owner").value == "Jon"  # type: ignore[attr-defined]


def test_refusal_is_said_and_what_was_typed_stays(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    fill(app, "Status", "accepted")
    fill(app, "Evidence", "Minutes.")
    app = press(app, "Save")
    assert "“Open – Accepted” needs an owner." in unescaped(markdown(app))
    assert field(app, "Evidence").value == "Minutes."  # type: ignore[attr-defined]
    assert decided(database).revision == 0


def test_second_of_two_is_shown_the_first_and_asked(loaded: Page, database: Path) -> None:
    first, second = opened(loaded), opened(loaded)
    fill(first, "Owner", "Jon")
    press(first, "Save")
    fill(second, "Owner", "Eva")
    second = press(second, "Save")
    said = unescaped(markdown(second))
    assert "Somebody else changed this meanwhile. Yours is not written" in said
    assert "Owner: – → Jon" in said
    assert decided(database).recommendations[0].owner == "Jon"
    assert field(second, "Owner").value == "Eva"  # type: ignore[attr-defined]
    second = press(second, "Save over it")
    assert decided(database).recommendations[0].owner == "Eva"
    assert "Somebody else" not in markdown(second)


def test_second_may_keep_what_the_first_did(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    decide_elsewhere(database, "Jon")
    fill(app, "Owner", "Eva")
    app = press(press(app, "Save"), "Keep theirs")
    assert "Somebody else" not in markdown(app)
    assert field(app, "Owner").value == "Jon"  # type: ignore[attr-defined]
    assert decided(database).revision == 1


def test_field_that_the_second_left_alone_stays_as_the_first_set_it(
    loaded: Page, database: Path
) -> None:
    app = opened(loaded)
    decide_elsewhere(database, "Jon")
    fill(app, "Priority", "critical")
    press(press(app, "Save"), "Save over it")
    (state,) = decided(database).recommendations
    assert (state.status, state.owner, state.priority) == ("accepted", "Jon", "critical")


def test_reading_is_corrected_listed_and_undone(loaded: Page, database: Path) -> None:
    app = opened(loaded, RISK)
    fill(app, "Reading", "impact")
    app = app.run()
    fill(app, "What it should say", "4")
    app = press(app, "Correct it")
    assert "A correction needs a reason." in unescaped(markdown(app))
    fill(app, "Reason", "The port is the only one.")
    app = press(app, "Correct it")
    (override,) = decided(database).overrides
    assert (override.subject_id, override.field, override.value) == (RISK, "impact", ("4",))
    listed = loaded("data")
    assert not listed.exception
    (row,) = [
        list(one)
        for table in listed.dataframe
        if "Corrected to" in table.value.columns
        for one in table.value.itertuples(index=False)
    ]
    assert row[1:5] == [
        "Impact",
        "Significant (4 of 5)",
        "The port is the only one.",
        "mira",
    ]
    app = opened(loaded, RISK)
    fill(app, "Reading", "impact")
    press(app.run(), "Undo the correction")
    assert decided(database).overrides == ()


def test_reading_is_not_corrected_to_what_nobody_chose(loaded: Page, database: Path) -> None:
    app = opened(loaded, RISK)
    fill(app, "Reading", "impact")
    app = app.run()
    fill(app, "Reason", "The port is the only one.")
    app = press(app, "Correct it")
    assert "Choose what the reading should say." in unescaped(markdown(app))
    assert decided(database).overrides == ()


def test_report_shows_the_correction_until_it_is_undone(loaded: Page) -> None:
    app = opened(loaded, RISK)
    fill(app, "Reading", "impact")
    app = app.run()
    fill(app, "What it should say", "4")
    fill(app, "Reason", "The port is the only one.")
    app = press(app, "Correct it")
    (impact,) = corrected_readings(app)
    assert (impact["label"], impact["text"]) == ("Impact", "Significant (4 of 5)")
    assert "mira" in impact["notes"][0]
    assert "The port is the only one. · Read as: Not stated" in impact["notes"][0]
    app = opened(loaded, RISK)
    fill(app, "Reading", "impact")
    app = press(app.run(), "Undo the correction")
    assert corrected_readings(app) == []


def test_report_is_shown_and_says_so_where_corrections_cannot_be(
    loaded: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_LEDGER", "nonsense://x")
    said = unescaped(markdown(opened(loaded)))
    assert "Corrections cannot be shown. " in said


def test_note_is_added_and_its_field_emptied(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    fill(app, "Note", "")
    app.text_area[0].set_value("See also *June*.")
    app = press(app, "Add the note")
    (note,) = decided(database).notes
    assert (note.subject_id, note.text, note.who) == (ADVICE, "See also *June*.", "mira")
    assert app.text_area[0].value == ""
    assert history(app)[0][2] == "Note added"


def test_viewer_reads_and_decides_nothing(
    loaded: Page, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide_elsewhere(database, "Jon")
    (tmp_path / "roles.csv").write_text("mira,viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(tmp_path / "roles.csv"))
    app = opened(loaded)
    assert "deciding takes the role analyst" in unescaped(markdown(app))
    assert "Save" not in [button.label for button in app.button]
    assert len(history(app)) == 1


def test_orphans_are_listed(loaded: Page, database: Path) -> None:
    decide_elsewhere(database, "Jon")
    app = loaded("data")
    assert "None: every decision is about a sentence that is there" in unescaped(markdown(app))
    build = current_build(database)
    assert build is not None
    other = database.parent / "other"
    publish(other, [], ())
    (database / "current").write_text((other / "current").read_text(encoding="utf-8"))
    (other / "build-000001").rename(database / "build-000009")
    (database / "current").write_text("build-000009\n", encoding="utf-8")
    app = loaded("data")
    assert not app.exception
    rows = [
        list(one)
        for table in app.dataframe
        if "Last seen in" in table.value.columns
        for one in table.value.itertuples(index=False)
    ]
    assert [row[:3] for row in rows] == [["Status", ADVICE, REPORT.report_id]]


def test_audit_lists_and_filters(loaded: Page, database: Path) -> None:
    decide_elsewhere(database, "Jon")
    app = opened(loaded)
    fill(app, "Owner", "Eva")
    press(app, "Save")
    audit = loaded("audit")
    assert not audit.exception
    assert "2 of 2 events" in unescaped(markdown(audit))
    fill(audit, "Who", "Ada")
    audit = audit.run()
    ((number, _, who, what, about, changed),) = history(audit)
    assert (number, who, what, about) == (1, "Ada", "Recommendation changed", ADVICE)
    assert changed == "Status: – → Open – Accepted; Owner: – → Jon; I see to it."
    fill(audit, "About, or words", "nowhere")
    assert "0 of 2 events" in unescaped(markdown(audit.run()))


def test_audit_hides_others_private_views(
    loaded: Page, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nobody has decided anything yet" in unescaped(markdown(loaded("audit")))
    with closing(open_ledger(f"sqlite:///{database / 'ledger.sqlite'}")) as ledger:
        save_view(ledger, Person("Ada", "analyst"), ViewDraft("Mine", "trends"))
        save_view(ledger, Person("Ada", "analyst"), ViewDraft("Other", "trends"))
    assert "2 of 2 events" in unescaped(markdown(loaded("audit")))
    (tmp_path / "roles.csv").write_text("mira,analyst\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(tmp_path / "roles.csv"))
    assert "0 of 0 events" in unescaped(markdown(loaded("audit")))
