"""Profile V2 to V3."""

import pytest

from tests.parse.texts import HYPOTHESES, read, spaced, texts


def test_hypotheses_have_labels_and_the_assessed_one_is_preferred():
    contents = read(HYPOTHESES).contents
    assert [(one.label, one.preferred, one.text) for one in contents.hypotheses] == [
        ("A", True, "The union tests its strength before talks."),
        ("B", False, "A splinter group acts alone."),
    ]
    assert contents.assessment is not None
    assert contents.assessment.text.startswith("Hypothesis A is currently better supported")


def test_items_of_a_label_are_parted_at_semicolons():
    assert [(one.kind, one.text) for one in read(HYPOTHESES).contents.assumptions] == [
        ("assumption", "The pay offer is genuine"),
        ("assumption", "the pilots stay out of it"),
        ("information_gap", "Strike fund balance"),
        ("information_gap", "names of the delegates"),
        ("bias", "The operator gains from calling it political."),
    ]


def test_labelled_bullets_are_risks_with_their_label():
    assert [risk.label for risk in read(HYPOTHESES).contents.risks] == [
        "Political / Geopolitical",
        "Security / Counter-Terrorism",
        "Cyber / Information Space",
        "Economic / Social",
    ]


def test_advice_has_the_horizon_of_its_heading():
    assert [one.horizon for one in read(HYPOTHESES).contents.recommendations] == [
        "immediate",
        "immediate",
        "medium_term",
    ]


def test_scenarios_have_triggers_apart_from_their_text():
    found = read(HYPOTHESES).contents.scenarios
    assert [(one.kind, one.label) for one in found] == [
        ("best", "Best"),
        ("worst", "Worst"),
        ("most_likely", "Most-Likely"),
    ]
    assert found[0].text == "The offer is accepted."
    assert texts(found[0].triggers) == ["a joint statement", "crews return"]


def test_triggers_below_their_scenario_belong_to_it():
    text = HYPOTHESES.replace(
        " Triggers: a joint statement; crews return.",
        "\n  - Triggers:\n    - a joint statement\n    - crews return",
    )
    found = read(text).contents.scenarios
    assert len(found) == 3
    assert texts(found[0].triggers) == ["a joint statement", "crews return"]


def test_scenarios_on_the_line_of_their_heading_are_taken_apart():
    start, end = HYPOTHESES.index("Scenario Outlook:"), HYPOTHESES.index("6. Key")
    line = "Scenario Outlook: Best: It ends. Worst: It spreads. Most-Likely: It drags on.\n"
    found = read(HYPOTHESES[:start] + line + HYPOTHESES[end:]).contents.scenarios
    assert [(one.kind, one.text) for one in found] == [
        ("best", "It ends."),
        ("worst", "It spreads."),
        ("most_likely", "It drags on."),
    ]


def test_both_layouts_give_the_same_items():
    compact, wide = read(HYPOTHESES).contents, read(spaced(HYPOTHESES)).contents
    names = ("hypotheses", "assumptions", "risks", "recommendations", "scenarios", "techniques")
    for name in names:
        assert texts(getattr(wide, name)) == texts(getattr(compact, name))
    assert read(spaced(HYPOTHESES)).parse.unread == ()


def test_a_complete_report_leaves_nothing_unread_and_nothing_doubted():
    report = read(HYPOTHESES)
    assert (report.template, report.parse.unread, report.parse.warnings) == ("hypotheses", (), ())


def test_a_closing_list_names_techniques():
    found = read(HYPOTHESES).contents.techniques
    assert [(one.as_written, one.text) for one in found] == [
        ("ACH 2.0", "compared two explanations."),
        ("Key Assumptions Check", ""),
    ]


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("1. **Hypothesis A**: ", "2. **Hypothesis B**: ", "A"),
        ("Hypothesis 1: ", "Hypothesis 2: ", "1"),
        ("1. **Hypothesis 1**: ", "2. **Hypothesis 2**: ", "1"),
        ("– **Hypothesis 1**: ", "– **Hypothesis 2**: ", "1"),
        ("– **Hypothesis 1:** ", "– **Hypothesis 2:** ", "1"),
        ("1. **Show of strength**: ", "2. **Splinter group**: ", "Show of strength"),
    ],
)
def test_every_way_of_naming_hypotheses_is_read(first, second, label):
    text = HYPOTHESES.replace("- Hypothesis A: ", first).replace("- Hypothesis B: ", second)
    found = read(text).contents.hypotheses
    assert [one.text for one in found] == [
        "The union tests its strength before talks.",
        "A splinter group acts alone.",
    ]
    assert found[0].label == label


def _concluding(sentence: str) -> str:
    start, end = HYPOTHESES.index("- Assessment:"), HYPOTHESES.index("3. Key Assump")
    return f"{HYPOTHESES[:start]}{sentence}\n{HYPOTHESES[end:]}"


@pytest.mark.parametrize(
    ("sentence", "preferred"),
    [
        ("Based on the evidence, Hypothesis B is better supported.", (False, True)),
        ("Hypothesis A is more likely, given the joint walk-out.", (True, False)),
        ("The first hypothesis is better supported.", (True, False)),
        ("The evidence favours Hypothesis B.", (False, True)),
        ("The evidence more strongly supports Hypothesis A over Hypothesis B.", (True, False)),
        ("**Hypothesis A** is better supported.", (True, False)),
        ("Hypothesis A is better supported than Hypothesis B.", (True, False)),
        ("Compared with Hypothesis A, Hypothesis B is better supported.", (False, True)),
        (
            "Hypothesis A needs a sponsor, whereas Hypothesis B is currently better supported.",
            (False, True),
        ),
        ("Although no group claimed it, Hypothesis A is better supported.", (True, False)),
        ("Hypothesis B remains the more plausible explanation.", (False, True)),
        ("Hypothesis B has stronger support from the logs.", (False, True)),
        ("Hypothesis B is not better supported than the other.", (None, None)),
        ("Both remain open until the ballot.", (None, None)),
        ("Hypothesis A is refuted by logs, making an insider most likely.", (None, None)),
        ("Hypothesis A is the most likely source of bias in reporting.", (None, None)),
        ("Hypothesis A is more likely to be disproved.", (None, None)),
        ("Hypothesis A is more likely than not.", (None, None)),
        ("No single source supports Hypothesis A.", (None, None)),
        ("Evidence that favours Hypothesis A is weak.", (None, None)),
        ("The case against Hypothesis B is most plausible.", (None, None)),
        ("Whether Hypothesis A is better supported is open.", (None, None)),
        ("Hypothesis A is better supported if the logs are authentic.", (None, None)),
        ("Hypothesis A is better supported, officials say.", (None, None)),
        ("Should new imagery emerge, Hypothesis B would become better supported.", (None, None)),
        ("Until imagery arrives, Hypothesis B may become more likely.", (None, None)),
    ],
)
def test_a_closing_sentence_says_which_is_preferred(sentence, preferred):
    for report in (read(_concluding(sentence)), read(_concluding(f"- Assessment: {sentence}"))):
        contents = report.contents
        assert tuple(one.preferred for one in contents.hypotheses) == preferred
        assert contents.hypotheses[1].text == "A splinter group acts alone."
        assert contents.assessment is not None
        assert contents.assessment.text == sentence
        assert report.parse.warnings == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "It is unlikely that Hypothesis A is better supported than Hypothesis B.",
        "Hypothesis A was initially favoured, but Hypothesis B now fits the data.",
        "Hypothesis A is supported by weaker evidence while B is better supported.",
        "Neither Hypothesis A nor Hypothesis B is better supported.",
        "The evidence supports Hypothesis A and Hypothesis B.",
    ],
)
def test_a_comparison_that_cannot_be_read_one_way_is_said(sentence):
    report = read(_concluding(sentence))
    assert [one.preferred for one in report.contents.hypotheses] == [None, None]
    assert [problem.code for problem in report.parse.warnings] == ["unclear_preference"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Some analysts claim Hypothesis A is better supported; evidence does not bear this out.",
        "Supporters say Hypothesis B is most likely a cover for Hypothesis A.",
    ],
)
def test_what_others_say_is_no_assessment_and_left_unread(sentence):
    report = read(_concluding(sentence))
    assert [one.preferred for one in report.contents.hypotheses] == [None, None]
    assert report.contents.assessment is None
    assert [span.of(report.text) for span in report.parse.unread] == [sentence]


def _describing(lines: str):
    start, end = HYPOTHESES.index("- Hypothesis A:"), HYPOTHESES.index("3. Key Assump")
    return read(f"{HYPOTHESES[:start]}{lines}\n{HYPOTHESES[end:]}")


@pytest.mark.parametrize(
    ("sentence", "preferred"),
    [
        ("Overall, Hypothesis B is better supported.", (False, True)),
        ("Hypothesis B is currently better supported.", (False, True)),
        ("Hypothesis A is more likely to be disproved.", (None, None)),
        ("Supporters say Hypothesis B is most likely a cover for Hypothesis A.", (None, None)),
        ("To its friends Hypothesis B is better supported.", (None, None)),
    ],
)
def test_inside_a_hypothesis_only_a_conclusion_counts(sentence, preferred):
    contents = _describing(
        f"- Hypothesis A: The union acts.\n- Hypothesis B: A few act. {sentence}"
    ).contents
    assert tuple(one.preferred for one in contents.hypotheses) == preferred
    assert (contents.assessment is None) == (preferred == (None, None))


def test_a_conclusion_before_the_hypotheses_counts():
    contents = _describing(
        "The evidence favours Hypothesis B.\n- Hypothesis A: The union acts.\n"
        "- Hypothesis B: A few act."
    ).contents
    assert [one.preferred for one in contents.hypotheses] == [False, True]


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("1. Hypothesis A – Sabotage: ", "2. Hypothesis B – Accident: ", ["A", "B"]),
        ("1. **Hypothesis A – Sabotage**\n", "2. **Hypothesis B – Accident**\n", ["A", "B"]),
        ("Hypothesis 1 (Sabotage): ", "Hypothesis 2 (Accident): ", ["1", "2"]),
        ("1. **Sabotage**: ", "2. **Accident**: ", ["Sabotage", "Accident"]),
        ("Hypothesis A: Sabotage. ", "Hypothesis B: Accident. ", ["A", "B"]),
    ],
)
def test_a_hypothesis_may_be_spoken_of_by_its_own_name(first, second, labels):
    report = _describing(
        f"{first}The union did it.\n{second}A pump failed.\n"
        "The accident hypothesis is better supported."
    )
    found = report.contents.hypotheses
    assert [(one.label, one.preferred) for one in found] == [
        (labels[0], False),
        (labels[1], True),
    ]
    assert found[0].text.removeprefix("Sabotage. ") == "The union did it."
    assert (report.parse.unread, report.parse.warnings) == ((), ())


def test_a_hypothesis_that_is_only_a_name_has_it_as_text():
    found = _describing("1. **Hypothesis A – Sabotage**\n2. **Hypothesis B – Accident**")
    assert texts(found.contents.hypotheses) == ["Sabotage", "Accident"]


def test_hypotheses_merged_onto_one_line_are_taken_apart():
    report = _describing(
        "Hypothesis A: The union acts. Hypothesis B: A few act. "
        "Assessment: Hypothesis B is currently better supported."
    )
    found = report.contents.hypotheses
    assert [(one.label, one.text, one.preferred) for one in found] == [
        ("A", "The union acts.", False),
        ("B", "A few act.", True),
    ]
    assert report.contents.assessment is not None
    assert report.contents.assessment.text == "Hypothesis B is currently better supported."
    assert report.parse.unread == ()


def test_fewer_than_two_hypotheses_are_said():
    report = _describing("- Hypothesis A: The union acts.")
    assert [problem.code for problem in report.parse.warnings] == ["few_hypotheses"]


def test_without_a_conclusion_nothing_is_preferred():
    contents = read(_concluding("")).contents
    assert [one.preferred for one in contents.hypotheses] == [None, None]
    assert contents.assessment is None


def test_two_preferred_hypotheses_are_none():
    report = read(_concluding("Hypothesis A is better supported. Hypothesis B is more likely."))
    assert [one.preferred for one in report.contents.hypotheses] == [None, None]
    assert "unclear_preference" in [problem.code for problem in report.parse.warnings]


def test_bold_labels_over_bullets_are_read():
    start, end = HYPOTHESES.index("- Assumptions:"), HYPOTHESES.index("4. Implications")
    bold = (
        "**Assumptions**:\n– The offer is genuine.\n**Red Flags**:\n– The crews met in secret.\n"
        "**Blind Spots**:\nNobody asked the pilots. Nobody asked the cooks.\n"
        "Inconsistent Data: Two dates are given.\nCognitive Bias:\n– Recency.\n"
    )
    found = read(HYPOTHESES[:start] + bold + HYPOTHESES[end:]).contents.assumptions
    assert [(one.kind, one.text) for one in found] == [
        ("assumption", "The offer is genuine."),
        ("red_flag", "The crews met in secret."),
        ("blind_spot", "Nobody asked the pilots."),
        ("blind_spot", "Nobody asked the cooks."),
        ("inconsistency", "Two dates are given."),
        ("bias", "Recency."),
    ]


def _assuming(lines: str):
    start, end = HYPOTHESES.index("- Assumptions:"), HYPOTHESES.index("4. Implications")
    report = read(f"{HYPOTHESES[:start]}{lines}\n{HYPOTHESES[end:]}")
    found = [(one.kind, one.text) for one in report.contents.assumptions]
    return found, [span.of(report.text) for span in report.parse.unread]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "**Assumptions**:\n– The offer is genuine.\n**Notes**:\n– Written at night.",
            [("assumption", "The offer is genuine."), ("other", "Written at night.")],
        ),
        (
            "**Assumptions**:\n**Indicators**: Watch bookings.\n**Red Flags**: They met.",
            [("other", "Watch bookings."), ("red_flag", "They met.")],
        ),
        (
            "- **Red Flags:** They met.\n- **Indicators:** Bookings.",
            [("red_flag", "They met."), ("other", "Bookings.")],
        ),
        (
            "**Assumptions**:\n– **Hypothesis A**: holds\n– **Pay**: The bank pays.",
            [("assumption", "holds"), ("assumption", "**Pay**: The bank pays.")],
        ),
        (
            "**Assumptions**:\n– It holds.\n**Hypothesis B**\n– It fails.",
            [("assumption", "It holds."), ("other", "It fails.")],
        ),
    ],
)
def test_the_kind_ends_with_its_label(lines, expected):
    assert _assuming(lines) == (expected, [])


def test_the_saying_that_there_are_none_is_no_item_and_left_unread():
    assert _assuming(
        "- Assumptions: There are none.\n- Information Gaps: none known\n"
        "- Red Flags: None identified.\n- Blind Spots: No gap in the log was explained."
    ) == (
        [("blind_spot", "No gap in the log was explained.")],
        ["There are none.", "none known", "None identified."],
    )


def test_a_rewritten_title_has_no_publisher():
    text = HYPOTHESES.replace("Ferry Crews Walk Out Again", "Ferry Crews – Harbour Strike")
    head = read(text).contents.head
    assert (head.title, head.publisher) == ("Ferry Crews – Harbour Strike", None)


def test_listed_entities_have_the_role_that_is_stated():
    found = read(HYPOTHESES).contents.entities
    assert [(one.name, one.role, one.type, one.origin) for one in found] == [
        ("Ailbhe Dunmurry", "union delegate", None, "listed"),
        ("Larne Crossing Lines", "operator", None, "listed"),
    ]


def test_tags_lose_brackets_quotes_and_the_full_stop():
    assert [(tag.name, tag.as_written) for tag in read(HYPOTHESES).contents.tags] == [
        ("labour disputes", "labour disputes"),
        ("maritime security", "maritime security"),
        ("regional stability", "regional stability"),
    ]
