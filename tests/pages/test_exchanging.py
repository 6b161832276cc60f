"""Taking recommendations away and bringing them back, on the page."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import exchange
from dash_intel.export.recommendations_xlsx import workbook
from dash_intel.ledger import open_ledger
from dash_intel.query.filters import Filters
from dash_intel.store import current_build, open_build
from tests.exchange.conftest import TODAY
from tests.exchange.edited import edited, ids_of
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.test_deciding import decide_elsewhere, decided, press
from tests.pages.words import markdown, unescaped
from tests.reports import full_report

REPORT = full_report()
ADVICE = REPORT.contents.recommendations[0].recommendation_id
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def loaded(page: Page, load: LoadOutcomes, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    load(REPORT)
    return page


def taken(database: Path) -> bytes:
    build = current_build(database)
    assert build is not None
    address = f"sqlite:///{database / 'ledger.sqlite'}"
    with closing(open_build(build)) as opened:
        if (database / "ledger.sqlite").exists():
            with closing(open_ledger(address)) as ledger:
                opened.hold(ledger.decisions())
        return workbook(exchange.taken(opened, Filters(period="all"), TODAY))


def brought(page: Page, file: bytes, changes: Mapping[tuple[str, str], object]) -> AppTest:
    app = page("recommendations")
    assert not app.exception
    app.file_uploader[0].set_value(("advice.xlsx", edited(file, changes), TYPE))
    app = app.run()
    assert not app.exception
    return app


def rows(app: AppTest, column: str) -> list[list[object]]:
    return [
        list(one)
        for table in app.dataframe
        if column in table.value.columns
        for one in table.value.itertuples(index=False)
    ]


def test_looking_offers_files_and_decides_nothing(loaded: Page, database: Path) -> None:
    app = loaded("recommendations")
    assert not app.exception
    assert any(widget.label == "Period" for widget in app.selectbox)
    labels = [button.label for button in app.get("download_button")]
    assert {"Excel workbook", "CSV"} <= set(labels)
    assert "Calendar" not in labels
    assert "No open recommendation among these has a due day" in unescaped(markdown(app))
    assert decided(database).revision == 0


def test_edited_sheet_is_previewed_then_written(loaded: Page, database: Path) -> None:
    changes = {(ADVICE, "Status"): "Open – Accepted", (ADVICE, "Owner"): "Ann"}
    app = brought(loaded, taken(database), changes)
    assert [(row[2], row[4]) for row in rows(app, "In the file")] == [
        ("Status", "Open – Accepted"),
        ("Owner", "Ann"),
    ]
    assert "1 row would change something" in unescaped(markdown(app))
    assert decided(database).revision == 0
    app = press(app, "Write 1 row")
    (state,) = decided(database).recommendations
    assert (state.status, state.owner, state.last.who) == ("accepted", "Ann", "mira")
    assert "1 row written." in unescaped(markdown(app))
    assert rows(app, "In the file") == []
    assert [row[:2] for row in rows(app, "Result")] == [[2, "Written"]]
    app = press(app, "Done")
    assert "1 row written." not in unescaped(markdown(app))


def test_conflict_is_shown_and_left_unless_ticked(loaded: Page, database: Path) -> None:
    file = taken(database)
    decide_elsewhere(database, "Jon")
    app = brought(loaded, file, {(ADVICE, "Owner"): "Eva"})
    said = unescaped(markdown(app))
    assert "In the file: Owner: Jon → Eva" in said
    assert "Meanwhile: Ada, " in said
    (button,) = (one for one in app.button if one.label == "Write ticked rows")
    assert button.disabled
    assert decided(database).recommendations[0].owner == "Jon"
    next(box for box in app.checkbox if box.label == "Write the file over it").check().run()
    press(app, "Write 1 row")
    (state,) = decided(database).recommendations
    assert (state.owner, state.status) == ("Eva", "accepted")


def test_decision_between_preview_and_click_is_never_written_over(
    loaded: Page, database: Path
) -> None:
    app = brought(loaded, taken(database), {(ADVICE, "Owner"): "Eva"})
    decide_elsewhere(database, "Jon")
    app = press(app, "Write 1 row")
    assert decided(database).recommendations[0].owner == "Jon"
    ((_, result, why, _),) = rows(app, "Result")
    assert result == "Not written"
    assert "Ada changed this meanwhile" in str(why)
    assert "Download these rows" in [one.label for one in app.get("download_button")]


def test_refused_row_says_why(loaded: Page, database: Path) -> None:
    app = brought(loaded, taken(database), {(ADVICE, "Due"): "=NOW()"})
    ((number, why, _),) = rows(app, "Why")
    assert (number, "It holds a formula" in str(why)) == (2, True)
    assert not [button for button in app.button if str(button.label).startswith("Write")]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"PK\x03\x04 nonsense", "It is a ZIP file"),
        ("a.csv", b"Name\nx\n", "It has no column Revision seen and no column Id"),
        ("a.csv", b"", "It holds no text."),
    ],
)
def test_file_that_is_no_sheet_is_one_calm_sentence(
    loaded: Page, name: str, content: bytes, said: str
) -> None:
    app = loaded("recommendations")
    app.file_uploader[0].set_value((name, content, TYPE))
    app = app.run()
    assert not app.exception
    assert said in unescaped(markdown(app))


def test_viewer_takes_away_and_brings_nothing_back(
    loaded: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles.csv").write_text("mira,viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(tmp_path / "roles.csv"))
    app = loaded("recommendations")
    assert "Bringing decisions back takes the role analyst" in unescaped(markdown(app))
    assert len(app.file_uploader) == 0
    assert "Excel workbook" in [button.label for button in app.get("download_button")]


def test_ids_are_those_of_the_page(loaded: Page, database: Path) -> None:
    assert ADVICE in ids_of(taken(database))
