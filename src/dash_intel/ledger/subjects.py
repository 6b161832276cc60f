"""What a decision is about: found in the build, else in the ledger itself."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Act, Ledger
from dash_intel.model.ledger import Editing, Kind, Subject, Subjects

PREFIXES: Mapping[str, Kind] = {
    "advice-": "recommendation",
    "future-": "scenario",
    "risk-": "risk",
    "document-": "document",
}
NAMES: Mapping[Kind, str] = {
    "recommendation": "recommendation",
    "scenario": "scenario",
    "risk": "risk",
    "document": "report",
}


def subject_of(ledger: Ledger, known: Subjects, subject_id: str, kinds: Sequence[Kind]) -> Subject:
    """Return the subject of an id, also one that only the ledger still knows.

    Raises ``LedgerError`` where there is none, or it is none of ``kinds``.
    """
    wanted = " or ".join(NAMES[kind] for kind in kinds)
    found = known.subject(subject_id) or _decided_before(ledger, subject_id)
    if found is None:
        raise LedgerError(f"There is no {wanted} {subject_id}: copy the id from a list of them.")
    if found.kind not in kinds:
        raise LedgerError(f"{subject_id} is a {NAMES[found.kind]}; this takes a {wanted}.")
    return found


def act_on(subject: Subject, editing: Editing, kind: str) -> Act:
    """Return what ``editing`` does to a subject as an act of this kind."""
    return Act(
        person=editing.person,
        kind=kind,
        subject_id=subject.subject_id,
        report_id=subject.report_id,
        report_revision=subject.report_revision,
        expected=editing.expected,
        note=editing.note,
        reason=editing.reason,
    )


def require_since(subject: Subject, name: str, day: date) -> None:
    """Raise ``LedgerError`` where ``day`` is before the subject's report."""
    published_on = subject.published_on
    if published_on and day < published_on:
        raise LedgerError(
            f"The {name}, {day}, is before its report, which is of {published_on}. Nothing was "
            "written."
        )


def require_past(name: str, day: date) -> None:
    """Raise ``LedgerError`` where ``day`` is still to come."""
    if day > datetime.now(UTC).date() and day > date.today():
        raise LedgerError(f"The {name}, {day}, is still to come. Nothing was written.")


def _decided_before(ledger: Ledger, subject_id: str) -> Subject | None:
    kind = next((kind for prefix, kind in PREFIXES.items() if subject_id.startswith(prefix)), None)
    history = ledger.history([subject_id]) if kind else ()
    if kind is None or not history:
        return None
    newest = history[0]
    return Subject(subject_id, kind, newest.report_id, newest.report_revision, is_current=False)
