"""What is found by looking at all reports together: groups of advice, conflicts, events."""

from dash_intel.store.advice_groups import update_advice
from dash_intel.store.duck import Connection
from dash_intel.store.events import update_events


def update_groups(connection: Connection) -> None:
    """Bring all groups of a build in the making up to its newest revisions."""
    update_advice(connection)
    update_events(connection)
