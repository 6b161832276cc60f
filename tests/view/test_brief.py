"""What was read from a brief, and what it leaves open."""

from dash_intel.model.items import BriefSection
from dash_intel.model.report import Contents
from dash_intel.model.span import Span
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


def test_overviews_of_a_category_stand_where_they_were_read() -> None:
    text = "Calm.\nWatch it.\nCalm.\n"
    found = (
        BriefSection("A", "Calm.", "Watch it.", Span(0, 5), Span(6, 15)),
        BriefSection("B", "Calm.", None, Span(16, 21)),
    )
    view = reader(report(text, contents=Contents(brief_sections=found)))
    assert item(view, "sentiment-1").span == Span(0, 5)
    assert item(view, "sentiment-2").span == Span(16, 21)
    assert (item(view, "policy-2").text, item(view, "policy-2").span) == ("Not stated", None)
