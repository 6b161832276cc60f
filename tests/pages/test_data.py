"""The Data page without a browser: upload, paste, look, load."""

from pathlib import Path

import pytest
import streamlit as st
from filelock import FileLock

from dash_intel.model.source import Rejection
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store.lock import LOCK
from dash_intel.ui import writing
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import footer, markdown, titles, unescaped
from tests.reports import HARBOUR, full_report, report

SAMPLE = sorted(SAMPLE_DIRECTORY.glob("*.txt"))[0]


@pytest.fixture
def loaded(page: Page, load: LoadOutcomes) -> Page:
    load(full_report())
    return page


def test_pasted_text_is_shown_before_it_is_loaded(loaded: Page) -> None:
    app = loaded("data")
    app.text_area[0].input(SAMPLE.read_text(encoding="utf-8")).run()
    assert not app.exception
    assert "Check before loading" in titles(app)
    assert "1 report read" in markdown(app)
    assert "1 report · build 1" in footer(app)


def test_pasted_text_is_loaded_by_its_button(loaded: Page) -> None:
    app = loaded("data")
    app.text_area[0].input(SAMPLE.read_text(encoding="utf-8")).run()
    next(button for button in app.button if button.label == "Load 1 report").click().run()
    assert not app.exception
    assert "Load 2 brought 1 new report." in unescaped(markdown(app))
    assert "2 reports · build 2" in footer(app)
    assert app.text_area[0].value == ""


def test_uploaded_files_are_read_and_the_bad_one_named(loaded: Page) -> None:
    app = loaded("data")
    uploads = [("good.txt", SAMPLE.read_bytes(), "text/plain"), ("bad.bin", b"\0\1\2", "")]
    app.file_uploader[0].set_value(uploads).run()
    assert not app.exception
    assert "1 report read and 1 file rejected" in markdown(app)
    assert "bad.bin" in unescaped(markdown(app))
    assert len(app.selectbox[0].options) == 1


def test_upload_with_nothing_readable_offers_no_load(loaded: Page) -> None:
    app = loaded("data")
    app.file_uploader[0].set_value([("bad.bin", b"\0\1\2", "")]).run()
    assert not app.exception
    assert [button.label for button in app.button] == ["Load the folder"]


def test_unrecognised_texts_and_rejected_files_are_listed(page: Page, load: LoadOutcomes) -> None:
    load(
        report("Strange.", source="strange.txt", template="unrecognised"),
        Rejection("gone.txt", "vanished", "The file vanished."),
    )
    app = page("data")
    assert app.dataframe[1].value["Reason"].tolist() == ["The file vanished."]
    assert unescaped(app.get("page_link")[0].proto.label) == "**strange.txt**"


def test_folder_is_offered_only_on_loopback(loaded: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    real = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda key: "192.168.0.5" if key == "server.address" else real(key)
    )
    app = loaded("data")
    assert not app.exception
    assert [button.label for button in app.button] == []
    assert "only while the app serves this machine alone" in markdown(app)


def test_text_that_no_profile_reads_can_be_loaded_all_the_same(loaded: Page) -> None:
    app = loaded("data")
    app.text_area[0].input(HARBOUR[:20]).run()
    assert "1 not recognised" in markdown(app)


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
    assert [button.label for button in app.button] == []


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "[::1]:8501", "LOCALHOST"])
def test_folder_is_offered_to_a_browser_on_this_machine(
    loaded: Page, headers: dict[str, str], host: str
) -> None:
    headers.clear()
    headers.update({"Host": host, "Origin": f"http://{host}"})
    assert [button.label for button in loaded("data").button] == ["Load the folder"]


def test_other_load_is_said_in_one_sentence_and_nothing_is_lost(
    loaded: Page, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    app = loaded("data")
    text = SAMPLE.read_text(encoding="utf-8")
    app.text_area[0].input(text).run()
    with FileLock(database / LOCK):
        next(button for button in app.button if button.label == "Load 1 report").click().run()
    assert not app.exception
    assert "wait until it is done and try again." in unescaped(markdown(app))
    assert app.text_area[0].value == text
    assert "1 report · build 1" in footer(app)
