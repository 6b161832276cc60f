"""How much there is, and what is newest."""

from typing import TYPE_CHECKING

from dash_intel.query.statement import statement
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

ALL_LOADS = 2**31 - 1
"""More than any load's number."""


def counts(database: Database, until_load: int = ALL_LOADS) -> "pd.DataFrame":
    """Return one row: how much the loads up to ``until_load`` brought, recognised reports only.

    ``reports``, ``samples`` among them (invented), ``superseded`` (older revisions, which are not
    among them), ``unrecognised`` reports, ``recommendations``, ``risks``, ``scenarios`` and
    ``techniques`` (as often as they are named); ``tags`` and ``publishers`` (different ones);
    ``first_on`` and ``last_on`` (first and last day of publication, NaT where none is stated).
    """
    return database.once(
        ("counts", until_load),
        lambda: database.rows(statement("counts"), until_load=until_load),
    )


def newest(
    database: Database, limit: int, *, load: int | None = None, has_remarks: bool = False
) -> "pd.DataFrame":
    """Return the newest recognised reports, newest first, undated last, then by id.

    Of each its newest revision; or what one ``load`` brought. With ``has_remarks`` only those with
    a warning or unread text.

    ``report_id``, ``title`` (headline, else page title, else source), ``publisher``,
    ``published_on``, ``template``, ``flags`` (list), ``marking``, ``bluf``, ``warning_count``,
    ``unread_count``, ``total`` (of which these are the first).
    """
    found = database.rows(
        statement("newest"), at_most=limit, load_number=load or 0, has_remarks=has_remarks
    )
    return found.assign(flags=found["flags"].map(list))


def publishers(database: Database, limit: int) -> "pd.DataFrame":
    """Return who published most recognised reports, then whose newest is newest, then by name.

    ``publisher``, ``reports``, ``last_on`` (NaT where none is dated).
    """
    return database.rows(statement("publishers"), at_most=limit)
