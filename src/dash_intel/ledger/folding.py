"""All events folded into what is decided now, as they come."""

from collections.abc import Callable, Iterator
from threading import Lock

from dash_intel.ledger.notes import notes
from dash_intel.ledger.overrides import overrides
from dash_intel.ledger.reviews import review
from dash_intel.ledger.scenarios import scenario_state
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.status import recommendation_state
from dash_intel.ledger.views import saved_view
from dash_intel.model.ledger import Decisions, Event


class Folding:
    """Where all decisions stand, kept from one call to the next."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._standings: dict[tuple[str, str], Standing] = {}
        self._decisions = Decisions()

    def decisions(self, head: int, events: Callable[[int], Iterator[Event]]) -> Decisions:
        """Return what is decided up to event ``head``; ``events`` gives those after a number."""
        with self._lock:
            if head > self._decisions.revision:
                number = self._decisions.revision
                for event in events(number):
                    key = (event.aspect, event.subject_id)
                    if key not in self._standings:
                        self._standings[key] = Standing(event.subject_id)
                    self._standings[key].take(event)
                    number = event.number
                self._decisions = self._folded(number)
            return self._decisions

    def _folded(self, revision: int) -> Decisions:
        found: dict[str, list[Standing]] = {}
        for (aspect, _), standing in sorted(self._standings.items()):
            found.setdefault(aspect, []).append(standing)

        def of(aspect: str) -> list[Standing]:
            return found.get(aspect, [])

        return Decisions(
            revision=revision,
            recommendations=tuple(recommendation_state(one) for one in of("recommendation")),
            scenarios=tuple(scenario_state(one) for one in of("scenario")),
            overrides=tuple(override for one in of("override") for override in overrides(one)),
            notes=tuple(note for one in of("note") for note in notes(one)),
            reviews=tuple(mark for one in of("review") if (mark := review(one))),
            views=tuple(view for one in of("view") if (view := saved_view(one))),
        )
