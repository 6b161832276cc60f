"""A matrix of hypotheses on its page, without a browser; its grid is filled in Chromium."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel.ledger import (
    Ledger,
    MatrixDraft,
    open_ledger,
    question_id,
    remove_matrix,
    save_matrix,
)
from dash_intel.model.ledger import AchMatrix, Editing, Person
from dash_intel.query.decisions import BuildSubjects
from dash_intel.store import current_build, open_build
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.hostile import ATTACK
from tests.pages.test_hostile import LIVE, drawn
from tests.pages.words import markdown, titles, unescaped
from tests.reports import full_report

REPORT = full_report()
DOCUMENT = REPORT.document_id
QUESTION = "Who pays for the strike?"
MARKED = MatrixDraft(
    "Who pays for the strike?",
    ("Wages", "A rival"),
    ("The union speaks", "A cheque"),
    (("consistent", "inconsistent"), ("very_inconsistent", "consistent")),
)
ADA = Person("Ada", "analyst")


@pytest.fixture
def loaded(page: Page, load: LoadOutcomes, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    load(REPORT)
    return page


@pytest.fixture
def ledger(database: Path) -> Iterator[Ledger]:
    database.mkdir(exist_ok=True)
    with closing(open_ledger(f"sqlite:///{database / 'ledger.sqlite'}")) as opened:
        yield opened


def save(ledger: Ledger, database: Path, draft: MatrixDraft, subject: str = DOCUMENT) -> None:
    build = current_build(database)
    assert build is not None
    with closing(open_build(build)) as opened:
        save_matrix(ledger, BuildSubjects(opened), Editing(ADA, subject), draft)


def opened(page: Page, matrix: str | None = DOCUMENT) -> AppTest:
    named = {"matrix": matrix} if matrix else {}
    app = page("hypotheses", view="ach", period="all", **named)
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return unescaped(markdown(app))


def fill(app: AppTest, label: str, value: object) -> None:
    kinds = (app.text_input, app.text_area, app.selectbox)
    found = next(one for kind in kinds for one in kind if one.label == label)
    found.set_value(value)


def press(app: AppTest, label: str, nth: int = 0) -> AppTest:
    pressed = [one for one in app.button if one.label == label][nth].click().run()
    assert not pressed.exception
    return pressed


def kept(ledger: Ledger) -> AchMatrix:
    (found,) = ledger.decisions().matrices
    return found


def test_looking_at_a_matrix_that_is_not_saved_writes_nothing(loaded: Page, ledger: Ledger) -> None:
    app = opened(loaded)
    assert titles(app)[0] == "Weigh the evidence"
    assert unescaped(titles(app)[1]) == "Dockers' strike closes the port of Vesna"
    assert "0 of 6 marks set." in said(app)
    assert "Not saved yet." in said(app)
    assert ledger.head().number == 0


def test_list_says_where_there_are_none(loaded: Page) -> None:
    app = opened(loaded, None)
    assert titles(app)[0] == "Which hypothesis does the evidence contradict least?"
    assert "There are none yet." in said(app)


def test_report_is_saved_as_it_was_begun(loaded: Page, ledger: Ledger) -> None:
    app = press(opened(loaded, None), "Begin with the report")
    app = press(app, "Save")
    assert "Saved by mira" in said(app)
    assert (kept(ledger).document_id, kept(ledger).hypotheses) == (
        DOCUMENT,
        ("Wages", "A rival", "nobody"),
    )
    assert "Save" not in [one.label for one in app.button]


def test_question_of_its_own_is_begun_filled_and_saved(loaded: Page, ledger: Ledger) -> None:
    app = opened(loaded, None)
    fill(app, "On a question of your own", QUESTION)
    fill(app, "Its hypotheses, one a line", "Wages\nA rival\n\nWages")
    app = press(app, "Begin with the question")
    assert titles(app)[1] == QUESTION
    fill(app, "More evidence, one a line", "A cheque\n  A  letter\n")
    app = press(app, "Add", 1)
    press(app, "Save")
    found = kept(ledger)
    assert (found.matrix_id, found.document_id) == (question_id(QUESTION), None)
    assert (found.hypotheses, found.evidence) == (("Wages", "A rival"), ("A cheque", "A letter"))
    assert found.marks == ((None, None), (None, None))


@pytest.mark.parametrize(
    ("question", "hypotheses", "refusal"),
    [
        ("", "A\nB", "A matrix needs a question."),
        (QUESTION, "Only one", "A matrix needs two hypotheses or more, one a line."),
    ],
)
def test_question_that_lacks_something_is_not_begun(
    loaded: Page, question: str, hypotheses: str, refusal: str
) -> None:
    app = opened(loaded, None)
    fill(app, "On a question of your own", question)
    fill(app, "Its hypotheses, one a line", hypotheses)
    app = press(app, "Begin with the question")
    assert refusal in said(app)
    assert titles(app)[0] == "Which hypothesis does the evidence contradict least?"


def test_saved_matrix_says_what_it_comes_to(loaded: Page, ledger: Ledger, database: Path) -> None:
    save(ledger, database, MARKED)
    app = opened(loaded)
    assert titles(app)[0] == "“A rival” is least contradicted, not proven"
    assert [(one.label, one.value) for one in app.metric] == [
        ("Inconsistency of H1", "2"),
        ("Inconsistency of H2", "1"),
    ]
    assert "H1 II very inconsistent" in said(app)
    assert "Saved by Ada" in said(app)
    (row,) = app.dataframe[-1].value.itertuples(index=False)
    assert (row.Who, row.What) == ("Ada", "Matrix saved")


def test_list_opens_a_matrix(loaded: Page, ledger: Ledger, database: Path) -> None:
    save(ledger, database, MARKED)
    app = opened(loaded, None)
    assert "“A rival” is least contradicted, not proven." in said(app)
    app = press(app, unescaped_label(app, QUESTION))
    assert titles(app)[1] == QUESTION
    app = press(app, "All matrices")
    assert "Matrices that are kept" in titles(app)


def unescaped_label(app: AppTest, words: str) -> str:
    return next(one.label for one in app.button if unescaped(one.label) == words)


def test_columns_are_worded_ordered_and_removed_with_their_marks(
    loaded: Page, ledger: Ledger, database: Path
) -> None:
    save(ledger, database, MARKED)
    app = opened(loaded)
    fill(app, "Words of the hypothesis", "Low wages")
    app = press(app, "Use these words")
    app = press(app, "Move right")
    app = press(app, "Move down")
    press(app, "Save")
    found = kept(ledger)
    assert found.hypotheses == ("A rival", "Low wages")
    assert found.evidence == ("A cheque", "The union speaks")
    assert found.marks == (("consistent", "very_inconsistent"), ("inconsistent", "consistent"))
    app = press(opened(loaded), "Remove", 1)
    assert "There are changes that are not saved." in said(app)
    app = press(app, "Discard changes")
    assert "Saved by mira" in said(app)
    assert len(app.metric) == 2


def test_matrix_of_one_hypothesis_is_refused_and_nothing_is_lost(
    loaded: Page, ledger: Ledger, database: Path
) -> None:
    save(ledger, database, MARKED)
    app = press(opened(loaded), "Remove", 1)
    app = press(app, "Save")
    assert "A matrix has 2 to 12 hypotheses, not 1." in said(app)
    assert len(app.metric) == 1
    assert kept(ledger).hypotheses == MARKED.hypotheses


def test_second_of_two_is_shown_the_first_and_both_are_kept(
    loaded: Page, ledger: Ledger, database: Path
) -> None:
    save(ledger, database, MARKED)
    first, second = opened(loaded), opened(loaded)
    fill(first, "More evidence, one a line", "First's")
    press(press(first, "Add", 1), "Save")
    fill(second, "More evidence, one a line", "Second's")
    second = press(press(second, "Add", 1), "Save")
    assert "Somebody else changed this meanwhile. Yours is not written" in said(second)
    assert "no mark is in dispute" in said(second)
    assert kept(ledger).evidence == (*MARKED.evidence, "First's")
    second = press(second, "Save over it")
    assert "Somebody else" not in said(second)
    assert kept(ledger).evidence == (*MARKED.evidence, "Second's", "First's")
    assert kept(ledger).marks[:2] == MARKED.marks


def test_second_may_keep_what_the_first_did(loaded: Page, ledger: Ledger, database: Path) -> None:
    save(ledger, database, MARKED)
    app = opened(loaded)
    fill(app, "More evidence, one a line", "Mine")
    app = press(app, "Add", 1)
    save(ledger, database, MatrixDraft("Theirs?", *_parts(MARKED)))
    app = press(press(app, "Save"), "Keep theirs")
    assert titles(app)[1] == "Theirs?"
    assert kept(ledger).evidence == MARKED.evidence


def test_removed_by_another_is_told_and_can_be_brought_back(
    loaded: Page, ledger: Ledger, database: Path
) -> None:
    save(ledger, database, MARKED)
    app = opened(loaded)
    fill(app, "More evidence, one a line", "Mine")
    app = press(app, "Add", 1)
    remove(ledger, database)
    app = press(app, "Save")
    assert "They removed it" in said(app)
    press(app, "Save over it")
    assert kept(ledger).evidence == (*MARKED.evidence, "Mine")


def test_removal_is_asked_and_done(loaded: Page, ledger: Ledger, database: Path) -> None:
    save(ledger, database, MARKED, question_id(QUESTION))
    app = press(opened(loaded, question_id(QUESTION)), "Remove")
    app = press(app, "Keep it")
    assert kept(ledger)
    app = press(press(app, "Remove"), "Remove it")
    assert ledger.decisions().matrices == ()
    assert "This matrix was removed, or never saved." in said(app)


def test_viewer_reads_and_does_not_edit(
    loaded: Page, ledger: Ledger, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(ledger, database, MARKED)
    (database / "roles.csv").write_text("mira,viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(database / "roles.csv"))
    app = opened(loaded)
    assert "filling one takes the role analyst" in said(app)
    assert {"Save", "Remove", "Add"}.isdisjoint(one.label for one in app.button)
    assert "H1 II very inconsistent" in said(app)
    assert "Begin with the report" not in [one.label for one in opened(loaded, None).button]


@pytest.mark.parametrize("matrix", ["document-none", "question-none", "nonsense", "ü", "x" * 900])
def test_link_to_no_matrix_says_so(loaded: Page, matrix: str) -> None:
    assert "This matrix was removed, or never saved." in said(opened(loaded, matrix))


@pytest.mark.parametrize("matrix", [None, DOCUMENT])
def test_nothing_that_somebody_typed_is_markup(
    loaded: Page, ledger: Ledger, database: Path, matrix: str | None
) -> None:
    words = (ATTACK, f"{ATTACK}!")
    save(ledger, database, MatrixDraft(ATTACK, words, words, MARKED.marks))
    app = opened(loaded, matrix)
    shown = "\n".join([drawn(app), *(one.label for one in (*app.button, *app.metric))])
    assert [live for live in LIVE if re.search(live, shown)] == []


def test_weighing_begins_beside_the_report(loaded: Page) -> None:
    app = press(loaded("hypotheses", period="all"), "Weigh the evidence in a matrix")
    assert titles(app)[0] == "Weigh the evidence"


def test_ledger_that_cannot_be_used_is_one_calm_sentence(
    loaded: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_LEDGER", "nonsense://x")
    app = opened(loaded)
    assert "Not done" in said(app)


def remove(ledger: Ledger, database: Path) -> None:
    build = current_build(database)
    assert build is not None
    with closing(open_build(build)) as database_opened:
        remove_matrix(ledger, BuildSubjects(database_opened), Editing(ADA, DOCUMENT))


def _parts(draft: MatrixDraft) -> tuple[object, ...]:
    return draft.hypotheses, draft.evidence, draft.marks
