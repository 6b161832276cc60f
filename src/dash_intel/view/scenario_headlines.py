"""What the views of the Scenarios page find, in a line each."""

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.words import count

TITLE = "Scenarios"


def scenarios(found: pd.DataFrame) -> str:
    """Return how many scenarios state a probability, of ``scenario_totals``' one row."""
    row = next(cells.records(found))
    number, stated = cells.number(row["scenarios"]), cells.number(row["stated"])
    if not number:
        return TITLE
    due = cells.number(row["due"])
    said = f"{count(number, 'scenario')} in {count(cells.number(row['reports']), 'report')}"
    if due:
        return f"{said}: {due:,} {'is' if due == 1 else 'are'} due for an outcome"
    states = "states" if stated == 1 else "state"
    return f"{said}: {f'{stated:,}' if stated else 'none'} {states} a probability".replace(
        "none state ", "none states "
    )


def sign_headline(found: pd.DataFrame) -> str:
    """Return how many signs were seen, of ``sign_totals``' one row."""
    row = next(cells.records(found))
    number, observed = cells.number(row["signs"]), cells.number(row["observed"])
    if not number:
        return TITLE
    said = f"{f'{observed:,}' if observed else 'None'} of {count(number, 'signpost')} observed"
    emerging = cells.number(row["emerging"])
    return f"{said}, {emerging:,} emerging" if emerging else said
