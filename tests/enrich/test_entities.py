"""Entities: the listed ones, and the actors of the vocabulary that the body names."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dash_intel.enrich.entities import read_entities
from dash_intel.model.items import Entity
from dash_intel.model.report import Report
from tests.parse.texts import SAT, read

GAP = (
    "Specific names are not provided in the source text. Future reports should identify the"
    " negotiators."
)


def saying(said: str, *, listed: str = GAP) -> Report:
    return read(
        SAT.replace("falls on hauliers.", f"falls on hauliers. {said}").replace(GAP, listed)
    )


def in_body(report: Report) -> list[tuple[str, str]]:
    return [
        (one.name, one.span.of(report.text))
        for one in read_entities(report)
        if one.origin == "body"
    ]


@pytest.mark.parametrize(
    ("said", "name", "words"),
    [
        ("NATO met.", "NATO", "NATO"),
        (
            "The North Atlantic Treaty Organisation met.",
            "NATO",
            "North Atlantic Treaty Organisation",
        ),
        ("Doctors Without Borders left.", "Médecins Sans Frontières", "Doctors Without Borders"),
        ("Médecins Sans Frontières left.", "Médecins Sans Frontières", "Médecins Sans Frontières"),
        ("al-Shabaab left.", "Al-Shabaab", "al-Shabaab"),
        (
            "Kurdistan Workers’ Party cadres left.",
            "Kurdistan Workers' Party",
            "Kurdistan Workers’ Party",
        ),
        ("The World Food Program left.", "World Food Programme", "World Food Program"),
        ("The World\nBank left.", "World Bank", "World\nBank"),
        ("EU-led talks failed.", "European Union", "EU"),
    ],
)
def test_an_actor_in_the_body_bears_its_canonical_name(said: str, name: str, words: str) -> None:
    assert in_body(saying(said)) == [(name, words)]


@pytest.mark.parametrize(
    "said",
    [
        "Those who fled may return; is it over?",
        "NATOs stand-in and UNX met.",
        "PEOPLE WHO PAY FOR THE WAR ARE TIRED.",
        "RSF said so.",
        "The nato of old.",
    ],
)
def test_other_words_are_no_actor(said: str) -> None:
    assert in_body(saying(said)) == []


def test_a_short_form_of_several_counts_beside_a_full_name_only() -> None:
    report = saying("RSF guns fell silent. The Rapid Support Forces left.")
    assert in_body(report) == [("Rapid Support Forces", "RSF")]


def test_the_longest_name_is_taken() -> None:
    assert in_body(saying("Islamic State West Africa Province left.")) == [
        ("Islamic State West Africa Province", "Islamic State West Africa Province")
    ]


def test_a_longer_word_does_not_hide_a_shorter_name() -> None:
    assert in_body(saying("Islamic State groups left.")) == [("Islamic State", "Islamic State")]


def test_listed_entities_are_kept_as_they_are_and_not_repeated() -> None:
    report = saying("NATO and the EU met.", listed="- NATO – sponsor of the talks")
    assert read_entities(report)[0] == report.contents.entities[0]
    assert in_body(report) == [("European Union", "EU")]


def test_each_actor_stands_once_where_it_is_first_named() -> None:
    report = saying("Interpol met the EU. The European Union and Interpol agreed.")
    assert in_body(report) == [("Interpol", "Interpol"), ("European Union", "EU")]


def test_an_actor_has_type_origin_and_rule() -> None:
    report = saying("Interpol met.")
    (found,) = read_entities(report)
    assert found == Entity("Interpol", "organisation", None, "body", found.span, "entity.actor@1")


def test_tags_and_the_publisher_name_no_actor() -> None:
    text = SAT.replace("Harbour Gazette", "NATO").replace("regional focus", "NATO")
    assert in_body(read(text)) == []


def test_reading_again_changes_nothing() -> None:
    report = saying("Interpol met.")
    again = replace(report, contents=replace(report.contents, entities=read_entities(report)))
    assert read_entities(again) == read_entities(report)


def test_an_unrecognised_report_has_none() -> None:
    assert read_entities(read("NATO met.")) == ()


def test_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(repeats: int) -> float:
        report = saying("NATO and Islamic State groups met in Médine. " * repeats)
        start = time.process_time()
        read_entities(report)
        return time.process_time() - start

    read_entities(saying("NATO"))
    small = min(seconds(1_000) for _ in range(3))
    assert min(seconds(8_000) for _ in range(2)) < 30 * small


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_offsets_stay_true_in_any_text(noise: str) -> None:
    report = saying(f"İ{noise} NATO İ Säpo {noise} Interpol.")
    for name, words in in_body(report):
        if name in {"NATO", "Interpol"}:
            assert words == name
