"""Matrices of competing hypotheses: the list of them, a new one, and the one that is open."""

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.ledger.ach import FEWEST_HYPOTHESES, LONGEST_QUESTION, QUESTION, question_id
from dash_intel.model.ach import AchMatrix
from dash_intel.query import ach as query
from dash_intel.query.filters import Filters
from dash_intel.ui import ach_editor, ach_working, data, draw, identity, invented, paging, quotes
from dash_intel.ui.ach_working import Working
from dash_intel.ui.state import page
from dash_intel.view import cells
from dash_intel.view.ach import marked, verdict
from dash_intel.view.ach_draft import begun, begun_on
from dash_intel.view.ach_tables import INVENTED, MatrixRow, matrix_rows
from dash_intel.view.literal import TITLE, literal, opening
from dash_intel.view.words import count, day

MATRIX = "matrix"
PAGE = "matrices"
MATRICES = 5
METHOD = (
    "List the hypotheses, then every piece of evidence, also what is missing though it should be"
    " there, and say how each goes with each hypothesis. Hypotheses are not proven by what fits"
    " them, since much fits several; they are given up for what contradicts them."
)
NEW = "new-matrix"
SCOPE = "One matrix, whatever the filters choose."


def headline(filters: Filters) -> str:  # noqa: ARG001 as the other views
    """Return what the matrix that is open comes to."""
    try:
        found = _open()
    except (LedgerError, SettingError):
        found = None
    if found is None:
        return "Which hypothesis does the evidence contradict least?"
    return verdict(found.typed) if marked(found.typed) else "Weigh the evidence"


def is_open() -> bool:
    """Tell whether the address names a matrix that can be shown; no filter narrows that."""
    try:
        return _open() is not None
    except (LedgerError, SettingError):
        return False


def draw_ach(filters: Filters) -> None:
    """Draw the matrix that the address names, else the list of all and the way to a new one."""
    try:
        found = _open()
        if found:
            _draw_open(found)
        else:
            _draw_list(filters)
    except (LedgerError, SettingError) as error:
        draw.failure(str(error))


def open_matrix(matrix_id: str | None) -> None:
    """Have the address name a matrix, or none; for callbacks."""
    page.show(MATRIX, matrix_id)


def _open() -> Working | None:
    matrix_id = page.named(MATRIX)
    if matrix_id is None or not matrix_id.isascii():
        return None
    saved = _saved(matrix_id)
    started = None
    if saved is None and not matrix_id.startswith(QUESTION):
        report = data.answer(query.report_of, matrix_id)
        started = begun_on(report) if report else None
    return ach_working.working(matrix_id, saved, started)


def _saved(matrix_id: str) -> AchMatrix | None:
    return next((one for one in data.decisions().matrices if one.matrix_id == matrix_id), None)


def _draw_open(found: Working) -> None:
    st.button(
        "All matrices",
        key="ach-close",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=open_matrix,
        args=(None,),
    )
    draw.title(opening(found.typed.question, 9, LONGEST_QUESTION))
    _draw_report(found)
    saved = _saved(found.matrix_id)
    if saved and saved.last.is_invented:
        draw.notice("It came with the sample, for trying out.", (INVENTED,))
        invented.draw_note()
    ach_editor.draw_editor(found, saved)


def _draw_report(found: Working) -> None:
    if found.matrix_id.startswith(QUESTION):
        draw.aside("A question of its own.")
        return
    report = data.answer(query.report_of, found.matrix_id)
    if report is None:
        draw.aside("The report that this was begun on is no longer loaded.")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        published = day(report.contents.head.published_on)
        is_same = found.typed.question == " ".join(report.display_title.split())
        title = "the report" if is_same else opening(report.display_title, 9, TITLE)
        st.markdown(f":small[:gray[On {literal(title)}, {published}]]", width="content")
        quotes.open_sentence(report.report_id, "", "ach-report")


def _draw_list(filters: Filters) -> None:
    if page.named(MATRIX):
        draw.failure("This matrix was removed, or never saved.")
    draw.aside(METHOD)
    rows = matrix_rows(data.decisions().matrices)
    left, right = st.columns([1.55, 1], gap="medium")
    with left:
        draw.title("Matrices that are kept", _scope(rows))
        for at, row in enumerate(paging.cut(PAGE, MATRICES, rows)):
            _draw_row(row, at)
        paging.draw(PAGE, MATRICES, len(rows), None)
        invented.draw_note()
    with right:
        draw.title("A new matrix")
        if ledgers.may(identity.person(), "matrix.save"):
            _draw_new(filters)
        else:
            draw.aside("You may read matrices; filling one takes the role analyst.")


def _scope(rows: tuple[MatrixRow, ...]) -> str:
    if not rows:
        return "There are none yet."
    return f"{count(len(rows), 'matrix', 'matrices')}, last changed first; filters do not apply."


def _draw_row(row: MatrixRow, at: int) -> None:
    with st.container(key=f"row-matrix-{at}", gap="xxsmall"):
        st.button(
            literal(row.question),
            key=f"open-{row.matrix_id}",
            type="tertiary",
            on_click=open_matrix,
            args=(row.matrix_id,),
        )
        st.markdown(literal(row.finding))
        draw.notice(row.meta, row.chips)


def _draw_new(filters: Filters) -> None:
    found = data.chosen(query.offered, filters)
    titles = {
        cells.text(row["document_id"]): f"{day(cells.day(row['published_on']))} · "
        f"{opening(cells.text(row['title']), 9, TITLE)}"
        for row in cells.records(found)
    }
    if titles:
        st.selectbox(
            "On a report with competing hypotheses",
            list(titles),
            format_func=lambda one: titles[one],
            key=f"{NEW}-report",
        )
        st.button("Begin with the report", key=f"{NEW}-begin-report", on_click=_begin_on_report)
    with st.form(f"{NEW}-form", border=False):
        st.text_input(
            "On a question of your own", max_chars=LONGEST_QUESTION, key=f"{NEW}-question"
        )
        st.text_area("Its hypotheses, one a line", key=f"{NEW}-hypotheses", height=100)
        st.form_submit_button("Begin with the question", on_click=_begin_on_question)
    refusal = page.kept(NEW)
    if refusal:
        page.keep(NEW, None)
        draw.failure(str(refusal))


def _begin_on_report() -> None:
    open_matrix(page.held(f"{NEW}-report"))


def _begin_on_question() -> None:
    draft = begun(
        page.held(f"{NEW}-question") or "", (page.held(f"{NEW}-hypotheses") or "").splitlines()
    )
    if not draft.question:
        page.keep(NEW, "A matrix needs a question.")
        return
    if len(draft.hypotheses) < FEWEST_HYPOTHESES:
        page.keep(NEW, "A matrix needs two hypotheses or more, one a line.")
        return
    matrix_id = question_id(draft.question)
    if not _saved(matrix_id):
        ach_working.begin(matrix_id, draft, 0)
    open_matrix(matrix_id)
