"""Where risk sits on the map: what reports say of each country."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dash_intel.query import chosen
from dash_intel.query.filters import Filters
from dash_intel.query.shrinkage import Figures, Prior, intervals, prior_weight, shrunken
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


@dataclass(frozen=True, slots=True)
class CountryRisk:
    """What reports say of a country, by its ISO 3166 alpha-3 ``code``; None is all of them.

    The fields are those of ``query.risk.RiskCell``.
    """

    code: str | None
    reports: int
    high: int
    unstated: int
    peak: int | None
    share: float
    low: float
    top: float


def risk_map(
    database: Database, filters: Filters, category: str | None = None
) -> tuple[CountryRisk, ...]:
    """Return all countries that reports state a risk of, after the row of all reports.

    ``category`` is that of the risks, None for all. Nothing where no report states such a risk.
    The figures are those of the matrix whose rows are countries.
    """
    found = chosen.rows(
        database, filters, "risk_map", has_category=category is not None, category=category or ""
    )
    if found.empty:
        return ()
    n, high = found["reports"].to_numpy(float), found["high"].to_numpy(float)
    prior = Prior(float(high[0] / n[0]), prior_weight(high[1:], n[1:]))
    return tuple(_risks(found, shrunken(high, n, prior), *intervals(high, n, prior)))


def _risks(found: "pd.DataFrame", share: Figures, low: Figures, top: Figures) -> list[CountryRisk]:
    peaks = found["peak"].to_numpy(float, na_value=np.nan)
    return [
        CountryRisk(
            code=None if at == 0 else str(code),
            reports=int(reports),
            high=int(high),
            unstated=int(unstated),
            peak=None if np.isnan(peaks[at]) else int(peaks[at]),
            share=float(share[at]),
            low=float(low[at]),
            top=float(top[at]),
        )
        for at, (code, reports, high, unstated) in enumerate(
            zip(found["country"], found["reports"], found["high"], found["unstated"], strict=True)
        )
    ]
