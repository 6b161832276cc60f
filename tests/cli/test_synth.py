"""``dash-intel synth``: how many, where, and what is refused."""

from pathlib import Path

from tests.cli.conftest import Run


def test_reports_are_written_and_load_clean(run: Run, tmp_path: Path) -> None:
    done = run("synth", 20, tmp_path / "made", "--seed", 4)
    assert (done.status, done.out) == (0, f"20 reports written to {tmp_path / 'made'}.\n")
    loaded = run("load", tmp_path / "made")
    said = (
        "Load 1: 20 new reports (4 revisions). Of a report with revisions only the newest counts:"
        " 16 reports more than before.\n"
    )
    assert (loaded.status, loaded.out) == (0, said)


def test_a_folder_with_files_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "mine.txt").touch()
    done = run("synth", 20, tmp_path / "made")
    assert (done.status, done.err.count("\n")) == (3, 1)


def test_a_number_below_one_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("synth", 0, tmp_path / "made").status == 64
