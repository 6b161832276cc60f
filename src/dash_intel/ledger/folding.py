"""All events folded into what is decided now, as they come."""

from collections.abc import Iterable
from dataclasses import replace
from threading import Lock

from dash_intel.ledger.ach import matrix
from dash_intel.ledger.notes import notes
from dash_intel.ledger.overrides import overrides
from dash_intel.ledger.reviews import review
from dash_intel.ledger.scenarios import scenario_state
from dash_intel.ledger.signposts import signposts
from dash_intel.ledger.source import Source
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
        self._has_invented = False

    def decisions(self, source: Source) -> Decisions:
        """Return what is decided by the events of ``source``, or by later ones.

        Invented events of a subject come before all others.
        """
        with self._lock:
            if source.version > self._decisions.version:
                turn, _ = source.version
                number = self._decisions.revision
                if turn != self._decisions.turn:
                    self._standings.clear()
                    self._has_invented = self._take(source.invented()) > 0
                    number = 0
                number = max(number, self._take(source.events(number)))
                for key, revision in source.gone().items():
                    if key in self._standings:
                        self._standings[key].gone = revision
                self._decisions = replace(
                    self._folded(), revision=number, turn=turn, has_invented=self._has_invented
                )
            return self._decisions

    def _take(self, events: Iterable[Event]) -> int:
        """Fold in ``events``; return the last one's number, 0 where there is none."""
        number = 0
        for event in events:
            key = (event.aspect, event.subject_id)
            if key not in self._standings:
                self._standings[key] = Standing(event.subject_id)
            self._standings[key].take(event)
            number = event.number
        return number

    def _folded(self) -> Decisions:
        by_aspect: dict[str, list[Standing]] = {}
        for (aspect, _), standing in sorted(self._standings.items()):
            by_aspect.setdefault(aspect, []).append(standing)

        def of(aspect: str) -> list[Standing]:
            return by_aspect.get(aspect, [])

        return Decisions(
            recommendations=tuple(recommendation_state(one) for one in of("recommendation")),
            scenarios=tuple(scenario_state(one) for one in of("scenario")),
            signposts=tuple(one for post in of("signpost") for one in signposts(post)),
            overrides=tuple(override for one in of("override") for override in overrides(one)),
            notes=tuple(note for one in of("note") for note in notes(one)),
            reviews=tuple(mark for one in of("review") if (mark := review(one))),
            views=tuple(view for one in of("view") if (view := saved_view(one))),
            matrices=tuple(found for one in of("matrix") if (found := matrix(one))),
        )
