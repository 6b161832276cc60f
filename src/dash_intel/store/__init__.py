"""Reports in DuckDB: immutable builds, published one after the other."""

from dash_intel.store.alike import LOOKS_ALIKE
from dash_intel.store.builds import Build, current_build, spool
from dash_intel.store.database import Database, open_build
from dash_intel.store.kin import Kinship
from dash_intel.store.loader import publish, rehearse
from dash_intel.store.lock import NO_MATTER, Wait
from dash_intel.store.packed import Packed, packed
from dash_intel.store.purge import Purge, purge
from dash_intel.store.reread import Changed, Reread, Texts, reread, texts
from dash_intel.store.rollback import Kept, Lacking, Rollback, builds, lacking, rollback
from dash_intel.store.search import Clause, Field, Matches, Segment, Wanted
from dash_intel.store.selection import Choice
from dash_intel.store.tally import Arrival, Outcome, Tally
from dash_intel.store.tombstones import Tombstone, admitted, tombstones

__all__ = [
    "LOOKS_ALIKE",
    "NO_MATTER",
    "Arrival",
    "Build",
    "Changed",
    "Choice",
    "Clause",
    "Database",
    "Field",
    "Kept",
    "Kinship",
    "Lacking",
    "Matches",
    "Outcome",
    "Packed",
    "Purge",
    "Reread",
    "Rollback",
    "Segment",
    "Tally",
    "Texts",
    "Tombstone",
    "Wait",
    "Wanted",
    "admitted",
    "builds",
    "current_build",
    "lacking",
    "open_build",
    "packed",
    "publish",
    "purge",
    "rehearse",
    "reread",
    "rollback",
    "spool",
    "texts",
    "tombstones",
]
