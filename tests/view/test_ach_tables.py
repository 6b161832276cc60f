"""Matrices as tables and lists."""

from dataclasses import replace
from datetime import UTC, datetime

from dash_intel.export.table_csv import table_csv
from dash_intel.model.ach import AchMatrix
from dash_intel.model.ledger import Last
from dash_intel.view.ach_draft import begun, edited
from dash_intel.view.ach_tables import matrix_heading, matrix_rows, matrix_table
from tests.view.matrices import WORKED

LAST = Last(2, datetime(2026, 3, 1, 9, 30, tzinfo=UTC), "Mira", None, None)
SAVED = AchMatrix(
    "question-1", WORKED.question, None, WORKED.hypotheses, WORKED.evidence, WORKED.marks, LAST
)


def test_table_has_words_and_the_scores_below() -> None:
    table = matrix_table(WORKED)
    assert table.columns == (
        "Number",
        "Evidence",
        "H1: Extortion. A crew wants money.",
        "H2: Sabotage. A state wants doubt.",
        "H3: An accident.",
        "Tells apart",
    )
    assert table.rows[0][:5] == (
        1,
        "A price was named",
        "Very consistent",
        "Inconsistent",
        "Very inconsistent",
    )
    assert table.rows[-1] == (None, "Inconsistency score", 2, 1, 4, None)
    assert len(table.widths) == len(table.columns)


def test_mark_that_is_not_set_is_an_empty_cell() -> None:
    assert matrix_table(edited(WORKED, {0: {"H1": None}})).rows[0][2] is None


def test_file_says_the_question_the_result_and_where_the_score_comes_from() -> None:
    heading = matrix_heading(WORKED, SAVED)
    assert heading[:3] == (
        "Who halted the cranes?",
        "“Sabotage” is least contradicted, not proven. 12 of 12 marks set.",
        "Saved by Mira, 2026-03-01 09:30 UTC.",
    )
    assert "Heuer" in heading[3]


def test_no_cell_of_the_file_is_a_formula() -> None:
    draft = begun("=1+1", ("+cmd", "@sum"), ("=HYPERLINK(1)", "-2"))
    written = table_csv(matrix_table(draft), *matrix_heading(draft, None)).decode("utf-8-sig")
    cells = [cell for line in written.splitlines() for cell in line.split(",")]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_list_has_the_last_changed_first_and_what_each_comes_to() -> None:
    late = replace(LAST, at=datetime(2026, 4, 1, tzinfo=UTC), who="Jon")
    other = replace(SAVED, matrix_id="document-1", document_id="document-1", last=late)
    first, second = matrix_rows([SAVED, other])
    assert (first.matrix_id, second.matrix_id) == ("document-1", "question-1")
    assert first.meta == (
        "Matrix of a report · 3 hypotheses, 4 pieces of evidence · "
        "Saved by Jon, 2026-04-01 00:00 UTC."
    )
    assert second.finding == "“Sabotage” is least contradicted, not proven."
