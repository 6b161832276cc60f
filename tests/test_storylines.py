"""The storylines of the sample.

They are held to what is read without any vocabulary of meaning: dates, tags, headlines and the
words of the items.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable

import pytest

from dash_intel.model.report import Report
from tests.sample import months
from tests.sample import numbered as numbered_reports
from tests.sample import sample as sample_reports

LOGONE = ("16", "22", "30", "46", "51", "57")
FERGANA = ("03", "27", "44", "53")


@pytest.fixture(scope="module")
def sample():
    return sample_reports()


@pytest.fixture(scope="module")
def numbered():
    return numbered_reports()


def _tagged(reports: Iterable[Report], name: str) -> int:
    return sum(name in {tag.name for tag in report.contents.tags} for report in reports)


def _z_of_last_month(reports: Iterable[Report], name: str) -> float:
    """Return z of the log-odds of a tag in the last month against the six before (20 of prior)."""
    by_month = months(one for one in reports if one.contents.tags)
    *baseline, current = sorted(by_month)[-7:]
    before = [one for month in baseline for one in by_month[month]]
    y1, n1 = _tagged(by_month[current], name), len(by_month[current])
    y0, n0 = _tagged(before, name), len(before)
    a = 20 * (y1 + y0 + 0.5) / (n1 + n0 + 1)
    now, past = (y1 + a, n1 - y1 + 20 - a), (y0 + a, n0 - y0 + 20 - a)
    deviation = math.sqrt(sum(1 / part for part in (*now, *past)))
    return (math.log(now[0] / now[1]) - math.log(past[0] / past[1])) / deviation


def test_one_tag_rises_and_one_fades(sample):
    by_month = [reports for _, reports in sorted(months(sample).items())]
    rising = [_tagged(reports, "drones") for reports in by_month]
    fading = [_tagged(reports, "disinformation") for reports in by_month]
    assert rising == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 6]
    assert fading == [0, 1, 2, 1, 1, 1, 0, 2, 1, 0, 0, 0, 0]
    assert _z_of_last_month(sample, "drones") > 1.96
    assert _z_of_last_month(sample, "disinformation") < 0


def test_one_tag_alone_is_a_stamp(sample):
    counts = Counter(tag.name for one in sample for tag in one.contents.tags)
    stamps = [name for name, count in counts.items() if count > 0.6 * len(sample)]
    assert stamps == ["regional focus"]


def test_tag_on_cyber_is_unsupported_where_it_is_one_of_the_constant_four(sample):
    constant = ["national security threats", "cybersecurity", "counter-terrorism", "regional focus"]
    carrying = [one for one in sample if [tag.name for tag in one.contents.tags] == constant]
    assert [one.source[:2] for one in carrying] == ["03", "21", "28", "37", "38"]
    about_cyber = re.compile(r"cyber(?!security)|hack|malware|ransomware|server", re.IGNORECASE)
    assert [one.source for one in carrying if about_cyber.search(one.text)] == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("16", ("dispute may", "Isolated scuffles", "limited loss")),
        ("22", ("Tension", "stabbing may", "undermine")),
        ("30", ("Violence", "is likely to spread", "Displacement")),
        ("46", ("very likely to escalate", "insurgency could", "likely to double")),
        ("51", ("Armed conflict is very likely", "humanitarian crisis is likely")),
        ("57", ("Full-scale war", "Mass casualties", "Famine is likely", "almost certain")),
    ],
)
def test_risks_on_the_logone_grow_graver(numbered, number, words):
    risks = " ".join(one.text for one in numbered[number].contents.risks)
    assert [one for one in words if one not in risks] == []


def test_reports_on_the_fergana_valley_come_to_name_opportunities(numbered):
    named = ["pportunit" in numbered[number].text for number in FERGANA]
    assert named == [False, True, True, True]
    polarities = [
        {risk.polarity for risk in numbered[number].contents.risks} for number in FERGANA[2:]
    ]
    assert polarities == [{"risk", "opportunity"}] * 2


def _advice_on_markets(report: Report) -> list[str]:
    return [one.text for one in report.contents.recommendations if "cattle markets" in one.text]


def test_the_same_advice_recurs_in_other_words_and_is_contradicted_once(sample, numbered):
    advice = {one.source[:2]: text for one in sample for text in _advice_on_markets(one)}
    assert tuple(sorted(advice)) == LOGONE
    against = advice.pop("46")
    assert against.startswith("Close the weekly cattle markets along the Logone")
    assert all(
        re.search(r"\bopen\b.*joint escort", text, re.IGNORECASE) for text in advice.values()
    )
    assert len(set(advice.values())) == len(advice)
    assert len({numbered[number].contents.head.published_on.month for number in advice}) >= 4


def test_five_publishers_report_one_event_within_three_days(sample):
    event = [one for one in sample if "trieste" in one.source]
    heads = [one.contents.head for one in event]
    assert len({head.publisher for head in heads}) == len(event) == 5
    days = [head.published_on for head in heads]
    assert (max(days) - min(days)).days < 3
    shared = set.intersection(*(set(re.findall(r"\w+", head.headline)) for head in heads))
    assert shared >= {"Ransomware", "Trieste", "Lanterna", "Terminal"}
    assert all("Italy" in head.bluf and "13 October" in head.bluf for head in heads)


@pytest.mark.parametrize(
    ("foretold", "told"),
    [
        (("03", "most_likely", "Diesel pumps save most of the crop"), ("27", "in April")),
        (("13", "most_likely", "single improvised strike"), ("59", "most likely in December")),
        (("16", "worst", "watch groups on both banks"), ("46", "worst case of February’s")),
        (("46", "worst", "with mortars"), ("51", "worst case of November")),
        (("44", "best", "five-year contract"), ("53", "best case of October")),
    ],
)
def test_a_later_report_tells_that_a_scenario_came_true(numbered, foretold, told):
    (early, kind, scenario), (late, words) = foretold, told
    scenarios = [one.text for one in numbered[early].contents.scenarios if one.kind == kind]
    assert any(scenario in text for text in scenarios)
    assert words in numbered[late].contents.head.bluf
    dates = [numbered[number].contents.head.published_on for number in (early, late)]
    assert dates[0] < dates[1]


def test_the_wording_on_one_country_hardens_over_three_reports(numbered):
    risks = [
        next(one.text for one in numbered[number].contents.risks if "extend extortion" in one.text)
        for number in ("18", "25", "34")
    ]
    said = [text.split(" extend extortion")[0] for text in risks]
    assert said == ["Gangs may", "Gangs are likely to", "Gangs are very likely to"]
    assert all("Ecuador" in numbered[number].text for number in ("18", "25", "34"))


def test_one_report_states_its_chances_as_figures(numbered):
    report = numbered["35"].contents
    assert sum("% chance" in risk.text for risk in report.risks) == 2
    assert [one.label for one in report.scenarios] == [
        "Best Case (15%)",
        "Worst Case (5%)",
        "Most Likely (60%)",
    ]


def test_one_report_has_a_revision_and_one_a_double(numbered):
    heads = [numbered[number].contents.head for number in ("32", "33", "37", "38")]
    keys = [(head.headline, head.publisher, head.published_on) for head in heads]
    assert keys[0] == keys[1]
    assert numbered["32"].text != numbered["33"].text
    assert keys[2][0] == keys[3][0]
    assert keys[2][1:] != keys[3][1:]
