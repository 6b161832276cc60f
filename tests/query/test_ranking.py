"""How far shares moved, against the formula in plain numbers and against its first writing."""

import math
from datetime import date

import duckdb
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dash_intel.query.ranking import ranked, score, standing_out, trend
from dash_intel.query.timeline import timeline
from dash_intel.query.trends import Trends
from dash_intel.settings import PROJECT_ROOT

FORMULA = PROJECT_ROOT.parent / "shared" / "vocab" / "tag_trend.sql"
"""Where the formula was first written down, on machines that have it."""


def trends(rows: dict[str, tuple[int, int]], of_now: int, of_before: int) -> Trends:
    """Return tags with their counts now and before."""
    windows = pd.DataFrame(
        [(name, now, before, 0, now + before, now) for name, (now, before) in rows.items()],
        columns=["name", "now", "before", "unsupported", "units", "looked_at"],
    )
    line = timeline("month", date(2025, 8, 31), None, {date(2025, 8, 1): of_now})
    return Trends(line, pd.DataFrame(), windows, of_now, of_before)


def by_hand(now: int, of_now: int, before: int, of_before: int) -> float:
    share = (now + before + 0.5) / (of_now + of_before + 1)
    odds = (now + 20 * share) / (of_now - now + 20 * (1 - share))
    odds_before = (before + 20 * share) / (of_before - before + 20 * (1 - share))
    variance = (
        1 / (now + 20 * share)
        + 1 / (of_now - now + 20 * (1 - share))
        + 1 / (before + 20 * share)
        + 1 / (of_before - before + 20 * (1 - share))
    )
    return math.log(odds / odds_before) / math.sqrt(variance)


@given(some.data(), some.integers(0, 5_000), some.integers(0, 30_000))
def test_z_is_finite_for_every_tag_and_as_computed_by_hand(
    data: some.DataObject, of_now: int, of_before: int
) -> None:
    now, before = data.draw(some.integers(0, of_now)), data.draw(some.integers(0, of_before))
    found = score(now, of_now, before, of_before)
    assert math.isfinite(found)
    assert found == pytest.approx(by_hand(now, of_now, before, of_before), abs=1e-9)


def test_a_share_that_stays_moves_by_nothing_and_small_counts_move_little() -> None:
    assert score(10, 100, 60, 600) == pytest.approx(0, abs=0.01)
    assert 0 < score(1, 10, 0, 60) < score(10, 100, 0, 600)


@pytest.mark.parametrize(
    ("now", "before", "z", "called"),
    [
        (3, 1, 2.58, "surging"),
        (3, 1, 2.57, "rising"),
        (3, 1, 1.96, "rising"),
        (3, 1, 1.95, "steady"),
        (2, 1, 9.0, "steady"),
        (3, 0, 1.64, "new"),
        (3, 0, 9.0, "new"),
        (3, 0, 1.63, "steady"),
        (0, 3, -1.96, "fading"),
        (0, 3, -1.95, "steady"),
        (0, 2, -9.0, "steady"),
    ],
)
def test_what_a_change_is_called(now: int, before: int, z: float, called: str) -> None:
    assert trend(now, before, z, has_baseline=True) == called


def test_without_anything_before_there_is_no_baseline() -> None:
    found = ranked(trends({"drones": (3, 0)}, 5, 0), frozenset())
    assert found["trend"].tolist() == ["no baseline"]
    assert found["share_before"].isna().all()
    assert found["z"].map(math.isfinite).all()


def test_the_highest_z_comes_first_and_hidden_tags_do_not_come() -> None:
    rows = {
        "fell": (0, 60),
        "stayed": (10, 100),
        "rose": (40, 60),
        "stamp": (90, 900),
        "gone": (0, 0),
    }
    found = ranked(trends(rows, 100, 1_000), frozenset({"stamp"}))
    assert found["name"].tolist() == ["rose", "stayed", "fell"]
    assert found["z"].is_monotonic_decreasing
    assert found["trend"].tolist() == ["surging", "steady", "fading"]
    assert found["share_now"].tolist() == [0.4, 0.1, 0.0]


def test_strict_names_only_what_stands_out_among_all() -> None:
    rows = {f"tag {at}": (10, 100) for at in range(60)} | {"a little": (18, 100), "much": (60, 100)}
    trend_of = {
        is_strict: ranked(trends(rows, 100, 1_000), frozenset(), is_strict=is_strict).set_index(
            "name"
        )["trend"]
        for is_strict in (False, True)
    }
    assert trend_of[False]["a little"] == "rising"
    assert trend_of[True]["a little"] == "steady"
    assert trend_of[True]["much"] == "surging"


@given(some.lists(some.floats(0, 1), max_size=40))
def test_what_stands_out_is_as_benjamini_and_hochberg_have_it(p: list[float]) -> None:
    below = [one for at, one in enumerate(sorted(p), 1) if one <= 0.1 * at / len(p)]
    limit = max(below, default=-1)
    assert standing_out(p) == [one <= limit for one in p]


def test_ranking_is_that_of_the_formula_by_hand_and_as_it_was_first_written() -> None:
    rows = {"a": (9, 12), "b": (0, 30), "c": (4, 0), "d": (40, 240), "e": (1, 1), "f": (3, 90)}
    found = [
        (row.name, row.now, row.before, round(row.z, 9), row.trend)
        for row in ranked(trends(rows, 40, 240), frozenset()).itertuples(index=False)
    ]
    assert {name: z for name, _, _, z, _ in found} == {
        name: round(by_hand(now, 40, before, 240), 9) for name, (now, before) in rows.items()
    }
    if FORMULA.exists():
        assert ranked_by(FORMULA.read_text(encoding="utf-8"), rows, 40, 240) == found


def ranked_by(
    formula: str, rows: dict[str, tuple[int, int]], of_now: int, of_before: int
) -> list[tuple[object, ...]]:
    """Return what the formula makes of as many reports that carry these tags."""
    told = [
        (f"{day}-{at}", name, day)
        for day, total, which in ((date(2025, 8, 1), of_now, 0), (date(2025, 7, 1), of_before, 1))
        for at in range(total)
        for name in ["of all", *(tag for tag, held in rows.items() if at < held[which])]
    ]
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE rt (report_id VARCHAR, tag VARCHAR, d DATE)")
        connection.executemany("INSERT INTO rt VALUES (?, ?, ?)", told)
        found = connection.execute(
            formula, {"cur": date(2025, 8, 1), "k": 6, "a0": 20.0}
        ).fetchall()
        names = [column[0] for column in connection.description or ()]
    read = [dict(zip(names, row, strict=True)) for row in found]
    return [
        (row["tag"], row["y1"], row["y0"], round(row["z"], 9), row["trend"])
        for row in read
        if row["tag"] != "of all"
    ]
