"""Names the techniques that a report names; naming one is no proof that it was applied.

Rules: ``technique.alias@1`` (the vocabulary knows the words) and ``technique.as_written@1``.
"""

from dash_intel.model.items import Technique
from dash_intel.model.report import Report
from dash_intel.parse.techniques import named


def named_techniques(report: Report) -> tuple[Technique, ...]:
    """Return the report's techniques, named anew from their words by the vocabulary as it is now.

    Profiles name them so already; those of third parties and stored reports may not.
    """
    return tuple(named(one) for one in report.contents.techniques)
