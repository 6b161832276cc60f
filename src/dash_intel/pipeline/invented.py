"""The invented decisions of the sample: read from their file, decided by the rules, put in."""

import os
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from dash_intel import ledger as ledgers
from dash_intel.errors import InputError
from dash_intel.ledger import Ledger
from dash_intel.model.ledger import Person
from dash_intel.pipeline.rehearsal import Rehearsal, rehearsal
from dash_intel.pipeline.told import Told, told
from dash_intel.query.items import of_files
from dash_intel.settings import SAMPLE_DECISIONS, SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build


def is_sample(paths: Iterable[str | Path]) -> bool:
    """Tell whether the folder of the sample is among ``paths``, itself."""
    return any(Path(os.path.realpath(one)) == SAMPLE_DIRECTORY for one in paths)


def put_with_sample(directory: Path, ledger: Ledger, person: Person) -> int:
    """Put the sample's invented decisions in, once and for all; return how many there are.

    0 where they were put in before, also if they were taken out since, and where the person may
    not. Raises ``LedgerError`` or ``StoreError``.
    """
    if ledgers.was_put(ledger) or not ledgers.may(person, "invented.put"):
        return 0
    return put_sample_decisions(directory, ledger, person)


def put_sample_decisions(directory: Path, ledger: Ledger, person: Person) -> int:
    """Put the sample's invented decisions in, anew where they are there; return how many.

    Those about items that the database in ``directory`` does not have are left out. Raises
    ``InputError`` where their file cannot be read, ``LedgerError``, ``RoleError``, ``StoreError``.
    """
    build = current_build(directory)
    if build is None:
        raise InputError("The sample is not loaded: `dash-intel load data/sample` loads it.")
    with closing(open_build(build)) as database:
        done = sample_rehearsal(database, datetime.now(UTC).date())
    return ledgers.put_invented(ledger, person, done.events)


def sample_rehearsal(database: Database, today: date) -> Rehearsal:
    """Return the sample's decisions as events, as they are when they are put in on a day."""
    lines = _lines()
    files = sorted({line.report for line in lines if line.report})
    return rehearsal(lines, of_files(database, files), today)


def _lines() -> tuple[Told, ...]:
    try:
        text = SAMPLE_DECISIONS.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{SAMPLE_DECISIONS} cannot be read: {error.strerror or error}."
        ) from error
    return told(text)
