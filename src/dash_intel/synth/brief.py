"""Synthetic briefs: insights by category."""

from dash_intel.synth.draft import SAMPLE_LINE, Draft, Passage
from dash_intel.synth.plan import Slot
from dash_intel.synth.telling import Teller
from dash_intel.synth.words import words

CATEGORIES = ("Counter-Terrorism", "Cybersecurity", "National Security Threats", "Regional Focus")
SERIES = ("Morning Brief", "Evening Report", "Midday Assessment", "Overnight Snapshot")


def brief(slot: Slot, teller: Teller) -> Draft:
    """Return a brief of the day of the slot's event."""
    series, day = teller.chance.skewed(SERIES), slot.event.day
    title = f"{series} – {day}"
    numbered = slot.profile == "brief with numbers"
    head = [title, SAMPLE_LINE]
    if numbered:
        head += ["WorldWideWatchers Logo", f"{series} – Strategic Intelligence Summary for {day}"]
    number = 0
    found = []
    for category in CATEGORIES:
        lines: list[str] = []
        for _ in range(teller.chance.number(1, 3)):
            number += 1
            lines += _insight(teller, number if numbered else None)
        lines += _closing(teller, numbered=numbered)
        found.append(Passage(category, tuple(lines)))
    return Draft(tuple(head), tuple(found))


def _insight(teller: Teller, number: int | None) -> list[str]:
    sure = teller.chance.skewed(words("sure")).capitalize()
    code = teller.chance.skewed("SRG")
    label = f"Insight [{code}, Confidence: {sure}]"
    if number is not None:
        label = f"Insight {number} [{code}, Confidence: {sure}]:"
    credibility, coherence, reason = teller.some("remarks", 3)
    return [
        f"• {label} {teller.one('insights')} {teller.one('risks')}",
        f"Credibility: {credibility}",
        f"Coherence: {coherence}",
        f"Confidence: {sure}; {reason[0].lower()}{reason[1:]}",
    ]


def _closing(teller: Teller, *, numbered: bool) -> list[str]:
    mood, policy = teller.one("moods"), teller.one("policies")
    if numbered:
        return ["Sentiment Overview", mood, "Policy Relevance", policy]
    return [f"Sentiment Overview: {mood}", f"Policy Relevance: {policy}"]
