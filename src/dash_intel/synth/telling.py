"""Sentences about one event."""

from dash_intel.synth.chance import Chance
from dash_intel.synth.plan import Event
from dash_intel.synth.words import sentences, words


class _Filled(dict[str, str]):
    """Words by name: those of the event, and for every other name one of its list."""

    def __init__(self, event: Event, chance: Chance) -> None:
        subject = event.subject
        super().__init__(
            happening=subject.happening,
            target=subject.target,
            actor=subject.actor,
            method=subject.method,
            loss=subject.loss,
            country=event.place.country,
            city=event.place.city,
            second_city=event.place.second_city,
            other=event.other.country,
        )
        self._chance = chance

    def __missing__(self, name: str) -> str:
        return self._chance.skewed(words(name))


class Teller:
    """Tells of an event, in words that chance picks."""

    def __init__(self, event: Event, chance: Chance) -> None:
        self.event = event
        self.chance = chance
        self._words = _Filled(event, chance)

    def filled(self, template: str) -> str:
        """Return ``template`` with its words, beginning with a capital letter."""
        told = template.format_map(self._words)
        return told[0].upper() + told[1:]

    def one(self, name: str) -> str:
        """Return one sentence of ``name``.txt."""
        return self.filled(self.chance.one_of(sentences(name)))

    def some(self, name: str, number: int) -> list[str]:
        """Return ``number`` different sentences of ``name``.txt."""
        return [self.filled(one) for one in self.chance.several(sentences(name), number)]

    def prose(self, name: str, number: int) -> str:
        """Return ``number`` different sentences of ``name``.txt as one paragraph."""
        return " ".join(self.some(name, number))

    def parts(self, name: str, number: int) -> str:
        """Return ``number`` lines of ``name``.txt as one list between semicolons."""
        chosen = self.chance.several(sentences(name), number)
        return "; ".join(part.format_map(self._words) for part in chosen) + "."

    def headline(self) -> str:
        """Return a headline of the event."""
        subject = self.event.subject
        first = self.chance.happens(0.6)
        told = self.filled(subject.headline if first else subject.second_headline)
        tail = self.chance.one_of(sentences("tails"))
        return f"{told} {tail.format(number=self.chance.number(2, 990))}"
