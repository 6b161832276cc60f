"""What reports are about: skewed as real ones are, and the same however many there are."""

from collections import Counter
from datetime import date, timedelta

from dash_intel.synth import slots
from dash_intel.synth.plan import BLOCK, DAYS, FIRST_DAY, slot

SEED = 3
PLANNED = list(slots(4_000, SEED))


def test_a_report_does_not_depend_on_how_many_there_are():
    assert list(slots(BLOCK + 7, SEED)) == PLANNED[: BLOCK + 7]
    assert slot(3_210, SEED) == PLANNED[3_210]


def test_another_seed_plans_other_reports():
    assert list(slots(20, SEED)) != list(slots(20, SEED + 1))


def test_few_countries_and_publishers_have_most_reports():
    for kinds in (
        Counter(one.event.place.country for one in PLANNED),
        Counter(one.publisher for one in PLANNED),
        Counter(one.event.subject.happening for one in PLANNED),
    ):
        counts = [count for _, count in kinds.most_common()]
        assert counts[0] > 5 * counts[len(counts) // 2]
        assert sum(counts[: len(counts) // 4]) > len(PLANNED) / 2


def test_several_reports_tell_of_one_event_on_one_day():
    events = Counter((one.event, one.event.day) for one in PLANNED)
    sizes = Counter(events.values())
    assert sizes[1] > sizes[2] > sizes[5] > 0


def test_days_run_over_years_and_are_fewer_at_weekends():
    days = Counter(one.event.day for one in PLANNED)
    assert min(days) >= FIRST_DAY
    assert max(days) < FIRST_DAY + timedelta(days=DAYS)
    assert {day.year for day in days} == {2025, 2026, 2027, 2028}
    weekend = sum(count for day, count in days.items() if day.weekday() >= 5)
    assert weekend < len(PLANNED) / 5


def test_revisions_and_look_alikes_point_to_the_report_before():
    echoes = [one for one in PLANNED if one.of is not None]
    assert len(echoes) > len(PLANNED) / 20
    for one in echoes:
        before = PLANNED[one.number - 1]
        assert (one.of, one.event, one.profile) == (before.number, before.event, before.profile)
        assert (one.publisher == before.publisher) == (one.kind == "revision")


def test_the_first_day_is_in_february_2025():
    assert date(2025, 2, 11) == FIRST_DAY
