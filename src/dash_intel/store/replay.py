"""What a load brought, read back from the database that it was written to."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from dash_intel.model.load import Difference
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.store.builds import Build
from dash_intel.store.database import Database
from dash_intel.store.duck import attach_file, store_errors
from dash_intel.store.kin import as_parsed
from dash_intel.store.tally import Outcome


def brought(path: Path, load_number: int) -> Iterator[Outcome]:
    """Yield what a load brought, as if it was read again: reports, then findings.

    Known reports come with the places that were new.
    """
    with store_errors(path):
        connection = attach_file(path)
    with closing(Database(Build(0, path, datetime.now(UTC)), connection)) as database:
        places: dict[str, list[str]] = defaultdict(list)
        found = database.rows(
            "SELECT report.report_id, source.source FROM source "
            "INNER JOIN report ON source.report_key = report.report_key "
            "WHERE source.load_number = $load_number ORDER BY source.report_key, source.position",
            load_number=load_number,
        )
        for report_id, source in found.itertuples(index=False):
            places[report_id].append(source)
        yield from (_as_read(report, places) for report in database.reports(list(places)))
        yield from _findings(database, load_number)


def _as_read(report: Report, places: dict[str, list[str]]) -> Report:
    return replace(as_parsed(report), sources=tuple(places[report.report_id]))


def _findings(database: Database, load_number: int) -> Iterator[Outcome]:
    for row in database.rows(
        "SELECT source, code, reason FROM rejection WHERE load_number = $load_number "
        "ORDER BY position",
        load_number=load_number,
    ).itertuples(index=False):
        yield Rejection(*row)
    for row in database.rows(
        "SELECT source, field, message FROM difference WHERE load_number = $load_number "
        "ORDER BY position",
        load_number=load_number,
    ).itertuples(index=False):
        yield Difference(*row)
