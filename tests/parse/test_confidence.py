"""Confidence is read where the report states its own, at one level."""

import pytest

from tests.parse.texts import HYPOTHESES, read

SENTENCE = "Overall confidence in this judgement is moderate."


def _stating(sentence: str):
    report = read(HYPOTHESES.replace(SENTENCE, sentence))
    head = report.contents.head
    assert (head.spans.confidence is None) == (head.confidence is None)
    return head.confidence, [problem.code for problem in report.parse.warnings]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Confidence level: Moderate.", "moderate"),
        ("Confidence Level: High.", "high"),
        ("**Confidence Level:** Low.", "low"),
        ("**Confidence Level:** **High**", "high"),
        ("Confidence level: **Moderate**.", "moderate"),
        ("Confidence level: Moderate (two sources).", "moderate"),
        ("Confidence level is low due to thin sources.", "low"),
        ("There is a high confidence level in the logs.", "high"),
        ("There is a moderate confidence level in this hypothesis.", "moderate"),
        ("Confidence in this hypothesis is medium.", "moderate"),
        ("With moderate confidence, talks will resume.", "moderate"),
        ("We judge with high confidence that talks will resume.", "high"),
        ("We assess, with high confidence, that talks will resume.", "high"),
        ("We assess with\nmoderate confidence that talks will resume.", "moderate"),
        ("Although no group has spoken, we assess with low confidence that talks fail.", "low"),
        ("It is assessed with moderate confidence that talks will resume.", "moderate"),
        ("This assessment is made with moderate confidence.", "moderate"),
        ("The preferred hypothesis is supported with moderate confidence.", "moderate"),
        ("We have moderate confidence in this judgement.", "moderate"),
        ("Moderate confidence.", "moderate"),
        (SENTENCE, "moderate"),
        ("Overall confidence is high.", "high"),
        ("The overall confidence in this assessment is assessed as moderate.", "moderate"),
        ("Overall confidence in the reading of the log, which is partial, is low.", "low"),
        ("Our confidence in this assessment remains low, as voters may turn.", "low"),
    ],
)
def test_every_way_of_stating_confidence_is_read(sentence, expected):
    assert _stating(sentence) == (expected, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "There is a moderate likelihood of a strike.",
        "Investor confidence is low.",
        "Investor Confidence: Low.",
        "Consumers have lost confidence.",
        "The crews act with confidence.",
        "It is not assessed with high confidence.",
        "This cannot be stated with high confidence.",
        "With high confidence, we cannot exclude sabotage.",
        "If the logs hold, we would assess with high confidence that it was they.",
        "The attack was claimed with high confidence by the group itself.",
        "Officials said they have high confidence in the missile shield.",
        "with high confidence investors bought shares",
        "The confidence is high among rebels.",
        "Our confidence is high among rebels.",
        "The overall confidence of voters in the electoral process is low.",
        "Overall confidence in the banks is low.",
        "Fighters moved with low confidence.",
    ],
)
def test_the_confidence_of_others_is_not_the_report_s(sentence):
    assert _stating(sentence) == (None, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Confidence level: Low to moderate.",
        "Confidence level: Low–Moderate.",
        "Confidence: High. Confidence level: Low.",
        "Confidence level: Very high.",
        "Confidence: Moderately high.",
        "Confidence level: High for the date, moderate for the author.",
        "Confidence level: low-cost drones.",
        "There is a high confidence level in the currency among traders.",
        "The group’s confidence level is high.",
        "The logs were read with moderate confidence.",
    ],
)
def test_what_cannot_be_read_one_way_is_none_and_said(sentence):
    assert _stating(sentence) == (None, ["unclear_confidence"])


def test_without_confidence_in_the_bluf_that_of_the_assessment_is_taken():
    text = HYPOTHESES.replace(SENTENCE, "").replace(
        "struck together.", "struck together. Confidence in this assessment is low."
    )
    assert read(text).contents.head.confidence == "low"
