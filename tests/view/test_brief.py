"""What was read from a brief, and what it leaves open."""

from dash_intel.model.items import BriefSection
from dash_intel.model.report import Contents
from dash_intel.model.source import SourceText
from dash_intel.model.span import Span
from dash_intel.parse import parse
from dash_intel.view.reader import reader
from tests.reports import full_report, report
from tests.view.reading import item, section

VIEW = reader(full_report())


def test_insights_stand_under_their_category_with_what_is_absent() -> None:
    (group,) = section(VIEW, "insights").groups
    assert group.title == "Labour"
    assert [(one.label, [part.text for part in one.parts]) for one in group.items] == [
        ("Confidence high · code S", ["good", "Not stated"]),
        ("Confidence not stated", ["Not stated", "fair"]),
    ]


BRIEF = """\
Morning Brief – 2025-06-18
Cybersecurity
• Insight 1 [S, Confidence: Moderate]: Boards went blank.
Credibility: Seen by one clerk.
**Coherence:** Fits
Confidence: Moderate; one source only.
• Insight 2 [G, Confidence: Low]: Boards came back.
Credibility: Seen by one clerk.
Coherence: Fits May.
Sentiment Overview:
Credibility: none is at stake.
Policy Relevance:
Confidence: High hopes.
"""


def test_details_of_an_insight_stand_where_they_were_read() -> None:
    view = reader(parse(SourceText(BRIEF, ("brief.txt",))))
    details = {one.item_id: one for one in view.items() if one.kind == "detail"}
    assert {key: one.text for key, one in details.items()} == {
        "insight-1-credibility": "Seen by one clerk.",
        "insight-1-coherence": "Fits",
        "insight-1-confidence": "Moderate; one source only.",
        "insight-2-credibility": "Seen by one clerk.",
        "insight-2-coherence": "Fits May.",
    }
    spans = [one.span for one in details.values()]
    assert [span and span.of(BRIEF) for span in spans] == [one.text for one in details.values()]
    assert spans == sorted(span for span in spans if span)


def test_detail_that_was_left_unread_is_not_shown_as_read() -> None:
    text = BRIEF.replace("Moderate; one source only.", "as usual.")
    view = reader(parse(SourceText(text, ("brief.txt",))))
    assert not any(one.item_id == "insight-1-confidence" for one in view.items())


def test_detail_that_is_not_stated_has_no_place() -> None:
    text = BRIEF.replace("Credibility: Seen by one clerk.\n", "", 1)
    view = reader(parse(SourceText(text, ("brief.txt",))))
    missing = item(view, "insight-1-credibility")
    assert (missing.text, missing.span, missing.is_quoted) == ("Not stated", None, False)


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
