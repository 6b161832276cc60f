"""Groups of the same advice, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip
from dash_intel.view.literal import opening
from dash_intel.view.outlook import STATUS_HUES
from dash_intel.view.quotes import Quote, total
from dash_intel.view.tracker import STATUSES, Row, region_names, short_status, status_chip
from dash_intel.view.words import count, day, listed
from dash_intel.vocab.advice import instruments

MOST_REGIONS = 3
GROUPS_METHOD = (
    "Advice is the same where its words are alike (a cosine of .75 or more) and country, numbers"
    " and negation do not differ; groups are proposals, and closing one piece of advice never"
    " closes the others. A piece that was split out or joined stays so when reports are loaded"
    " again."
)


@dataclass(frozen=True, slots=True)
class Group:
    """Advice that several reports give; ``recommendation_id`` is the newest of it."""

    key: str
    recommendation_id: str
    text: str
    scope: str
    facts: str
    chips: tuple[Chip, ...]
    recommendations: int


@dataclass(frozen=True, slots=True)
class Similar:
    """Advice that is like that of a group, and may be worth adding to it."""

    recommendation_id: str
    quote: Quote
    alike: str


def groups(found: pd.DataFrame) -> tuple[Group, ...]:
    """Return the rows of ``query.tracker_groups.groups``."""
    return tuple(_group(row) for row in cells.records(found))


def groups_scope(found: pd.DataFrame) -> str:
    """Return how many groups there are, and in which order they stand."""
    if not total(found):
        return "No advice recurs in these reports."
    number = total(found)
    verb = "recurs" if number == 1 else "recur"
    return (
        f"{count(number, 'piece')} of advice {verb} among the reports looked at, those of the most"
        " first."
    )


def similar(found: pd.DataFrame, members: frozenset[str]) -> tuple[Similar, ...]:
    """Return the rows of ``query.advice.similar`` that are not among ``members``."""
    return tuple(
        Similar(
            cells.text(row["recommendation_id"]),
            Quote(
                cells.text(row["report_id"]),
                cells.text(row["recommendation_id"]),
                opening(flowing(cells.text(row["text"]))),
                day(cells.day(row["published_on"])),
                "",
            ),
            f"{float(str(row['similarity'])):.0%} alike",
        )
        for row in cells.records(found)
        if cells.text(row["recommendation_id"]) not in members
    )


def member_quote(row: Row) -> Quote:
    """Return a member of a group in its report's words."""
    facts = (day(row.published_on), row.publisher)
    return Quote(
        row.report_id,
        row.recommendation_id,
        opening(flowing(row.text)),
        row.title,
        " · ".join(fact for fact in facts if fact),
        (status_chip(row.status), *row.chips),
    )


def _group(row: cells.Row) -> Group:
    regions = _regions(row)
    instrument = cells.text(row["instrument"])
    since, until = cells.day(row["first_on"]), cells.day(row["last_on"])
    reports = count(cells.number(row["reports"]), "report")
    return Group(
        key=cells.text(row["group_key"]),
        recommendation_id=cells.text(row["recommendation_id"]),
        text=opening(flowing(cells.text(row["text"]))),
        scope=f"{reports} looked at, {day(since)} to {day(until)}",
        facts=" · ".join(one for one in (regions, instruments().get(instrument, "")) if one),
        chips=_statuses(row),
        recommendations=cells.number(row["recommendations"]),
    )


def _regions(row: cells.Row) -> str:
    codes = cells.texts(row["regions"])
    names = tuple(region_names((one,))[0] for one in codes[:MOST_REGIONS])
    more = len(codes) - len(names)
    return listed((*names, f"{more} more")) if more > 0 else listed(names)


def _statuses(row: Mapping[str, object]) -> tuple[Chip, ...]:
    found = [
        Chip(f"{short_status(one)} {cells.number(row[one]):,}", STATUS_HUES[one])
        for one in STATUSES
        if cells.number(row[one])
    ]
    overdue = cells.number(row["overdue"])
    if overdue:
        found.append(Chip(f"Overdue {overdue:,}", "red"))
    if row["is_recurring"]:
        found.append(Chip("Recurring", "blue"))
    return tuple(found)
