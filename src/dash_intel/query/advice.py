"""Advice across reports: what recurs, what is alike, what contradicts. Proposals, never merges."""

from typing import TYPE_CHECKING

from dash_intel.query.statement import statement
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def groups(database: Database, limit: int = 100) -> "pd.DataFrame":
    """Return groups of the same advice, those of the most reports first.

    ``group_id``, ``canonical_text``, ``recommendations``, ``reports``, ``first_on`` and ``last_on``
    (of publication, NaT where no report is dated).
    """
    return database.rows(statement("advice_groups"), at_most=limit)


def members(database: Database, group_id: str) -> "pd.DataFrame":
    """Return the recommendations of a group, the oldest first, none where there is no such group.

    ``recommendation_id``, ``report_id``, ``published_on``, ``text``, ``is_canonical``,
    ``similarity`` (to the canonical text, 0 to 1).
    """
    return database.rows(statement("advice_members"), group_id=group_id)


def similar(database: Database, recommendation_id: str, limit: int = 10) -> "pd.DataFrame":
    """Return differently worded advice that is like this one, one recommendation a wording.

    That of its group and what may be worth adding to it: ``recommendation_id``, ``report_id``,
    ``published_on``, ``text``, ``similarity`` (from .55 to 1), the likest first.
    """
    return database.rows(
        statement("advice_similar"), recommendation_id=recommendation_id, at_most=limit
    )


def conflicts(database: Database, limit: int = 100) -> "pd.DataFrame":
    """Return pairs of recommendations that contradict each other, the likest objects first.

    ``one_id``, ``one_report_id``, ``one_on``, ``one_text``, the same of ``other``, ``countries``
    (list of ISO3 in common), ``similarity`` (of all but the verbs, 0 to 1).
    """
    found = database.rows(statement("advice_conflicts"), at_most=limit)
    return found.assign(countries=found["countries"].map(list))
