"""Tags by area: one over time as small multiples, several as a matrix."""

from collections.abc import Mapping, Sequence

import pandas as pd

from dash_intel.query.picked import Pick
from dash_intel.view import cells
from dash_intel.view.chart import Caption, Cell, Line, MatrixChart, Panel, PanelChart, Point
from dash_intel.view.periods import NOUNS, percent, period_name
from dash_intel.view.table import TableView
from dash_intel.view.tag_ranking import Noun, Ranking
from dash_intel.view.trend_lines import counted, dotted, foot, tag_line
from dash_intel.view.trends import capital
from dash_intel.view.words import count
from dash_intel.vocab.areas import Area, AreaKind, areas

MOST_PANELS = 9
MOST_AREAS = 12
THIN = 3
"""Reports below which a share is hatched as resting on few."""

STEPS = (0.05, 0.15, 0.3, 0.5)
STEP_WORDS = ("under 5%", "5–15%", "15–30%", "30–50%", "over 50%")
KINDS: Mapping[AreaKind, str] = {"region": "region", "group": "group of countries"}

KEY = "Hatched: fewer than 3. Dash: none."


def area_panels(
    view: Ranking, tag: str, kind: AreaKind, found: pd.DataFrame, counts: pd.DataFrame
) -> PanelChart:
    """Return one tag's share in each area over time, those that carry it most often first.

    ``found`` are the rows of ``query.tag_tables.tag_area_periods``, ``counts`` of all areas.
    """
    line = view.line
    by_area: dict[str, dict[object, tuple[int, int]]] = {}
    for row in cells.records(found):
        held = (cells.number(row["carrying"]), cells.number(row["units"]))
        by_area.setdefault(cells.text(row["code"]), {})[row["started_on"]] = held
    carrying = {code: sum(one for one, _ in rows.values()) for code, rows in by_area.items()}
    order = sorted((code for code in by_area if carrying[code]), key=lambda c: (-carrying[c], c))
    whole = tag_line(view, tag, counted(counts, (tag,))[tag], "share", None)
    panels = tuple(
        _panel(view, tag, Area(kind, code), by_area[code], whole) for code in order[:MOST_PANELS]
    )
    noun = NOUNS[line.scale]
    return PanelChart(
        Caption(
            f"{capital(tag)} by {KINDS[kind]}",
            f"Share of the {view.noun}s of each {KINDS[kind]} that carry the tag, by {noun}, on one"
            f" scale. Grey: all {view.noun}s.{dotted(line)}",
            f"{len(panels)} of {len(order)} with the tag, most {view.noun}s first."
            f" {foot(line, view.noun)}",
            f"A {view.noun} on several countries counts once in every {KINDS[kind]} it touches."
            " Where one holds few, a share jumps: hover over a point for the counts.",
            f"{len(panels)} small charts of {tag} by {KINDS[kind]}.",
        ),
        _panel_table(view, tag, kind, order, by_area),
        panels,
        "share",
        line.is_partial,
        line.scale,
    )


def _panel(
    view: Ranking,
    tag: str,
    area: Area,
    held: Mapping[object, tuple[int, int]],
    whole: Line,
) -> Panel:
    name, points = areas()[area], []
    for start in view.line.history:
        carrying, total = held.get(start, (0, 0))
        share = carrying / total if total else None
        when = capital(period_name(start, view.line.scale))
        said = f"{carrying:,} of {count(total, view.noun)} ({percent(share)})"
        pick = Pick(tag, view.line.span(start), area)
        points.append(Point(start, share, (name, when, said), pick.key))
    carrying, total = (sum(one[at] for one in held.values()) for at in (0, 1))
    line = Line(area.code, name, tuple(points), 0)
    return Panel(area.code, f"{name}\n{carrying:,} of {total:,}", (whole, line))


def _panel_table(
    view: Ranking,
    tag: str,
    kind: AreaKind,
    order: list[str],
    held: Mapping[str, Mapping[object, tuple[int, int]]],
) -> TableView:
    line = view.line
    rows = [
        (Area(kind, code), start, *held[code].get(start, (0, 0)))
        for code in order
        for start in line.history
    ]
    return TableView(
        f"{capital(tag)} by {KINDS[kind]} and {NOUNS[line.scale]}",
        (
            capital(KINDS[kind]),
            capital(NOUNS[line.scale]),
            "With the tag",
            f"All {view.noun}s",
            "Share, %",
        ),
        tuple(
            (
                areas()[area],
                period_name(start, line.scale),
                carrying,
                total,
                round(100 * carrying / total) if total else None,
            )
            for area, start, carrying, total in rows
        ),
        (220, 180, 110, 100, 90),
        tuple(Pick(tag, line.span(start), area).key for area, start, _, _ in rows),
    )


def area_matrix(
    tags: tuple[str, ...], kind: AreaKind, found: pd.DataFrame, noun: Noun, data_to: str
) -> MatrixChart:
    """Return areas by tags; ``found`` are the rows of ``query.tag_tables.tag_areas``."""
    units = {
        (cells.text(row["code"]), cells.text(row["tag"])): cells.number(row["units"])
        for row in cells.records(found)
    }
    totals = {code: held for (code, tag), held in units.items() if not tag}
    codes = sorted(totals, key=lambda code: (-totals[code], code))[:MOST_AREAS]
    picks = [(Pick(tag, area=Area(kind, code)), code, tag) for code in codes for tag in tags]
    cell = [
        _cell(pick, (code, tag), (units.get((code, tag), 0), totals[code]), noun)
        for pick, code, tag in picks
    ]
    what = KINDS[kind]
    return MatrixChart(
        Caption(
            f"Tags by {what}",
            f"Share of the {noun}s of a {what} that carry the tag, in the days that are looked at.",
            f"{len(codes)} of {len(totals)} with {noun}s, most {noun}s first. {data_to}",
            f"A {noun} on several countries counts once in every {what} it touches, so rows do not"
            " add up. Tags are the most telling of the lines above.",
            f"Matrix of {len(codes)} by {len(tags)}: share of {noun}s that carry a tag.",
        ),
        _matrix_table(picks, units, totals, what, noun),
        tuple((code, areas()[Area(kind, code)]) for code in codes),
        tuple((tag, capital(tag)) for tag in tags),
        tuple(cell),
        KEY,
        "plain",
        STEP_WORDS,
    )


def _matrix_table(
    picks: Sequence[tuple[Pick, str, str]],
    units: Mapping[tuple[str, str], int],
    totals: Mapping[str, int],
    what: str,
    noun: Noun,
) -> TableView:
    rows = [(pick.area, tag, units.get((code, tag), 0), totals[code]) for pick, code, tag in picks]
    return TableView(
        f"Tags by {what}",
        (capital(what), "Tag", "With the tag", f"All {noun}s", "Share, %"),
        tuple(
            (areas()[area] if area else "", tag, held, total, round(100 * held / total))
            for area, tag, held, total in rows
        ),
        (220, 220, 110, 100, 90),
        tuple(pick.key for pick, _, _ in picks),
    )


def step(share: float) -> int:
    """Return the step of the ramp that a share is drawn in."""
    return sum(share >= one for one in STEPS)


def _cell(pick: Pick, at: tuple[str, str], units: tuple[int, int], noun: Noun) -> Cell:
    (code, tag), (held, total) = at, units
    share = held / total if total else None
    name = areas()[pick.area] if pick.area else ""
    return Cell(
        pick.key,
        code,
        tag,
        step(share) if share else None,
        percent(share),
        f"{held:,} of {total:,}",
        (f"{name}, {tag}", f"{held:,} of {count(total, noun)} ({percent(share)})"),
        is_thin=total < THIN,
    )
