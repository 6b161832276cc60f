"""Recommendations as CSV to be edited and brought back: the sheet's columns, nothing above them."""

import csv
from io import StringIO

from dash_intel.export.formula import guarded
from dash_intel.export.table_csv import BYTE_ORDER_MARK
from dash_intel.view.recommendation_sheet import RecommendationSheet


def recommendations_csv(sheet: RecommendationSheet) -> bytes:
    """Return the header and the rows, in UTF-8; no cell is a formula, days are ISO 8601."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow([column.name for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return (BYTE_ORDER_MARK + written.getvalue()).encode("utf-8", "replace")
