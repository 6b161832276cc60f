"""What was read from a brief, category by category."""

from collections.abc import Mapping

from dash_intel.model.items import Insight
from dash_intel.model.report import Contents, Report
from dash_intel.model.span import Span
from dash_intel.view.flowing import flowing
from dash_intel.view.insight_details import details
from dash_intel.view.item import Group, Item, Section
from dash_intel.view.words import ABSENT, NOT_STATED


def insights(report: Report) -> Section:
    """Return the insights of a brief by category, in the order of the text."""
    found = tuple(
        (one.category, _insight(report.text, at, one, places))
        for at, (one, places) in enumerate(
            zip(report.contents.insights, details(report), strict=True), 1
        )
    )
    groups = tuple(
        Group(tuple(item for of, item in found if of == category), category)
        for category in dict.fromkeys(category for category, _ in found)
    )
    return Section("insights", "Insights", "list", groups)


def _insight(text: str, at: int, found: Insight, places: Mapping[str, Span]) -> Item:
    item_id = f"insight-{at}"
    confidence = f"Confidence {found.confidence or NOT_STATED}"
    code = f"code {found.code}" if found.code else None
    below = places.get("confidence")
    parts = [
        _detail(f"{item_id}-credibility", "Credibility", found.credibility, places),
        _detail(f"{item_id}-coherence", "Coherence", found.coherence, places),
        *(
            [_detail(f"{item_id}-confidence", "Confidence", below.of(text), places)]
            if below
            else []
        ),
    ]
    return Item(
        item_id,
        "insight",
        flowing(found.text),
        found.span,
        label=" · ".join(part for part in (confidence, code) if part),
        parts=tuple(parts),
    )


def _detail(item_id: str, label: str, words: str | None, places: Mapping[str, Span]) -> Item:
    return Item(
        item_id,
        "detail",
        flowing(words or ABSENT),
        places.get(label.lower()),
        label=label,
        is_quoted=words is not None,
    )


def overviews(contents: Contents) -> Section:
    """Return what a brief says once a category: sentiment and policy relevance."""
    groups = tuple(
        Group(
            (
                _overview(
                    f"sentiment-{at}", "Sentiment overview", found.sentiment, found.sentiment_span
                ),
                _overview(
                    f"policy-{at}", "Policy relevance", found.policy_relevance, found.policy_span
                ),
            ),
            found.category,
        )
        for at, found in enumerate(contents.brief_sections, 1)
    )
    return Section("overviews", "Sentiment and policy relevance", "list", groups)


def _overview(key: str, label: str, words: str | None, span: Span | None) -> Item:
    return Item(
        key, "insight", flowing(words or ABSENT), span, label=label, is_quoted=words is not None
    )
