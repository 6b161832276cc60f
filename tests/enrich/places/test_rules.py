"""Rules that decide what a name means in its text."""

import pytest

from tests.enrich.places.spoken import countries, place, regions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fire in Lebanon, Pa. spread.", {"USA"}),
        ("Police in Birmingham, Ala., said so.", {"USA"}),
        ("Crews left Austin, TX 78701.", {"USA"}),
        ("He met Sen. Doe (R-Fla.) today.", {"USA"}),
        ("She moved to Cambridge, Ontario.", {"CAN"}),
        ("Norway and France, Texas said", {"NOR", "FRA", "USA"}),
        ("Police in Vancouver, Washington", {"USA"}),
        ("Canada, Mexico, Texas and Ohio", {"CAN", "MEX", "USA"}),
        ("THEY WENT IN, OR OUT, OK", set()),
        ("It was, In. the end, a Miss. and a Mass.", set()),
        ("John Doe, MD, spoke.", set()),
    ],
)
def test_a_container_decides(text, expected):
    assert countries(text) == expected


def test_a_name_that_was_contained_once_stays_so():
    assert countries("Paris, Texas flooded. Streets in Paris closed.") == {"USA"}


def test_a_name_that_was_contained_once_yields_to_other_evidence():
    assert countries("Paris, Texas is not Paris, say the French.") == {"USA", "FRA"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs. London resigned.", set()),
        ("Michael B. Jordan starred.", set()),
        ("Jordan Peterson spoke; Jordan left.", set()),
        ("Jordan Peterson flew to Amman in Jordan.", {"JOR"}),
        ("President Jordan Valdez", set()),
        ("Israel Defence Minister", {"ISR"}),
        ("St. Charles Missouri", {"USA"}),
    ],
)
def test_a_person_is_no_place(text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He speaks Spanish.", set()),
        ("It was written in Portuguese and sold.", set()),
        ("The Russian language spread.", set()),
        ("In Spanish waters", {"ESP"}),
    ],
)
def test_a_language_is_no_country(text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire in Kingston.", set()),
        ("Jamaican police searched Kingston.", {"JAM"}),
        ("Canada sent troops from Kingston.", {"CAN"}),
        ("A fire in Birmingham.", {"GBR"}),
        ("A fire in Birmingham, as Americans voted.", {"GBR", "USA"}),
        ("A fire in Birmingham, as Atlanta voted.", {"USA"}),
        ("Georgia hosts Armenia.", {"GEO", "ARM"}),
        ("Georgia and Florida vote.", {"USA"}),
        ("They stopped. Anchorage is scarce here.", set()),
        ("They stopped in Anchorage.", {"USA"}),
        ("Alaska thawed. Anchorage flooded.", {"USA"}),
        ("He lives in Peru Street.", set()),
        ("Peruvian police closed Peru Street.", {"PER"}),
        ("A man from London died in Laurel County.", {"USA"}),
        ("Congo signed in Brazzaville.", {"COG"}),
        ("Congo fights.", {"COD"}),
        ("Korea trades.", {"KOR", "PRK"}),
        ("Korea trades, says Seoul.", {"KOR"}),
        ("A metro station in Brussels", {"BEL"}),
        ("Brussels and the Belgian police", {"BEL"}),
    ],
)
def test_an_ambiguous_name_follows_its_text(text, expected):
    assert countries(text) == expected


def test_brussels_without_belgium_is_the_european_union():
    assert regions("Brussels fined the company.") == {"european_union"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the Sahel", "sahel"),
        ("Central Asian states", "central_asia"),
        ("the Horn of Africa", "horn_of_africa"),
        ("Latin American leaders", "latin_america"),
        ("the Indian Ocean", "indian_ocean"),
    ],
)
def test_a_named_region_is_tagged_without_a_country(text, key):
    assert regions(text) == {key}
    assert countries(text) == set()


@pytest.mark.parametrize(
    ("iso3", "text", "actors"),
    [
        ("USA", "Washington imposed sanctions.", 1),
        ("USA", "He lives in Washington.", 0),
        ("RUS", "Russian officials and the Kremlin denied it.", 2),
        ("RUS", "Russian wheat", 0),
        ("YEM", "Houthi boats", 1),
    ],
)
def test_a_state_that_acts_is_counted_apart(iso3, text, actors):
    assert place(iso3, text).actor_mentions == actors


def test_an_actor_weighs_half():
    text = "Taliban raids shook Uzbekistan."
    assert place("AFG", text).share == pytest.approx(1 / 3, abs=1e-4)


def test_every_span_has_its_rule():
    found = place("USA", "Americans in Ohio and Paris, Texas.")
    assert found.rules == (
        "place.demonym@1",
        "place.admin1@1",
        "place.contained@1",
        "place.admin1@1",
    )
