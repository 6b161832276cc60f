"""Revisions of a report on its page, and reports that look alike."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.edited import ALIKE, EDITED, FIRST, headed
from tests.pages.hostile import ATTACK
from tests.pages.words import markdown, titles, unescaped


@pytest.fixture
def edited(page: Page, load: LoadOutcomes) -> Page:
    load(FIRST)
    load(EDITED)
    return page


def links(app: AppTest) -> dict[str, str]:
    return {link.proto.label: link.proto.query_string for link in app.get("page_link")}


def changed(app: AppTest) -> str:
    return next(box.label for box in app.expander if box.label.startswith("What changed"))


def test_newest_revision_says_so_and_what_changed(edited: Page) -> None:
    app = edited("report")
    assert not app.exception
    assert "Revision 2 of 2, loaded on " in markdown(app)
    assert changed(app) == "What changed since revision 1: 1 passage edited and 1 added"
    assert [part.value for part in app.text] == [
        "Fuel runs short inland.",
        "Fuel and bread run short inland.",
        "Talks resume.",
    ]
    assert markdown(app).count("removed]") == 1
    assert markdown(app).count("added]") == 2


def test_other_revision_is_linked_and_can_be_opened(edited: Page) -> None:
    assert FIRST.report_id in links(edited("report"))["Revision 1"]
    app = edited("report", report=FIRST.report_id)
    assert not app.exception
    assert "Revision 1 of 2, loaded on " in markdown(app)
    assert EDITED.report_id in links(app)["Revision 2, the newest"]
    assert not app.expander
    assert app.selectbox[0].value == EDITED.report_id


def test_report_that_was_never_edited_says_nothing_of_revisions(
    page: Page, load: LoadOutcomes
) -> None:
    load(FIRST)
    app = page("report")
    assert "Revision" not in markdown(app)
    assert not app.expander


def test_report_that_looks_alike_is_linked(page: Page, load: LoadOutcomes) -> None:
    load(FIRST, ALIKE)
    app = page("report", report=FIRST.report_id)
    assert "orange-badge[Looks alike]" in markdown(app)
    linked = {unescaped(label): query for label, query in links(app).items()}
    assert ALIKE.report_id in linked["2025-06-03 · Courier · Strike"]


def test_words_of_a_change_are_text(page: Page, load: LoadOutcomes) -> None:
    load(FIRST, headed(f"{FIRST.text}\n{ATTACK}", "attack.txt"))
    app = page("report")
    assert not app.exception
    assert "onerror" not in markdown(app)
    assert any("<img src=x" in part.value for part in app.text)


def test_places_that_a_text_came_from_stand_at_the_end(edited: Page) -> None:
    app = edited("report")
    assert titles(app)[-1] == "Where it came from"
    said = unescaped(markdown(app))
    assert "edited.txt" in said
    assert "Load 2 · 20" in said
    assert "· dash_intel " in said
