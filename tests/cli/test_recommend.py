"""``recommend``, ``scenario``, ``override`` and ``view`` on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CLEAN, Run


@pytest.fixture
def loaded(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give ``run`` after one report was loaded, without a roles file, for the user mira."""
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    run("load", CLEAN)
    return run


def listed(run: Run, *command: object) -> list[dict[str, Any]]:
    done = run(*command, "--json")
    assert (done.status, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def head(run: Run) -> str:
    return run("ledger", "head").out


def test_listing_makes_no_ledger(loaded: Run, tmp_path: Path) -> None:
    first = listed(loaded, "recommend", "list")[0]
    assert first["status"] == "new"
    assert {"recommendation_id", "text", "report", "owner", "due", "priority"} <= first.keys()
    assert listed(loaded, "scenario", "list")[0]["outcome"] == "open"
    assert listed(loaded, "override", "list") == []
    assert not (tmp_path / "db" / "ledger.sqlite").exists()
    done = loaded("ledger", "verify")
    assert (done.status, done.out) == (3, "")
    assert "There is no ledger yet" in done.err


def test_recommendation_is_set_and_listed(loaded: Run, tmp_path: Path) -> None:
    first, second, *_ = listed(loaded, "recommend", "list")
    scenario = listed(loaded, "scenario", "list")[0]["scenario_id"]
    one = first["recommendation_id"]
    done = loaded(
        *("recommend", "set", one, "--status", "accepted", "--owner", "Jon Berg"),
        *("--due", "2026-03-31", "--priority", "critical", "--link", scenario),
        *("--note", "Agreed on Monday", "--addressee", "Harbour office"),
    )
    assert (done.status, done.out) == (0, f"{one}: revision 1.\n")
    assert done.err.startswith("Ledger head: 1:")
    assert (tmp_path / "db" / "ledger.sqlite").exists()
    row, *others = listed(loaded, "recommend", "list")
    assert row["recommendation_id"] == one
    assert (row["status"], row["owner"], row["due"]) == ("accepted", "Jon Berg", "2026-03-31")
    assert (row["priority"], row["links"], row["changed_by"]) == ("critical", [scenario], "mira")
    assert [other["status"] for other in others] == ["new"] * len(others)
    assert [
        r["recommendation_id"] for r in listed(loaded, "recommend", "list", "--owner", "No")
    ] == []
    assert listed(loaded, "recommend", "list", "--status", "accepted") == [row]
    assert listed(loaded, "recommend", "list", "--report", "report-none") == []
    said = loaded("recommend", "list").out
    assert f"{one}  Open – Accepted  (due 2026-03-31; " in said
    assert second["text"] in said


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (("--status", "implemented"), 3, "“Open – New” cannot become “Closed – Implemented”"),
        (("--status", "accepted"), 3, "“Open – Accepted” needs an owner"),
        (("--status", "done"), 3, "There is no status done"),
        (("--due", "2001-01-01"), 3, "The due date, 2001-01-01, is before its report"),
        (("--due", "soon"), 64, "soon is no date such as 2026-03-31"),
        (("--priority", "high"), 3, "There is no priority high"),
        (("--link", "risk-none"), 3, "There is no risk or scenario risk-none"),
        (("--owner", "Jon", "--expected", "3"), 3, "was seen with decisions that it does not"),
        ((), 3, "Nothing would change"),
    ],
)
def test_bad_input_is_said_and_nothing_written(
    loaded: Run, options: tuple[str, ...], status: int, message: str
) -> None:
    first = listed(loaded, "recommend", "list")[0]["recommendation_id"]
    done = loaded("recommend", "set", first, *options)
    assert (done.status, done.out) == (status, "")
    assert message in done.err
    assert head(loaded) in {"", f"0:{'0' * 64}\n"}


def test_unknown_id_is_said(loaded: Run) -> None:
    for command in (
        ("recommend", "set", "advice-none", "--owner", "Jon"),
        ("scenario", "set", "future-none", "--probability", "10%"),
        ("scenario", "resolve", "future-none", "occurred", "--evidence", "Seen."),
        ("override", "set", "risk-none", "impact", "4", "--reason", "Why."),
        ("override", "undo", "risk-none", "impact"),
        ("view", "show", "none"),
    ):
        done = loaded(*command)
        assert (done.status, done.out) == (3, "")
        assert "There is no" in done.err


def test_of_two_who_saw_the_same_the_second_is_told(loaded: Run) -> None:
    one = listed(loaded, "recommend", "list")[0]["recommendation_id"]
    assert loaded("recommend", "set", one, "--owner", "Jon", "--expected", "0").status == 0
    done = loaded("recommend", "set", one, "--owner", "Eva", "--expected", "0")
    assert done.status == 3
    assert "mira changed this meanwhile" in done.err
    assert listed(loaded, "recommend", "list")[0]["owner"] == "Jon"


def test_fields_are_emptied_by_none(loaded: Run) -> None:
    one = listed(loaded, "recommend", "list")[0]["recommendation_id"]
    loaded("recommend", "set", one, "--owner", "Jon", "--due", "2026-03-31")
    loaded("recommend", "set", one, "--owner", "none", "--due", "none")
    row = listed(loaded, "recommend", "list")[0]
    assert (row["owner"], row["due"], row["revision"]) == (None, None, 2)


def test_scenario_is_followed_to_its_end(loaded: Run) -> None:
    first, second, *_ = listed(loaded, "scenario", "list")
    one = first["scenario_id"]
    done = loaded(
        *("scenario", "set", one, "--horizon", "2026-06-30", "--probability", "35 %"),
        *("--indicator", "tankers turn back", "--indicator", "fuel queues"),
    )
    assert (done.status, done.out) == (0, f"{one}: revision 1.\n")
    over = loaded("scenario", "set", second["scenario_id"], "--probability", "0.7")
    assert "The probabilities of this report's scenarios add up to 105%." in over.err
    loaded("scenario", "resolve", one, "occurred", "--on", "2026-01-02", "--evidence", "Seen.")
    row = listed(loaded, "scenario", "list", "--outcome", "occurred")[0]
    assert (row["scenario_id"], row["probability"], row["resolver"]) == (one, 0.35, "mira")
    assert row["indicators"] == ["tankers turn back", "fuel queues"]
    assert loaded("scenario", "reopen", one, "--reason", "Another port.").status == 0
    assert listed(loaded, "scenario", "list", "--outcome", "occurred") == []


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        (("set", "--probability", "140%"), 3, "A probability of 140 % cannot be"),
        (("set", "--probability", "35"), 64, "35 is no probability: write 35% or 0.35"),
        (("set", "--probability", "likely"), 64, "likely is no probability"),
        (("set", "--horizon", "2001-01-01"), 3, "The horizon, 2001-01-01, is before its report"),
        (("resolve", "occurred", "--evidence", "x", "--on", "2001-01-01"), 3, "is before its rep"),
        (("resolve", "occurred"), 3, "“Occurred” needs evidence"),
        (("resolve", "annulled"), 3, "“Annulled” needs a reason"),
        (("resolve", "happened"), 3, "There is no outcome happened"),
    ],
)
def test_impossible_scenarios_are_refused(
    loaded: Run, command: tuple[str, ...], status: int, message: str
) -> None:
    one = listed(loaded, "scenario", "list")[0]["scenario_id"]
    done = loaded("scenario", command[0], one, *command[1:])
    assert (done.status, done.out) == (status, "")
    assert message in done.err


def test_signpost_is_marked_and_listed_with_those_that_are_not(loaded: Run) -> None:
    best = listed(loaded, "scenario", "list")[0]
    one, trigger = best["scenario_id"], "an arrest in Bosaso"
    assert {post["mark"] for post in best["signposts"]} == {"not_seen"}
    mark = ("scenario", "signpost", one, trigger, "--mark")
    seen = ("observed", "--on", "2026-01-05", "--evidence", "Radio, 5 January")
    done = loaded(*mark, *seen, "--expected", 0)
    assert (done.status, done.out) == (0, f"{one}: revision 1 of its signposts.\n")
    first, second = listed(loaded, "scenario", "list")[0]["signposts"]
    assert (first["indicator"], first["mark"], first["seen_on"]) == (
        trigger,
        "observed",
        "2026-01-05",
    )
    assert (first["evidence"], first["marked_by"], first["revision"]) == (
        "Radio, 5 January",
        "mira",
        1,
    )
    assert (second["indicator"], second["mark"]) == ("motors for sale below cost", "not_seen")
    late = loaded(*mark, "not_seen", "--expected", 0)
    assert (late.status, late.out) == (3, "")
    assert "mira changed this meanwhile" in late.err
    assert "needs the day that it was seen" in loaded(*mark, "emerging").err
    assert (
        "is no indicator of"
        in loaded("scenario", "signpost", one, "rain", "--mark", "not_seen").err
    )


def test_reading_is_corrected_listed_and_the_correction_undone(loaded: Run) -> None:
    one = listed(loaded, "scenario", "list")[0]["scenario_id"]
    report = listed(loaded, "scenario", "list")[0]["report"]
    loaded("override", "set", one, "likelihood", "very_likely", "--reason", "The text says so")
    loaded("override", "set", report, "place", "SOM", "YEM", "--reason", "Both are named")
    places, likelihood = listed(loaded, "override", "list")
    assert (places["kind"], places["value"]) == ("document", ["SOM", "YEM"])
    assert (likelihood["subject_id"], likelihood["reason"]) == (one, "The text says so")
    assert "Places: SOM, YEM" in loaded("override", "list").out
    assert loaded("override", "undo", one, "likelihood").status == 0
    assert [row["field"] for row in listed(loaded, "override", "list")] == ["place"]
    done = loaded("override", "set", one, "likelihood", "likely")
    assert (done.status, "needs a reason" in done.err) == (3, True)


def test_view_is_saved_renamed_shown_and_removed(loaded: Run) -> None:
    loaded("view", "save", "Ports", "--filter", "region=145", "--filter", "region=014", "--shared")
    loaded("view", "rename", "ports", "Harbours")
    (view,) = listed(loaded, "view", "list")
    assert (view["name"], view["former_names"]) == ("Harbours", ["Ports"])
    assert listed(loaded, "view", "show", "Ports") == [view]
    assert view["filters"] == {"region": ["145", "014"]}
    assert "region: 145, 014" in loaded("view", "show", view["view_id"]).out
    assert loaded("view", "save", "X", "--filter", "region").status == 64
    loaded("view", "remove", "Harbours")
    assert listed(loaded, "view", "list") == []


def test_viewer_decides_nothing(
    loaded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles.csv").write_text("name,role\nmira,viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(tmp_path / "roles.csv"))
    one = listed(loaded, "recommend", "list")[0]["recommendation_id"]
    done = loaded("recommend", "set", one, "--owner", "Jon")
    assert (done.status, done.out) == (3, "")
    assert "mira is viewer and may not do this: it takes the role analyst" in done.err


def test_without_a_database_there_is_nothing_to_decide(run: Run) -> None:
    for command in (("recommend", "list"), ("scenario", "list"), ("override", "list")):
        done = run(*command)
        assert (done.status, done.out) == (3, "")
        assert "load reports with `dash-intel load PATH`" in done.err
