"""Which reports the overview lists, and what that is called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dash_intel.view.brought import REMARKS_ARE
from dash_intel.view.words import count

FIRST_SHOWN = 8
MORE_SHOWN = 25
MOST_SHOWN = 1_000

_LOAD, _REMARKS, _SHOWN, _YES = "load", "remarks", "shown", "yes"


@dataclass(frozen=True, slots=True)
class Listing:
    """Reports of all loads or of one, all or those with remarks; ``shown`` of them at most."""

    load: int | None = None
    has_remarks: bool = False
    shown: int = FIRST_SHOWN

    @property
    def label(self) -> str:
        """What stands on the way to it."""
        load = f"From load {self.load}" if self.load else ""
        remarks = "with remarks" if self.has_remarks else ""
        found = " ".join(part for part in (load, remarks) if part)
        return f"{found[:1].upper()}{found[1:]}" or "Newest"

    @property
    def title(self) -> str:
        """What stands above it."""
        if self == Listing(shown=self.shown):
            return "Newest reports"
        return f"Reports {self.label[:1].lower()}{self.label[1:]}"

    def scope(self, listed: int, total: int) -> str:
        """Return how many of how many are listed, and by what they are ordered."""
        if not total:
            return _nothing(self)
        said = f"{listed:,} of {count(total, 'report')}, by date of publication."
        return f"{said} {REMARKS_ARE}" if self.has_remarks else said

    def longer(self) -> "Listing":
        """Return the same with more of it shown."""
        return Listing(self.load, self.has_remarks, min(self.shown + MORE_SHOWN, MOST_SHOWN))

    def to_url(self) -> dict[str, str]:
        """Return the parts of an address that ``from_url`` reads; what is usual is left out."""
        load = {_LOAD: str(self.load)} if self.load else {}
        remarks = {_REMARKS: _YES} if self.has_remarks else {}
        shown = {_SHOWN: str(self.shown)} if self.shown != FIRST_SHOWN else {}
        return load | remarks | shown


def from_url(address: Mapping[str, str], last_load: int) -> Listing:
    """Return the listing that an address names; what it names and there is not is left out."""
    load = _number(address.get(_LOAD))
    shown = _number(address.get(_SHOWN)) or FIRST_SHOWN
    return Listing(
        load if load <= last_load and load else None,
        address.get(_REMARKS) == _YES,
        max(FIRST_SHOWN, min(shown, MOST_SHOWN)),
    )


def listings(chosen: Listing, last_load: int) -> tuple[Listing, ...]:
    """Return the listings to choose from, the chosen one among them."""
    usual = (Listing(), Listing(load=last_load), Listing(has_remarks=True))
    plain = Listing(chosen.load, chosen.has_remarks)
    return usual if plain in usual else (*usual, plain)


def _nothing(listing: Listing) -> str:
    if listing.load and not listing.has_remarks:
        return f"Load {listing.load} brought no new report."
    if listing.load:
        return f"No report from load {listing.load} has remarks. {REMARKS_ARE}"
    return f"No report has remarks. {REMARKS_ARE}" if listing.has_remarks else "There is no report."


def _number(written: str | None) -> int:
    is_number = written is not None and re.fullmatch("[0-9]{1,9}", written)
    return int(written) if written and is_number else 0
