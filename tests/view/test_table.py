"""How many lines the rows of a table take."""

import pytest

from dash_intel.view.table import MOST_LINES, TableView


@pytest.mark.parametrize(
    ("cell", "lines"),
    [("", 1), ("x" * 12, 1), ("x" * 13, 2), ("x" * 25, 3), ("x" * 500, MOST_LINES), (7, 1)],
)
def test_rows_are_as_high_as_the_longest_cell_wants(cell: str | int, lines: int) -> None:
    rows = ((1, cell), (2, None))
    table = TableView("Cells", ("Number", "Cell"), rows, (60, 100), wraps=True)
    assert table.lines == lines


def test_rows_of_words_stay_one_line() -> None:
    assert TableView("Cells", ("Cell",), (("x" * 500,),), (100,)).lines == 1
    assert TableView("Cells", ("Cell",), (), (100,), wraps=True).lines == 1
