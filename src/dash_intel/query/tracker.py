"""Recommendations of the reports that filters choose, with what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from dash_intel.model.ledger import Status
from dash_intel.query.chosen import choice
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.statement import statement
from dash_intel.store import Choice, Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

Quick = Literal["all", "mine", "due", "overdue", "stale", "recurring"]
Ranked = Literal["due", "newest", "changed"]

DUE_DAYS = 14
"""Days within which something counts as due soon; ``sql/tracked.sql`` has it too."""
STALE_DAYS = 90
"""Days without a decision after which open advice is stale; ``sql/tracked.sql`` has it too."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which recommendations are listed. No ``statuses`` are all; ``person`` is who "mine" is."""

    person: str
    quick: Quick = "all"
    statuses: tuple[Status, ...] = ()
    ranked: Ranked = "due"


def counts(
    database: Database, filters: Filters, today: date, quick: Quick, person: str
) -> "pd.DataFrame":
    """Return how much advice has each status, and how much of that is marked.

    ``status``, ``given``, ``mine``, ``due`` (within 14 days), ``overdue``, ``stale``,
    ``recurring``; ``wanted`` is what ``quick`` leaves of it.
    """
    return tracked_rows(
        database, filters, today, "tracker_counts", {"quick": quick, "person": person}
    )


def overdue_regions(database: Database, filters: Filters, today: date) -> "pd.DataFrame":
    """Return the regions that have overdue advice: ``code``, ``overdue``; the most first."""
    return tracked_rows(database, filters, today, "tracker_overdue", {})


def listed(
    database: Database, filters: Filters, today: date, wanted: Wanted, part: Part
) -> "pd.DataFrame":
    """Return a part of the recommendations that are wanted, as ``item`` has them, and ``total``.

    Those due come first, then the newest, or as ``wanted.ranked`` says.
    """
    keys = _keys(database, filters, today, wanted, part)
    total = int(keys["total"].iloc[0]) if len(keys) else 0
    return items(database, filters, today, keys).assign(total=total)


def ids(
    database: Database, filters: Filters, today: date, wanted: Wanted, most: int
) -> tuple[str, ...]:
    """Return the ids of the recommendations that are wanted, at most so many."""
    keys = _keys(database, filters, today, wanted, Part(most))
    found = database.rows(statement("tracker_ids"), **_places(keys))
    return tuple(map(str, found["recommendation_id"]))


def board(
    database: Database,
    filters: Filters,
    today: date,
    wanted: Wanted,
    most: tuple[int, ...],
) -> "pd.DataFrame":
    """Return the first recommendations of each of the wanted statuses, as ``item`` has them.

    ``most`` says of how many of each, in the order of ``wanted.statuses``. Of open ones those
    due come first, then the newest; of closed ones those that were decided last.
    """
    values = {
        "quick": wanted.quick,
        "statuses": list(wanted.statuses),
        "person": wanted.person,
        "most": list(most),
    }
    keys = tracked_rows(database, filters, today, "tracker_board", values)
    return items(database, filters, today, keys)


def item(
    database: Database, filters: Filters, today: date, recommendation_id: str
) -> "pd.DataFrame":
    """Return one recommendation, also of a report that ``filters`` leave out; none if none has it.

    ``recommendation_id``, ``text``, ``instrument``, ``horizon``, ``report_id``, ``title``,
    ``publisher``, ``published_on``, ``regions`` (UN M49 codes, a list); of its group ``group_key``,
    ``group_reports``, ``first_on``, ``last_on``; of the ledger ``status``, ``owner``,
    ``addressee``, ``priority``, ``due_on``, ``done_on``, ``reason``, ``evidence``, ``note``,
    ``successor_id``, ``links``, ``revision`` (0 where nothing was decided), ``is_invented``;
    ``is_overdue``, ``is_due_soon``, ``is_stale``, ``is_recurring``.
    """
    return several(database, filters, today, (recommendation_id,))


def several(
    database: Database, filters: Filters, today: date, recommendation_ids: tuple[str, ...]
) -> "pd.DataFrame":
    """Return recommendations as ``item`` has them, also of reports that ``filters`` leave out."""
    sought: dict[str, object] = {"ids": list(recommendation_ids)}
    keys = tracked_rows(database, filters, today, "tracker_places", sought)
    if len(keys) == len(set(recommendation_ids)):
        return items(database, filters, today, keys)
    everything = Filters(period="all")
    keys = tracked_rows(database, everything, today, "tracker_places", sought)
    return items(database, everything, today, keys)


def tracked_rows(
    database: Database, filters: Filters, today: date, name: str, values: Mapping[str, object]
) -> "pd.DataFrame":
    """Return the rows of ``sql/<name>.sql`` over ``tracked`` and what the filters choose."""
    tracked = Choice(
        tables=(("tracked", statement("tracked")),),
        values={"today": today},
        upon=choice(database, filters),
    )
    return database.chosen_rows(tracked, statement(name), values)


def items(
    database: Database, filters: Filters, today: date, keys: "pd.DataFrame"
) -> "pd.DataFrame":
    """Return recommendations as ``item`` has them, by ``report_key`` and ``position`` of each."""
    return tracked_rows(database, filters, today, "tracker_items", _places(keys))


def linkable(database: Database, ids: tuple[str, ...], report_id: str) -> "pd.DataFrame":
    """Return the risks and scenarios of ``ids``, and those of a report.

    ``item_id``, ``kind`` (risk or scenario), ``text``, ``report_id``, ``title``, ``publisher``,
    ``published_on``, ``position``.
    """
    return database.rows(statement("tracker_links"), ids=list(ids), report_id=report_id)


def _keys(
    database: Database, filters: Filters, today: date, wanted: Wanted, part: Part
) -> "pd.DataFrame":
    values = {
        "quick": wanted.quick,
        "statuses": list(wanted.statuses),
        "person": wanted.person,
        "ranked": wanted.ranked,
        **part._asdict(),
    }
    return tracked_rows(database, filters, today, "tracker_keys", values)


def _places(keys: "pd.DataFrame") -> dict[str, list[int]]:
    return {
        "reports": keys["report_key"].astype(int).tolist(),
        "positions": keys["position"].astype(int).tolist(),
    }
