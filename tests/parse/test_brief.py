"""Profile of briefs."""

import pytest

from tests.parse.texts import BRIEF, read, spaced, texts


def test_insights_carry_code_confidence_and_the_lines_below():
    found = read(BRIEF).contents.insights
    assert [(one.category, one.code, one.confidence) for one in found] == [
        ("Counter-Terrorism", "S", "moderate"),
        ("Counter-Terrorism", "G", "low"),
        ("regional stability", "R", "high"),
    ]
    assert found[0].text == "Two parcels were stopped at the border."
    assert found[0].credibility == "One customs notice."
    assert found[2].text == "The bridge reopened."
    assert found[2].coherence == "As announced."


def test_each_category_has_its_sentiment_and_policy_relevance():
    assert [
        (one.category, one.sentiment, one.policy_relevance)
        for one in read(BRIEF).contents.brief_sections
    ] == [
        ("Counter-Terrorism", "Alarm on local radio.", "Customs may ask for dogs."),
        ("regional stability", "Relief.", "None this week."),
    ]


def test_the_title_gives_the_date_and_no_publisher():
    head = read(BRIEF).contents.head
    assert head.title == "Morning Brief – 2025-06-01"
    assert str(head.published_on) == "2025-06-01"
    assert (head.headline, head.publisher, head.bluf, head.confidence) == (None, None, None, None)


def test_a_complete_brief_leaves_nothing_unread_and_nothing_doubted():
    report = read(BRIEF)
    assert (report.template, report.parse.unread, report.parse.warnings) == ("brief", (), ())


def test_both_layouts_give_the_same_insights():
    compact, wide = read(BRIEF), read(spaced(BRIEF))
    assert texts(wide.contents.insights) == texts(compact.contents.insights)
    assert [(one.sentiment, one.policy_relevance) for one in wide.contents.brief_sections] == [
        (one.sentiment, one.policy_relevance) for one in compact.contents.brief_sections
    ]
    assert wide.parse.unread == ()


def test_an_insight_without_bracketed_confidence_takes_that_of_its_line():
    text = BRIEF.replace("[S, Confidence: Moderate]: Two", "[S]: Two")
    assert read(text).contents.insights[0].confidence == "moderate"


def test_an_insight_without_any_confidence_states_none():
    text = BRIEF.replace("[R, Confidence: High]", "[R]").replace("Confidence: High.\n", "")
    assert read(text).contents.insights[2].confidence is None


def test_a_line_against_its_bracket_is_warned_of():
    text = BRIEF.replace("Confidence: Low.", "Confidence: High.")
    report = read(text)
    assert report.contents.insights[1].confidence == "low"
    assert [problem.code for problem in report.parse.warnings] == ["unclear_confidence"]


def test_a_category_without_its_closing_lines_is_warned_of():
    report = read(BRIEF.replace("Policy Relevance: None this week.", ""))
    assert report.contents.brief_sections[1].policy_relevance is None
    assert [problem.code for problem in report.parse.warnings] == ["incomplete_category"]


def test_a_line_no_rule_knows_is_unread():
    report = read(BRIEF.replace("• Insight 2", "Advertisement: buy rope\n• Insight 2"))
    assert [span.of(report.text) for span in report.parse.unread] == ["Advertisement: buy rope"]


def _codes(report) -> list[str]:
    return [problem.code for problem in report.parse.warnings]


def _unread(report) -> list[str]:
    return [span.of(report.text) for span in report.parse.unread]


@pytest.mark.parametrize(
    "level", ["Low–Moderate", "low to moderate", "Very high", "Moderately high"]
)
def test_an_insight_between_levels_has_none(level):
    bracketed = read(BRIEF.replace("[S, Confidence: Moderate]", f"[S, Confidence: {level}]"))
    assert bracketed.contents.insights[0].confidence is None
    assert _codes(bracketed) == ["unclear_confidence"]
    below = read(
        BRIEF.replace("[S, Confidence: Moderate]", "[S]").replace(
            "Confidence: Moderate, since", f"Confidence: {level}, since"
        )
    )
    assert below.contents.insights[0].confidence is None
    assert _codes(below) == ["unclear_confidence"]


def test_a_confidence_line_without_a_level_is_unread():
    report = read(BRIEF.replace("Confidence: Low.", "Confidence: Low-cost drones."))
    assert report.contents.insights[1].confidence == "low"
    assert _unread(report) == ["Low-cost drones."]


def test_a_paragraph_above_an_insight_is_no_category():
    text = BRIEF.replace("regional stability\n", "Cybersecurity\nA paragraph before.\n")
    for report in (read(text), read(spaced(text))):
        assert report.contents.insights[2].category == "Cybersecurity"
        assert _unread(report) == ["A paragraph before."]
        assert report.contents.brief_sections[0].policy_relevance == "Customs may ask for dogs."


@pytest.mark.parametrize(
    ("line", "category", "policy"),
    [
        ("Maritime Affairs", "Maritime Affairs", "Customs may ask for dogs."),
        ("**Maritime Affairs**", "Maritime Affairs", "Customs may ask for dogs."),
        ("They come soon.", "Counter-Terrorism", "Customs may ask for dogs.\nThey come soon."),
    ],
)
def test_a_bare_line_after_the_closing_text_may_be_a_category(line, category, policy):
    contents = read(BRIEF.replace("regional stability", line)).contents
    assert contents.insights[2].category == category
    assert contents.brief_sections[0].policy_relevance == policy


def test_text_that_goes_on_is_no_category():
    text = BRIEF.replace("for dogs.\nregional stability", "for\nmore dogs")
    contents = read(text).contents
    assert contents.brief_sections[0].policy_relevance == "Customs may ask for\nmore dogs"
    assert contents.insights[2].category == "Counter-Terrorism"


def test_titles_and_logos_above_an_insight_are_no_category():
    for line in ("Morning Brief – 2025-06-01", "WorldWideWatchers Logo"):
        report = read(f"Morning Brief – 2025-06-01\n{line}\n• Insight 1 [S]: One.")
        assert report.contents.brief_sections == ()
        assert "no_category" in _codes(report)


def test_of_names_in_a_list_of_contents_the_last_is_a_category():
    report = read(BRIEF.replace("Counter-Terrorism", "Cybersecurity\nCounter-Terrorism", 1))
    assert report.contents.insights[0].category == "Counter-Terrorism"
    assert len(report.contents.brief_sections) == 2
    assert _unread(report) == ["Cybersecurity"]


def test_a_category_named_again_has_a_section_of_its_own():
    report = read(BRIEF.replace("regional stability", "Counter-Terrorism"))
    assert [
        (one.category, one.sentiment, one.policy_relevance)
        for one in report.contents.brief_sections
    ] == [
        ("Counter-Terrorism", "Alarm on local radio.", "Customs may ask for dogs."),
        ("Counter-Terrorism", "Relief.", "None this week."),
    ]
    assert _codes(report) == ["repeated_section"]


def test_a_detail_or_closing_label_stated_again_is_unread():
    text = BRIEF.replace("Coherence: As announced.", "Credibility: Heard.").replace(
        "Policy Relevance: None this week.", "Sentiment Overview: Anger."
    )
    report = read(text)
    assert report.contents.insights[2].credibility == "Seen on camera."
    assert report.contents.brief_sections[1].sentiment == "Relief."
    assert _unread(report) == ["Credibility: Heard.", "Sentiment Overview: Anger."]


def test_a_detail_before_the_first_insight_of_a_category_is_unread():
    text = BRIEF.replace("Coherence: Contradicts the customs notice.\n", "").replace(
        "regional stability\n", "Regional Stability\nCoherence: Astray.\n"
    )
    report = read(text)
    assert report.contents.insights[1].coherence is None
    assert _unread(report) == ["Coherence: Astray."]


def test_closing_text_is_the_characters_of_its_span():
    text = BRIEF.replace("Alarm on local radio.", "Alarm on local radio.\nCalm elsewhere.")
    for report in (read(text), read(spaced(text))):
        for one in report.contents.brief_sections:
            assert one.sentiment_span is not None
            assert one.policy_span is not None
            assert one.sentiment_span.of(report.text) == one.sentiment
            assert one.policy_span.of(report.text) == one.policy_relevance
        sentiment = report.contents.brief_sections[0].sentiment or ""
        assert sentiment.split("\n")[-1] == "Calm elsewhere."
        assert report.parse.unread == ()


def test_a_standing_line_at_the_end_is_no_policy():
    report = read(f"{BRIEF}\nWorldWideWatchers Logo")
    assert report.contents.brief_sections[1].policy_relevance == "None this week."
