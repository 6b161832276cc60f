"""The SQL files of this room."""

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """Return the text of ``sql/<name>.sql``; its first line tells what one row is."""
    return (files("dash_intel.query") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
