"""Tags that stand on so many reports that they tell nothing."""

from dash_intel.query.statement import statement
from dash_intel.store import Database

STAMP_SHARE = 0.6
"""A tag on more than this share of reports is a stamp: a trend over it only plots volume."""

FEWEST_FOR_STAMPS = 10
"""Reports below which no tag is taken for a stamp: on one report, every tag is on all of them."""


def stamp_names(database: Database) -> frozenset[str]:
    """Return the tags that are stamps, none where there are fewer than ``FEWEST_FOR_STAMPS``."""

    def ask() -> frozenset[str]:
        found = database.cells(statement("stamps"), share=STAMP_SHARE, fewest=FEWEST_FOR_STAMPS)
        return frozenset(str(name) for (name,) in found)

    return database.once("stamps", ask)
