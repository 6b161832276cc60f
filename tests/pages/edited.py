"""A report, an edited text of it, and one that only looks alike."""

from dataclasses import replace
from datetime import date

from dash_intel.model.report import Contents, Head, Report
from tests.reports import report

HEAD = Head(headline="Strike", publisher="Gazette", published_on=date(2025, 6, 3))
BODY = " ".join(f"Sentence {number} stands as it was." for number in range(30))


def headed(text: str, source: str, **changes: object) -> Report:
    head = replace(HEAD, **changes)  # type: ignore[arg-type]
    return report(text, source=source, contents=Contents(head=head))


FIRST = headed(f"Fuel runs short inland. {BODY}", "first.txt")
EDITED = headed(f"Fuel and bread run short inland. {BODY} Talks resume.", "edited.txt")
ALIKE = headed(f"Fuel runs short inland, it is said. {BODY}", "alike.txt", publisher="Courier")
