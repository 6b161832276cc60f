"""What was read from a brief, and what it leaves open."""

from dash_intel.model.items import BriefSection
from dash_intel.model.report import Contents
from dash_intel.view.reader import reader
from tests.reports import full_report, report
from tests.view.reading import item, section

VIEW = reader(full_report())


def test_insights_stand_under_their_category_with_what_is_absent() -> None:
    (group,) = section(VIEW, "insights").groups
    assert group.title == "Labour"
    assert [(one.label, one.notes) for one in group.items] == [
        ("Confidence high · code S", ("Credibility: good", "Coherence: not stated")),
        ("Confidence not stated", ("Credibility: not stated", "Coherence: fair")),
    ]


def test_overviews_of_a_category_are_found_in_the_text_one_after_the_other() -> None:
    text = "Calm.\nWatch it.\nCalm.\n"
    found = (BriefSection("A", "Calm.", "Watch it."), BriefSection("B", "Calm.", None))
    view = reader(report(text, contents=Contents(brief_sections=found)))
    first, second = item(view, "sentiment-1").span, item(view, "sentiment-2").span
    assert first is not None
    assert second is not None
    assert (first.start, second.start) == (0, 16)
    assert (item(view, "policy-2").text, item(view, "policy-2").span) == ("Not stated", None)
