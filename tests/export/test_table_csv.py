"""A table as CSV."""

import csv
from io import StringIO

from dash_intel.export.table_csv import table_csv
from dash_intel.view.table import TableView


def rows(written: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(written.decode("utf-8-sig"))))


def test_words_above_the_table_come_first_and_an_empty_line_parts_them() -> None:
    view = TableView("alt", ("Tag", "Reports"), (("drones", 3),), (100, 50))
    assert rows(table_csv(view, "Title", "Foot")) == [
        ["Title"],
        ["Foot"],
        [],
        ["Tag", "Reports"],
        ["drones", "3"],
    ]


def test_no_cell_is_a_formula_and_numbers_stay_numbers() -> None:
    view = TableView("alt", ("=1+1",), (("@SUM(A1)",), ("-2",), (-2,), (None,)), (100,))
    assert rows(table_csv(view, "+cmd")) == [
        ["'+cmd"],
        [],
        ["'=1+1"],
        ["'@SUM(A1)"],
        ["'-2"],
        ["-2"],
        [""],
    ]


def test_letters_of_any_alphabet_survive() -> None:
    view = TableView("alt", ("Tag",), (("безопасность, é “”\nnext",),), (100,))
    assert rows(table_csv(view))[1] == ["безопасность, é “”\nnext"]
