"""The collector of circles is spared for a while and no longer."""

import gc

import pytest

from dash_intel.store.collector import OBJECTS_A_COLLECTION, spared


def test_collector_is_spared_only_meanwhile() -> None:
    before = gc.get_threshold()
    with spared():
        assert gc.get_threshold()[0] == OBJECTS_A_COLLECTION
        assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_collector_is_as_it_was_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="broken"), spared():
        raise ValueError("broken")
    assert gc.get_threshold() == before
