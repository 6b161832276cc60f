"""The subjects of one small report, for tests of rules that need no database."""

from datetime import date

from dash_intel.model.ledger import Kind, Subject

PUBLISHED_ON = date(2025, 6, 3)
ADVICE = "advice-00000000000000000001"
OTHER_ADVICE = "advice-00000000000000000002"
FUTURE = "future-00000000000000000001"
RISK = "risk-00000000000000000001"
DOCUMENT = "document-00000000000000000001"
OTHER_DOCUMENT = "document-00000000000000000002"
REPORT = "report-00000000000000000001"
TRIGGER = "the fuel dock closes"

KINDS: dict[str, Kind] = {
    ADVICE: "recommendation",
    OTHER_ADVICE: "recommendation",
    FUTURE: "scenario",
    RISK: "risk",
    DOCUMENT: "document",
    OTHER_DOCUMENT: "document",
}


class Known:
    """What a build knows; ``gone`` are ids that it holds no more."""

    def __init__(self) -> None:
        self.gone: set[str] = set()

    def subject(self, subject_id: str) -> Subject | None:
        subject_id = DOCUMENT if subject_id == REPORT else subject_id
        kind = KINDS.get(subject_id)
        if kind is None or subject_id in self.gone:
            return None
        triggers = (TRIGGER,) if kind == "scenario" else ()
        return Subject(subject_id, kind, REPORT, 1, PUBLISHED_ON, triggers=triggers)
