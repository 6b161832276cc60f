"""Profile of briefs."""

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
    assert wide.contents.brief_sections == compact.contents.brief_sections
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
