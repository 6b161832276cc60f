"""Tags by one another: which stand on the same reports more often than chance has it."""

from collections.abc import Mapping

import pandas as pd

from dash_intel.query.picked import Pick
from dash_intel.view import cells
from dash_intel.view.chart import Caption, Cell, MatrixChart
from dash_intel.view.periods import percent
from dash_intel.view.table import TableView
from dash_intel.view.tag_areas import KEY, STEP_WORDS, THIN, step
from dash_intel.view.tag_ranking import Noun
from dash_intel.view.trends import capital
from dash_intel.view.words import count


def pair_matrix(
    tags: tuple[str, ...], found: pd.DataFrame, total: int, noun: Noun, data_to: str
) -> MatrixChart:
    """Return tags by tags: the share of the row's reports that carry the column's tag too.

    ``found`` are the rows of ``query.tag_tables.tag_pairs``, ``total`` all that is looked at.
    """
    units = {
        (cells.text(row["one"]), cells.text(row["other"])): cells.number(row["units"])
        for row in cells.records(found)
    }
    pairs = [(one, other) for one in tags for other in tags if one != other]
    facts = {pair: _facts(*pair, units, total) for pair in pairs}
    return MatrixChart(
        Caption(
            "Tags that stand together",
            f"Share of the {noun}s with the tag of the row that carry the tag of the column too.",
            f"n = {count(total, noun)}. {data_to}",
            f"A {noun} counts once for every pair of tags that one report carries. “Times as often”"
            f" compares the share with that of all {noun}s: 1 is what chance has.",
            f"Matrix of {len(tags)} by {len(tags)}: share of {noun}s that carry two tags.",
        ),
        _table(facts),
        tuple((tag, capital(tag)) for tag in tags),
        tuple((tag, capital(tag)) for tag in tags),
        tuple(_cell(pair, facts[pair], noun) for pair in pairs),
        KEY,
        "plain",
        STEP_WORDS,
    )


def _table(facts: Mapping[tuple[str, str], tuple[int, int, float | None]]) -> TableView:
    return TableView(
        "Tags by tags",
        ("Tag", "Other tag", "With both", "With the tag", "Share, %", "Times as often"),
        tuple(
            (
                one,
                other,
                both,
                alone,
                round(100 * both / alone) if alone else None,
                None if lift is None else f"{lift:.1f}",
            )
            for (one, other), (both, alone, lift) in facts.items()
        ),
        (200, 200, 100, 110, 90, 120),
        tuple(Pick(one, other=other).key for one, other in facts),
    )


def _facts(
    one: str, other: str, units: dict[tuple[str, str], int], total: int
) -> tuple[int, int, float | None]:
    both, alone = units.get((one, other), 0), units.get((one, one), 0)
    beside = units.get((other, other), 0)
    return both, alone, both * total / (alone * beside) if alone and beside else None


def _cell(pair: tuple[str, str], facts: tuple[int, int, float | None], noun: Noun) -> Cell:
    (one, other), (both, alone, lift) = pair, facts
    share = both / alone if alone else None
    times = "" if lift is None else f"{lift:.1f} times as often as on all {noun}s"
    hover = (f"{capital(one)}, {other}", f"{both:,} of {count(alone, noun)} ({percent(share)})")
    return Cell(
        Pick(one, other=other).key,
        one,
        other,
        step(share) if share else None,
        percent(share),
        f"{both:,} of {alone:,}",
        (*hover, times) if times else hover,
        is_thin=alone < THIN,
    )
