"""What one load brought."""

from dataclasses import dataclass
from datetime import datetime

from dash_intel.model.source import Rejection


@dataclass(frozen=True, slots=True)
class Difference:
    """A reading that an imported object declares and this reader reads otherwise."""

    source: str
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Load:
    """One load, as it is kept in the database.

    ``loaded_at`` is in UTC; ``origins`` are the paths as the user named them (``pasted text`` and
    file names for uploads). ``added`` counts reports that were new, ``known`` texts that were
    there already, ``unrecognised`` those of the added that no profile reads, ``warned`` those of
    the others that carry a warning or unread text, ``revised`` those of the added that are later
    revisions of a report.
    """

    number: int
    loaded_at: datetime
    origins: tuple[str, ...]
    added: int
    known: int
    unrecognised: int
    warned: int
    rejections: tuple[Rejection, ...] = ()
    differences: tuple[Difference, ...] = ()
    revised: int = 0
