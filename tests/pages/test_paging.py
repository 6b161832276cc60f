"""Lists in parts: a part is that of one list, and a list of something else begins anew."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.settings import SAMPLE_DIRECTORY
from tests.pages.conftest import Page


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def part_of(app: AppTest, name: str) -> str:
    return "".join(app.query_params.get(name, ""))


def choose_region(app: AppTest) -> None:
    (box,) = (one for one in app.sidebar.multiselect if one.label == "Region")
    box.select("group:sahel").run()
    assert not app.exception


@pytest.mark.parametrize(
    ("name", "part", "others"),
    [
        ("recommendations", "rows", {}),
        ("scenarios", "cards", {}),
        ("trends", "reports", {"topic": "counter-terrorism", "days": "all"}),
    ],
)
def test_list_begins_anew_where_filters_change(
    sample: Page, name: str, part: str, others: dict[str, str]
) -> None:
    app = sample(name, period="all", **{part: "2"}, **others)
    assert part_of(app, part) == "2"
    choose_region(app)
    assert part_of(app, part) == ""


def test_list_begins_anew_where_another_choice_is_made(sample: Page) -> None:
    app = sample("scenarios", period="all", cards="2")
    (stand,) = (one for one in app.segmented_control if one.label == "How they stand")
    stand.set_value("open").run()
    assert not app.exception
    assert part_of(app, "cards") == ""


def test_link_to_a_part_of_another_list_is_kept(sample: Page) -> None:
    app = sample("recommendations", period="all", rows="2")
    app.query_params["rows"] = "3"
    app.query_params["group"] = "sahel"
    app.run()
    assert part_of(app, "rows") == "3"
