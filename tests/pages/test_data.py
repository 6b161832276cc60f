"""The Data page without a browser: upload, paste, look, load."""

from pathlib import Path

import pytest
import streamlit as st
from filelock import FileLock
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from dash_intel import pipeline
from dash_intel.model.source import Rejection
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store.lock import LOCK
from dash_intel.ui import writing
from dash_intel.ui.adding import WAYS
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import footer, markdown, titles, unescaped
from tests.reports import HARBOUR, full_report, report

SAMPLE = sorted(SAMPLE_DIRECTORY.glob("*.txt"))[0]


def pasted(app: AppTest, text: str) -> AppTest:
    """Paste ``text`` and press Preview."""
    app.text_area[0].input(text)
    return button(app, "Preview").click().run()


def button(app: AppTest, label: str) -> Button:
    return next(one for one in app.button if one.label == label)


@pytest.fixture
def loaded(page: Page, load: LoadOutcomes) -> Page:
    load(full_report())
    return page


def test_pasted_text_is_shown_before_it_is_loaded(loaded: Page) -> None:
    app = pasted(loaded("data"), SAMPLE.read_text(encoding="utf-8"))
    assert not app.exception
    assert "Check before loading" in titles(app)
    assert "1 new report" in markdown(app)
    assert "1 report · build 1" in footer(app)


def test_pasted_text_is_loaded_by_its_button(loaded: Page) -> None:
    app = pasted(loaded("data"), SAMPLE.read_text(encoding="utf-8"))
    button(app, "Load 1 new report").click().run()
    assert not app.exception
    assert "Load 2 brought 1 new report." in unescaped(markdown(app))
    assert "2 reports · build 2" in footer(app)
    assert app.text_area[0].value == ""


def test_uploaded_files_are_read_and_the_bad_one_named(loaded: Page) -> None:
    app = loaded("data")
    uploads = [("good.txt", SAMPLE.read_bytes(), "text/plain"), ("bad.bin", b"\0\1\2", "")]
    app.file_uploader[0].set_value(uploads).run()
    assert not app.exception
    assert "1 new report and 1 file rejected" in markdown(app)
    assert "bad.bin" in unescaped(markdown(app))
    assert len(app.selectbox[0].options) == 1


def test_upload_with_nothing_readable_offers_no_load(loaded: Page) -> None:
    app = loaded("data")
    app.file_uploader[0].set_value([("bad.bin", b"\0\1\2", "")]).run()
    assert not app.exception
    assert [one.label for one in app.button] == ["Preview", "Load the folder"]


def test_unrecognised_texts_and_rejected_files_are_listed(page: Page, load: LoadOutcomes) -> None:
    load(
        report("Strange.", source="strange.txt", template="unrecognised"),
        Rejection("gone.txt", "vanished", "The file vanished."),
    )
    app = page("data")
    assert app.dataframe[1].value["Reason"].tolist() == ["The file vanished."]
    assert unescaped(app.get("page_link")[-1].proto.label) == "**strange.txt**"


def test_folder_is_offered_only_on_loopback(loaded: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    real = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda key: "192.168.0.5" if key == "server.address" else real(key)
    )
    app = loaded("data")
    assert not app.exception
    assert [one.label for one in app.button] == ["Preview"]
    assert "only while the app serves this machine alone" in markdown(app)


def test_text_that_no_profile_reads_can_be_loaded_all_the_same(loaded: Page) -> None:
    app = pasted(loaded("data"), HARBOUR[:20])
    assert "No new report and 1 not recognised" in markdown(app)
    button(app, "Load 1 not recognised").click().run()
    assert "Load 2 brought no new report and 1 not recognised." in unescaped(markdown(app))


def test_text_that_is_there_is_said_to_be_already_loaded(loaded: Page) -> None:
    app = pasted(loaded("data"), HARBOUR)
    assert "No new report and 1 already loaded" in markdown(app)
    assert (
        app.selectbox[0]
        .options[0]
        .startswith("Dockers' strike closes the port of Vesna · already loaded")
    )
    button(app, "Load again (1 already loaded)").click().run()
    assert "Load 2 brought no new report and 1 already loaded." in unescaped(markdown(app))


def test_folder_that_is_loaded_again_is_counted_once(
    page: Page, database: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "one.txt").write_bytes(SAMPLE.read_bytes())
    for _ in range(2):
        pipeline.load([folder], database, jobs=1)
    app = page("data")
    assert titles(app)[0] == "1 report from 2 loads; 1 file could not be read"
    assert app.dataframe[1].value["File"].tolist() == ["empty.txt"]


@pytest.mark.parametrize("chosen", WAYS)
def test_tab_stays_open_after_a_load(loaded: Page, chosen: str, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(SAMPLE.read_bytes())
    app = loaded("data")
    app.session_state["adding"] = chosen
    app.run()
    app.text_input[0].input(str(tmp_path))
    button(app, "Load the folder").click().run()
    assert "Load 2 brought 1 new report" in unescaped(markdown(app))
    assert app.session_state["adding"] == chosen


@pytest.mark.parametrize(
    "sent",
    [
        {"Host": "intel.example.org"},
        {"Host": "localhost.example.org"},
        {"Host": "127.0.0.1:8501", "Origin": "https://intel.example.org"},
        {"Host": "127.0.0.1:8501", "X-Forwarded-For": "10.0.0.7"},
        {"Host": "[broken"},
        {},
    ],
)
def test_folder_is_not_offered_behind_a_proxy(
    loaded: Page, headers: dict[str, str], sent: dict[str, str]
) -> None:
    headers.clear()
    headers.update(sent)
    app = loaded("data")
    assert not app.exception
    assert [one.label for one in app.button] == ["Preview"]


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "[::1]:8501", "LOCALHOST"])
def test_folder_is_offered_to_a_browser_on_this_machine(
    loaded: Page, headers: dict[str, str], host: str
) -> None:
    headers.clear()
    headers.update({"Host": host, "Origin": f"http://{host}"})
    assert [one.label for one in loaded("data").button] == ["Preview", "Load the folder"]


def test_other_load_is_said_in_one_sentence_and_nothing_is_lost(
    loaded: Page, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    app = loaded("data")
    text = SAMPLE.read_text(encoding="utf-8")
    pasted(app, text)
    with FileLock(database / LOCK):
        button(app, "Load 1 new report").click().run()
    assert not app.exception
    assert "wait until it is done and try again." in unescaped(markdown(app))
    assert app.text_area[0].value == text
    assert "1 report · build 1" in footer(app)
