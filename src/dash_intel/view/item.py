"""The view models of one report beside its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dash_intel.model.span import Span
from dash_intel.view.segments import Segment

HueName = Literal[
    "gray",
    "blue",
    "green",
    "orange",
    "red",
    "yellow",
    "violet",
    "tlp_red",
    "tlp_amber",
    "tlp_green",
    "tlp_clear",
]
Edge = Literal["best", "likely", "worst", "none"]
Layout = Literal["quote", "facts", "list", "cards", "names"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A word or two on a pale ground."""

    text: str
    hue: HueName = "gray"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was read, and its place.

    ``text`` is the report's own words if ``is_quoted``, otherwise ours; ``label`` stands above
    it, ``notes`` below, and ``parts`` are items that belong to it. ``span`` is None for what has
    no place of its own in the text, ``more_spans`` are its other places. ``readings`` say what its
    words were taken to mean. ``is_corrected`` is what somebody put in place of what was read,
    ``is_withdrawn`` what somebody took out.
    """

    item_id: str
    kind: str
    text: str
    span: Span | None = None
    label: str | None = None
    notes: tuple[str, ...] = ()
    chips: tuple[Chip, ...] = ()
    edge: Edge | None = None
    is_quoted: bool = True
    parts: tuple["Item", ...] = ()
    readings: tuple["Item", ...] = ()
    more_spans: tuple[Span, ...] = ()
    is_corrected: bool = False
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one subheading, or under none."""

    items: tuple[Item, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report: its title, a muted note, and items or what is said without any."""

    key: str
    title: str
    layout: Layout
    groups: tuple[Group, ...] = ()
    note: str | None = None

    def items(self) -> Iterator[Item]:
        """Yield the items of all groups in order, each followed by its readings and parts."""
        for group in self.groups:
            for item in group.items:
                yield item
                yield from item.readings
                yield from item.parts


@dataclass(frozen=True, slots=True)
class KindCount:
    """A line of the legend: a kind of item, what it is called, and how many were read."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ReaderView:
    """One report as an analyst reads it: what was read, and the text with the places marked.

    ``notice`` says what part of a very long text is shown, None where all of it is.
    """

    report_id: str
    source: str
    sections: tuple[Section, ...]
    segments: tuple[Segment, ...]
    kinds: tuple[KindCount, ...]
    notice: str | None = None

    def items(self) -> Iterator[Item]:
        """Yield the items of all sections in order."""
        for section in self.sections:
            yield from section.items()

    def missed(self, item_id: str | None) -> str | None:
        """Return what to say of an item that a link names and that cannot be shown, else None."""
        placed = {item.item_id: item.span for item in self.items()}
        if item_id is None or placed.get(item_id):
            return None
        if item_id in placed:
            return "The item that the link leads to has no place in the text that is shown."
        return (
            "The item that the link leads to is not in this report: it may be in another revision, "
            "or was read otherwise then. The report is shown from its start."
        )
