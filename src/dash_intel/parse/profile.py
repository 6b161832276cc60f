"""What a profile is, and the registry that finds them."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from dash_intel.errors import ProfileError
from dash_intel.model.report import Contents, Flag, Section
from dash_intel.parse.blamed import Blamed
from dash_intel.parse.document import Document
from dash_intel.parse.notes import Notes

GROUP = "dash_intel.profiles"
BUILT_IN = ("sat", "hypotheses", "brief")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a profile made of a document.

    Ids of items are left empty; they are given afterwards, from the text. ``missing`` are keys of
    sections that the profile expects.
    """

    contents: Contents
    sections: tuple[Section, ...] = ()
    missing: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


@runtime_checkable
class Profile(Protocol):
    """One way of writing reports, recognised by its headings."""

    name: str
    version: str

    def recognises(self, document: Document) -> int:
        """Return how many of its own headings stand in ``document``; 0 is "not mine"."""
        ...

    def read(self, notes: Notes) -> Reading:
        """Read ``notes.document``, claiming what is read and warning of doubts."""
        ...


@cache
def profiles() -> tuple[Profile, ...]:
    """Return the installed profiles: the built-in ones first, then others by name.

    Raises:
        ProfileError: an entry point does not load, is no profile, or takes a name twice.
    """
    found: dict[str, Profile] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: _order(entry.name)):
        try:
            profile = entry.load()
        except (ImportError, AttributeError) as error:
            raise ProfileError(f"Profile “{entry.name}” does not load: {error}") from error
        if not isinstance(profile, Profile):
            raise ProfileError(f"“{entry.value}” is no profile: see docs/profiles.md.")
        if profile.name in found:
            raise ProfileError(f"Two profiles are called “{profile.name}”: remove one package.")
        found[profile.name] = profile
    return tuple(found.values())


def _order(name: str) -> tuple[int, str]:
    return (BUILT_IN.index(name) if name in BUILT_IN else len(BUILT_IN), name)


def recognised(document: Document, source: str) -> tuple[Profile | None, tuple[str, ...]]:
    """Return the profile most of whose headings stand in ``document``, and others as good.

    Raises:
        ProfileError: a profile that is not built in fails on it.
    """
    scores = [(_score(profile, document, source), profile) for profile in profiles()]
    best = max((score for score, _ in scores), default=0)
    if best <= 0:
        return None, ()
    first, *others = [profile for score, profile in scores if score == best]
    return first, tuple(profile.name for profile in others)


def _score(profile: Profile, document: Document, source: str) -> int:
    if profile.name in BUILT_IN:
        return profile.recognises(document)
    with Blamed(profile.name, source):
        return int(profile.recognises(document))
