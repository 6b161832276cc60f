"""Title, publisher, date and marking."""

import pytest

from tests.parse.texts import SAT, read

TITLE = "Ferry Strike Closes Larnes Harbour Promoted content – Harbour Gazette"
HEADLINE = "Ferry Strike Closes Larne’s Harbour"


def _head(title: str, headline: str = HEADLINE):
    return read(SAT.replace(TITLE, title).replace(HEADLINE, headline)).contents.head


@pytest.mark.parametrize(
    ("title", "headline", "expected"),
    [
        ("Ferry Strike Closes Larnes Harbour – Gazette", HEADLINE, "Gazette"),
        (
            "Ferry Strike Closes Larnes Harbour",
            f"{HEADLINE} - The Harbour Gazette",
            "The Harbour Gazette",
        ),
        ("Ferry Strike – Closes Larnes Harbour – Gazette", HEADLINE, "Gazette"),
        (
            "Ferry Strike Closes Larnes Harbour – harbour-gazette.example",
            HEADLINE,
            "harbour-gazette.example",
        ),
        ("Ferry Strike Closes Larnes Harbour", HEADLINE, None),
        ("Ferry Strike – closes the harbour for a week", HEADLINE, None),
        ("Larne – Ferry Strike", "Larne Ferry Strike Widens", None),
        ("Ferry Strike Closes Larnes Harbour – 2025", HEADLINE, None),
        ("Ferry Strike Closes Larnes Harbour – Is it over?", HEADLINE, None),
    ],
)
def test_the_publisher_is_what_follows_the_last_spaced_dash(title, headline, expected):
    assert _head(title, headline).publisher == expected


def test_the_tail_that_is_no_publisher_stays_in_the_title():
    assert (
        _head("Larne – Ferry Strike", "Larne Ferry Strike Widens").title == "Larne – Ferry Strike"
    )


def test_the_publisher_of_both_lines_leaves_both():
    head = _head("Ferry Strike Closes Larnes Harbour – Gazette", f"{HEADLINE} – Gazette")
    assert (head.title, head.headline) == ("Ferry Strike Closes Larnes Harbour", HEADLINE)


def test_a_promoted_label_without_publisher_is_a_flag():
    report = read(SAT.replace(TITLE, "Ferry Strike Closes Larnes Harbour Promoted content"))
    assert report.contents.head.title == "Ferry Strike Closes Larnes Harbour"
    assert report.flags == ("promoted_content",)


def test_markdown_and_repeated_titles_are_one_title():
    report = read(SAT.replace(TITLE, f"# {TITLE}\n# {TITLE}"))
    assert report.contents.head.title == "Ferry Strike Closes Larnes Harbour"
    assert report.parse.unread == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-05-26", "2025-05-26"),
        ("01 APR 2026", "2026-04-01"),
        ("21 March 2026", "2026-03-21"),
        ("March 21, 2026", "2026-03-21"),
        ("1st Sept. 2025", "2025-09-01"),
        ("2025/05/26", "2025-05-26"),
        ("26 May 2025, 14:30 UTC", "2025-05-26"),
    ],
)
def test_dates_are_read_as_written(written, expected):
    report = read(SAT.replace("2025-05-26", written))
    assert str(report.contents.head.published_on) == expected
    assert report.parse.warnings == ()


@pytest.mark.parametrize(
    "written",
    [
        "21–23 March 2026",
        "21 - 23 March 2026",
        "March 21–23, 2026",
        "2026-03-21 to 2026-03-23",
        "21 March 2026 – 23 March 2026",
    ],
)
def test_of_a_range_the_last_day_is_used_and_said(written):
    report = read(SAT.replace("2025-05-26", written))
    assert str(report.contents.head.published_on) == "2026-03-23"
    assert [problem.code for problem in report.parse.warnings] == ["date_range"]


@pytest.mark.parametrize("written", ["03/04/2026", "2025-13-45", "30 February 2025", "soon"])
def test_a_date_that_cannot_be_read_one_way_is_not_read(written):
    report = read(SAT.replace("2025-05-26", written))
    assert report.contents.head.published_on is None
    assert [problem.code for problem in report.parse.warnings] == ["bad_date"]


def test_a_missing_date_is_not_stated():
    report = read(SAT.replace("Published on: 2025-05-26\n", ""))
    assert report.contents.head.published_on is None
    assert [problem.code for problem in report.parse.warnings] == ["no_date"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TLP:AMBER", "TLP:AMBER"),
        ("TLP: GREEN", "TLP:GREEN"),
        ("**TLP:AMBER+STRICT**", "TLP:AMBER+STRICT"),
        ("Handling: TLP:RED", "TLP:RED"),
        ("TLP:WHITE", "TLP:CLEAR"),
        ("TLP:PURPLE", None),
        ("Sources speak of TLP:RED rules here.", None),
    ],
)
def test_a_marking_stands_on_a_line_of_its_own(line, expected):
    report = read(SAT.replace("1. BLUF", f"{line}\n1. BLUF"))
    assert report.contents.head.marking == expected


def test_of_two_markings_the_stricter_is_kept_and_said():
    report = read(SAT.replace("1. BLUF", "TLP:GREEN\n1. BLUF") + "\nTLP:RED")
    assert report.contents.head.marking == "TLP:RED"
    assert [problem.code for problem in report.parse.warnings] == ["several_markings"]
