"""Where risk sits: areas by category of risk, each cell with how sure it is and what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from dash_intel.query import chosen
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.query.shrinkage import Figures, Prior, intervals, prior_weight, shrunken
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, AreaKind
from dash_intel.vocab.categories import risk_categories

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

Sets = NDArray[np.uint64]
Change = Literal["deteriorated", "improved", "unchanged", "insufficient"]

HALF_LIFE = 45.0
"""Days in which a report comes to weigh half, where recent reports weigh more."""
THIN = 3
"""Fewer reports than these are too few to read a share or a change from."""
_AT_ONCE = 60
_LEVELS = (1, 2, 3, 4, 5)
_HIGH = 4


@dataclass(frozen=True, slots=True)
class Before:
    """What a cell was in the equal period before; no share where no report stated such a risk."""

    reports: int = 0
    high: int = 0
    share: float | None = None


@dataclass(frozen=True, slots=True)
class RiskCell:
    """What reports of an area say of a category; None is all areas, or all risks.

    ``reports`` (or events, where these are counted) state such a risk of the area, ``high`` of
    them one whose impact reaches 4, ``unstated`` of them none with an impact. ``share`` of high
    ones, drawn towards that of all areas, lies from ``low`` to ``top`` with 80 %. ``peak`` is the
    highest impact, None where none is stated.
    """

    area: Area | None
    category: str | None
    reports: int
    high: int
    unstated: int
    peak: int | None
    share: float
    low: float
    top: float
    change: Change
    before: Before = Before()


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """Cells with at least one report, and areas with how many reports of the period they have.

    ``areas`` stand in order of reports, most first.
    """

    areas: tuple[tuple[Area, int], ...]
    cells: tuple[RiskCell, ...]


def risk_matrix(
    database: Database,
    filters: Filters,
    kind: AreaKind,
    most: int | None = None,
    *,
    is_recent: bool = False,
) -> RiskMatrix:
    """Return what reports say of each area of a kind, by category: the ``most`` reported areas.

    A report counts once in each area that it counts for and states a risk of. Against the equal
    period before, a share has deteriorated or improved where it differs by more than the sum of
    half the two intervals; of fewer than three reports nothing is said. With ``is_recent`` a
    report weighs half as much every 45 days before the end of its period, an undated one nothing.
    Shares are drawn towards that of all areas as much as all of the kind, shown or not, are alike.
    """
    found = chosen.rows(database, filters, "risk_areas", kind=kind)
    found = found.sort_values(["reports", "code"], ascending=[False, True])
    areas = tuple(
        (Area(kind, code), int(reports))
        for code, reports in zip(found["code"], found["reports"], strict=True)
    )
    tally = _tally(database, filters, areas, is_recent)
    return RiskMatrix(areas[:most], tuple(_cells(tally, areas[:most])))


def risk_levels(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return how many risk sentences of the period have each ``impact_level``: ``sentences``.

    A row without a level are those that state none. Corrections are in force.
    """
    return chosen.rows(database, filters, "risk_levels")


@dataclass(frozen=True, slots=True)
class _Tally:
    """Counts by span, area and category; the last area is all of them, the first category too.

    ``at_least`` has one array a level from 0 (any risk) to 5; ``weight`` and ``high_weight`` are
    the same as its first and fifth where all reports weigh alike.
    """

    at_least: tuple[Figures, ...]
    weight: Figures
    high_weight: Figures


def _categories() -> tuple[str | None, ...]:
    return (None, *risk_categories())


def _tally(
    database: Database, filters: Filters, areas: Sequence[tuple[Area, int]], is_recent: bool
) -> _Tally:
    codes = [area.code for area, _ in areas]
    blocks = [codes[at : at + _AT_ONCE] for at in range(0, len(codes), _AT_ONCE)] or [[]]
    days = chosen.days_of(database, filters)
    tallies = [
        _counted(
            chosen.rows(
                database,
                filters,
                "risk_cells",
                kind=areas[0][0].kind if areas else "",
                codes=block,
                is_recent=is_recent,
                half_life=HALF_LIFE,
                **_ends(database, days),
            ),
            len(block),
        )
        for block in blocks
    ]
    return _joined(tallies)


def _ends(database: Database, days: Span | None) -> dict[str, object]:
    until = days.until if days else chosen.newest_day(database)
    return {"until": until, "until_before": days.before().until if days else until}


def _counted(found: "pd.DataFrame", areas: int) -> _Tally:
    categories = {key: at for at, key in enumerate(_categories())}
    found = found[found["category"].isna() | found["category"].isin(list(categories))]
    category = found["category"].map(lambda key: categories.get(key, 0)).to_numpy(int)
    group = found["span"].to_numpy(int) * len(categories) + category
    shape = (2, len(categories))

    def summed(sets: Sets, values: Figures) -> Figures:
        bits = [(sets >> np.uint64(at)) & np.uint64(1) for at in (*range(areas), 63)]
        counts = [
            np.bincount(group, bit * values, 2 * len(categories)).astype(float).reshape(shape)
            for bit in bits
        ]
        return np.stack(counts, axis=1)

    names = ("any_level", *(f"from_level_{level}" for level in _LEVELS))
    sets = [found[name].to_numpy(np.uint64) for name in names]
    reports = found["reports"].to_numpy(float)
    weight = found["weight"].to_numpy(float)
    return _Tally(
        at_least=tuple(summed(one, reports) for one in sets),
        weight=summed(sets[0], weight),
        high_weight=summed(sets[_HIGH], weight),
    )


def _joined(tallies: Sequence[_Tally]) -> _Tally:
    def join(parts: Sequence[Figures]) -> Figures:
        return np.concatenate([*(part[:, :-1] for part in parts), parts[0][:, -1:]], axis=1)

    return _Tally(
        at_least=tuple(
            join([one.at_least[level] for one in tallies]) for level in range(len(_LEVELS) + 1)
        ),
        weight=join([one.weight for one in tallies]),
        high_weight=join([one.high_weight for one in tallies]),
    )


@dataclass(frozen=True, slots=True)
class _Shares:
    share: Figures
    low: Figures
    top: Figures


def _shares(tally: _Tally, span: int) -> _Shares:
    n, high = tally.weight[span], tally.high_weight[span]
    all_n, all_high = n[-1], high[-1]
    prior = Prior(
        np.divide(all_high, all_n, out=np.zeros_like(all_n), where=all_n > 0),
        np.array([prior_weight(high[:-1, at], n[:-1, at]) for at in range(n.shape[1])]),
    )
    low, top = intervals(high, n, prior)
    return _Shares(shrunken(high, n, prior), low, top)


def _cells(tally: _Tally, areas: Sequence[tuple[Area, int]]) -> Iterator[RiskCell]:
    """Yield the cells of the first ``areas`` of a tally, and of all of them."""
    now, before = _shares(tally, 0), _shares(tally, 1)
    reach = (now.top - now.low + before.top - before.low) / 2
    rise = now.share - before.share
    reports, stated, high = (tally.at_least[level] for level in (0, 1, _HIGH))
    is_thin = np.any(reports < THIN, axis=0)
    rows = (*enumerate(area for area, _ in areas), (-1, None))
    for row, area in rows:
        for column, category in enumerate(_categories()):
            n = int(reports[0, row, column])
            if not n:
                continue
            at, past = (row, column), int(reports[1, row, column])
            yield RiskCell(
                area=area,
                category=category,
                reports=n,
                high=int(high[0][at]),
                unstated=n - int(stated[0][at]),
                peak=max((one for one in _LEVELS if tally.at_least[one][0][at]), default=None),
                share=float(now.share[at]),
                low=float(now.low[at]),
                top=float(now.top[at]),
                change=_change(float(rise[at]), float(reach[at]), is_thin=bool(is_thin[at])),
                before=Before(past, int(high[1][at]), float(before.share[at]) if past else None),
            )


def _change(rise: float, reach: float, *, is_thin: bool) -> Change:
    if is_thin:
        return "insufficient"
    if abs(rise) <= reach:
        return "unchanged"
    return "deteriorated" if rise > 0 else "improved"
