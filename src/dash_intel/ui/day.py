"""Which day it is for what is due."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return the day (UTC) that due days are compared with."""
    return datetime.now(UTC).date()
