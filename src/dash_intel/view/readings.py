"""The readings of a report as items that stand below what they were read from."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from dash_intel.model.report import Report
from dash_intel.view.explanation import Reading, explanation
from dash_intel.view.item import Group, Item, Section
from dash_intel.view.literal import plain
from dash_intel.view.words import count

SHOWN_WORDS = 6


def places(report: Report) -> Section:
    """Return the countries and regions that the report speaks of, each with all its mentions."""
    found = [reading for reading in explanation(report) if reading.item_id is None]
    items = tuple(_item(f"place-{at}", "place", reading) for at, reading in enumerate(found, 1))
    note = None if items or not report.is_recognised else "The report names no place that is known."
    return Section("places", "Places", "names", (Group(items),) if items else (), note=note)


def with_readings(report: Report, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return ``sections`` with the readings of each item."""
    found: dict[str, list[Item]] = defaultdict(list)
    for reading in explanation(report):
        if reading.item_id is not None:
            item_id = f"{reading.item_id}-reading-{len(found[reading.item_id]) + 1}"
            found[reading.item_id].append(_item(item_id, "reading", reading))
    return tuple(_with(section, found) for section in sections)


def _with(section: Section, found: Mapping[str, list[Item]]) -> Section:
    groups = tuple(
        replace(
            group,
            items=tuple(
                replace(item, readings=tuple(found.get(item.item_id, ()))) for item in group.items
            ),
        )
        for group in section.groups
    )
    return replace(section, groups=groups)


def _item(item_id: str, kind: str, reading: Reading) -> Item:
    first, *rest = reading.spans or (None,)
    return Item(
        item_id,
        kind,
        plain(reading.value),
        first,
        label=reading.subject,
        notes=_notes(reading),
        is_quoted=False,
        more_spans=tuple(span for span in rest if span is not None),
    )


def _notes(reading: Reading) -> tuple[str, ...]:
    words = [f"“{plain(words)}”" for words in dict.fromkeys(reading.words)]
    shown = ", ".join(words[:SHOWN_WORDS])
    if len(words) > SHOWN_WORDS:
        shown += f" and {count(len(words) - SHOWN_WORDS, 'other')}"
    parts = (f"Read from {shown}" if shown else None, reading.rule and f"rule {reading.rule}")
    line = " · ".join(part for part in parts if part)
    return (line,) if line else ()
