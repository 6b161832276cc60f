"""Profile V0 to V1."""

import pytest

from tests.parse.texts import SAT, read, spaced, texts

LEADS = [
    "The following structured analytic techniques have been applied for this analysis:",
    "The following structured analytic techniques have been applied:",
    (
        "The following structured analytic techniques have been applied"
        " to ensure methodological consistency:"
    ),
]


def test_bullets_among_the_advice_are_three_recommendations_and_three_scenarios():
    contents = read(SAT).contents
    assert texts(contents.recommendations) == [
        "Open the northern berth to freight.",
        "Publish a daily fuel count.",
        "Prepare a mediator.",
    ]
    assert [(one.kind, one.label, one.origin, one.text) for one in contents.scenarios] == [
        ("best", "Best Case", "outlook", "The berth opens on Friday."),
        ("worst", "Worst Case", "outlook", "The strike spreads to the pilots."),
        ("most_likely", "Most Likely", "outlook", "Talks resume and drag on."),
    ]


def test_head_is_read_and_the_glued_label_is_a_flag():
    report = read(SAT)
    head = report.contents.head
    assert head.title == "Ferry Strike Closes Larnes Harbour"
    assert head.headline == "Ferry Strike Closes Larne’s Harbour"
    assert head.publisher == "Harbour Gazette"
    assert str(head.published_on) == "2025-05-26"
    assert head.confidence is None
    assert report.flags == ("promoted_content",)
    assert report.template == "sat"


def test_each_sentence_of_the_implications_is_a_risk():
    assert texts(read(SAT).contents.risks) == [
        "Fuel may run short on the island.",
        "A second strike could follow in June.",
        "Tourism would suffer.",
    ]


def test_known_techniques_are_headings_with_their_text():
    found = read(SAT).contents.techniques
    assert [(one.as_written, one.name, one.match) for one in found] == [
        ("ACH 2.0", "Analysis of Competing Hypotheses", "exact"),
        ("Indicators Development", "Indicators Generation, Validation, Evaluation", "exact"),
        ("Narrative Pattern Analysis", "Analysis by Contrasting Narratives", "loose"),
    ]
    assert found[2].text == "Posts blame the operator, not the state."


def test_a_declared_gap_is_no_person():
    contents = read(SAT).contents
    assert contents.entities == ()
    assert texts(contents.declared_gaps) == ["Specific names are not provided in the source text."]


def test_a_complete_report_leaves_nothing_unread_and_nothing_doubted():
    parse = read(SAT).parse
    assert (parse.unread, parse.missing, parse.warnings) == ((), (), ())


def test_both_layouts_give_the_same_items():
    compact, wide = read(SAT).contents, read(spaced(SAT)).contents
    for name in ("risks", "recommendations", "scenarios", "techniques", "declared_gaps"):
        assert texts(getattr(wide, name)) == texts(getattr(compact, name))
    assert [tag.name for tag in wide.tags] == [tag.name for tag in compact.tags]
    assert read(spaced(SAT)).parse.unread == ()


@pytest.mark.parametrize("lead", LEADS)
def test_every_lead_line_is_read(lead):
    report = read(SAT.replace(LEADS[2], lead))
    assert len(report.contents.techniques) == 3
    assert report.parse.unread == ()


def test_line_recommendations_is_no_recommendation():
    report = read(SAT.replace("- Open the", "Recommendations:\n- Open the"))
    assert len(report.contents.recommendations) == 3
    assert report.parse.unread == ()


def test_labels_inside_a_technique_stay_in_its_text():
    labelled = SAT.replace(
        "Posts blame the operator, not the state.",
        "Surface Events:\nPosts.\nSystemic Structures:\n- Pay.\nMyths:\nThe old harbour.",
    )
    found = read(labelled).contents.techniques
    assert len(found) == 3
    assert found[2].text.startswith("Surface Events:\nPosts.")
    assert found[2].text.endswith("The old harbour.")


def test_an_unknown_heading_in_the_analysis_is_warned_of():
    text = SAT.replace("Narrative Pattern Analysis", "Tidal Pattern Reading")
    assert [problem.code for problem in read(text).parse.warnings] == ["unknown_technique"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ACH", "Analysis of Competing Hypotheses"),
        ("ACH (Analysis of Competing Hypotheses)", "Analysis of Competing Hypotheses"),
        ("Analysis of Competing Hypotheses (ACH)", "Analysis of Competing Hypotheses"),
        ("**SWOT Analysis**", "SWOT Analysis"),
        ("Causal Layered Analysis (CLA)", "Causal Layered Analysis"),
        ("Cross-Impact Simulation", "Cross-Impact Matrix"),
        ("Bayesian Scenario Modeling", "Bayesian Scenario Modeling"),
        ("Cognitive Bias Stress Test:", "Structured Self-Critique"),
    ],
)
def test_technique_names_have_a_canonical_name(written, name):
    found = read(SAT.replace("Narrative Pattern Analysis", written)).contents.techniques
    assert found[2].name == name


def test_scenarios_of_a_technique_have_the_origin_analysis():
    text = SAT.replace("Narrative Pattern Analysis", "Scenario Generation").replace(
        "Posts blame the operator, not the state.",
        "Scenario 1: The berth opens.\nScenario 2: It stays shut.\n- Best-Case Scenario: Both.",
    )
    analysed = [one for one in read(text).contents.scenarios if one.origin == "analysis"]
    assert [(one.kind, one.label, one.text) for one in analysed] == [
        ("unlabelled", "Scenario 1", "The berth opens."),
        ("unlabelled", "Scenario 2", "It stays shut."),
        ("best", "Best-Case Scenario", "Both."),
    ]


def test_prose_of_scenario_generation_is_an_unlabelled_scenario():
    prose = "The strike may spread to the pilots."
    text = SAT.replace("Narrative Pattern Analysis", "Scenario Generation")
    text = text.replace("Posts blame the operator, not the state.", prose)
    analysed = [one for one in read(text).contents.scenarios if one.origin == "analysis"]
    assert [(one.kind, one.label, one.text) for one in analysed] == [("unlabelled", None, prose)]


def test_prose_of_other_techniques_is_no_scenario():
    assert all(one.origin == "outlook" for one in read(SAT).contents.scenarios)
