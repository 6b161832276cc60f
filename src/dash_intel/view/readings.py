"""The readings of a report as items that stand below what they were read from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dash_intel.model.report import Report
from dash_intel.view.explanation import Correction, Reading
from dash_intel.view.item import Chip, Group, Item, Section
from dash_intel.view.literal import opening, plain
from dash_intel.view.words import count

SHOWN_WORDS = 6
SHOWN_REASON = 80

CORRECTED = Chip("Corrected", "blue")
TAKEN_OUT = Chip("Taken out", "blue")

Readings = Sequence[Reading]


def places(report: Report, found: Readings) -> Section:
    """Return the countries and regions that the report speaks of, each with all its mentions.

    Where somebody corrected them, what it should say stands first, what is no place any more last.
    """
    correction = _of_report(found, "place")
    items = [
        _item(f"place-{at}", "place", reading)
        for at, reading in enumerate(
            (one for one in found if one.item_id is None and one.correction is None), 1
        )
    ]
    shown = [_taken_out(item) if _is_gone(item.label, correction) else item for item in items]
    shown.sort(key=lambda item: item.is_withdrawn)
    if correction:
        shown.insert(0, _item("place-corrected", "place", correction))
    note = None if shown or not report.is_recognised else "The report names no place that is known."
    groups = (Group(tuple(shown)),) if shown else ()
    return Section("places", "Places", "names", groups, note=note)


def event(found: Readings) -> Section:
    """Return with which report somebody put this one on the same event, if anybody did."""
    correction = _of_report(found, "event")
    items = (_item("event-corrected", "event", correction),) if correction else ()
    return Section("event", "Event", "list", (Group(items),) if items else ())


def with_tags(section: Section, found: Readings) -> Section:
    """Return the section of tags with what somebody corrected in it."""
    correction = _of_report(found, "tag")
    if correction is None:
        return section
    items = tuple(
        _taken_out(item) if _is_gone(item.text, correction) else item
        for group in section.groups
        for item in group.items
    )
    first = _item("tag-corrected", "tag", correction)
    return replace(section, groups=(Group((first, *items)),))


def with_readings(sections: tuple[Section, ...], found: Readings) -> tuple[Section, ...]:
    """Return ``sections`` with the readings of each item; one that was rejected is withdrawn."""
    kept: dict[str, list[Item]] = defaultdict(list)
    rejections: dict[str, Correction] = {}
    for reading in found:
        if reading.item_id is None:
            continue
        if reading.correction and reading.correction.field == "rejected":
            rejections[reading.item_id] = reading.correction
            continue
        item_id = f"{reading.item_id}-reading-{len(kept[reading.item_id]) + 1}"
        kept[reading.item_id].append(_item(item_id, "reading", reading))
    return tuple(_with(section, kept, rejections) for section in sections)


def _of_report(found: Readings, field: str) -> Reading | None:
    whole = (one for one in found if one.item_id is None and one.correction)
    return next((one for one in whole if one.correction and one.correction.field == field), None)


def _is_gone(name: str | None, corrected: Reading | None) -> bool:
    if name is None or corrected is None or corrected.correction is None:
        return False
    correction = corrected.correction
    return name in correction.read and name.casefold() not in map(str.casefold, correction.values)


def _taken_out(item: Item) -> Item:
    return replace(item, chips=(*item.chips, TAKEN_OUT), is_withdrawn=True)


def _rejected(item: Item, correction: Correction) -> Item:
    chip = Chip(f"Rejected: {opening(correction.reason, 1, SHOWN_REASON)}", "red")
    return replace(
        item,
        chips=(*item.chips, chip),
        notes=(*item.notes, correction.said),
        is_withdrawn=True,
    )


def _with(
    section: Section, found: Mapping[str, Iterable[Item]], rejections: Mapping[str, Correction]
) -> Section:
    def complete(item: Item) -> Item:
        rejection = rejections.get(item.item_id)
        shown = _rejected(item, rejection) if rejection else item
        return replace(shown, readings=tuple(found.get(item.item_id, ())))

    groups = tuple(
        replace(group, items=tuple(complete(item) for item in group.items))
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
        chips=(CORRECTED,) if reading.correction else (),
        is_quoted=False,
        is_corrected=reading.correction is not None,
        more_spans=tuple(span for span in rest if span is not None),
    )


def _notes(reading: Reading) -> tuple[str, ...]:
    words = [f"“{plain(words)}”" for words in dict.fromkeys(reading.words)]
    shown = ", ".join(words[:SHOWN_WORDS])
    if len(words) > SHOWN_WORDS:
        shown += f" and {count(len(words) - SHOWN_WORDS, 'other')}"
    parts = (f"Read from {shown}" if shown else None, reading.rule and f"rule {reading.rule}")
    line = " · ".join(part for part in parts if part)
    said = reading.correction.said if reading.correction else None
    return tuple(one for one in (said, line) if one)
