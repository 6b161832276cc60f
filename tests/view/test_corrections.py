"""What people corrected stands in place of what was read, and says so."""

from datetime import UTC, datetime

from dash_intel.model.ledger import Last, Override
from dash_intel.view.corrections import corrected
from dash_intel.view.explanation import Reading, explanation
from dash_intel.view.item import Item
from dash_intel.view.reader import reader
from tests.reports import full_report
from tests.view.reading import item, section

FULL = full_report()
AT = datetime(2026, 3, 1, 10, 30, tzinfo=UTC)
WHO = "Corrected by Mira, 2026-03-01 10:30 UTC: Read it again. · Read as: "


def override(subject_id: str, field: str, *value: str) -> Override:
    last = Last(1, AT, "Mira", FULL.report_id, 1)
    return Override(subject_id, field, value, "Read it again.", "Mira", AT, last)


def of(item_id: str | None, subject: str, *overrides: Override) -> Reading:
    found = corrected(FULL, explanation(FULL), overrides)
    (one,) = [one for one in found if (one.item_id, one.subject) == (item_id, subject)]
    return one


def shown(item_id: str, label: str, *overrides: Override) -> Item:
    readings = item(reader(FULL, overrides=overrides), item_id).readings
    (one,) = [one for one in readings if one.label == label]
    return one


def test_corrected_value_stands_where_the_reading_stood() -> None:
    found = corrected(FULL, explanation(FULL), [override("risk-2", "likelihood", "very_unlikely")])
    assert [(one.item_id, one.subject) for one in found] == [
        (one.item_id, one.subject) for one in explanation(FULL)
    ]


def test_corrected_reading_keeps_what_was_read_and_from_which_words() -> None:
    found = of("risk-2", "Likelihood", override("risk-2", "likelihood", "very_unlikely"))
    assert found.value == "very unlikely (5–20%)"
    assert (found.words, found.rule) == (("likely",), "likelihood.stated@1")
    assert found.correction
    assert found.correction.read == ("likely (55–80%), stated",)
    assert found.correction.said == f"{WHO}likely (55–80%), stated"


def test_correction_of_what_the_text_does_not_state_appears() -> None:
    impact = of("risk-1", "Impact", override("risk-1", "impact", "4"))
    assert impact.value == "Significant (4 of 5)"
    assert impact.correction
    assert impact.correction.said == f"{WHO}Not stated"
    place = of("advice-1", "Place", override("advice-1", "place", "KEN", "SOM"))
    assert (place.value, place.words) == ("Kenya; Somalia", ())


def test_polarity_that_no_words_state_was_read_as_risk() -> None:
    found = of("risk-1", "Polarity", override("risk-1", "polarity", "opportunity"))
    assert found.value == "Opportunity"
    assert found.correction
    assert found.correction.read == ("Risk",)


def test_one_correction_takes_the_place_of_all_categories() -> None:
    found = of("risk-2", "Category", override("risk-2", "category", "cyber", "health"))
    assert found.value == "Cyber; Human, animal and plant health"
    assert found.correction
    assert found.correction.read == ("energy", "society")


def test_nothing_to_read_is_said() -> None:
    assert of("risk-2", "Impact", override("risk-2", "impact")).value == "Not stated"
    assert of("advice-2", "Group", override("advice-2", "group")).value == "Stands alone"


def test_correction_of_another_report_changes_nothing() -> None:
    elsewhere = override("risk-elsewhere", "impact", "4")
    assert corrected(FULL, explanation(FULL), [elsewhere]) == explanation(FULL)


def test_readers_reading_is_marked_with_who_when_why_and_what_was_read() -> None:
    found = shown("risk-2", "Impact", override("risk-2", "impact", "5"))
    assert found.is_corrected
    assert [chip.text for chip in found.chips] == ["Corrected"]
    assert found.notes == (
        f"{WHO}Moderate (3 of 5)",
        "Read from “run short” · rule impact.noun@1",
    )
    assert not shown("risk-2", "Impact").is_corrected


def test_rejected_item_is_withdrawn_with_the_reason() -> None:
    view = reader(FULL, overrides=[override("advice-1", "rejected", "yes")])
    found = item(view, "advice-1")
    assert found.is_withdrawn
    assert [chip.text for chip in found.chips] == ["Rejected: Read it again."]
    assert found.notes[-1] == "Rejected by Mira, 2026-03-01 10:30 UTC: Read it again."
    assert not any(one.is_corrected for one in found.readings)
    assert not item(view, "advice-2").is_withdrawn


def test_places_of_the_report_are_corrected_and_those_taken_out_stay_visible() -> None:
    view = reader(FULL, overrides=[override(FULL.document_id, "place", "MDA", "KEN")])
    found = [
        (one.label, one.is_corrected, one.is_withdrawn) for one in section(view, "places").items()
    ]
    assert found == [
        ("Place", True, False),
        ("Moldova", False, False),
        ("Sahel", False, False),
        ("Romania", False, True),
    ]


def test_tags_and_event_of_the_report_are_corrected() -> None:
    overrides = [
        override(FULL.document_id, "tag", "Ports", "fuel"),
        override(FULL.document_id, "event", "document-other"),
    ]
    view = reader(FULL, overrides=overrides)
    tags = [
        (one.text, one.is_withdrawn)
        for group in section(view, "tags").groups
        for one in group.items
    ]
    assert tags == [("Ports; fuel", False), ("ports", False), ("labour disputes", True)]
    (event,) = section(view, "event").items()
    assert event.text == "With document-other"
    assert event.notes == ("Corrected by Mira, 2026-03-01 10:30 UTC: Read it again.",)
