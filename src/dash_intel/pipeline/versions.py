"""Which words and rules this program reads with."""

from dash_intel.enrich import version
from dash_intel.model.report import UNRECOGNISED
from dash_intel.parse.profile import profiles
from dash_intel.query.outdated import Versions


def versions() -> Versions:
    """Return the versions of the vocabularies, rules and profiles that reports are read with."""
    known = (f"{profile.name}@{profile.version}" for profile in profiles())
    return Versions(version(), (*known, f"{UNRECOGNISED}@1"))
