"""Where one decision stands: the fields that its events left, and which event left each."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from dash_intel.errors import LedgerError
from dash_intel.model.ledger import Event, Last, Value, Values

_MATRIX = ("question", "hypotheses", "evidence", "marks")
_RESTS_ON: Mapping[Value, tuple[str, ...]] = MappingProxyType(
    {
        "accepted": ("owner",),
        "in_progress": ("owner",),
        "partially_addressed": ("owner", "evidence"),
        "implemented": ("owner", "evidence"),
    }
)
"""Status of a recommendation → the fields without which it could not be given."""


class Standing:
    """The events of one aspect of one subject, folded.

    Revisions before ``gone`` stand for what was seen with invented events that were removed since,
    or before an import: none is handed out again.
    """

    def __init__(self, subject_id: str, events: Iterable[Event] = (), gone: int = 0) -> None:
        self.subject_id = subject_id
        self.gone = gone
        self.newest: Event | None = None
        self._set_by: dict[str, Event] = {}
        self._first_set_by: dict[str, Event] = {}
        self._real: dict[str, Value] = {}
        for event in events:
            self.take(event)

    def take(self, event: Event) -> None:
        """Fold in the next event."""
        self.newest = event
        if not event.is_invented:
            self._real.update(event.after)
        for field, value in event.after.items():
            if value is None:
                self._set_by.pop(field, None)
            else:
                self._set_by[field] = event
                self._first_set_by.setdefault(field, event)

    @property
    def revision(self) -> int:
        """What tells this state from every other that was ever seen; 0: nothing is decided."""
        return max(self.newest.revision, self.gone) if self.newest else 0

    @property
    def next_revision(self) -> int:
        """The revision of the next event."""
        return max(self.revision, self.gone) + 1

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are set, in order of their names."""
        return tuple(sorted(self._set_by))

    @property
    def last(self) -> Last:
        """Who decided last, when and where; ``LedgerError`` where nobody did."""
        event = self.newest
        if event is None:
            raise LedgerError(f"Nothing was decided about {self.subject_id}.")
        return Last(
            self.revision,
            event.at,
            event.who,
            event.report_id,
            event.report_revision,
            event.is_invented or any(one.is_invented for one in self._set_by.values()),
        )

    def setter(self, field: str) -> Event | None:
        """Return the event that a field has its value from, None where it is not set."""
        return self._set_by.get(field)

    def is_invented(self, field: str) -> bool:
        """Tell whether a field has its value from an invented event."""
        event = self._set_by.get(field)
        return event is not None and event.is_invented

    def value(self, field: str) -> Value:
        """Return the value of a field, None where it is not set."""
        event = self._set_by.get(field)
        return event.after[field] if event else None

    def real_value(self, field: str) -> Value:
        """Return the value that somebody really gave a field, None where nobody did."""
        return self._real.get(field)

    def text(self, field: str) -> str | None:
        """Return a field that holds text; ``LedgerError`` where it holds anything else."""
        value = self.value(field)
        if value is None or isinstance(value, str):
            return value
        raise self.misfit(field)

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a field that holds several texts, none where it is not set."""
        value = self.value(field)
        if value is None:
            return ()
        if isinstance(value, tuple):
            return value
        raise self.misfit(field)

    def number(self, field: str) -> float | None:
        """Return a field that holds a number."""
        value = self.value(field)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        raise self.misfit(field)

    def day(self, field: str) -> date | None:
        """Return a field that holds a day."""
        text = self.text(field)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError as error:
            raise self.misfit(field) from error

    def since(self, field: str) -> datetime | None:
        """Return when a field got its value."""
        event = self._set_by.get(field)
        return event.at if event else None

    def first(self, field: str) -> datetime | None:
        """Return when a field first got any value, also one that it has no more."""
        event = self._first_set_by.get(field)
        return event.at if event else None

    def changes(self, wanted: Values) -> Values:
        """Return those of the ``wanted`` values that are others than now."""
        return {field: value for field, value in wanted.items() if self.value(field) != value}

    def misfit(self, field: str) -> LedgerError:
        """Return what to raise where a field that is set holds what it cannot."""
        event = self._set_by[field]
        return LedgerError(
            f"Event {event.number} of the ledger has a {field} that this program cannot read."
        )


def rested_on(standing: Standing, aspect: str, changes: Values) -> Values:
    """Return what ``changes`` rest on and only an invented event says: it stays when that goes.

    A matrix is saved as a whole; a status needs the owner that it was given with, and evidence,
    which somebody may have said in the same words.
    """
    status = changes.get("status") if aspect == "recommendation" else None
    needed = _MATRIX if aspect == "matrix" else _RESTS_ON.get(status, ())
    return {field: standing.value(field) for field in needed if standing.is_invented(field)}
