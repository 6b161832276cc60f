"""Entities, declared gaps and tags."""

import pytest

from tests.parse.texts import SAT, read, texts

GAP = (
    "Specific names are not provided in the source text."
    " Future reports should identify the negotiators."
)
TAGS = "maritime security, labour disputes, energy security, regional focus"


def _closing(words: str):
    return read(SAT.replace(GAP, words))


@pytest.mark.parametrize(
    "sentence",
    [
        "No specific individuals are identified.",
        "The report does not name any persons.",
        "None mentioned in the material.",
        "No names given.",
        "The source text does not mention specific individuals or entities.",
        "Individuals were not disclosed.",
        "The broker isn’t named.",
        "None.",
        "N/A",
    ],
)
def test_other_ways_of_saying_that_none_is_named_are_gaps(sentence):
    report = _closing(sentence)
    assert report.contents.entities == ()
    assert texts(report.contents.declared_gaps) == [sentence]
    assert report.parse.unread == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("- Ailbhe Dunmurry – union delegate", [("Ailbhe Dunmurry", "union delegate")]),
        ("- Ailbhe Dunmurry: union delegate", [("Ailbhe Dunmurry", "union delegate")]),
        ("- **Ailbhe Dunmurry** (union delegate)", [("Ailbhe Dunmurry", "union delegate")]),
        ("- Ailbhe Dunmurry, union delegate", [("Ailbhe Dunmurry", "union delegate")]),
        ("- Crossing Lines – owner, Belfast", [("Crossing Lines", "owner, Belfast")]),
        (
            "Ailbhe Dunmurry, Larne Port Watch and Éamon de Brún",
            [("Ailbhe Dunmurry", None), ("Larne Port Watch", None), ("Éamon de Brún", None)],
        ),
        (
            "Key figures include Ailbhe Dunmurry and Éamon de Brún.",
            [("Ailbhe Dunmurry", None), ("Éamon de Brún", None)],
        ),
        (
            "Ailbhe Dunmurry (delegate); Éamon de Brún (pilot)",
            [("Ailbhe Dunmurry", "delegate"), ("Éamon de Brún", "pilot")],
        ),
    ],
)
def test_listed_names_are_entities_with_their_role(words, expected):
    report = _closing(words)
    assert [(one.name, one.role) for one in report.contents.entities] == expected
    assert report.parse.unread == ()


def test_labels_give_the_type():
    report = _closing("Individuals: Ailbhe Dunmurry\nOrganisations:\n- Crossing Lines")
    assert [(one.name, one.type) for one in report.contents.entities] == [
        ("Ailbhe Dunmurry", "person"),
        ("Crossing Lines", "organisation"),
    ]


def test_prose_about_people_is_left_unread_not_guessed():
    sentence = "Several delegates met the operator in a hotel and left without a word."
    report = _closing(sentence)
    assert report.contents.entities == ()
    assert [span.of(report.text) for span in report.parse.unread] == [sentence]


def test_a_gap_below_a_list_is_a_gap():
    report = _closing(
        "- Crossing Lines – operator of all three\nThe pilot is not named in the text."
    )
    assert [one.role for one in report.contents.entities] == ["operator of all three"]
    assert texts(report.contents.declared_gaps) == ["The pilot is not named in the text."]


@pytest.mark.parametrize(
    "words",
    [
        TAGS,
        f"{TAGS}.",
        f"[{TAGS}]",
        "“maritime security”, “labour disputes”, “energy security”, “regional focus”",
        "('maritime security', 'labour disputes', 'energy security', 'regional focus')",
        "- Maritime Security\n- Labour Disputes\n- Energy  security\n- regional focus",
        "maritime security; labour disputes; energy security; regional focus;",
        "#maritime security, #labour disputes, #energy security, #regional focus",
    ],
)
def test_every_way_of_listing_tags_gives_the_same_names(words):
    report = read(SAT.replace(TAGS, words))
    assert ", ".join(tag.name for tag in report.contents.tags) == TAGS
    assert all(tag.span.of(report.text) == tag.as_written for tag in report.contents.tags)
    assert report.parse.unread == ()


def test_a_tag_stands_once():
    tags = read(SAT.replace(TAGS, "drones, Drones, drones")).contents.tags
    assert [tag.as_written for tag in tags] == ["drones"]
