"""What a sentence says of how likely something is, and what only looks like it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.enrich.likelihood import likelihood
from dash_intel.model.span import Span
from dash_intel.vocab.likelihood import likelihood_phrases
from tests.enrich.sentences import placed


def read(words):
    return likelihood(*placed(words))


def chance(words):
    """Return what words of likelihood say, but for the tense of the sentence."""
    return likelihood(*placed(words), is_story=True)


@pytest.mark.parametrize(
    ("words", "term", "low", "high"),
    [
        ("Herders are likely to sell early.", "likely", 0.55, 0.8),
        ("A second walkout is highly likely.", "highly likely", 0.8, 0.95),
        ("The pass will almost certainly close.", "almost certainly", 0.95, 0.99),
        ("A breach of the levee is unlikely this week.", "unlikely", 0.2, 0.45),
        ("Fresh talks are highly unlikely.", "highly unlikely", 0.05, 0.2),
        ("There is a remote chance of a strike.", "remote chance", 0.01, 0.05),
        ("There is a roughly even chance of rain.", "roughly even chance", 0.45, 0.55),
        ("A snap poll is a realistic possibility.", "realistic possibility", 0.45, 0.55),
        ("Odds are better than even that he resigns.", "better than even", 0.55, 0.8),
        ("It is more likely than not that he resigns.", "more likely than not", 0.55, 0.8),
        ("There is a low probability of contagion.", "low probability", 0.05, 0.2),
        ("Drones could likely reach the harbour.", "likely", 0.55, 0.8),
        ("A split is unlikely but possible.", "unlikely", 0.2, 0.45),
        ("A likely consequence is a shortage of diesel.", "likely", 0.55, 0.8),
        ("Floods are unlikely, yet landslides are very likely.", "very likely", 0.8, 0.95),
        ("The mayor will probably not stand.", "will probably not", 0.2, 0.45),
        ("The odds of a truce are slim.", "slim likelihood", 0.05, 0.2),
        ("The likelihood of a raid remains high.", "high likelihood", 0.8, 0.95),
        ("There is a low but growing likelihood of collision.", "low likelihood", 0.05, 0.2),
        ("The prospect of annexation is remote.", "remote likelihood", 0.01, 0.05),
    ],
)
def test_phrase_of_the_yardstick_is_stated_with_its_band(words, term, low, high):
    found = read(words)
    assert (found.basis, found.term, found.low, found.high, found.yardstick) == (
        "stated",
        term,
        low,
        high,
        "icd203",
    )


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("There is a 60% chance of a default.", 0.6, 0.6),
        ("We give it a 60-70 percent probability.", 0.6, 0.7),
        ("The chance of frost is between 30 and 40 per cent.", 0.3, 0.4),
        ("Sixty per cent likely, the panel thought.", 0.6, 0.6),
        ("There is a one-in-five chance of a recount.", 0.2, 0.2),
        ("The odds of a recount are two in three.", 0.6667, 0.6667),
        ("Brokers put the risk at one in five, estimated at one in five.", 0.2, 0.2),
        ("There is less than a 10% chance of success.", 0.0, 0.1),
        ("There is at least a 75 % chance of success.", 0.75, 1.0),
        ("A strike is likely (55–80%).", 0.55, 0.8),
        ("The model gives a probability of 0.35 for a coup.", 0.35, 0.35),
        ("Economists see a 40% risk of recession, likely in spring.", 0.4, 0.4),
    ],
)
def test_figure_beside_a_word_of_chance_comes_first(words, low, high):
    found = read(words)
    assert (found.basis, found.low, found.high, found.yardstick) == ("number", low, high, None)


@pytest.mark.parametrize(
    "words",
    [
        "Some 60% of exports go by rail.",
        "One in five households has no water.",
        "A 30% increase in the likelihood of floods worries brokers.",
        "The probability of default rose by 30%.",
        "With 90% confidence the sample is genuine.",
        "Prices rose 8 per cent by chance.",
        "A 25% tariff applies.",
    ],
)
def test_figure_of_something_else_is_no_likelihood(words):
    assert chance(words) is None


@pytest.mark.parametrize(
    ("words", "basis", "term"),
    [
        ("The front is poised to move west.", "forecast_verb", "poised to"),
        ("Prices are expected to rise.", "forecast_verb", "are expected to"),
        ("Further arrests are expected.", "forecast_verb", "are expected"),
        ("The bill is set to pass and could split the party.", "forecast_verb", "set to"),
        ("Militias could regroup.", "hedge", "could"),
        ("Convoys may turn back.", "hedge", "may"),
        ("The presence of cells, potentially destabilizing the valley.", "hedge", "potentially"),
        ("It will spread and may kill.", "hedge", "may"),
        ("The ministry will close the bridge.", "asserted", "will"),
        ("We shall see further closures.", "asserted", "shall"),
        ("The dispute will remain open.", "asserted", "will"),
        ("Smuggling remains a problem.", "present", "remains"),
        ("The ongoing drought empties wells.", "present", "ongoing"),
        ("We assess with high confidence that the port will close.", "asserted", "will"),
    ],
)
def test_weaker_bases_have_no_band_and_yield_to_stronger(words, basis, term):
    found = read(words)
    assert (found.basis, found.term) == (basis, term)
    assert (found.low, found.high, found.yardstick) == (None, None, None)


@pytest.mark.parametrize(
    "words",
    [
        "Patrols in remote areas lack radios.",
        "Remote access tools were found.",
        "The border region is remote and poor.",
        "The militia is the likely source of the rifles.",
        "He is a likely candidate.",
        "It was an unlikely alliance.",
        "The offensive is not expected to succeed.",
        "No agreement is expected.",
        "Neither side is expected to yield.",
        "Farmers were hit by hail in May.",
        "On 12 May the bridge fell.",
        "There is little political will for reform.",
        "Colonel Will Hart commands the base.",
        "Teachers lack the will to strike.",
        "Sanctions make young men more likely to leave.",
        "The most likely scenario is decline.",
        "Every measure raises the likelihood of arrest.",
        "How likely is a blackout?",
        "Will the truce hold?",
        "“We will win,” the general said.",
        "Officials called it ‘highly likely’ in a leaked letter.",
        "Human remains were found near the camp.",
        "An advanced persistent threat stole the plans.",
        "Close the port as soon as possible.",
        "Analysts hold this with moderate confidence.",
        "Investors flee if war is likely.",
        "Significant and heightened risk of unrest.",
        "The region lacks growth potential.",
        "Ministers cannot agree.",
        "Prices rose more than expected.",
    ],
)
def test_what_only_looks_like_a_likelihood_is_none(words):
    assert chance(words) is None


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("War is not likely.", "not likely"),
        ("A mutiny is not considered likely.", "not likely"),
        ("A deal is no longer probable.", "not probable"),
        ("No breakthrough is likely.", "not likely"),
    ],
)
def test_negation_turns_likely_into_unlikely(words, term):
    found = read(words)
    assert (found.basis, found.term, found.low, found.high) == ("stated", term, 0.2, 0.45)
    assert found.rule == "likelihood.negated@1"


def test_negation_of_another_clause_turns_nothing():
    assert read("If it does not, war is likely.").term == "likely"
    assert read("Not only likely but certain to spread.").rule == "likelihood.stated@1"


@pytest.mark.parametrize(
    "words",
    [
        "A wider war cannot be ruled out.",
        "We can’t rule out a second wave.",
        "A mutiny is not out of the question.",
    ],
)
def test_what_cannot_be_ruled_out_is_rare_but_notable(words):
    found = read(words)
    assert (found.basis, found.low, found.high) == ("stated", 0.05, 0.2)
    assert found.rule == "likelihood.rare_but_notable@1"


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("If shelling continues, a rout is very likely.", "very likely"),
        ("Should talks fail, tariffs will rise.", "will"),
        ("A rout is likely if shelling continues.", "likely"),
        ("Unless rain comes, herders may leave.", "may"),
    ],
)
def test_the_condition_says_nothing_but_what_follows_from_it_does(words, term):
    assert read(words).term == term


def test_only_the_condition_leaves_nothing():
    assert read("Losses mount if the siege continues.") is None


@pytest.mark.parametrize(
    ("words", "is_read"),
    [
        ("May escalate along the canal.", True),
        ("Political: May escalate along the canal.", True),
        ("May elections split the party.", False),
        ("THIS MAY ESCALATE.", True),
        ("Talks resumed in early May after a pause.", False),
        ("They may go.", True),
    ],
)
def test_may_is_the_month_where_it_is_capital_inside_a_sentence(words, is_read):
    assert (read(words) is not None) == is_read


def test_moderate_likelihood_is_stated_but_has_no_band():
    found = read("There is a moderate likelihood of delays.")
    assert (found.basis, found.term, found.low) == ("stated", "moderate likelihood", None)


@pytest.mark.parametrize(
    "words",
    [
        "A rout is\n    highly\n    likely.",
        "İİİ a rout is highly likely.",
        "A rout – “ahem” – is **highly likely**, ministers fear.",
        "A rout is highly\u00a0likely.",
    ],
)
def test_words_are_those_of_the_text_however_it_is_written(words):
    text, span = placed(words)
    found = likelihood(text, span)
    assert found.term == "highly likely"
    assert " ".join(found.span.of(text).split()) == "highly likely"


PIECES = [entry.phrase.words for entry in likelihood_phrases()]


@given(
    st.lists(
        st.sampled_from([*PIECES, "İ", "ß", ",", "?", "“", "”", "if", "60%", "chance", "\n  "])
        | st.text(max_size=6),
        max_size=12,
    )
)
def test_a_reading_always_stands_inside_the_words_it_was_asked_for(pieces):
    text, span = placed(" ".join(pieces))
    found = likelihood(text, span)
    if found is not None:
        assert span.contains(found.span)
        assert found.span.of(text).strip() == found.span.of(text) != ""


@pytest.mark.parametrize(
    "piece",
    [
        "if it may not be likely ",
        "60% chance ",
        "likelihood of a “ ",
        "may, ",
        "no a ",
        "1%",
        "if likely ",
        "may? ",
        "“likely ",
    ],
)
def test_a_huge_sentence_takes_time_in_proportion(piece):
    def seconds(count):
        words = piece * count
        rounds = []
        for _ in range(3):
            started = time.process_time()
            likelihood(words, Span(0, len(words)))
            rounds.append(time.process_time() - started)
        return min(rounds)

    assert seconds(6_000) < 18 * max(seconds(1_000), 0.005)


@pytest.mark.parametrize(
    ("words", "term", "rule"),
    [
        ("Floods are unlikely, yet landslides are very likely.", "very likely", "stated"),
        ("Smuggling is likely, while war is unlikely.", "likely", "stated"),
        ("The feud may widen and will probably reach the port.", "probably", "stated"),
        ("A raid is likely. A siege of the port may follow.", "likely", "stated"),
        ("A raid is likely: a siege may follow.", "likely", "stated"),
        ("A raid is expected, and a siege is unlikely.", "unlikely", "stated"),
        ("The odds of a raid remain high, but a siege is unlikely.", "high likelihood", "degree"),
        ("A 60% chance of a strike; a 20% chance of a lockout.", "60% chance", "number"),
        ("A strike has a 60% chance, while a lockout is unlikely.", "60% chance", "number"),
    ],
)
def test_sentence_with_other_likelihoods_in_other_clauses_says_so(words, term, rule):
    found = read(words)
    assert (found.term, found.rule) == (term, f"likelihood.{rule}.several@1")


@pytest.mark.parametrize(
    "words",
    [
        "A split is unlikely but possible.",
        "It is likely that traders may leave.",
        "It is likely that 1,000 traders may leave.",
        "It is likely that 2.5 million people may leave.",
        "It is likely that at 10:30 a convoy may leave.",
        "It is likely that U.S. troops may leave.",
        "It is likely that St. Petersburg may follow.",
        "Floods are likely in May, and landslides are likely in June.",
        "He has a 70% chance of staying, which makes it likely.",
        "Prices will rise, and unrest is likely.",
        "Wells have run dry, and clashes are likely.",
        "Clashes are likely, if it is not likely that rain falls.",
    ],
)
def test_one_likelihood_told_in_several_words_is_one(words):
    assert ".several" not in read(words).rule
