"""A table as CSV, headed by what it shows; no cell is a formula."""

import csv
from io import StringIO

from dash_intel.export.formula import guarded
from dash_intel.view.table import TableView

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take UTF-8 for the letters of the system."""


def table_csv(view: TableView, *heading: str) -> bytes:
    """Return the lines of ``heading``, an empty line, the columns and the rows, in UTF-8."""
    written = StringIO()
    writer = csv.writer(written)
    for line in heading:
        writer.writerow([guarded(line)])
    if heading:
        writer.writerow([])
    writer.writerow([guarded(name) for name in view.columns])
    for row in view.rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return (BYTE_ORDER_MARK + written.getvalue()).encode()
