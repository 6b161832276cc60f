"""What follows from a build and from corrections, in memory beside it, made when first needed."""

import pyarrow as pa

from dash_intel.store.duck import Connection
from dash_intel.store.schema import statements
from dash_intel.vocab.areas import memberships


def derive(cursor: Connection) -> None:
    """Make the tables of ``derived.sql`` in the in-memory database ``derived``."""
    cursor.execute(statements("derived.sql"))
    rows = [(area.kind, area.code, place) for area, place in memberships()]
    cells = zip(*sorted(rows), strict=True)
    names = ("kind", "code", "place")
    cursor.register("incoming", pa.table(dict(zip(names, map(list, cells), strict=True))))
    cursor.execute("INSERT INTO derived.area SELECT * FROM incoming")
    cursor.unregister("incoming")


def correct(cursor: Connection) -> None:
    """Put what corrections make of the readings in place of what was there before."""
    cursor.execute("BEGIN TRANSACTION")
    cursor.execute(statements("corrected.sql"))
    cursor.execute("COMMIT")
