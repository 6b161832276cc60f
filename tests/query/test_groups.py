"""Advice that recurs or contradicts, and reports of one event, as pages ask for them."""

from dataclasses import replace
from datetime import date

from dash_intel.query import advice, events
from tests.conftest import DatabaseOf
from tests.store.advised import advising, telling

PATROLS = "Expand coast guard patrols off the southern ports."
REWORDED = "Expand the patrols of the coast guard off southern ports!"
AGAINST = "Reduce coast guard patrols off the southern ports."
JUNE = date(2025, 6, 3)
CLOSED = telling("Dockers close port of Vesna", "Dockers shut the fuel berth.", JUNE, "MDA")
AGAIN = telling(
    "Port of Vesna closed by dockers",
    "Dockers shut a fuel berth.",
    date(2025, 6, 5),
    "MDA",
    publisher="Courier",
)


def test_group_counts_reports_and_names_one_canonical_text(database_of: DatabaseOf) -> None:
    database = database_of(advising(PATROLS), advising(REWORDED), advising(PATROLS, title="Third"))
    (group,) = advice.groups(database).itertuples()
    assert (group.reports, group.recommendations) == (3, 3)
    assert group.canonical_text in {PATROLS, REWORDED}
    members = advice.members(database, group.group_id)
    assert sorted(members["text"]) == sorted([PATROLS, PATROLS, REWORDED])
    assert set(members["similarity"]) == {1.0}


def test_advice_that_one_report_gives_is_no_group(database_of: DatabaseOf) -> None:
    assert advice.groups(database_of(advising(PATROLS, AGAINST))).empty


def test_opposed_advice_on_one_country_is_a_conflict(database_of: DatabaseOf) -> None:
    database = database_of(advising(PATROLS, about="KEN"), advising(AGAINST, about="KEN"))
    (conflict,) = advice.conflicts(database).itertuples()
    assert {conflict.one_text, conflict.other_text} == {PATROLS, AGAINST}
    assert conflict.countries == ["KEN"]


def test_negated_advice_contradicts_the_same_advice(database_of: DatabaseOf) -> None:
    one, other = "Attend the fuel talks in June.", "Do not attend the fuel talks in June."
    database = database_of(advising(one, about="KEN"), advising(other, about="KEN"))
    assert len(advice.conflicts(database)) == 1


def test_opposed_advice_on_two_countries_is_no_conflict(database_of: DatabaseOf) -> None:
    database = database_of(advising(PATROLS, about="KEN"), advising(AGAINST, about="PER"))
    assert advice.conflicts(database).empty


def test_opposed_advice_is_no_conflict_while_no_place_is_read(database_of: DatabaseOf) -> None:
    assert advice.conflicts(database_of(advising(PATROLS), advising(AGAINST))).empty


def test_opposed_verbs_on_two_objects_are_no_conflict(database_of: DatabaseOf) -> None:
    database = database_of(
        advising(PATROLS, about="KEN"), advising("Reduce school fees for refugees.", about="KEN")
    )
    assert advice.conflicts(database).empty


def test_similar_advice_is_suggested_with_its_likeness(database_of: DatabaseOf) -> None:
    near = "Expand coast guard patrols off all southern fords and ports of the lake."
    database = database_of(advising(PATROLS), advising(near), advising("Fund new schools."))
    wanted = next(database.reports([advising(PATROLS).report_id])).contents.recommendations[0]
    found = advice.similar(database, wanted.recommendation_id)
    assert list(found["text"]) == [near]
    assert 0.55 <= found["similarity"].iloc[0] < 1


def test_event_has_its_reports_and_days(database_of: DatabaseOf) -> None:
    (event,) = events.events(database_of(CLOSED, AGAIN)).itertuples()
    assert event.report_ids == [CLOSED.report_id, AGAIN.report_id]
    assert (event.days, event.countries) == (3, ["MDA"])


def test_reports_and_events_can_both_be_counted(database_of: DatabaseOf) -> None:
    alone = telling("Drones halt the airport", "Flights stopped.", JUNE, "MDA")
    found = events.event_of(database_of(CLOSED, AGAIN, alone))
    assert (len(found), found["event_id"].nunique()) == (3, 2)
    assert found.set_index("report_id")["event_id"][alone.report_id] == alone.report_id


def test_reports_more_than_three_days_apart_are_two_events(database_of: DatabaseOf) -> None:
    head = replace(AGAIN.contents.head, published_on=date(2025, 6, 7))
    later = replace(AGAIN, contents=replace(AGAIN.contents, head=head))
    assert events.events(database_of(CLOSED, later)).empty


def test_reports_without_a_country_in_common_are_two_events(database_of: DatabaseOf) -> None:
    elsewhere = telling(
        "Port of Vesna closed by dockers", "Dockers shut a fuel berth.", JUNE, "ROU", publisher="X"
    )
    assert events.events(database_of(CLOSED, elsewhere)).empty


def test_no_event_is_formed_while_no_place_is_read(database_of: DatabaseOf) -> None:
    placeless = [replace(one, contents=replace(one.contents, places=())) for one in (CLOSED, AGAIN)]
    assert events.events(database_of(*placeless)).empty


def test_undated_report_is_in_no_event(database_of: DatabaseOf) -> None:
    undated = telling("Dockers close port of Vesna", "Dockers shut it.", None, "MDA")
    assert events.events(database_of(CLOSED, undated)).empty


def test_only_the_newest_revision_counts(database_of: DatabaseOf) -> None:
    words = "Workers at the fuel berth laid down their tools at dawn and went home by noon. " * 5
    bodies = (words, f"{words}Talks go on.")
    first, edited = (telling("Strike in Vesna", body, JUNE, "MDA") for body in bodies)
    database = database_of(first, edited)
    assert events.events(database).empty
    assert list(events.event_of(database)["report_id"]) == [edited.report_id]


def _events(database_of: DatabaseOf, *heads: tuple[str, str]) -> int:
    told = [telling(*head, JUNE, "MDA", publisher=f"Paper {at}") for at, head in enumerate(heads)]
    return len(events.events(database_of(*told)))


RAID = ("Raiders Empty Depot at Talva", "Raiders took 900 drums of resin from a depot in Talva.")


def test_reports_that_share_a_rare_name_and_other_words_are_one_event(
    database_of: DatabaseOf,
) -> None:
    other = ("Resin Gone after Night Raid", "Police in Talva look for raiders and 900 drums.")
    assert _events(database_of, RAID, other) == 1


def test_a_name_alone_makes_no_event(database_of: DatabaseOf) -> None:
    assert _events(database_of, RAID, ("Snow Shuts School", "Pupils in Talva stay home.")) == 0


def test_headlines_of_two_places_are_two_events(database_of: DatabaseOf) -> None:
    bluf = "Raiders took drums of resin from a depot of Corm Lines."
    one, other = ("Raiders Empty Depot at Talva", bluf), ("Raiders Empty Depot at Orsk", bluf)
    assert _events(database_of, one, other) == 0


def test_headlines_with_two_counts_are_two_events(database_of: DatabaseOf) -> None:
    bluf = "Raiders took drums of resin from Corm Lines."
    assert (
        _events(database_of, ("Raiders Empty Two Depots", bluf), ("Five Depots Raided", bluf)) == 0
    )


def test_a_later_step_is_another_event(database_of: DatabaseOf) -> None:
    later = ("Raider of Talva Depot Sentenced", "He took 900 drums of resin from a depot in Talva.")
    assert _events(database_of, RAID, later) == 0


def test_replaced_word_makes_no_group_of_advice(database_of: DatabaseOf) -> None:
    pair = "Expand coast guard patrols off the southern quays of the lake."
    database = database_of(advising(pair), advising(pair.replace("quays", "fords")))
    assert advice.groups(database).empty
