"""Who publishes what is looked at, and how one-sided that is."""

from dataclasses import replace

import pandas as pd

from dash_intel.query.coverage import Cut
from dash_intel.query.filters import Unit
from dash_intel.view import cells
from dash_intel.view.behind import NOT_NAMED
from dash_intel.view.coverage import CellRow, CoverageView, TablePart, cut_table, iso_day
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.periods import percent
from dash_intel.view.words import count


def publishers_view(found: pd.DataFrame, looked_at: int, unit: Unit) -> CoverageView:
    """Return who publishes what is looked at, and how one-sided that is."""
    records = tuple(cells.records(found))
    stated = [cells.number(row["added"]) for row in records if cells.text(row["publisher"])]
    table = cut_table(
        f"Publishers, the most {unit} first.",
        (
            ("Publisher", 300),
            (unit.capitalize(), 90),
            ("Share", 80),
            ("First", 110),
            ("Last", 110),
            ("Promoted content", 140),
            ("Regions", 90),
            ("With warnings", 120),
        ),
        (_publisher(row, looked_at) for row in records),
    )
    return CoverageView(
        _concentration(stated, looked_at, unit),
        f"{count(len(stated), 'publisher')}; reports that state none stand in a row of their own.",
        (TablePart("Publishers", "Select a number for its reports.", table, ""),),
    )


def _publisher(row: cells.Row, looked_at: int) -> CellRow:
    name, number = cells.text(row["publisher"]), cells.number(row["found"])
    base = Cut(publisher=name, nameless="" if name else "yes")
    key = base.key
    promoted, warned = cells.number(row["promoted"]), cells.number(row["warned"])
    return (
        (opening(name, 9, TITLE) if name else NOT_NAMED, key),
        (number, key),
        (percent(number / looked_at), key),
        (iso_day(row["first_on"]), ""),
        (iso_day(row["last_on"]), ""),
        (promoted, replace(base, state="promoted").key if promoted else ""),
        (cells.number(row["regions"]), ""),
        (warned, replace(base, state="warned").key if warned else ""),
    )


def _concentration(stated: list[int], looked_at: int, unit: Unit) -> str:
    """Return how few publishers half of what names its publisher comes from.

    ``stated`` is what each adds to those before it.
    """
    named = sum(stated)
    if not named:
        return "No report states its publisher"
    nameless = looked_at - named
    rest = f"; {nameless:,} {'names' if nameless == 1 else 'name'} none" if nameless else ""
    if named == 1:
        its = "its publisher" if len(stated) == 1 else f"{len(stated)} publishers"
        return f"One {unit.removesuffix('s')} names {its}{rest}"
    many = next(at for at in range(1, len(stated) + 1) if 2 * sum(stated[:at]) >= named)
    who = "one publisher" if many == 1 else f"{many} of {len(stated)} publishers"
    which = f"{named:,} {unit} that name a publisher" if nameless else unit
    return f"Half of the {which} come from {who}{rest}"
