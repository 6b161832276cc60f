"""Where one decision stands: the fields that its events left, and which event left each."""

from collections.abc import Iterable
from datetime import date, datetime

from dash_intel.errors import LedgerError
from dash_intel.model.ledger import Event, Last, Value, Values


class Standing:
    """The events of one aspect of one subject, folded."""

    def __init__(self, subject_id: str, events: Iterable[Event] = ()) -> None:
        self.subject_id = subject_id
        self.newest: Event | None = None
        self._set_by: dict[str, Event] = {}
        for event in events:
            self.take(event)

    def take(self, event: Event) -> None:
        """Fold in the next event."""
        self.newest = event
        for field, value in event.after.items():
            if value is None:
                self._set_by.pop(field, None)
            else:
                self._set_by[field] = event

    @property
    def revision(self) -> int:
        """How many events there are; 0 where nothing was decided."""
        return self.newest.revision if self.newest else 0

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
        return Last(event.revision, event.at, event.who, event.report_id, event.report_revision)

    def setter(self, field: str) -> Event | None:
        """Return the event that a field has its value from, None where it is not set."""
        return self._set_by.get(field)

    def value(self, field: str) -> Value:
        """Return the value of a field, None where it is not set."""
        event = self._set_by.get(field)
        return event.after[field] if event else None

    def text(self, field: str) -> str | None:
        """Return a field that holds text; ``LedgerError`` where it holds anything else."""
        value = self.value(field)
        if value is None or isinstance(value, str):
            return value
        raise self._misfit(field)

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a field that holds several texts, none where it is not set."""
        value = self.value(field)
        if value is None:
            return ()
        if isinstance(value, tuple):
            return value
        raise self._misfit(field)

    def number(self, field: str) -> float | None:
        """Return a field that holds a number."""
        value = self.value(field)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        raise self._misfit(field)

    def day(self, field: str) -> date | None:
        """Return a field that holds a day."""
        text = self.text(field)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError as error:
            raise self._misfit(field) from error

    def since(self, field: str) -> datetime | None:
        """Return when a field got its value."""
        event = self._set_by.get(field)
        return event.at if event else None

    def changes(self, wanted: Values) -> Values:
        """Return those of the ``wanted`` values that are others than now."""
        return {field: value for field, value in wanted.items() if self.value(field) != value}

    def _misfit(self, field: str) -> LedgerError:
        event = self._set_by[field]
        return LedgerError(
            f"Event {event.number} of the ledger has a {field} that this program cannot read."
        )
