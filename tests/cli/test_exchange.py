"""``recommend export``, ``import`` and ``calendar``."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from tests.cli.conftest import CLEAN, Run
from tests.exchange.edited import edited, ids_of


@pytest.fixture
def loaded(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give ``run`` after one report was loaded, for the user mira."""
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    run("load", CLEAN)
    return run


def listed(run: Run) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("recommend", "list", "--json").out.splitlines()]


def change(file: Path, *changes: tuple[int, str, object]) -> None:
    """Edit cells of a workbook, named by the number of the row's advice and the column."""
    ids = ids_of(file.read_bytes())
    cells = {(ids[at], column): value for at, column, value in changes}
    file.write_bytes(edited(file.read_bytes(), cells))


def test_sheet_goes_out_is_edited_and_comes_back(loaded: Run, tmp_path: Path) -> None:
    file = tmp_path / "advice.xlsx"
    done = loaded("recommend", "export", file)
    assert (done.status, done.out) == (0, "")
    assert f"{len(listed(loaded))} recommendations." in done.err
    assert not (tmp_path / "db" / "ledger.sqlite").exists()
    change(file, (0, "Status", "Open – Accepted"), (0, "Owner", "Ann"))
    done = loaded("recommend", "import", file)
    assert done.status == 0
    assert "Status: Open – New → Open – Accepted; Owner: – → Ann" in done.out
    assert "1 row would change something" in done.err
    assert not (tmp_path / "db" / "ledger.sqlite").exists()
    done = loaded("recommend", "import", file, "--apply")
    assert done.status == 0
    assert "1 row written.\nLedger head: 1:" in done.err
    ids = ids_of(file.read_bytes())
    states = {str(row["recommendation_id"]): row for row in listed(loaded)}
    assert (states[ids[0]]["status"], states[ids[0]]["owner"]) == ("accepted", "Ann")
    assert states[ids[0]]["changed_by"] == "mira"
    done = loaded("recommend", "import", file, "--apply")
    assert (done.status, done.out) == (0, "")


def test_conflicts_and_refused_rows_end_with_two_and_go_to_a_file(
    loaded: Run, tmp_path: Path
) -> None:
    file, refused = tmp_path / "advice.csv", tmp_path / "refused.xlsx"
    sheet = tmp_path / "advice.xlsx"
    loaded("recommend", "export", sheet)
    ids = ids_of(sheet.read_bytes())
    loaded("recommend", "set", ids[0], "--owner", "Jon")
    change(
        sheet, (0, "Owner", "Ann"), (1, "Due", "soon"), (2, "Priority", "routine"), (2, "Id", None)
    )
    done = loaded("recommend", "import", sheet, "--apply", "--refused", refused)
    assert done.status == 2
    assert "changed meanwhile: mira" in done.out
    assert "Due in F3 is “soon”" in done.out
    page = load_workbook(BytesIO(refused.read_bytes()))["Recommendations"]
    why = {str(row[-2].value): str(row[-1].value) for row in page.iter_rows(min_row=2)}
    assert why[ids[0]] == "Somebody else changed it meanwhile; theirs stays."
    assert set(why) == {ids[0], ids[1], "None"}
    done = loaded("recommend", "export", file, "--id", ids[0])
    assert done.status == 0
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 2
    assert loaded("recommend", "import", file).status == 0


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("export", "advice.docx"), 64, "advice.docx ends in neither .xlsx nor .csv"),
        (("export", "a.xlsx", "--filter", "colour=red"), 64, "colour=red is no filter"),
        (("export", "a.xlsx", "--filter", "country=XXX"), 64, "there is no country XXX"),
        (("export", "a.xlsx", "--view", "Mine"), 3, "There is no ledger yet"),
        (("import", "nowhere.xlsx"), 3, "nowhere.xlsx cannot be read"),
        (("calendar", "due.ics"), 3, "No open recommendation among these has a due day."),
        (("calendar", "due.ics", "--within", "-1"), 64, "--within"),
    ],
)
def test_wrong_call_says_what_to_do_and_writes_no_file(  # noqa: PLR0917 - fixtures
    loaded: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    status: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = loaded("recommend", *arguments)
    assert done.status == status
    assert message in done.err
    assert list(tmp_path.glob("*.*")) == []


def test_file_that_is_no_sheet_is_one_sentence(loaded: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Name,Colour\na,red\n", encoding="utf-8")
    done = loaded("recommend", "import", other)
    assert (done.status, done.out) == (3, "")
    assert "It has no column Revision seen and no column Id" in done.err


def test_calendar_has_what_is_due(loaded: Run, tmp_path: Path) -> None:
    first, second, *_ = (str(row["recommendation_id"]) for row in listed(loaded))
    loaded("recommend", "set", first, "--owner", "Ann", "--due", "2099-01-31")
    loaded("recommend", "set", second, "--owner", "Jon", "--due", "2098-01-31")
    file = tmp_path / "due.ics"
    done = loaded("recommend", "calendar", file, "--owner", "ann")
    assert (done.status, done.err) == (0, "1 reminder written.\n")
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event["uid"] == f"{first}@dash-intel"
    assert loaded("recommend", "calendar", file).err == "2 reminders written.\n"
    assert loaded("recommend", "calendar", tmp_path / "x.ics", "--within", "9").status == 3


def test_view_and_filters_choose_the_reports(loaded: Run, tmp_path: Path) -> None:
    file = tmp_path / "advice.csv"
    loaded(
        "view", "save", "Nothing", "--filter", "since=1999-01-01", "--filter", "until=1999-12-31"
    )
    done = loaded("recommend", "export", file, "--view", "Nothing")
    assert done.status == 0
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 1
    assert "1 Jan–31 Dec 1999: no report" in done.err
    loaded("recommend", "export", file, "--view", "Nothing", "--filter", "period=all")
