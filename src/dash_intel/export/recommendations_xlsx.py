"""Recommendations as an Excel workbook to be edited and brought back; no cell is a formula."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation

from dash_intel.design.tokens import LIGHT
from dash_intel.export.formula import guarded
from dash_intel.ledger.status import WAYS, WORDS
from dash_intel.view.recommendation_sheet import SHEET, RecommendationSheet, SheetColumn, Value
from dash_intel.vocab.decisions import keys, label

LONGEST_CELL = 32_767
_CUT = " …"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_DAY, _TEXT = "yyyy-mm-dd", "@"
_LISTS = {"status": "A", "priority": "D", "closing_reason": "F"}
"""What a column holds → the column of the sheet Words that lists it."""


def workbook(sheet: RecommendationSheet) -> bytes:
    """Return the sheets Recommendations, About and Words."""
    book = Workbook(write_only=True)
    book.properties.creator = book.properties.lastModifiedBy = "dash_intel"
    book.properties.created = book.properties.modified = datetime.now(UTC).replace(tzinfo=None)
    _add_rows(book.create_sheet(SHEET), sheet)
    _add_about(book.create_sheet("About"), sheet)
    _add_words(book.create_sheet("Words"))
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def cell_text(text: str) -> str:
    """Return words as a cell holds them: no formula, no control characters, not too long."""
    plain = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = _ESCAPE.sub("_x005F_", guarded(plain) or "")
    return kept if len(kept) <= LONGEST_CELL else kept[: LONGEST_CELL - len(_CUT)] + _CUT


def _add_rows(page: WriteOnlyWorksheet, sheet: RecommendationSheet) -> None:
    _lay_out(page, sheet.columns, len(sheet.rows))
    header = [_header(page, column.name) for column in sheet.columns]
    page.append(header)
    patterns = [_pattern(page, column) for column in sheet.columns]
    for row in sheet.rows:
        page.append([_filled(*pair) for pair in zip(patterns, row, strict=True)])


def _lay_out(page: WriteOnlyWorksheet, columns: Sequence[SheetColumn], rows: int) -> None:
    page.freeze_panes = "B2"
    for at, column in enumerate(columns, start=1):
        page.column_dimensions[get_column_letter(at)].width = column.width
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{rows + 1}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.protection.sheet = True
    for allowed in ("autoFilter", "formatCells", "formatColumns", "formatRows", "sort"):
        setattr(page.protection, allowed, False)
    for at, column in enumerate(columns, start=1):
        if rows and column.is_editable and column.kind in _LISTS:
            page.data_validations.append(_list(column, f"{get_column_letter(at)}2", rows + 1))


def _list(column: SheetColumn, first: str, last_row: int) -> DataValidation:
    """Return what offers the words of a column; a reason may also be in words of one's own."""
    letter = _LISTS[column.kind]
    is_closed = column.kind != "closing_reason"
    return DataValidation(
        type="list",
        formula1=f"Words!${letter}$2:${letter}${len(keys(column.kind)) + 1}",
        sqref=f"{first}:{first.rstrip('0123456789')}{last_row}",
        allow_blank=column.kind != "status",
        showErrorMessage=is_closed,
        errorTitle=column.name,
        error="Choose one of the words of the list; the sheet Words has them all.",
    )


def _header(page: WriteOnlyWorksheet, name: str) -> Cell:
    cell = WriteOnlyCell(page, name)
    cell.font = Font(bold=True, color=_argb(LIGHT.ink))
    cell.fill = PatternFill("solid", fgColor=_argb(LIGHT.no_reports))
    cell.border = Border(bottom=Side("medium", color=_argb(LIGHT.ink)))
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _pattern(page: WriteOnlyWorksheet, column: SheetColumn) -> Cell:
    """Return the cell that is filled again for each row: styles are looked up once."""
    cell = WriteOnlyCell(page)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.protection = Protection(locked=not column.is_editable)
    if not column.is_editable:
        cell.fill = PatternFill("solid", fgColor=_argb(LIGHT.surface))
        cell.font = Font(color=_argb(LIGHT.muted if column.field != "text" else LIGHT.ink))
    cell.border = Border(*[Side("thin", color=_argb(LIGHT.hair))] * 4)
    cell.number_format = {"day": _DAY, "number": "0"}.get(column.kind, _TEXT)
    return cell


def _filled(pattern: Cell, value: Value) -> Cell:
    if isinstance(value, str):
        pattern.value = cell_text(value)
        pattern.data_type = "s"
    else:
        pattern.value = value
    return pattern


def _add_about(page: WriteOnlyWorksheet, sheet: RecommendationSheet) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 100
    page.protection.sheet = True
    page.append([_words(page, "Recommendations, to be edited and brought back", is_bold=True)])
    for title, said in sheet.about:
        page.append([_words(page, title, is_bold=True), _words(page, said)])


def _add_words(page: WriteOnlyWorksheet) -> None:
    """List the words that columns take, and what each status needs."""
    page.protection.sheet = True
    for letter, width in zip("ABCDEF", (27, 46, 60, 14, 3, 26), strict=True):
        page.column_dimensions[letter].width = width
    titles = ("Status", "May follow", "Needs", "Priority", "", "Reason for closing")
    page.append([_words(page, title, is_bold=True) for title in titles])
    columns: tuple[list[str], ...] = (
        [label("status", key) for key in keys("status")],
        [_follows(key) for key in keys("status")],
        [_needs(key) for key in keys("status")],
        [label("priority", key) for key in keys("priority")],
        [],
        [label("closing_reason", key) for key in keys("closing_reason")],
    )
    for at in range(max(map(len, columns))):
        page.append([_words(page, column[at]) if at < len(column) else None for column in columns])


def _follows(status: str) -> str:
    origins = {one for way in WAYS if way.target == status for one in way.origins}
    named = [label("status", key) for key in keys("status") if key in origins]
    return ", ".join(named) or "nothing: advice begins so"


def _needs(status: str) -> str:
    told = dict.fromkeys(
        "; ".join(_need(need) for need in way.needs) for way in WAYS if way.target == status
    )
    return " – or, after a closed one, ".join(told)


def _need(need: str) -> str:
    return "one of the reasons for closing" if need == "closing_reason" else WORDS[need]


def _words(page: WriteOnlyWorksheet, text: str, *, is_bold: bool = False) -> Cell:
    cell = WriteOnlyCell(page, cell_text(text))
    cell.data_type = "s"
    cell.font = Font(bold=is_bold, color=_argb(LIGHT.ink))
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _argb(colour: str) -> str:
    return f"FF{colour.removeprefix('#')}"
