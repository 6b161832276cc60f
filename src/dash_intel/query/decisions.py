"""What people decided, joined with what the reports say now."""

from datetime import date

import pandas as pd

from dash_intel.model.ledger import Subject
from dash_intel.query.statement import statement
from dash_intel.store import Database


class BuildSubjects:
    """Finds in one build what a decision is about."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def subject(self, subject_id: str) -> Subject | None:
        """Return the recommendation, scenario, risk or document of an id, None where none has it.

        A report's id stands for its document. Of several revisions the newest that holds it.
        """
        found = self._database.rows(statement("subject"), subject_id=subject_id)
        if found.empty:
            return None
        row = found.iloc[0]
        published_on = row["published_on"]
        return Subject(
            subject_id=row["subject_id"],
            kind=row["kind"],
            report_id=row["report_id"],
            report_revision=int(row["revision"]),
            published_on=None if pd.isna(published_on) else published_on.date(),
            is_current=bool(row["is_newest"]),
            triggers=tuple(_listed(row["triggers"])),
        )


def recommendations(database: Database, today: date) -> pd.DataFrame:
    """Return all recommendations with their status, the newest report's first, orphans last.

    ``recommendation_id``, ``text``, ``report_id``, ``title``, ``published_on``, ``is_orphaned``,
    ``is_rejected``, ``status``, ``is_open``, ``status_since``, ``owner``, ``addressee``,
    ``priority``, ``due_on``, ``is_overdue``, ``done_on``, ``reason``, ``successor_id``,
    ``evidence``, ``links`` (list), ``note``, ``revision``, ``changed_at``, ``changed_by``. Of an
    orphan nothing is known that its report says. Times are UTC.
    """
    found = database.rows(statement("recommendations"), today=today)
    return found.assign(links=found["links"].map(_listed))


def scenarios(database: Database, today: date) -> pd.DataFrame:
    """Return all scenarios with what was decided, the newest report's first, orphans last.

    ``scenario_id``, ``kind``, ``text``, ``report_id``, ``title``, ``published_on``,
    ``is_orphaned``, ``is_rejected``, ``read_horizon``, ``horizon_on``, ``probability`` (share),
    ``probability_at``, ``basis``, ``drivers``, ``indicators``, ``triggers`` (lists), ``outcome``
    (also ``open`` and ``due``), ``resolved_on``, ``first_resolved_at``, ``resolver``, ``evidence``,
    ``reason``, ``note``, ``revision``, ``changed_at``, ``changed_by``.
    """
    found = database.rows(statement("scenarios"), today=today)
    lists = ("drivers", "indicators", "triggers")
    return found.assign(**{name: found[name].map(_listed) for name in lists})


def signposts(database: Database) -> pd.DataFrame:
    """Return the indicators of all scenarios, also those that nobody marked, as they are listed.

    ``scenario_id``, ``indicator``, ``mark``, ``seen_on``, ``evidence``, ``marked_by``,
    ``marked_at`` (UTC), ``revision`` of the scenario's signposts, 0 where none was marked.
    """
    return database.rows(statement("signposts"))


def overrides(database: Database) -> pd.DataFrame:
    """Return the corrections in force, the latest first.

    ``subject_id``, ``kind``, ``text``, ``report_id``, ``is_orphaned``, ``field``, ``value`` (list,
    empty where there is nothing to read), ``reason``, ``overridden_by``, ``overridden_at`` (UTC),
    ``revision``.
    """
    found = database.rows(statement("overrides"))
    return found.assign(value=found["value"].map(_listed))


def orphans(database: Database) -> pd.DataFrame:
    """Return the decisions whose sentence no newest revision holds, the latest first.

    ``aspect``, ``subject_id``, ``changed_at`` (UTC), ``changed_by``, ``report_id`` and
    ``report_revision`` that it was last seen in, ``newest_report_id`` of that document.
    """
    return database.rows(statement("orphans"))


def _listed(values: object) -> list[str]:
    return [str(value) for value in values] if hasattr(values, "__iter__") else []
