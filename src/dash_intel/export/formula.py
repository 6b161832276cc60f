"""Cells of files that spreadsheets open: words stay words."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str | None) -> str | None:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{text}" if text and text.startswith(_FORMULA) else text
