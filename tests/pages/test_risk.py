"""The Risk page, run without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.settings import SAMPLE_DIRECTORY
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, titles, unescaped
from tests.reports import full_report

CELL = "region:145~accidents_infrastructure"


@pytest.fixture
def sample(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)


def opened(page: Page, **query: str) -> AppTest:
    app = page("risk", **query)
    assert not app.exception
    return app


def box(app: AppTest, label: str) -> object:
    return next(one for one in app.selectbox if one.label == label)


def choices(app: AppTest) -> list[str]:
    return box(app, "Cell").options  # type: ignore[attr-defined, no-any-return]


def press(app: AppTest, label: str) -> AppTest:
    pressed = next(one for one in app.button if one.label == label).click().run()
    assert not pressed.exception
    return pressed


@pytest.mark.usefixtures("sample")
def test_page_shows_the_matrix_and_the_sentences_of_its_highest_cell(page: Page) -> None:
    app = opened(page, period="all")
    assert any(one.label == "Period" for one in app.selectbox)
    headline, chart, *_, behind = titles(app)
    assert headline.endswith("in Western Asia is the highest cell with three reports or more")
    assert unescaped(chart) == "Risk by region and category"
    assert unescaped(behind).endswith("the sentences behind it")
    assert len(app.get("plotly_chart")) == 2
    said = unescaped(markdown(app))
    assert "Scores describe what reports say, not ground truth." in said
    assert "4 reports, 5 sentences. Strongest first." in said
    assert said.count("\n> ") == 3


@pytest.mark.usefixtures("sample")
def test_address_names_the_cell_and_the_box_chooses_another(page: Page) -> None:
    app = opened(page, period="all", cell="~cyber")
    assert "All regions, cyber: the sentences behind it" in map(unescaped, titles(app))
    changed = box(app, "Cell").set_value("~").run()  # type: ignore[attr-defined]
    assert not changed.exception
    assert changed.query_params["cell"] == "~"
    assert "All regions, all risks: the sentences behind it" in map(unescaped, titles(changed))


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("astray", "said"),
    [
        ({"cell": "region:999~cyber"}, "names a region, country or category that is not here."),
        ({"cell": "nonsense"}, "names a region, country or category that is not here."),
        ({"field": "likely~9"}, "names a field of the grid that is not here."),
    ],
)
def test_link_that_names_nothing_known_says_so(
    page: Page, astray: dict[str, str], said: str
) -> None:
    app = opened(page, period="all", **astray)
    assert f"The link {said}" in unescaped(markdown(app))
    known = opened(page, period="all", cell=CELL, field="likely~4")
    assert "The link names" not in unescaped(markdown(known))


@pytest.mark.usefixtures("sample")
def test_number_in_the_box_is_the_number_of_reports_behind_it(page: Page) -> None:
    app = opened(page, period="all", cell="~conflict_instability")
    (label,) = (one for one in choices(app) if one.startswith("All regions, conflict"))
    counted = label.rpartition(", ")[2]
    assert f"{counted}, " in unescaped(markdown(app))


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(("rows", "name"), [("group", "Sahel"), ("country", "Cameroon")])
def test_rows_are_what_the_address_asks_for(page: Page, rows: str, name: str) -> None:
    app = opened(page, period="all", rows=rows, places="mentioned")
    assert any(choice.startswith(f"{name}, ") for choice in choices(app))
    assert not any(choice.startswith("Western Africa, ") for choice in choices(app))


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    "query", [{"cell": "<b>~'"}, {"cell": "region:999~cyber"}, {"rows": "x"}, {"recent": "x"}]
)
def test_address_of_nothing_known_shows_the_usual(page: Page, query: dict[str, str]) -> None:
    app = opened(page, period="all", **query)
    assert any("in Western Asia" in title for title in titles(app))


@pytest.mark.usefixtures("sample")
def test_figures_stand_in_a_table_too(page: Page) -> None:
    app = opened(page, period="all", **{"risk-matrix-as": "table"})
    assert len(app.get("plotly_chart")) == 1
    (table,) = app.dataframe
    assert list(table.value.columns[:3]) == ["Region", "Category", "Share"]


@pytest.mark.usefixtures("sample")
def test_filter_that_leaves_nothing_is_said_and_nothing_else_is_drawn(page: Page) -> None:
    app = opened(page, until="1999-01-01")
    assert any(one.label == "Period" for one in app.selectbox)
    assert len(app.get("plotly_chart")) == 0
    assert "Strongest first" not in markdown(app)


@pytest.mark.usefixtures("sample")
def test_correction_changes_the_cell_in_the_same_run(page: Page) -> None:
    app = opened(page, period="all", cell=CELL)
    before = next(one for one in choices(app) if one.startswith("Western Asia, accidents"))
    assert before.endswith("40%, 4 reports")
    form = press(app, "Correct")
    box(form, "Reading").set_value("impact")  # type: ignore[attr-defined]
    box(form, "What it should say").set_value("2")  # type: ignore[attr-defined]
    next(one for one in form.text_input if one.label == "Reason").set_value("Only sabotage.")
    after = press(form, "Correct it")
    label = next(one for one in choices(after) if one.startswith("Western Asia, accidents"))
    assert label.endswith("4 reports")
    assert label != before
    assert ":green-badge[Corrected] Impact" in unescaped(markdown(after))
    again = press(after, "Undo")
    assert next(one for one in choices(again) if one.startswith(before[:24])) == before
    assert "Corrected" not in unescaped(markdown(again))


@pytest.mark.usefixtures("sample")
def test_correction_of_a_correction_is_taken_back_to_the_one_before(page: Page) -> None:
    form = press(opened(page, period="all", cell=CELL), "Correct")
    for level in ("5", "2"):
        box(form, "Reading").set_value("impact")  # type: ignore[attr-defined]
        box(form, "What it should say").set_value(level)  # type: ignore[attr-defined]
        next(one for one in form.text_input if one.label == "Reason").set_value("Read again.")
        after = press(form, "Correct it")
        form = press(after, "Correct") if level == "5" else after
    assert "**5 Catastrophic**" not in markdown(form).split("Strongest first", 1)[1][:400]
    assert "**5 Catastrophic**" in markdown(press(form, "Undo"))


@pytest.mark.usefixtures("sample")
def test_corrected_sentence_says_so(page: Page) -> None:
    form = press(opened(page, period="all", cell=CELL), "Correct")
    assert ":blue-badge[corrected]" not in markdown(form)
    box(form, "Reading").set_value("impact")  # type: ignore[attr-defined]
    box(form, "What it should say").set_value("5")  # type: ignore[attr-defined]
    next(one for one in form.text_input if one.label == "Reason").set_value("Worse.")
    said = markdown(press(form, "Correct it"))
    assert ":blue-badge[corrected]" in said
    assert "**5 Catastrophic**" in said


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("value", "said"),
    [("almost_certain", "**almost certain** :color[(95–99%)]"), ("none", "likelihood not stated")],
)
def test_likelihood_is_corrected_to_a_band_or_to_none(page: Page, value: str, said: str) -> None:
    form = press(opened(page, period="all", cell=CELL), "Correct")
    before = unescaped(markdown(form)).count(said)
    changed = box(form, "Reading").set_value("likelihood").run()  # type: ignore[attr-defined]
    assert box(changed, "What it should say").options[-1] == "Not stated"  # type: ignore[attr-defined]
    box(changed, "What it should say").set_value(value)  # type: ignore[attr-defined]
    next(one for one in changed.text_input if one.label == "Reason").set_value("Read again.")
    after = unescaped(markdown(press(changed, "Correct it")))
    assert ":green-badge[Corrected] Likelihood" in after
    assert after.count(said) == before + 1


@pytest.mark.usefixtures("sample")
def test_rejected_sentence_is_no_longer_counted(page: Page) -> None:
    form = press(opened(page, period="all", cell=CELL), "Correct")
    changed = box(form, "Reading").set_value("rejected").run()  # type: ignore[attr-defined]
    next(one for one in changed.text_input if one.label == "Reason").set_value("No risk.")
    after = press(changed, "Correct it")
    assert "4 sentences. Strongest first." in unescaped(markdown(after))


@pytest.mark.usefixtures("sample")
def test_viewer_may_not_correct(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles.csv").write_text("mira,viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(tmp_path / "roles.csv"))
    form = press(opened(page, period="all", cell=CELL), "Correct")
    assert "correcting takes the role analyst" in unescaped(markdown(form))
    assert not [one for one in form.text_input if one.label == "Reason"]


def test_one_report_is_thin_and_is_no_finding(page: Page, load: LoadOutcomes) -> None:
    load(full_report())
    app = opened(page, period="all")
    assert titles(app)[0] == "Risk by region and category"
    assert "1 report, 2 sentences." in unescaped(markdown(app))
