"""Scores as they are shown."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from dash_intel.query.scores import REASONS, Basis, Ranks, Reason, Scenario, Scored, Scores
from dash_intel.query.scoring import Forecast
from dash_intel.view.item import Chip
from dash_intel.view.scenario_sets import OUTCOME_HUES
from dash_intel.view.score_list import band_choices, lines, of_band, scored_lines, scored_table
from dash_intel.view.score_words import REASONS as WORDS
from dash_intel.view.score_words import data_to
from dash_intel.view.scores import ScoresView, scores_headline, scores_view

NO_RANKS = Ranks(4, 0, 0, 0, 0, 0)
HOSTILE = "=cmd()|**x** <script>alert(1)</script>"


def scored(
    probability: float,
    occurred: bool,
    *,
    kind: str = "worst",
    basis: Basis = "analyst",
    reach: float = 0.0,
    text: str = "The port closes.",
) -> Scored:
    """Return a scored scenario whose band reaches so far to either side."""
    scenario = Scenario(
        scenario_id="f",
        report_id="r",
        kind=kind,
        text=text,
        title="Harbour",
        publisher="Gazette",
        published_on=date(2025, 3, 1),
        outcome="occurred" if occurred else "did_not_occur",
        resolved_on=date(2025, 9, 1),
        stated_on=date(2025, 4, 1),
        term="likely" if basis == "words" else None,
    )
    ends = probability - reach, probability + reach
    return Scored(scenario, basis, Forecast(probability, occurred, *ends), 0.5)


def found(
    *held: Scored, ranks: Ranks = NO_RANKS, counts: Mapping[Reason, int] | None = None
) -> Scores:
    numbers = dict.fromkeys(REASONS, 0) | {"scored": len(held)} | dict(counts or {})
    return Scores(numbers, held, ranks)


def figure(view: ScoresView, label: str) -> tuple[str, str]:
    return next((one.value, one.note) for one in view.figures if one.label == label)


def test_every_reason_is_counted_and_they_sum_to_all() -> None:
    scores = found(
        *[scored(0.2, False)] * 12,
        counts={"no_probability": 300, "open": 20, "ambiguous": 5, "undated": 3},
    )
    view = scores_view(scores)
    assert scores_headline(scores) == "Scored 12 of 340 scenarios"
    assert view.coverage == (
        "Scored 12 of 340: 300 without a probability, 20 open, 5 ambiguous,"
        " 3 in a report without a date."
    )
    assert view.choices == (
        ("scored", "Scored, 12"),
        ("no_probability", "Without a probability, 300"),
        ("open", "Open, 20"),
        ("ambiguous", "Ambiguous, 5"),
        ("undated", "In a report without a date, 3"),
    )


def test_every_reason_has_its_own_words() -> None:
    assert set(WORDS) == set(REASONS)
    assert len(set(WORDS.values())) == len(REASONS)


def test_nothing_scored_has_no_figure_and_no_table() -> None:
    view = scores_view(found(counts={"open": 2}))
    assert (view.figures, view.parts, view.groups, view.notice) == ((), None, None, "")
    assert scores_view(found()).coverage == "No scenario is in what is looked at."


def test_figures_of_two_by_hand() -> None:
    """90 % for what occurred and 30 % for what did not: Brier (.01 + .09) / 2."""
    view = scores_view(found(scored(0.9, True), scored(0.3, False)))
    assert figure(view, "Brier score") == ("0.05", "0 is best; 0.25 is always saying 50%.")
    assert figure(view, "Log score") == ("0.23", "0 is best; 0.69 is always saying 50%.")
    assert figure(view, "Skill")[0] == "+80%"
    assert view.notice == "n = 2: a single outcome moves these figures much."


def test_skill_below_the_base_rate_is_negative() -> None:
    assert figure(scores_view(found(scored(0.9, False))), "Skill")[0] == "−224%"


def test_words_give_a_range_of_scores() -> None:
    view = scores_view(found(scored(0.675, True, basis="words", reach=0.125)))
    value, note = figure(view, "Brier score")
    assert value == "0.11"
    assert note.startswith("0.04 to 0.20 over the bands of words.")


def test_few_are_no_longer_said_to_be_few_from_thirty_on() -> None:
    assert scores_view(found(*[scored(0.2, False)] * 29)).notice
    assert not scores_view(found(*[scored(0.2, False)] * 30)).notice


@pytest.mark.parametrize(
    ("ranks", "value", "end"),
    [
        (Ranks(20, 12, 10, 9, 1, 1), "9 of 10", "against 33% by chance. In 2 more none or"),
        (Ranks(20, 6, 6, 2, 0, 0), "2 of 6", "against 33% by chance: no clear difference."),
        (Ranks(20, 2, 2, 2, 0, 0), "2 of 2", "against 33% by chance: too few to tell."),
        (Ranks(20, 2, 0, 0, 1, 1), "–", "is settled with exactly one of them occurred."),
    ],
)
def test_most_likely_is_held_against_chance(ranks: Ranks, value: str, end: str) -> None:
    shown = figure(scores_view(found(scored(0.2, False), ranks=ranks)), "“Most likely” was right")
    assert shown[0] == value
    assert end in shown[1]


def test_parts_add_up_to_the_brier_score() -> None:
    held = [scored(0.2, at == 0) for at in range(4)] + [scored(0.8, at > 0) for at in range(4)]
    table = scores_view(found(*held)).parts
    assert table is not None
    assert [row[1] for row in table.rows] == ["0.003", "−0.062", "0.250", "0.000", "0.190"]


def test_groups_of_fewer_than_five_have_no_score() -> None:
    held = [scored(0.2, False)] * 5 + [scored(0.6, True, kind="best", basis="number")] * 4
    table = scores_view(found(*held)).groups
    assert table is not None
    assert table.rows[0] == ("All", 9, 38, 44, 0.09)
    assert table.rows[1:] == (
        ("Best case", 4, None, None, None),
        ("Worst case", 5, 20, 0, 0.04),
        ("Stated by an analyst", 5, 20, 0, 0.04),
        ("A figure of the report", 4, None, None, None),
    )


def test_line_says_what_was_stated_when_and_what_it_scored() -> None:
    (line,) = scored_lines([scored(0.2, True)])
    assert line.facts == (
        "20% on 2025-04-01, stated by an analyst; outcome 2025-09-01. Brier 0.64, log 1.61."
    )
    assert (line.quote.report_id, line.quote.item_id) == ("r", "f")
    assert [chip.text for chip in line.quote.chips] == ["Worst case", "Occurred"]
    (words,) = scored_lines([scored(0.675, True, basis="words", reach=0.125)])
    assert "the report's “likely (55–80%)”" in words.facts
    assert "Brier 0.11 (0.04 to 0.20)" in words.facts


def test_open_scenario_has_no_outcome_chip() -> None:
    scenario = replace(scored(0.2, True).scenario, outcome=None)
    (line,) = lines([scenario])
    assert [chip.text for chip in line.quote.chips] == ["Worst case"]
    assert line.facts == ""


def test_bands_lead_to_as_many_as_they_say() -> None:
    held = [scored(0.1, False)] * 20 + [scored(0.6, True)] * 12
    choices = dict(band_choices(held))
    assert choices == {
        "very_unlikely": "Scored, stated as very unlikely (5–20%), 20",
        "likely": "Scored, stated as likely (55–80%), 12",
    }
    assert [len(of_band(held, term)) for term in choices] == [20, 12]
    assert band_choices(held[:29]) == ()


def test_table_has_every_scored_scenario_with_its_figures() -> None:
    held = [scored(0.2, True, text=HOSTILE)]
    (row,) = scored_table(held).rows
    assert row[4:] == (
        *(20.0, "stated by an analyst", "2025-04-01", "Occurred", "2025-09-01", 0.64, 1.609),
    )
    assert data_to(held) == "Outcomes to 2025-09-01."


def test_outcome_has_the_colour_that_it_has_on_cards() -> None:
    shown = scored_lines([scored(0.7, True), scored(0.2, False)])
    assert [one.quote.chips[-1] for one in shown] == [
        Chip("Occurred", OUTCOME_HUES["occurred"]),
        Chip("Did not occur", OUTCOME_HUES["did_not_occur"]),
    ]
