"""Hypotheses and assumptions of V2 to V3."""

from dash_intel.synth.plan import Slot
from dash_intel.synth.telling import Teller

_STYLES = (
    ("1. **Hypothesis A**:", "2. **Hypothesis B**:", "A"),
    ("– **Hypothesis 1:**", "– **Hypothesis 2:**", "1"),
    ("1. **Commissioned Act**:", "2. **Local Quarrel**:", None),
)
_V3_LABELS = ("Assumptions", "Information Gaps", "Bias & Deception Risks")
_LABELS = ("Assumptions", "Red Flags", "Blind Spots", "Cognitive Bias", "Inconsistent Data")


def hypotheses(slot: Slot, teller: Teller) -> tuple[str, ...]:
    """Return the lines of Competing Hypotheses: two, and which of them is better supported."""
    one, other = (teller.filled(told) for told in teller.some("hypotheses", 2))
    one, other = f"{one} {teller.one('analysis')}", f"{other} {teller.one('analysis')}"
    reason = teller.one("analysis")
    reason = reason[0].lower() + reason[1:]
    if slot.profile == "V3":
        better = "A" if teller.chance.happens(0.75) else "B"
        return (
            f"- Hypothesis A: {one}",
            f"- Hypothesis B: {other}",
            f"- Assessment: Hypothesis {better} is currently better supported because {reason}",
        )
    if slot.profile == "V2b":
        first, second, better = "Hypothesis 1:", "Hypothesis 2:", "1"
    else:
        first, second, preferred = teller.chance.skewed(_STYLES)
        if preferred is None:
            remains = f"Both remain open, since {reason}"
            return f"{first} {one}", f"{second} {other}", remains
        better = preferred
    concluded = f"Hypothesis {better} is better supported because {reason}"
    return f"{first} {one}", f"{second} {other}", concluded


def assumptions(slot: Slot, teller: Teller) -> tuple[str, ...]:
    """Return the lines of Key Assumptions and Red Flags."""
    if slot.profile == "V3":
        return tuple(f"- {label}: {teller.parts('assumptions', 3)}" for label in _V3_LABELS)
    labels, told = teller.chance.several(_LABELS, 3), teller.some("assumptions", 3)
    bold = "" if slot.profile == "V2b" else "**"
    return tuple(
        f"- {bold}{label}:{bold} {line}." for label, line in zip(labels, told, strict=True)
    )
