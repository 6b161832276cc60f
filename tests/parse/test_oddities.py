"""Oddities seen in real reports, and those that must be survived."""

import textwrap

import pytest

from dash_intel.settings import SAMPLE_DIRECTORY
from tests.parse.texts import HYPOTHESES, SAT, read, texts


def _codes(text: str) -> list[str]:
    return [problem.code for problem in read(text).parse.warnings]


def _counts(text: str) -> tuple[int, ...]:
    contents = read(text).contents
    names = ("techniques", "risks", "recommendations", "scenarios", "tags")
    return tuple(len(getattr(contents, name)) for name in names)


COMPLETE = (3, 3, 3, 3, 4)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3. Implications and", "9. Implications and"),
        ("3. Implications and Strategic Risks", "III. IMPLICATIONS AND STRATEGIC RISKS"),
        ("3. Implications and Strategic Risks", "## 3. Implications and Strategic Risks"),
        ("3. Implications and Strategic Risks", "**3. Implications and Strategic Risks**"),
        ("3. Implications and Strategic Risks", "Implications & Strategic Risks:"),
        ("3. Implications and Strategic Risks", "3) implications and strategic risks"),
        ("3. Implications and Strategic Risks\n", "3. Implications and Strategic Risks: "),
    ],
)
def test_headings_are_known_by_their_words(old, new):
    assert old in SAT
    assert _counts(SAT.replace(old, new)) == COMPLETE


def test_sections_in_another_order_are_read():
    head, _, rest = SAT.partition("4. Recommendations and Outlook")
    outlook, _, closing = rest.partition("5. Key Individuals")
    text = head.replace(
        "2. Detailed Analysis", f"2. Recommendations and Outlook{outlook}3. Detailed Analysis"
    )
    assert _counts(f"{text}5. Key Individuals{closing}") == COMPLETE


def test_a_report_on_one_line_is_taken_apart():
    report = read(SAT.replace("\n", " "))
    assert report.template == "sat"
    assert _counts(report.text) == COMPLETE
    assert report.contents.head.headline == "Ferry Strike Closes Larne’s Harbour"
    assert report.parse.unread == ()


def test_a_missing_section_is_named():
    text = SAT.replace("3. Implications and Strategic Risks\n", "")
    report = read(text)
    assert report.parse.missing == ("risks",)
    assert "missing_section" in _codes(text)


def test_a_report_without_its_own_heading_is_read_by_the_shared_ones():
    report = read(SAT.replace("2. Detailed Analysis\n", ""))
    assert report.template == "sat"
    assert report.parse.missing == ("analysis",)
    assert len(report.contents.recommendations) == 3


def test_a_repeated_heading_keeps_both_parts():
    text = SAT.replace(
        "4. Recommendations",
        "3. Implications and Strategic Risks\nA fourth risk.\n4. Recommendations",
    )
    assert texts(read(text).contents.risks)[-1] == "A fourth risk."
    assert "repeated_section" in _codes(text)


def test_an_empty_section_is_warned_of():
    text = SAT.replace("maritime security, labour disputes, energy security, regional focus", "")
    assert "empty_section" in _codes(text)


def test_an_empty_headline_is_not_stated():
    head = read(SAT.replace("Report: Ferry Strike Closes Larne’s Harbour", "Report:")).contents.head
    assert head.headline is None
    assert head.title == "Ferry Strike Closes Larnes Harbour"
    assert head.publisher == "Harbour Gazette"


def test_a_title_cut_short_is_kept_as_it_stands():
    head = read(
        SAT.replace("Larnes Harbour Promoted content – Harbour Gazette", "Lar…")
    ).contents.head
    assert head.title == "Ferry Strike Closes Lar…"
    assert head.publisher is None


def test_stray_dashes_are_nothing():
    report = read(SAT.replace("- Prepare", "-\n- Prepare").replace("- Best", "  –  \n- Best"))
    assert _counts(report.text) == COMPLETE
    assert report.parse.unread == ()


@pytest.mark.parametrize("bullet", ["–", "—", "−", "•", "*", "·", "▪", "1.", "(2)", "b)"])
def test_every_bullet_is_one(bullet):
    text = SAT.replace("\n- ", f"\n{bullet} ")
    assert _counts(text) == COMPLETE


def test_bullets_of_two_kinds_on_one_page_are_read():
    assert _counts(SAT.replace("- Publish", "– Publish").replace("- Worst", "• Worst")) == COMPLETE


def test_non_breaking_spaces_are_spaces():
    text = SAT.replace("- ", "-\u00a0").replace("3. Implications", "3.\u00a0Implications")
    assert _counts(text) == COMPLETE


def test_other_alphabets_keep_their_places():
    text = SAT.replace("Tourism would suffer.", "Туризм пострадает. يتأثر السفر أيضا.")
    report = read(text)
    assert texts(report.contents.risks)[2:] == ["Туризм пострадает.", "يتأثر السفر أيضا."]
    assert all(risk.span.of(text) == risk.text for risk in report.contents.risks)


def test_a_report_in_another_language_is_flagged():
    german = (
        "Der Streik im Hafen wird wahrscheinlich in einer Woche enden, denn die Reederei hat"
        " den Beschäftigten ein neues Angebot gemacht, über das sie am Freitag abstimmen."
    )
    report = read(
        SAT.replace("The strike will likely end within a week. Its cost falls on hauliers.", german)
    )
    assert (report.language, "other_language" in report.flags) == ("de", True)


def test_a_text_too_short_to_tell_has_no_language():
    assert read("Ahoy").language is None


def test_entities_of_markup_stay_as_they_were_written():
    report = read(SAT.replace("Fuel may", "Oil &amp; fuel may"))
    assert texts(report.contents.risks)[0] == "Oil &amp; fuel may run short on the island."


def test_instruction_text_left_in_the_body_is_no_item_of_its_own():
    report = read(SAT.replace("1. BLUF", "[Write the headline here]\n1. BLUF"))
    assert [span.of(report.text) for span in report.parse.unread] == ["[Write the headline here]"]


def test_what_no_profile_reads_is_kept_unread():
    report = read("BLUF: The strike ends.\nKJ-1: We judge so.\nConfidence: Medium")
    assert report.template == "unrecognised"
    assert report.text.startswith("BLUF: The strike")
    assert report.contents.risks == ()
    assert report.contents.head.bluf is None
    assert [problem.code for problem in report.parse.warnings] == ["unrecognised"]


def test_a_report_cut_off_in_its_bluf_says_so():
    report = read(SAT[: SAT.index("Its cost") + 6])
    assert report.template == "unrecognised"
    assert report.flags == ("truncated",)
    assert [problem.code for problem in report.parse.warnings] == ["truncated"]


def test_a_report_cut_off_later_is_read_up_to_there():
    report = read(SAT[: SAT.index("the pilots.")])
    assert report.template == "sat"
    assert "truncated" in report.flags
    assert len(report.contents.recommendations) == 3
    assert report.parse.missing == ("entities", "tags")


def test_the_sample_says_what_it_is():
    line = "Sample report: invented for demonstration"
    report = read(SAT.replace("1. BLUF", f"{line}\n1. BLUF"))
    assert "sample" in report.flags
    assert report.parse.unread == ()
    assert "sample" not in read(SAT).flags


def test_advice_without_bullets_is_advice():
    text = (
        SAT.replace("- Open", "Open")
        .replace("- Publish", "Publish")
        .replace("- Prepare", "Prepare")
    )
    assert len(read(text).contents.recommendations) == 3


def test_prose_after_the_advice_is_the_outlook():
    outlook = HYPOTHESES[HYPOTHESES.index("Scenario Outlook:") : HYPOTHESES.index("6. Key")]
    report = read(HYPOTHESES.replace(outlook, "Talks will probably resume in April.\n"))
    assert [(one.kind, one.label) for one in report.contents.scenarios] == [("unlabelled", None)]


def test_scenarios_in_prose_have_the_kind_they_name():
    start = SAT.index("- Scenario Projections:")
    prose = "In the best case the berth opens. In the worst case pilots join. It goes on.\n"
    report = read(SAT[:start] + prose + SAT[SAT.index("5. Key") :])
    assert [(one.kind, one.label, one.text) for one in report.contents.scenarios] == [
        ("best", None, "In the best case the berth opens."),
        ("worst", None, "In the worst case pilots join. It goes on."),
    ]


def _wrapped(text: str, width: int) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) or line
        for line in text.split("\n")
    )


@pytest.mark.parametrize("width", [84, 100, 120])
@pytest.mark.parametrize("file", sorted(SAMPLE_DIRECTORY.glob("*.txt")), ids=lambda file: file.stem)
def test_lines_broken_at_a_width_are_read_as_if_they_were_whole(file, width):
    whole = file.read_text(encoding="utf-8")
    one, other = read(whole), read(_wrapped(whole, width))
    for name in [
        "techniques",
        "hypotheses",
        "assumptions",
        "risks",
        "recommendations",
        "scenarios",
        "insights",
        "declared_gaps",
    ]:
        expected = [" ".join(text.split()) for text in texts(getattr(one.contents, name))]
        actual = [" ".join(text.split()) for text in texts(getattr(other.contents, name))]
        assert actual == expected
    assert " ".join((other.contents.head.title or "").split()) == one.contents.head.title
    assert other.parse.unread == ()
