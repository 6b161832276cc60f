"""The view of scores, and that of measures of advice, run without a browser."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import ledger as ledgers
from dash_intel import pipeline
from dash_intel.model.ledger import Person
from dash_intel.settings import SAMPLE_DIRECTORY, ledger_address
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.hostile import ATTACK, hostile
from tests.pages.test_filters import WIDGETS, widgets
from tests.pages.words import markdown, titles, unescaped

MEASURES = ("open", "closure", "age", "days", "overdue")


@pytest.fixture
def ours(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    return database


@pytest.fixture
def sample(page: Page, ours: Path) -> Page:
    """Load the sample with its invented decisions."""
    pipeline.load([SAMPLE_DIRECTORY], ours, jobs=1)
    ledger = ledgers.open_ledger(ledger_address())
    pipeline.put_with_sample(ours, ledger, Person("mira", "admin"))
    ledger.close()
    return page


def opened(page: Page, name: str, **query: str) -> AppTest:
    app = page(name, **query)
    assert not app.exception
    assert widgets(app) >= WIDGETS
    return app


def said(app: AppTest) -> str:
    return unescaped(markdown(app))


def test_scores_count_every_scenario_once_and_list_as_many_as_they_say(sample: Page) -> None:
    app = opened(sample, "scenarios", view="scores", period="all")
    coverage = re.search(r"Scored (\d+) of (\d+): ([^\n\]]+)\.", said(app))
    assert coverage is not None
    scored, total, rest = coverage.groups()
    counted = [int(one) for one in re.findall(r"(?:^|, )(\d+) (?=[a-z])", rest)]
    assert int(scored) + sum(counted) == int(total)
    (lists,) = (one for one in app.main.selectbox if one.label == "Scenarios")
    assert lists.options[0] == f"Scored, {scored}"
    assert titles(app)[0] == f"Scored {scored} of {total} scenarios"
    assert len(app.get("plotly_chart")) == 1
    assert [one.label for one in app.metric][:2] == ["Brier score", "Log score"]
    (foot,) = (line for line in said(app).splitlines() if ":gray[n = " in line)
    assert foot.rstrip("]").endswith("Some of what was decided is invented, for trying out.")
    assert "Some decisions here are invented, for trying out" in said(app)


def test_address_chooses_the_list(sample: Page) -> None:
    app = opened(sample, "scenarios", view="scores", period="all", list="open")
    (lists,) = (one for one in app.main.selectbox if one.label == "Scenarios")
    assert lists.value == "open"
    assert "Brier 0" not in said(app)
    band = opened(sample, "scenarios", view="scores", period="all", list="very_unlikely")
    assert "Brier 0" in said(band)
    nonsense = opened(sample, "scenarios", view="scores", period="all", list="'; DROP")
    (lists,) = (one for one in nonsense.main.selectbox if one.label == "Scenarios")
    assert lists.value == "scored"


def test_few_scored_have_no_curve_and_it_says_how_many_are_missing(sample: Page) -> None:
    app = opened(sample, "scenarios", view="scores", period="30d")
    assert not app.get("plotly_chart")
    assert "No calibration curve: it needs 30 scored scenarios" in said(app)
    assert "a single outcome moves these figures much" in said(app)


def test_without_decisions_nothing_is_scored(page: Page, ours: Path) -> None:
    pipeline.load([SAMPLE_DIRECTORY], ours, jobs=1)
    app = opened(page, "scenarios", view="scores", period="all")
    assert "Scored 0 of " in said(app)
    assert not app.get("plotly_chart")
    assert not list(app.metric)


@pytest.mark.parametrize(
    ("name", "view", "drawn"),
    [("scenarios", "scores", "Scored"), ("recommendations", "measures", "What became")],
)
def test_filters_that_leave_nothing_draw_nothing(
    sample: Page, name: str, view: str, drawn: str
) -> None:
    app = opened(sample, name, view=view, q="zzzzqq")
    assert not any(title.startswith(drawn) for title in titles(app))


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_is_drawn_over_time_and_by_region(sample: Page, measure: str) -> None:
    app = opened(sample, "recommendations", view="measures", measure=measure, period="all")
    assert "What became of the advice" in titles(app)
    assert "All measures by region" in titles(app)
    assert len(app.get("plotly_chart")) == 2
    feet = [line for line in said(app).splitlines() if ":gray[n = " in line]
    assert ["is invented, for trying out." in foot for foot in feet] == [True, True]
    assert "Western Africa" in list(app.dataframe[-1].value["Region"])


def test_areas_are_of_the_kind_that_filters_name(sample: Page) -> None:
    app = opened(sample, "recommendations", view="measures", period="all", group="sahel")
    assert list(app.dataframe[-1].value["Group"]) == ["All advice", "Sahel"]
    countries = opened(sample, "recommendations", view="measures", period="all", by="country")
    assert "All measures by country" in titles(countries)


def test_words_of_a_report_are_no_markup(page: Page, ours: Path, load: LoadOutcomes) -> None:
    load(hostile())
    for name, view in (("scenarios", "scores"), ("recommendations", "measures")):
        app = opened(page, name, view=view, period="all")
        assert ATTACK not in markdown(app)
        assert "<script>" not in markdown(app)
