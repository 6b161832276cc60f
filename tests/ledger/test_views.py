"""Saved views."""

import pytest

from dash_intel.errors import LedgerError
from dash_intel.ledger import (
    Ledger,
    ViewDraft,
    remove_view,
    rename_view,
    save_view,
    share_view,
    view_named,
    views_of,
)
from dash_intel.model.ledger import Person, SavedView

MIRA = Person("Mira", "analyst")
ADA = Person("Ada", "analyst")
VIEWER = Person("Vic", "viewer")
VALUES = {"region": ("145", "014"), "since": ("2026-01",), "category": ()}


def seen(ledger: Ledger, person: Person) -> list[str]:
    return [view.name for view in views_of(ledger.decisions(), person)]


def view(ledger: Ledger, person: Person, name: str) -> SavedView:
    return view_named(views_of(ledger.decisions(), person), person, name)


def test_every_value_is_kept_also_of_filters_that_filter_nothing(ledger: Ledger) -> None:
    save_view(ledger, MIRA, ViewDraft(" Ports  in spring ", "trends", VALUES))
    kept = view(ledger, MIRA, "ports in SPRING")
    assert (kept.name, kept.page, kept.owner) == ("Ports in spring", "trends", "Mira")
    assert kept.values == (("category", ()), ("region", ("145", "014")), ("since", ("2026-01",)))


def test_private_views_are_seen_by_their_owner_and_shared_ones_by_all(ledger: Ledger) -> None:
    save_view(ledger, MIRA, ViewDraft("Ports", "trends"))
    save_view(ledger, ADA, ViewDraft("Rail", "trends", is_shared=True))
    assert (seen(ledger, MIRA), seen(ledger, ADA)) == (["Ports", "Rail"], ["Rail"])
    share_view(ledger, MIRA, view(ledger, MIRA, "Ports"), is_shared=True)
    assert seen(ledger, VIEWER) == ["Ports", "Rail"]
    share_view(ledger, MIRA, view(ledger, MIRA, "Ports"), is_shared=False)
    assert seen(ledger, VIEWER) == ["Rail"]


def test_saving_again_replaces_all_values(ledger: Ledger) -> None:
    save_view(ledger, MIRA, ViewDraft("Ports", "trends", VALUES))
    save_view(ledger, MIRA, ViewDraft("ports", "trends", {"region": ("002",)}))
    assert seen(ledger, MIRA) == ["ports"]
    assert view(ledger, MIRA, "Ports").values == (("region", ("002",)),)
    save_view(ledger, ADA, ViewDraft("Ports", "map"))
    assert view(ledger, ADA, "Ports").page == "map"
    assert view(ledger, MIRA, "Ports").page == "trends"


def test_renamed_view_opens_by_its_former_name_and_its_id(ledger: Ledger) -> None:
    save_view(ledger, MIRA, ViewDraft("Ports", "trends"))
    first = view(ledger, MIRA, "Ports")
    rename_view(ledger, MIRA, first, "Harbours")
    for name in ("Harbours", "ports", first.view_id):
        assert view(ledger, MIRA, name).name == "Harbours"
    save_view(ledger, MIRA, ViewDraft("Ports", "map"))
    assert view(ledger, MIRA, "Ports").page == "map"
    assert seen(ledger, MIRA) == ["Harbours", "Ports"]
    with pytest.raises(LedgerError, match="There is a view “ports” already"):
        rename_view(ledger, MIRA, view(ledger, MIRA, "Harbours"), "ports")


def test_removed_view_is_gone_and_its_name_free(ledger: Ledger) -> None:
    save_view(ledger, MIRA, ViewDraft("Ports", "trends", VALUES))
    remove_view(ledger, MIRA, view(ledger, MIRA, "Ports"))
    with pytest.raises(LedgerError, match="There is no view “Ports” that you may see"):
        view(ledger, MIRA, "Ports")
    save_view(ledger, MIRA, ViewDraft("Ports", "map"))
    assert view(ledger, MIRA, "Ports").values == ()


def test_only_owner_and_admin_change_a_view_and_only_analysts_share(ledger: Ledger) -> None:
    save_view(ledger, MIRA, ViewDraft("Ports", "trends", is_shared=True))
    ports = view(ledger, MIRA, "Ports")
    with pytest.raises(LedgerError, match="takes the role admin"):
        remove_view(ledger, ADA, ports)
    with pytest.raises(LedgerError, match="Vic is viewer"):
        save_view(ledger, VIEWER, ViewDraft("Mine", "trends", is_shared=True))
    save_view(ledger, VIEWER, ViewDraft("Mine", "trends"))
    rename_view(ledger, Person("Eva", "admin"), ports, "Harbours")
    with pytest.raises(LedgerError, match="Eva changed this meanwhile"):
        rename_view(ledger, MIRA, ports, "Piers")


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\x1bb"])
def test_name_that_cannot_be_is_refused(ledger: Ledger, name: str) -> None:
    with pytest.raises(LedgerError):
        save_view(ledger, MIRA, ViewDraft(name, "trends"))
    assert ledger.head().number == 0
