"""The report that a matrix of hypotheses is on, and the reports that one can be begun on."""

from typing import TYPE_CHECKING

from dash_intel.model.report import Report
from dash_intel.query.chosen import rows
from dash_intel.query.decisions import BuildSubjects
from dash_intel.query.filters import Filters
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

MOST_OFFERED = 200


def report_of(database: Database, document_id: str) -> Report | None:
    """Return the newest revision of a document, None where it is not in this build."""
    subject = BuildSubjects(database).subject(document_id)
    return database.report(subject.report_id) if subject and subject.report_id else None


def offered(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return the newest reports with competing hypotheses, ``MOST_OFFERED`` at most.

    ``document_id``, ``title``, ``published_on``, ``total`` (of all there are).
    """
    found = rows(database, filters, "competing_reports", stated=[], at_most=MOST_OFFERED, skipped=0)
    return found[["document_id", "title", "published_on", "total"]]
