"""What was loaded, and what could not be read."""

from typing import TYPE_CHECKING

from dash_intel.query.statement import statement
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def loads(database: Database) -> "pd.DataFrame":
    """Return all loads, the newest first.

    ``number``, ``loaded_at`` (UTC), ``origins`` (list), ``added``, ``known``, ``unrecognised``,
    ``warned``, ``revised``, ``rejected``.
    """
    found = database.rows(statement("loads"))
    return found.assign(
        origins=found["origins"].map(list), loaded_at=found["loaded_at"].dt.tz_localize("UTC")
    )


def rejections(database: Database) -> "pd.DataFrame":
    """Return what cannot be read, the newest load first, within it in order of arrival.

    Of loads from one place, such as a folder that was loaded again, only the newest counts.

    ``load_number``, ``loaded_at`` (UTC), ``source``, ``code``, ``reason``.
    """
    found = database.rows(statement("rejections"))
    return found.assign(loaded_at=found["loaded_at"].dt.tz_localize("UTC"))


def unrecognised(database: Database) -> "pd.DataFrame":
    """Return the reports that no profile reads, the newest load first, within it in order.

    ``report_id``, ``source``, ``load_number``, ``size`` (characters), ``reason`` (what its
    warnings say).
    """
    return database.rows(statement("unrecognised"))


def differences(database: Database) -> "pd.DataFrame":
    """Return readings that imported objects declare and this reader reads otherwise.

    ``load_number``, ``source``, ``field``, ``message``; the newest load first, within it in order.
    """
    return database.rows(statement("differences"))
