"""The registry of profiles, and a toy profile as a third party would install it."""

import sys
from pathlib import Path

import pytest

from dash_intel.errors import ProfileError
from dash_intel.model.source import SourceText
from dash_intel.parse import parse
from dash_intel.parse.document import Document
from dash_intel.parse.guard import faults
from dash_intel.parse.notes import Notes
from dash_intel.parse.profile import profiles, recognised
from dash_intel.settings import SAMPLE_DIRECTORY
from tests.parse.texts import SAT, read, texts

TOY = """
from dataclasses import dataclass

from dash_intel.model.items import Recommendation
from dash_intel.model.report import Contents, Head, HeadSpans
from dash_intel.parse.profile import Reading
from dash_intel.parse.sections import bodies, sections

HEADINGS = {"harbour log": "log", "orders": "orders"}


@dataclass(frozen=True)
class HarbourLog:
    name: str = "harbour-log-sat"
    version: str = "1"

    def recognises(self, document):
        return len(sections(document, HEADINGS))

    def read(self, notes):
        document = notes.document
        found = sections(document, HEADINGS)
        notes.claim(*(section.heading for section in found))
        orders = [line.span for body in bodies(found, "orders") for line in document.lines_in(body)]
        notes.claim(*orders)
        title = document.lines[0].span
        notes.claim(title)
        head = Head(title=document.words(title), spans=HeadSpans(title=title))
        advice = tuple(
            Recommendation("", document.words(span), None, span) for span in orders
        )
        return Reading(Contents(head=head, recommendations=advice), found)


PROFILE = HarbourLog()
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Give a function that installs a package with one profile, for the length of a test."""

    def installed(entry: str, code: str, module: str = "harbour_profile"):
        (tmp_path / f"{module}.py").write_text(code, encoding="utf-8")
        metadata = tmp_path / f"{module}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text(f"[dash_intel.profiles]\n{entry}\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        profiles.cache_clear()

    yield installed
    profiles.cache_clear()
    sys.modules.pop("harbour_profile", None)


LOG = "Night watch\nHarbour Log\nTwo ships in.\nOrders\nRing the bell.\nClose the gate."


def test_a_profile_of_a_third_party_reads_its_reports(install):
    assert read(LOG).template == "unrecognised"
    install("harbour = harbour_profile:PROFILE", TOY)
    report = read(LOG)
    assert report.template == "harbour-log-sat"
    assert report.profile_version == "harbour-log-sat@1"
    assert report.contents.head.title == "Night watch"
    assert texts(report.contents.recommendations) == ["Ring the bell.", "Close the gate."]
    assert all(one.recommendation_id for one in report.contents.recommendations)
    assert [span.of(LOG) for span in report.parse.unread] == ["Two ships in."]


def test_the_profile_with_most_headings_reads_and_built_in_ones_stay(install):
    install("harbour = harbour_profile:PROFILE", TOY)
    assert [profile.name for profile in profiles()] == [
        "sat",
        "hypotheses",
        "brief",
        "harbour-log-sat",
    ]
    assert read(SAT + "\nOrders\nNone.").template == "sat"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("harbour = harbour_profile:MISSING", TOY),
        ("harbour = harbour_profile:PROFILE", "PROFILE = 3"),
        ("harbour = harbour_profile:PROFILE", TOY.replace("harbour-log-sat", "sat")),
    ],
)
def test_a_profile_that_cannot_be_used_is_named(install, entry, code):
    install(entry, code)
    with pytest.raises(ProfileError, match=r"harbour|“sat”"):
        profiles()


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("return len(sections", "return 1 / 0 + len(sections", "fails on log.txt (ZeroDivisionErr"),
        ("title = document.lines[0]", "title = document.lines[99]", "fails on log.txt (IndexError"),
        ("HeadSpans(title=title)", "HeadSpans(title=Span(3, 9_999))", "the span 3 to 9999"),
        ("document.words(span)", "document.words(span).upper()", "the words of a Recommendation"),
        ("notes.claim(title)", "notes.claim(Span(-1, 4))", "the span -1 to 4"),
        ("return Reading(Contents", "return (Contents", "it returns a tuple, not a Reading"),
    ],
)
def test_a_profile_that_fails_is_named_with_the_source(install, good, bad, said):
    code = f"from dash_intel.model.span import Span{TOY}"
    assert good in code
    install("harbour = harbour_profile:PROFILE", code.replace(good, bad))
    with pytest.raises(ProfileError) as failed:
        parse(SourceText(LOG, ("log.txt",)))
    assert "“harbour-log-sat”" in str(failed.value)
    assert "log.txt" in str(failed.value)
    assert said in str(failed.value)


def test_built_in_profiles_hold_to_what_others_are_held_to():
    for path in SAMPLE_DIRECTORY.glob("*.txt"):
        notes = Notes(Document(path.read_text(encoding="utf-8")))
        profile, _ = recognised(notes.document, path.name)
        if profile:
            assert list(faults(profile.read(notes), notes)) == []
