"""How completely reports were read."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from dash_intel.query.coverage import Cut
from dash_intel.query.filters import Unit
from dash_intel.view import cells
from dash_intel.view.behind import WARNINGS, CutTable
from dash_intel.view.coverage import CellRow, CoverageView, TablePart, cut_table
from dash_intel.view.periods import percent
from dash_intel.view.words import PROFILES, SECTIONS, named

_FIELDS: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {"missing": ("Section", SECTIONS), "warning": ("Warning", WARNINGS)}
)


def reading_view(
    profiles: pd.DataFrame, remarks: pd.DataFrame, whole: pd.DataFrame, looked_at: int, unit: Unit
) -> CoverageView:
    """Return how completely reports were read; ``whole`` is the row of ``read_whole``."""
    records = tuple(cells.records(profiles))
    complete = cells.number(next(cells.records(whole))["whole"])
    lost, characters = (
        sum(cells.number(row[name]) for row in records)
        for name in ("unread_characters", "characters")
    )
    return CoverageView(
        _finding(complete, looked_at, unit),
        f"{percent(lost / characters)} of the characters of these reports were read by no rule:"
        f" {lost:,} of {characters:,}."
        if lost and characters
        else "No part of these reports was left unread.",
        _tables(records, remarks, looked_at, unit),
    )


def _tables(
    records: tuple[cells.Row, ...], remarks: pd.DataFrame, looked_at: int, unit: Unit
) -> tuple[TablePart, ...]:
    of_kind = {
        kind: [row for row in cells.records(remarks) if row["kind"] == kind]
        for kind in ("missing", "warning")
    }
    profiles = cut_table(
        "How completely reports were read, by kind.",
        (
            ("Kind of report", 260),
            (unit.capitalize(), 90),
            ("All sections found", 150),
            ("A section missing", 150),
            ("With unread text", 140),
            ("Unread characters", 150),
            ("With warnings", 120),
        ),
        (_profile(row) for row in records),
    )
    return (
        TablePart("By kind of report", "Select a number for its reports.", profiles, ""),
        TablePart(
            "Missing sections",
            "Sections that the kind of report has and that were not found.",
            _remarks(of_kind["missing"], "missing", looked_at, unit),
            "None: every section was found.",
        ),
        TablePart(
            "Warnings",
            "What was noted while reading.",
            _remarks(of_kind["warning"], "warning", looked_at, unit),
            "None: no report carries a warning.",
        ),
    )


def _finding(complete: int, looked_at: int, unit: Unit) -> str:
    if complete == looked_at:
        return f"All sections were found in every {unit.removesuffix('s')}"
    return f"All sections were found in {complete:,} of {looked_at:,} {unit}"


def _profile(row: cells.Row) -> CellRow:
    profile = cells.text(row["template"])

    def led(name: str, state: str = "") -> tuple[int, str]:
        number = cells.number(row[name])
        return (number, Cut(profile=profile, state=state).key if number else "")

    characters = cells.number(row["characters"])
    lost = cells.number(row["unread_characters"])
    return (
        (named(profile, PROFILES), Cut(profile=profile).key),
        led("found"),
        led("complete", "complete"),
        led("incomplete", "incomplete"),
        led("unread", "unread"),
        (percent(lost / characters) if characters else None, ""),
        led("warned", "warned"),
    )


def _remarks(rows: list[cells.Row], field: str, looked_at: int, unit: Unit) -> CutTable:
    title, words = _FIELDS[field]
    return cut_table(
        f"{title} and how many {unit} have it.",
        ((title, 386), (unit.capitalize(), 90), ("Share", 80)),
        (
            (
                (named(value, words), key),
                (number, key),
                (percent(number / looked_at), key),
            )
            for row in rows
            for value, number in [(cells.text(row["value"]), cells.number(row["found"]))]
            for key in [Cut(**{field: value}).key]
        ),
    )
