"""Reports that were read with other words or rules are told apart."""

from dataclasses import replace

from dash_intel.query.outdated import Versions, outdated
from tests.conftest import DatabaseOf
from tests.reports import report

NOW = Versions("words-2", ("sat@1", "brief@1"))
FRESH = replace(report("Fresh."), vocabulary_version="words-2", profile_version="sat@1")


def test_reports_read_as_now_are_not_outdated(database_of: DatabaseOf) -> None:
    assert outdated(database_of(FRESH), NOW) == 0


def test_other_words_and_other_profiles_are_both_outdated(database_of: DatabaseOf) -> None:
    other_words = replace(report("Words."), vocabulary_version="words-1", profile_version="sat@1")
    other_profile = replace(
        report("Profile."), vocabulary_version="words-2", profile_version="sat@0"
    )
    assert outdated(database_of(FRESH, other_words, other_profile), NOW) == 2
