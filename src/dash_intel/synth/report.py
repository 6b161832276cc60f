"""Synthetic reports of all profiles: head, and the sections that all of them have."""

from dash_intel.synth.competing import assumptions, hypotheses
from dash_intel.synth.draft import SAMPLE_LINE, Draft, Passage
from dash_intel.synth.outlook import outlook
from dash_intel.synth.plan import Slot
from dash_intel.synth.techniques import analysis, applied
from dash_intel.synth.telling import Teller
from dash_intel.synth.words import words

STAMP = ("counter-terrorism", "cybersecurity", "national security threats", "regional focus")
"""Tags that stand on many reports whatever they are about."""

_BOILERPLATE = (
    "AI-powered OSINT brief on invented events. See our Methodology and Why WorldWideWatchers."
)
_LOST_IN_TITLES = str.maketrans("", "", "’',:")
_MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
_DOMAINS = {
    "V0": ("Political", "Security", "Information", "Economic"),
    "V2": ("**Economic Pressure**", "**Regional Spillover**", "**Public Trust**", "**Escalation**"),
    "V3": (
        "Political / Geopolitical",
        "Security / Counter-Terrorism",
        "Cyber / Information Space",
        "Economic / Social",
    ),
}
_LABELLED = {"V0": 0.2, "V2": 0.5, "V3": 1.0}
"""Share of a profile's reports whose risks stand in labelled bullets."""


def report(slot: Slot, teller: Teller) -> Draft:
    """Return the report that ``slot`` plans."""
    bluf = Passage("BLUF (Bottom Line Up Front)", (_bluf(slot, teller),), is_open=True)
    if slot.profile.startswith(("V0", "V1")):
        middle = [Passage("Detailed Analysis", analysis(slot, teller))]
    else:
        middle = [
            Passage("Competing Hypotheses", hypotheses(slot, teller)),
            Passage("Key Assumptions and Red Flags", assumptions(slot, teller)),
        ]
    passages = [
        bluf,
        *middle,
        Passage("Implications and Strategic Risks", _risks(slot, teller), is_open=True),
        Passage("Recommendations and Outlook", outlook(slot, teller)),
        Passage("Key Individuals and Entities", _entities(teller)),
        Passage("Thematic Tags", (_tags(slot, teller),)),
    ]
    numbered = tuple(
        Passage(f"{number}. {passage.heading}", passage.lines, passage.is_open)
        for number, passage in enumerate(passages, start=1)
    )
    return Draft(head(slot, teller), (*numbered, *applied(slot, teller)))


def head(slot: Slot, teller: Teller) -> tuple[str, ...]:
    """Return the lines above the first section."""
    chance, headline = teller.chance, teller.headline()
    if slot.profile == "V3":
        title = teller.headline()
        headline = f"{headline} – {slot.publisher}" if chance.happens(0.5) else headline
    else:
        title = headline.translate(_LOST_IN_TITLES) if chance.happens(0.4) else headline
        label = " Promoted content" if chance.happens(0.03) else ""
        title = f"{title}{label} – {slot.publisher}"
    lines = [title, f"Published on: {slot.event.day}"]
    if chance.happens(0.06):
        lines.append(chance.skewed(_MARKINGS))
    if slot.profile in {"V2b", "V3"}:
        lines.append(_BOILERPLATE)
    return (*lines, f"Intelligence Report: {headline}", SAMPLE_LINE)


def _bluf(slot: Slot, teller: Teller) -> str:
    told = teller.prose("bluf", teller.chance.number(3, 5))
    sure = teller.chance.skewed(words("sure"))
    if slot.profile == "V3":
        return f"{told} Overall confidence in this judgement is {sure}."
    if slot.profile.startswith("V2") and teller.chance.happens(0.8):
        return f"{told} Confidence level: {sure.capitalize()}."
    return told


def _risks(slot: Slot, teller: Teller) -> tuple[str, ...]:
    share = _LABELLED.get(slot.profile, 0.0)
    if not teller.chance.happens(share):
        return (teller.prose("risks", teller.chance.number(3, 6)),)
    labels = _DOMAINS[slot.profile]
    told = teller.some("risks", len(labels))
    return tuple(f"- {label}: {risk}" for label, risk in zip(labels, told, strict=True))


def _entities(teller: Teller) -> tuple[str, ...]:
    chance = teller.chance
    if chance.happens(0.45):
        return (teller.one("gaps"),)
    names = dict.fromkeys(_name(teller) for _ in range(chance.number(2, 4)))
    if chance.happens(0.2) and len(names) > 1:
        return (", ".join(names),)
    roles = (teller.filled(role) for role in chance.several(words("role"), len(names)))
    return tuple(
        f"- {name} – {role[0].lower()}{role[1:]}" for name, role in zip(names, roles, strict=True)
    )


def _name(teller: Teller) -> str:
    chance = teller.chance
    if chance.happens(0.3):
        return chance.one_of(words("company"))
    return f"{chance.one_of(words('first_name'))} {chance.one_of(words('last_name'))}"


def _tags(slot: Slot, teller: Teller) -> str:
    own = slot.event.subject.tags
    if slot.profile in {"V1a", "V1b"} and teller.chance.happens(0.3):
        return ", ".join(STAMP)
    tags = ", ".join(dict.fromkeys((*own, teller.chance.skewed(STAMP))))
    return f"[{tags}]" if teller.chance.happens(0.1) else tags
