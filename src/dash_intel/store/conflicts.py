"""Advice that contradicts other advice: opposed lead verbs and the same object.

Whether two recommendations have a country in common is asked when they are shown
(``advice_conflict``): a report's countries stand in where advice names none.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dash_intel.enrich.evidence import Found, compared, joined
from dash_intel.enrich.lookups import by_one
from dash_intel.enrich.neighbours import Keys, Lookup, met
from dash_intel.enrich.similar import OPPOSED
from dash_intel.store.duck import Connection
from dash_intel.store.likeness import Corpus, Sentences, insert, sentences

_DEPTH = 3
_STALE = (
    "SELECT id FROM changed UNION ALL (SELECT one FROM advice_opposed UNION "
    "SELECT other FROM advice_opposed EXCEPT SELECT id FROM advice_wording)"
)
_ON_TWO_SIDES = (
    "WITH leads AS (SELECT id, unnest(lead) AS side FROM advice_wording), "
    "wanted AS (SELECT DISTINCT abs(leads.side) AS axis FROM leads "
    "SEMI JOIN changed ON leads.id = changed.id), "
    "axis AS (SELECT abs(leads.side) AS axis FROM leads "
    "SEMI JOIN wanted ON abs(leads.side) = wanted.axis "
    "GROUP BY abs(leads.side) HAVING min(leads.side) < 0 AND max(leads.side) > 0) "
    "SELECT leads.id FROM leads SEMI JOIN axis ON abs(leads.side) = axis.axis"
)


def update_conflicts(connection: Connection, advice: Corpus) -> None:
    """Find what the sentences in ``changed`` contradict, and forget what is gone."""
    connection.execute(
        f"DELETE FROM advice_opposed WHERE one IN ({_STALE}) OR other IN ({_STALE})"  # noqa: S608
    )
    near = sentences(connection, advice, _ON_TWO_SIDES)
    if not len(near.ids):
        return
    rows = connection.execute(
        "SELECT lead, lead_stem FROM advice_wording "
        "INNER JOIN chosen ON advice_wording.id = chosen.id ORDER BY chosen.owner"
    ).fetchall()
    leads = [frozenset(lead) for lead, _ in rows]
    changed = near.at(key for (key,) in connection.execute("SELECT id FROM changed").fetchall())
    found = _opposed(near.without([stem for _, stem in rows]), leads, changed)
    columns = {
        "one": pa.array(near.ids[found.one]),
        "other": pa.array(near.ids[found.other]),
        "similarity": pa.array(found.likeness),
    }
    insert(connection, "advice_opposed", columns)


def _opposed(
    rests: Sentences, leads: list[frozenset[int]], is_changed: npt.NDArray[np.bool_]
) -> Found:
    against = np.array([min(lead) < 0 for lead in leads], np.bool_)
    parts = []
    for one, other in met(rests.vectors, _lookup(rests, leads), against):
        wanted = (is_changed[one] | is_changed[other]) & (against[one] | against[other])
        found = compared(rests.vectors, one[wanted], other[wanted], round(1000 * OPPOSED))
        pairs = zip(found.one.tolist(), found.other.tolist(), strict=True)
        meets = [any(-side in leads[b] for side in leads[a]) for a, b in pairs]
        parts.append(found.chosen(found.names_shared & np.array(meets, np.bool_)))
    return joined(parts)


def _lookup(rests: Sentences, leads: list[frozenset[int]]) -> Lookup:
    owners = np.array([at for at, lead in enumerate(leads) for _ in lead], np.int64)
    axes: Keys = np.array([abs(side) for lead in leads for side in sorted(lead)], np.uint64)
    return by_one(rests.vectors, axes, owners, _DEPTH)
