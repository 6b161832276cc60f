"""One pass reads the same as each subject alone."""

from hypothesis import given
from hypothesis import strategies as st

from dash_intel.enrich.categories import categories
from dash_intel.enrich.impact import impact
from dash_intel.enrich.likelihood import likelihood
from dash_intel.enrich.meaning import Meaning, meaning
from dash_intel.enrich.polarity import polarity
from dash_intel.vocab.fold import plain
from tests.enrich.sentences import placed

WORDS = st.sampled_from(
    ["war", "will", "likely", "not", "reduce", "risk", "nuclear", "talks", "of", "severe", "İ", ","]
)


@given(st.lists(WORDS, max_size=15).map(" ".join))
def test_one_pass_reads_the_same_as_each_alone(words):
    text, span = placed(words)
    assert meaning(text, span) == Meaning(
        likelihood(text, span),
        impact(text, span),
        categories(text, span),
        *polarity(text, span),
    )


@given(st.text())
def test_plain_words_keep_their_length(words):
    assert len(plain(words)) == len(words)


def test_plain_words_have_neither_case_nor_punctuation():
    assert plain("De-Escalation’s İ “Énd”") == "de escalation s İ  énd "
