"""How often tags stand on reports, and which stand on so many that they tell nothing."""

from typing import TYPE_CHECKING

from dash_intel.query.statement import statement
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

STAMP_SHARE = 0.6
"""A tag on more than this share of reports is a stamp: a trend over it only plots volume."""

FEWEST_FOR_STAMPS = 10
"""Reports below which no tag is taken for a stamp: on one report, every tag is on all of them."""


def stamps(database: Database) -> "pd.DataFrame":
    """Return the tags of recognised reports in their newest revision, most reports first.

    ``name``, ``reports`` (with that tag, however often it stands there), ``share`` (of all
    recognised reports, 0 to 1), ``is_stamp`` (more than ``STAMP_SHARE``).
    """
    found = database.rows(statement("tag_stamp"))
    share = found["reports"] / found["all_reports"]
    return found[["name", "reports"]].assign(share=share, is_stamp=share > STAMP_SHARE)


def stamp_names(database: Database) -> frozenset[str]:
    """Return the tags that are stamps, none where there are fewer than ``FEWEST_FOR_STAMPS``."""

    def ask() -> frozenset[str]:
        found = database.cells(statement("stamps"), share=STAMP_SHARE, fewest=FEWEST_FOR_STAMPS)
        return frozenset(str(name) for (name,) in found)

    return database.once("stamps", ask)
