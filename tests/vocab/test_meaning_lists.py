"""The lists of tags, actors and advice are whole, and broken ones are named."""

from collections import Counter

import pytest

from dash_intel.errors import VocabularyError
from dash_intel.vocab import actors as actor_module
from dash_intel.vocab import tags as tag_module
from dash_intel.vocab.actors import actor, actors
from dash_intel.vocab.advice import instruments, lead_verb, objects
from dash_intel.vocab.spelling import compared, level, level_ascii, spellings
from dash_intel.vocab.table import rows
from dash_intel.vocab.tags import tag, tags, themes
from dash_intel.vocab.techniques import COLUMNS as TECHNIQUE_COLUMNS
from dash_intel.vocab.techniques import technique, techniques

FAMILIES = {
    "Getting Organized",
    "Exploration",
    "Diagnostic",
    "Reframing",
    "Foresight",
    "Decision Support",
}


@pytest.mark.parametrize(
    ("name", "columns"), [("tags", tag_module.COLUMNS), ("actors", actor_module.COLUMNS)]
)
def test_every_key_stands_once(name: str, columns: tuple[str, ...]) -> None:
    counted = Counter(row["key"] for row in rows(name, columns))
    assert [key for key, times in counted.items() if times > 1] == []


def test_every_tag_has_one_meaning_a_theme_and_words() -> None:
    assert len(tags()) >= 150
    assert 12 <= len(themes()) <= 16
    assert {entry.theme for entry in tags().values()} == set(themes())
    for entry in tags().values():
        assert entry.terms
        for name in (entry.label, *entry.synonyms):
            found = tag(name)
            assert found is not None
            assert found.key == entry.key


def test_every_actor_is_found_by_its_sure_names() -> None:
    assert len(actors()) >= 200
    for entry in actors().values():
        for name in entry.sure:
            found = actor(name)
            assert found is not None
            assert found.key == entry.key


def test_every_alias_of_a_technique_names_it() -> None:
    for row in rows("techniques", TECHNIQUE_COLUMNS):
        found = technique(row["alias"])
        assert found is not None
        assert (found.name, found.match) == (row["name"], row["match"])
    assert len(techniques()) == len(rows("techniques", TECHNIQUE_COLUMNS))


def test_the_six_families_of_the_handbook_hold_forty_techniques() -> None:
    names = {found.name for found in techniques().values() if found.family in FAMILIES}
    assert len(names) >= 40
    assert {found.family for found in techniques().values()} == FAMILIES | {
        "Quantitative",
        "Non-standard",
        None,
    }


def test_the_instruments_are_the_seven_of_dimefil() -> None:
    assert instruments() == {
        "diplomatic": "Diplomatic",
        "information": "Information",
        "military": "Military",
        "economic": "Economic",
        "financial": "Financial",
        "intelligence": "Intelligence",
        "law_enforcement": "Law enforcement",
    }
    assert set(objects().values()) == set(instruments())


@pytest.mark.parametrize(
    ("word", "instrument"),
    [("negotiating", "diplomatic"), ("sanctioned", "financial"), ("spy", "intelligence")],
)
def test_verbs_are_known_in_their_forms(word: str, instrument: str) -> None:
    found = lead_verb(word)
    assert found is not None
    assert found.instrument == instrument


def test_other_verbs_tell_no_instrument() -> None:
    assert lead_verb("strengthen") is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"theme": "nowhere"}, "theme “nowhere”"),
        ({"label": "Big Label"}, "plain lower case"),
        ({"terms": "a"}, "“a” of toy is no term"),
        ({"terms": "*"}, "is no term"),
    ],
)
def test_a_broken_tag_is_named(row: dict[str, str], message: str) -> None:
    good = {"key": "toy", "label": "toy", "theme": "cyber", "synonyms": "", "terms": "toys"}
    with pytest.raises(VocabularyError, match=message.replace("*", r"\*")):
        tag_module._entry(good | row)


def test_a_broken_actor_is_named() -> None:
    good = {"key": "toy", "name": "Toy", "type": "organisation", "aliases": ""}
    with pytest.raises(VocabularyError, match="type “gang” of toy"):
        actor_module._actor(good | {"type": "gang"})
    with pytest.raises(VocabularyError, match="too short"):
        actor_module._actor(good | {"aliases": "T"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("counter-terrorism", "Counterterrorism"),
        ("Organisation", "organizations"),
        ("defence", "Defense"),
        ("crises", "crisis"),
        ("Café", "cafe"),
        ("research & development", "Research and Development"),
        ("Devil’s advocacy", "devils advocacy"),
        ("the Sahel", "Sahel"),
    ],
)
def test_spellings_of_one_name_compare_equal(one: str, other: str) -> None:
    assert compared(one) == compared(other)


@pytest.mark.parametrize(
    ("one", "other"), [("gas", "ga"), ("status", "statu"), ("news", "new s x")]
)
def test_short_words_and_false_plurals_stay_apart(one: str, other: str) -> None:
    assert compared(one) != compared(other)


@pytest.mark.parametrize(
    "text", ["İstanbul’s port", "a\u2028b", "Straße ﬁne", "x" * 50, "", "👩‍🚀 A-B"]
)
def test_a_levelled_text_is_as_long_as_the_text(text: str) -> None:
    assert len(level(text)) == len(level_ascii(text)) == len(text)


def test_american_spellings_follow_from_british_ones() -> None:
    assert spellings("radicalis*") == ("radicalis*", "radicaliz*")
    assert spellings("World Food Programme") == ("World Food Programme", "World Food Program")
    assert spellings("crisis") == ("crisis",)
