"""The analysis of V0 to V1: bundles of techniques; and the list that closes V3."""

from dash_intel.synth.draft import Passage
from dash_intel.synth.plan import Slot
from dash_intel.synth.telling import Teller

LEADS = {
    "V0": "The following structured analytic techniques were applied for this analysis:",
    "V0.5": "The following structured analytic techniques have been applied:",
    "V1a": "The following structured analytic techniques have been applied to ensure "
    "methodological consistency:",
    "V1b": "The following structured analytic techniques have been applied to ensure "
    "methodological consistency:",
}
_OLDER = (
    ("Analysis of Competing Hypotheses (ACH)", "SWOT Analysis", "Indicators Development"),
    ("Scenario Generation", "Cross-Impact Matrix", "Key Assumptions Check"),
    ("General Analysis", "Scenario Analysis", "Indicators Development"),
    ("ACH", "Cross-Impact Matrix", "Causal Layered Analysis (CLA)"),
)
_NEWER = (
    ("ACH 2.0", "Indicators Development", "Narrative Pattern Analysis"),
    ("Bayesian Scenario Modeling", "Network Influence Mapping", "Adversarial Threat Simulation"),
    ("Cross-Impact Simulation", "Scenario Generation", "Cognitive Bias Stress Test"),
    ("Causal Layered Analysis (CLA)", "Cross-Impact Simulation", "Narrative Pattern Analysis"),
)
_APPLIED = (
    ("Analysis of Competing Hypotheses", "Key Assumptions Check", "Indicators Development"),
    ("Analysis of Competing Hypotheses", "Deception Detection"),
    ("ACH 2.0", "Signposts of Change", "Devil’s Advocacy"),
)
_LABELS = {
    "SWOT Analysis": ("Strengths", "Weaknesses", "Opportunities", "Threats"),
    "Causal Layered Analysis (CLA)": (
        "Surface Events",
        "Systemic Structures",
        "Worldviews",
        "Myths",
    ),
}
_DASHED = frozenset({"Indicators Development", "Key Assumptions Check", "Scenario Generation"})


def analysis(slot: Slot, teller: Teller) -> tuple[str, ...]:
    """Return the lines of Detailed Analysis."""
    bundles = _NEWER if slot.profile == "V1b" else _OLDER
    lines = [LEADS[slot.profile]]
    for name in teller.chance.skewed(bundles):
        lines += [name, *_body(slot, name, teller)]
    return tuple(lines)


def applied(slot: Slot, teller: Teller) -> tuple[Passage, ...]:
    """Return the closing list of techniques, which some reports of V3 have."""
    if slot.profile != "V3" or teller.chance.happens(0.3):
        return ()
    lines = tuple(f"- {name}" for name in teller.chance.skewed(_APPLIED))
    return (Passage("Structured Analytic Techniques Applied", lines),)


def _body(slot: Slot, name: str, teller: Teller) -> list[str]:
    if name == "Scenario Analysis":
        labels = ("Optimistic Scenario", "Pessimistic Scenario", "Status Quo Scenario")
        told = teller.some("futures", 3)
        return [f"{label}: {future}" for label, future in zip(labels, told, strict=True)]
    if name == "Scenario Generation":
        return [f"– {future}" for future in teller.some("futures", 3)]
    if name in _LABELS:
        told = teller.some("analysis", 4)
        return [f"{label}: {line}" for label, line in zip(_LABELS[name], told, strict=True)]
    if name in _DASHED:
        bullet = "– " if slot.profile.startswith("V1") else "- "
        return [f"{bullet}{line}" for line in teller.some("analysis", 3)]
    return [teller.prose("analysis", teller.chance.number(2, 4))]
