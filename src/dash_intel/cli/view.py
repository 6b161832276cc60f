"""``dash-intel view``."""

from typing import Annotated

import typer

from dash_intel import ledger as ledgers
from dash_intel.cli.deciding import AsJson, as_line, opened_ledger
from dash_intel.cli.options import Database
from dash_intel.cli.screen import say
from dash_intel.cli.status import Status, epilog
from dash_intel.ledger import ViewDraft
from dash_intel.model.ledger import SavedView

LIST_EXAMPLE = "dash-intel view list --json"
SAVE_EXAMPLE = "dash-intel view save 'Ports this spring' --filter since=2026-03-01 --shared"
SHOW_EXAMPLE = "dash-intel view show 'Ports this spring'"
RENAME_EXAMPLE = "dash-intel view rename 'Ports this spring' 'Ports in spring'"
REMOVE_EXAMPLE = "dash-intel view remove 'Ports in spring'"

commands = typer.Typer(help="Filters kept under a name.", rich_markup_mode=None)

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="Its name, former name or id.", show_default=False)
]


@commands.command("list", epilog=epilog(LIST_EXAMPLE))
def list_all(db: Database = None, as_json: AsJson = False) -> int:
    """List your own views and the shared ones, by name."""
    with opened_ledger(db) as ledger:
        found = ledgers.views_of(ledger.decisions(), ledgers.local_person())
    for view in found:
        if as_json:
            print(as_line(_fields(view)))
        else:
            say(f"{view.view_id}  {view.name}  ({view.owner}{', shared' * view.is_shared})")
    return Status.DONE


@commands.command("save", epilog=epilog(SAVE_EXAMPLE))
def save(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False)],
    filters: Annotated[
        list[str] | None,
        typer.Option("--filter", metavar="KEY=VALUE", help="Again for more.", show_default=False),
    ] = None,
    page: Annotated[str, typer.Option("--page", help="The page that it opens.")] = "overview",
    shared: Annotated[bool, typer.Option("--shared", help="Show it to all.")] = False,
    db: Database = None,
) -> int:
    """Save filters under a name, again where you have a view of that name."""
    values: dict[str, tuple[str, ...]] = {}
    for one in filters or ():
        key, sign, value = one.partition("=")
        if not (key.strip() and sign):
            raise typer.BadParameter(f"{one} is no filter: write key=value")
        values[key.strip()] = (*values.get(key.strip(), ()), value)
    with opened_ledger(db) as ledger:
        draft = ViewDraft(name, page, values, is_shared=shared)
        event = ledgers.save_view(ledger, ledgers.local_person(), draft)
    say(f"{event.subject_id}: revision {event.revision}.")
    return Status.DONE


@commands.command("show", epilog=epilog(SHOW_EXAMPLE))
def show(name: Name, db: Database = None, as_json: AsJson = False) -> int:
    """Show what a view is of: its page and the values of its filters."""
    with opened_ledger(db) as ledger:
        person = ledgers.local_person()
        seen = ledgers.views_of(ledger.decisions(), person)
        view = ledgers.view_named(seen, person, name)
    if as_json:
        print(as_line(_fields(view)))
        return Status.DONE
    say(f"{view.name}  ({view.owner}{', shared' * view.is_shared})")
    say(f"page: {view.page}")
    for key, values in view.values:
        say(f"{key}: {', '.join(values)}")
    return Status.DONE


@commands.command("rename", epilog=epilog(RENAME_EXAMPLE))
def rename(
    name: Name,
    new: Annotated[str, typer.Argument(metavar="NEW", show_default=False)],
    db: Database = None,
) -> int:
    """Give a view another name; the former one still opens it."""
    with opened_ledger(db) as ledger:
        person = ledgers.local_person()
        view = ledgers.view_named(ledgers.views_of(ledger.decisions(), person), person, name)
        ledgers.rename_view(ledger, person, view, new)
    return Status.DONE


@commands.command("remove", epilog=epilog(REMOVE_EXAMPLE))
def remove(name: Name, db: Database = None) -> int:
    """Remove a view; the ledger still tells what it was."""
    with opened_ledger(db) as ledger:
        person = ledgers.local_person()
        view = ledgers.view_named(ledgers.views_of(ledger.decisions(), person), person, name)
        ledgers.remove_view(ledger, person, view)
    return Status.DONE


def _fields(view: SavedView) -> dict[str, object]:
    return {
        "view_id": view.view_id,
        "name": view.name,
        "owner": view.owner,
        "is_shared": view.is_shared,
        "page": view.page,
        "former_names": view.former_names,
        "filters": {key: list(values) for key, values in view.values},
        "revision": view.last.revision,
    }
