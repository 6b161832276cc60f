"""Tags: their names, and whether the body speaks of them."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dash_intel.enrich.tags import MOST_SPANS, read_tags
from dash_intel.model.items import Tag
from dash_intel.model.report import Contents, Report
from dash_intel.model.span import Span
from tests.parse.texts import HYPOTHESES, SAT, read

WRITTEN = "maritime security, labour disputes, energy security, regional focus"


def tagged(written: str, *, said: str = "", text: str = SAT) -> Report:
    """Return a report with these tags that also says this in its BLUF."""
    text = text.replace(WRITTEN, written).replace(
        "falls on hauliers.", f"falls on hauliers. {said}"
    )
    return read(text)


def supports(report: Report) -> dict[str, tuple[bool | None, list[str]]]:
    return {
        tag.name: (tag.supported, [span.of(report.text) for span in tag.support_spans])
        for tag in read_tags(report)
    }


@pytest.mark.parametrize(
    ("written", "name", "rule"),
    [
        ("Cyber Security", "cybersecurity", "tag.label@1"),
        ("cyber-security", "cybersecurity", "tag.label@1"),
        ("cyberattack", "cybersecurity", "tag.synonym@1"),
        ("counterterrorism", "counter-terrorism", "tag.label@1"),
        ("organized crime", "organised crime", "tag.label@1"),
        ("labor dispute", "labour disputes", "tag.label@1"),
        ("supply  chain", "supply chains", "tag.label@1"),
        ("UAVs", "drones", "tag.synonym@1"),
        ("Human-Rights", "human rights", "tag.label@1"),
        ("Defense Spending", "defence policy", "tag.synonym@1"),
    ],
)
def test_spellings_and_synonyms_have_one_name(written: str, name: str, rule: str) -> None:
    (tag,) = read_tags(tagged(written))
    assert (tag.name, tag.as_written, tag.rule) == (name, written, rule)


def test_an_unknown_tag_is_kept_as_it_is_and_never_judged_unsupported() -> None:
    report = tagged("Lighthouse   Keeping")
    (tag,) = read_tags(report)
    assert tag == Tag(
        name="lighthouse keeping",
        as_written="Lighthouse   Keeping",
        span=report.contents.tags[0].span,
        rule="tag.as_written@1",
    )


def test_an_unknown_tag_is_supported_by_its_own_words() -> None:
    report = tagged("Larne", said="Larne lies on the coast. Larneside does not count.")
    assert supports(report)["larne"] == (True, ["Larne", "Larne"])
    assert read_tags(report)[0].rule == "tag.own_words@1"


def test_a_tag_in_another_script_is_supported_by_its_own_words_only() -> None:
    assert supports(tagged("порт", said="Он закрыл порт. Мост цел.")) == {"порт": (True, ["порт"])}
    assert supports(tagged("мост", said="Он закрыл порт.")) == {"мост": (None, [])}


def test_two_writings_of_one_tag_are_both_kept() -> None:
    found = read_tags(tagged("cyber security, cybersecurity, drones"))
    assert [(tag.name, tag.as_written) for tag in found] == [
        ("cybersecurity", "cyber security"),
        ("cybersecurity", "cybersecurity"),
        ("drones", "drones"),
    ]


def test_a_known_tag_that_the_body_does_not_speak_of_is_unsupported() -> None:
    assert supports(tagged("cybersecurity")) == {"cybersecurity": (False, [])}


def test_the_words_that_support_are_whole_words_of_the_body() -> None:
    report = tagged("counter-terrorism", said="Terrorists were named. Bioterrorism was not.")
    assert supports(report) == {"counter-terrorism": (True, ["Terrorists"])}


@pytest.mark.parametrize("said", ["Radicalisation grows.", "Radicalization grows."])
def test_british_and_american_words_support_alike(said: str) -> None:
    assert supports(tagged("radicalisation", said=said))["radicalisation"][0] is True


def test_words_across_a_line_break_or_a_hyphen_are_found_and_across_a_gap_are_not() -> None:
    broken = tagged("electricity grid", said="A power\ngrid failed. The power-grid is old.")
    assert supports(broken)["electricity grid"][1] == ["power\ngrid", "power-grid"]
    apart = tagged("electricity grid", said="More power. Grid plans wait.")
    assert supports(apart)["electricity grid"] == (False, [])


def test_labels_headings_and_the_tags_themselves_support_nothing() -> None:
    text = (
        HYPOTHESES.split("Thematic Tags")[0] + "Thematic Tags\ncounter-terrorism, cybersecurity\n"
    )
    assert "Security / Counter-Terrorism:" in text
    assert "Cyber / Information Space:" in text
    assert supports(read(text)) == {
        "counter-terrorism": (False, []),
        "cybersecurity": (False, []),
    }


def test_the_publisher_supports_nothing_and_the_headline_does() -> None:
    text = SAT.replace("Harbour Gazette", "Drone Gazette").replace(
        "Strike Closes Larne’s", "Protest Closes Larne’s"
    )
    found = supports(tagged("drones, protest", text=text))
    assert found == {"drones": (False, []), "protest": (True, ["Protest"])}


def test_a_region_is_supported_by_its_countries_too() -> None:
    found = supports(tagged("central asia, caribbean", said="The Kazakh border stays shut."))
    assert found == {"central asia": (True, ["Kazakh"]), "caribbean": (False, [])}


def test_overlapping_words_count_once_and_the_longest_stays() -> None:
    report = tagged("counter-terrorism", said="Al-Shabaab set off a roadside improvised explosive.")
    spans = read_tags(report)[0].support_spans
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert [span.of(report.text) for span in spans] == ["Al-Shabaab", "improvised explosive"]


def test_a_report_without_tags_has_none() -> None:
    assert read_tags(read("Nothing here.")) == ()


def test_the_theme_is_that_of_the_vocabulary() -> None:
    assert [tag.theme for tag in read_tags(tagged("ransomware, larne"))] == ["cyber", None]


def test_support_is_kept_to_a_number_of_places() -> None:
    report = tagged("drones", said="A drone flew. " * 200)
    assert len(read_tags(report)[0].support_spans) == MOST_SPANS


def test_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(repeats: int) -> float:
        said = "Terrorists and drones met a cyber attack. " * repeats
        report = tagged("counter-terrorism, drones, cybersecurity, larne", said=said)
        start = time.process_time()
        read_tags(report)
        return time.process_time() - start

    read_tags(tagged("drones"))
    small = min(seconds(1_000) for _ in range(3))
    assert min(seconds(8_000) for _ in range(2)) < 30 * small


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["İ", "ß", "ﬁ", "\u0345", "Ǆ", "👩‍🚀", "é"]))
def test_offsets_stay_true_in_any_text(noise: str, spice: str) -> None:
    text = f"{spice}{noise} drones {spice} Cyber-attacks{spice} larne {noise}"
    written = [Span(0, len(spice))]
    contents = Contents(
        tags=(
            Tag("drones", "drones", written[0]),
            Tag("cybersecurity", "cybersecurity", written[0]),
            Tag("larne", "larne", written[0]),
        )
    )
    report = replace(read("x"), text=text, contents=contents)
    for tag in read_tags(report):
        for span in tag.support_spans:
            assert 0 <= span.start < span.end <= len(text)
            words = span.of(text).lower().replace("-", " ")
            assert words.startswith(("drone", "uav", "cyber", "larne", "hack")) or tag.name in words


@pytest.mark.parametrize(
    ("tag_name", "said"),
    [
        ("drones", "Honey is scarce and drones leave the nest."),
        ("sanctions", "The council sanctions the construction of a mill."),
        ("migration", "The bank plans the migration of its database."),
        ("port security", "The firewall drops packets on that port."),
        ("corruption", "A corrupt file stopped the printer."),
    ],
)
def test_a_word_beside_those_of_its_other_sense_supports_nothing(tag_name: str, said: str) -> None:
    assert supports(tagged(tag_name, said=said))[tag_name][0] is not True or not any(
        words in said for words in supports(tagged(tag_name, said=said))[tag_name][1]
    )


@pytest.mark.parametrize(
    ("tag_name", "said", "words"),
    [
        ("drones", "Three drones crossed the fence.", "drones"),
        ("sanctions", "New sanctions hit the mill.", "sanctions"),
        ("ransomware", "Every server was locked out until noon.", "locked out"),
    ],
)
def test_a_word_in_the_sense_of_the_tag_supports_it(tag_name: str, said: str, words: str) -> None:
    assert words in supports(tagged(tag_name, said=said))[tag_name][1]
