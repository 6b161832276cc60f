"""One area as it stands on the page: alone, or beside another."""

from dataclasses import dataclass

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Behind, Subject
from dash_intel.ui.state import page
from dash_intel.vocab.areas import Area, areas

BESIDE = "beside"
"""The side of the second area."""

SECTIONS = (
    "behind",
    "sentences",
    "judgements",
    "scenarios",
    "advice",
    "entities",
    "tags",
    "gaps",
    "publishers",
    "techniques",
)
"""What an area says of itself in the address: a part of each list, and which number is open."""

SUBJECTS: tuple[Subject, ...] = (
    "report",
    "before",
    "risk",
    "advice",
    "entity",
    "tag",
    "publisher",
    "technique",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An area and the filters it is seen through; ``side`` is empty for the first."""

    area: Area
    filters: Filters
    side: str = ""
    is_alone: bool = True

    @property
    def name(self) -> str:
        """What the area is called."""
        return areas()[self.area]

    def key(self, section: str) -> str:
        """Return what a section of this area is called in the address and in keys."""
        return f"{section}-{self.side}" if self.side else section

    def titled(self, section: str) -> str:
        """Return the title of a section, with the area's name where another is beside it."""
        return section if self.is_alone else f"{section}: {self.name}"

    @property
    def open(self) -> Behind | None:
        """The number whose reports are listed, None where none is open."""
        subject, _, name = (page.named(self.key("behind")) or "").partition(":")
        return next((Behind(one, name) for one in SUBJECTS if one == subject), None)

    def show(self, number: Behind | None) -> None:
        """List what is behind a number and behind no other, or behind none; for callbacks."""
        for section in ("behind", "sentences"):
            page.show(section, None)
            page.show(f"{section}-{BESIDE}", None)
        if number:
            page.show(self.key("behind"), f"{number.subject}:{number.name}")


def forget(side: str) -> None:
    """Let go of what an area said of itself in the address; for callbacks."""
    for section in SECTIONS:
        page.show(f"{section}-{side}" if side else section, None)
