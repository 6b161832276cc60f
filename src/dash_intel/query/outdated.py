"""Reports that were read with other words or rules than those of now."""

from dataclasses import dataclass

from dash_intel.query.statement import statement
from dash_intel.store import Database


@dataclass(frozen=True, slots=True)
class Versions:
    """What reports are read with now: words and rules of meaning, and profiles."""

    readings: str
    profiles: tuple[str, ...]


def outdated(database: Database, now: Versions) -> int:
    """Return how many reports were read with other words or rules than ``now``."""
    found = database.rows(statement("outdated"), readings=now.readings, profiles=list(now.profiles))
    return int(found["reports"].iloc[0])
