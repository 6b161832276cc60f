"""Short invented texts in the shapes of real reports, and the function that reads them."""

from dash_intel.model.report import Report
from dash_intel.model.source import SourceText
from dash_intel.parse import parse

SAT = """\
Ferry Strike Closes Larnes Harbour Promoted content – Harbour Gazette
Published on: 2025-05-26
Intelligence Report: Ferry Strike Closes Larne’s Harbour
1. BLUF (Bottom Line Up Front)
The strike will likely end within a week. Its cost falls on hauliers.
2. Detailed Analysis
The following structured analytic techniques have been applied to ensure methodological consistency:
ACH 2.0
A pay dispute explains the timing better than a political motive.
Indicators Development
Watch overtime bookings at the two smaller ports.
Narrative Pattern Analysis
Posts blame the operator, not the state.
3. Implications and Strategic Risks
Fuel may run short on the island. A second strike could follow in June. Tourism would suffer.
4. Recommendations and Outlook
- Open the northern berth to freight.
- Publish a daily fuel count.
- Prepare a mediator.
- Scenario Projections:
- Best Case: The berth opens on Friday.
- Worst Case: The strike spreads to the pilots.
- Most Likely: Talks resume and drag on.
5. Key Individuals and Entities
Specific names are not provided in the source text. Future reports should identify the negotiators.
6. Thematic Tags
maritime security, labour disputes, energy security, regional focus"""

HYPOTHESES = """\
Ferry Crews Walk Out Again
Published on: 2026-01-12
AI-powered OSINT brief on invented events. See our Methodology and Why WorldWideWatchers.
Intelligence Report: Second walk-out at Larne
1. BLUF (Bottom Line Up Front)
A second walk-out is likely before Easter. Overall confidence in this judgement is moderate.
2. Competing Hypotheses
- Hypothesis A: The union tests its strength before talks.
- Hypothesis B: A splinter group acts alone.
- Assessment: Hypothesis A is currently better supported because the crews struck together.
3. Key Assumptions and Red Flags
- Assumptions: The pay offer is genuine; the pilots stay out of it.
- Information Gaps: Strike fund balance; names of the delegates.
- Bias & Deception Risks: The operator gains from calling it political.
4. Implications and Strategic Risks
- Political / Geopolitical: The minister may lose the harbour vote.
- Security / Counter-Terrorism: Police could be stretched for a weekend.
- Cyber / Information Space: Forged timetables may return.
- Economic / Social: Food prices would rise on the island.
5. Recommendations and Outlook
Immediate Actions (0–30 days):
- Book two reserve ferries.
- Print the timetable daily.
Medium-Term Posture (1–12 months):
- Train a second pilot crew.
Scenario Outlook:
- Best: The offer is accepted. Triggers: a joint statement; crews return.
- Worst: The pilots join. Triggers: a pilots’ ballot; berths blocked.
- Most-Likely: A short walk-out in March. Triggers: overtime refused.
6. Key Individuals and Entities
- Ailbhe Dunmurry – union delegate
- Larne Crossing Lines (operator)
7. Thematic Tags
[labour disputes, "maritime security", regional stability.]
Structured Analytic Techniques Applied
- ACH 2.0: compared two explanations.
- Key Assumptions Check"""

BRIEF = """\
Morning Brief – 2025-06-01
WorldWideWatchers Logo
Morning Brief – Strategic Intelligence Summary for 2025-06-01
Counter-Terrorism
• Insight 1 [S, Confidence: Moderate]: Two parcels were stopped at the border.
Credibility: One customs notice.
Coherence: Fits earlier finds.
Confidence: Moderate, since the second source is missing.
• Insight 2 [G, Confidence: Low]: A video claims a third parcel.
Credibility: A single channel.
Coherence: Contradicts the customs notice.
Confidence: Low.
Sentiment Overview
Alarm on local radio.
Policy Relevance
Customs may ask for dogs.
regional stability
• Insight [R, Confidence: High] The bridge reopened.
Credibility: Seen on camera.
Coherence: As announced.
Confidence: High.
Sentiment Overview: Relief.
Policy Relevance: None this week."""


def read(text: str) -> Report:
    """Return the report that ``text`` makes."""
    return parse(SourceText(text, ("text.txt",)))


def spaced(text: str) -> str:
    """Return ``text`` in the spaced layout: blank lines between all, indented bullets."""
    lines = [
        "  • " + line[2:] if line.startswith(("- ", "• ")) else line for line in text.split("\n")
    ]
    return "\n\n".join(lines)


def texts(items: object) -> list[str]:
    """Return the texts of ``items``."""
    return [item.text for item in items]  # type: ignore[attr-defined]
