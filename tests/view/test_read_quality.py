"""How completely reports were read."""

import pandas as pd
import pytest

from dash_intel.query.coverage import Cut, cut
from dash_intel.view.coverage import CoverageView
from dash_intel.view.read_quality import reading_view

PROFILES = (
    "template", "found", "complete", "incomplete", "unread", "warned", "unread_characters",
    "characters",
)  # fmt: skip
SAT = ("sat", 8, 6, 2, 3, 0, 50, 1_000)
BRIEF = ("brief", 2, 2, 0, 0, 1, 0, 0)
REMARKS = (("missing", "tags", 2), ("warning", "bad_date", 1), ("warning", "new_code", 1))


def view(
    *profiles: tuple[object, ...],
    remarks: tuple[tuple[object, ...], ...] = REMARKS,
    whole: int = 8,
    looked_at: int = 10,
) -> CoverageView:
    return reading_view(
        pd.DataFrame(list(profiles), columns=PROFILES),
        pd.DataFrame(list(remarks), columns=("kind", "value", "found")),
        pd.DataFrame([{"whole": whole}]),
        looked_at,
        "reports",
    )


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (10, "All sections were found in every report"),
        (8, "All sections were found in 8 of 10 reports"),
        (0, "All sections were found in 0 of 10 reports"),
    ],
)
def test_headline_counts_whole_reports(whole: int, said: str) -> None:
    assert view(SAT, BRIEF, whole=whole).headline == said


def test_facts_say_how_much_no_rule_read() -> None:
    assert view(SAT, BRIEF).facts == (
        "5% of the characters of these reports were read by no rule: 50 of 1,000."
    )
    assert view(BRIEF).facts == "No part of these reports was left unread."


def test_kind_of_report_has_its_numbers_and_they_lead_to_reports() -> None:
    by_kind = view(SAT, BRIEF).tables[0].table
    assert by_kind.view.rows == (
        ("Structured-techniques report", 8, 6, 2, 3, "5%", 0),
        ("Brief", 2, 2, 0, 0, None, 1),
    )
    assert [cut(key) if key else None for key in by_kind.cuts[0]] == [
        Cut(profile="sat"),
        Cut(profile="sat"),
        Cut(profile="sat", state="complete"),
        Cut(profile="sat", state="incomplete"),
        Cut(profile="sat", state="unread"),
        None,
        None,
    ]


def test_missing_sections_and_warnings_are_said_in_words() -> None:
    _, missing, warnings = view(SAT).tables
    assert missing.table.view.rows == (("Thematic tags", 2, "20%"),)
    assert warnings.table.view.rows == (
        ("The date cannot be read", 1, "10%"),
        ("New code", 1, "10%"),
    )
    assert cut(missing.table.cuts[0][0]) == Cut(missing="tags")
    assert cut(warnings.table.cuts[0][2]) == Cut(warning="bad_date")


def test_nothing_missing_is_said() -> None:
    _, missing, warnings = view(SAT, remarks=()).tables
    assert (missing.table.view.rows, warnings.table.view.rows) == ((), ())
    assert missing.nothing == "None: every section was found."
    assert warnings.nothing == "None: no report carries a warning."
