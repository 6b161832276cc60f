"""What is reported and how well: techniques named, declared gaps, publishers, reading, silence."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

ALL = 1_000_000
"""More than there are of anything that is counted by name."""

MONTHS = 12
SHOWN = 10
"""Reports of a page of those behind a number."""

_MONTH = re.compile(r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])")

STATES = (
    "gap",
    "promoted",
    "before",
    "complete",
    "incomplete",
    "unread",
    "warned",
    "earlier",
)


@dataclass(frozen=True, slots=True)
class Cut:
    """Which of the reports that are looked at a number counts; what is empty leaves none out.

    ``region`` is UN M49, ``month`` such as 2025-03, ``state`` one of ``STATES``: ``earlier`` are
    reports from before the period, ``before`` from
    the equal period before it, ``complete`` those without a missing section; ``nameless`` are
    those that state no publisher.
    """

    technique: str = ""
    family: str = ""
    region: str = ""
    month: str = ""
    publisher: str = ""
    profile: str = ""
    missing: str = ""
    warning: str = ""
    state: str = ""
    nameless: str = ""

    @property
    def key(self) -> str:
        """Its name in an address, which ``cut`` reads."""
        return urlencode({name: value for name, value in asdict(self).items() if value})


def cut(key: str | None) -> Cut | None:
    """Return what a key names; None where it names nothing, or something else besides."""
    named = dict(parse_qsl(key or ""))
    known = {one.name for one in fields(Cut)}
    if not named or not set(named) <= known or named.get("state", "gap") not in STATES:
        return None
    if not _MONTH.fullmatch(named.get("month", "2025-03")):
        return None
    return Cut(**named) if all(map(_is_text, named.values())) else None


def _is_text(value: str) -> bool:
    return value.encode("utf-8", "replace").decode() == value


@dataclass(frozen=True, slots=True)
class Behind:
    """A page of the reports behind a number: how many there are, and of how many events.

    ``rows`` as in ``query.results.Results`` with ``report_key``; ``said`` are pieces of them:
    ``report_key``, ``item``, ``words``, ``grade``. ``page`` counts from 1.
    """

    total: int
    units: int
    page: int
    rows: "pd.DataFrame"
    said: "pd.DataFrame"


def behind(
    database: Database, filters: Filters, about: Cut, page: int = 1, *, is_oldest: bool = False
) -> Behind:
    """Return a page of the reports behind a number, newest first, or oldest; undated last."""
    named = asdict(about)
    found = rows(
        database,
        filters,
        "behind",
        **named,
        is_oldest=is_oldest,
        at_most=SHOWN,
        left_out=(page - 1) * SHOWN,
    )
    if found.empty and page > 1:
        return behind(database, filters, about, 1, is_oldest=is_oldest)
    keys = [int(key) for key in found["report_key"]]
    return Behind(
        int(found["total"].max()) if keys else 0,
        int(found["units"].max()) if keys else 0,
        page,
        _heads(database, filters, keys),
        rows(database, filters, "behind_said", keys=keys, **named),
    )


def _heads(database: Database, filters: Filters, keys: Sequence[int]) -> "pd.DataFrame":
    found = rows(database, filters, "result_rows", keys=list(keys), has_text=False)
    found = found.set_index("report_key").reindex(list(keys)).reset_index()
    return found.assign(flags=found["flags"].map(list), regions=found["regions"].map(list))


def named_totals(database: Database, filters: Filters, *, is_family: bool) -> "pd.DataFrame":
    """Return techniques, or families, that reports name, the most first.

    ``value``, ``found`` reports or events, and of these ``exact``, ``near``, ``loose``,
    ``no_match``: each under the nearest match that it names.
    """
    return rows(database, filters, "named_totals", is_family=is_family)


def named_regions(database: Database, filters: Filters, *, is_family: bool) -> "pd.DataFrame":
    """Return the same by UN M49 region, which is ``other``, in no order."""
    return rows(database, filters, "named_across", by="region", is_family=is_family)


def named_months(database: Database, filters: Filters, *, is_family: bool) -> "pd.DataFrame":
    """Return the same by month, which is ``other``, in no order."""
    return rows(database, filters, "named_across", by="month", is_family=is_family)


def regions(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return UN M49 regions with reports, the most first: ``value``, ``found``."""
    return rows(database, filters, "facet_regions", active=[], at_most=ALL)


def months(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return the last ``MONTHS`` months with reports, newest first: ``value``, ``found``."""
    return rows(database, filters, "facet_months", at_most=MONTHS)


def gap_counts(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return one row: ``gaps``, ``units`` with one, ``first_on``, ``middle_on``, ``last_on``.

    The days are the first, the median and the last on which a gap was declared, NaT without any.
    """
    return rows(database, filters, "gap_counts")


def gap_regions(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return UN M49 regions whose reports declare gaps, the most first.

    ``region``, ``units``, ``found`` (of these with a gap), ``first_on`` (the day of the oldest).
    """
    return rows(database, filters, "gap_regions")


def sources(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return publishers, the most reports first.

    ``publisher`` (empty where none is stated), ``found``, ``promoted`` and ``warned`` (of these),
    ``first_on``, ``last_on``, ``regions`` (how many UN M49 regions), ``added`` (those that none of
    the publishers above tells of; 0 where none is stated).
    """
    return rows(database, filters, "sources")


def read_profiles(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return profiles, the most reports first: how completely reports were read.

    ``template``, ``found``; of these ``complete`` and ``incomplete`` (all sections found or not),
    with ``unread`` text, ``warned``; ``unread_characters`` of ``characters``.
    """
    return rows(database, filters, "read_profiles")


def read_whole(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return one row: ``whole``, the reports, or events, that lack no section in any report."""
    return rows(database, filters, "read_whole")


def read_remarks(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return sections that are missing and codes of warnings: ``kind``, ``value``, ``found``."""
    return rows(database, filters, "read_remarks")


def silent(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return UN M49 regions that were ever reported on up to the end of the period.

    ``region``, ``found`` (in the period), ``found_before`` (in the equal one before),
    ``earlier`` (ever before the period), ``last_on``; the longest silent first.
    """
    return rows(database, filters, "silent")
