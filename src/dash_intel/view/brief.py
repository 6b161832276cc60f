"""What was read from a brief, category by category."""

from dash_intel.model.items import Insight
from dash_intel.model.report import Contents
from dash_intel.model.span import Span
from dash_intel.view.item import Group, Item, Section
from dash_intel.view.literal import plain
from dash_intel.view.words import ABSENT, NOT_STATED


def insights(contents: Contents) -> Section:
    """Return the insights of a brief by category, in the order of the text."""
    numbered = list(enumerate(contents.insights, 1))
    groups = tuple(
        Group(
            tuple(_insight(at, found) for at, found in numbered if found.category == category),
            category,
        )
        for category in dict.fromkeys(found.category for found in contents.insights)
    )
    return Section("insights", "Insights", "list", groups)


def _insight(at: int, found: Insight) -> Item:
    confidence = f"Confidence {found.confidence or NOT_STATED}"
    code = f"code {found.code}" if found.code else None
    return Item(
        f"insight-{at}",
        "insight",
        plain(found.text),
        found.span,
        label=" · ".join(part for part in (confidence, code) if part),
        notes=(
            f"Credibility: {plain(found.credibility or NOT_STATED)}",
            f"Coherence: {plain(found.coherence or NOT_STATED)}",
        ),
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
        key, "insight", plain(words or ABSENT), span, label=label, is_quoted=words is not None
    )
