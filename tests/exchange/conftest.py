"""Sheets that leave, are edited by openpyxl as Excel would, and come back.

``desk``  one real report loaded, its ledger, Mira who decides, and the way out and back.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from dash_intel import exchange
from dash_intel.exchange import Brought, Result
from dash_intel.export.recommendations_xlsx import workbook
from dash_intel.ledger import Ledger, RecommendationChange, open_ledger, set_recommendation
from dash_intel.model.ledger import Editing, Person, RecommendationState
from dash_intel.pipeline import load
from dash_intel.query.decisions import BuildSubjects
from dash_intel.query.filters import Filters
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Build, Database, current_build, open_build
from dash_intel.view.recommendation_sheet import RecommendationSheet
from tests.exchange.edited import edited, ids_of

Edits = Mapping[tuple[str, str], object]
CLEAN = SAMPLE_DIRECTORY / "06-benin-telephone-masts.txt"
TODAY = date(2026, 1, 1)
MIRA, JON = Person("Mira", "analyst"), Person("Jon", "analyst")
ALL = Filters(period="all")


class Desk:
    """A database and a ledger with someone who decides and someone who edits outside."""

    def __init__(self, opened: Database, ledger: Ledger) -> None:
        self.opened, self.ledger = opened, ledger

    @property
    def database(self) -> Database:
        self.opened.hold(self.ledger.decisions())
        return self.opened

    def taken(self, filters: Filters = ALL) -> RecommendationSheet:
        return exchange.taken(self.database, filters, TODAY, str(self.ledger.head()))

    @property
    def file(self) -> bytes:
        return workbook(self.taken())

    @property
    def ids(self) -> list[str]:
        return ids_of(self.file)

    def decide(self, advice: str, person: Person = JON, **fields: object) -> None:
        note, reason = fields.pop("note", None), fields.pop("reason", None)
        set_recommendation(
            self.ledger,
            BuildSubjects(self.database),
            Editing(person, advice, note=note, reason=reason),  # type: ignore[arg-type]
            RecommendationChange(**fields),  # type: ignore[arg-type]
        )

    def bring(
        self, file: bytes, changes: Mapping[tuple[str, str], object] | None = None
    ) -> Brought:
        data = edited(file, changes or {})
        return exchange.bring_back("advice.xlsx", data, self.database, self.ledger, MIRA)

    def apply(self, brought: Brought) -> list[Result]:
        steps = brought.plan.changes
        return list(exchange.apply(self.ledger, brought.known, steps, MIRA))

    def state(self, advice: str) -> RecommendationState:
        states = {one.recommendation_id: one for one in self.ledger.decisions().recommendations}
        return states[advice]


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("exchange")
    load([CLEAN], folder, jobs=1)
    build = current_build(folder)
    assert build is not None
    return build


@pytest.fixture
def desk(loaded: Build, tmp_path: Path) -> Iterator[Desk]:
    address = f"sqlite:///{tmp_path / 'ledger'}"
    with closing(open_build(loaded)) as opened, closing(open_ledger(address)) as ledger:
        yield Desk(opened, ledger)
