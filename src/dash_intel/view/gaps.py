"""What reports say that they do not know, and how long ago they said so."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.item import Chip
from dash_intel.view.quotes import Quotes, quote, total
from dash_intel.view.words import count, long_day


@dataclass(frozen=True, slots=True)
class Gaps:
    """Declared gaps with their age, and a sentence on all of them."""

    scope: str
    quotes: Quotes


def gaps(found: pd.DataFrame, newest_on: date | None) -> Gaps:
    """Return the rows of ``query.gaps.gaps``; ages are counted up to ``newest_on``."""
    shown = tuple(
        quote(
            row,
            f"gap-{cells.number(row['position']) + 1}",
            cells.text(row["text"]),
            *_age(cells.day(row["published_on"]), newest_on),
        )
        for row in cells.records(found)
    )
    if not shown:
        return Gaps("No report says that it does not know something.", Quotes((), 0))
    oldest = cells.day(next(cells.records(found))["oldest_on"])
    aged = f", the oldest {_days(oldest, newest_on)}" if oldest and newest_on else ""
    told = f"{count(total(found), 'sentence')} in which reports say what they do not know{aged}"
    until = f"; age on {long_day(newest_on)}, the newest day of the data" if newest_on else ""
    return Gaps(f"{told}{until}.", Quotes(shown, total(found)))


def _age(said_on: date | None, newest_on: date | None) -> tuple[Chip, ...]:
    if said_on is None or newest_on is None:
        return (Chip("Age not known"),)
    return (Chip(_days(said_on, newest_on)),)


def _days(said_on: date, newest_on: date) -> str:
    return f"{count(max(0, (newest_on - said_on).days), 'day')} old"
