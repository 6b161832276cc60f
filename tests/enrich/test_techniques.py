"""Techniques named: canonical name, family and match from the words of the report."""

from dataclasses import replace

import pytest

from dash_intel.enrich.techniques import named_techniques
from dash_intel.model.items import Technique
from dash_intel.model.report import Contents, Report
from dash_intel.model.span import Span
from tests.parse.texts import SAT, read


def naming(*written: str) -> Report:
    """Return a report whose techniques a profile left as they are written."""
    found = tuple(Technique(one, "Odd", "exact", one, "", Span(0, 0)) for one in written)
    return replace(read("x"), contents=Contents(techniques=found))


@pytest.mark.parametrize(
    ("written", "name", "family", "match"),
    [
        ("ACH 2.0", "Analysis of Competing Hypotheses", "Diagnostic", "exact"),
        ("Key Assumptions Check (KAC)", "Key Assumptions Check", "Diagnostic", "exact"),
        ("Cross-Impact Modelling", "Cross-Impact Matrix", "Diagnostic", "near"),
        ("Network Influence Mapping", "Network Analysis", "Exploration", "near"),
        ("Narrative Pattern Analytics", "Analysis by Contrasting Narratives", "Foresight", "loose"),
        (
            "Indicators & Warnings",
            "Indicators Generation, Validation, Evaluation",
            "Foresight",
            "exact",
        ),
        ("Red Team Exercises", "Red Hat Analysis", "Reframing", "exact"),
        ("Bayesian scenario modelling v2", "Bayesian Scenario Modeling", "Quantitative", "none"),
        ("Causal Layered Analysis (CLA)", "Causal Layered Analysis", "Non-standard", "none"),
        ("Delphi technique", "Delphi Method", "Reframing", "exact"),
    ],
)
def test_words_have_a_canonical_name(written: str, name: str, family: str, match: str) -> None:
    (found,) = named_techniques(naming(written))
    assert (found.name, found.family, found.match) == (name, family, match)
    assert (found.as_written, found.rule) == (written, "technique.alias@1")


def test_an_unknown_name_is_kept_as_written_and_matches_none() -> None:
    (found,) = named_techniques(naming("Tidal Pattern Reading"))
    assert (found.name, found.family, found.match) == ("Tidal Pattern Reading", None, "none")
    assert found.rule == "technique.as_written@1"


def test_naming_again_changes_nothing() -> None:
    report = read(SAT)
    assert named_techniques(report) == report.contents.techniques
