"""What people corrected of a report, laid over what was read: never silently, never lost."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from dash_intel.model.ledger import Override
from dash_intel.model.report import Report
from dash_intel.view.explanation import Correction, Reading, country
from dash_intel.view.words import ABSENT
from dash_intel.vocab.categories import category_label
from dash_intel.vocab.decisions import label
from dash_intel.vocab.impact import LEVELS, impact_label
from dash_intel.vocab.likelihood import shown

SUBJECTS: Mapping[str, str] = MappingProxyType({"place": "Place", "tag": "Tags"})
"""What a reading of a field is called, where it is not what the field is called."""

ALONE = "Stands alone"


def of_report(report: Report, overrides: Iterable[Override]) -> tuple[Override, ...]:
    """Return the corrections that are about ``report`` or one of its items."""
    ids = {report.document_id, *_items(report)}
    return tuple(one for one in overrides if one.subject_id in ids)


def corrected(
    report: Report, found: Iterable[Reading], overrides: Iterable[Override]
) -> tuple[Reading, ...]:
    """Return readings with the corrections of ``report`` in place of what they correct.

    A correction of what the text does not state stands behind the other readings of its item.
    Places of the whole report stay, each as it was read; their correction stands before them.
    """
    readings = list(found)
    for override in of_report(report, overrides):
        if override.subject_id == report.document_id:
            readings = _with_report(report, readings, override)
        else:
            readings = _with_item(report, readings, override)
    return tuple(readings)


def corrected_value(field: str, value: tuple[str, ...]) -> str:
    """Return the value of a correction as a reader sees it."""
    if not value:
        return ALONE if field in {"group", "event"} else ABSENT
    return "; ".join(_VALUES.get(field, str)(one) for one in value)


def _with_item(report: Report, readings: list[Reading], override: Override) -> list[Reading]:
    subject = _subject(override.field)
    item_id = override.subject_id
    is_it = [(one.item_id, one.subject) == (item_id, subject) for one in readings]
    replaced = [one for one, is_one in zip(readings, is_it, strict=True) if is_one]
    kept = [one for one, is_one in zip(readings, is_it, strict=True) if not is_one]
    read = tuple(one.value for one in replaced if one.value != ABSENT)
    if override.field == "polarity" and not read:
        read = tuple(
            one.polarity.capitalize() for one in report.contents.risks if one.risk_id == item_id
        )
    made = _made(override, item_id, read, replaced)
    at = is_it.index(True) if replaced else _end(report, kept, item_id)
    return [*kept[:at], made, *kept[at:]]


def _end(report: Report, readings: list[Reading], item_id: str) -> int:
    order = {one: at for at, one in enumerate(_items(report))}
    before = [
        at
        for at, one in enumerate(readings, 1)
        if one.item_id is None
        or one.item_id.startswith("technique-")
        or order.get(one.item_id, len(order)) <= order[item_id]
    ]
    return max(before, default=0)


def _with_report(report: Report, readings: list[Reading], override: Override) -> list[Reading]:
    read: tuple[str, ...] = ()
    if override.field == "place":
        read = tuple(country(place.iso3) for place in report.contents.places)
    elif override.field == "tag":
        read = tuple(tag.as_written for tag in report.contents.tags)
    return [_made(override, None, read, ()), *readings]


def _made(
    override: Override, item_id: str | None, read: tuple[str, ...], replaced: Iterable[Reading]
) -> Reading:
    merged = tuple(replaced)
    values = tuple(corrected_value(override.field, (one,)) for one in override.value)
    rules = dict.fromkeys(one.rule for one in merged if one.rule)
    return Reading(
        item_id,
        _subject(override.field),
        corrected_value(override.field, override.value),
        tuple(words for one in merged for words in one.words),
        tuple(span for one in merged for span in one.spans),
        ", ".join(rules) or None,
        Correction(override.field, values, override.who, override.at, override.reason, read),
    )


def _items(report: Report) -> Iterator[str]:
    contents = report.contents
    yield from (one.risk_id for one in contents.risks)
    yield from (one.recommendation_id for one in contents.recommendations)
    yield from (one.scenario_id for one in contents.scenarios)


def _subject(field: str) -> str:
    return SUBJECTS.get(field) or label("reading", field)


def _impact(level: str) -> str:
    is_known = level in map(str, LEVELS)
    return f"{impact_label(int(level))} ({level} of {len(LEVELS)})" if is_known else level


_VALUES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "likelihood": lambda term: shown(term).replace("_", " "),
        "impact": _impact,
        "category": category_label,
        "polarity": str.capitalize,
        "place": country,
        "group": lambda one: f"With {one}",
        "event": lambda one: f"With {one}",
        "rejected": str.capitalize,
    }
)
