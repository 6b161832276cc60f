"""One area's risk by category, in the statistic of the matrix of the areas of its kind."""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.risk import THIN, Change
from dash_intel.query.shrinkage import Prior, intervals, prior_weight, shrunken
from dash_intel.store import Database
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import risk_categories


@dataclass(frozen=True, slots=True)
class Share:
    """``high`` of ``units`` reach level 4 or 5; ``share`` is shrunken, from ``low`` to ``top``."""

    units: int
    high: int
    share: float
    low: float
    top: float


@dataclass(frozen=True, slots=True)
class CategoryRisk:
    """What reports of an area say of a category, now and in the equal period before.

    What is counted are reports, or events. Intervals hold 80 %.
    """

    category: str
    now: Share
    before: Share

    @property
    def change(self) -> Change:
        """Whether the share moved by more than half of both intervals; nothing of fewer than 3."""
        if min(self.now.units, self.before.units) < THIN:
            return "insufficient"
        reach = (self.now.top - self.now.low + self.before.top - self.before.low) / 2
        rise = self.now.share - self.before.share
        if abs(rise) <= reach:
            return "unchanged"
        return "deteriorated" if rise > 0 else "improved"


def area_risk(database: Database, filters: Filters, area: Area) -> tuple[CategoryRisk, ...]:
    """Return the categories that reports of the period state a risk of in an area.

    Shares are drawn towards that of all areas, as much as the areas of its kind are alike.
    """
    found = rows(database, filters, "area_risk", kind=area.kind, is_events=filters.unit == "events")
    tallies: defaultdict[tuple[int, str], _Tally] = defaultdict(_Tally)
    for span, category, code, units, high in found.itertuples(index=False, name=None):
        tally, counted = tallies[span, category], (units, high)
        if not isinstance(code, str):
            tally.all = counted
            continue
        tally.areas.append(counted)
        if code == area.code:
            tally.here = counted
    return tuple(
        CategoryRisk(category, tallies[0, category].share(), tallies[1, category].share())
        for category in risk_categories()
        if tallies[0, category].here[0]
    )


@dataclass(slots=True)
class _Tally:
    """Of a span and a category: how many, and how many high, of all, of each area and of one."""

    all: tuple[int, int] = (0, 0)
    here: tuple[int, int] = (0, 0)
    areas: list[tuple[int, int]] = field(default_factory=list)

    def share(self) -> Share:
        counted = np.array(self.areas, float).reshape(-1, 2)
        all_units, all_high = self.all
        prior = Prior(
            all_high / all_units if all_units else 0.0,
            prior_weight(counted[:, 1], counted[:, 0]),
        )
        units, high = self.here
        cells = np.array([float(high)]), np.array([float(units)]), prior
        low, top = intervals(*cells)
        return Share(units, high, float(shrunken(*cells)[0]), float(low[0]), float(top[0]))
