"""The text of one synthetic report."""

from dataclasses import replace
from functools import lru_cache

from dash_intel.synth.brief import brief
from dash_intel.synth.chance import Chance
from dash_intel.synth.draft import Draft
from dash_intel.synth.plan import Slot, slot
from dash_intel.synth.report import head, report
from dash_intel.synth.telling import Teller


def text(slot: Slot, seed: int) -> str:
    """Return the text of the report that ``slot`` plans."""
    return _draft(slot, seed).laid_out(spaced=slot.is_spaced)


@lru_cache(maxsize=8)
def _draft(planned: Slot, seed: int) -> Draft:
    chance = Chance(f"text {seed} {planned.number}")
    teller = Teller(planned.event, chance)
    if planned.of is None:
        return brief(planned, teller) if planned.is_brief else report(planned, teller)
    draft = _draft(slot(planned.of, seed), seed)
    if planned.kind == "alike":
        return replace(draft.edited(chance, chance.number(0, 2)), head=head(planned, teller))
    return draft.edited(chance, chance.number(1, 3))
