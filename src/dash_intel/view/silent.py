"""Which regions were reported on before and are not now."""

from dataclasses import replace
from datetime import date

import pandas as pd

from dash_intel.query.coverage import Cut
from dash_intel.view import cells
from dash_intel.view.behind import region_name
from dash_intel.view.coverage import CellRow, CoverageView, TablePart, cut_table, iso_day
from dash_intel.view.words import count, listed


def silent_view(found: pd.DataFrame, as_of: date | None, *, has_all: bool) -> CoverageView:
    """Return regions that were reported on before the period and are not in it."""
    records = tuple(cells.records(found))
    gone = [row for row in records if not cells.number(row["found"])]
    if has_all:
        return CoverageView(
            "Silence needs a period",
            "All dates are looked at: choose a period to see which regions fell silent in it.",
            (),
        )
    table = cut_table(
        "Regions with reports before the period and none in it.",
        (
            ("Region", 230),
            ("Last report", 120),
            ("Days since", 110),
            ("Period before", 130),
            ("Ever before", 120),
        ),
        (_gone(row, as_of) for row in gone),
    )
    names = tuple(region_name(cells.text(row["region"])) for row in gone)
    heard = len(records) - len(gone)
    return CoverageView(
        _silence(names, heard),
        f"{count(heard, 'region')} with reports in the period."
        " No report is not low risk: it says nothing about the region.",
        (
            TablePart(
                "Reported on before, not now",
                "Regions with earlier reports within the other filters, the longest silent first.",
                table,
                "None.",
            ),
        ),
    )


def _silence(names: tuple[str, ...], heard: int) -> str:
    if not names:
        return "No region fell silent" if heard else "No region was reported on"
    if len(names) <= 2:
        verb = "has" if len(names) == 1 else "have"
        return f"{listed(names)} {verb} fallen silent"
    return f"{len(names)} regions have fallen silent"


def _gone(row: cells.Row, as_of: date | None) -> CellRow:
    last = cells.day(row["last_on"])
    base = Cut(region=cells.text(row["region"]), state="earlier")
    key, before = base.key, cells.number(row["found_before"])
    return (
        (region_name(cells.text(row["region"])), key),
        (iso_day(row["last_on"]), ""),
        ((as_of - last).days if as_of and last else None, ""),
        (before, replace(base, state="before").key if before else ""),
        (cells.number(row["earlier"]), key),
    )
