"""What people decided, as tables beside the attached build."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

from dash_intel.model.ledger import (
    AchMatrix,
    Decisions,
    Last,
    Note,
    Override,
    RecommendationState,
    Review,
    ScenarioState,
    Signpost,
)
from dash_intel.model.signpost import trigger_key
from tests.conftest import DatabaseOf
from tests.reports import full_report

AT = datetime(2025, 6, 4, 10, 11, 12, 345678, tzinfo=UTC)
LAST = Last(3, AT, "Mira", "report-1", 1)
STATE = RecommendationState(
    "advice-1", LAST, status="accepted", status_since=AT, owner="Jon", due_on=date(2025, 7, 1)
)
ALL = Decisions(
    revision=7,
    recommendations=(STATE, RecommendationState("advice-2", LAST, links=("risk-1", "risk-2"))),
    scenarios=(ScenarioState("future-1", LAST, probability=0.35, indicators=("a", "b")),),
    signposts=(
        Signpost("future-1", "a", "observed", date(2025, 6, 3), "Seen.", "Mira", AT, LAST),
        Signpost("future-1", "b", "not_seen", None, None, "Jon", AT, LAST),
    ),
    overrides=(
        Override("risk-1", "impact", ("4",), "Read it.", "Mira", AT, LAST),
        Override("risk-1", "category", (), "Read it.", "Mira", AT, LAST),
    ),
    notes=(Note("risk-1", "note-1", "Text.", "Mira", AT, LAST),),
    reviews=(Review("document-1", "Mira", AT, LAST),),
    matrices=(
        AchMatrix("document-1", "Who?", "document-1", ("A", "B"), ("1",), ((None, None),), LAST),
        AchMatrix("question-1", "Why?", None, ("A", "B"), (), (), LAST),
    ),
)


def test_tables_are_there_and_empty_before_anything_is_decided(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    for name in (
        "recommendation_state",
        "scenario_state",
        "signpost_state",
        "matrix_state",
        "override",
        "note",
        "reviewed",
    ):
        assert database.rows(f"SELECT * FROM ledger.{name}").empty  # noqa: S608
    assert database.rows("SELECT * FROM ledger.decided").empty
    assert database.rows("SELECT revision FROM ledger.ledger_revision")["revision"].tolist() == [0]


def test_every_decision_is_a_row_with_its_values(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    database.hold(ALL)
    states = database.rows("SELECT * FROM ledger.recommendation_state ORDER BY 1")
    assert states["status"].tolist() == ["accepted", "new"]
    assert states["is_open"].tolist() == [True, True]
    assert [list(links) for links in states["links"]] == [[], ["risk-1", "risk-2"]]
    first = states.iloc[0]
    assert first["due_on"].date() == date(2025, 7, 1)
    assert first["status_since"].to_pydatetime() == AT.replace(tzinfo=None)
    assert (first["revision"], first["changed_by"], first["report_id"]) == (3, "Mira", "report-1")
    (scenario,) = database.rows("SELECT * FROM ledger.scenario_state").to_dict("records")
    assert (scenario["probability"], list(scenario["indicators"])) == (0.35, ["a", "b"])
    signposts = database.rows("SELECT * FROM ledger.signpost_state ORDER BY indicator")
    assert signposts["mark"].tolist() == ["observed", "not_seen"]
    assert signposts["marked_by"].tolist() == ["Mira", "Jon"]
    assert signposts["seen_on"][0].date() == date(2025, 6, 3)
    matrices = database.rows("SELECT * FROM ledger.matrix_state ORDER BY matrix_id")
    assert [list(names) for names in matrices["hypotheses"]] == [["A", "B"], ["A", "B"]]
    assert matrices["document_id"][0] == "document-1"
    overrides = database.rows("SELECT field, value FROM ledger.override ORDER BY field DESC")
    assert [list(value) for value in overrides["value"]] == [["4"], []]
    (note,) = database.rows("SELECT * FROM ledger.note").to_dict("records")
    assert (note["text"], note["noted_by"]) == ("Text.", "Mira")
    (review,) = database.rows("SELECT * FROM ledger.reviewed").to_dict("records")
    assert (review["document_id"], review["report_revision"]) == ("document-1", 1)
    assert len(database.rows("SELECT * FROM ledger.decided")) == 8


def test_later_decisions_take_the_place_of_earlier_ones_and_never_the_reverse(
    database_of: DatabaseOf,
) -> None:
    database = database_of(full_report())
    database.hold(ALL)
    database.hold(Decisions(8, recommendations=(replace(STATE, owner="Eva"),)))
    database.hold(ALL)
    assert database.rows("SELECT owner FROM ledger.recommendation_state")["owner"].tolist() == [
        "Eva"
    ]
    assert database.rows("SELECT * FROM ledger.note").empty
    assert database.rows("SELECT revision FROM ledger.ledger_revision")["revision"].tolist() == [8]


def test_build_and_decisions_join_in_one_query(database_of: DatabaseOf) -> None:
    full = full_report()
    database = database_of(full)
    first = full.contents.recommendations[0]
    state = replace(STATE, recommendation_id=first.recommendation_id)
    database.hold(Decisions(1, recommendations=(state,)))
    found = database.rows(
        "SELECT text, status FROM recommendation "
        "JOIN ledger.recommendation_state USING (recommendation_id)"
    )
    assert found.to_numpy().tolist() == [[first.text, "accepted"]]


def test_readers_see_one_revision_whole_while_others_are_put_in_place(
    database_of: DatabaseOf,
) -> None:
    database = database_of(full_report())
    count = "SELECT count(*) AS n, count(DISTINCT owner) AS owners FROM ledger.recommendation_state"

    def put(revision: int) -> None:
        states = tuple(
            RecommendationState(f"advice-{number}", LAST, owner=f"owner {revision}")
            for number in range(50)
        )
        database.hold(Decisions(revision, recommendations=states))

    def seen(_: int) -> tuple[int, int]:
        row = database.rows(count).iloc[0]
        return int(row["n"]), int(row["owners"])

    put(1)
    with ThreadPoolExecutor(8) as threads:
        writing = [threads.submit(put, revision) for revision in range(2, 20)]
        found = set(threads.map(seen, range(60)))
        for one in writing:
            one.result()
    assert found == {(50, 1)}


def test_trigger_as_read_has_its_words_where_a_build_has_them(database_of: DatabaseOf) -> None:
    full = full_report()
    database = database_of(full)
    scenario = next(one for one in full.contents.scenarios if one.triggers)
    words = scenario.triggers[0].text
    marked = tuple(
        Signpost(scenario.scenario_id, indicator, "not_seen", None, None, "Mira", AT, LAST)
        for indicator in (trigger_key(words), trigger_key("purged"), words + "!")
    )
    database.hold(Decisions(1, signposts=marked))
    found = database.rows("SELECT indicator FROM ledger.signpost_state")["indicator"]
    assert set(found) == {words, trigger_key("purged"), words + "!"}


def test_what_reads_twice_is_asked_again_where_decisions_came_meanwhile(
    database_of: DatabaseOf,
) -> None:
    database = database_of(full_report())
    later = iter((ALL, replace(ALL, revision=8)))

    def revision() -> int:
        return int(database.rows("SELECT revision FROM ledger.ledger_revision")["revision"].iloc[0])

    def ask() -> tuple[int, int]:
        before = revision()
        database.hold(next(later, Decisions()))
        return before, revision()

    assert database.steady(ask) == (8, 8)
