"""Recommendations and Outlook of all profiles."""

from dash_intel.synth.plan import Slot
from dash_intel.synth.telling import Teller


def outlook(slot: Slot, teller: Teller) -> tuple[str, ...]:
    """Return recommendations, then best, worst and most likely scenario."""
    advice = [f"- {one}" for one in teller.some("advice", teller.chance.number(3, 5))]
    futures = teller.some("futures", 3)
    if slot.profile == "V3":
        return _by_horizon(teller, advice, futures)
    if slot.profile.startswith("V0"):
        labels = ("Best-Case Scenario", "Worst-Case Scenario", "Most Likely Scenario")
        told = [f"{label}: {one}" for label, one in zip(labels, futures, strict=True)]
        return ("Recommendations:", *advice, *told)
    if slot.profile == "V2":
        labels = ("**Best Case**", "**Worst Case**", "**Most Likely**")
        return (*advice, *_bullets(labels, futures))
    projections = ["- Scenario Projections:"] if teller.chance.happens(0.7) else []
    labels = ("Best Case", "Worst Case", "Most Likely")
    return (*advice, *projections, *_bullets(labels, futures))


def _by_horizon(teller: Teller, advice: list[str], futures: list[str]) -> tuple[str, ...]:
    lead = "- " if teller.chance.happens(0.3) else ""
    told = [
        f"{one} Triggers: {teller.parts('triggers', teller.chance.number(2, 3))}" for one in futures
    ]
    return (
        f"{lead}Immediate Actions (0–30 days):",
        *advice[:2],
        f"{lead}Medium-Term Posture (1–12 months):",
        *advice[2:],
        f"{lead}Scenario Outlook:",
        *_bullets(("Best", "Worst", "Most-Likely"), told),
    )


def _bullets(labels: tuple[str, ...], told: list[str]) -> list[str]:
    return [f"- {label}: {one}" for label, one in zip(labels, told, strict=True)]
