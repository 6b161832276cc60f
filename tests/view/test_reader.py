"""The reader shows everything that was read, in its place, and what was not."""

from dataclasses import replace

from dash_intel.model.items import Risk
from dash_intel.model.report import Contents, ParseReport
from dash_intel.model.span import Span
from dash_intel.view.reader import SHOWN_CHARACTERS, SHOWN_ITEMS, reader
from tests.reports import HARBOUR, full_report, report
from tests.view.reading import item, section

VIEW = reader(full_report())


def test_every_item_covers_exactly_its_span() -> None:
    for one in VIEW.items():
        if one.span:
            covered = "".join(part.text for part in VIEW.segments if one.item_id in part.items)
            places = sorted({one.span, *one.more_spans})
            assert covered == "".join(place.of(HARBOUR) for place in places)


def test_broken_lines_are_joined_in_the_item_and_stay_in_the_text() -> None:
    text = "Fuel at the eastern depots could run short within\ndays, and tugs lie idle.\n"
    risk = Risk("risk-1", text[:-1], None, Span(0, len(text) - 1))
    view = reader(report(text, contents=Contents(risks=(risk,))))
    assert item(view, "risk-1").text == text[:-1].replace("\n", " ")
    assert "".join(part.text for part in view.segments) == text


def test_items_have_ids_of_their_own() -> None:
    ids = [one.item_id for one in VIEW.items()]
    assert sorted(set(ids)) == sorted(ids)


def test_every_item_of_the_report_is_shown() -> None:
    kinds = {kind.label: kind.count for kind in VIEW.kinds}
    assert kinds == {
        "Head": 5,
        "Techniques named": 2,
        "Hypotheses": 3,
        "Assessment": 1,
        "Assumptions": 1,
        "Insights": 4,
        "Risks": 2,
        "Recommendations": 2,
        "Scenarios": 2,
        "Triggers": 2,
        "Entities": 2,
        "Declared gaps": 1,
        "Tags": 2,
        "Not read": 2,
        "Warnings": 1,
    }


def test_absent_facts_are_not_stated_and_have_no_place() -> None:
    view = reader(report(contents=Contents()))
    facts = {one.label: (one.text, one.span) for one in section(view, "head").items()}
    assert facts == dict.fromkeys(facts, ("Not stated", None))
    assert "Confidence" in facts


def test_sections_that_a_profile_expects_say_that_they_are_not_stated() -> None:
    view = reader(report(template="sat"))
    absent = [part.title for part in view.sections if part.note == "Not stated"]
    assert absent == [
        "Bottom line up front",
        "Techniques named",
        "Implications and strategic risks",
        "Recommendations",
        "Scenarios",
        "Key individuals and entities",
        "Thematic tags",
    ]


def test_preferred_hypothesis_is_marked_and_no_other() -> None:
    chips = {
        one.label: [chip.text for chip in one.chips] for one in section(VIEW, "hypotheses").items()
    }
    assert chips == {
        "Hypothesis A": ["Preferred"],
        "Hypothesis B": [],
        "Hypothesis C": [],
        "Assessment": [],
    }


def test_report_that_prefers_no_hypothesis_says_so() -> None:
    full = full_report()
    undecided = tuple(replace(one, preferred=None) for one in full.contents.hypotheses)
    contents = replace(full.contents, hypotheses=undecided)
    note = section(reader(replace(full, contents=contents)), "hypotheses").note
    assert note == "The report does not say which it prefers."


def test_recommendations_stand_under_their_horizon() -> None:
    groups = section(VIEW, "recommendations").groups
    assert [(group.title, len(group.items)) for group in groups] == [
        ("Immediate", 1),
        ("No horizon stated", 1),
    ]


def test_scenarios_have_the_edge_of_their_kind_and_their_triggers() -> None:
    best, worst = (group.items[0] for group in section(VIEW, "scenarios").groups)
    assert (best.label, best.edge, best.notes) == ("Best case", "best", ("Horizon: not stated",))
    assert (worst.label, worst.edge, worst.notes) == ("Worst case", "worst", ("Horizon: a week",))
    assert [part.text for part in worst.parts] == ["rail ballot", "ballot"]


def test_declared_gap_stands_with_the_entities() -> None:
    titles = [group.title for group in section(VIEW, "entities").groups]
    assert titles == [None, "Declared gap"]


def test_bold_is_stripped_in_cards_and_kept_in_the_text() -> None:
    text = "The **port** closes."
    risk = Risk("risk-1", text, "**Trade**", Span(0, len(text)))
    view = reader(report(text, contents=Contents(risks=(risk,))))
    shown = item(view, "risk-1")
    assert (shown.text, shown.label) == ("The port closes.", "Trade")
    assert "".join(part.text for part in view.segments) == text


def test_how_it_was_read_stands_first_where_that_is_what_one_looks_for() -> None:
    keys = [part.key for part in reader(full_report(), is_check=True).sections]
    assert keys[:4] == ["reading", "unread", "warnings", "bluf"]


def test_unrecognised_report_shows_its_text_and_no_head() -> None:
    view = reader(report("Strange.", template="unrecognised"))
    assert [part.key for part in view.sections] == ["reading"]
    assert "".join(part.text for part in view.segments) == "Strange."


def test_very_long_text_is_cut_and_the_reader_is_told() -> None:
    text = "x" * (SHOWN_CHARACTERS + 1)
    late = Risk("risk-1", "x", None, Span(SHOWN_CHARACTERS, SHOWN_CHARACTERS + 1))
    view = reader(report(text, contents=Contents(risks=(late,))))
    assert view.notice == "The first 300,000 of 300,001 characters are shown."
    assert item(view, "risk-1").span is None


def test_very_many_items_are_cut_and_the_reader_is_told() -> None:
    runs = tuple(Span(at, at + 1) for at in range(SHOWN_ITEMS + 1))
    parse = ParseReport(unread=runs)
    part = section(reader(report("x" * 1000, parse=parse)), "unread")
    assert part.note == "The first 500 of 501 are shown."
    assert len(list(part.items())) == SHOWN_ITEMS
