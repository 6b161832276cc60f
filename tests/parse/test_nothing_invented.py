"""What a careful reader would not read, is not read."""

import pytest

from dash_intel.model.report import Report
from tests.parse.texts import HYPOTHESES, SAT, read, texts

GAP = (
    "Specific names are not provided in the source text."
    " Future reports should identify the negotiators."
)
TAGS = "maritime security, labour disputes, energy security, regional focus"
TITLE = "Ferry Strike Closes Larnes Harbour Promoted content – Harbour Gazette"
HEADLINE = "Ferry Strike Closes Larne’s Harbour"
RISKS = (
    "Fuel may run short on the island. A second strike could follow in June. Tourism would suffer."
)
OUTLOOK = SAT[SAT.index("- Open the") : SAT.index("5. Key")]


def _unread(report: Report) -> str:
    return " ".join(span.of(report.text) for span in report.parse.unread)


@pytest.mark.parametrize(
    "headline", ["Iran confirms date: 1 May 2026", "Iran sets Date: 1 May 2026 for talks"]
)
def test_a_date_inside_a_headline_is_not_the_publication_date(headline):
    head = read(SAT.replace(HEADLINE, headline)).contents.head
    assert (head.headline, str(head.published_on)) == (headline, "2025-05-26")


def test_of_two_dates_the_second_is_left_unread():
    report = read(SAT.replace("2025-05-26", "2025-05-26\nDate: 2025-09-09"))
    assert str(report.contents.head.published_on) == "2025-05-26"
    assert "2025-09-09" in _unread(report)
    assert [problem.code for problem in report.parse.warnings] == ["repeated_field"]


@pytest.mark.parametrize(
    "written",
    [
        "12025-08-03",
        "not before 2026-01-01",
        "28 February 2026 - 2 March",
        "5 to 3 August 2025",
        "2025-08-09 to 2025-08-03",
        "0001-01-01",
    ],
)
def test_what_is_not_plainly_a_date_is_none(written):
    assert read(SAT.replace("2025-05-26", written)).contents.head.published_on is None


@pytest.mark.parametrize(
    "written", ["3 to 5 August 2025", "3/5 August 2025", "2025-08-03/2025-08-05"]
)
def test_every_range_is_said_to_be_one(written):
    report = read(SAT.replace("2025-05-26", written))
    assert str(report.contents.head.published_on) == "2025-08-05"
    assert [problem.code for problem in report.parse.warnings] == ["date_range"]


@pytest.mark.parametrize(
    "tail",
    ["What We Know", "Analysis", "Opinion", "3 Killed", "Day 12", "Live Updates", "Photos"],
)
def test_words_that_end_titles_are_no_publisher(tail):
    report = read(SAT.replace(TITLE, f"Ferry Strike Closes Larnes Harbour – {tail}"))
    assert report.contents.head.publisher is None
    assert report.contents.head.title == f"Ferry Strike Closes Larnes Harbour – {tail}"


def test_paid_content_in_a_sentence_is_no_flag():
    report = read(SAT.replace(TITLE, "Company denies it paid content – Harbour Gazette"))
    assert report.flags == ()


def test_a_marking_on_the_first_line_is_no_title():
    head = read(f"TLP:RED\n{SAT}").contents.head
    assert (head.marking, head.title) == ("TLP:RED", "Ferry Strike Closes Larnes Harbour")


def test_the_stricter_marking_of_the_head_is_kept_whatever_follows_it():
    text = SAT.replace("1. BLUF", "TLP: AMBER+STRICT - do not forward\n1. BLUF")
    assert read(text).contents.head.marking == "TLP:AMBER+STRICT"


def test_a_quoted_marking_is_not_the_reports():
    report = read(SAT.replace("The strike will", "The page read\nTLP:RED\nand\nThe strike will"))
    assert report.contents.head.marking is None
    assert [problem.code for problem in report.parse.warnings] == ["marking_elsewhere"]


def _outlook(words: str) -> Report:
    return read(SAT.replace(OUTLOOK, f"{words}\n"))


def test_a_line_among_advice_makes_no_scenarios():
    report = _outlook("- Do A.\n\nThese go together.\n\n- Do B.\n\n- Do C.")
    assert texts(report.contents.recommendations) == ["Do A.", "Do B.", "Do C."]
    assert report.contents.scenarios == ()
    assert _unread(report) == "These go together."


def test_an_indented_line_belongs_to_its_bullet():
    report = _outlook("- Patch\n  Windows hosts.\n- Train.")
    assert texts(report.contents.recommendations) == ["Patch\n  Windows hosts.", "Train."]


def test_a_bullet_after_the_scenarios_is_neither_advice_nor_scenario():
    report = _outlook("- Do A.\n- Best Case: Calm.\n- Worst Case: War.\n- Keep a watch on ports.")
    assert len(report.contents.recommendations) == 1
    assert len(report.contents.scenarios) == 2
    assert _unread(report) == "- Keep a watch on ports."


def test_a_horizon_ends_at_the_next_heading():
    report = _outlook(
        "Immediate Actions (0–30 days):\n- Patch.\nLong-Term Strategy (12+ months):\n- Build."
    )
    assert [one.horizon for one in report.contents.recommendations] == ["immediate", None]


@pytest.mark.parametrize(
    "words", ["No recommendations are made at this time.", "- Not applicable", "None."]
)
def test_the_absence_of_advice_is_no_advice(words):
    assert _outlook(words).contents.recommendations == ()


def test_numbered_advice_on_one_line_is_taken_apart():
    report = _outlook("1) Patch. 2) Train. 3) Hire.")
    assert texts(report.contents.recommendations) == ["Patch.", "Train.", "Hire."]


@pytest.mark.parametrize(
    "words",
    ["There are no significant strategic risks.", "None identified.", "No risks are known."],
)
def test_the_absence_of_risks_is_no_risk(words):
    assert read(SAT.replace(RISKS, words)).contents.risks == ()


def test_a_colon_in_prose_is_no_label():
    report = read(SAT.replace(RISKS, "Russia: talks stall. China: waits."))
    assert [(risk.label, risk.text) for risk in report.contents.risks] == [
        (None, "Russia: talks stall."),
        (None, "China: waits."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Redacted",
        "TBD",
        "Nil",
        "Names Withheld",
        "Further Research Needed",
        "- Unknown Threat Actor",
        "- Multiple Sources",
        "- Classified",
        "- Named: Ivan Petrov",
        "Due to the Sensitive Nature of Operations, Names Are Redacted.",
    ],
)
def test_words_in_the_place_of_names_are_no_entities(words):
    assert read(SAT.replace(GAP, words)).contents.entities == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Iva Petrova, President of Larnia", [("Iva Petrova", "President of Larnia")]),
        ("Larne Martin, Inc., Raymond", [("Larne Martin, Inc", None), ("Raymond", None)]),
        ("- Smith and Wesley", [("Smith and Wesley", None)]),
        (
            "- Kyr Bud – head of the port, not named in the statement",
            [("Kyr Bud", "head of the port, not named in the statement")],
        ),
        (
            "Key actors are Larnian Forces, NATO and the EU.",
            [("Larnian Forces", None), ("NATO", None), ("EU", None)],
        ),
    ],
)
def test_names_and_roles_are_told_apart(words, expected):
    found = read(SAT.replace(GAP, words)).contents.entities
    assert [(one.name, one.role) for one in found] == expected


def test_a_sentence_that_names_after_all_is_neither_gap_nor_list():
    words = "The report does not mention individuals by name, but key entities include Larne Lines."
    report = read(SAT.replace(GAP, words))
    assert report.contents.declared_gaps == ()
    assert _unread(report) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("None", []),
        ("#cyber #war #iran", ["cyber", "war", "iran"]),
        ("(eu) law", ["(eu) law"]),
        ("drones, ports\nShare this: facebook", ["drones", "ports"]),
        ("drones\ncontact us at info@x.org for more", ["drones"]),
        ("drones\nSample report: invented for demonstration", ["drones"]),
        ("drones\nA Second Report – Reuters\nPublished on: 2025-08-03", ["drones"]),
    ],
)
def test_what_follows_the_tags_is_no_tag(words, expected):
    assert [tag.name for tag in read(SAT.replace(TAGS, words)).contents.tags] == expected


def test_a_label_under_another_technique_is_no_scenario():
    text = SAT.replace("Posts blame the operator, not the state.", "Best: this is a grade.")
    assert all(one.origin == "outlook" for one in read(text).contents.scenarios)


def test_a_method_note_under_scenario_analysis_is_no_scenario():
    text = SAT.replace("Narrative Pattern Analysis", "Scenario Analysis")
    assert all(one.origin == "outlook" for one in read(text).contents.scenarios)


def test_a_sentence_on_techniques_is_not_swallowed_as_the_lead():
    sentence = "Structured analytic techniques could not be applied because data were withheld."
    report = read(SAT.replace("ACH 2.0\n", f"{sentence}\nACH 2.0\n"))
    assert _unread(report) == sentence


@pytest.mark.parametrize(
    "words",
    [
        "BLUF: again, in short.",
        "Thematic tags: are stamps here.",
        "As said in 3. Thematic Tags too.",
    ],
)
def test_a_heading_in_prose_opens_no_section(words):
    report = read(SAT.replace("Its cost falls on hauliers.", f"It ends.\n{words}"))
    assert [tag.name for tag in report.contents.tags] == TAGS.split(", ")
    assert words in (report.contents.head.bluf or "")


def test_unread_text_ends_before_the_next_bullet():
    report = read(
        HYPOTHESES.replace("- Hypothesis A:", "Two are considered here.\n\n- Hypothesis A:")
    )
    assert _unread(report) == "Two are considered here."
