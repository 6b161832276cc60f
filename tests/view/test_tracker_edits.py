"""Changes to recommendations before they are written."""

from dash_intel.ledger import RecommendationChange
from dash_intel.view.tracker_edits import Edit, added


def test_what_is_typed_later_joins_what_waits_already() -> None:
    waiting = Edit("advice-1", 2, RecommendationChange(status="in_progress"), note="A tender.")
    typed = Edit("advice-1", 2, RecommendationChange(owner="Mira"))
    both = added(waiting, typed)
    assert both.change == RecommendationChange(status="in_progress", owner="Mira")
    assert (both.note, both.reason) == ("A tender.", None)


def test_of_a_field_typed_twice_the_later_holds() -> None:
    first = Edit("advice-1", 2, RecommendationChange(owner="Mira"), note="One.")
    later = Edit("advice-1", 3, RecommendationChange(owner="Jon"), note="Two.")
    assert added(first, later) == later
