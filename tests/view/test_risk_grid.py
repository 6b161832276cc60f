"""The likelihood and impact grid as it is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.query.risk_grid import FieldCount
from dash_intel.query.sentences import NO_BAND, SEVERAL, About, likelihood_of
from dash_intel.view.chart import Field, GridChart, Mark
from dash_intel.view.risk_field import COLUMNS, ROWS, field_about, field_key
from dash_intel.view.risk_grid import KINDS, drawn, field_choices, risk_grid_chart, tone
from dash_intel.view.risk_terms import band_definitions, level_definitions, yardstick_name
from dash_intel.vocab.areas import Area
from dash_intel.vocab.likelihood import TERMS, band

SAHEL = About(Area("group", "sahel"), "terrorism")

COUNTS = st.lists(
    st.builds(
        FieldCount,
        likelihood=st.sampled_from(COLUMNS),
        level=st.sampled_from(ROWS),
        basis=st.sampled_from(tuple(KINDS)),
        sentences=st.integers(1, 400),
    ),
    max_size=12,
)


def view(*found: FieldCount) -> GridChart:
    return risk_grid_chart(found, SAHEL, "all dates")


def field(chart: GridChart, key: str) -> Field:
    return next(one for one in chart.fields if one.key == key)


@given(found=COUNTS)
def test_marks_and_what_is_not_drawn_are_all_sentences(found: list[FieldCount]) -> None:
    chart = view(*found)
    assert len(chart.fields) == 9 * 6
    total = sum(one.sentences for one in found)
    assert sum(len(one.marks) + one.more for one in chart.fields) == total
    assert sum(int(str(row[2])) for row in chart.table.rows) == total


@given(kinds=st.dictionaries(st.sampled_from(tuple(KINDS)), st.integers(1, 900)))
def test_every_kind_has_a_mark_and_none_has_more_than_sentences(kinds: dict[Mark, int]) -> None:
    marks = drawn(kinds)
    assert len(marks) == min(12, sum(kinds.values()))
    assert set(marks) == set(kinds)
    assert all(marks.count(kind) <= kinds[kind] for kind in kinds)


def test_nothing_is_toned_where_something_is_not_stated() -> None:
    toned = {one.key for one in view().fields if one.tone is not None}
    assert toned == {field_key(term, level) for term in TERMS for level in range(1, 6)}


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_tones_rise_with_likelihood(level: int) -> None:
    tones = [tone(term, level) or 0 for term in TERMS]
    assert tones == sorted(tones)


@pytest.mark.parametrize("term", TERMS)
def test_tones_rise_with_impact(term: str) -> None:
    tones = [tone(term, level) or 0 for level in range(1, 6)]
    assert tones == sorted(tones)


def test_field_says_its_sentences_in_words() -> None:
    chart = view(FieldCount("likely", 4, "stated", 9), FieldCount("likely", 4, "number", 5))
    found = field(chart, "likely~4")
    assert found.hover == (
        "Likely (55–80%), impact 4 Significant",
        "14 sentences",
        "9 stated in words",
        "5 given as a figure",
    )
    assert (len(found.marks), found.more) == (12, 2)
    assert chart.table.keys == ("likely~4",)


def test_measure_says_how_many_state_anything() -> None:
    chart = view(
        FieldCount("likely", 4, "stated", 3),
        FieldCount(NO_BAND, 3, "hedge", 5),
        FieldCount(NO_BAND, 0, "none", 2),
        FieldCount(SEVERAL, 0, "stated", 1),
    )
    assert chart.caption.measure.startswith("4 of 11 risk sentences say how likely, 8 how grave.")
    assert "Sahel, terrorism" in chart.caption.title
    assert "not ground truth" in chart.caption.foot


def test_columns_have_their_figures_but_those_that_are_no_band() -> None:
    names = dict(view().columns)
    assert names["very_likely"] == "very\nlikely\n80–95%"
    assert (names[SEVERAL], names[NO_BAND]) == ("several\nstated", "no band")


def test_sentence_of_several_likelihoods_stands_beside_the_bands() -> None:
    chart = view(FieldCount("likely", 4, "stated", 1), FieldCount(SEVERAL, 4, "stated", 2))
    found = field(chart, "several~4")
    assert (len(found.marks), found.tone) == (2, None)
    assert found.hover[:2] == ("Several stated, impact 4 Significant", "2 sentences")
    assert len(field(chart, "likely~4").marks) == 1
    assert [row[1] for row in chart.table.rows] == ["likely (55–80%)", "several stated"]


def test_figures_are_those_that_cards_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASH_INTEL_YARDSTICK", "phia")
    for column in view().columns[:-2]:
        low, high = band(column[0]) or (0, 0)
        assert column[1].endswith(f"\n{100 * low:.0f}–{100 * high:.0f}%")
    assert likelihood_of("number", None, 0.2) == "very_unlikely"
    assert band_definitions()[2].name == "likely or probable (55–75%)"
    assert yardstick_name() == "the PHIA yardstick"


def test_choices_are_the_fields_with_sentences() -> None:
    found = field_choices([FieldCount("likely", 4, "stated", 1), FieldCount(NO_BAND, 0, "none", 2)])
    assert found == {
        "likely~4": "Impact 4 Significant, likely (55–80%): 1 sentence",
        "none~0": "Impact not stated, no band: 2 sentences",
    }


@pytest.mark.parametrize("level", ROWS)
@pytest.mark.parametrize("likelihood", COLUMNS)
def test_key_of_a_field_leads_to_its_sentences(likelihood: str, level: int) -> None:
    found = field_about(SAHEL, field_key(likelihood, level))
    assert found == About(SAHEL.area, SAHEL.category, (level,), (likelihood,))


@pytest.mark.parametrize("key", [None, "", "likely", "likely~9", "certain~4", "~", "<b>~1"])
def test_key_of_no_field_is_the_whole_cell(key: str | None) -> None:
    assert field_about(SAHEL, key) == SAHEL


def test_definitions_name_every_band_and_level_with_words() -> None:
    assert [one.name for one in band_definitions()][:2] == [
        "almost certain (95–99%)",
        "very likely (80–95%)",
    ]
    assert level_definitions()[0].name == "5 Catastrophic"
    assert len(band_definitions()) == 7
    assert all(one.words for one in level_definitions())
