"""``dash-intel check``: lines like a compiler's, JSON, exit statuses."""

import json
import zipfile
from pathlib import Path

from dash_intel.export.reports_jsonl import exchange
from dash_intel.model.report import Report
from dash_intel.pipeline import read_uploads
from dash_intel.settings import SAMPLE_DIRECTORY
from tests.cli.conftest import CLEAN, Run

KEYS = [
    "file",
    "status",
    "source",
    "report_id",
    "template",
    "sections",
    "missing",
    "warnings",
    "unread",
    "differences",
    "rejection",
]


def test_clean_reports_are_not_mentioned(run: Run, reports: Path) -> None:
    done = run("check", reports / "clean.txt")
    assert (done.status, done.out) == (0, "")
    assert done.err == "1 report, without remarks.\n"


def test_last_line_counts_what_was_checked(run: Run, reports: Path) -> None:
    (reports / "strange.txt").write_text("Nothing that anyone knows.", encoding="utf-8")
    counted = "2 reports (1 with remarks), 1 not recognised and 1 file rejected.\n"
    assert run("check", reports).err == counted
    assert run("check", "--format", "json", reports).err == counted


def test_check_and_load_count_the_same_in_the_same_words(run: Run) -> None:
    checked, loaded = run("check", SAMPLE_DIRECTORY), run("load", "--dry-run", SAMPLE_DIRECTORY)
    assert checked.err == "60 reports (2 with remarks, 1 revision).\n"
    assert loaded.out == (
        f"Dry run: {checked.err.strip().replace('reports', 'new reports')} "
        "Of a report with revisions only the newest counts: 59 reports more than before.\n"
    )


def test_reports_that_look_alike_are_told_as_a_load_tells_them(run: Run) -> None:
    twins = sorted(SAMPLE_DIRECTORY.glob("3[78]-morowali-jetty-*.txt"))
    done = run("check", *twins)
    assert done.status == 1
    assert [line.partition(": ")[0] for line in done.out.splitlines()] == [
        str(twins[1]),
        str(twins[0]),
    ]
    assert all(line.endswith(" [looks_alike]") for line in done.out.splitlines())
    rows = json.loads(run("check", "--format", "json", *twins).out)
    assert [row["status"] for row in rows] == ["warnings", "warnings"]
    assert [row["warnings"][0]["code"] for row in rows] == ["looks_alike", "looks_alike"]


def test_text_that_is_there_twice_counts_once(run: Run, reports: Path) -> None:
    (reports / "again.txt").write_bytes((reports / "clean.txt").read_bytes())
    done = run("check", reports / "clean.txt", reports / "again.txt")
    assert (done.status, done.err) == (0, "1 report and 1 the same as another.\n")


def test_unread_text_is_told_by_its_line(run: Run, reports: Path) -> None:
    path = reports / "unread.txt"
    line = path.read_text(encoding="utf-8").splitlines().index("These words   stray.") + 1
    done = run("check", path)
    assert done.status == 1
    assert done.out == f'{path}:{line}: unread: "These words stray."\n'


def test_rejected_file_outweighs_warnings(run: Run, reports: Path) -> None:
    done = run("check", reports)
    assert done.status == 2
    assert done.out.splitlines()[-1] == (
        f"{reports / 'void.txt'}: rejected: It holds no text. [empty]"
    )


def test_member_of_an_archive_is_named_with_its_line(run: Run, reports: Path) -> None:
    archive = reports / "a.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(reports / "unread.txt", "b.txt")
    line = (reports / "unread.txt").read_text(encoding="utf-8").count("\n")
    done = run("check", archive)
    assert done.out == f'{archive}!b.txt:{line}: unread: "These words stray."\n'


def test_unrecognised_text_is_a_warning(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "strange.txt"
    path.write_text("Nothing that anyone knows.", encoding="utf-8")
    done = run("check", path)
    assert done.status == 1
    assert done.out.startswith(f"{path}: warning: ")
    assert done.out.endswith(" [unrecognised]\n")


def test_declared_reading_that_differs_is_a_warning(run: Run, tmp_path: Path) -> None:
    (report,) = read_uploads([("clean.txt", CLEAN.read_bytes())])
    assert isinstance(report, Report)
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(exchange(report) | {"publisher": "Nobody"}), encoding="utf-8")
    done = run("check", path)
    assert done.status == 1
    assert done.out.startswith(f'{path}!1: differs: publisher: It is declared as "Nobody", ')


def test_standard_input_is_checked(run: Run) -> None:
    done = run("check", "-", stdin=b"Nothing that anyone knows.")
    assert done.status == 1
    assert done.out.startswith("standard input: warning: ")


def test_json_is_one_list_with_stable_keys(run: Run, reports: Path) -> None:
    done = run("check", "--format", "json", reports)
    clean, unread, void = json.loads(done.out)
    assert done.status == 2
    assert [list(one) for one in (clean, unread, void)] == [KEYS] * 3
    assert [one["status"] for one in (clean, unread, void)] == ["clean", "warnings", "rejected"]
    text = (reports / "unread.txt").read_text(encoding="utf-8")
    start = text.index("These words")
    assert unread["unread"] == [
        {
            "line": text.count("\n"),
            "start": start,
            "end": start + len("These words   stray."),
            "text": "These words stray.",
        }
    ]
    assert clean["sections"][:3] == ["bluf", "hypotheses", "assumptions"]
    assert void == {
        "file": str(reports / "void.txt"),
        "status": "rejected",
        "source": "void.txt",
        "report_id": None,
        "template": None,
        "sections": [],
        "missing": [],
        "warnings": [],
        "unread": [],
        "differences": [],
        "rejection": {"code": "empty", "reason": "It holds no text."},
    }


def test_json_warning_about_the_whole_report_has_no_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "strange.txt"
    path.write_text("Nothing that anyone knows.", encoding="utf-8")
    ((warning,),) = (one["warnings"] for one in json.loads(run("check", "--format=json", path).out))
    assert (warning["line"], warning["start"], warning["end"]) == (None, None, None)


def test_nothing_to_check_is_an_empty_list_and_a_failure(run: Run, tmp_path: Path) -> None:
    done = run("check", "--format", "json", tmp_path)
    assert (done.status, json.loads(done.out)) == (2, [])
    assert done.err == f"There is no file in {tmp_path}.\n"


def test_text_of_a_report_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = CLEAN.read_text(encoding="utf-8")
    path.write_text(f"{text}\nStray \x1b[2J\x9b31m \u202ewords [red]x[/].\n", encoding="utf-8")
    for arguments in (["check", path], ["check", "--format", "json", path]):
        out = run(*arguments).out
        assert not set(out) & {"\x1b", "\x9b", "\u202e"}
    assert "[red]x[/]." in run("check", path).out


def test_check_changes_nothing(run: Run, reports: Path, tmp_path: Path) -> None:
    run("check", reports)
    assert not (tmp_path / "db").exists()
