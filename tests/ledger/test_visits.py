"""When people were here before."""

import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import event

from dash_intel.ledger import Ledger, visit
from dash_intel.ledger.engine import writing
from dash_intel.model.ledger import Person

MIRA = Person("Mira", "viewer")
MORNING = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def _at(**later: int) -> datetime:
    return MORNING + timedelta(**later)


def test_first_visit_has_none_before_it(ledger: Ledger) -> None:
    assert visit(ledger, MIRA, MORNING) is None
    assert visit(ledger, MIRA, _at(minutes=10)) is None


def test_visit_ends_after_half_an_hour_without_a_page(ledger: Ledger) -> None:
    visit(ledger, MIRA, MORNING)
    assert visit(ledger, MIRA, _at(minutes=30)) is None
    assert visit(ledger, MIRA, _at(minutes=61)) == _at(minutes=30)
    assert visit(ledger, MIRA, _at(minutes=80)) == _at(minutes=30)
    assert visit(ledger, MIRA, _at(days=2)) == _at(minutes=80)


def test_page_right_after_another_is_not_written_down(ledger: Ledger) -> None:
    visit(ledger, MIRA, MORNING)
    visit(ledger, MIRA, _at(seconds=59))
    assert visit(ledger, MIRA, _at(hours=1)) == MORNING


def test_clock_that_goes_back_keeps_the_visit(ledger: Ledger) -> None:
    visit(ledger, MIRA, MORNING)
    visit(ledger, MIRA, _at(hours=2))
    assert visit(ledger, MIRA, _at(hours=1)) == MORNING


def test_everybody_has_visits_of_their_own_and_none_is_an_event(ledger: Ledger) -> None:
    visit(ledger, MIRA, MORNING)
    assert visit(ledger, Person("Jon", "viewer"), _at(hours=1)) is None
    assert visit(ledger, MIRA, _at(hours=2)) == MORNING
    assert ledger.head().number == 0


def test_visit_waits_for_no_writer_and_still_tells_the_one_before(ledger: Ledger) -> None:
    visit(ledger, MIRA, MORNING)
    with writing(ledger.engine):
        begun = time.monotonic()
        assert visit(ledger, MIRA, _at(hours=2)) == MORNING
        assert visit(ledger, Person("Jon", "viewer"), MORNING) is None
        assert time.monotonic() - begun < 5
    assert visit(ledger, MIRA, _at(hours=4)) == MORNING


def test_who_may_not_write_is_told_the_visit_before(ledger: Ledger) -> None:
    visit(ledger, MIRA, MORNING)
    ledger.engine.dispose()
    if ledger.engine.dialect.name == "sqlite":
        forbids = "PRAGMA query_only = 1"
    else:
        forbids = "SET default_transaction_read_only = on"
    event.listen(
        ledger.engine,
        "connect",
        lambda connection, _: connection.cursor().execute(forbids).connection.commit(),
    )
    for hours in (2, 4):
        assert visit(ledger, MIRA, _at(hours=hours)) == MORNING
