"""A small matrix of hypotheses, worked by hand."""

from dash_intel.ledger import MatrixDraft

HYPOTHESES = ("Extortion. A crew wants money.", "Sabotage. A state wants doubt.", "An accident.")
EVIDENCE = (
    "A price was named",
    "The plan was read, not the payroll",
    "It was a weekend",
    "No claim was made",
)
WORKED = MatrixDraft(
    "Who halted the cranes?",
    HYPOTHESES,
    EVIDENCE,
    (
        ("very_consistent", "inconsistent", "very_inconsistent"),
        ("inconsistent", "very_consistent", "very_inconsistent"),
        ("consistent", "consistent", "consistent"),
        ("inconsistent", "neutral", "not_applicable"),
    ),
)
"""H1: 0 + 1 + 0 + 1 = 2. H2: 1 + 0 + 0 + 0 = 1. H3: 2 + 2 + 0 + 0 = 4."""
