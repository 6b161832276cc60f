"""The exchange format."""

import json
from pathlib import Path

import jsonschema
import pytest

from dash_intel.export.reports_jsonl import exchange, lines, schema
from tests.parse.texts import BRIEF, HYPOTHESES, SAT, read

CONTRACT = Path(__file__).resolve().parents[3] / "shared" / "contract" / "report.schema.json"


@pytest.mark.parametrize("text", [SAT, HYPOTHESES, BRIEF, "Nobody knows this."])
def test_every_kind_of_report_is_valid(text):
    jsonschema.Draft202012Validator(schema()).validate(exchange(read(text)))


def test_keys_stand_in_the_order_of_the_schema():
    required = schema()["required"]
    assert list(exchange(read(SAT))) == required


def test_a_line_is_one_object_and_ends_in_a_line_break():
    text = SAT.replace("Tourism", "Tour\u2028ism “é” \x85")
    (line,) = lines([read(text)])
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert json.loads(line)["text"] == text


def test_what_is_not_stated_is_null_or_empty():
    fields = exchange(read("Nobody knows this."))
    for name in ("title", "headline", "publisher", "published_on", "bluf", "confidence", "marking"):
        assert fields[name] is None
    for name in ("risks", "recommendations", "scenarios", "entities", "tags", "places"):
        assert fields[name] == []


def test_no_meaning_is_read_before_a_vocabulary_reads_it():
    fields = exchange(read(SAT))
    assert [risk["likelihood"] for risk in fields["risks"]] == [None, None, None]
    assert [risk["impact"] for risk in fields["risks"]] == [None, None, None]
    assert {tag["supported"] for tag in fields["tags"]} == {None}


def test_the_same_words_have_the_same_id_and_others_another():
    one, other = exchange(read(SAT)), exchange(read(SAT.replace("June", "July")))
    assert one == exchange(read(SAT))
    assert one["report_id"] != other["report_id"]
    ids = [risk["risk_id"] for risk in one["risks"]]
    assert len(set(ids)) == 3


def test_the_same_sentence_twice_has_two_ids():
    text = SAT.replace("Tourism would suffer.", "Fuel may run short on the island.")
    first, _, again = (risk["risk_id"] for risk in exchange(read(text))["risks"])
    assert first != again


def test_the_shipped_schema_is_the_contract():
    shipped = schema()
    assert shipped["$id"] == "dash-intel/report/1"
    if CONTRACT.exists():
        assert shipped == json.loads(CONTRACT.read_text(encoding="utf-8"))
