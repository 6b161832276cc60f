"""The strongest sentence on each of some areas: what moved them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def movers(
    database: Database, filters: Filters, areas: Sequence[tuple[Area, bool]]
) -> "pd.DataFrame":
    """Return the strongest risk sentence on each area, as ``query.sentences.Behind`` has rows.

    ``areas`` are of one kind, each with whether the sentence is of the period, or else of the
    equal one before it. ``code`` is the area's; one without a sentence has no row.
    """
    found = rows(
        database,
        filters,
        "changed_movers",
        kind=areas[0][0].kind if areas else "",
        codes=[area.code for area, _ in areas],
        spans=[0 if is_now else 1 for _, is_now in areas],
    )
    texts = rows(
        database,
        filters,
        "sentences",
        reports=found.pop("report_key").astype(int).tolist(),
        positions=found.pop("position").astype(int).tolist(),
    )
    judged = {
        "basis": "likelihood_basis",
        "term": "likelihood_term",
        "low": "likelihood_low",
        "high": "likelihood_high",
        "is_corrected": "is_judged",
    }
    return texts.join(found.rename(columns=judged))
