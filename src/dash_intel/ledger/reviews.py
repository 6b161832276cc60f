"""Which reports somebody has read, and in which revision."""

from collections.abc import Mapping

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.subjects import act_on, subject_of
from dash_intel.model.ledger import Editing, Event, Review, Subjects, Value


def mark_reviewed(ledger: Ledger, known: Subjects, editing: Editing) -> Event:
    """Mark a report as read in the revision that it has now."""
    subject = subject_of(ledger, known, editing.subject_id, ("document",))

    def decide(standing: Standing) -> Mapping[str, Value]:
        return standing.changes({"reviewed": subject.report_id})

    return ledger.record(act_on(subject, editing, "review.mark"), decide)


def unmark_reviewed(ledger: Ledger, known: Subjects, editing: Editing) -> Event:
    """Take the mark away."""
    subject = subject_of(ledger, known, editing.subject_id, ("document",))

    def decide(standing: Standing) -> Mapping[str, Value]:
        if standing.setter("reviewed") is None:
            raise LedgerError(f"{subject.subject_id} is not marked as read.")
        return {"reviewed": None}

    return ledger.record(act_on(subject, editing, "review.unmark"), decide)


def review(standing: Standing) -> Review | None:
    """Return the mark of one document, None where it has none."""
    event = standing.setter("reviewed")
    if event is None:
        return None
    return Review(standing.subject_id, event.who, event.at, standing.last)
