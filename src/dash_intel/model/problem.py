"""What was wrong or doubtful in a report that was read all the same."""

from dataclasses import dataclass

from dash_intel.model.span import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """One warning about a report.

    ``code`` is a permanent lower snake case id (listed in ``docs/warnings.md``), ``message`` one
    plain sentence, ``span`` the place in the text, None where it concerns the report as a whole.
    """

    code: str
    message: str
    span: Span | None = None
