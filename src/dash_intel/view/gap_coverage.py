"""Where reports say that they do not know something, and how long ago."""

from datetime import date

import pandas as pd

from dash_intel.query.coverage import Cut
from dash_intel.query.filters import Unit
from dash_intel.view import cells
from dash_intel.view.behind import region_name
from dash_intel.view.coverage import CoverageView, TablePart, cut_table, iso_day
from dash_intel.view.periods import percent
from dash_intel.view.words import count, long_day


def gaps_view(
    counts: pd.DataFrame, regions: pd.DataFrame, looked_at: int, as_of: date | None, unit: Unit
) -> CoverageView:
    """Return where reports say that they do not know something, and how long ago."""
    now = next(cells.records(counts))
    units, gaps = cells.number(now["units"]), cells.number(now["gaps"])
    if not units:
        return CoverageView("No report declares a gap", "", ())
    first, middle = cells.day(now["first_on"]), cells.day(now["middle_on"])
    ages = (
        f" The oldest is {count((as_of - first).days, 'day')} old, half are older than"
        f" {count((as_of - middle).days, 'day')}, seen from {long_day(as_of)}, the day of the"
        " newest report."
        if as_of and first and middle
        else ""
    )
    noun = unit.removesuffix("s")
    table = cut_table(
        "Regions whose reports declare gaps.",
        (("Region", 150), ("With a gap", 90), ("Share", 65), ("Oldest", 95)),
        (
            (
                (region_name(code), ""),
                (number, Cut(region=code, state="gap").key),
                (percent(number / cells.number(row["units"])), ""),
                (iso_day(row["first_on"]), ""),
            )
            for row in cells.records(regions)
            for code, number in [(cells.text(row["region"]), cells.number(row["found"]))]
        ),
    )
    verb = "says" if units == 1 else "say"
    return CoverageView(
        f"{units:,} of {count(looked_at, noun)} {verb} that something is not known",
        f"{count(gaps, 'sentence')} in which a report says that it does not know or name"
        f" something.{ages}",
        (TablePart("By region", "Select a number for its sentences.", table, ""),),
    )
